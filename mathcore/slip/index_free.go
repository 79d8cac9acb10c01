package slip

import (
	"chainrule/mathcore/expr"
)

// indexFree takes a part out of a sum although the index of the sum stands in it: Σ aᵢ bᵢ = (Σ aᵢ) bᵢ.
//
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> 1/m*sum(i=1..m, h_i-y_i)*x_i
// Example: sum(k=1..n, t_k*ln(p_k)) -> ln(p_k)*sum(k=1..n, t_k)
var indexFree = mistake{
	id: "index-free", kind: loss, family: losses, about: aSeries,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		sum, ok := n.(*expr.Series)
		if !ok || sum.Product {
			return nil
		}
		var wrong []expr.Node
		split(sum, func(rest, f expr.Node) { wrong = append(wrong, expr.Product(rest, f)) })
		return wrong
	},
	parts: func(at place) map[string]expr.Node {
		named := map[string]expr.Node{}
		if sum, ok := at.before.(*expr.Series); ok {
			split(sum, func(rest, f expr.Node) {
				if expr.Equal(expr.Product(rest, f), at.after) {
					named["factor"], named["index"] = f, sum.Index
				}
			})
		}
		return named
	},
}

// split calls found with each factor behind a sum that the index stands in, and with the sum of the rest.
func split(sum *expr.Series, found func(rest, f expr.Node)) {
	list := expr.Factors(sum.Body)
	for i, f := range list {
		if len(list) > 1 && expr.Mentions(f, sum.Index) {
			found(&expr.Series{Index: sum.Index, Lo: sum.Lo, Hi: sum.Hi, Body: expr.Product(expr.Without(list, i)...)}, f)
		}
	}
}
