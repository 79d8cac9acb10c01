package judge

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// What a sum asks for its terms ask for, and those that it surely has are looked at one by one.

// withoutTerm reports whether a side has a value nowhere, since a sum in it surely has a term that has none. It is seen before long
// proofs are tried.
func (t *trial) withoutTerm(sc *scope.Scope) (v Verdict, found bool) {
	if t.both > 0 || eitherContains(t.pair.standing.left, t.pair.standing.right, isDerivative) || !eitherContains(t.a, t.b, asksInSum) {
		return v, false
	}
	fails := func(n expr.Node) (eval.Fault, bool) {
		c := demands{sc: sc}
		c.collect(n)
		return c.failed, c.failed != eval.NoFault
	}
	left, inLeft := fails(t.a)
	right, inRight := fails(t.b)
	v = Verdict{Relation: Undefined, Side: sideOf(inLeft, inRight), Fault: left, throughout: true}
	if !inLeft {
		v.Fault = right
	}
	return v, v.Side != Neither
}

// ofSums adds what a demand on a sum says of one of its terms: where a sum is positive one of them is, and where it is not negative and
// has terms, one of them is not.
func (c *demands) ofSums() {
	taken := make([]expr.Node, len(c.all)) // each sum has its own such term
	for i, d := range c.all {
		taken[i] = d.Node
	}
	for i, d := range c.all {
		n, negative := expr.Unsigned(d.Node)
		s, ok := n.(*expr.Series)
		if !ok || s.Product || s.Lo == nil || s.Hi == nil || !d.Positive && !c.reaches(s.Lo, s.Hi) {
			continue
		}
		c.sc.Meter().Spend(expr.Size(s.Body))
		index := expr.Fresh(s.Index, taken...)
		term := expr.Substitute(s.Body, s.Index, index)
		taken = append(taken, index)
		if negative {
			term = expr.Negative(term)
		}
		c.add(term, d.Positive, c.faults[i])
	}
}

// series adds what terms of a sum ask for that it surely has: the first, the last, and those that divide by 0 for a certain index.
func (c *demands) series(n *expr.Series) {
	if n.Lo == nil || n.Hi == nil || !asksInSum(n) || !c.reaches(n.Lo, n.Hi) {
		return
	}
	c.collect(expr.Substitute(n.Body, n.Index, n.Lo))
	if c.failed != eval.NoFault {
		return
	}
	at := []expr.Node{n.Lo, n.Hi}
	expr.Walk(n.Body, func(m expr.Node) bool {
		if u, _ := needsNonzero(m); u != nil && expr.Mentions(u, n.Index) {
			at = append(at, c.indicesAt(u, n)...)
		}
		return !isSeries(m)
	})
	for _, index := range at {
		if term := expr.Substitute(n.Body, n.Index, index); hasNoValue(term, c.sc) {
			if c.failed = whyNowhere(term, c.sc); c.failed == eval.NoFault {
				c.failed = eval.DivisionByZero
			}
			return
		}
	}
}

// indicesAt returns the numbers that the index of the sum surely takes at which u is 0.
func (c *demands) indicesAt(u expr.Node, s *expr.Series) (at []expr.Node) {
	places, _ := (joint.Part{Node: u}).Places(c.sc)
	for _, place := range places {
		if r := eval.Rational(place.Value); expr.Equal(place.Symbol, s.Index) && r != nil && r.IsInt() &&
			c.reaches(s.Lo, place.Value) && c.reaches(place.Value, s.Hi) {
			at = append(at, place.Value)
		}
	}
	return at
}

// reaches reports whether the whole number lo is surely no greater than hi.
func (c *demands) reaches(lo, hi expr.Node) bool {
	e, ok := joint.Enclosed(calculus.Tidy(expr.Minus(hi, lo)), c.sc)
	return ok && e.Lo >= 0
}
