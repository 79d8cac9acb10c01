package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// quotientPlus adds the products of the quotient rule: (u/v)' = (u' v + u v')/v².
//
// Example: d/dx(x/e^x) -> (e^x+x*e^x)/(e^x)^2
var quotientPlus = mistake{
	id: "quotient-plus", kind: derivative, family: differentiating, about: aQuotient,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.QuotientRule {
			return nil
		}
		u, v := halves(s)
		return []expr.Node{expr.Quotient(expr.Sum(u, v), square(s.Parts[1].Of))}
	},
}

// halves returns u' v and u v' of a quotient u/v.
func halves(s *calculus.Step) (left, right expr.Node) {
	u, v := s.Parts[0], s.Parts[1]
	return expr.Product(v.Of, u.Result), expr.Product(u.Of, v.Result)
}

func square(n expr.Node) expr.Node { return expr.Power(n, expr.Int(2)) }
