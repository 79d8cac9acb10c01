package judge

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// byQuotients compares the sides with a quotient for each summand in the place of quotients of sums that are summed: of
// (x_(k+1)-x_k)/(x_k x_(k+1)) that is 1/x_k - 1/x_(k+1), and the sum of these shrinks to its ends.
func (p *pair) byQuotients() (v Verdict, found bool) {
	if written := p.standing.contents(); p.depth >= jointDepth || !written.Series() || written.Derivatives() {
		return v, false
	}
	left, right := expr.Map(p.standing.left, p.split), expr.Map(p.standing.right, p.split)
	if left == p.standing.left && right == p.standing.right {
		return v, false
	}
	v = p.compareAt(left, right, p.scope)
	return v, v.Relation == Equal
}

// split returns a sum with its quotient of a sum split, if each part gets simpler.
func (p *pair) split(n expr.Node) expr.Node {
	s, ok := n.(*expr.Series)
	if !ok || s.Product {
		return n
	}
	quotient, ok := s.Body.(*expr.Div)
	if !ok {
		return n
	}
	terms, ok := quotient.Num.(*expr.Add)
	if !ok {
		return n
	}
	parts := make([]expr.Node, len(terms.Terms))
	for i, t := range terms.Terms {
		p.scope.Meter().Spend(2 * expr.Size(quotient))
		whole := expr.Quotient(t, quotient.Den)
		if parts[i], ok = algebra.Simplified(whole, p.scope); !ok || expr.Size(parts[i]) >= expr.Size(whole) {
			return n
		}
	}
	return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: expr.Sum(parts...)}
}
