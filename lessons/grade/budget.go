package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/budget"
)

// What one answer, or one computed hint, may cost in units of budget.Meter: a comparison with what is wanted, those with
// the wrong answers foreseen, an explanation, rules and progress. The first comparison always gets all it may have.
const (
	answerBudget = 10_000_000
	aidBudget    = 10_000_000
)

// JudgeUntil is Judge for an answer that may be given up: it ends soon after done is closed, unsure.
func (a *Attempt) JudgeUntil(done <-chan struct{}, text string) Feedback {
	return a.JudgeMeant(done, text, "")
}

// JudgeMeant is JudgeUntil for an answer that can be read in several ways, of which somebody chose one: read is what Plain
// writes of it.
func (a *Attempt) JudgeMeant(done <-chan struct{}, text, read string) Feedback {
	if a.finished {
		return Feedback{Kind: Repeat, Typed: text, Finished: true, Say: say("This question is finished.")}
	}
	if d := a.derivation(); d != nil && d.asked != nil {
		f := d.judgeRule(text)
		f.Typed, f.Aside = text, true
		return f
	}
	f := Feedback{Kind: Unsure, Say: unsureWords()}
	m := budget.New(answerBudget, done)
	m.Within(answerBudget, func() { f = a.grader.under(m).judge(answer{text, read}) })
	f.Typed = text
	if f.Scope != nil {
		f.Scope = f.Scope.Under(nil) // the meter was for this answer
	}
	return f
}

func unsureWords() []lessons.Text {
	return say("Neither a proof nor a counterexample was found, so this is not judged and counts as nothing.",
		"Try a smaller step, or write it in another way.")
}

// AidUntil is Aid for what may be given up: it ends soon after done is closed, with nothing found.
func (a *Attempt) AidUntil(done <-chan struct{}) Aid {
	return aidUnder(budget.New(aidBudget, done), a.grader.(offPath))
}

// aidUnder computes what a hint needs, as far as the meter allows.
func aidUnder(m *budget.Meter, l offPath) Aid {
	var aid Aid
	m.Within(aidBudget, func() { aid = l.under(m).(offPath).compute() })
	return aid
}

// A grader is put under a meter by a copy whose question has a scope that carries it: whatever is computed in the words
// of the question draws on it.

func (e *expression) under(m *budget.Meter) grader {
	q := *e.q
	q.Scope = q.Scope.Under(m)
	return &expression{q: &q, course: e.course}
}

func (n *numeric) under(m *budget.Meter) grader {
	q, under := *n.q, *n
	q.Scope = q.Scope.Under(m)
	under.q = &q
	return &under
}

func (c *choice) under(*budget.Meter) grader { return c }

func (s *spot) under(m *budget.Meter) grader {
	q, under := *s.q, *s
	q.Scope = q.Scope.Under(m)
	under.q = &q
	return &under
}

func (d derivation) under(m *budget.Meter) derivation {
	q := *d.q
	q.Scope = q.Scope.Under(m)
	d.q = &q
	return d
}

func (d *worked) under(m *budget.Meter) grader {
	under := *d
	under.derivation = d.derivation.under(m)
	return &under
}

func (d *faded) under(m *budget.Meter) grader {
	under := *d
	under.derivation = d.derivation.under(m)
	return &under
}

func (d *free) under(m *budget.Meter) grader {
	under := *d
	under.derivation = d.derivation.under(m)
	return &under
}

func (l *laboratory) under(m *budget.Meter) grader {
	return &laboratory{q: l.q, course: l.course, scope: l.q.Scope.Under(m)}
}
