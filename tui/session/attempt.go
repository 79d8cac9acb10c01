package session

import (
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
)

// An Attempt is one attempt at the question of a screen. Each of its steps is done and taken down in one call. It belongs
// to one goroutine, except that Judge and Aid may run beside methods that only read.
type Attempt struct {
	Screen *lessons.Screen

	session *Session
	graded  *grade.Attempt
	task    string // what it is asked for; empty in its lesson
	seed    uint64
	last    *grade.Feedback // what was said last, nil if nothing
	chosen  lessons.Text    // the option that was chosen last, where there are options
	typed   []string        // the formulas and numbers given so far
	earlier []string        // those given before it began, in the lesson and then here
	running bool            // it was begun before, and the record does not know of its end
	advice  Advice          // about the level of a derivation
}

// State returns what is before the learner.
func (a *Attempt) State() grade.State {
	s := a.graded.State()
	if a.Alone() {
		s.CanHint, s.CanReveal, s.CanAskRules = false, false, false
	}
	return s
}

// Alone reports whether no help is given: the learner shows what they can do.
func (a *Attempt) Alone() bool { return alone(a.task) }

// OnlyTells reports whether the answer is for finding out what is known: then nothing is said of it.
func (a *Attempt) OnlyTells() bool { return a.Alone() && a.task != Examining }

// Last returns what was said to the last answer, or with what was shown instead of one; nil if nothing was said.
func (a *Attempt) Last() *grade.Feedback { return a.last }

// Chosen returns the option that was chosen last; nil where there are none.
func (a *Attempt) Chosen() lessons.Text { return a.chosen }

// Typed returns the formulas and numbers given so far, in order.
func (a *Attempt) Typed() []string { return a.typed }

// Earlier returns the formulas and numbers given before this attempt began: elsewhere in the lesson, and then at this screen. A task
// has none: it is there to be remembered.
func (a *Attempt) Earlier() []string { return a.earlier }

// Running reports whether the attempt was begun before, and the record does not know of its end.
func (a *Attempt) Running() bool { return a.running }

// Advice returns the advice about the level of a derivation.
func (a *Attempt) Advice() Advice { return a.advice }

// Derives reports whether the question is a derivation, which has levels and lines to take back.
func (a *Attempt) Derives() bool { return derives(a.Screen) }

func derives(screen *lessons.Screen) bool {
	_, ok := screen.Question.(*lessons.Derive)
	return ok
}

// OfTask reports whether the question is asked outside its lesson.
func (a *Attempt) OfTask() bool { return a.task != "" }

// Begin takes down that the question is before the learner.
func (a *Attempt) Begin() Save { return a.keep(journal.Event{Kind: journal.Opened}) }

// Judge tells what an answer is worth. It changes nothing, ends when done is closed, and is for Take. Read is the reading
// that was chosen where the text can be read in several ways.
func (a *Attempt) Judge(done <-chan struct{}, text, read string) grade.Feedback {
	f := a.graded.JudgeMeant(done, text, read)
	if a.task == Examining && f.Kind == grade.Wrong {
		f.Say = []lessons.Text{lessons.Say(refuted)}
	}
	return f
}

// refuted is what is said of a wrong line of the exam, where no slip is told.
const refuted = "Refuted: this does not follow from what stands above it."

// Take takes an answer with what Judge found about it. What was answered on the side is not taken down.
func (a *Attempt) Take(f grade.Feedback) Save {
	a.take(f)
	if f.Aside {
		return nil
	}
	e := journal.Event{
		Kind: journal.Answered, Text: f.Typed, Read: f.Read, Verdict: f.Kind.String(), Slip: string(f.Slip), Rules: retyped[string](f.Rules), Several: f.Several,
	}
	if !a.Screen.Question.About().Counts() {
		e.Slip = "" // where nothing is trained, false lines may be typed to see what happens
	}
	return a.keep(e)
}

// Answer judges an answer and takes it.
func (a *Attempt) Answer(text string) (grade.Feedback, Save) {
	f := a.Judge(nil, text, "")
	return f, a.Take(f)
}

// Other judges the last answer in the next way in which it can be read, and reports whether there is one. It counts for
// nothing: if that were right, it would have counted before.
func (a *Attempt) Other() (grade.Feedback, bool) {
	f := a.last
	if f == nil || f.Kind == grade.Right || f.Kind == grade.Step || grade.Another(f) == "" {
		return grade.Feedback{}, false
	}
	other := a.Judge(nil, f.Typed, grade.Another(f))
	a.last = &other
	return other, true
}

// Undo takes back the last line of a derivation, or all lines of a chain. It reports whether there was one.
func (a *Attempt) Undo() (Save, bool) {
	if !a.graded.Undo() {
		return nil, false
	}
	a.last = nil
	return a.keep(journal.Event{Kind: journal.Undone}), true
}

// Level changes the level of a derivation and begins it anew.
func (a *Attempt) Level(l lessons.Level) Save {
	a.graded.SetLevel(l)
	a.advice, a.last = NoAdvice, nil
	return a.keep(journal.Event{Kind: journal.Leveled, Level: l.String()})
}

// AskRules begins, or ends, to ask for the rule of each line of the learner's own, and reports which. It is an exercise on
// the side and no part of the record.
func (a *Attempt) AskRules() bool { return a.graded.AskRules() }

// AsksRule reports whether such a rule is asked for now.
func (a *Attempt) AsksRule() bool {
	s := a.State()
	return s.Next == grade.PickRule && s.AsksRules
}

// LeaveRule leaves open which rule is asked for.
func (a *Attempt) LeaveRule() { a.graded.LeaveRule() }

// Finish takes down that the question is finished, and what it says about skills.
func (a *Attempt) Finish() Save {
	kind, verdict := journal.Finished, ""
	switch {
	case a.task == Examining:
		kind, verdict = journal.Examined, journal.Completed
	case a.OfTask():
		kind = journal.Reviewed
	}
	return a.keep(journal.Event{
		Kind: kind, Verdict: verdict, Skills: a.graded.Skills(), Aided: !a.graded.Unaided(), Shown: a.graded.Shown(),
	})
}

// keep completes an event of this attempt and takes it down.
func (a *Attempt) keep(e journal.Event) Save {
	e.Lesson, e.Screen, e.Task, e.Seed = a.Screen.Lesson, a.Screen.ID, a.task, a.seed
	if a.Derives() && e.Level == "" {
		e.Level = a.State().Level.String()
	}
	return a.session.keep(e)
}

// take is Take without taking down.
func (a *Attempt) take(f grade.Feedback) {
	a.note(f.Typed)
	a.graded.Take(f)
	a.last = &f
}

// note remembers what was typed or chosen.
func (a *Attempt) note(text string) {
	s := a.State()
	a.chosen = nil
	switch s.Next {
	case grade.TypeFormula, grade.TypeNumber:
		a.typed = append(a.typed, text)
	case grade.PickOption:
		if i, err := strconv.Atoi(strings.TrimSpace(text)); err == nil && i >= 1 && i <= len(s.Options) {
			a.chosen = s.Options[i-1]
		}
	case grade.Nothing, grade.PickRule, grade.PickLine:
	}
}
