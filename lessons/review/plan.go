package review

import (
	"slices"
	"time"

	"chainrule/lessons"
)

// A Task is a question to be asked now: which, with which values and options, and at which level.
type Task struct {
	// Screen is nil for a question that is still to be drawn.
	Screen *lessons.Screen
	// Draw is the question of a family to be drawn, or a later seed where that cannot be asked.
	Draw lessons.Draw
	// Seed is that of the attempt.
	Seed uint64
	// Level is that of a derivation.
	Level lessons.Level
	// Due are the IDs of the skills that are due and are asked for or repeated by it, those with most to gain first. It is
	// empty for a task that keeps the learner going where nothing is due.
	Due []string
}

// A Wish says what tasks are wanted. The zero Wish is for none of them.
type Wish struct {
	// Tasks is how many at most.
	Tasks int
	// Skills are the IDs of those of which each task is to ask for one; nil means any. Where they have nothing but derivations,
	// as many of these come as are wanted.
	Skills []string
	// Before is the ID of a lesson: only tasks of lessons before it are wanted. Empty means all lessons.
	Before string
	// OnlyDue leaves out tasks that repeat nothing that is due.
	OnlyDue bool
	// Faded asks for derivations with some lines shown, even where they could be free.
	Faded bool
	// New leaves out what was asked outside its lesson less than a night ago. What is drawn is new each time.
	New bool
	// Draws asks for questions of families, too.
	Draws bool
	// Difficulty is that of the draws, and then there is nothing else, if there are draws; 0 means the one that suits the learner.
	Difficulty lessons.Difficulty
	// Headline puts in front a headline of the course that has not come back since its lesson, even where it repeats nothing
	// that is due.
	Headline bool
}

// WarmUp is the wish for what is asked before a lesson: two tasks of earlier ones, one of them a headline that has not come
// back yet.
func WarmUp(lesson string) Wish {
	return Wish{Tasks: 2, Before: lesson, OnlyDue: true, Faded: true, Headline: true, New: true, Draws: true}
}

// asked is a task that was asked, and when.
type asked struct {
	*item

	at float64
}

const (
	inARow     = 10 // tasks that are looked at together
	mostDerive = 3  // derivations among them
)

// remember keeps the last tasks, in order.
func (s *State) remember(a asked) {
	s.recent = append(s.recent, a)
	if n := len(s.recent); n > inARow {
		s.recent = slices.Delete(s.recent, 0, n-inARow)
	}
}

// Next returns the task to be asked now, or false if the learner has finished no screen with a question yet.
func (s *State) Next(now time.Time, seed uint64) (Task, bool) {
	tasks := s.Plan(now, seed, Wish{Tasks: 1})
	if len(tasks) == 0 {
		return Task{}, false
	}
	return tasks[0], true
}

// Plan returns the tasks to be asked now, in order, as if each will be answered. They are screens that the learner has
// finished, and practice of finished lessons. The task that repeats most of what is about to be forgotten comes first, then
// the one that repeats most of the rest: what it asks for counts in full, what it repeats by the way in part. Neighbours
// have no skill, no lesson and no kind of answer in common as long as something due allows it, and of ten tasks in a row,
// those of the last hours included, at most three are derivations. What was never asked comes before what was. The seed
// decides among equals.
func (s *State) Plan(now time.Time, seed uint64, w Wish) []Task {
	p := &planner{State: s, wish: w, now: s.clock.until(now), seed: seed, taken: map[*item]bool{}, draws: map[*item]int{}}
	for _, a := range s.recent {
		if p.now-a.at < night {
			p.before = append(p.before, a.item)
		}
	}
	p.weigh()
	var tasks []Task
	if it := p.headline(); it != nil && w.Tasks > 0 {
		tasks = append(tasks, p.task(it))
		p.ask(it)
	}
	for len(tasks) < w.Tasks {
		it := p.choose()
		if it == nil {
			break
		}
		tasks = append(tasks, p.task(it))
		p.ask(it)
	}
	return tasks
}
