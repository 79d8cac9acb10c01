package slip

import (
	"chainrule/mathcore/expr"
)

// meanFactor forgets to divide by the number of examples, or divides once more: Σ for 1/m Σ.
//
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> sum(i=1..m, (h_i-y_i)*x_i)
// Example: 1/(2m)*sum(i=1..m, h_i) -> 1/2*sum(i=1..m, h_i)
// Example: (a+b+c)/3 -> a+b+c
var meanFactor = mistake{
	id: "mean-factor", kind: loss, family: losses, about: aSeries | aQuotient,
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		var wrong []expr.Node
		if q, ok := n.(*expr.Div); ok {
			for _, m := range in.bounds {
				if den := strike(q.Den, m); den != nil {
					wrong = append(wrong, expr.Quotient(q.Num, den))
				}
			}
			if count := int64(len(expr.Terms(q.Num))); count > 1 && expr.Is(q.Den, count) {
				wrong = append(wrong, q.Num)
			}
		}
		if under == nil {
			for _, m := range in.bounds {
				wrong = append(wrong, expr.Product(n, m), expr.Quotient(n, m))
			}
		}
		return wrong
	},
}
