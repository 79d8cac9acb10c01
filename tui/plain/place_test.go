package plain_test

import (
	"errors"
	"io"
	"regexp"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/mathcore/expr"
	"chainrule/tui/plain"
)

func course(t *testing.T) *lessons.Course {
	t.Helper()
	c, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// typed matches a line on which something was typed.
var typed = regexp.MustCompile(`^(> |Which )`)

// hears fails where something is not said, wherever its lines are broken, or where a line other than what was typed or a certificate is too long.
func hears(t *testing.T, out string, wants ...string) {
	t.Helper()
	for _, want := range wants {
		if !strings.Contains(oneLine(out), oneLine(want)) {
			t.Errorf("%q is not said in\n%s", want, out)
		}
	}
	for line := range strings.SplitSeq(out, "\n") {
		if n := expr.Columns(line); n > 80 && !typed.MatchString(line) && !strings.Contains(line, "`") {
			t.Errorf("%d columns: %s", n, line)
		}
	}
}

// TestExamToItsEnd proves all derivations of the exam with the author's lines, in two sittings: there is no help, a false line does not
// stand, what was left goes on, and at the end enter leads to the lessons and not into a derivation that is proved.
func TestExamToItsEnd(t *testing.T) {
	c := course(t)
	s := sit(t, c)
	model := func(id string) []string {
		screen, err := c.Screen(id)
		if err != nil {
			t.Fatal(err)
		}
		var all []string
		for _, l := range screen.Question.(*lessons.Derive).Lines {
			all = append(all, l.Source)
		}
		return all
	}
	first := model(c.Headlines[0])
	lines := []string{":exam", "?", ":help", "9", ":certificate", "", "?", ":help", ":text", ":record 1", ":plot", ":card", "1", "", ":back", ":go 2", first[0], ":leave"}
	out, err := s.talk("", lines...)
	if !errors.Is(err, plain.ErrUnfinished) {
		t.Errorf("it ends with %v", err)
	}
	hears(t, out, "Here: the number of a derivation, :certificate once all are proved, :map and :quit.", "That is not in the list.",
		"There are no hints in the exam. :leave goes back to the list, :give-up gives the", "  :give-up        gives the derivation up; it may be tried again from the\n                  start",
		"That stays closed here, where you show what you know.", "Refuted: this does not follow from what stands above it.", "open, 1 line so far", "In the exam :leave goes back to the list; your lines are kept.", "enter alone is 1, :map leads")
	if n := strings.Count(out, "That stays closed here"); n != 4 {
		t.Errorf("%d things stay closed, want the text, the record, the plot and the card", n)
	}
	if n := strings.Count(out, "it only goes forward") + strings.Count(out, "comes by itself"); n > 0 {
		t.Errorf("in the exam %d things are said of a way that is none", n)
	}
	lines = append([]string{":exam", ""}, first[1:]...)
	for _, id := range c.Headlines[1:] {
		lines = append(append(lines, ""), model(id)...)
	}
	out, _ = s.talk("", append(lines, ":certificate", "", ":record 1")...)
	hears(t, out, "All derivations are proved.", "Which derivation? Number; enter alone or :map leads to the lessons: \n\nLessons:", "# Exam: The calculus behind logistic regression",
		"2.4 By the quotient rule: proved, after 1 refuted line")
	if n := strings.Count(out, "\n- goal: "); n != len(c.Headlines) {
		t.Errorf("%d of %d derivations stand in the certificate", n, len(c.Headlines))
	}
}

// TestPlaces finds out where one who knows nothing and one who knows all begin, and lets the second pass a lesson over.
func TestPlaces(t *testing.T) {
	c := course(t)
	s := sit(t, c)
	out, _ := s.talk("", append([]string{":place", "?", ":help", ":text", ":back", "foo bar", ""}, slices.Repeat([]string{":unknown"}, 15)...)...)
	hears(t, out, "There are no hints here. :unknown says that you do not know.", "  :unknown        says that you do not know; the next question comes", "That stays closed here",
		"Here it only goes forward: an answer that was taken down stands.", "Begin with lesson 1, The sigmoid.\n0 of ", "Nothing is presumed known by these answers.")

	s = sit(t, c)
	w := &walker{t: t, course: c}
	w.task = nil
	asked := knowing{w: w, commands: []string{":place"}}
	if err := plain.Run(plain.Options{Course: c, Journal: s.open(), Out: &asked, In: &asked}); !errors.Is(err, plain.ErrUnfinished) {
		t.Fatal(err)
	}
	hears(t, w.said.String(), "presumably know what the lessons teach. The exam lets you prove it", "What you do not know is an answer, too")

	s = sit(t, c)
	w = &walker{t: t, course: c}
	asked = knowing{w: w, commands: []string{":test 2"}}
	if err := plain.Run(plain.Options{Course: c, Journal: s.open(), Out: &asked, In: &asked}); !errors.Is(err, plain.ErrUnfinished) {
		t.Fatal(err)
	}
	hears(t, w.said.String(), "You can pass over lesson 2, Its derivative.", "\nPresumed known:\n", "\nWhat that means:\n- Presumed means: likely", "  2. Its derivative (sigmoid-derivative): passed over")
}

// A knowing learner answers each question of a placing as its author does, after some commands.
type knowing struct {
	w        *walker
	commands []string
}

func (k *knowing) Write(b []byte) (int, error) { return k.w.Write(b) }

var placeHead = regexp.MustCompile(`(?m)^--- Question \d+ of at most \d+ ---$`)

func (k *knowing) Read(b []byte) (int, error) {
	if len(k.commands) > 0 {
		line := k.commands[0]
		k.commands = k.commands[1:]
		return copy(b, line+"\n"), nil
	}
	said := k.w.said.String()
	heads := placeHead.FindAllStringIndex(said, -1)
	said = said[heads[len(heads)-1][0]:]
	for _, entry := range k.w.course.Lessons {
		l, err := entry.Lesson()
		if err != nil {
			return 0, err
		}
		for _, screen := range slices.Concat(l.Screens, l.Review) {
			if screen.Question == nil || !isAsked(screen.Question, said) {
				continue
			}
			return copy(b, k.w.reply(screen.Question, said)+"\n"), nil
		}
	}
	return 0, io.EOF
}

// isAsked reports whether a question is the one that was put last.
func isAsked(q lessons.Question, said string) bool {
	asks := []string{q.About().Ask.Plain()}
	if n, ok := q.(*lessons.Number); ok {
		asks = nil
		for _, r := range n.Rows {
			asks = append(asks, r.Ask.Plain())
		}
	}
	return slices.ContainsFunc(asks, func(ask string) bool { return strings.Contains(oneLine(said), "Question: "+oneLine(ask)) }) && !strings.Contains(said, "Your answers:")
}
