package algebra

import (
	"chainrule/mathcore/expr"
)

// sideUnbroken is unbroken for a side as a whole. Where a side has a value for a number beyond the first, what it raises to the power 0
// there is not 0: x and y are not in Σ x^k·y^(n-k) over k from 0 to n. So all other whole powers of it have values, too.
func (c *chain) sideUnbroken(g *context, n expr.Node) bool {
	c.apart = c.raisedToZero(n)
	defer func() { c.apart = nil }()
	return c.unbroken(g, n)
}

// raisedToZero returns the bases without the letter of the chain, and without indices, whose exponent is 0 at an end of a range in n that
// is never one over nothing beyond the first number.
func (c *chain) raisedToZero(n expr.Node) []expr.Node {
	var bases []expr.Node
	g := c.ctx.beside(c.ctx.from(c.letter, c.first+1))
	eachRequired(n, func(m expr.Node) {
		s, ok := m.(*expr.Series)
		if !ok || !g.ordered(g.canonical(g.value(expr.Sum(s.Lo, expr.Int(1)))), g.canonical(g.value(s.Hi))) {
			return
		}
		eachRequired(s.Body, func(m expr.Node) {
			power, ok := m.(*expr.Pow)
			if !ok || c.in(power.Base) || expr.Mentions(power.Base, s.Index) || !expr.Mentions(power.Exp, s.Index) {
				return
			}
			for _, end := range []expr.Node{s.Lo, s.Hi} {
				if g.value(expr.Substitute(power.Exp, s.Index, end)).isZero() {
					bases = append(bases, power.Base)
				}
			}
		})
	})
	return bases
}

// eachRequired visits the parts of n that must have values where n has one, but for those inside sums.
func eachRequired(n expr.Node, visit func(expr.Node)) {
	expr.Walk(n, func(m expr.Node) bool {
		if c, ok := m.(*expr.Call); ok && c.Func == expr.Where {
			return false
		}
		visit(m)
		_, sum := m.(*expr.Series)
		_, derivative := m.(*expr.Derivative)
		return !sum && !derivative
	})
}
