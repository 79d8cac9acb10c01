package slip

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// labelPredictionSwapped exchanges the label and the prediction: t-ŷ for ŷ-t.
//
// Example: ŷ-t -> t-ŷ
// Example: (σ(z)-t)*x -> (t-σ(z))*x
// Example: -(t*ln(ŷ)+(1-t)*ln(1-ŷ)) -> -(ŷ*ln(t)+(1-ŷ)*ln(1-t))
// Example: 1/m*sum(i=1..m, (h_i-y_i)*x_i) -> 1/m*sum(i=1..m, (y_i-h_i)*x_i)
var labelPredictionSwapped = mistake{
	id: "label-prediction-swapped", kind: loss, family: losses, about: aLabel,
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		if sum, ok := n.(*expr.Add); ok && in.residual(sum) {
			return []expr.Node{expr.Sum(expr.Mapped(sum.Terms, expr.Opposite)...)}
		}
		if under != nil {
			return nil
		}
		var wrong []expr.Node
		for _, label := range in.letters(scope.Label) {
			for _, prediction := range in.letters(scope.Prediction) {
				wrong = append(wrong, swapped(n, label, prediction))
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
