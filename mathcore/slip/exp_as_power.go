package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// expAsPower uses the power rule on an exponential: (eᵘ)' = u eᵘ⁻¹, with the inner derivative or without.
//
// Example: d/dx(e^x) -> x*e^(x-1)
// Example: d/dx(1+e^(-x)) -> -x*e^(-x-1)
var expAsPower = mistake{
	id: "exp-as-power", kind: derivative, family: differentiating, about: aPower,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		switch {
		case s.Rule == calculus.ExpRule:
			if base, u, ok := expr.PowerOf(s.Of); ok {
				return []expr.Node{expr.Product(u, expr.Power(base, expr.Minus(u, expr.Int(1))))}
			}
		case s.Rule == calculus.ChainRule && s.Parts[0].Rule == calculus.ExpRule:
			if base, u, ok := expr.PowerOf(s.Parts[0].Of); ok {
				lowered := expr.Product(u, expr.Power(base, expr.Minus(u, expr.Int(1))))
				return []expr.Node{s.With([]expr.Node{lowered, expr.Int(1)})}
			}
		}
		return nil
	},
}
