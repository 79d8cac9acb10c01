package parse

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// ofMember returns the definition as one of a single member where its letters only name: o_b := e^(z_b)/(e^(z_a)+e^(z_b))
// says what o_b is, and nothing of o_a, since z_a stands beside z_b in it.
func ofMember(d scope.Definition) scope.Definition {
	if len(d.Index) != 1 || d.Body == nil || !hasSiblings(d.Body, d.Index[0]) {
		return d
	}
	d.Of = []expr.Node{d.Index[0]}
	d.Index = nil
	return d
}

// hasSiblings reports whether n holds members of one family with the letter as an index and with another free letter in
// its place.
func hasSiblings(n expr.Node, letter *expr.Symbol) bool {
	var own, others []*expr.Symbol // one index each, under the name of the family
	var bound []*expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Series:
			bound = append(bound, n.Index)
		case *expr.Symbol:
			for _, i := range freeLetters(n, bound) {
				if expr.Equal(i, letter) {
					own = append(own, expr.Var(n.Name))
				} else {
					others = append(others, expr.Var(n.Name))
				}
			}
			return false
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative:
		}
		return true
	})
	return slices.ContainsFunc(own, func(s *expr.Symbol) bool { return contains(others, s) })
}
