package session

import (
	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/journal"
)

// A Help is what asking for help brought: one of its parts, or none where there is no further help.
type Help struct {
	Rule  lessons.Text    // the rule that is asked for on the side, which counts as no hint
	Hint  *grade.Hint     // the next hint
	Shown *grade.Feedback // after the last hint a line, or the answer
}

// Help gives the next help at the present place. Where NeedsAid says so it may take long.
func (a *Attempt) Help() (Help, Save) {
	if a.Alone() {
		return Help{}, nil
	}
	if rule, ok := a.graded.TellRule(); ok {
		return Help{Rule: rule}, nil
	}
	if h, ok := a.graded.Hint(); ok {
		return Help{Hint: &h}, a.keep(journal.Event{Kind: journal.Hinted, Rung: h.Rung})
	}
	if !a.State().CanReveal {
		return Help{}, nil
	}
	f := a.graded.Reveal()
	a.last = &f
	e := journal.Event{Kind: journal.Revealed, Verdict: f.Kind.String()}
	if a.graded.Shown() > 0 {
		e.Shown = 1
	}
	return Help{Shown: &f}, a.keep(e)
}

// NeedsAid reports whether Help would have to compute what may take long. Aid computes it beforehand.
func (a *Attempt) NeedsAid() bool { return !a.Alone() && !a.AsksRule() && a.graded.NeedsAid() }

// Aid computes what Help needs. It changes nothing, and ends when done is closed.
func (a *Attempt) Aid(done <-chan struct{}) grade.Aid { return a.graded.AidUntil(done) }

// Use keeps an Aid for the next Help.
func (a *Attempt) Use(aid grade.Aid) { a.graded.Help(aid) }
