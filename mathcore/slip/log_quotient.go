package slip

import (
	"chainrule/mathcore/expr"
)

// logQuotient divides the logarithms: ln(a/b) = ln a/ln b, or the reverse.
//
// Example: ln(a/b) -> ln(a)/ln(b)
// Example: ln(1-p)-ln(p) -> ln(1-p)/ln(p)
// Example: ln(a)/ln(b) -> ln(a)-ln(b)
var logQuotient = mistake{
	id: "log-quotient", kind: falseLaw, family: rewriting, about: aLogarithm,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if arg, ok := expr.LogArgument(n); ok {
			if q, ok := arg.(*expr.Div); ok {
				return []expr.Node{expr.Quotient(expr.NaturalLog(q.Num), expr.NaturalLog(q.Den))}
			}
			return nil
		}
		if q, ok := n.(*expr.Div); ok && expr.IsLn(q.Num) && expr.IsLn(q.Den) {
			return []expr.Node{expr.Minus(q.Num, q.Den)}
		}
		return joinLogs(n, func(a, b expr.Node, minus bool) expr.Node {
			if minus {
				return expr.Quotient(expr.NaturalLog(a), expr.NaturalLog(b))
			}
			return nil
		})
	},
}
