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
	for _, n := range p.standing.primes {
		if program, ok := p.compiledPart(n, c, vars); ok {
			open = append(open, program)
		}
	}
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

// asOperators returns n with functions expressed and f'(x) as d/dx f(x). Of primes with other arguments it notes what is open.
func (p *pair) asOperators(n expr.Node) expr.Node {
	return expr.Map(expr.Expressed(n), func(n expr.Node) expr.Node {
		a, ok := n.(*expr.Apply)
		if !ok || a.Primes == 0 || len(a.Args) != 1 {
			return n
		}
		slot := expr.Var("§0")
		s, isLetter := a.Args[0].(*expr.Symbol)
		if isLetter {
			slot = s
		}
		body, known := p.meaningOf(&expr.Apply{Name: a.Name, Index: a.Index, Args: []expr.Node{slot}})
		if !known {
			return n
		}
		d := &expr.Derivative{Var: slot, Body: body, Order: a.Primes}
		if isLetter {
			return d
		}
		for _, q := range joint.Open(d, p.scope) {
			p.standing.primes = append(p.standing.primes, expr.Substitute(q.Node, slot, a.Args[0]))
		}
		return n
	})
}

// meaningOf returns what a function stands for that is defined, or known by its name.
func (p *pair) meaningOf(a *expr.Apply) (expr.Node, bool) {
	if body, defined := p.scope.Meaning(a); defined {
		body, ok := p.scope.Unfold(body)
		return expr.Expressed(body), ok
	}
	for _, f := range expr.Funcs() {
		if len(a.Index) == 0 && f.String() == a.Name && f.Arity() == 1 {
			return expr.Expressed(expr.Of(f, a.Args[0])), true
		}
	}
	return nil, false
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
