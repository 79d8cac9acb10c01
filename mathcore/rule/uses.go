package rule

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// Uses returns every rule that somebody may say was used between a line and an equal one, whichever way they take it apart:
// those that Between names, those that carry out the derivatives of the line, down to the constants, and those of each set
// of laws that leads from the one to the other. A rule that is not among them was not used.
func Uses(from, to expr.Node, sc *scope.Scope) (found []ID) {
	sc = sc.Metered(Budget)
	sc.Meter().Within(Budget, func() { gatherUses(from, to, sc, &found) })
	return found
}

// gatherUses writes down what it finds as it goes: where the budget ends, what was found counts.
func gatherUses(from, to expr.Node, sc *scope.Scope, found *[]ID) {
	add := func(rules ...ID) {
		for _, rule := range rules {
			if !slices.Contains(*found, rule) {
				*found = append(*found, rule)
			}
		}
	}
	add(between(from, to, sc, nil)...)
	add(Collect)
	s, ok := sample.New(sc, from, to)
	if !ok {
		return
	}
	s.Learn(from)
	r := newRecogniser(s)
	if sample.Raise(from) != from { // a quotient is differentiated as a power by some
		add(ExponentLaw, ID(calculus.ChainRule.String()), ID(calculus.PowerRule.String()), ID(calculus.QuotientRule.String()))
	}
	carried := expr.Map(from, func(n expr.Node) expr.Node {
		d, ok := derivativeOf(n)
		if !ok || d.Order != 1 || r.waiting(d, to) != nil {
			return n
		}
		step := calculus.Differentiate(d.Body, d.Var, sc)
		add(r.rulesWithin(step, to)...)
		return step.Result
	})
	if r.names(carried) != r.names(to) || r.names(from) != r.names(to) {
		add(SubstituteDefinition, KnownResult)
	}
	if r.conditional(carried, to) {
		add(UseConstraint)
	}
	if addsAndSubtracts(carried, to) || opposites(carried) != opposites(to) {
		add(AddAndSubtract, Cancel)
	}
	add(r.shapes(carried, to)...)
	if expr.Contains(carried, isQuotient) || expr.Contains(to, isQuotient) {
		add(Cancel, ExpandFraction)
	}
	if brackets(carried) != brackets(to) {
		add(Expand, Factor)
	}
	if r.writing(carried) == r.writing(to) {
		return
	}
	for set := range uint(1) << len(laws) {
		if n := bits.OnesCount(set); n == 0 || n > mostLaws || !r.joins(set, carried, to) {
			continue
		}
		for i, l := range laws {
			if set&(1<<i) != 0 && r.needs(set, i, carried, to) {
				add(l.rule)
				add(direction(l.rule, carried, to)...)
			}
		}
	}
}

// derivativeOf returns the derivative that n is, or spells with a prime.
func derivativeOf(n expr.Node) (d *expr.Derivative, ok bool) {
	if prime, isPrime := n.(*expr.Apply); isPrime {
		if x, known := sample.PrimeOf(prime); known {
			f := &expr.Apply{Name: prime.Name, Index: prime.Index, Args: prime.Args}
			return &expr.Derivative{Var: x, Body: f, Order: 1}, true
		}
	}
	d, ok = n.(*expr.Derivative)
	return d, ok
}

func isQuotient(n expr.Node) bool {
	_, ok := n.(*expr.Div)
	return ok
}

// needs reports whether a set of laws that joins two lines does so no more without law i.
func (r *recogniser) needs(set uint, i int, a, b expr.Node) bool { return !r.joins(set&^(1<<i), a, b) }

// rulesWithin lists the rules of a derivation, down to the operators that stand in the line below still.
func (r *recogniser) rulesWithin(s *calculus.Step, line expr.Node) []ID {
	all := []ID{ID(s.Rule.String())}
	for _, p := range s.Parts {
		if r.waiting(&expr.Derivative{Var: p.By, Body: p.Of, Order: 1}, line) == nil {
			all = append(all, r.rulesWithin(p, line)...)
		}
	}
	return all
}
