package review_test

import (
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// someSkills is a record of one evening in which a few skills were met.
func someSkills(t *testing.T, c *lessons.Course) *review.State {
	t.Helper()
	s := review.New(c)
	for _, row := range []string{"0 sigmoid/values 0 right", "0 sigmoid/symmetry 0 faded right"} {
		s.Take(endOf(t, c, row))
	}
	return s
}

// drawnEnd is the end of a draw: without help, or after a slip, or with the answer shown.
func drawnEnd(c *lessons.Course, d lessons.Draw, day float64, how string) journal.End {
	f, _ := c.Family(d.Family)
	e := journal.End{At: at(day), Lesson: f.Lesson, Screen: d.String(), Task: "review", Seed: d.Seed, Skills: f.Skills}
	switch how {
	case "slip":
		e.Aided, e.Slips = true, []string{"sign"}
	case "hint":
		e.Aided, e.Rung = true, 1
	case "shown":
		e.Aided, e.Shown = true, true
	}
	return e
}

// TestTenTasks: a review has ten tasks though few skills were met, no draw comes twice in it, and without draws it is short.
func TestTenTasks(t *testing.T) {
	c := course(t)
	s := someSkills(t, c)
	plan := s.Plan(at(3), 1, review.Wish{Tasks: 10, Draws: true})
	if len(plan) != 10 {
		t.Fatalf("%d tasks", len(plan))
	}
	seen := map[string]bool{}
	for _, task := range plan {
		id := task.Draw.String()
		if task.Screen != nil {
			id = task.Screen.ID
		}
		if seen[id] {
			t.Errorf("%s comes twice", id)
		}
		seen[id] = true
		if f, drawn := c.Family(task.Draw.Family); drawn && f.Lesson != "sigmoid" {
			t.Errorf("%s is asked before its lesson", f.ID)
		}
	}
	for _, task := range s.Plan(at(3), 1, review.Wish{Tasks: 10}) {
		if task.Screen == nil {
			t.Error("a draw comes where none is wished for")
		}
	}
}

// TestDifficulty plays how draws of one family went, and tells how hard the next one is. Nobody is asked.
func TestDifficulty(t *testing.T) {
	c := course(t)
	for _, row := range []struct {
		hows []string
		want lessons.Difficulty
	}{
		{nil, lessons.Easy},
		{[]string{"right"}, lessons.Easy},
		{[]string{"right", "right"}, lessons.Medium},
		{[]string{"right", "hint", "right"}, lessons.Easy},
		{[]string{"right", "right", "right", "right"}, lessons.Hard},
		{[]string{"right", "right", "slip"}, lessons.Easy},
		{[]string{"right", "right", "right", "right", "slip"}, lessons.Medium},
		{[]string{"right", "right", "right", "right", "right", "right"}, lessons.Hard},
		{[]string{"shown"}, lessons.Easy},
	} {
		s := someSkills(t, c)
		next := func(day float64) lessons.Draw {
			for _, task := range s.Plan(at(day), 1, review.Wish{Tasks: 20, Skills: []string{"sigmoid-value"}, Draws: true}) {
				if task.Draw.Family == "sigmoid-values" {
					return task.Draw
				}
			}
			t.Fatal("the family is not asked")
			return lessons.Draw{}
		}
		day := 1.0
		for _, how := range row.hows {
			d := next(day)
			s.Take(drawnEnd(c, d, day, how))
			if again := next(day + 0.5); again.Seed <= d.Seed {
				t.Errorf("after the seed %d comes %d", d.Seed, again.Seed)
			}
			day++
		}
		if got := next(day).Difficulty; got != row.want {
			t.Errorf("after %v comes %s, want %s", row.hows, got, row.want)
		}
	}
}

// TestChosenDifficulty: where a difficulty was chosen, everything is drawn, at that difficulty.
func TestChosenDifficulty(t *testing.T) {
	c := course(t)
	s := someSkills(t, c)
	for _, d := range lessons.Difficulties {
		for _, task := range s.Plan(at(1), 1, review.Wish{Tasks: 5, Skills: []string{"sigmoid-value"}, Draws: true, Difficulty: d}) {
			if task.Draw.Difficulty != d {
				t.Errorf("at %s comes %v", d, task)
			}
		}
	}
}

// TestDrawnEnds: a draw counts for its skills, each draw as a variant of its own.
func TestDrawnEnds(t *testing.T) {
	c := course(t)
	s := someSkills(t, c)
	d := lessons.Draw{Family: "sigmoid-values", Difficulty: lessons.Easy, Seed: 1}
	s.Take(drawnEnd(c, d, 1, "right"))
	if k, _ := s.Skill("sigmoid-value", at(1)); k.Mastery != review.Known || k.Asked != 2 {
		t.Errorf("after a draw the skill is %s, asked %d times", k.Mastery, k.Asked)
	}
	before, _ := s.Skill("sigmoid-value", at(2))
	d.Family = "gone"
	s.Take(journal.End{At: at(2), Lesson: "sigmoid", Screen: d.String(), Task: "review", Skills: []string{"sigmoid-value"}})
	if after, _ := s.Skill("sigmoid-value", at(2)); after.Asked != before.Asked+1 {
		t.Error("the draw of a family that is gone does not count")
	}
}
