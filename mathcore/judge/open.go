package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
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
	if !p.standing.contents().Derivatives() {
		return open
	}
	for _, side := range []expr.Node{p.standing.left, p.standing.right} {
		if !expr.Contains(side, isDerivative) {
			continue
		}
		parts := joint.Open(side, p.scope)
		if slices.ContainsFunc(parts, func(q joint.Part) bool { return q.Bound }) {
			side, ok := p.writtenAt(side, c)
			if !ok {
				return []*eval.Program{nil} // it is not known of which members
			}
			parts = joint.Open(side, p.scope)
		}
		for _, q := range parts {
			if eval.Rational(calculus.Tidy(q.Node)) != nil {
				continue // it stays, as u_k - u_l does where k is l
			}
			if program, ok := p.compiledPart(q.Node, c, vars); ok {
				open = append(open, program)
			}
		}
	}
	return open
}

// writtenAt returns a side with derivatives in which sums have the terms that the concretion gives them. It reports false where they
// are too many; then the side stays as it is.
func (p *pair) writtenAt(side expr.Node, c concretion) (expr.Node, bool) {
	n := p.kindly(side)
	for _, v := range c.fixed {
		p.scope.Meter().Spend(expr.Size(n))
		n = putIndex(n, v.Symbol, expr.Rational(v.Is))
	}
	left := termsLimit
	n, ok := writeOut(n, &left, p.scope.Meter())
	if !ok {
		return side, false
	}
	return computedIndices(n), true
}

// divisorsAt returns the outermost expressions that what is derived divides by: where one is 0 there is no derivative, also where
// the rules cancel it.
func (p *pair) divisorsAt(c concretion) []expr.Node {
	if !p.standing.contents().Derivatives() {
		return nil
	}
	var divisors []expr.Node
	note := func(n expr.Node) {
		if n, ok := p.concrete(n, c); ok && len(expr.Symbols(n)) > 0 && !expr.Contains(n, isUnknown) {
			divisors = append(divisors, n)
		}
	}
	for _, side := range []expr.Node{p.standing.left, p.standing.right} {
		derived := expr.Contains(side, isDerivative)
		if derived && expr.Contains(side, dividesInSum) {
			side, _ = p.writtenAt(side, c)
		}
		expr.Walk(side, func(n expr.Node) bool {
			d, ok := n.(*expr.Derivative)
			if ok {
				divisorsOf(d.Body, true, note)
			}
			return derived && !ok
		})
	}
	return divisors
}

// dividesInSum reports whether n is a sum whose terms divide.
func dividesInSum(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	found := false
	if ok {
		divisorsOf(s.Body, false, func(expr.Node) { found = true })
	}
	return found
}

// isUnknown reports whether n is the value of a function that nobody knows: points are tried with an example of it.
func isUnknown(n expr.Node) bool {
	_, ok := n.(*expr.Apply)
	return ok
}

// havingValue returns what is 1 where n has a value, and has none elsewhere.
func havingValue(n expr.Node) expr.Node { return guarded(expr.Int(1), []expr.Node{n}) }

// divisorsOf notes what n divides by, and powers with letters in their exponents, if they are asked for.
func divisorsOf(n expr.Node, powers bool, note func(expr.Node)) {
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Div:
			note(n.Den)
			divisorsOf(n.Num, powers, note)
			return false
		case *expr.Pow:
			switch r, ok := expr.RationalOf(n.Exp); {
			case ok && r.Sign() <= 0:
				note(n.Base)
				return false
			case powers && !ok && !expr.IsE(n.Base): // it may divide: of 0 the power -1 is asked for
				note(havingValue(n))
			}
		case *expr.Call:
			if n.Func == expr.Where { // what is not chosen need not have a value
				divisorsOf(n.Args[0], powers, note)
				return false
			}
			if hasPoles(n.Func) {
				note(havingValue(n))
			}
		case *expr.Series:
			return false
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative:
		}
		return true
	})
}

// asOperators returns n with functions expressed and f'(x) as d/dx f(x). Of primes with other arguments it notes what is open.
func (p *pair) asOperators(n expr.Node) expr.Node {
	expressed := expr.Expressed(n)
	if !expr.Contains(expressed, isPrimed) {
		return expressed
	}
	return expr.Map(expressed, func(n expr.Node) expr.Node {
		a, ok := n.(*expr.Apply)
		if !ok || !isPrimed(a) {
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
		if letters := expr.Symbols(a.Args[0]); len(letters) == 1 && !expr.Mentions(body, letters[0]) {
			if slope, _, ok := linearIn(a.Args[0], letters[0], p.scope); ok { // g'(2x+1) is half of the slope of g(2x+1)
				chained := &expr.Derivative{Var: letters[0], Body: expr.Substitute(body, slot, a.Args[0]), Order: a.Primes}
				return expr.Quotient(chained, expr.Power(expr.Rational(slope), expr.Int(int64(a.Primes))))
			}
		}
		for _, q := range joint.Open(d, p.scope) {
			p.standing.primes = append(p.standing.primes, expr.Substitute(q.Node, slot, a.Args[0]))
		}
		return n
	})
}

// isPrimed reports whether n is f'(x).
func isPrimed(n expr.Node) bool {
	a, ok := n.(*expr.Apply)
	return ok && a.Primes > 0 && len(a.Args) == 1
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
	n, ok := p.concrete(n, c)
	if !ok {
		return nil, false
	}
	if program, ok := eval.CompileUnder(p.scope.Meter(), n, vars); ok {
		return program, true
	}
	n, ok = algebra.Simplified(n, p.scope) // other letters may go; on those that stay nothing else depends
	if !ok {
		return nil, false
	}
	return eval.CompileUnder(p.scope.Meter(), n, vars)
}

// concrete returns a part without derivatives, with the numbers that the concretion takes for letters.
func (p *pair) concrete(n expr.Node, c concretion) (expr.Node, bool) {
	n, ok := calculus.Resolve(n, p.scope)
	if !ok {
		return n, false
	}
	for _, v := range c.fixed {
		n = expr.Substitute(n, v.Symbol, expr.Rational(v.Is))
	}
	return n, true
}

// trusted reports whether the derivatives of the pair surely have the values there that the rules give.
func (in *instance) trusted(point []*big.Rat) bool {
	box := boxOf(point)
	for _, n := range in.divisors {
		p, ok := eval.CompileUnder(in.meter, n, in.grid.vars)
		if !ok {
			return false
		}
		if v := p.Enclose(box); v.Status != eval.Defined || v.Contains(0) {
			return false
		}
	}
	for _, p := range in.open {
		if p == nil {
			return false
		}
		if v := p.Enclose(box); v.Status != eval.Undefined && v.Contains(0) {
			return false
		}
	}
	return true
}
