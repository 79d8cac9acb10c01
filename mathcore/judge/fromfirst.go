package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// byFirst compares the sides where a letter that sums end at is the least that it may be, and where it is more: the sum over k from 1 to n
// of ln(2-k) has a value for n = 1 alone.
func (p *pair) byFirst() (v Verdict, found bool) {
	both := expr.Minus(p.standing.left, p.standing.right)
	if len(p.kind) > 0 || len(p.scope.Conditions()) > 0 || expr.Contains(both, isDerivative) || !expr.Contains(both, asksInSum) {
		return v, false
	}
	for _, s := range algebra.UpperLetters(both) {
		d, _ := p.scope.Domain(s)
		least, ok := d.LeastWhole()
		if !ok || !d.Whole || d.Finite() || d.Hi != nil || len(s.Index) > 0 {
			continue
		}
		later := p.scope.Clone()
		d.Lo, d.LoOpen = new(big.Rat).Add(least, big.NewRat(1, 1)), false
		later.Declare(s, d)
		if v = p.compareAt(p.standing.left, p.standing.right, later); v.Relation != Equal && v.Relation != Undefined {
			continue
		}
		first := func(n expr.Node) expr.Node { return expr.Substitute(n, s, expr.Rational(least)) }
		p.scope.Meter().Spend(expr.Size(both))
		v = also(p.compareAt(first(p.standing.left), first(p.standing.right), p.scope), v)
		return v, v.Relation == Equal || v.Relation == Undefined
	}
	return v, false
}

// asksInSum reports whether n is a sum the terms of which need not have values.
func asksInSum(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	if !ok {
		return false
	}
	found := false
	expr.Walk(s.Body, func(n expr.Node) bool {
		_, letter := n.(*expr.Symbol) // its index has a value
		found = found || asks(n)
		return !found && !letter
	})
	return found
}
