package diagnose

import "chainrule/mathcore/expr"

// sigmaOfMinus takes the sigmoid for an odd function: σ(-x) = -σ(x).
//
// Example: σ(-x) -> -σ(x)
// Example: 1-σ(x) -> -σ(x)
var sigmaOfMinus = mistake{
	slip: "sigma-of-minus", kind: falseLaw, family: losses,
	rewrite: func(n expr.Node, in *setting) []expr.Node {
		if u, ok := complement(n); ok && in.sigmoid(u) {
			return []expr.Node{expr.Negative(u)}
		}
		if !in.sigmoid(n) {
			return nil
		}
		if u, negative := unsigned(expr.Children(n)[0]); negative {
			return []expr.Node{expr.Negative(expr.WithChildren(n, []expr.Node{u}))}
		}
		return nil
	},
}
