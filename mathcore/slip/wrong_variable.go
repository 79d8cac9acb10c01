package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// wrongVariable differentiates by another letter: d/dθ (θ x) = θ. By a letter that depends on the right one, it is a link
// of the chain.
//
// Example: d/dθ_1(θ_0+θ_1 a*b) -> θ_1*b
// Example: d/dz(ln(1+e^z)-t*z) -> e^z/(1+e^z)-z
var wrongVariable = mistake{
	id: "wrong-variable", kind: derivative, family: differentiating, about: aDerivative,
	derive: func(s *calculus.Step, in *setting) []expr.Node {
		const largest = 40
		if !in.variable(s.By) || s.Rule == calculus.Constant || expr.Size(s.Of) > largest {
			return nil
		}
		var wrong []expr.Node
		for _, other := range in.names {
			if other.Name != s.By.Name && expr.Mentions(s.Of, other) && !in.dependsOn(other, s.By) {
				wrong = append(wrong, in.differentiated(s.Of, other))
			}
		}
		return wrong
	},
}

// dependsOn reports whether a letter is the name of something in which x stands.
func (in *setting) dependsOn(letter, x *expr.Symbol) bool {
	meaning, ok := in.Scope.Unfold(letter)
	return ok && expr.Mentions(meaning, x)
}
