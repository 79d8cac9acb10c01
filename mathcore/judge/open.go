package judge

import (
	"math/big"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// openAt returns the parts at whose zeros a derivative of the pair may have another value than the rules give, or none: what
// stands between bars, say, below d/dx.
func (p *pair) openAt(c concretion, vars []*expr.Symbol) []*eval.Program {
	var open []*eval.Program
	for _, side := range []expr.Node{p.standing.left, p.standing.right} {
		if !expr.Contains(side, isDerivative) {
			continue
		}
		for _, q := range joint.Open(side, p.scope) {
			if program, ok := p.compiledPart(q.Node, c, vars); ok {
				open = append(open, program)
			}
		}
	}
	return open
}

func isDerivative(n expr.Node) bool {
	_, ok := n.(*expr.Derivative)
	return ok
}

// compiledPart compiles a part with the numbers that the concretion takes for letters.
func (p *pair) compiledPart(n expr.Node, c concretion, vars []*expr.Symbol) (*eval.Program, bool) {
	n, ok := calculus.Resolve(n, p.scope)
	if !ok {
		return nil, false
	}
	for _, v := range c.fixed {
		n = expr.Substitute(n, v.Symbol, expr.Rational(v.Is))
	}
	return eval.CompileUnder(p.scope.Meter(), n, vars)
}

// trusted reports whether the derivatives of the pair surely have the values there that the rules give.
func (in *instance) trusted(point []*big.Rat) bool {
	if len(in.open) == 0 {
		return true
	}
	box := boxOf(point)
	for _, p := range in.open {
		if v := p.Enclose(box); v.Status != eval.Undefined && v.Contains(0) {
			return false
		}
	}
	return true
}
