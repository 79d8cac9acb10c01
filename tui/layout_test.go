package tui_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// rowOf is the line of the screen in which words stand, -1 where they do not.
func rowOf(d *driver, words string) int {
	return slices.IndexFunc(strings.Split(d.screen(), "\n"), func(l string) bool { return strings.Contains(l, words) })
}

// TestHintsAside asks for hints in a wide window: they stand on a card at the right, beside a figure, too, and nothing at the left
// moves. In a narrow one they stand below the working.
func TestHintsAside(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, look := range []kit.Look{{}, {ASCII: true}} {
		d := openApp(c, record(t), look, termenv.Ascii, quotientRule)
		d.resize(120, 40)
		d.perform(t, []string{"press:f4", "press:f4"})
		goal := rowOf(d, "Goal:")
		d.perform(t, []string{"press:f2", "press:f2"})
		card, hint := rowOf(d, " Hints "), rowOf(d, "2. Next")
		if got := rowOf(d, "Goal:"); card < 0 || hint < card || got != goal || goal < 0 {
			t.Errorf("the card stands in line %d, its second hint in %d, the goal in %d and before in %d:\n%s", card, hint, got, goal, d.screen())
		}
		d.perform(t, []string{"type:-e^-x/(1+e^-x)^2", "press:enter", "press:f3"})
		if rows := strings.Count(d.screen(), map[bool]string{false: "┤", true: "|"}[look.ASCII]); rowOf(d, " Hints ") < 0 || rows < 8 {
			t.Errorf("beside the card there are %d rows of curve:\n%s", rows, d.screen())
		}
		d.resize(80, 24)
		d.perform(t, []string{"press:f3"})
		if rowOf(d, " Hints ") >= 0 || rowOf(d, "Hint 2. ") < 0 {
			t.Errorf("in a narrow window the hints are\n%s", d.screen())
		}
	}
}

// TestFooterCloser narrows a window: the keys of the footer must move closer before one of them goes.
func TestFooterCloser(t *testing.T) {
	d := openApp(course(t), record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "slope/2"})
	apart := map[string]bool{} // the footers whose keys stand three blanks apart, by the words in them
	closer := 0
	for width := 99; width >= 60; width-- {
		d.resize(width, 24)
		lines := strings.Split(strings.TrimRight(d.screen(), "\n"), "\n")
		footer := strings.TrimSpace(lines[len(lines)-1])
		words := strings.Join(strings.Fields(footer), " ")
		if strings.Contains(footer, "   ") {
			apart[words] = true
		} else if apart[words] {
			closer++
		}
	}
	if closer == 0 || len(apart) == 0 {
		t.Errorf("the keys of %d footers stand apart, those of %d closer", len(apart), closer)
	}
}
