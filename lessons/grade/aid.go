package grade

import (
	"chainrule/mathcore/budget"
	"chainrule/mathcore/rule"
)

// An Aid is what the next hint, or the solution, is made of where the learner has left the model's way.
type Aid struct {
	next  rule.Next
	found bool
	rest  []Shown // the solution
	whole bool    // the solution was asked for
}

// A lostling is a derivation that the model's way can be left on.
type lostling interface {
	player
	// lost reports whether the last line is none of the model's.
	lost() bool
	// compute finds the step after the last line, and all of them if the solution is asked for. It changes nothing.
	compute(solution bool) Aid
}

// computed returns the aid that was computed before, or computes it now.
func (d *derivation) computed(l lostling, solution bool) Aid {
	if d.aid == nil || solution && !d.aid.whole {
		a := aidUnder(budget.New(aidBudget, nil), l, solution)
		d.aid = &a
	}
	return *d.aid
}

// derivation returns what the levels of a derivation share; nil for other questions.
func (a *Attempt) derivation() *derivation {
	switch p := a.player.(type) {
	case *worked:
		return &p.derivation
	case *faded:
		return &p.derivation
	case *free:
		return &p.derivation
	}
	return nil
}

// NeedsAid reports whether Hint or Reveal, whichever is next, would have to compute what may take long. Aid computes it
// beforehand.
func (a *Attempt) NeedsAid() bool {
	l, ok := a.player.(lostling)
	if !ok || a.finished || !l.lost() {
		return false
	}
	aid := a.derivation().aid
	return aid == nil || a.solves() && !aid.whole
}

// solves reports whether all hints were given, so that the solution is next.
func (a *Attempt) solves() bool { return len(a.hints) == rungs }

// Aid computes what Hint or Reveal needs. It changes nothing and may take long. Call it where NeedsAid says so.
func (a *Attempt) Aid() Aid { return a.AidUntil(nil) }

// Help keeps an Aid for the next Hint or Reveal.
func (a *Attempt) Help(aid Aid) {
	if d := a.derivation(); d != nil {
		d.aid = &aid
	}
}
