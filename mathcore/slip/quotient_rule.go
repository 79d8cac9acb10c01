package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// quotientRule divides the derivatives: (u/v)' = u'/v'.
//
// Example: d/dx(x/e^x) -> 1/e^x
var quotientRule = mistake{
	id: "quotient-rule", kind: derivative, family: differentiating, about: aQuotient,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.QuotientRule {
			return nil
		}
		return []expr.Node{expr.Quotient(s.Parts[0].Result, s.Parts[1].Result)}
	},
}
