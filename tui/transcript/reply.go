package transcript

import (
	"slices"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
	"chainrule/tui/account"
	"chainrule/tui/session"
)

// OfReply returns an answer to a question that asks for no derivation as a part of a document. It reads the lesson; the error is
// that of a lesson which cannot be read.
func OfReply(s *session.Session, a *account.Account, r *session.Reply) (Part, error) {
	attempt, err := s.Asked(r)
	if err != nil {
		return Part{}, err
	}
	state := attempt.State()
	p := Part{Title: a.Place(r.Lesson, r.Screen), How: a.Help(r.Aided, r.Shown) + ", " + a.Date(r.At), Ask: state.Prompt}
	for _, l := range s.Lines(state) {
		line := Line{Number: l.Number, Tree: l.Tree, Whose: Given}
		if l.Status == grade.Start {
			line.Whose = Asked
		}
		p.Lines = append(p.Lines, line)
	}
	smooth := true
	for _, e := range r.Past() {
		step, counted := told(s.Course, &e)
		if step.Says == "" {
			continue
		}
		switch {
		case e.Kind == journal.Revealed:
			step.Says = "the answer was shown"
		case e.Kind == journal.Answered && state.Next == grade.PickOption:
			step.Chosen = option(state, step.Typed)
		case e.Verdict == grade.Step.String() && state.Next == grade.PickLine:
			step.Says = "the false line"
		}
		if !e.At.IsZero() {
			step.At = e.At.In(a.Now.Location())
		}
		smooth = smooth && counted
		p.Way = append(p.Way, step)
		if counted && e.Kind == journal.Answered {
			p.Answers = append(p.Answers, step)
		}
	}
	if smooth {
		p.Way = nil
	}
	if r.Shown {
		p.Shown = attempt.RevealAll().Say
	}
	return p, nil
}

// option returns the option whose number was typed.
func option(state grade.State, typed string) lessons.Text {
	at, err := strconv.Atoi(strings.TrimSpace(typed))
	if err != nil || at < 1 || at > len(state.Options) {
		return nil
	}
	return slices.Clip(state.Options[at-1])
}
