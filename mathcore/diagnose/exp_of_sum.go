package diagnose

import "chainrule/mathcore/expr"

// expOfSum makes a sum of powers of the power of a sum: e^(a+b) = e^a + e^b, or the reverse.
//
// Example: e^(a+b) -> e^a+e^b
// Example: e^(x-1) -> e^x-e
// Example: e^a+e^b -> e^(a+b)
var expOfSum = mistake{
	slip: "exp-of-sum", kind: falseLaw, family: rewriting,
	rewrite: func(n expr.Node, _ *setting) []expr.Node {
		if base, exponent, ok := powerOf(n); ok && isSum(exponent) {
			return termwise(exponent, func(t expr.Node) expr.Node { return expr.Power(base, t) })
		}
		if !isSum(n) {
			return nil
		}
		var wrong []expr.Node
		list := terms(n)
		for i := range list {
			for k := i + 1; k < len(list); k++ {
				b, x, okX := powerOf(list[i])
				c, y, okY := powerOf(list[k])
				if okX && okY && isE(b) && isE(c) {
					wrong = append(wrong, expr.Sum(without(with(list, i, expr.Power(b, expr.Sum(x, y))), k)...))
				}
			}
		}
		return wrong
	},
}
