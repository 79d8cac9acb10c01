package slip

import (
	"chainrule/mathcore/expr"
)

// logPower takes a power of the logarithm for the logarithm of a power: ln xⁿ = (ln x)ⁿ, or = ln(n x).
//
// Example: ln(x^2) -> ln(x)^2
// Example: ln(x)^3 -> 3ln(x)
// Example: 3ln(x) -> ln(x)^3
// Example: ln(x^t) -> ln(t*x)
var logPower = mistake{
	id: "log-power", kind: falseLaw, family: rewriting, about: aLogarithm,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if arg, ok := expr.LogArgument(n); ok {
			if base, exponent, ok := expr.PowerOf(arg); ok && !expr.IsE(base) {
				return []expr.Node{expr.Power(expr.NaturalLog(base), exponent), expr.NaturalLog(expr.Product(exponent, base))}
			}
			return nil
		}
		if p, ok := n.(*expr.Pow); ok && expr.IsLn(p.Base) {
			return []expr.Node{expr.Product(p.Exp, p.Base)}
		}
		list := expr.Factors(n)
		if len(list) == 2 && expr.IsLn(list[1]) {
			x, _ := expr.LogArgument(list[1])
			inside := expr.NaturalLog(expr.Product(list[0], x))
			if _, ok := expr.RationalOf(list[0]); ok {
				return []expr.Node{expr.Power(list[1], list[0]), inside}
			}
			return []expr.Node{inside}
		}
		return nil
	},
}
