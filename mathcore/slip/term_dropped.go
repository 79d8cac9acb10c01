package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// termDropped loses one summand: a+c for a+b+c.
//
// Example: a+b+c -> a+c
// Example: ln(y)-ln(1-y) -> ln(y)
// Example: d/dz(ln(1+e^z)-t*z) -> e^z/(1+e^z)
var termDropped = mistake{
	id: "term-dropped", kind: loss, family: losses, about: aSum | aSeries | aQuotient, once: true,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule != calculus.SumRule && s.Rule != calculus.QuotientRule || len(s.Parts) < 2 {
			return nil
		}
		var wrong []expr.Node
		for i, p := range s.Parts {
			if p.Rule != calculus.Constant {
				wrong = append(wrong, s.With(expr.With(results(s), i, expr.Int(0))))
			}
		}
		return wrong
	},
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		sum, ok := n.(*expr.Add)
		if !ok {
			return nil
		}
		var wrong []expr.Node
		for i := range sum.Terms {
			wrong = append(wrong, expr.Sum(expr.Without(sum.Terms, i)...))
		}
		return wrong
	},
}
