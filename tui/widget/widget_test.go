package widget_test

import (
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/parse"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// styles are without colour: the renderer writes to no terminal.
func styles(look kit.Look) *kit.Styles {
	s := kit.NewStyles(lipgloss.NewRenderer(io.Discard), look)
	return &s
}

// keys turns words into keys: a name in angle brackets is a key, all else is typed.
func keys(t *testing.T, script string) []tea.KeyMsg {
	t.Helper()
	named := map[string]tea.KeyMsg{
		"left": {Type: tea.KeyLeft}, "right": {Type: tea.KeyRight}, "home": {Type: tea.KeyHome}, "end": {Type: tea.KeyEnd},
		"bs": {Type: tea.KeyBackspace}, "del": {Type: tea.KeyDelete}, "tab": {Type: tea.KeyTab}, "up": {Type: tea.KeyUp},
		"down": {Type: tea.KeyDown}, "space": {Type: tea.KeySpace, Runes: []rune{' '}}, "c-left": {Type: tea.KeyCtrlLeft},
		"c-right": {Type: tea.KeyCtrlRight}, "c-w": {Type: tea.KeyCtrlW}, "c-u": {Type: tea.KeyCtrlU}, "c-k": {Type: tea.KeyCtrlK},
	}
	var all []tea.KeyMsg
	for script != "" {
		if name, rest, ok := strings.Cut(strings.TrimPrefix(script, "<"), ">"); ok && strings.HasPrefix(script, "<") {
			k, known := named[name]
			if !known {
				t.Fatalf("no key %q", name)
			}
			all, script = append(all, k), rest
			continue
		}
		r := []rune(script)[0]
		all = append(all, tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune{r}})
		script = script[len(string(r)):]
	}
	return all
}

// golden compares got with a file of testdata; UPDATE_GOLDEN=1 writes the file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	got = trimmed(got)
	file := filepath.Join("testdata", name+".golden")
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if string(want) != got {
		t.Errorf("%s differs; got:\n%s\nwant:\n%s", file, got, want)
	}
}

func trimmed(text string) string {
	lines := strings.Split(ansi.Strip(text), "\n")
	for i, l := range lines {
		lines[i] = strings.TrimRight(l, " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// TestStepsTellRules sets lines that leave no room beside them: their rules stand below, or only that of the line pointed at.
func TestStepsTellRules(t *testing.T) {
	line, complaint := parse.Expr("a1 + a2 + a3 + a4 + a5 + a6", nil)
	if complaint != nil {
		t.Fatal(complaint.Say())
	}
	steps := []widget.Step{{Number: "1", Tree: line, Beside: "sum rule"}, {Number: "2", Tree: line, Beside: "collect", Pointed: true}}
	for density, want := range map[widget.Density]string{widget.Told: "sum rule collect", widget.Tight: "collect"} {
		lines, _ := widget.Steps(steps, 40, density, styles(kit.Look{}))
		if got := strings.Join(strings.Fields(strings.NewReplacer("a₁ + a₂ + a₃ + a₄ + a₅ + a₆", "", "1 ", "", "2 ", "").Replace(strings.Join(lines, " "))), " "); got != want {
			t.Errorf("density %d: %q, want %q", density, got, want)
		}
	}
}
