package slip

import (
	"chainrule/mathcore/expr"
)

// reciprocal turns a fraction upside down: b/a for a/b.
//
// Example: x*(a/b) -> x*(b/a)
// Example: σ(x)/(1-σ(x)) -> (1-σ(x))/σ(x)
// Example: 1/(1+e^(-x)) -> 1+e^(-x)
var reciprocal = mistake{
	id: "reciprocal", kind: loss, family: rewriting, about: aBar,
	rewrite: func(n, under expr.Node, _ *setting) []expr.Node {
		if q, ok := n.(*expr.Div); ok && !expr.IsLn(under) {
			return []expr.Node{expr.Quotient(q.Den, q.Num)}
		}
		return nil
	},
}
