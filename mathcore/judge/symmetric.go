package judge

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// The sum over k and l of g(k,l), both from one range, is that of the mean of g(k,l) and g(l,k), in which signs of differences may cancel:
// Σ Σ sign(f_k - f_l) is 0.

// bySymmetry compares the sides with such means in place of what is summed.
func (p *pair) bySymmetry() (v Verdict, found bool) {
	if c := p.standing.contents(); len(p.kind) > 0 || c.Derivatives() || !c.Series() || !c.Calls(expr.Sign, expr.Delta, expr.Where) {
		return v, false
	}
	left, right := expr.Map(p.standing.left, p.symmetrized), expr.Map(p.standing.right, p.symmetrized)
	if left == p.standing.left && right == p.standing.right {
		return v, false
	}
	v = p.compareAt(left, right, p.scope)
	return v, v.Relation == Equal
}

// symmetrized returns a sum in a sum over the same range with what does not jump, and has a value everywhere, for the sum of what is
// summed and the same with the indices exchanged, where that comes to such a thing.
func (p *pair) symmetrized(n expr.Node) expr.Node {
	outer, ok := n.(*expr.Series)
	if !ok || outer.Product || !expr.Contains(outer.Body, jumps) {
		return n
	}
	inner, ok := outer.Body.(*expr.Series)
	if !ok || inner.Product || !expr.Equal(outer.Lo, inner.Lo) || !expr.Equal(outer.Hi, inner.Hi) || expr.Equal(outer.Index, inner.Index) ||
		expr.Mentions(expr.Sum(inner.Lo, inner.Hi), outer.Index) {
		return n
	}
	p.scope.Meter().Spend(8 * expr.Size(inner.Body))
	aside := expr.Fresh(outer.Index, inner.Body)
	exchanged := expr.Substitute(inner.Body, outer.Index, aside)
	exchanged = expr.Substitute(expr.Substitute(exchanged, inner.Index, outer.Index), aside, inner.Index)
	both := expr.Sum(inner.Body, exchanged)
	simple, ok := algebra.Simplified(both, p.scope)
	if !ok || !expr.Total(simple) || expr.Contains(simple, jumps) || p.compareAt(both, simple, p.scope).Relation != Equal {
		return n
	}
	over := func(s *expr.Series, body expr.Node) expr.Node {
		return &expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body}
	}
	return over(outer, over(inner, expr.Quotient(simple, expr.Int(2))))
}
