package session

import (
	"time"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// A Knowledge is what the learner knows at a time, as the record has it.
type Knowledge struct {
	*review.State

	// Record is what it follows from.
	Record *journal.State
	Now    time.Time
	// Seed decides among tasks that are worth the same. It is another one after each attempt that came to its end, so that
	// record and clock alone say which tasks come.
	Seed uint64
}

// Know lets see look at what the learner knows, everything that was taken down so far included. It may take as long as a
// disk takes, and reads lessons: screens call it in a command. What it gives must not be used after see has returned.
func (s *Session) Know(see func(Knowledge)) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.write()
	if s.known == nil {
		s.known = review.New(s.Course)
	}
	record := s.journal.State()
	s.known.Follow(record)
	see(Knowledge{State: s.known, Record: record, Now: s.journal.Now(), Seed: uint64(len(record.Ends()))})
	return err
}

// Plan returns the tasks that are to be asked now, as review.State.Plan does. Like Know, it is for commands.
func (s *Session) Plan(w review.Wish) []review.Task {
	var tasks []review.Task
	_ = s.Know(func(k Knowledge) { tasks = k.Plan(k.Now, k.Seed, w) })
	return tasks
}

// Task returns an attempt at a task, where name says what it is asked for in the record. One that was begun for it and has
// not come to its end is taken up as the record left it. Like Look, it is for commands.
func (s *Session) Task(name string, t review.Task) *Attempt {
	a := &Attempt{Screen: t.Screen, session: s, task: name, seed: t.Seed}
	level := t.Level
	var past []journal.Event
	_ = s.Look(func(state *journal.State) {
		place := journal.Place(name, t.Screen.ID)
		seed, named, _, ok := state.Running(place)
		if !ok {
			return
		}
		a.running, a.seed, past = true, seed, state.Events(place)
		if len(past) > 0 {
			named = past[0].Level
		}
		if l, known := lessons.ParseLevel(named); known {
			level = l
		}
	})
	a.begin(level)
	a.replay(past)
	return a
}
