package slip

import (
	"chainrule/mathcore/expr"
)

// powerProduct multiplies the exponents: xᵃ xᵇ = xᵃᵇ, and xᵃ/xᵇ = xᵃᐟᵇ.
//
// Example: x^2*x^3 -> x^6
// Example: e^a*e^b -> e^(a*b)
// Example: x^6/x^2 -> x^3
var powerProduct = mistake{
	id: "power-product", kind: falseLaw, family: rewriting, about: aPower,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if q, ok := n.(*expr.Div); ok {
			b, x, okX := expr.PowerOf(q.Num)
			c, y, okY := expr.PowerOf(q.Den)
			if okX && okY && expr.Equal(b, c) {
				return []expr.Node{expr.Power(b, expr.Quotient(x, y))}
			}
			return nil
		}
		var wrong []expr.Node
		list := expr.Factors(n)
		for i := range list {
			for k := i + 1; k < len(list); k++ {
				b, x, okX := expr.PowerOf(list[i])
				c, y, okY := expr.PowerOf(list[k])
				if okX && okY && expr.Equal(b, c) {
					wrong = append(wrong, expr.Product(expr.Without(expr.With(list, i, expr.Power(b, expr.Product(x, y))), k)...))
				}
			}
		}
		return wrong
	},
}
