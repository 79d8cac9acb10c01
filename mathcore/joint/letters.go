package joint

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// slope returns the derivative of n by a letter. Members of one family are letters of their own here: where x_i - x_k is 0, x_i is x_k,
// also if i is k. A sum may hold any of them.
func (s *solver) slope(n expr.Node, v *expr.Symbol) (expr.Node, bool) {
	by := v
	others := len(v.Index) > 0 && expr.Contains(n, func(m expr.Node) bool { return !expr.Equal(m, v) && isMember(m, v) })
	if others && !expr.Contains(n, isOperator) && !expr.Contains(n, isSum) {
		by = expr.Fresh(expr.Var(v.Name), n)
		d, _ := s.sc.Domain(v)
		s.sc = s.sc.Clone()
		s.sc.Declare(by, d)
		n = expr.Substitute(n, v, by)
	}
	slope, ok := calculus.Resolve(&expr.Derivative{Var: by, Body: n, Order: 1}, s.sc)
	if by != v {
		slope = expr.Substitute(slope, by, v)
	}
	return calculus.Tidy(slope), ok
}

func isSum(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// isMember reports whether n is a member of the family of v.
func isMember(n expr.Node, v *expr.Symbol) bool {
	s, ok := n.(*expr.Symbol)
	return ok && s.Name == v.Name && len(s.Index) == len(v.Index)
}
