package slip

import (
	"chainrule/mathcore/expr"
)

// fractionsAcross adds tops and bottoms: a/b + c/d = (a+c)/(b+d).
//
// Example: a/b+c/d -> (a+c)/(b+d)
// Example: -t/p+(1-t)/(1-p) -> 1-2t
// Example: 1/x+y -> (1+y)/x
var fractionsAcross = mistake{
	id: "fractions-across", kind: falseLaw, family: rewriting, about: aQuotient, shows: aPart,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		if !expr.IsSum(n) {
			return nil
		}
		var wrong []expr.Node
		list := expr.Terms(n)
		for i := range list {
			for k := i + 1; k < len(list); k++ {
				for _, across := range acrossOf(list[i], list[k]) {
					wrong = append(wrong, expr.Sum(expr.Without(expr.With(list, i, across), k)...))
				}
			}
		}
		return wrong
	},
}

// acrossOf adds two terms, one of which at least is a fraction, across the bar.
func acrossOf(s, t expr.Node) []expr.Node {
	a, b, okA := expr.Fraction(s)
	c, d, okC := expr.Fraction(t)
	switch {
	case okA && okC:
		return []expr.Node{expr.Quotient(expr.Sum(a, c), expr.Sum(b, d)), expr.Quotient(expr.Sum(a, c), expr.Minus(b, d))}
	case okA:
		return []expr.Node{expr.Quotient(expr.Sum(a, t), b), expr.Quotient(expr.Sum(a, t), expr.Sum(b, expr.Int(1)))}
	case okC:
		return []expr.Node{expr.Quotient(expr.Sum(s, c), d), expr.Quotient(expr.Sum(s, c), expr.Sum(expr.Int(1), d))}
	}
	return nil
}
