package plain_test

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/tui/plain"
)

// silent are the signs that a voice leaves out, or spells by names that nobody knows, wherever they stand in what is said.
const silent = "^_*=√Σ∑∂∏θσŷ′″−·≤≥≈≠→↔⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿˣᵃᵇᵢⱼₖ₀₁₂ₘ|<>{}"

// TestSpokenLessons goes through each screen of the course and takes all hints that there are, in speech: nothing that is said may
// hold a sign that a voice leaves out.
func TestSpokenLessons(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range c.Lessons {
		l, err := entry.Lesson()
		if err != nil {
			t.Fatal(err)
		}
		var typed strings.Builder
		for _, screen := range l.Screens {
			if screen.Question == nil {
				typed.WriteString("\n")
				continue
			}
			if _, ok := screen.Question.(*lessons.Derive); ok {
				typed.WriteString(":level faded\n")
			}
			typed.WriteString(strings.Repeat("?\n", lessons.Rungs) + ":skip\n")
		}
		typed.WriteString(":quit\n")
		for n, said := range spoken(t, c, l.Screens[0].ID, typed.String()) {
			if at := strings.IndexAny(said, silent); at >= 0 {
				t.Errorf("%s, line %d: a voice leaves out %q of: %s", l.ID, n+1, []rune(said[at:])[0], said)
			}
			if strings.HasPrefix(said, "Question:") && strings.Contains(said, "question mark") {
				t.Errorf("%s, line %d: the end of a question is said as something to type: %s", l.ID, n+1, said)
			}
		}
	}
}

// TestSpokenCard has the card of each lesson said: no sign may be left out, and no dash of a list be said as a minus.
func TestSpokenCard(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range c.Lessons {
		l, err := entry.Lesson()
		if err != nil {
			t.Fatal(err)
		}
		lines := spoken(t, c, l.Screens[0].ID, ":card\n:quit\n")
		from := slices.Index(lines, "Letters of this lesson:")
		for _, said := range lines[max(from, 0):] {
			if at := strings.IndexAny(said, silent); at >= 0 || strings.HasPrefix(strings.TrimSpace(said), "minus ") {
				t.Errorf("the card of %s says: %s", l.ID, said)
			}
		}
		if from < 0 {
			t.Errorf("%s has no card", l.ID)
		}
		if text := strings.Join(lines[max(from, 0):], "\n"); strings.Contains(text, "typed theta sub") {
			t.Errorf("the card of %s says how a name sounds, where it tells what to type:\n%s", l.ID, text)
		}
	}
}

// TestSpokenHeads fails where a head is said with the dashes that stand around it.
func TestSpokenHeads(t *testing.T) {
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	said := strings.Join(spoken(t, c, "sigmoid/squash", ":place\n\n:unknown\n:map\n:exam\n1\n:map\n:quit\n"), "\n")
	for _, want := range []string{"Question 1 of at most 15.", "Taken down: you do not know.", "Question 2 of at most 15.", "EXAM"} {
		if !strings.Contains(said, want) {
			t.Errorf("%q is missing:\n%s", want, said)
		}
	}
	if strings.Contains(said, "---") {
		t.Errorf("dashes are said:\n%s", said)
	}
}

// spoken returns the lines that are said to what is typed, without what is typed.
func spoken(t *testing.T, c *lessons.Course, start, typed string) []string {
	t.Helper()
	var out bytes.Buffer
	err := plain.Run(plain.Options{Course: c, Journal: sit(t, c).open(), Start: start, Speak: true, In: strings.NewReader(typed), Out: &out})
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(line, "Your answer: ") {
			all = append(all, strings.TrimSuffix(line, "\n"))
		}
	}
	return all
}

// TestSpeech answers wrongly and unreadably, and asks for words, with speech switched on and off.
func TestSpeech(t *testing.T) {
	c := small(t)
	said := strings.Join(spoken(t, c, "slope/5", ":level free\n-(1+e^-x)^-2\n(1+\n:say 1/(1+e^-x)\n:say\n:say (\n:say sqrt(x)\n:quit\n"), "\n")
	for _, want := range []string{
		"start: d by d x of, open, one plus e to the minus x, close to the minus one, end",
		"goal: fraction, e to the minus x, over, open, one plus e to the minus x, close squared, end",
		"Read as: minus open, one plus e to the minus x, close to the minus two",
		"The spot is: ", "In words: one over, one plus e to the minus x, end.",
		"Formulas stand as they are typed from now on.", "  goal: e^(-x)/(1 + e^(-x))^2", "This cannot be read: ", "In words: square root of x.",
	} {
		if !strings.Contains(said, want) {
			t.Errorf("nothing says %q in\n%s", want, said)
		}
	}
}
