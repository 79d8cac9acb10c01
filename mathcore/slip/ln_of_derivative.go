package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// lnOfDerivative carries the derivative inside: (ln u)' = 1/u', or u'.
//
// Example: d/dx(ln(x^2+x)) -> 1/(2x+1)
// Example: d/dx(ln(1+e^x)) -> e^x
var lnOfDerivative = mistake{
	id: "ln-of-derivative", kind: derivative, family: differentiating, about: aLogarithm,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		switch {
		case s.Rule == calculus.LogRule:
			return []expr.Node{expr.Int(1)}
		case s.Rule == calculus.ChainRule && s.Parts[0].Rule == calculus.LogRule:
			inner := s.Parts[1].Result
			return []expr.Node{expr.Quotient(expr.Int(1), inner), inner}
		}
		return nil
	},
}
