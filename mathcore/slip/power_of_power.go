package slip

import (
	"chainrule/mathcore/expr"
)

// powerOfPower adds the exponents: (xᵃ)ᵇ = xᵃ⁺ᵇ.
//
// Example: (x^2)^3 -> x^5
// Example: (e^x)^2 -> e^(x+2)
var powerOfPower = mistake{
	id: "power-of-power", kind: falseLaw, family: rewriting, about: aPower,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		outer, ok := n.(*expr.Pow)
		if !ok {
			return nil
		}
		base, exponent, ok := expr.PowerOf(outer.Base)
		if !ok {
			return nil
		}
		return []expr.Node{
			expr.Power(base, expr.Sum(exponent, outer.Exp)),
			expr.Power(base, expr.Power(exponent, outer.Exp)),
		}
	},
}
