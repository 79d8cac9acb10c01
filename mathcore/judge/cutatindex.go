package judge

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// proveCutAtIndex tries a proof with the sums cut at an index that is taken to lie in their range: where members are compared with that
// one, as in the sum over k of sign(u_j - u_k), its own term is another than the others.
func (p *pair) proveCutAtIndex() Evidence {
	if p.proofless || !p.derivesSums() || !eitherContains(p.left, p.right, chooses) {
		return None
	}
	for i, m := range p.assumed {
		known := i > 0 && expr.Equal(p.assumed[i-1].index, m.index)
		if known || !eitherContains(p.left, p.right, func(n expr.Node) bool { return m.mayCut(n) }) {
			continue
		}
		p.scope.Meter().Spend(4 * (expr.Size(p.left) + expr.Size(p.right)))
		left, right := m.cut(p.left), m.cut(p.right)
		if left == p.left && right == p.right {
			continue
		}
		if evidence := prove(left, right, p.scope); evidence != None {
			return evidence
		}
	}
	return None
}

// mayCut reports whether n is a sum in which members are compared with the one of the index.
func (m membership) mayCut(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && !s.Product && expr.Contains(s.Body, func(c expr.Node) bool {
		return expr.Contains(c, chooses) && expr.Mentions(c, m.index) && expr.Mentions(c, s.Index)
	})
}

// cut returns n with sums over the range of the index, or over one that begins or ends at it, in two parts and its own term.
func (m membership) cut(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Series)
		if !ok || !m.mayCut(n) || expr.Equal(s.Index, m.index) {
			return n
		}
		first, last := expr.Equal(s.Lo, m.index), expr.Equal(s.Hi, m.index)
		if !first && !expr.Equal(s.Lo, m.lo) || !last && !expr.Equal(s.Hi, m.hi) {
			return n
		}
		over := func(lo, hi expr.Node) expr.Node { return &expr.Series{Index: s.Index, Lo: lo, Hi: hi, Body: s.Body} }
		terms := []expr.Node{calculus.Tidy(expr.Substitute(s.Body, s.Index, m.index))}
		if !first {
			terms = append(terms, over(s.Lo, expr.Minus(m.index, expr.Int(1))))
		}
		if !last {
			terms = append(terms, over(expr.Sum(m.index, expr.Int(1)), s.Hi))
		}
		return expr.Sum(terms...)
	})
}
