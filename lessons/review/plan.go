package review

import (
	"encoding/binary"
	"hash/fnv"
	"slices"
	"time"

	"chainrule/lessons"
)

// A Task is a question to be asked now: which, with which values and options, and at which level.
type Task struct {
	Screen *lessons.Screen
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
	// Skills are the IDs of those of which each task is to ask for one; nil means any.
	Skills []string
	// Before is the ID of a lesson: only tasks of lessons before it are wanted. Empty means all lessons.
	Before string
	// OnlyDue leaves out tasks that repeat nothing that is due.
	OnlyDue bool
	// Faded asks for derivations with some lines shown, even where they could be free.
	Faded bool
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
	p := &planner{State: s, wish: w, now: s.clock.until(now), seed: seed, taken: map[*item]bool{}}
	for _, a := range s.recent {
		if p.now-a.at < night {
			p.before = append(p.before, a.item)
		}
	}
	p.weigh()
	var tasks []Task
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

// A planner chooses tasks one after the other.
type planner struct {
	*State

	wish   Wish
	now    float64
	seed   uint64
	need   []float64 // how much of each skill is about to be forgotten, from 0 to 1
	due    []bool    // whether it is due, and was not covered yet
	enough []float64 // the weight above which a task that repeats it by the way leaves it not due
	open   []*item   // what may be asked
	taken  map[*item]bool
	before []*item // what was asked before, in order
}

// weigh finds out how much each skill needs, and what may be asked.
func (p *planner) weigh() {
	const (
		look   = 0.1  // what a look is worth, where nothing may have been forgotten
		unsure = 0.2  // what a skill counts that is not due and not known, as a part of what it would if it were due
		sure   = 0.02 // and one that is known
		least  = 1e-6 // so that something comes even if all was answered just now
	)
	n := len(p.skills)
	p.need, p.due, p.enough = make([]float64, n), make([]bool, n), make([]float64, n)
	for i := range p.skills {
		k := &p.skills[i]
		if k.asked == 0 {
			p.need[i] = least
			continue
		}
		forgotten := 1 - p.model.recall(k.Memory, p.now)
		switch p.due[i] = k.due(p.now); {
		case p.due[i]:
			p.need[i] = max(forgotten, look)
			p.enough[i] = p.model.enough(k, p.now)
		case k.mastery() == Known:
			p.need[i] = sure*forgotten + least
		default:
			p.need[i] = unsure*forgotten + least
		}
	}
	for at, l := range p.course.Lessons {
		if !slices.ContainsFunc(l.Screens, p.done) {
			continue
		}
		for _, it := range p.questions(at) {
			if p.may(it) && p.wished(it) {
				p.open = append(p.open, it)
			}
		}
	}
}

// may reports whether the learner is far enough for a question: a screen that was finished, or practice of a lesson of which
// all screens were.
func (p *planner) may(it *item) bool {
	if !it.practice {
		return p.ended[it.screen.ID] && len(it.asks) > 0
	}
	undone := func(h lessons.Heading) bool { return !p.done(h) }
	return len(it.asks) > 0 && !slices.ContainsFunc(p.course.Lessons[it.lesson].Screens, undone)
}

// done reports whether a screen was finished in its lesson.
func (s *State) done(h lessons.Heading) bool { return s.ended[h.ID] }

func (p *planner) wished(it *item) bool {
	if p.wish.Before != "" {
		if at := p.lessonAt(p.wish.Before); at >= 0 && it.lesson >= at {
			return false
		}
	}
	return p.wish.Skills == nil || slices.ContainsFunc(it.asks, func(k int) bool {
		return slices.Contains(p.wish.Skills, p.course.Skills[k].ID)
	})
}

// The bounds on a task beside others, those that are given up first at the end.
type bound uint8

const (
	anySkill  bound = iota // only the bound on derivations holds
	newSkill               // no skill in common with the task before
	newLesson              // nor the lesson
	newKind                // nor the kind of answer
)

// choose returns the best task, nil if there is none. One that repeats something due comes before all others.
func (p *planner) choose() *item {
	for _, due := range []bool{true, false} {
		if !due && p.wish.OnlyDue {
			break
		}
		for b := newKind; ; b-- {
			if it := p.best(due, b); it != nil {
				return it
			}
			if b == anySkill {
				break
			}
		}
	}
	return nil
}

func (p *planner) best(due bool, b bound) *item {
	var best *item
	most := 0.0
	for _, it := range p.open {
		if p.taken[it] || due && len(p.covers(it)) == 0 || !p.fits(it, b) {
			continue
		}
		if worth := p.worth(it); worth > most {
			best, most = it, worth
		}
	}
	return best
}

// fits reports whether a task may come after those before.
func (p *planner) fits(it *item, b bound) bool {
	n := len(p.before)
	if kindOf(it.screen.Question) == derive {
		count := 0
		for _, other := range p.before[max(0, n-inARow+1):] {
			if kindOf(other.screen.Question) == derive {
				count++
			}
		}
		if count >= mostDerive {
			return false
		}
	}
	if n == 0 {
		return true
	}
	last := p.before[n-1]
	switch {
	case b >= newSkill && slices.ContainsFunc(it.asks, func(k int) bool { return slices.Contains(last.asks, k) }):
		return false
	case b >= newLesson && it.lesson == last.lesson:
		return false
	case b >= newKind && kindOf(it.screen.Question) == kindOf(last.screen.Question):
		return false
	}
	return true
}

// worth returns how much a task repeats of what is needed. The seed moves it by less than a twentieth.
func (p *planner) worth(it *item) float64 {
	sum := 0.0
	for _, k := range it.asks {
		sum += p.need[k]
	}
	for _, r := range it.repeats {
		sum += r.weight * p.need[r.skill]
	}
	const jitter = 0.05
	return sum * it.freshness(p.now) * (1 + jitter*p.chance(it))
}

// chance returns a number from 0 to 1 that the seed decides for an item.
func (p *planner) chance(it *item) float64 {
	h := fnv.New64a()
	var seed [8]byte
	binary.LittleEndian.PutUint64(seed[:], p.seed)
	h.Write(seed[:])
	h.Write([]byte(it.screen.ID))
	return float64(h.Sum64()>>11) / (1 << 53)
}

// covers returns the skills that are due and that a task asks for, or repeats by so much that they are due no more.
func (p *planner) covers(it *item) []int {
	var all []int
	for _, k := range it.asks {
		if p.due[k] {
			all = append(all, k)
		}
	}
	for _, r := range it.repeats {
		if p.due[r.skill] && r.weight > p.enough[r.skill] {
			all = append(all, r.skill)
		}
	}
	return all
}

// task returns an item as a task.
func (p *planner) task(it *item) Task {
	t := Task{Screen: it.screen, Level: it.level(p.wish.Faded), Seed: uint64(it.row())}
	if it.rows == 1 {
		t.Seed = uint64(it.times)
	}
	due := p.covers(it)
	slices.SortStableFunc(due, func(a, b int) int {
		switch {
		case p.need[a] > p.need[b]:
			return -1
		case p.need[a] < p.need[b]:
			return 1
		}
		return 0
	})
	for _, k := range due {
		t.Due = append(t.Due, p.course.Skills[k].ID)
	}
	return t
}

// ask takes down that a task was chosen.
func (p *planner) ask(it *item) {
	for _, k := range p.covers(it) {
		p.due[k] = false
	}
	for _, k := range it.asks {
		p.need[k] = 0
	}
	for _, r := range it.repeats {
		p.need[r.skill] *= 1 - r.weight
	}
	p.taken[it] = true
	p.before = append(p.before, it)
}
