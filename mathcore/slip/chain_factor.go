package slip

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// chainFactor leaves the derivative of the inner function out: f(u)' = f'(u).
//
// Example: d/dx(e^(-x)) -> e^(-x)
// Example: d/dx(1/(1+e^(-x))) -> -1/(1+e^(-x))^2
var chainFactor = mistake{
	id: "chain-factor", kind: derivative, family: differentiating, about: aDerivative,
	derive: func(s *calculus.Step, _ *setting) []expr.Node {
		switch {
		case s.Rule == calculus.ChainRule:
			outer, inner := s.Parts[0].Result, s.Parts[1].Result
			wrong := []expr.Node{s.With([]expr.Node{outer, expr.Int(1)})}
			if _, ok := expr.Complement(s.Parts[1].Of); ok { // the -1 of 1-u alone, or all but it
				wrong = append(wrong, s.With([]expr.Node{outer, expr.Opposite(inner)}), s.With([]expr.Node{outer, expr.Int(-1)}))
			}
			return wrong
		case s.Rule == calculus.QuotientRule && s.Parts[0].Rule == calculus.Constant:
			return []expr.Node{s.With([]expr.Node{s.Parts[0].Result, expr.Int(1)})}
		}
		return nil
	},
	parts: func(at place) map[string]expr.Node {
		s, ok := at.step()
		if !ok || s.Rule != calculus.ChainRule && s.Rule != calculus.QuotientRule {
			return nil
		}
		inner := s.Parts[1].Result
		if !expr.Equal(s.With([]expr.Node{s.Parts[0].Result, expr.Int(1)}), at.after) {
			return nil // a part of it alone is missing
		}
		return map[string]expr.Node{"inner": calculus.Tidy(inner)}
	},
}
