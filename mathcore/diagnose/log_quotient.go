package diagnose

import "chainrule/mathcore/expr"

// logQuotient divides the logarithms: ln(a/b) = ln a/ln b, or the reverse.
//
// Example: ln(a/b) -> ln(a)/ln(b)
// Example: ln(1-p)-ln(p) -> ln(1-p)/ln(p)
// Example: ln(a)/ln(b) -> ln(a)-ln(b)
var logQuotient = mistake{
	slip: "log-quotient", kind: falseLaw, family: rewriting,
	rewrite: func(n expr.Node, _ *setting) []expr.Node {
		if arg, ok := lnOf(n); ok {
			if q, ok := arg.(*expr.Div); ok {
				return []expr.Node{expr.Quotient(ln(q.Num), ln(q.Den))}
			}
			return nil
		}
		if q, ok := n.(*expr.Div); ok && isLn(q.Num) && isLn(q.Den) {
			return []expr.Node{expr.Minus(q.Num, q.Den)}
		}
		return joinLogs(n, func(a, b expr.Node, minus bool) expr.Node {
			if minus {
				return expr.Quotient(ln(a), ln(b))
			}
			return nil
		})
	},
}
