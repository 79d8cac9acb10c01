package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// quotientSquare leaves the denominator as it was: (u/v)' = (u' v - u v')/v.
//
// Example: d/dx(x/e^x) -> (e^x-x*e^x)/e^x
// Example: d/dx(1/(1+e^(-x))) -> e^(-x)/(1+e^(-x))
var quotientSquare = mistake{
	id: "quotient-square", kind: derivative, family: differentiating, about: aQuotient,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.QuotientRule {
			return nil
		}
		u, v := halves(s)
		return []expr.Node{expr.Quotient(expr.Minus(u, v), s.Parts[1].Of)}
	},
}
