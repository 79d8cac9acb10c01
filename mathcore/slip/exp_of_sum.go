package slip

import (
	"chainrule/mathcore/expr"
)

// expOfSum makes a sum of powers of the power of a sum: e^(a+b) = e^a + e^b, or the reverse.
//
// Example: e^(a+b) -> e^a+e^b
// Example: e^(x-1) -> e^x-e
// Example: e^a+e^b -> e^(a+b)
var expOfSum = mistake{
	id: "exp-of-sum", kind: falseLaw, family: rewriting, about: aPower, shows: aPart,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if base, exponent, ok := expr.PowerOf(n); ok && expr.IsSum(exponent) {
			return termwise(exponent, func(t expr.Node) expr.Node { return expr.Power(base, t) })
		}
		if !expr.IsSum(n) {
			return nil
		}
		var wrong []expr.Node
		list := expr.Terms(n)
		for i := range list {
			for k := i + 1; k < len(list); k++ {
				b, x, okX := expr.PowerOf(list[i])
				c, y, okY := expr.PowerOf(list[k])
				if okX && okY && expr.IsE(b) && expr.IsE(c) {
					wrong = append(wrong, expr.Sum(expr.Without(expr.With(list, i, expr.Power(b, expr.Sum(x, y))), k)...))
				}
			}
		}
		return wrong
	},
}
