package tui_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/muesli/termenv"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/kit"
)

// sizes are the windows in which each screen is looked at.
var sizes = [][2]int{{60, 20}, {80, 24}, {120, 40}, {200, 60}}

// see demands that all words are on the screen in every size, read together, and that the screen fits.
func see(t *testing.T, d *driver, look kit.Look, words ...string) {
	t.Helper()
	for _, size := range sizes {
		d.resize(size[0], size[1])
		view := d.app.View()
		fits(t, view, size[0], size[1], look.ASCII)
		read := strings.Join(strings.Fields(view), " ")
		for _, w := range words {
			if !strings.Contains(read, w) {
				t.Errorf("at %d×%d there is no %q in\n%s", size[0], size[1], w, view)
			}
		}
	}
}

// TestPlace finds the place of one who knows nothing: an answer is followed by the next question and by no word about it, and at the
// end it is told what follows. The offer on the map is declined once, and never seen again.
func TestPlace(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, look := range []kit.Look{{}, {ASCII: true}} {
		j := record(t)
		d := openApp(c, j, look, termenv.ANSI256, kit.Place{Kind: kit.Home})
		see(t, d, look, "Derive it yourself", "w finds where to begin")
		d.perform(t, []string{"press:esc"})
		if d.resize(80, 24); strings.Contains(d.app.View(), "finds where to begin") {
			t.Error("the offer is seen after it was declined")
		}
		d.perform(t, []string{"press:w"})
		see(t, d, look, "At most 15 questions", "f2 says so")
		d.perform(t, []string{"press:enter"})
		see(t, d, look, "Question 1 of at most 15")
		d.perform(t, []string{"type:g(x", "press:enter"})
		see(t, d, look, "Question 1 of at most 15")
		d.perform(t, []string{"press:ctrl+u", "type:7", "press:enter"})
		see(t, d, look, "Question 2 of at most 15")
		if strings.Contains(d.app.View(), "Not right") {
			t.Error("it is told that an answer was not right")
		}
		for range 9 {
			d.perform(t, []string{"press:f2"})
		}
		see(t, d, look, "Begin with lesson 1, The sigmoid")
		d = openApp(c, j, look, termenv.ANSI256, kit.Place{Kind: kit.Home})
		if d.resize(80, 24); strings.Contains(d.app.View(), "finds where to begin") {
			t.Error("it is offered after it was done")
		}
	}
}

// TestPassOver passes a lesson over: that is told at the end, and on the map.
func TestPassOver(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, look := range []kit.Look{{}, {ASCII: true}} {
		d := openApp(c, record(t), look, termenv.ANSI256, kit.Place{Kind: kit.Home})
		d.perform(t, []string{"press:down", "press:t"})
		see(t, d, look, "what was missed once may be made good")
		d.perform(t, []string{"press:enter"})
		for _, answer := range []string{"1", "e^x/(1+e^x)^2", "(1-x)/e^x"} {
			d.perform(t, []string{"type:" + answer, "press:enter"})
		}
		see(t, d, look, "3 of 3 questions answered rightly")
		d.perform(t, []string{"press:enter"})
		see(t, d, look, "passed over")
	}
}

// TestExam refutes a line without a word that helps, opens no card, gives the derivation up when asked twice, and tells so in the
// list.
func TestExam(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, look := range []kit.Look{{}, {ASCII: true}} {
		d := openApp(c, record(t), look, termenv.ANSI256, kit.Place{Kind: kit.Exam})
		see(t, d, look, "0 of 7 derivations proved")
		d.perform(t, []string{"press:enter"})
		see(t, d, look, "Goal: ")
		d.perform(t, []string{"type:17", "press:enter"})
		see(t, d, look, "Refuted: this does not follow from what stands above it.")
		d.perform(t, []string{"press:f11"})
		see(t, d, look, "Goal: ", "stays closed")
		d.perform(t, []string{"press:f2"})
		see(t, d, look, "Give it up?", "again gives it up.")
		d.perform(t, []string{"press:f2"})
		see(t, d, look, "given up", "0 of 7 derivations proved")
	}
}

// TestExamToItsEnd proves all derivations with the author's lines and with no other keys than enter: after each, the list points at
// the next one, and at the end there is the certificate.
func TestExamToItsEnd(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Exam})
	for i, id := range c.Headlines {
		screen, err := c.Screen(id)
		if err != nil {
			t.Fatal(err)
		}
		see(t, d, kit.Look{}, fmt.Sprintf("%d of %d derivations proved", i, len(c.Headlines)), screen.Title)
		d.perform(t, []string{"press:enter"})
		see(t, d, kit.Look{}, screen.Title, "Goal: ")
		for _, l := range screen.Question.(*lessons.Derive).Lines {
			d.perform(t, []string{"type:" + l.Source, "press:enter"})
		}
		see(t, d, kit.Look{}, screen.Title, "proved", "enter the list")
		d.perform(t, []string{"press:enter"})
	}
	see(t, d, kit.Look{}, "All derivations are proved", "certificate")
}

// TestNumbers begins lesson 2 of a course whose first lesson has the number 0: the map must call its screens as the lesson does.
func TestNumbers(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	j := record(t)
	d := openApp(c, j, kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "sigmoid-derivative"})
	d.perform(t, []string{"press:ctrl+n"})
	see(t, d, kit.Look{}, "2.2 ")
	d.perform(t, []string{"press:esc"})
	see(t, d, kit.Look{}, "You are at 2.2: ")
}

// TestFirstRules names the rules of the very first screen, where few were met: there must be something to choose from, and pgup
// must not lead down where there is no more above.
func TestFirstRules(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	d := openApp(c, record(t), kit.Look{}, termenv.Ascii, kit.Place{Kind: kit.Lesson, ID: "tools/common-denominator"})
	d.resize(80, 24)
	d.perform(t, []string{"press:2", "press:enter"})
	if got := d.screen(); !strings.Contains(got, "1–4") {
		t.Errorf("there are not four rules to choose from:\n%s", got)
	}
	for range 6 {
		d.perform(t, []string{"press:pgup"})
		if strings.Contains(d.screen(), "more above") {
			continue
		}
		top := d.screen()
		if d.perform(t, []string{"press:pgup"}); d.screen() != top {
			t.Errorf("at the top pgup leads to\n%s", d.screen())
		}
		return
	}
	t.Errorf("pgup does not reach the top:\n%s", d.screen())
}
