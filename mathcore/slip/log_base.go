package slip

import (
	"slices"

	"chainrule/mathcore/expr"
)

// logBase takes one logarithm for another: ln p for log2 p, so that a factor ln 2 or ln 10 is missing or extra.
//
// Example: -ln(p) -> -log2(p)
// Example: ln(n)/ln(2) -> ln(n)
// Example: ln(n)/ln(2) -> ln(n)*ln(2)
// Example: log10(x) -> ln(x)
var logBase = mistake{
	id: "log-base", kind: loss, family: losses, about: aLogarithm,
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		var wrong []expr.Node
		if c, ok := n.(*expr.Call); ok && len(c.Args) == 1 {
			if slices.Contains(logarithms, c.Func) && !expr.IsNumber(c.Args[0]) {
				for _, other := range logarithms {
					wrong = append(wrong, expr.Of(other, c.Args[0]))
				}
			}
		}
		if under != nil || !in.logs {
			return wrong
		}
		for _, base := range []int64{2, 10} {
			unit := expr.NaturalLog(expr.Int(base))
			wrong = append(wrong, expr.Product(n, unit), expr.Quotient(n, unit), expr.Product(n, square(unit)))
		}
		return wrong
	},
}

// logarithms lists those of one argument.
var logarithms = []expr.Func{expr.Ln, expr.Log2, expr.Log10}
