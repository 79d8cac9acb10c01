package diagnose

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// chainFactor leaves the derivative of the inner function out: (f(u))' = f'(u).
//
// Example: d/dx(e^(-x)) -> e^(-x)
var chainFactor = rule{slip: "chain-factor", derive: func(s *calculus.Step) []expr.Node {
	if s.Rule != calculus.ChainRule {
		return nil
	}
	return []expr.Node{s.With([]expr.Node{s.Parts[0].Result, expr.Int(1)})}
}}
