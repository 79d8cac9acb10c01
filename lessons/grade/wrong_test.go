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

// What is told of the wrong answers in testdata/wrong.tsv. Each was labelled before it was tried; what was told and found
// to be true only then stands in a column of its own. The counts are exact, so that none gets better or worse unnoticed.
const (
	untrueStories = 0   // a story that is not known to be true of that answer
	aptWords      = 633 // a true story, or none where there is none to tell
	// untrueUnforeseen are the untrue stories to formulas where no author foresaw the answer.
	untrueUnforeseen = 2
	// mostUntrue and leastApt are in hundredths of the answers.
	mostUntrue, leastApt = 2, 75
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
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	all := readWrong(t)
	untrue, apt := measure(t, course, all)
	if untrue != untrueStories {
		t.Errorf("%d untrue stories, want %d", untrue, untrueStories)
	}
	if apt != aptWords {
		t.Errorf("%d answers with apt words, want %d", apt, aptWords)
	}
	if 100*untrue > mostUntrue*len(all) || 100*apt < leastApt*len(all) {
		t.Errorf("of %d answers %d get an untrue story, %d apt words", len(all), untrue, apt)
	}
}

// TestUnforeseen plays the same answers where no author has words for them, so that the slips have to tell.
func TestUnforeseen(t *testing.T) {
	if testing.Short() {
		t.Skip("takes long under the race detector, and shares nothing")
	}
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	var formulas []wrongAnswer
	for _, w := range readWrong(t) {
		s, _ := course.Screen(w.screen)
		switch q := s.Question.(type) {
		case *lessons.Expression:
			q.Wrong = nil
		case *lessons.Derive:
			q.Wrong = nil
		case *lessons.Choice, *lessons.Lab, *lessons.Number, *lessons.Spot:
			continue
		}
		formulas = append(formulas, w)
	}
	if untrue, _ := measure(t, course, formulas); untrue != untrueUnforeseen {
		t.Errorf("of %d answers %d get an untrue story, want %d", len(formulas), untrue, untrueUnforeseen)
	}
}

// measure counts the answers that are told what is not known to be true, and those that get apt words. It lists the rest.
func measure(t *testing.T, course *lessons.Course, all []wrongAnswer) (untrue, apt int) {
	t.Helper()
	for _, w := range all {
		f := w.play(t, course)
		if !w.refused(f.Kind) {
			t.Errorf("%s: %s to %s is %s, want wrong", w.id, w.text, w.screen, f.Kind)
		}
		told := toldOf(course, w.screen, f)
		switch {
		case slices.Contains(w.may, told):
			apt++
		case told == "-":
			t.Logf("%s: %s to %s: nothing is told, %s may be", w.id, w.text, w.screen, strings.Join(w.may, ", "))
		default:
			untrue++
			t.Logf("%s: %s to %s: UNTRUE: %s is told, %s may be", w.id, w.text, w.screen, told, strings.Join(w.may, ", "))
		}
	}
	return untrue, apt
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
	all, err := course.All()
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range all {
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

// documented are answers that people are known to give, from forums, courses and code.
var documented = []wrongAnswer{
	{screen: "sigmoid/values", text: "244.69"},
	{screen: "sigmoid-derivative/steepest", text: "1/2"},
	{screen: "cross-entropy/believer", text: "1.2040"},
	{screen: "sigmoid/inverse", text: "y/(1-y)"},
	{screen: "sigmoid/inverse", text: "1/(1+e^-y)"},
	{screen: "sigmoid-derivative/quotient-rule", text: "1/(-e^-x)"},
	{screen: "sigmoid-derivative/chain-rule", text: "(1+e^-x)^-2"},
	{screen: "sigmoid-derivative/in-terms-of-g", text: "x*(1-x)"},
	{screen: "entropy/coin", text: "p ln p"},
	{screen: "entropy/coin", text: "-p ln p - q ln q"},
	{screen: "cross-entropy/two-classes", text: "(yhat-t)^2"},
	{screen: "cross-entropy/two-classes", text: "-ln yhat - ln(1-yhat)"},
	{screen: "cross-entropy/two-classes", text: "t ln yhat"},
	{screen: "bce-derivative/both", text: "-t/yhat + 1-t/(1-yhat)"},
	{screen: "linear-regression/cost", text: "1/m sum(i=1..m, |h_i-y_i|)"},
	{screen: "linear-regression/cost", text: "1/(2m) sum(i=1..m, |h_i-y_i|)"},
	{screen: "linear-regression/cost", text: "sqrt(1/m sum(i=1..m, (h_i-y_i)^2))"},
	{screen: "linear-regression/cost", text: "1/(2m) (h-y)^2"},
	{screen: "linear-regression/one-example", text: "(θ_0+θ_1 x-y)(1+x)"},
	{screen: "linear-regression/batch", text: "1/m sum(i=1..m, (h_i-y_i) x)"},
	{screen: "linear-regression/run", text: "1/m sum(i=1..m, h_i-y_i) sum(i=1..m, x_ij)"},
	{screen: "logistic-regression/middle-link", text: "z(1-z)"},
	{screen: "logistic-regression/middle-link", text: "sigma(yhat)(1-sigma(yhat))"},
	{screen: "logistic-regression/middle-link", text: "1-yhat^2"},
	{screen: "logistic-regression/batch", text: "1/m sum(i=1..m, (yhat_i-t_i) x)"},
	{screen: "logistic-regression/wrong-loss", text: "(sigma(z)-t) z(1-z)"},
	{screen: "softmax/other-score", text: "-p_2"},
	{screen: "whole-way/blank-page", text: "-(t/yhat-(1-t)/(1-yhat))"},
	{screen: "whole-way/batch-slope", text: "1/m sum(i=1..m, (yhat_i-t_i) x)"},
	{screen: "whole-way/batch", text: "1/m sum(i=1..m, (yhat_i-t_i)/(yhat_i (1-yhat_i)))"},
}

// TestDocumented checks that answers which people are known to give get words of their own.
func TestDocumented(t *testing.T) {
	course, err := content.Course()
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range documented {
		if f := w.play(t, course); f.Kind != grade.Wrong || toldOf(course, w.screen, f) != lessons.OwnSlip {
			t.Errorf("%s to %s: %s", w.text, w.screen, strings.Join(words(f), " "))
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
	for i, line := range strings.Split(strings.TrimRight(string(text), "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != 8 {
			t.Fatalf("line %d has %d cells, want 8", i+1, len(cells))
		}
		if i == 0 {
			continue
		}
		w := wrongAnswer{id: cells[0], screen: cells[1], level: cells[2], text: cells[4], may: strings.Split(cells[5], "|")}
		if cells[7] != "" {
			w.may = append(w.may, strings.Split(cells[7], "|")...)
		}
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

// refused reports whether the answer counts as wrong. One of which there is no story may be sent back as another kind of
// answer than was asked for.
func (w wrongAnswer) refused(k grade.Kind) bool {
	otherKind := k == grade.Form || k == grade.Unreadable
	return k == grade.Wrong || k == grade.Undefined || otherKind && slices.Contains(w.may, "-")
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
func toldOf(course *lessons.Course, screen string, f grade.Feedback) string {
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
			return string(first.ID + "+" + second.ID)
		}
	}
	return string(f.Slip)
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
