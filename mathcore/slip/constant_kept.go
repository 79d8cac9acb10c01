package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// constantKept leaves a constant as it was: c' = c.
//
// Example: d/dx(1+e^(-x)) -> 1-e^(-x)
// Example: d/dx(a+b+x^2) -> a+b+2x
var constantKept = mistake{
	id: "constant-kept", kind: derivative, family: differentiating, about: aDerivative, shows: aPart,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule == calculus.Constant {
			return nil
		}
		all, constants := results(s), 0
		var wrong []expr.Node
		keep := func(kept []expr.Node) {
			if n := s.With(kept); !expr.Is(n, 0) { // 1-x made 1-1 is another slip
				wrong = append(wrong, n)
			}
		}
		for i, p := range s.Parts {
			if p.Rule == calculus.Constant {
				keep(expr.With(results(s), i, p.Of))
				all[i] = p.Of
				constants++
			}
		}
		if constants > 1 {
			keep(all)
		}
		return wrong
	},
}
