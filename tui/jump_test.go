package tui_test

import (
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// TestJumpAtOnce types the number of a screen so fast that both digits come as one key, as over a slow line: they must lead there.
func TestJumpAtOnce(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, opened(t, filepath.Join(t.TempDir(), "journal.jsonl")), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "sigmoid-derivative"})
	d.resize(80, 24)
	if err := d.press("alt+g"); err != nil {
		t.Fatal(err)
	}
	d.send(tea.KeyMsg{Type: tea.KeyRunes, Runes: []rune("11")})
	if !strings.Contains(d.screen(), "2.11 ") {
		t.Errorf("it leads to\n%s", d.screen())
	}
}
