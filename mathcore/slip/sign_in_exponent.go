package slip

import (
	"chainrule/mathcore/expr"
)

// signInExponent turns the sign of an exponent: e^x for e^(-x).
//
// Example: x^2*e^(-a*x) -> x^2*e^(a*x)
// Example: e^(-x)/(1+e^(-x)) -> e^x/(1+e^(-x))
var signInExponent = mistake{
	id: "sign-in-exponent", kind: loss, family: rewriting, shows: wholeParts, about: aPower,
	rewrite: func(n, _ expr.Node, in *setting) []expr.Node {
		base, exponent, ok := expr.PowerOf(n)
		if !ok || !expr.IsE(base) || !in.written {
			return nil
		}
		bare, negative := expr.Unsigned(exponent)
		if !negative {
			bare = expr.Negative(exponent)
		}
		return []expr.Node{expr.Power(base, bare)}
	},
	parts: func(at place) map[string]expr.Node { return map[string]expr.Node{"power": at.before} },
}
