package slip

import (
	"chainrule/mathcore/expr"
)

// halfFactor loses a factor 2 or ½, or gains one.
//
// Example: 1/2*(h-y)^2 -> (h-y)^2
// Example: 2x*e^x -> x*e^x
// Example: 2/m*sum(i=1..m, h_i) -> 1/m*sum(i=1..m, h_i)
var halfFactor = mistake{
	id: "half-factor", kind: loss, family: losses, about: aTwo,
	rewrite: func(n, under expr.Node, _ *setting) []expr.Node {
		var wrong []expr.Node
		if q, ok := n.(*expr.Div); ok {
			if den := strike(q.Den, expr.Int(2)); den != nil {
				wrong = append(wrong, expr.Quotient(q.Num, den))
			}
		}
		if product, ok := n.(*expr.Mul); ok {
			for i, f := range product.Factors {
				if expr.Is(f, 2) || expr.IsHalf(f) {
					wrong = append(wrong, expr.Product(expr.Without(product.Factors, i)...))
				}
			}
		}
		if under == nil {
			wrong = append(wrong, expr.Product(expr.Int(2), n), expr.Quotient(n, expr.Int(2)))
		}
		return wrong
	},
}
