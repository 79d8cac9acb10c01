package diagnose

import "chainrule/mathcore/expr"

// logPower takes a power of the logarithm for the logarithm of a power: ln xⁿ = (ln x)ⁿ, or = ln(n x).
//
// Example: ln(x^2) -> ln(x)^2
// Example: ln(x)^3 -> 3ln(x)
// Example: 3ln(x) -> ln(x)^3
// Example: ln(x^t) -> ln(t*x)
var logPower = mistake{
	slip: "log-power", kind: falseLaw, family: rewriting,
	rewrite: func(n expr.Node, _ *setting) []expr.Node {
		if arg, ok := lnOf(n); ok {
			if base, exponent, ok := powerOf(arg); ok && !isE(base) {
				return []expr.Node{expr.Power(ln(base), exponent), ln(expr.Product(exponent, base))}
			}
			return nil
		}
		if p, ok := n.(*expr.Pow); ok && isLn(p.Base) {
			return []expr.Node{expr.Product(p.Exp, p.Base)}
		}
		list := factors(n)
		if len(list) == 2 && isLn(list[1]) {
			x, _ := lnOf(list[1])
			inside := ln(expr.Product(list[0], x))
			if _, ok := rational(list[0]); ok {
				return []expr.Node{expr.Power(list[1], list[0]), inside}
			}
			return []expr.Node{inside}
		}
		return nil
	},
}
