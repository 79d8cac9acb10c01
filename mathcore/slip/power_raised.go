package slip

import (
	"chainrule/mathcore/expr"
)

// powerRaised raises the exponent instead of lowering it: (x⁻ⁿ)' = -n x⁻ⁿ⁺¹.
//
// Example: d/dx(x^(-2)) -> -2x^(-1)
// Example: d/dx((1+e^(-x))^(-1)) -> e^(-x)
var powerRaised = mistake{
	id: "power-raised", kind: derivative, family: differentiating, about: aPower,
	derive: powerSlip(func(base, n expr.Node) []expr.Node {
		return []expr.Node{expr.Product(n, expr.Power(base, expr.Sum(n, expr.Int(1))))}
	}),
}
