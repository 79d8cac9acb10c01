package slip

import (
	"chainrule/mathcore/expr"
)

// sigmaOfMinus takes the sigmoid for an odd function: σ(-x) = -σ(x).
//
// Example: σ(-x) -> -σ(x)
var sigmaOfMinus = mistake{
	id: "sigma-of-minus", kind: falseLaw, family: losses, about: minusInside,
	rewrite: func(n, _ expr.Node, in *setting) []expr.Node {
		if u, ok := expr.Complement(n); ok && in.Sigmoid(u) {
			return []expr.Node{expr.Negative(u)}
		}
		if !in.Sigmoid(n) {
			return nil
		}
		if u, negative := expr.Unsigned(expr.Children(n)[0]); negative {
			return []expr.Node{expr.Negative(expr.WithChildren(n, []expr.Node{u}))}
		}
		return nil
	},
}
