package review_test

import (
	"fmt"
	"math"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"pgregory.net/rapid"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	_ "chainrule/mathcore/exprtest/fixed"
)

// all tells everything that a state says at a time.
func all(s *review.State, now time.Time) []any {
	next, _ := s.Next(now, 1)
	return []any{
		s.Skills(now), s.Lessons(now), s.Slips(now), s.Days(time.UTC), s.Coming(now), s.Due(now), next.Screen, next.Seed, next.Level, next.Due,
	}
}

// someEnd draws the end of a question of the first lessons.
func someEnd(t *rapid.T, screens []*lessons.Screen, now time.Time) journal.End {
	e := answered(rapid.SampledFrom(screens).Draw(t, "screen"), now, rapid.Uint64Range(0, 3).Draw(t, "seed"), rapid.SampledFrom([]string{"", "review"}).Draw(t, "task"))
	switch rapid.IntRange(0, 3).Draw(t, "how") {
	case 0:
		e.Aided, e.Slips = true, []string{"sign"}
	case 1:
		e.Aided, e.Shown = true, true
	}
	return e
}

func screensOf(tb testing.TB, c *lessons.Course, upTo int) []*lessons.Screen {
	tb.Helper()
	var screens []*lessons.Screen
	for _, l := range lessonsOf(tb, c)[:upTo] {
		screens = append(screens, l.Screens...)
		screens = append(screens, l.Review...)
	}
	return screens
}

// TestFollow keeps a record and follows it now and then. That gives the state that the same record gives when it is read
// again and followed at once.
func TestFollow(t *testing.T) {
	c := course(t)
	screens := screensOf(t, c, 3)
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		path := filepath.Join(dir, fmt.Sprint(n), "journal.jsonl")
		now := start
		live := review.New(c)
		for range rapid.IntRange(1, 3).Draw(t, "sittings") {
			j := journal.Open(path, func() time.Time { return now }, nil)
			for range rapid.IntRange(0, 8).Draw(t, "ends") {
				now = now.Add(time.Duration(rapid.IntRange(-30, 90).Draw(t, "hours")) * time.Hour)
				e := someEnd(t, screens, now)
				kind := journal.Finished
				if e.Task != "" {
					kind = journal.Reviewed
				}
				for _, slip := range e.Slips {
					_ = j.Append(journal.Event{Kind: journal.Answered, Lesson: e.Lesson, Screen: e.Screen, Task: e.Task, Verdict: "wrong", Slip: slip})
				}
				shown := 0
				if e.Shown {
					shown = 1
				}
				_ = j.Append(journal.Event{
					Kind: kind, Lesson: e.Lesson, Screen: e.Screen, Task: e.Task, Seed: e.Seed, Level: e.Level, Skills: e.Skills, Aided: e.Aided, Shown: shown,
				})
				if rapid.Bool().Draw(t, "follow") {
					live.Follow(j.State())
				}
			}
			live.Follow(j.State())
			if err := j.Close(); err != nil {
				t.Fatal(err)
			}
		}
		again := review.New(c)
		again.Follow(journal.Read(path, nil).State())
		later := now.Add(time.Duration(rapid.IntRange(-100, 1000).Draw(t, "later")) * time.Hour)
		if a, b := all(live, later), all(again, later); !reflect.DeepEqual(a, b) {
			t.Errorf("live\n%+v\nread again\n%+v", a, b)
		}
	})
}

// TestClockSet sets the clock back or forward between two answers. What was earned before stays, to the digit, and later
// successes earn as much as ever.
func TestClockSet(t *testing.T) {
	c := course(t)
	screens := screensOf(t, c, 2)
	rapid.Check(t, func(t *rapid.T) {
		s, steady := review.New(c), review.New(c)
		now, shift := start, time.Duration(0)
		for range rapid.IntRange(1, 12).Draw(t, "ends") {
			now = now.Add(time.Duration(rapid.IntRange(0, 90).Draw(t, "hours")) * time.Hour)
			e := someEnd(t, screens, now)
			steady.Take(e)
			e.At = now.Add(shift)
			s.Take(e)
			if rapid.IntRange(0, 3).Draw(t, "set") > 0 {
				continue
			}
			// The clock is set back at once, so that no time is lost by it but that of the jump.
			shift -= time.Duration(rapid.IntRange(0, 100_000).Draw(t, "back")) * time.Hour
			before := s.Skills(now)
			for i, k := range s.Skills(now.Add(shift)) {
				if k.Stability != before[i].Stability || k.Mastery != before[i].Mastery || k.Recall < before[i].Recall-1e-9 || k.Row != before[i].Row {
					t.Errorf("%s was %v, and with the clock set back it is %v", k.ID, before[i], k)
				}
			}
			e = journal.End{At: now.Add(shift), Lesson: "sigmoid", Screen: "sigmoid/squash"} // something is read
			s.Take(e)
			e.At = now
			steady.Take(e)
		}
		for i, k := range s.Skills(now.Add(shift)) {
			want := steady.Skills(now)[i]
			if math.Abs(k.Stability-want.Stability) > 1e-9 || k.Mastery != want.Mastery || k.IsDue != want.IsDue {
				t.Errorf("%s is %+v, with a steady clock %+v", k.ID, k, want)
			}
		}
	})
}

// TestGrowth answers nothing but rightly: no stability falls, no skill is learnt less than before, and each that is asked on
// several evenings becomes known.
func TestGrowth(t *testing.T) {
	c := course(t)
	screens := screensOf(t, c, 4)
	rapid.Check(t, func(t *rapid.T) {
		s := review.New(c)
		now := start
		before := s.Skills(now)
		for range rapid.IntRange(1, 30).Draw(t, "ends") {
			now = now.Add(time.Duration(rapid.IntRange(0, 200).Draw(t, "hours")) * time.Hour)
			e := answered(rapid.SampledFrom(screens).Draw(t, "screen"), now, rapid.Uint64Range(0, 3).Draw(t, "seed"), "review")
			s.Take(e)
			after := s.Skills(now)
			for i, k := range after {
				if k.Stability < before[i].Stability || k.Mastery < before[i].Mastery || k.Row < before[i].Row {
					t.Errorf("after %s %s fell from %+v to %+v", e.Screen, k.ID, before[i], k)
				}
			}
			before = after
		}
	})
}

// TestCreditIsBounded lets a skill be repeated by the way over and over on one evening. That is never worth more than a little
// above one repetition of the skill itself, and a repetition by the way never more than that.
func TestCreditIsBounded(t *testing.T) {
	c := course(t)
	const itself, byTheWay = "sigmoid-derivative/denominator", "sigmoid-derivative/twice-x"
	play := func(days float64, screens ...string) float64 {
		s := review.New(c)
		for i, id := range append([]string{itself}, screens...) {
			when := days
			if i == 0 {
				when = 0
			}
			s.Take(endOf(t, c, fmt.Sprintf("%g %s 0 right", when, id)))
		}
		k, _ := s.Skill("diff-chain", at(days))
		return k.Stability
	}
	for _, days := range []float64{0.1, 0.5, 1, 2, 3.2, 7, 20, 100} {
		nothing, full, once := play(days), play(days, itself), play(days, byTheWay)
		if once < nothing || once > nothing+0.4*(full-nothing)+1e-9 {
			t.Errorf("after %g days: nothing %.3f, by the way %.3f, itself %.3f", days, nothing, once, full)
		}
		var many []string
		for range 30 {
			many = append(many, byTheWay)
		}
		const little = 1.25
		if often := play(days, many...); often-nothing > little*(full-nothing) {
			t.Errorf("after %g days thirty times by the way make %.3f of %.3f, once itself %.3f", days, often, nothing, full)
		}
	}
}
