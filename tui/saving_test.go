package tui_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	tea "github.com/charmbracelet/bubbletea"
	"github.com/muesli/termenv"

	"chainrule/lessons/journal"
	"chainrule/tui/kit"
)

// Who begins with a lesson has not seen the map, and a notice is gone with the next key: that nothing is saved must be
// seen all the time.
func TestNotSaved(t *testing.T) {
	blocked := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(blocked, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	c := course(t)
	j := journal.Open(filepath.Join(blocked, "journal.jsonl"), clock, nil)
	t.Cleanup(func() { _ = j.Close() })
	d := openApp(c, j, kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: c.Lessons[c.First()].ID})
	if !strings.Contains(d.screen(), "Progress is not being saved") {
		t.Errorf("nothing said at the start:\n%s", d.screen())
	}
	for range 3 {
		if err := d.press("enter"); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.press("f1", "f1"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(d.screen(), "✗ not saved") {
		t.Errorf("no mark on a later screen:\n%s", d.screen())
	}
	if err := os.Remove(blocked); err != nil {
		t.Fatal(err)
	}
	if err := d.press("esc", "enter", "enter"); err != nil {
		t.Fatal(err)
	}
	if strings.Contains(d.screen(), "not saved") {
		t.Errorf("the mark stays when saving is possible again:\n%s", d.screen())
	}
}

// TestSaving gives an answer and looks before the disk has it: the verdict must carry a mark until it has.
func TestSaving(t *testing.T) {
	c := course(t)
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/2"})
	d.resize(80, 24)
	d.typeText("-e^-x")
	_, judge := d.app.Update(tea.KeyMsg{Type: tea.KeyEnter})
	_, keep := d.app.Update(judge())
	const verdict, mark = "✓ Right.", "saving…"
	if seen := d.screen(); !strings.Contains(seen, verdict) || !strings.Contains(seen, mark) {
		t.Errorf("the verdict is shown without its mark, or not at all:\n%s", seen)
	}
	d.run(keep)
	if seen := d.screen(); !strings.Contains(seen, verdict) || strings.Contains(seen, mark) {
		t.Errorf("the mark stays, or the verdict goes:\n%s", seen)
	}
}
