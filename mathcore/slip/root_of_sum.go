package slip

import (
	"chainrule/mathcore/expr"
)

// rootOfSum takes the root of each term: √(a+b) = √a+√b.
//
// Example: sqrt(x^2+9) -> x+3
// Example: sqrt(9x^2+16) -> 3x+4
// Example: (a+b)^(1/2) -> a^(1/2)+b^(1/2)
var rootOfSum = mistake{
	id: "root-of-sum", kind: falseLaw, family: rewriting, about: aRoot | aPower,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		switch n := n.(type) {
		case *expr.Call:
			if (n.Func == expr.Sqrt || n.Func == expr.Cbrt) && expr.IsSum(n.Args[0]) {
				rooted := func(t expr.Node) expr.Node { return root(n.Func, t) }
				return termwise(n.Args[0], rooted)
			}
		case *expr.Pow:
			if k, ok := expr.RationalOf(n.Exp); ok && !k.IsInt() && expr.IsSum(n.Base) {
				return termwise(n.Base, func(t expr.Node) expr.Node { return expr.Power(t, n.Exp) })
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative,
			*expr.Series:
		}
		return nil
	},
}

// root returns the root of a term, factor by factor; that of a square is taken to be its base, as learners do.
func root(f expr.Func, t expr.Node) expr.Node {
	if p, ok := t.(*expr.Pow); ok && (f == expr.Sqrt && expr.Is(p.Exp, 2) || f == expr.Cbrt && expr.Is(p.Exp, 3)) {
		return p.Base
	}
	if product, ok := t.(*expr.Mul); ok {
		return expr.Product(expr.Mapped(product.Factors, func(factor expr.Node) expr.Node { return root(f, factor) })...)
	}
	return expr.Of(f, t)
}
