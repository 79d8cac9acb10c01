package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
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
		guards = append(guards, guard{p, b.domain})
	}
	return guards, true
}

// admits reports whether the determined value surely lies in the domain.
func (g guard) admits(box []eval.Interval) bool {
	e := g.value.Enclose(box)
	if e.Status != eval.Defined || g.domain.Finite() || g.domain.Whole {
		return false
	}
	if g.domain.Lo != nil && e.Lo <= eval.Around(g.domain.Lo).Hi {
		return false
	}
	return g.domain.Hi == nil || e.Hi < eval.Around(g.domain.Hi).Lo
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
