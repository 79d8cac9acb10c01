package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// notDifferentiated leaves a part as it was: (u+v)' = u+v'.
//
// Example: d/dx(x^2+ln(x)) -> 2x+ln(x)
// Example: d/dx(-ln(x)) -> -ln(x)
var notDifferentiated = mistake{
	id: "not-differentiated", kind: derivative, family: differentiating, about: aDerivative, shows: asWritten,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		if s.Rule == calculus.Constant {
			return nil
		}
		return []expr.Node{s.Of}
	},
}
