package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// productForSum multiplies what the step adds: u' v · u v' for u' v + u v'. What stands in the line above with its plus
// is copied and not joined, so the slip is looked for in the lines that were due.
//
// Example: d/dx(e^x*(x+1)) -> e^x*(x+1)*e^x
// Example: d/dx(sin(x)+x^2) -> 2x*cos(x)
var productForSum = mistake{
	id: "product-for-sum", kind: loss, family: rewriting, about: aSum | aDerivative, shows: allParts,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.ProductRule && s.Rule != calculus.SumRule {
			return nil
		}
		return joined(s.Result)
	},
	rewrite: func(n, _ expr.Node, in *setting) []expr.Node {
		if !in.due {
			return nil
		}
		return joined(n)
	},
	parts: func(at place) map[string]expr.Node {
		sum := at.before
		if s, ok := at.step(); ok {
			sum = s.Result
		}
		if list := expr.Terms(sum); len(list) == 2 {
			return map[string]expr.Node{"first": calculus.Tidy(list[0]), "second": calculus.Tidy(list[1])}
		}
		return nil
	},
}

// joined multiplies the two terms of a sum, neither of which is a number: 1·(-u) for 1-u is a term that got lost.
func joined(n expr.Node) []expr.Node {
	sum, ok := n.(*expr.Add)
	if !ok || len(sum.Terms) != 2 || slices.ContainsFunc(sum.Terms, expr.IsNumber) {
		return nil
	}
	return []expr.Node{expr.Product(sum.Terms...)}
}
