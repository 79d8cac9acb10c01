package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// sumForProduct adds what the step multiplies: f'(u) + u' for f'(u) u'.
//
// Example: d/dx((x^2+1)^3) -> 3(x^2+1)^2+2x
// Example: d/dx(ln(x^2+4)) -> 1/(x^2+4)+2x
var sumForProduct = mistake{
	id: "sum-for-product", kind: loss, family: rewriting, about: aDerivative, shows: allParts,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.ChainRule {
			return nil
		}
		return []expr.Node{expr.Sum(outerOf(s), s.Parts[1].Result)}
	},
	parts: func(at place) map[string]expr.Node {
		if s, ok := at.step(); ok && s.Rule == calculus.ChainRule {
			return map[string]expr.Node{"first": calculus.Tidy(outerOf(s)), "second": calculus.Tidy(s.Parts[1].Result)}
		}
		return nil
	},
}

// outerOf returns the derivative of the outer function with the inner one put in.
func outerOf(chain *calculus.Step) expr.Node {
	return chain.With([]expr.Node{chain.Parts[0].Result, expr.Int(1)})
}
