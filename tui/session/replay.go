package session

import (
	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/lessons/review"
	"chainrule/mathcore/rule"
)

// Attempt returns the attempt at a screen as the record left it: what was answered, hinted and shown is gone through
// again. Like Look, it is for commands.
func (s *Session) Attempt(screen *lessons.Screen) *Attempt {
	var past []journal.Event
	a := &Attempt{Screen: screen, session: s}
	var level lessons.Level
	done := false
	_ = s.Know(func(k Knowledge) {
		state := k.Record
		past, a.earlier = state.Events(screen.ID), earlier(state, screen)
		level, a.advice = startLevel(k, screen)
		seed, name, _, ok := state.Running(screen.ID)
		done = state.Finished(screen.ID) && !ok
		a.running = ok
		switch {
		case len(past) > 0:
			a.seed, name = past[0].Seed, past[0].Level
		case ok:
			a.seed = seed
		default:
			a.seed = uint64(state.Attempts(screen.ID))
		}
		if l, known := lessons.ParseLevel(name); known {
			level = l
		}
	})
	a.begin(level)
	a.replay(past)
	if done && len(past) > 0 && !a.State().Finished {
		a.graded.RevealAll() // it was finished when answers were taken otherwise, and stays so
	}
	return a
}

// Fresh returns a new attempt at a screen, with other numbers where they vary.
func (s *Session) Fresh(screen *lessons.Screen) *Attempt {
	a := &Attempt{Screen: screen, session: s}
	var level lessons.Level
	_ = s.Know(func(k Knowledge) {
		state := k.Record
		a.seed, a.earlier = uint64(state.Attempts(screen.ID)), earlier(state, screen)
		level, a.advice = startLevel(k, screen)
	})
	a.begin(level)
	return a
}

// Restored returns the attempt as the record has it, made anew.
func (a *Attempt) Restored() *Attempt {
	if a.OfTask() {
		return a.session.Task(a.task, review.Task{Screen: a.Screen, Seed: a.seed, Level: a.State().Level})
	}
	return a.session.Attempt(a.Screen)
}

// begin puts the question as it is with the seed, and nothing is done yet.
func (a *Attempt) begin(level lessons.Level) {
	a.graded = grade.New(a.session.Course, a.Screen.Question, grade.Options{Seed: a.seed, Level: level, Unaided: a.task == Examining})
}

// replay does again what the events tell of. Only the last answer is judged once more, for the words about it; what came
// before is taken as it was found then.
func (a *Attempt) replay(past []journal.Event) {
	last := -1
	for i, e := range past {
		if e.Kind == journal.Answered {
			last = i
		}
	}
	a.replayed(past, last)
}

// replayed is replay where one answer is judged once more, or none if that is -1.
func (a *Attempt) replayed(past []journal.Event, last int) {
	unnamed := 0
	for i, e := range past {
		if e.Kind == journal.Answered && i != last {
			// Records of old name no rules; a few lines are judged again for them.
			const few = 8
			if kept(e.Verdict) && len(e.Rules) == 0 {
				unnamed++
			}
			if (len(e.Rules) > 0 || !kept(e.Verdict) || unnamed > few) && a.recall(e) || last < 0 && a.upheld(e) {
				continue
			}
		}
		a.again(e)
	}
}

// upheld takes a line that counted when it was typed, with the rules that are found for it now. What was accepted stays so,
// whatever the judge of today says.
func (a *Attempt) upheld(e journal.Event) bool {
	if !kept(e.Verdict) {
		return false
	}
	f := a.Judge(nil, e.Text, e.Read)
	if f.Kind.String() != e.Verdict {
		return a.recall(e)
	}
	a.take(f)
	return true
}

// kept reports whether a verdict is that of a line which takes a derivation further.
func kept(verdict string) bool {
	return verdict == grade.Step.String() || verdict == grade.Right.String()
}

// recall takes an answer as it was judged, if that can be told from the record.
func (a *Attempt) recall(e journal.Event) bool {
	kind, ok := grade.ParseKind(e.Verdict)
	if !ok {
		return false
	}
	typed, chosen := a.typed, a.chosen
	a.note(e.Text)
	if !a.graded.Recall(kind, e.Text, e.Read, retyped[rule.ID](e.Rules), e.Several) {
		a.typed, a.chosen = typed, chosen
		return false
	}
	return true
}

// retyped turns the names of rules into those of the record, which are plain strings, or back.
func retyped[To, From ~string](ids []From) []To {
	var all []To
	for _, id := range ids {
		all = append(all, To(id))
	}
	return all
}

// again does what an event tells of, and takes nothing down.
func (a *Attempt) again(e journal.Event) {
	switch e.Kind {
	case journal.Answered:
		a.take(a.Judge(nil, e.Text, e.Read))
	case journal.Hinted:
		a.graded.Hint()
	case journal.Revealed:
		show := a.graded.Reveal
		if e.Shown == 0 {
			show = a.graded.RevealAll
		}
		if a.State().CanReveal {
			f := show()
			a.last = &f
		}
	case journal.Leveled:
		if l, ok := lessons.ParseLevel(e.Level); ok {
			a.graded.SetLevel(l)
			a.last = nil
		}
	case journal.Undone:
		a.graded.Undo()
		a.last = nil
	case journal.Opened, journal.Finished, journal.Reviewed, journal.Erased, journal.Tried, journal.Placed, journal.Examined:
	}
}
