package judge

import (
	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// limits reports whether one side is a derivative, and agrees there with the other, which it equals beside the place. Where
// the limits of that from both sides differ, there is no derivative; where they agree, the derivative is the limit if
// there is one.
func (p *pair) limits(place joint.Place) bool {
	d, other := p.standing.left, p.standing.right
	if !isDerivative(d) {
		d, other = other, d
	}
	by, ok := d.(*expr.Derivative)
	if !ok || !expr.Equal(by.Var, place.Symbol) {
		return false
	}
	sc, possible := p.scopeAt(place)
	if !possible {
		return true
	}
	right, left, ok := joint.Beside(other, place, sc)
	if !ok {
		return false
	}
	there, apart, ok := joint.At(other, place, sc)
	if !ok || len(apart) > 0 {
		return false
	}
	value := right
	if f := joint.Same(right, left, sc); f != nil {
		value = expr.Quotient(right, f)
	}
	v := p.compareAt(value, there, sc)
	return v.Relation == Equal || v.Relation == Undefined
}

// at compares the pair at the place.
func (p *pair) at(place joint.Place) Verdict {
	sc, possible := p.scopeAt(place)
	switch {
	case !possible:
		return Verdict{Relation: Undefined}
	case len(p.standing.primes) > 0:
		return Verdict{Relation: Unsure}
	}
	left, apart, okL := joint.At(p.standing.left, place, sc)
	right, more, okR := joint.At(p.standing.right, place, sc)
	apart = append(apart, more...)
	for _, u := range apart {
		if v, ok := p.onSides(place, u); ok {
			return v
		}
	}
	if !okL || !okR {
		if len(apart) == 0 && (okL && hasNoValue(left, sc) || okR && hasNoValue(right, sc)) {
			return Verdict{Relation: Undefined}
		}
		return Verdict{Relation: Unsure}
	}
	if place.Counter != nil {
		left, right = ofTurns(left, place.Counter, sc), ofTurns(right, place.Counter, sc)
	}
	v := Verdict{Relation: Undefined}
	if !joint.Nowhere(left, sc) && !joint.Nowhere(right, sc) {
		v = p.compareAt(left, right, sc)
	}
	for _, u := range apart {
		if v.Relation == Different || v.Relation == Unsure {
			return v
		}
		v = p.parted(place, u, v)
	}
	return v
}

// ofTurns returns n with the values of sines and powers that are the same whatever number the counter is: cos 2πk and (-1)^(2k) are 1.
func ofTurns(n expr.Node, counter *expr.Symbol, sc *scope.Scope) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if !expr.Mentions(n, counter) || len(expr.Symbols(n)) > 1 || !isTurn(n) {
			return n
		}
		if simple, ok := algebra.Simplified(n, sc); ok && len(expr.Symbols(simple)) == 0 {
			return simple
		}
		return n
	})
}

// isTurn reports whether n is a sine or the like, or a power of a number, with a value for each number that a counter may be, as far as
// its parts tell.
func isTurn(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return isCircular(n.Func) && !expr.Contains(n.Args[0], asks)
	case *expr.Pow:
		base, number := expr.RationalOf(n.Base)
		return number && base.Sign() != 0 && !expr.Contains(n.Exp, asks)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// scopeAt returns the scope of what is computed at the place. It reports false where the side conditions forbid the place.
func (p *pair) scopeAt(place joint.Place) (sc *scope.Scope, possible bool) {
	sc = p.scope
	if place.Counter != nil {
		sc = sc.Clone()
		sc.Declare(place.Counter, scope.Domain{Whole: true})
	}
	return putIn(sc, func(n expr.Node) expr.Node { return expr.Substitute(n, place.Symbol, place.Value) })
}

// compareAt compares what both sides are at a place.
func (p *pair) compareAt(left, right expr.Node, sc *scope.Scope) Verdict {
	there := pair{
		left: left, right: right, scope: sc, shownLeft: left, shownRight: right, unfolded: true, depth: p.depth + 1,
		assumed: p.assumed, reached: p.reached,
	}
	if !there.prepare() {
		return Verdict{Relation: Unsure}
	}
	return there.decide()
}

// hasNoValue reports whether n has a value nowhere.
func hasNoValue(n expr.Node, sc *scope.Scope) bool {
	n, ok := carriedOut(n, sc)
	if !ok {
		return false
	}
	return joint.Nowhere(n, sc) || algebra.NoValue(n, sc)
}
