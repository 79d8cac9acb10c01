package slip

import (
	"chainrule/mathcore/expr"
)

// labelPredictionSwapped exchanges the label and the prediction: t-ŷ for ŷ-t.
//
// Example: ŷ-t -> t-ŷ
// Example: (σ(z)-t)*x -> (t-σ(z))*x
// Example: -(t*ln(ŷ)+(1-t)*ln(1-ŷ)) -> -(ŷ*ln(t)+(1-ŷ)*ln(1-t))
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> 1/m*sum(i=1..m, (y_i-h_i)*x_i)
var labelPredictionSwapped = mistake{
	id: "label-prediction-swapped", kind: loss, family: losses, about: aLabel,
	rewrite: func(n expr.Node, in *setting) []expr.Node {
		if sum, ok := n.(*expr.Add); ok && in.residual(sum) {
			return []expr.Node{expr.Sum(expr.Mapped(sum.Terms, expr.Opposite)...)}
		}
		if in.under != nil {
			return nil
		}
		var wrong []expr.Node
		for _, pair := range [][2]string{{"t", "yhat"}, {"y", "h"}, {"t", "p"}, {"y", "p"}, {"y", "yhat"}} {
			if in.mentions(pair[0]) && in.mentions(pair[1]) {
				wrong = append(wrong, swapped(n, pair[0], pair[1]))
			}
		}
		return wrong
	},
}

// swapped exchanges two names throughout, whatever their indices.
func swapped(n expr.Node, a, b string) expr.Node {
	return expr.Map(n, func(m expr.Node) expr.Node {
		s, ok := m.(*expr.Symbol)
		switch {
		case ok && s.Name == a:
			return expr.Var(b, s.Index...)
		case ok && s.Name == b:
			return expr.Var(a, s.Index...)
		}
		return m
	})
}
