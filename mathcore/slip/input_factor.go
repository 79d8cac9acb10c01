package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// inputFactor loses the input that a parameter is multiplied with, or gains one: (h-y) for (h-y) x.
//
// Example: d/dθ_1(1/2*(θ_0+θ_1 x-y)^2) -> θ_0+θ_1 x-y
// Example: (ŷ-t)*x -> ŷ-t
// Example: d/dθ_0(1/2*(θ_0+θ_1 x-y)^2) -> (θ_0+θ_1 x-y) x
var inputFactor = mistake{
	id: "input-factor", kind: derivative, family: losses, about: anInput,
	derive: func(s *calculus.Step, in *setting) []expr.Node {
		if s.Rule != calculus.ConstantMultiple {
			return nil
		}
		return withoutInput(s.Result, in)
	},
	rewrite: func(n, under expr.Node, in *setting) []expr.Node {
		if _, power := under.(*expr.Pow); power {
			return nil // more than one would go
		}
		wrong := withoutInput(n, in)
		if _, inSum := under.(*expr.Series); !inSum && under != nil {
			return wrong
		}
		for _, x := range in.names {
			if in.input(x) {
				wrong = append(wrong, expr.Product(n, x))
			}
		}
		return wrong
	},
}

// withoutInput drops an input from a product.
func withoutInput(n expr.Node, in *setting) []expr.Node {
	var wrong []expr.Node
	list := expr.Factors(n)
	for i, f := range list {
		if x, ok := f.(*expr.Symbol); ok && in.input(x) {
			wrong = append(wrong, expr.Product(expr.Without(list, i)...))
		}
	}
	return wrong
}

// oneInput reports whether a line is the right one but for one input: lost in each term it is lost once, lost in two
// factors it is not.
func (s *search) oneInput(line expr.Node) bool {
	values := s.sample.Of(line)
	return slices.ContainsFunc(s.in.names, func(x *expr.Symbol) bool {
		input := s.sample.Of(x)
		return s.in.input(x) && (sample.Same(sample.Both(values, input, times), s.rightValues) ||
			sample.Same(values, sample.Both(s.rightValues, input, times)))
	})
}

func times(v, w float64) float64 { return v * w }
