package session_test

import (
	"path/filepath"
	"slices"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/tui/session"
)

// TestTask asks a question outside its lesson, leaves in the midst and comes back: it must be as it was left, the place and the
// level in the lesson must stay, and its end must count as one of the task.
func TestTask(t *testing.T) {
	record := filepath.Join(t.TempDir(), "journal.jsonl")
	d := openSession(t, record)
	derive := screen(t, d, "slope/5")
	keep(t, d.Attempt(screen(t, d, "slope/2")).Begin())
	task := review.Task{Screen: derive, Seed: 3, Level: lessons.Free}
	a := d.Task("warm-up", task)
	keep(t, a.Begin())
	_, save := a.Answer("-(1+e^-x)^-2 * d/dx(1+e^-x)")
	keep(t, save)
	keep(t, a.Level(lessons.Free))
	_, save = a.Answer("-(1+e^-x)^-2 * (-e^-x)")
	keep(t, save)

	d = openSession(t, record)
	if a := d.Attempt(derive); a.Running() || a.State().Level != lessons.Worked {
		t.Errorf("in the lesson the question is running (%v) at the level %s", a.Running(), a.State().Level)
	}
	other := task
	other.Seed = 7
	b := d.Task("warm-up", other)
	if want, got := a.State(), b.State(); !b.Running() || len(got.Lines) != len(want.Lines) || got.Level != want.Level {
		t.Fatalf("taken up with %d lines at the level %s, left with %d at %s", len(got.Lines), got.Level, len(want.Lines), want.Level)
	}
	_, save = b.Answer("e^-x/(1+e^-x)^2")
	keep(t, save)
	if !b.State().Finished {
		t.Fatal("not finished")
	}
	keep(t, b.Finish())
	check(t, d.Look(func(s *journal.State) {
		ends := s.Ends()
		if len(ends) != 1 || ends[0].Task != "warm-up" || ends[0].Screen != derive.ID || ends[0].Seed != 3 || ends[0].Level != "free" {
			t.Errorf("ends: %+v", ends)
		}
		if at, _ := s.Resume("slope"); at != "slope/2" || s.Finished(derive.ID) {
			t.Errorf("in the lesson one is at %s, and the screen of the task is finished: %v", at, s.Finished(derive.ID))
		}
	}))
	if c := d.Task("warm-up", other); c.Running() || len(c.State().Lines) > 1 {
		t.Error("a task that came to its end is taken up again")
	}
}

// TestKnow holds that what the learner knows follows what was done at once, and that the seed is another one after it.
func TestKnow(t *testing.T) {
	d := openSession(t, filepath.Join(t.TempDir(), "journal.jsonl"))
	look := func() (seed uint64, met review.Mastery) {
		check(t, d.Know(func(k session.Knowledge) {
			i := slices.IndexFunc(k.Skills(k.Now), func(s review.Skill) bool { return s.ID == "diff-chain" })
			seed, met = k.Seed, k.Skills(k.Now)[i].Mastery
		}))
		return seed, met
	}
	seed, met := look()
	if met != review.Unmet || len(d.Plan(review.Wish{Tasks: 1})) != 0 {
		t.Errorf("at first the skill is %s", met)
	}
	a := d.Attempt(screen(t, d, "slope/5"))
	_, save := a.Answer("e^x/2")
	keep(t, save)
	keep(t, a.Finish())
	after, met := look()
	if after == seed || met != review.Met {
		t.Errorf("after a question with a slip the skill is %s, the seed %d and before it %d", met, after, seed)
	}
	if plan := d.Plan(review.Wish{Tasks: 1}); len(plan) != 1 || plan[0].Screen != a.Screen {
		t.Errorf("the plan is %v", plan)
	}
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
