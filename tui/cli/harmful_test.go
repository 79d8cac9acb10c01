package cli_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"chainrule/lessons/printable"
	"chainrule/tui/cli"
)

// payloads are texts that a terminal would obey, or that show something else than what is there.
var payloads = []string{
	"\x1b[2J\x1b]52;c;aGk=\x07\a\b\r\x7f",
	"\u009b31m\u009d52;c;aGk=\u009c\u202egnp\u2067x\u2069\u200b\ufeff\u2028\U000e0041",
	"\xff\xfe" + "x" + strings.Repeat("\u0302", 50),
}

// TestHarmfulWords gives every command each payload at each of its places: as an expression, a flag, a file, a cell, a
// record. Nothing of it may reach the terminal as it is, on standard output or standard error.
func TestHarmfulWords(t *testing.T) {
	for _, p := range payloads {
		dir := t.TempDir()
		t.Setenv("XDG_DATA_HOME", filepath.Join(dir, "data"+strings.ReplaceAll(p, "/", "")))
		write := func(name, text string) string {
			path := filepath.Join(dir, name)
			if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
				t.Fatal(err)
			}
			return path
		}
		lesson := filepath.Join(dir, "bad"+p+".md")
		_ = os.WriteFile(lesson, []byte("+++\nid = \"bad\"\n+++\n# "+p+"\n"), 0o600) // a system that refuses the name has no such file
		table := write("table.tsv", "id\tlhs\trhs\tvars\n"+p+"\tx\ty\t\nb\tx"+p+"\ty\tz:real"+p+"\n"+p+"\n")
		record := write("record.jsonl", `{"v":1,"at":"2026-01-02T03:04:05Z","kind":"open","lesson":"sigmoid","screen":"sigmoid/squash`+p+"\"}\n"+p+"\n")
		data := filepath.Join(dir, "own")
		if err := os.MkdirAll(filepath.Join(data, "chainrule"), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.Rename(record, filepath.Join(data, "chainrule", "journal.jsonl")); err != nil {
			t.Fatal(err)
		}
		for _, args := range [][]string{
			{p},
			{"--" + p},
			{"--theme", p},
			{"--log", dir + "/" + p + "/x", "--plain"},
			{lesson},
			{lesson + "x"},
			{"check", p, "x"},
			{"check", "x" + p, "y"},
			{"check", "x", "y", "--where", "y" + p + ":real"},
			{"check", "x", "y", "--define", p},
			{"check", "x", "y", "--json", "--where", p},
			{"check", "--tsv", table},
			{"check", "--tsv", table + p},
			{"check", "--json", "x" + p, "y"},
			{"new", p},
			{"progress", p},
			{"progress", dir},
			{"lint", "--list", p},
			{"lint", "--list", "skills", p},
			{"completion", p},
			{"derive", p},
			{"derive", "x" + p, "y"},
			{"diff", "x" + p},
			{"diff", "x", p},
			{"diff", "x", "x" + p},
			{"plot", "x" + p},
			{"plot", "x", "--from", p},
			{"plot", "x", "--size", p},
			{"lint", lesson},
			{"lint", dir},
			{"lint", dir + p},
			{"progress"},
			{"progress", p},
			{"--plain", "sigmoid"},
		} {
			harmless(t, args)
		}
		t.Setenv("XDG_DATA_HOME", data)
		for _, args := range [][]string{{"progress"}, {"progress", "--json"}, {"progress", "--markdown"}, {"--plain", "sigmoid"}} {
			harmless(t, args)
		}
	}
}

// harmless runs a command, with nothing to read, and looks at all that it says.
func harmless(t *testing.T, args []string) {
	t.Helper()
	said := ""
	files := make([]*os.File, 3)
	for i := range files {
		f, err := os.CreateTemp(t.TempDir(), "stream")
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		files[i] = f
	}
	cli.Run(args, cli.Streams{In: files[0], Out: files[1], Err: files[2]})
	for _, f := range files[1:] {
		if _, err := f.Seek(0, io.SeekStart); err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		said += string(text)
	}
	marks := 0
	for _, r := range said {
		if marks++; r != '\u0302' {
			marks = 0
		}
		if r != '\n' && r != '\t' && printable.Harmful(r) || marks > 4 {
			t.Errorf("%q prints %q in %.300q", args, r, said)
			return
		}
	}
	if !utf8.ValidString(said) {
		t.Errorf("%q prints what is no UTF-8: %.300q", args, said)
	}
}
