package settings_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/tui/settings"
)

// TestParse reads files: what each setting is, and what is told of the file.
func TestParse(t *testing.T) {
	for _, row := range []struct {
		text, values string
		faults       []string
	}{
		{"", "", nil},
		{"# nothing\n\n", "", nil},
		{"theme = \"dark\"\nascii = true\nmouse = false # a remark\n", "theme=dark@1 ascii=true@2 mouse=false@3", nil},
		{"theme = \"drak\"\nmotion = 'reduced'", "motion=reduced@2", []string{`f:1:9: theme is "drak"; write "auto", "dark", "light" or "contrast"`}},
		{"  colour = 1\nspeak = true", "speak=true@2", []string{`f:1:3: there is no setting "colour"; the settings are theme, ascii, motion, mouse, plain, speak`}},
		{"mouse = \"yes\"\nplain = 1\ntheme = true", "", []string{
			"f:1:9: mouse is neither true nor false; write true or false, without quotes", "f:2:9: plain is neither true nor false; write true or false, without quotes",
			`f:3:9: theme is no word in quotes; write "auto", "dark", "light" or "contrast"`,
		}},
		{"plain = true\nplain = false", "plain=true@1", []string{"f:2:1: plain stands here twice; take one of the lines out; the first counts"}},
		{"plain = true\n[screen]\nplain = false", "plain=true@1", []string{`f:2:2: there are no tables here; write the settings without a heading, as in theme = "dark"`}},
		{"a.b = 1", "", []string{`f:1:1: there is no setting "a.b"; the settings are theme, ascii, motion, mouse, plain, speak`}},
		{"ascii = true\ntheme = dark\nspeak = true", "ascii=true@1", []string{"f:2:9: "}},
		{"\ufeffascii = true", "ascii=true@1", nil},
	} {
		s := settings.Parse("f", []byte(row.text))
		var values []string
		for _, one := range settings.All {
			if v, ok := s.Values[one.Name]; ok {
				values = append(values, one.Name+"="+v.Text+"@"+string(rune('0'+v.Line)))
			}
		}
		if got := strings.Join(values, " "); got != row.values {
			t.Errorf("%q gives %s, want %s", row.text, got, row.values)
		}
		if !slices.EqualFunc(s.Faults, row.faults, strings.HasPrefix) {
			t.Errorf("%q is told as\n  %s, want\n  %s", row.text, strings.Join(s.Faults, "\n  "), strings.Join(row.faults, "\n  "))
		}
	}
}

// TestUsual takes what is usual where the file says nothing, and what it says elsewhere.
func TestUsual(t *testing.T) {
	s := settings.Parse("f", []byte("motion = \"reduced\"\nmouse = false"))
	if s.Word("theme") != "auto" || s.Word("motion") != "reduced" || s.Is("mouse") || s.Is("plain") || !settings.Parse("f", nil).Is("mouse") {
		t.Errorf("taken are %v", s.Values)
	}
}

// TestAnything gives texts of all kinds: none may stop the program, and a value is never one that is not allowed.
func TestAnything(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"theme", "ascii", "=", " ", "\n", "\"dark\"", "'", "true", "[", "]", "{", "}", ".", "#", "\x00", "ŷ", "1e9", "\\u0000", "\"\"\"", "2020-01-01"})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(pieces).Draw(t, "text"), "")
		for name, v := range settings.Parse("f", []byte(text)).Values {
			if name == "theme" && !slices.Contains([]string{"auto", "dark", "light", "contrast"}, v.Text) {
				t.Errorf("theme is %q", v.Text)
			}
		}
	})
}

// TestRead reads from the disk: no file, a directory in its place, and one that is far too large.
func TestRead(t *testing.T) {
	dir := t.TempDir()
	large := filepath.Join(dir, "large")
	if err := os.WriteFile(large, make([]byte, 1<<17), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(dir, "none"): "", "": "", dir: "it is no ordinary file; the usual settings are used", large: "it is too large for settings; the usual settings are used",
	} {
		if got := strings.Join(settings.Read(path).Faults, "\n"); got != want && got != path+": "+want {
			t.Errorf("%s: told is %q, want %q", path, got, want)
		}
	}
	t.Setenv("XDG_CONFIG_HOME", dir)
	if got, want := settings.Path(), filepath.Join(dir, "chainrule", "config.toml"); got != want {
		t.Errorf("the file is %s, want %s", got, want)
	}
}
