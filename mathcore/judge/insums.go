package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// jumpsInSum reports whether the part jumps for single members of a sum.
func jumpsInSum(q joint.Part) bool { return q.Bound && q.Kind == joint.Jump }

// inSums compares the sides with their sums written out, where members can be looked at one by one.
func (p *pair) inSums(t *trial) (v Verdict, found bool) {
	if len(p.scope.Conditions()) > 0 || p.depth >= jointDepth || !p.standing.contents().Series() {
		return Verdict{}, false
	}
	for _, c := range p.writtenSums(t) {
		v := p.compareAt(c.left, c.right, p.scope)
		if v.Relation != Different || v.Witness == nil {
			continue
		}
		if point := append(slices.Clone(c.fixed), v.Witness.Point...); p.admits(point) && consistent(point) {
			v.Witness.Point = point
			return v, true
		}
	}
	return Verdict{}, false
}

// sumsBudget is for comparing derivatives of sums with the terms written out, where each term may have joints of its own.
const sumsBudget = 60_000

// inDerivedSums is inSums for derivatives of sums.
func (p *pair) inDerivedSums(t *trial) (v Verdict, found bool) {
	if p.depth > 0 || !p.derivesSums() {
		return v, false
	}
	p.scope.Meter().Within(sumsBudget, func() { v, found = p.inSums(t) })
	return v, found
}

// writtenSums returns the sides with the terms of their sums, as they are tried at points; of derivatives of sums with the operators.
func (p *pair) writtenSums(t *trial) []concretion {
	var all []concretion
	if !p.derivesSums() {
		for i := range t.instances {
			if c := t.instances[i].pair; len(c.examples) == 0 {
				all = append(all, c)
			}
		}
		return all
	}
	bounds, indices := p.derivedCounters()
	for _, size := range []int64{2, 3} {
		if c, ok := p.writtenWith(countersFixed(bounds, indices, size)); ok {
			all = append(all, c)
		}
	}
	return all
}

// derivedCounters returns the letters that ends and indices hold, also those by which something is derived.
func (p *pair) derivedCounters() (bounds, indices []*expr.Symbol) {
	bounds, indices = counters(expr.Minus(p.standing.left, p.standing.right), p.scope)
	for _, v := range variablesIn(p.standing.left, p.standing.right) {
		for _, s := range expr.Symbols(v.Index...) {
			indices = addSymbol(indices, s)
		}
	}
	return bounds, indices
}

// writtenWith returns the sides with the numbers for letters and the terms that sums have then. It reports false where it is not known
// that these numbers may be.
func (p *pair) writtenWith(fixed []Value) (c concretion, ok bool) {
	fixed, ok = p.inDomains(fixed)
	if !ok || !p.admits(fixed) {
		return c, false
	}
	c.fixed = fixed
	var okL, okR bool
	c.left, okL = p.writtenAt(p.standing.left, c)
	c.right, okR = p.writtenAt(p.standing.right, c)
	return c, okL && okR
}

// atOneTerm compares derivatives of sums where these have one term each: what a joint of the one member does is seen there at once.
func (p *pair) atOneTerm() (v Verdict, found bool) {
	if len(p.kind) > 0 || len(p.scope.Conditions()) > 0 || !p.derivesSums() || len(p.standing.primes) > 0 {
		return v, false
	}
	bounds, indices := p.derivedCounters()
	ones := countersFixed(bounds, indices, 1)
	for i := range ones {
		if !p.scope.Counts(ones[i].Symbol) {
			return v, false // a and b in z_a and z_b may be names of two
		}
		ones[i].Is = big.NewRat(1, 1)
	}
	c, ok := p.writtenWith(ones)
	if !ok {
		return v, false
	}
	v = p.compareAt(c.left, c.right, p.scope)
	if v.Relation != Different || v.Witness == nil {
		return v, false
	}
	point := append(slices.Clone(c.fixed), v.Witness.Point...)
	v.Witness.Point = point
	return v, p.admits(point) && consistent(point)
}

// smoothed returns n with summands that do not jump, and have a value everywhere, in the place of those that only seem to jump:
// [x > 0] + [x ≤ 0] is 1. In the place of conditions there may be signs, where it comes to the same: [x > 0] - [x < 0] is that of x.
func (p *pair) smoothed(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Series)
		if !ok || !expr.Contains(s.Body, jumps) {
			return n
		}
		simple, ok := algebra.Simplified(s.Body, p.scope)
		if !ok || !expr.Total(simple) || expr.Contains(simple, jumps) {
			simple = withMeans(s.Body)
		}
		if simple == s.Body || p.compareAt(s.Body, simple, p.scope).Relation != Equal {
			return n
		}
		return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: simple, Product: s.Product}
	})
}

// withMeans returns n with the mean of what they are on both sides in the place of conditions: (1 + sign u)/2 for [u > 0].
func withMeans(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if u, ok := compared(n); ok {
			return expr.Quotient(expr.Sum(expr.Int(1), expr.Of(expr.Sign, u)), expr.Int(2))
		}
		return n
	})
}

// isCompared reports whether n is a condition as it is expressed.
func isCompared(n expr.Node) bool {
	_, ok := compared(n)
	return ok
}

// jumps reports whether n may have another value at a point than beside it.
func jumps(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Sign || c.Func == expr.Delta || c.Func == expr.Where)
}
