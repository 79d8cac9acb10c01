package slip

import (
	"chainrule/mathcore/expr"
)

// powerFactor lowers the exponent without taking it in front: (xⁿ)' = xⁿ⁻¹.
//
// Example: d/dx(x^3) -> x^2
// Example: d/dh(1/2*(h-y)^2) -> 1/2*(h-y)
var powerFactor = mistake{
	id: "power-factor", kind: derivative, family: differentiating, about: aPower,
	derive: powerSlip(func(base, n expr.Node) []expr.Node {
		return []expr.Node{expr.Power(base, expr.Minus(n, expr.Int(1)))}
	}),
}
