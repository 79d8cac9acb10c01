package review_test

import (
	"slices"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/review"
)

// TestHeadlines goes through the course, a lesson every second evening with a warm-up before it, and then through reviews of ten
// tasks: each headline must come back in the warm-up of a later lesson with some lines left out, and free in a review before long.
// Questions that are drawn are among both.
func TestHeadlines(t *testing.T) {
	c := course(t)
	s := review.New(c)
	warmed, freed, drawn := map[string]int{}, map[string]bool{}, map[string]int{}
	day := 0.0
	ask := func(tasks []review.Task, name string, see func(review.Task)) {
		for _, task := range tasks {
			if task.Screen == nil {
				drawn[name]++
				s.Take(drawnEnd(c, task.Draw, day, ""))
				continue
			}
			if slices.Contains(c.Headlines, task.Screen.ID) {
				see(task)
			}
			e := answered(task.Screen, at(day), task.Seed, name)
			if e.Level != "" {
				e.Level = task.Level.String()
			}
			s.Take(e)
		}
	}
	reviewed := func(task review.Task) { freed[task.Screen.ID] = freed[task.Screen.ID] || task.Level == lessons.Free }
	for i, l := range lessonsOf(t, c) {
		tasks := s.Plan(at(day), uint64(i), review.WarmUp(l.ID))
		if i == 0 && len(tasks) > 0 || len(tasks) > 2 {
			t.Errorf("%d tasks before %s", len(tasks), l.ID)
		}
		for seed := range uint64(8) {
			for _, task := range s.Plan(at(day), seed, review.WarmUp(l.ID)) {
				if task.Screen == nil {
					drawn["warm-up"]++
				}
			}
		}
		ask(tasks, "warm-up", func(task review.Task) {
			warmed[task.Screen.ID]++
			if task.Level != lessons.Faded || task.Screen.Lesson == l.ID {
				t.Errorf("before %s comes %s at the level %s", l.ID, task.Screen.ID, task.Level)
			}
		})
		finish(s, l, at(day))
		day += 2
	}
	for range 12 {
		ask(s.Plan(at(day), 1, review.Wish{Tasks: 10, Draws: true}), "review", reviewed)
		day += 2
	}
	if drawn["warm-up"] == 0 || drawn["review"] == 0 {
		t.Errorf("drawn are %v", drawn)
	}
	for _, id := range c.Headlines {
		if warmed[id] == 0 || !freed[id] {
			t.Errorf("%s comes back in a warm-up %d times, and free in a review: %v", id, warmed[id], freed[id])
		}
	}
}

// TestHeadlineInWarmUp has each headline be the last thing that was learnt: it is in the warm-up before the next lesson on the next
// evening, and not on the same, and not again once it came back.
func TestHeadlineInWarmUp(t *testing.T) {
	c := course(t)
	all := lessonsOf(t, c)
	for _, id := range c.Headlines {
		s := review.New(c)
		at0 := slices.IndexFunc(all, func(l *lessons.Lesson) bool {
			return slices.ContainsFunc(l.Screens, func(of *lessons.Screen) bool { return of.ID == id })
		})
		if at0 < 0 || at0+1 >= len(all) {
			t.Errorf("%s stands in no lesson that another follows", id)
			continue
		}
		for i, l := range all[:at0+1] {
			finish(s, l, at(float64(i)))
			for _, other := range c.Headlines { // those of before came back
				if screen, err := c.Screen(other); err == nil && screen.Lesson == l.ID && other != id {
					e := answered(screen, at(float64(i)), 0, "warm-up")
					e.Level = "faded"
					s.Take(e)
				}
			}
		}
		next := all[at0+1].ID
		has := func(day float64) bool {
			return slices.ContainsFunc(s.Plan(at(day), 1, review.WarmUp(next)), func(task review.Task) bool {
				return task.Screen != nil && task.Screen.ID == id && task.Level == lessons.Faded
			})
		}
		day := float64(at0)
		if has(day+0.1) || !has(day+1) {
			t.Errorf("%s comes back on the same evening: %v, on the next: %v", id, has(day+0.1), has(day+1))
		}
		screen, err := c.Screen(id)
		if err != nil {
			t.Fatal(err)
		}
		e := answered(screen, at(day+1), 0, "warm-up")
		e.Level = "faded"
		s.Take(e)
		if has(day + 1.5) {
			t.Errorf("%s comes back once more half a day later", id)
		}
	}
}
