package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// productHalf keeps one half of the product rule: (u v)' = u' v, or u v'.
//
// Example: d/ds(s*(1-s)) -> 1-s
// Example: d/dx(x^2*ln(x)) -> 2x*ln(x)
var productHalf = mistake{
	id: "product-half", kind: derivative, family: differentiating, about: aDerivative,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.ProductRule {
			return nil
		}
		var wrong []expr.Node
		for i := range s.Parts {
			wrong = append(wrong, s.With(only(results(s), i)), s.With(expr.With(results(s), i, expr.Int(0))))
		}
		return wrong
	},
}

// only returns zeros with the member i of the list among them.
func only(list []expr.Node, i int) []expr.Node {
	return expr.With(expr.Mapped(list, func(expr.Node) expr.Node { return expr.Int(0) }), i, list[i])
}
