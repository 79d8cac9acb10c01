package tui_test

import (
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// TestMapCountsLikeLessons fails when the map tells another number of the screen that one comes from than the lesson does,
// such as one in which optional lessons are counted.
func TestMapCountsLikeLessons(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, quotientRule)
	d.resize(100, 30)
	if seen := d.screen(); !strings.Contains(seen, "2.4 By the quotient rule") {
		t.Fatalf("the lesson tells no number:\n%s", seen)
	}
	d.perform(t, []string{"press:esc"})
	if seen := d.screen(); !strings.Contains(seen, "You are at 2.4: By the quotient rule") {
		t.Errorf("the map says something else:\n%s", seen)
	}
}
