package session

import (
	"fmt"
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
)

// Progress is how far the learner has come in a lesson. Screens are meant by their places in it, from 0.
type Progress struct {
	Done  []bool // of each screen whether it was ever finished
	Begun bool
	// Optional tells that nobody has to do the lesson.
	Optional bool
	// PassedOver tells that it is not finished, and that what it teaches is presumed known. Only an Overview knows.
	PassedOver bool
	At         int // where the learner was last; -1 before that, and where that screen is no more
	// Due counts the skills that are to be repeated, of those that no earlier lesson trains; Known tells that all skills of the
	// lesson are known. Only an Overview knows both.
	Due   int
	Known bool
}

// NoProgress is what is known of a lesson before the record was read.
func NoProgress(l *lessons.Entry) Progress {
	return Progress{Done: make([]bool, len(l.Screens)), At: -1, Optional: l.Optional}
}

// Progress returns how far the learner has come in a lesson. Like Look, it is for commands.
func (s *Session) Progress(l *lessons.Entry) Progress {
	var p Progress
	_ = s.Look(func(state *journal.State) { p = progress(state, l) })
	return p
}

// Overview returns the progress in all lessons of the course, and which to go on with: the last one studied; if that is finished,
// the next that is not, behind it or else from the start; if all are, the first in which something is due. Like Look, it is for
// commands.
func (s *Session) Overview() (all []Progress, current int) {
	last, begin := "", ""
	_ = s.Look(func(state *journal.State) {
		for _, l := range s.Course.Lessons {
			all = append(all, progress(state, l))
		}
		last = state.LastLesson()
		if p := state.Placing(s.placing()); p.Verdict == journal.Settled {
			begin = p.Lesson
		}
	})
	_ = s.Know(func(k Knowledge) {
		for i, l := range k.Lessons(k.Now) {
			all[i].Due, all[i].Known = len(l.Due), l.Progress == review.Mastered && len(l.Skills) > 0
			all[i].PassedOver = l.PassedOver
		}
	})
	if last == "" {
		last = begin
	}
	current = slices.IndexFunc(s.Course.Lessons, func(l *lessons.Entry) bool { return l.ID == last })
	if current < 0 || all[current].Finished() || all[current].PassedOver {
		current = unfinished(all, current)
	}
	if current < 0 {
		current = slices.IndexFunc(all, func(p Progress) bool { return p.Due > 0 })
	}
	if current < 0 {
		current = s.Course.First()
	}
	return all, current
}

// unfinished returns the first lesson that is neither finished nor passed over, of those after one and then from the start; -1
// if there is none among those that everybody does.
func unfinished(all []Progress, after int) int {
	for i := range all {
		if at := (after + 1 + i) % len(all); !all[at].Finished() && !all[at].Optional && !all[at].PassedOver {
			return at
		}
	}
	return -1
}

// Say tells in words how far the lesson is; here says that it is the one to go on with.
func (p Progress) Say(here bool) string {
	said := "not begun"
	if p.Optional {
		said = "optional"
	}
	switch {
	case p.Known:
		said = "known"
	case p.Finished():
		said = "finished"
	case p.PassedOver:
		said = "passed over"
	case p.Begun && here:
		said = fmt.Sprintf("here, %d of %d", p.Count(), len(p.Done))
	case p.Begun:
		said = fmt.Sprintf("%d of %d", p.Count(), len(p.Done))
	case here:
		said = "next"
	}
	if p.Due > 0 {
		said += fmt.Sprintf(", %d due", p.Due)
	}
	return said
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
