package session

import (
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/journal"
)

// Progress is how far the learner has come in a lesson. Screens are meant by their places in it, from 0.
type Progress struct {
	Done  []bool // of each screen whether it was ever finished
	Begun bool
	At    int // where the learner was last; -1 before that, and where that screen is no more
}

// NoProgress is what is known of a lesson before the record was read.
func NoProgress(l *lessons.Entry) Progress {
	return Progress{Done: make([]bool, len(l.Screens)), At: -1}
}

// Progress returns how far the learner has come in a lesson. Like Look, it is for commands.
func (s *Session) Progress(l *lessons.Entry) Progress {
	var p Progress
	_ = s.Look(func(state *journal.State) { p = progress(state, l) })
	return p
}

// Overview returns the progress in all lessons of the course, and which to go on with: the last one studied or, if that is
// finished, the first that is not. Like Look, it is for commands.
func (s *Session) Overview() (all []Progress, current int) {
	last := ""
	_ = s.Look(func(state *journal.State) {
		for _, l := range s.Course.Lessons {
			all = append(all, progress(state, l))
		}
		last = state.LastLesson()
	})
	current = slices.IndexFunc(s.Course.Lessons, func(l *lessons.Entry) bool { return l.ID == last })
	if current < 0 || all[current].Finished() {
		current = slices.IndexFunc(all, func(p Progress) bool { return !p.Finished() })
	}
	return all, max(current, 0)
}

func progress(state *journal.State, l *lessons.Entry) Progress {
	p := NoProgress(l)
	at, begun := state.Resume(l.ID)
	p.Begun = begun
	for i, screen := range l.Screens {
		p.Done[i] = state.Finished(screen.ID)
		if begun && screen.ID == at {
			p.At = i
		}
	}
	return p
}

// Count returns how many screens are done.
func (p Progress) Count() int { return len(p.Done) - len(p.Open()) }

// Finished reports whether all screens are done.
func (p Progress) Finished() bool { return !slices.Contains(p.Done, false) }

// Open returns the screens that are not done.
func (p Progress) Open() []int {
	var open []int
	for i, done := range p.Done {
		if !done {
			open = append(open, i)
		}
	}
	return open
}
