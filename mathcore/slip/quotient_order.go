package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// quotientOrder exchanges the products of the quotient rule: (u/v)' = (u v' - u' v)/v².
//
// Example: d/dx(x/e^x) -> (x*e^x-e^x)/(e^x)^2
var quotientOrder = mistake{
	id: "quotient-order", kind: derivative, family: differentiating, about: aQuotient,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.QuotientRule {
			return nil
		}
		return []expr.Node{expr.Opposite(s.Result)}
	},
}
