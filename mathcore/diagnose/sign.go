package diagnose

import "chainrule/mathcore/expr"

// sign loses a minus or gains one.
//
// Example: 3-x -> 3+x
var sign = rule{slip: "sign", rewrite: func(n expr.Node) []expr.Node {
	if neg, ok := n.(*expr.Neg); ok {
		return []expr.Node{neg.X}
	}
	return []expr.Node{expr.Negative(n)}
}}
