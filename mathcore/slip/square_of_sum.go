package slip

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// squareOfSum raises the terms one by one: (a+b)² = a²+b².
//
// Example: (a+b)^2 -> a^2+b^2
// Example: (x-3)^2 -> x^2-9
// Example: (x-3)^2 -> x^2+9
var squareOfSum = mistake{
	id: "square-of-sum", kind: falseLaw, family: rewriting, about: aPower,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		p, ok := n.(*expr.Pow)
		if !ok || !expr.IsSum(p.Base) {
			return nil
		}
		if k, ok := expr.RationalOf(p.Exp); !ok || !k.IsInt() || k.Cmp(big.NewRat(2, 1)) < 0 {
			return nil
		}
		raised := func(t expr.Node) expr.Node { return expr.Power(t, p.Exp) }
		return termwise(p.Base, raised)
	},
}

// termwise applies f to each term of a sum: with the sign inside, and with the sign kept in front.
func termwise(sum expr.Node, f func(expr.Node) expr.Node) []expr.Node {
	inside := expr.Mapped(expr.Terms(sum), f)
	outside := expr.Mapped(expr.Terms(sum), func(t expr.Node) expr.Node {
		if bare, negative := expr.Unsigned(t); negative {
			return expr.Negative(f(bare))
		}
		return f(t)
	})
	return []expr.Node{expr.Sum(outside...), expr.Sum(inside...)}
}
