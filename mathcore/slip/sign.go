package slip

import (
	"chainrule/mathcore/expr"
)

// sign loses a minus or gains one: a+b for a-b, -a for a.
//
// Example: 3-x -> 3+x
// Example: -1/x -> 1/x
// Example: 2^(-x)+x^2 -> 2^x+x^2
var sign = mistake{
	id: "sign", kind: loss, family: rewriting,
	rewrite: func(n, under expr.Node, _ *setting) []expr.Node {
		if p, ok := under.(*expr.Pow); ok && expr.IsE(p.Base) {
			return nil // the sign of the exponent
		}
		if neg, ok := n.(*expr.Neg); ok {
			return []expr.Node{neg.X}
		}
		switch under.(type) {
		case *expr.Mul, *expr.Div, *expr.Neg, *expr.Symbol:
			return nil // the same as the sign of the whole product, or nothing that has a sign
		case nil, *expr.Number, *expr.Constant, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return []expr.Node{expr.Negative(n)}
	},
}
