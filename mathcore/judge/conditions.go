package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// A bond says that a symbol is determined by others through a side condition: at every point its value must lie in the
// symbol's own domain.
type bond struct {
	symbol *expr.Symbol
	value  expr.Node
	domain scope.Domain
}

// bonds solves each side condition for a symbol that it is linear in. ok is false when a condition cannot be
// solved: then no point is known to satisfy it.
func bonds(sc *scope.Scope) (solved []bond, ok bool) {
	for _, c := range sc.Conditions() {
		difference := expr.Minus(c.Left, c.Right)
		for _, b := range solved {
			difference = expr.Substitute(difference, b.symbol, b.value)
		}
		b, found := solve(difference, sc)
		if !found {
			return nil, false
		}
		solved = append(solved, b)
	}
	return solved, true
}

// solve finds the last symbol in which the difference is linear, with a constant factor if there is one such, and
// expresses it.
func solve(difference expr.Node, sc *scope.Scope) (bond, bool) {
	left := termsLimit
	difference, ok := writeOut(difference, &left, sc.Meter())
	if !ok {
		return bond{}, false
	}
	symbols := expr.Symbols(difference)
	for _, usable := range []func(slope expr.Node, s *expr.Symbol) bool{constantSlope, slopeOfOthers} {
		for _, s := range slices.Backward(symbols) {
			slope, ok := calculus.Resolve(&expr.Derivative{Var: s, Body: difference, Order: 1}, sc)
			if !ok || !usable(slope, s) {
				continue
			}
			rest := expr.Substitute(difference, s, expr.Int(0))
			d, _ := sc.Domain(s)
			return bond{s, calculus.Tidy(expr.Negative(expr.Quotient(rest, slope))), d}, true
		}
	}
	return bond{}, false
}

// constantSlope reports whether the factor of s is a number that is not zero.
func constantSlope(slope expr.Node, _ *expr.Symbol) bool {
	if len(expr.Symbols(slope)) > 0 {
		return false
	}
	p, ok := eval.Compile(slope, nil)
	if !ok {
		return false
	}
	e := p.Enclose(nil)
	return e.Status == eval.Defined && !e.Contains(0)
}

// slopeOfOthers reports whether the factor of s depends on other symbols alone. Where it vanishes the value of s is not
// determined, and the guard lets no such point pass.
func slopeOfOthers(slope expr.Node, s *expr.Symbol) bool {
	return len(expr.Symbols(slope)) > 0 && !expr.Mentions(slope, s)
}

// A guard checks at a point that a bound symbol stays in its domain.
type guard struct {
	value  *eval.Program
	tree   expr.Node
	domain scope.Domain
}

func guardsOf(solved []bond, vars []*expr.Symbol, sc *scope.Scope) ([]guard, bool) {
	var guards []guard
	for i, b := range solved {
		value := b.value
		for _, later := range solved[i+1:] {
			value = expr.Substitute(value, later.symbol, later.value)
		}
		p, ok := eval.CompileUnder(sc.Meter(), value, vars)
		if !ok {
			return nil, false
		}
		guards = append(guards, guard{p, value, b.domain})
	}
	return guards, true
}

// admits reports whether the determined value surely lies in the domain. Of single numbers it must be one exactly.
func (g guard) admits(box []eval.Interval, vars []*expr.Symbol, point []*big.Rat) bool {
	if g.domain.Finite() || g.domain.Whole {
		r, ok := exactly(g.tree, func(s *expr.Symbol) (*big.Rat, bool) {
			i := slices.IndexFunc(vars, func(v *expr.Symbol) bool { return expr.Equal(v, s) })
			if i < 0 {
				return nil, false
			}
			return point[i], true
		})
		return ok && g.domain.Contains(r)
	}
	e := g.value.Enclose(box)
	if e.Status != eval.Defined {
		return false
	}
	if g.domain.Lo != nil && e.Lo <= eval.Around(g.domain.Lo).Hi {
		return false
	}
	return g.domain.Hi == nil || e.Hi < eval.Around(g.domain.Hi).Lo
}

// putIn returns the scope with values put in for letters of its side conditions, without those that then hold. It reports false
// where one cannot hold.
func putIn(sc *scope.Scope, put func(expr.Node) expr.Node) (*scope.Scope, bool) {
	conditions := sc.Conditions()
	if len(conditions) == 0 {
		return sc, true
	}
	bare := sc.Requiring(nil)
	var left []scope.Condition
	for _, c := range conditions {
		c = scope.Condition{Left: put(c.Left), Right: put(c.Right)}
		difference := calculus.Tidy(expr.Minus(c.Left, c.Right))
		if r, isNumber := expr.RationalOf(difference); isNumber && r.Sign() == 0 {
			continue
		} else if isNumber {
			return sc, false
		}
		if algebra.Equal(c.Left, c.Right, bare) == algebra.Proved {
			continue
		}
		if e, ok := joint.Enclosed(difference, bare); ok && !e.Contains(0) {
			return sc, false
		}
		left = append(left, c)
	}
	return sc.Requiring(left), true
}

// keeps reports whether the point satisfies the side conditions, as far as it names their letters with exact values.
func (p *pair) keeps(point []Value) bool {
	if len(p.scope.Conditions()) > 0 && !isRational(point) {
		return false
	}
	for _, c := range p.scope.Conditions() {
		r, ok := exactly(expr.Minus(c.Left, c.Right), func(s *expr.Symbol) (*big.Rat, bool) {
			for _, v := range point {
				if expr.Equal(v.Symbol, s) {
					return v.Is, true
				}
			}
			return nil, false
		})
		if !ok || r.Sign() != 0 {
			return false
		}
	}
	return true
}

// unfoldConditions puts definitions into the side conditions, as into the sides: what is defined by other letters has no
// value of its own. A condition that then always holds asks for nothing. It reports false where one grows beyond all bounds.
func (p *pair) unfoldConditions() bool {
	var left []scope.Condition
	changed := false
	for _, c := range p.scope.Conditions() {
		a, okA := p.scope.Unfold(c.Left)
		b, okB := p.scope.Unfold(c.Right)
		if !okA || !okB {
			return false
		}
		if a == c.Left && b == c.Right {
			left = append(left, c)
			continue
		}
		changed = true
		if algebra.Equal(a, b, p.scope.Requiring(nil)) != algebra.Proved {
			left = append(left, scope.Condition{Left: a, Right: b})
		}
	}
	if changed {
		p.scope = p.scope.Requiring(left)
	}
	return true
}
