package round_test

import (
	"path/filepath"
	"testing"
	"testing/fstest"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/tui/round"
	"chainrule/tui/session"
)

// TestChoicesOfOwn counts the skills that come with the lessons of a course of one's own: those that no lesson of it trains do not.
func TestChoicesOfOwn(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	const lesson = "+++\nid = \"cubes\"\ntitle = \"Cubes\"\nskills = [\"diff-power\"]\n\n[[symbol]]\nname = \"x\"\ndomain = \"real\"\nmeans = \"a number\"\n+++\n\n# Cubes\n\n## Cube {#cube}\n\n" +
		"```formula\nask = \"Differentiate $x^3$.\"\nanswer = \"3x^2\"\nskills = [\"diff-power\"]\nhints = [\"a\", \"b\", \"c\"]\n```\n"
	own, err := lessons.Open(fstest.MapFS{"cubes.md": {Data: []byte(lesson)}}, course)
	if err != nil {
		t.Fatal(err)
	}
	j := journal.Open(filepath.Join(t.TempDir(), "journal.jsonl"), time.Now, own.Numbered)
	t.Cleanup(func() {
		if err := j.Close(); err != nil {
			t.Error(err)
		}
	})
	if all, later := round.Choices(session.New(own, j)); len(all) != 0 || later != 1 {
		t.Errorf("%d skills can be practised and %d come later, want 0 and 1", len(all), later)
	}
}
