package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
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
	sc := p.scopeAt(place)
	right, left, ok := joint.Beside(other, place, sc)
	if !ok {
		return false
	}
	there, ok := joint.At(other, place, sc)
	if !ok {
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
	sc := p.scopeAt(place)
	if len(p.standing.primes) > 0 {
		return Verdict{Relation: Unsure}
	}
	left, okL := joint.At(p.standing.left, place, sc)
	right, okR := joint.At(p.standing.right, place, sc)
	if !okL || !okR {
		if okL && hasNoValue(left, sc) || okR && hasNoValue(right, sc) {
			return Verdict{Relation: Undefined}
		}
		return Verdict{Relation: Unsure}
	}
	return p.compareAt(left, right, sc)
}

// scopeAt returns the scope of what is computed at the place.
func (p *pair) scopeAt(place joint.Place) *scope.Scope {
	if place.Counter == nil {
		return p.scope
	}
	sc := p.scope.Clone()
	sc.Declare(place.Counter, scope.Domain{Whole: true})
	return sc
}

// compareAt compares what both sides are at a place.
func (p *pair) compareAt(left, right expr.Node, sc *scope.Scope) Verdict {
	there := pair{left: left, right: right, scope: sc, shownLeft: left, shownRight: right, unfolded: true, depth: p.depth + 1}
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

// backFrom returns the witness with the value of the letter that is determined at the place; nil where that is no rational
// number of its domain.
func (p *pair) backFrom(place joint.Place, w *Witness) *Witness {
	value := place.Value
	back := &Witness{Left: w.Left, Right: w.Right, Examples: w.Examples}
	for _, v := range w.Point {
		value = expr.Substitute(value, v.Symbol, expr.Rational(v.Is))
		if place.Counter == nil || !expr.Equal(v.Symbol, place.Counter) {
			back.Point = append(back.Point, v)
		}
	}
	rest := expr.Symbols(value)
	for k := range friendlyReal {
		full, point := value, slices.Clone(back.Point)
		for i, s := range rest {
			d, _ := p.scope.Domain(s)
			if place.Counter != nil && expr.Equal(s, place.Counter) {
				d = scope.Domain{Whole: true}
			}
			choices := friendly(d)
			if len(choices) == 0 {
				return nil
			}
			is := choices[(k+i)%len(choices)]
			full = expr.Substitute(full, s, expr.Rational(is))
			if place.Counter == nil || !expr.Equal(s, place.Counter) {
				point = append(point, Value{s, is})
			}
		}
		d, _ := p.scope.Domain(place.Symbol)
		if r := eval.Rational(calculus.Tidy(full)); r != nil && d.Contains(r) {
			back.Point = append(point, Value{place.Symbol, r})
			slices.SortFunc(back.Point, func(a, b Value) int { return expr.Compare(a.Symbol, b.Symbol) })
			return back
		}
		if len(rest) == 0 {
			return nil
		}
	}
	return nil
}
