package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// indexMixed takes an index for another: x_1 for x_2, i for j.
//
// Example: d/dθ_2(θ_0+θ_1 x_1*a+θ_2 x_2*a) -> x_1*a
// Example: p_1*p_2 -> p_2^2
// Example: sum(i=1..n, (ŷ_i-t_i)*x_ij) -> sum(i=1..n, (ŷ_i-t_i)*x_i1)
var indexMixed = mistake{
	id: "index-mixed", kind: loss, family: losses, about: indices,
	derive: func(s *calculus.Step, in *setting) []expr.Node {
		var wrong []expr.Node
		for _, other := range in.everyName() {
			if other.Name == s.By.Name && in.variable(s.By) && s.Rule != calculus.Constant && !expr.Equal(other, s.By) && expr.Mentions(s.Of, other) {
				wrong = append(wrong, in.differentiated(s.Of, other))
			}
		}
		return wrong
	},
	rewrite: func(n, _ expr.Node, in *setting) []expr.Node {
		s, ok := n.(*expr.Symbol)
		if !ok || len(s.Index) == 0 {
			return nil
		}
		var wrong []expr.Node
		for _, other := range in.everyName() {
			if other.Name == s.Name && len(other.Index) == len(s.Index) && !expr.Equal(other, s) {
				wrong = append(wrong, other)
			}
		}
		return wrong
	},
}
