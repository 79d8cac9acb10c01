package slip

import (
	"chainrule/mathcore/expr"
)

// sumDropped leaves the sum sign out, or keeps one term of many: Σ aᵢ = aᵢ.
//
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> 1/m*(h_i-y_i)*x_i
// Example: -(t_1*(1-p_1)-t_2*p_1-t_3*p_1) -> -t_1*(1-p_1)
var sumDropped = mistake{
	id: "sum-dropped", kind: loss, family: losses, about: aSeries | aSum,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		switch n := n.(type) {
		case *expr.Series:
			if !n.Product {
				return []expr.Node{n.Body}
			}
		case *expr.Add:
			if len(n.Terms) > 2 {
				return n.Terms
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative:
		}
		return nil
	},
}
