package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// jumpsInSum reports whether the part jumps for single members of a sum.
func jumpsInSum(q joint.Part) bool { return q.Bound && q.Kind == joint.Jump }

// inSums compares the sides with their sums written out, where members can be looked at one by one.
func (p *pair) inSums(t *trial) (v Verdict, found bool) {
	if expr.Contains(expr.Minus(p.standing.left, p.standing.right), isDerivative) {
		return Verdict{}, false
	}
	for i := range t.instances {
		c := t.instances[i].pair
		if len(c.examples) > 0 {
			continue
		}
		v := p.compareAt(c.left, c.right, p.scope)
		if v.Relation == Different && v.Witness != nil {
			v.Witness.Point = append(slices.Clone(c.fixed), v.Witness.Point...)
			return v, true
		}
	}
	return Verdict{}, false
}

// smoothed returns n with summands that do not jump in the place of those that only seem to: [x > 0] + [x ≤ 0] is 1.
func (p *pair) smoothed(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Series)
		if !ok || !expr.Contains(s.Body, jumps) {
			return n
		}
		simple, ok := algebra.Simplified(s.Body, p.scope)
		if !ok || expr.Contains(simple, jumps) || p.compareAt(s.Body, simple, p.scope).Relation != Equal {
			return n
		}
		return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: simple, Product: s.Product}
	})
}

// jumps reports whether n may have another value at a point than beside it.
func jumps(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Sign || c.Func == expr.Delta || c.Func == expr.Where)
}
