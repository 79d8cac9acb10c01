package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// powerNotLowered keeps the exponent: (xⁿ)' = n xⁿ.
//
// Example: d/dx(x^3) -> 3x^3
// Example: d/dx((1-x^2)^3) -> 3*(1-x^2)^3*(-2x)
var powerNotLowered = mistake{
	id: "power-not-lowered", kind: derivative, family: differentiating, about: aPower,
	derive: powerSlip(func(base, n expr.Node) []expr.Node {
		return []expr.Node{expr.Product(n, expr.Power(base, n))}
	}),
}

// powerSlip makes another derivative of the power baseⁿ.
func powerSlip(of func(base, n expr.Node) []expr.Node) func(*calculus.Step, *setting) []expr.Node {
	return func(s *calculus.Step, _ *setting) []expr.Node {
		if p, ok := s.Of.(*expr.Pow); ok && s.Rule == calculus.PowerRule {
			return of(p.Base, p.Exp)
		}
		return nil
	}
}
