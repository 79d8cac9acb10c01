package review_test

import (
	"testing"

	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

func presume(s *review.State, day float64, skills ...string) {
	s.Take(journal.End{At: at(day), Task: "place", Skills: skills, Presumed: true})
}

// TestPresumed presumes skills known. They are neither new nor known; they are asked for after two weeks though their lesson
// was never opened; a success makes them fresh, and a failure corrects the presumption.
func TestPresumed(t *testing.T) {
	c := course(t)
	for _, known := range []bool{true, false} {
		s := review.New(c)
		presume(s, 0, "surprise", "nats-bits")
		if k, _ := s.Skill("surprise", at(0)); k.Mastery != review.Presumed || k.Asked != 0 || k.IsDue {
			t.Fatalf("presumed, the skill is %+v", k)
		}
		if s.Due(at(13)) != 0 || s.Due(at(15)) != 2 {
			t.Errorf("%d are due after 13 days and %d after 15; want 0 and 2", s.Due(at(13)), s.Due(at(15)))
		}
		task, ok := s.Next(at(15), 0)
		if !ok || task.Screen.Lesson != "entropy" {
			t.Fatalf("nothing of the lesson that was passed over is asked: %v %v", ok, task.Screen)
		}
		e := answered(task.Screen, at(15), task.Seed, "review")
		if !known {
			e.Aided, e.Shown = true, true
		}
		s.Take(e)
		want := map[bool]review.Mastery{true: review.Fresh, false: review.Met}[known]
		k, _ := s.Skill(e.Skills[0], at(15))
		if k.Mastery != want || k.Asked != 1 {
			t.Errorf("after an answer (known: %v) the skill is %v, asked %d times", known, k.Mastery, k.Asked)
		}
		if known == (k.Stability < 14) {
			t.Errorf("after an answer (known: %v) it lasts %v days; it was presumed for 14", known, k.Stability)
		}
		if n := s.Days(at(0).Location()); len(n) != 2 || n[0].Questions != 0 {
			t.Errorf("days of study are %+v: a presumption is no answer", n)
		}
	}
}

// TestPresumedBesideKnown presumes what was shown already: that takes nothing away.
func TestPresumedBesideKnown(t *testing.T) {
	c := course(t)
	s := review.New(c)
	screen := screensOf(t, c, 1)[1]
	s.Take(answered(screen, at(0), 0, ""))
	before, _ := s.Skill(screen.Question.About().Skills[0], at(1))
	presume(s, 1, before.ID)
	if after, _ := s.Skill(before.ID, at(1)); after.Mastery != before.Mastery || after.Stability != before.Stability {
		t.Errorf("it was %v for %v days, and after a presumption it is %v for %v", before.Mastery, before.Stability, after.Mastery, after.Stability)
	}
}

// TestPassedOver presumes all skills of a lesson: it is passed over and not finished, until one of those that it teaches first fails.
func TestPassedOver(t *testing.T) {
	c := course(t)
	s := review.New(c)
	i := c.First()
	e := c.Lessons[i]
	last := len(e.Skills) - 1 // an optional lesson trains the others, too
	presume(s, 0, e.Skills[:last]...)
	if s.Lessons(at(0))[i].PassedOver {
		t.Error("passed over with a skill that is new")
	}
	presume(s, 0, e.Skills[last])
	l := s.Lessons(at(0))[i]
	if !l.PassedOver || l.Progress != review.NotBegun || l.Known != 0 {
		t.Errorf("all presumed, the lesson is %+v", l)
	}
	s.Take(journal.End{At: at(1), Lesson: e.ID, Task: "review", Skills: e.Skills[last:], Aided: true, Shown: true})
	if s.Lessons(at(1))[i].PassedOver {
		t.Error("still passed over after one of its skills failed")
	}
}

// TestEachPresumed presumes each skill alone: there is a question that finds out.
func TestEachPresumed(t *testing.T) {
	c := course(t)
	for _, k := range c.Skills {
		s := review.New(c)
		var below func(id string)
		below = func(id string) {
			presume(s, 0, id)
			of, _ := c.Skill(id)
			for _, b := range of.Below() {
				below(b)
			}
		}
		below(k.ID)
		if plan := s.Plan(at(20), 0, review.Wish{Tasks: 1, Skills: []string{k.ID}}); len(plan) == 0 {
			t.Errorf("%s is presumed known, and no question asks for it", k.ID)
		}
	}
}
