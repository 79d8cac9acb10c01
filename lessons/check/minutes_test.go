package check_test

import (
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/check"
	"chainrule/lessons/content"
)

// TestMinutes holds the estimate against sums that are done by hand: 150 words a minute, and so many seconds for what there is
// to do.
func TestMinutes(t *testing.T) {
	page := func(words int) []lessons.Block {
		return []lessons.Block{&lessons.Paragraph{Text: lessons.Say(strings.Repeat("word ", words))}}
	}
	lines := func(n int, least lessons.Level) *lessons.Derive {
		return &lessons.Derive{Lines: make([]lessons.Line, n), Least: least}
	}
	for name, c := range map[string]struct {
		screen *lessons.Screen
		want   int
	}{
		"600 words":                           {&lessons.Screen{Prose: page(300), After: page(300)}, 4},
		"a plot, 20 s":                        {&lessons.Screen{Plot: &lessons.Plot{}}, 0},
		"150 words and a choice, 85 s":        {&lessons.Screen{Prose: page(150), Question: &lessons.Choice{}}, 1},
		"150 words and a formula, 2 min":      {&lessons.Screen{Prose: page(150), Question: &lessons.Expression{}}, 2},
		"a number, 1 min":                     {&lessons.Screen{Question: &lessons.Number{}}, 1},
		"a false line and its repair, 100 s":  {&lessons.Screen{Question: &lessons.Spot{}}, 2},
		"a lab, 3 min":                        {&lessons.Screen{Question: &lessons.Lab{}}, 3},
		"the rules of 12 lines, 5 min":        {&lessons.Screen{Question: lines(12, lessons.Worked)}, 5},
		"12 lines on a blank page, 15 min":    {&lessons.Screen{Question: lines(12, lessons.Free)}, 15},
		"12 lines, some of them blank, 5 min": {&lessons.Screen{Question: lines(12, lessons.Faded)}, 5},
	} {
		l := &lessons.Lesson{Screens: []*lessons.Screen{c.screen}}
		if got, practice := check.Minutes(l); got != c.want || practice != 0 {
			t.Errorf("%s: %d minutes and %d for practice, want %d", name, got, practice, c.want)
		}
		l = &lessons.Lesson{Review: []*lessons.Screen{c.screen}}
		if got, practice := check.Minutes(l); got != 0 || practice != c.want {
			t.Errorf("%s for practice: %d minutes and %d, want %d", name, got, practice, c.want)
		}
	}
}

// TestSittings holds each lesson of the course to what can be done in one sitting.
func TestSittings(t *testing.T) {
	const longest = 40
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
		if screens, _ := check.Minutes(l); screens > longest || screens == 0 {
			t.Errorf("%s takes %d minutes", l.ID, screens)
		}
	}
}
