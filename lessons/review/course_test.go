package review_test

import (
	"slices"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/review"
)

// TestReachable goes through the course lesson by lesson, and after each answers what the plan asks on a few evenings. Then
// each skill of the lesson is known: none is out of reach.
func TestReachable(t *testing.T) {
	c := course(t)
	s := review.New(c)
	day := 0.0
	for _, l := range allOf(t, c) {
		finish(s, l, at(day))
		for range 12 {
			day += 2
			for _, task := range s.Plan(at(day), uint64(day), review.Wish{Tasks: 20}) {
				s.Take(answered(task.Screen, at(day), task.Seed, "review"))
			}
		}
		for _, id := range l.Skills {
			if k, _ := s.Skill(id, at(day)); k.Mastery != review.Known {
				t.Errorf("after %s the skill %s is %s, asked for %d times", l.ID, id, k.Mastery, k.Asked)
			}
		}
	}
	for _, k := range s.Skills(at(day)) {
		if k.Mastery != review.Known {
			t.Errorf("%s can never be known", k.ID)
		}
	}
}

// TestEveryQuestion plays four years of reviews after the course, two evenings a week: each question of the course comes up, with
// each of its draws, and each derivation is free in the end.
func TestEveryQuestion(t *testing.T) {
	c := course(t)
	s := review.New(c)
	for i, l := range allOf(t, c) {
		finish(s, l, at(float64(i)))
	}
	type draw struct {
		screen string
		row    uint64
	}
	asked, free := map[draw]int{}, map[string]bool{}
	tasks := 0
	for evening := range 4 * 104 {
		now := at(20 + float64(evening)*3.5)
		for range 10 {
			task, ok := s.Next(now, uint64(evening))
			if !ok {
				t.Fatal("there is nothing to ask")
			}
			tasks++
			asked[draw{task.Screen.ID, task.Seed % rows(task.Screen)}]++
			free[task.Screen.ID] = free[task.Screen.ID] || task.Level == lessons.Free
			s.Take(answered(task.Screen, now, task.Seed, "review"))
		}
	}
	for _, l := range allOf(t, c) {
		for _, screen := range slices.Concat(l.Screens, l.Review) {
			if screen.Question == nil || len(screen.Question.About().Skills) == 0 { // who trains nothing is not asked again
				continue
			}
			for row := range rows(screen) {
				if asked[draw{screen.ID, row}] == 0 {
					t.Errorf("in %d tasks %s is never asked with draw %d", tasks, screen.ID, row)
				}
			}
			if _, ok := screen.Question.(*lessons.Derive); ok && !free[screen.ID] {
				t.Errorf("%s never comes back free", screen.ID)
			}
		}
	}
}

// rows counts the draws of a question.
func rows(screen *lessons.Screen) uint64 {
	if q, ok := screen.Question.(*lessons.Number); ok {
		return uint64(len(q.Rows))
	}
	return 1
}
