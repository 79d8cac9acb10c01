package slip

import (
	"chainrule/mathcore/expr"
)

// reciprocalOfSum divides by each term: 1/(a+b) = 1/a + 1/b.
//
// Example: 1/(a+b) -> 1/a+1/b
// Example: 1/(1+e^(-x)) -> 1+e^x
// Example: (a+b)^(-1) -> a^(-1)+b^(-1)
var reciprocalOfSum = mistake{
	id: "reciprocal-of-sum", kind: falseLaw, family: rewriting, about: aQuotient | aPower,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		switch n := n.(type) {
		case *expr.Div:
			if expr.IsSum(n.Den) {
				return termwise(n.Den, func(t expr.Node) expr.Node { return expr.Quotient(n.Num, t) })[:1]
			}
		case *expr.Pow:
			if expr.Is(n.Exp, -1) && expr.IsSum(n.Base) {
				return termwise(n.Base, func(t expr.Node) expr.Node { return expr.Power(t, n.Exp) })[:1]
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Call, *expr.Apply, *expr.Derivative,
			*expr.Series:
		}
		return nil
	},
}
