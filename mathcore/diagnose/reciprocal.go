package diagnose

import "chainrule/mathcore/expr"

// reciprocal turns a fraction upside down: b/a for a/b.
//
// Example: x*(a/b) -> x*(b/a)
// Example: σ(x)/(1-σ(x)) -> (1-σ(x))/σ(x)
// Example: 1/(1+e^(-x)) -> 1+e^(-x)
var reciprocal = mistake{
	slip: "reciprocal", kind: loss, family: rewriting,
	rewrite: func(n expr.Node, in *setting) []expr.Node {
		if q, ok := n.(*expr.Div); ok && !isLn(in.under) {
			return []expr.Node{expr.Quotient(q.Den, q.Num)}
		}
		if _, _, raised := powerOf(n); in.under == nil && !isNumber(n) && !raised {
			return []expr.Node{expr.Quotient(expr.Int(1), n)}
		}
		return nil
	},
}
