package review_test

import (
	"fmt"
	"reflect"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"chainrule/lessons"
	"chainrule/lessons/review"
)

// learner returns a learner who has finished the lessons, one a day, and answered some tasks since, not all of them rightly.
func learner(t *rapid.T, c *lessons.Course, all []*lessons.Lesson) (*review.State, float64) {
	s := review.New(c)
	upTo := rapid.IntRange(1, len(all)).Draw(t, "lessons")
	for i, l := range all[:upTo] {
		finish(s, l, at(float64(i)))
	}
	day := float64(upTo)
	for range rapid.IntRange(0, 20).Draw(t, "tasks") {
		day += rapid.Float64Range(0, 3).Draw(t, "days")
		task, _ := s.Next(at(day), 0)
		e := answered(task.Screen, at(day), task.Seed, "review")
		if rapid.IntRange(0, 3).Draw(t, "fails") == 0 {
			e.Aided, e.Shown = true, true
		}
		s.Take(e)
	}
	return s, day + rapid.Float64Range(0, 40).Draw(t, "later")
}

// TestPlan holds what is said of a plan: the same seed gives the same plan; no question comes twice; what repeats something
// due comes first; of ten in a row at most three are derivations; and all that is due is covered, each skill by one task.
func TestPlan(t *testing.T) {
	c := course(t)
	all := lessonsOf(t, c)
	const most = 10
	rapid.Check(t, func(t *rapid.T) {
		s, day := learner(t, c, all)
		seed := rapid.Uint64().Draw(t, "seed")
		wish := review.Wish{Tasks: most}
		plan := s.Plan(at(day), seed, wish)
		if again := s.Plan(at(day), seed, wish); !reflect.DeepEqual(plan, again) {
			t.Error("the same seed gives another plan")
		}
		if next, ok := s.Next(at(day), seed); !ok || !reflect.DeepEqual(next, plan[0]) {
			t.Errorf("next is %v, the plan begins with %v", next.Screen, plan[0].Screen)
		}
		derivations, idle := 0, false
		for i, task := range plan {
			if slices.ContainsFunc(plan[:i], func(other review.Task) bool { return other.Screen == task.Screen }) {
				t.Errorf("%s comes twice", task.Screen.ID)
			}
			idle = idle || len(task.Due) == 0
			if idle && len(task.Due) > 0 {
				t.Errorf("%s repeats what is due, and comes after what does not", task.Screen.ID)
			}
			if _, ok := task.Screen.Question.(*lessons.Derive); ok {
				derivations++
			}
		}
		if derivations > 3 {
			t.Errorf("%d derivations of %d", derivations, len(plan))
		}
		due := s.Plan(at(day), seed, review.Wish{Tasks: 100, OnlyDue: true})
		covered := map[string]bool{}
		for _, task := range due {
			if len(task.Due) == 0 {
				t.Errorf("%s repeats nothing that is due", task.Screen.ID)
			}
			for _, id := range task.Due {
				if k, _ := s.Skill(id, at(day)); covered[id] || !k.IsDue {
					t.Errorf("%s is for %s, which is due: %v, and was covered: %v", task.Screen.ID, id, k.IsDue, covered[id])
				}
				covered[id] = true
			}
		}
		if n := s.Due(at(day)); len(covered) != n {
			t.Errorf("%d skills are due, and %d are covered by %d tasks", n, len(covered), len(due))
		}
	})
}

// TestNeighbours plans evenings after the whole course: there, where there is much to choose from, no two neighbours have a
// skill or a lesson in common.
func TestNeighbours(t *testing.T) {
	c := course(t)
	s := review.New(c)
	for i, l := range lessonsOf(t, c) {
		finish(s, l, at(float64(i)))
	}
	same, neighbours := 0, 0
	for evening := range 20 {
		plan := s.Plan(at(30+float64(evening)), uint64(evening), review.Wish{Tasks: 10})
		for i, task := range plan[1:] {
			before := plan[i].Screen
			neighbours++
			if task.Screen.Lesson == before.Lesson || fmt.Sprintf("%T", task.Screen.Question) == fmt.Sprintf("%T", before.Question) {
				same++
			}
			for _, id := range task.Screen.Question.About().Skills {
				if slices.Contains(before.Question.About().Skills, id) {
					t.Errorf("%s comes after %s", task.Screen.ID, before.ID)
				}
			}
		}
	}
	if same > neighbours/10 {
		t.Errorf("%d of %d neighbours are of one lesson or one kind", same, neighbours)
	}
}

// TestWish asks for some tasks only.
func TestWish(t *testing.T) {
	c := course(t)
	s := review.New(c)
	if _, ok := s.Next(at(0), 1); ok {
		t.Error("there is a task before anything was learnt")
	}
	first := lessonsOf(t, c)[0].Screens[1]
	s.Take(answered(first, at(0), 0, ""))
	if plan := s.Plan(at(1), 1, review.Wish{Tasks: 9}); len(plan) != 1 || plan[0].Screen != first || plan[0].Seed != 1 {
		t.Errorf("after one screen the plan is %v", plan)
	}
	for i, l := range lessonsOf(t, c) {
		finish(s, l, at(float64(i)))
	}
	skills := []string{"diff-chain", "log-algebra"}
	for _, task := range s.Plan(at(20), 1, review.Wish{Tasks: 9, Skills: skills}) {
		if !slices.ContainsFunc(task.Screen.Question.About().Skills, func(id string) bool { return slices.Contains(skills, id) }) {
			t.Errorf("%s asks for neither skill", task.Screen.ID)
		}
	}
	warm := s.Plan(at(20), 1, review.Wish{Tasks: 2, Before: "cross-entropy", OnlyDue: true, Faded: true})
	if len(warm) != 2 {
		t.Errorf("%d tasks to warm up", len(warm))
	}
	for _, task := range warm {
		if !slices.Contains([]string{"sigmoid", "sigmoid-derivative", "entropy"}, task.Screen.Lesson) {
			t.Errorf("%s is no task of a lesson before", task.Screen.ID)
		}
	}
	forms, err := c.Screen("sigmoid/forms")
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range []struct {
		took  string
		faded bool
		want  lessons.Level
	}{
		{"worked", false, lessons.Faded}, {"faded", false, lessons.Free}, {"free", false, lessons.Free}, {"free", true, lessons.Faded},
	} {
		s := review.New(c)
		e := answered(forms, at(0), 0, "")
		e.Level = row.took
		s.Take(e)
		if plan := s.Plan(at(9), 1, review.Wish{Tasks: 1, Faded: row.faded}); len(plan) != 1 || plan[0].Level != row.want {
			t.Errorf("after %s the level is %v, want %s", row.took, plan, row.want)
		}
	}
}

// TestPractice practises each skill alone, task after task: every question of it must come, and none twice in a row where it has
// another. It fails when a question of the course can be reached by nobody, or when practice of a skill ends.
func TestPractice(t *testing.T) {
	c := course(t)
	all := allOf(t, c)
	questions := map[string][]string{}
	for _, l := range all {
		for _, screen := range slices.Concat(l.Screens, l.Review) {
			if screen.Question == nil {
				continue
			}
			for _, id := range screen.Question.About().Skills {
				questions[id] = append(questions[id], screen.ID)
			}
		}
	}
	for _, k := range c.Skills {
		s := review.New(c)
		for i, l := range all {
			finish(s, l, at(float64(i)))
		}
		day := float64(len(all))
		met, last := map[string]bool{}, ""
		const most = 300
		for n := range most {
			plan := s.Plan(at(day), uint64(n), review.Wish{Tasks: 1, Skills: []string{k.ID}})
			if len(plan) == 0 {
				t.Fatalf("practice of %s ends after %d tasks", k.ID, n)
			}
			id := plan[0].Screen.ID
			if id == last && len(questions[k.ID]) > 1 {
				t.Errorf("%s comes twice in a row", id)
			}
			met[id], last = true, id
			s.Take(answered(plan[0].Screen, at(day), plan[0].Seed, "practice"))
			if len(met) == len(questions[k.ID]) {
				break
			}
		}
		if len(met) != len(questions[k.ID]) {
			t.Errorf("%s has %d questions, of which %d came in %d tasks", k.ID, len(questions[k.ID]), len(met), most)
		}
	}
}
