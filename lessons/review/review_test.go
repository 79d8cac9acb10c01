package review_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"chainrule/lessons"
	"chainrule/lessons/content"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

func course(tb testing.TB) *lessons.Course {
	tb.Helper()
	c, err := content.Course()
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// allOf returns the lessons of a course, optional ones too.
func allOf(tb testing.TB, c *lessons.Course) []*lessons.Lesson {
	tb.Helper()
	all, err := c.All()
	if err != nil {
		tb.Fatal(err)
	}
	return all
}

// lessonsOf returns the lessons of a course that everybody does.
func lessonsOf(tb testing.TB, c *lessons.Course) []*lessons.Lesson {
	tb.Helper()
	var all []*lessons.Lesson
	for _, e := range c.Lessons {
		l, err := e.Lesson()
		if err != nil {
			tb.Fatal(err)
		}
		if !e.Optional {
			all = append(all, l)
		}
	}
	return all
}

var start = time.Date(2026, 1, 2, 20, 0, 0, 0, time.UTC)

func at(days float64) time.Time { return start.Add(time.Duration(days * 24 * float64(time.Hour))) }

// endOf reads an end as a table writes it: the day, the screen, the seed, and how it went; of a derivation its level, too.
// How is right, slip:ID, mended, hint1 to hint3, or shown.
func endOf(t *testing.T, c *lessons.Course, text string) journal.End {
	t.Helper()
	words := strings.Fields(text)
	day, err := strconv.ParseFloat(words[0], 64)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	screen, err := c.Screen(words[1])
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	seed, err := strconv.ParseUint(words[2], 10, 64)
	if err != nil {
		t.Fatalf("%q: %v", text, err)
	}
	e := journal.End{At: at(day), Lesson: screen.Lesson, Screen: screen.ID, Seed: seed, Skills: screen.Question.About().Skills, Aided: true}
	for _, word := range words[3:] {
		slip, slipped := strings.CutPrefix(word, "slip:")
		rung, hinted := strings.CutPrefix(word, "hint")
		switch {
		case slipped:
			e.Slips = append(e.Slips, slip)
		case hinted:
			e.Rung = int(rung[0] - '0')
		case word == "right":
			e.Aided = false
		case word == "shown":
			e.Shown = true
		case word == "mended":
		default:
			e.Level = word
		}
	}
	return e
}

// TestMastery plays what a learner did, and tells how far a skill is learnt and how many successes in a row there are.
func TestMastery(t *testing.T) {
	c := course(t)
	for row := range strings.SplitSeq(strings.TrimSpace(`
0 sigmoid/values 0 mended -> sigmoid-value met 0
0 sigmoid/values 0 right -> sigmoid-value fresh 1
0 sigmoid/values 0 right; 0.1 sigmoid/values 1 right -> sigmoid-value fresh 2
0 sigmoid/values 0 right; 0.4 sigmoid/values 0 right -> sigmoid-value fresh 1
0 sigmoid/values 0 right; 0.4 sigmoid/values 5 right -> sigmoid-value fresh 1
0 sigmoid/values 0 right; 0.4 sigmoid/values 1 right -> sigmoid-value known 2
0 sigmoid/values 0 right; 0.32 sigmoid/values 1 right -> sigmoid-value fresh 2
0 sigmoid/values 0 right; 0.1 sigmoid/values 1 right; 0.4 sigmoid/values 0 right -> sigmoid-value fresh 3
0 sigmoid/values 0 right; 0.1 sigmoid/values 1 right; 0.4 sigmoid/values 1 right -> sigmoid-value known 2
0 sigmoid/values 0 right; 0.1 sigmoid/values 1 right; 0.4 sigmoid/values 2 right -> sigmoid-value known 3
0 sigmoid/values 0 right; 0.4 sigmoid/values 0 right; 0.8 sigmoid/values 1 right -> sigmoid-value known 2
0 sigmoid/values 0 right; 0.4 sigmoid/values 1 mended; 0.8 sigmoid/values 2 right -> sigmoid-value fresh 1
0 sigmoid/values 0 right; 0.4 sigmoid/values 1 right; 0.8 sigmoid/values 2 hint1 -> sigmoid-value met 0
0 sigmoid/forms 0 worked right; 1 sigmoid/forms 0 worked right -> exp-algebra met 0
0 sigmoid/forms 0 faded right; 1 sigmoid/forms 0 free right -> exp-algebra known 2
0 sigmoid/forms 0 faded right; 1 sigmoid/forms 1 faded right -> exp-algebra fresh 1
0 sigmoid/forms 0 faded right; 1 sigmoid/odds 0 faded right -> exp-algebra known 2
`), "\n") {
		did, want, _ := strings.Cut(row, " -> ")
		s := review.New(c)
		for one := range strings.SplitSeq(did, "; ") {
			s.Take(endOf(t, c, one))
		}
		id, _, _ := strings.Cut(want, " ")
		skill, ok := s.Skill(id, at(2))
		if !ok {
			t.Fatalf("no skill %s", id)
		}
		if got := fmt.Sprintf("%s %s %d", id, skill.Mastery, skill.Row); got != want {
			t.Errorf("%s -> %s, want %s", did, got, want)
		}
	}
}

// TestMemory tells the memory of a skill two days later: its stability and difficulty, how likely it is recalled, and in how
// many days it is due. The first answers are those of FSRS.
func TestMemory(t *testing.T) {
	c := course(t)
	for row := range strings.SplitSeq(strings.TrimSpace(`
0 sigmoid/values 0 right -> sigmoid-value: 3.17 days, difficulty 5.3, recall 93 %, due in 1.2 days
0 sigmoid/values 0 mended -> sigmoid-value: 1.18 days, difficulty 6.5, recall 85 %, due now
0 sigmoid/values 0 hint2 -> sigmoid-value: 1.18 days, difficulty 6.5, recall 85 %, due now
0 sigmoid/values 0 hint3 -> sigmoid-value: 0.40 days, difficulty 7.2, recall 68 %, due now
0 sigmoid/values 0 shown -> sigmoid-value: 0.40 days, difficulty 7.2, recall 68 %, due now
0 sigmoid/values 0 right; 0 sigmoid/values 1 right -> sigmoid-value: 3.17 days, difficulty 5.3, recall 93 %, due in 1.2 days
0 sigmoid/values 0 right; 2 sigmoid/values 1 right -> sigmoid-value: 8.38 days, difficulty 5.3, recall 100 %, due in 8.4 days
0 sigmoid/values 0 right; 2 sigmoid/values 1 mended -> sigmoid-value: 4.38 days, difficulty 6.0, recall 100 %, due in 4.4 days
0 sigmoid/values 0 right; 2 sigmoid/values 1 shown -> sigmoid-value: 0.99 days, difficulty 6.8, recall 100 %, due in 1.0 days
`), "\n") {
		did, want, _ := strings.Cut(row, " -> ")
		s := review.New(c)
		for one := range strings.SplitSeq(did, "; ") {
			s.Take(endOf(t, c, one))
		}
		id, _, _ := strings.Cut(want, ":")
		if got := memoryOf(s, id, at(2)); got != want {
			t.Errorf("%s -> %s, want %s", did, got, want)
		}
	}
}

func memoryOf(s *review.State, id string, now time.Time) string {
	k, _ := s.Skill(id, now)
	due := "now"
	if !k.IsDue {
		due = fmt.Sprintf("in %.1f days", k.Due.Sub(now).Hours()/24)
	}
	return fmt.Sprintf("%s: %.2f days, difficulty %.1f, recall %.0f %%, due %s", id, k.Stability, k.Difficulty, 100*k.Recall, due)
}

// TestCredit lets tasks repeat a skill by the way. In each row diff-chain was answered on day 0, and is looked at on day 3.
func TestCredit(t *testing.T) {
	c := course(t)
	for _, row := range []struct{ did, want, why string }{
		{"", "3.17 days, difficulty 5.3, recall 90 %, due in 0.2 days", "nothing was repeated"},
		{"3 sigmoid-derivative/denominator 0 right", "10.74 days, difficulty 5.3, recall 100 %, due in 10.7 days", "the skill itself"},
		{"3 sigmoid-derivative/twice-x 0 right", "5.17 days, difficulty 5.3, recall 96 %, due in 3.4 days", "two fifths of that way"},
		{"0.1 sigmoid-derivative/twice-x 0 right", "3.17 days, difficulty 5.3, recall 90 %, due in 0.2 days", "within a night nothing"},
		{"3 sigmoid-derivative/twice-x 0 mended", "3.17 days, difficulty 5.3, recall 90 %, due in 0.2 days", "help repeats nothing"},
		{"3 sigmoid-derivative/twice-x 0 shown", "3.17 days, difficulty 5.3, recall 90 %, due in 0.2 days", "nor does a failure"},
		{"3 sigmoid-derivative/why-this-form 0 right", "3.17 days, difficulty 5.3, recall 90 %, due in 0.2 days", "a choice works nothing out"},
		{"3 sigmoid-derivative/slope-from-height 0 right", "3.17 days, difficulty 5.3, recall 90 %, due in 0.2 days", "its author took it out"},
	} {
		s := review.New(c)
		s.Take(endOf(t, c, "0 sigmoid-derivative/denominator 0 right"))
		if row.did != "" {
			s.Take(endOf(t, c, row.did))
		}
		if got, want := memoryOf(s, "diff-chain", at(3)), "diff-chain: "+row.want; got != want {
			t.Errorf("%s: %q -> %s, want %s", row.why, row.did, got, want)
		}
	}
	s := review.New(c)
	s.Take(endOf(t, c, "0 sigmoid-derivative/twice-x 0 right"))
	if k, _ := s.Skill("diff-chain", at(0)); k.Mastery != review.Unmet || k.Asked != 0 || !k.Due.IsZero() {
		t.Errorf("a skill that was never asked for is %+v", k)
	}
}

// TestLook has a skill fail on which others rest: those that were met are due for a look, and what is known of them stays.
func TestLook(t *testing.T) {
	c := course(t)
	s := review.New(c)
	for _, one := range []string{
		"0 linear-regression/constant-term 0 right", "0 logistic-regression/no-constant 0 right", "0 sigmoid-derivative/twice-x 0 right",
		"0 sigmoid-derivative/square 0 right",
	} {
		s.Take(endOf(t, c, one))
	}
	before := s.Skills(at(0.5))
	s.Take(endOf(t, c, "0.5 sigmoid-derivative/square 0 shown"))
	var looks []string
	for i, k := range s.Skills(at(0.5)) {
		if k.Look {
			looks = append(looks, k.ID)
		}
		if k.Look && (!k.IsDue || k.Stability != before[i].Stability || k.Mastery != before[i].Mastery || k.Due.After(at(0.5))) {
			t.Errorf("a look made %+v of %+v", k, before[i])
		}
	}
	if got := strings.Join(looks, " "); got != "partial-derivative logistic-gradient" {
		t.Errorf("to be looked at: %s", got)
	}
	s.Take(endOf(t, c, "0.6 linear-regression/parabola 0 right"))
	if k, _ := s.Skill("partial-derivative", at(0.6)); k.Look || k.IsDue {
		t.Errorf("it was looked at, and is %+v", k)
	}
}

// TestBlame fails a question of two skills, one of which is far likelier to be forgotten: that one loses more.
func TestBlame(t *testing.T) {
	c := course(t)
	s := review.New(c)
	for _, one := range []string{
		"0 bce-derivative/label-1 0 right", "10 sigmoid-derivative/square 0 right", "10.5 bce-derivative/label-0 0 shown",
	} {
		s.Take(endOf(t, c, one))
	}
	for _, want := range []string{
		"diff-log: 1.58 days, difficulty 6.7, recall 100 %, due in 1.6 days",
		"diff-chain: 2.92 days, difficulty 5.4, recall 100 %, due in 2.9 days",
	} {
		id, _, _ := strings.Cut(want, ":")
		if got := memoryOf(s, id, at(10.5)); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}

// finish finishes all screens of a lesson without help.
func finish(s *review.State, l *lessons.Lesson, now time.Time) {
	for _, screen := range l.Screens {
		s.Take(answered(screen, now, 0, ""))
	}
}

// answered returns the end of a screen that went without help.
func answered(screen *lessons.Screen, now time.Time, seed uint64, task string) journal.End {
	e := journal.End{At: now, Lesson: screen.Lesson, Screen: screen.ID, Seed: seed, Task: task}
	if screen.Question == nil {
		return e
	}
	e.Skills = slices.Clone(screen.Question.About().Skills)
	if _, ok := screen.Question.(*lessons.Derive); ok {
		e.Level = lessons.Free.String()
	}
	return e
}
