package grade_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/grade"
)

// What is told of the wrong answers in testdata/wrong.tsv. Each was labelled before it was tried, and the counts are
// exact, so that none gets better or worse unnoticed.
const (
	untrueStories = 0 // a story that is not known to be true of that answer
	aptWords      = 0 // a true story, or none where there is none to tell
)

// A wrongAnswer is one that people give to a question, and what may be said of it.
type wrongAnswer struct {
	id, screen string
	level      string
	before     []string
	text       string
	// may holds the slips that are a true story for it, two of them as a+b; own where words of the author are, - where
	// nothing but the point at which it differs is.
	may []string
}

// TestWrongAnswers plays the wrong answers that people give: none is accepted, and what is told of them is true.
func TestWrongAnswers(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	untrue, apt, all := 0, 0, readWrong(t)
	for _, w := range all {
		f := w.play(t, course)
		if f.Kind != grade.Wrong && f.Kind != grade.Undefined {
			t.Errorf("%s: %s to %s is %s, want wrong", w.id, w.text, w.screen, f.Kind)
		}
		told := toldOf(t, course, w.screen, f)
		switch {
		case slices.Contains(w.may, told):
			apt++
		case told == "-":
			t.Logf("%s: %s to %s: nothing is told, %s may be", w.id, w.text, w.screen, strings.Join(w.may, "|"))
		default:
			untrue++
			t.Logf("%s: %s to %s: UNTRUE: %s is told, %s may be", w.id, w.text, w.screen, told, strings.Join(w.may, "|"))
		}
	}
	if untrue != untrueStories {
		t.Errorf("%d untrue stories, want %d", untrue, untrueStories)
	}
	if apt != aptWords {
		t.Errorf("%d answers with apt words, want %d", apt, aptWords)
	}
	if 100*untrue > 2*len(all) || 100*apt < 75*len(all) {
		t.Errorf("of %d answers %d get an untrue story, %d apt words", len(all), untrue, apt)
	}
}

// TestWrongAnswersReachAll checks that the table has an answer to each question, and four to each derivation.
func TestWrongAnswersReachAll(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	count := map[string]int{}
	for _, w := range readWrong(t) {
		count[w.screen]++
	}
	for _, l := range course.Lessons {
		for _, s := range slices.Concat(l.Screens, l.Review) {
			least := 1
			if s.Question == nil {
				continue
			}
			if _, derive := s.Question.(*lessons.Derive); derive {
				least = 4
			}
			if count[s.ID] < least {
				t.Errorf("%s has %d wrong answers in the table, want %d", s.ID, count[s.ID], least)
			}
		}
	}
}

func readWrong(t *testing.T) []wrongAnswer {
	t.Helper()
	text, err := os.ReadFile("testdata/wrong.tsv")
	if err != nil {
		t.Fatal(err)
	}
	var all []wrongAnswer
	for i, line := range strings.Split(strings.TrimSpace(string(text)), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 7 {
			t.Fatalf("line %d has %d cells, want 7", i+1, len(cells))
		}
		if i == 0 {
			continue
		}
		w := wrongAnswer{id: cells[0], screen: cells[1], level: cells[2], text: cells[4], may: strings.Split(cells[5], "|")}
		if cells[3] != "" {
			w.before = strings.Split(cells[3], " ;; ")
		}
		all = append(all, w)
	}
	return all
}

// play answers the question, after the lines before it.
func (w wrongAnswer) play(t *testing.T, course *lessons.Course) grade.Feedback {
	t.Helper()
	words := []string{w.screen}
	if w.level != "" {
		words = append(words, w.level)
	}
	a := begin(t, course, words)
	for _, line := range w.before {
		if f := a.Answer(line); f.Kind != grade.Step {
			t.Errorf("%s: the line before, %s, is %s, want a step", w.id, line, f.Kind)
		}
	}
	s, _ := course.Screen(w.screen)
	if c, ok := s.Question.(*lessons.Choice); ok {
		return a.Answer(w.option(t, c, a.State().Options))
	}
	return a.Answer(w.text)
}

// option returns the number that an option has on the screen; option n is the n-th wrong one in the lesson.
func (w wrongAnswer) option(t *testing.T, c *lessons.Choice, shown []lessons.Text) string {
	t.Helper()
	var n int
	if _, err := fmt.Sscanf(w.text, "option %d", &n); err != nil || n < 1 || n >= len(c.Options) {
		t.Fatalf("%s: no %s", w.id, w.text)
	}
	at := slices.IndexFunc(shown, func(o lessons.Text) bool { return o.Plain() == c.Options[n].Text.Plain() })
	return fmt.Sprint(at + 1)
}

// toldOf returns what is told of a wrong answer: own for words that the lesson has for it, the IDs of slips, or - for
// no story.
func toldOf(t *testing.T, course *lessons.Course, screen string, f grade.Feedback) string {
	t.Helper()
	s, _ := course.Screen(screen)
	listed := func(w lessons.Wrong) bool { return len(f.Say) > 0 && f.Say[0].Plain() == w.Say.Plain() }
	switch {
	case f.Slip == "":
		return "-"
	case f.Slip == lessons.OwnSlip, slices.ContainsFunc(wrongOf(s.Question), listed):
		return lessons.OwnSlip
	}
	first, _ := course.Slip(f.Slip)
	for _, second := range course.Slips {
		if len(f.Say) > 0 && f.Say[0].Plain() == lessons.Together(first, second) {
			return first.ID + "+" + second.ID
		}
	}
	return f.Slip
}

// wrongOf returns the wrong answers that the author of a question has words for.
func wrongOf(q lessons.Question) []lessons.Wrong {
	switch q := q.(type) {
	case *lessons.Expression:
		return q.Wrong
	case *lessons.Number:
		return q.Wrong
	case *lessons.Derive:
		return q.Wrong
	case *lessons.Lab:
		return q.Wrong
	case *lessons.Choice, *lessons.Spot:
	}
	return nil
}
