package desk

import (
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
)

// An Attempt is one attempt at the question of a screen, with what the record needs to know about it.
type Attempt struct {
	*grade.Attempt

	Screen *lessons.Screen
	Seed   uint64
	Last   *grade.Feedback // what was said last, nil if nothing
	Chosen lessons.Text    // the option that was chosen last, where there are options
	Open   bool            // the record does not know of its end
	Advice Advice          // about the level of a derivation
	Typed  []string        // the formulas and numbers given so far
}

// Take records a feedback, and remembers what it was about.
func (a *Attempt) Take(f grade.Feedback) {
	a.note(f.Typed)
	a.Attempt.Take(f)
	a.Last = &f
}

// note remembers what was typed or chosen.
func (a *Attempt) note(text string) {
	s := a.State()
	a.Chosen = nil
	switch s.Next {
	case grade.TypeFormula, grade.TypeNumber:
		a.Typed = append(a.Typed, text)
	case grade.PickOption:
		if i, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && i >= 1 && i <= len(s.Options) {
			a.Chosen = s.Options[i-1]
		}
	case grade.Nothing, grade.PickRule, grade.PickLine:
	}
}

// Answer judges an answer and records what came of it.
func (a *Attempt) Answer(text string) grade.Feedback { return a.AnswerMeant(text, "") }

// AnswerMeant is Answer for a text that can be read in several ways, of which one was chosen.
func (a *Attempt) AnswerMeant(text, read string) grade.Feedback {
	f := a.JudgeMeant(nil, text, read)
	a.Take(f)
	return f
}

// Attempt returns the attempt at a screen as the record left it: what was answered, hinted and shown is gone through
// again. Like Look, it is for commands.
func (d *Desk) Attempt(screen *lessons.Screen) *Attempt {
	var past []journal.Event
	a := &Attempt{Screen: screen}
	var level lessons.Level
	done := false
	_ = d.Look(func(s *journal.State) {
		past = s.Events(screen.ID)
		level, a.Advice = startLevel(s, screen)
		running, name, _, ok := s.Running(screen.ID)
		done = s.Finished(screen.ID) && !ok
		a.Open = ok
		switch {
		case len(past) > 0:
			a.Seed, name = past[0].Seed, past[0].Level
		case ok:
			a.Seed = running
		default:
			a.Seed = uint64(s.Attempts(screen.ID))
		}
		if l, known := lessons.ParseLevel(name); known {
			level = l
		}
	})
	a.Attempt = grade.New(d.Course, screen.Question, grade.Options{Seed: a.Seed, Level: level})
	a.replay(past)
	if _, derives := screen.Question.(*lessons.Derive); derives && done && len(past) > 0 && !a.State().Finished {
		a.RevealAll() // it was finished when lines were taken otherwise, and stays so
	}
	return a
}

// Fresh returns a new attempt at a screen, with other numbers where they vary.
func (d *Desk) Fresh(screen *lessons.Screen) *Attempt {
	a := &Attempt{Screen: screen}
	var level lessons.Level
	_ = d.Look(func(s *journal.State) {
		a.Seed = uint64(s.Attempts(screen.ID))
		level, a.Advice = startLevel(s, screen)
	})
	a.Attempt = grade.New(d.Course, screen.Question, grade.Options{Seed: a.Seed, Level: level})
	return a
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
	unnamed := 0
	for i, e := range past {
		if e.Kind == journal.Answered && i != last {
			// Records of old name no rules; a few lines are judged again for them.
			const few = 8
			if e.Verdict == grade.Step.String() && len(e.Rules) == 0 {
				unnamed++
			}
			if (len(e.Rules) > 0 || e.Verdict != grade.Step.String() || unnamed > few) && a.recall(e) {
				continue
			}
		}
		a.again(e)
	}
}

// recall takes an answer as it was judged, if that can be told from the record.
func (a *Attempt) recall(e journal.Event) bool {
	kind, ok := grade.ParseKind(e.Verdict)
	if !ok {
		return false
	}
	typed, chosen := a.Typed, a.Chosen
	a.note(e.Text)
	if !a.Recall(kind, e.Text, e.Read, e.Rules, e.Several) {
		a.Typed, a.Chosen = typed, chosen
		return false
	}
	return true
}

// again does what an event tells of.
func (a *Attempt) again(e journal.Event) {
	switch e.Kind {
	case journal.Answered:
		a.AnswerMeant(e.Text, e.Read)
	case journal.Hinted:
		a.Hint()
	case journal.Revealed:
		show := a.Reveal
		if e.Shown == 0 {
			show = a.RevealAll
		}
		if a.State().CanReveal {
			f := show()
			a.Last = &f
		}
	case journal.Leveled:
		if l, ok := lessons.ParseLevel(e.Level); ok {
			a.SetLevel(l)
			a.Last = nil
		}
	case journal.Undone:
		a.Undo()
		a.Last = nil
	case journal.Opened, journal.Finished:
	}
}

// Event completes an event of this attempt.
func (a *Attempt) Event(e journal.Event) journal.Event {
	e.Lesson, e.Screen, e.Seed = a.Screen.Lesson, a.Screen.ID, a.Seed
	if _, ok := a.Screen.Question.(*lessons.Derive); ok && e.Level == "" {
		e.Level = a.State().Level.String()
	}
	return e
}

// Opened returns the event that tells that the question is before the learner.
func (a *Attempt) Opened() journal.Event { return a.Event(journal.Event{Kind: journal.Opened}) }

// Answered returns the event that tells what was answered, and how it was judged.
func (a *Attempt) Answered(f *grade.Feedback) journal.Event {
	return a.Event(journal.Event{
		Kind: journal.Answered, Text: f.Typed, Read: f.Read, Verdict: f.Kind.String(), Slip: f.Slip, Rules: f.Rules, Several: f.Several,
	})
}

// Done returns the event that tells that the question is finished, and what it says about skills.
func (a *Attempt) Done() journal.Event {
	return a.Event(journal.Event{
		Kind: journal.Finished, Skills: a.Skills(), Aided: !a.Unaided(), Shown: a.Shown(),
	})
}

// Revealed returns the event that tells that the solution was shown, or a line of it.
func (a *Attempt) Revealed(f *grade.Feedback) journal.Event {
	e := journal.Event{Kind: journal.Revealed, Verdict: f.Kind.String()}
	if a.Shown() > 0 {
		e.Shown = 1
	}
	return a.Event(e)
}
