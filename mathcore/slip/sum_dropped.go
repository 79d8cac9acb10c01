package slip

import (
	"chainrule/mathcore/expr"
)

// sumDropped leaves the sum sign out: Σ aᵢ = aᵢ.
//
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> 1/m*(h_i-y_i)*x_i
// Example: -sum(k=1..n, t_k*ln(p_k)) -> -t_k*ln(p_k)
var sumDropped = mistake{
	id: "sum-dropped", kind: loss, family: losses, about: aSeries,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if sum, ok := n.(*expr.Series); ok && !sum.Product {
			return []expr.Node{sum.Body}
		}
		return nil
	},
}
