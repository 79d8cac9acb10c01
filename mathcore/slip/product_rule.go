package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// productRule multiplies the derivatives of the factors: (u v)' = u' v'.
//
// Example: d/dx(x*e^x) -> e^x
var productRule = mistake{
	id: "product-rule", kind: derivative, family: differentiating, about: aDerivative,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.ProductRule {
			return nil
		}
		return []expr.Node{expr.Product(results(s)...)}
	},
}

// results returns the derivatives of the parts.
func results(s *calculus.Step) []expr.Node {
	all := make([]expr.Node, len(s.Parts))
	for i, p := range s.Parts {
		all[i] = p.Result
	}
	return all
}
