package plain_test

import (
	"strings"
	"testing"

	"chainrule/tui/plain"
)

func TestCommands(t *testing.T) {
	s := sit(t, small(t))
	for _, c := range []struct {
		lines []string
		want  string
	}{
		{[]string{"?"}, "Hint 1: Sum rule, then the chain rule."},
		{[]string{":hint"}, "Hint 2: The inner function is -x."},
		{[]string{":help"}, ":level worked|faded|free"},
		{[]string{":nonsense"}, "There is no command :nonsense; :help lists them."},
		{[]string{":rules"}, "There is no command :rules; perhaps you mean :rule; :help lists them."},
		{[]string{"?", "?"}, "The minus will matter in a moment."},
		{[]string{":again", ":plot"}, "There is nothing to draw here."},
		{[]string{"e^-x", ":plot"}, "your answer"},
		{[]string{"1+"}, "Not readable."},
		{[]string{":undo"}, "There is no line of yours to take back."},
		{[]string{":skip"}, "--- 3 of 7"},
		{[]string{":skip", ":skip", ":level free", ":undo"}, "There is no line of yours to take back."},
		{[]string{":map", "second"}, "What comes after"},
	} {
		out, _ := s.talk("slope/2", append(c.lines, ":quit")...)
		if !strings.Contains(out, c.want) {
			t.Errorf("%q: %q is not said:\n%s", c.lines, c.want, out)
		}
	}
}

// TestBareWords types help and hint without a colon, and empty lines: the words are understood, and what is wanted is not said without
// end.
func TestBareWords(t *testing.T) {
	said, err := sit(t, small(t)).talk("slope/2", "help", "Hint", "", "", "", "", "", ":quit")
	if err != nil {
		t.Fatal(err)
	}
	for want, times := range map[string]int{"Commands:\n": 1, "Hint 1: ": 1, "Type a formula, or ? for a hint.": 2, "Nothing was typed. ": 1} {
		if n := strings.Count(said, want); n != times {
			t.Errorf("%q is said %d times, want %d:\n%s", want, n, times, said)
		}
	}
}

// TestNothingAsked types something where a page waits. At a terminal that must be told and stay without effect, since it would be an
// answer to a question that nobody has seen; from a pipe it is the answer to the next.
func TestNothingAsked(t *testing.T) {
	s := sit(t, small(t))
	var out strings.Builder
	_ = plain.RunTyped(plain.Options{Course: s.course, Journal: s.open(), Start: "slope/1", Out: &out, In: strings.NewReader("ok\n\n-e^(-x)\n:quit\n")})
	if said := out.String(); !strings.Contains(said, "Nothing is asked here") || strings.Contains(said, "ok") || !strings.Contains(said, "Right.") {
		t.Errorf("at a terminal:\n%s", said)
	}
	piped, _ := sit(t, small(t)).talk("slope/1", "-e^(-x)", ":quit")
	if strings.Contains(piped, "Nothing is asked here") || !strings.Contains(piped, "Right.") {
		t.Errorf("from a pipe:\n%s", piped)
	}
}

// TestGo goes to screens by their numbers. It fails when one lands elsewhere, or when a screen is taken as read by it.
func TestGo(t *testing.T) {
	s := sit(t, small(t))
	out, _ := s.talk("slope", ":go 4", ":go 1", ":go 4", ":go 4", ":go 40", ":go", ":go 7")
	for _, want := range []string{"--- 4 of 7", "--- 1 of 7", "You are there.", "a number from 1 to 7", "--- 7 of 7"} {
		if !strings.Contains(out, want) {
			t.Errorf("%q is missing:\n%s", want, out)
		}
	}
	if done, _ := s.finished("slope"); done > 1 { // the last one ends with the input
		t.Errorf("%d screens are finished:\n%s", done, out)
	}
}

// TestElsewhere asks for a review and for practice in a lesson with which the program was begun. Where there is nothing to ask the
// question stays; where there is something the list of lessons comes behind it. The program must end with neither.
func TestElsewhere(t *testing.T) {
	s := sit(t, small(t))
	said, _ := s.talk("slope/5", ":review", ":practice", ":practice diff-chain", ":level free", "-(1+e^-x)^-2 * (-e^-x)", "e^-x/(1+e^-x)^2", ":quit")
	if n := strings.Count(said, "There is nothing to"); n != 2 || !strings.Contains(said, "once you have") || !strings.Contains(said, "the goal is reached") {
		t.Errorf("with nothing to ask:\n%s", said)
	}
	said, _ = s.talk("slope/4", ":practice", ":map", ":quit")
	if !strings.Contains(said, "Practise what?") {
		t.Errorf("one question was finished:\n%s", said)
	}
	said, _ = s.talk("slope/4", ":practice diff-chain", ":end", ":quit")
	if !strings.Contains(said, "PRACTICE") || !strings.Contains(said, "Which lesson?") {
		t.Errorf("after practice:\n%s", said)
	}
}
