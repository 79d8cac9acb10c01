package grade

import (
	"chainrule/mathcore/budget"
	"chainrule/mathcore/rule"
)

// An Aid is what the next hint, or the next line, is made of where the learner has left the author's way.
type Aid struct {
	next  rule.Next
	found bool
}

// An offPath is a derivation that the model's way can be left on.
type offPath interface {
	grader
	// lost reports whether the last line is none of the model's.
	lost() bool
	// compute finds the step after the last line. It changes nothing.
	compute() Aid
}

// computed returns the aid that was computed before, or computes it now.
func (d *derivation) computed(l offPath) Aid {
	if d.aid == nil {
		a := aidUnder(budget.New(aidBudget, nil), l)
		d.aid = &a
	}
	return *d.aid
}

// derivation returns what the levels of a derivation share; nil for other questions.
func (a *Attempt) derivation() *derivation {
	switch p := a.grader.(type) {
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
	l, ok := a.grader.(offPath)
	return ok && !a.finished && a.derivation().aid == nil && l.lost()
}

// Aid computes what Hint or Reveal needs. It changes nothing and may take long. Call it where NeedsAid says so.
func (a *Attempt) Aid() Aid { return a.AidUntil(nil) }

// Help keeps an Aid for the next Hint or Reveal.
func (a *Attempt) Help(aid Aid) {
	if d := a.derivation(); d != nil {
		d.aid = &aid
	}
}
