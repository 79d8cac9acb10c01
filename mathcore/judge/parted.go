package judge

import (
	"math/big"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// What a derivative is worth at a joint may hang on other letters: |x-y| + |x+y| at x = y has another nature where y is 0. What
// must not be 0 there parts the joint, and each part is compared by itself.

// parted returns the verdict at the place, by the parts that u makes: v is that where u is not 0.
func (p *pair) parted(place joint.Place, u expr.Node, v Verdict) Verdict {
	if p.depth >= jointDepth || expr.Contains(u, joint.Wide) || joint.MayCount(u, p.scope) {
		return Verdict{Relation: Unsure}
	}
	zeros, all := joint.Zeros(u, p.scope)
	if !all {
		return Verdict{Relation: Unsure}
	}
	for _, q := range zeros {
		if v = also(v, p.alsoAt(q, place)); v.Relation == Unsure || v.Relation == Different {
			return v
		}
	}
	return v
}

// also returns the verdict on two parts of a joint.
func also(v, w Verdict) Verdict {
	switch {
	case v.Relation == Different || v.Relation == Unsure || w.Relation == Undefined:
		return v
	case w.Relation == Different || w.Relation == Unsure || v.Relation == Undefined:
		return w
	}
	return Verdict{Relation: Equal, Evidence: max(v.Evidence, w.Evidence)}
}

// alsoAt compares the pair at those points of the place at which q holds as well.
func (p *pair) alsoAt(q, place joint.Place) Verdict {
	if q.Counter != nil || place.Counter != nil || expr.Equal(q.Symbol, place.Symbol) {
		return Verdict{Relation: Unsure}
	}
	if turned, ok := p.byVariable(q); ok {
		q = turned
	}
	other := joint.Place{Symbol: place.Symbol, Value: expr.Substitute(place.Value, q.Symbol, q.Value)}
	part := q // the letter that the witness lacks beside that of the place
	there := p.narrowed(q)
	if there == nil { // what is derived by must not be put in yet
		if q, other = other, q; expr.Mentions(other.Value, q.Symbol) {
			return Verdict{Relation: Unsure}
		}
		there = p.narrowed(q)
	}
	if there == nil {
		return Verdict{Relation: Unsure}
	}
	v := there.at(other)
	if v.Relation == Different {
		if v.Witness = p.backFrom(part, v.Witness); v.Witness == nil {
			return Verdict{Relation: Unsure}
		}
	}
	return v
}

// byVariable returns the place solved for a letter in its value that something is derived by: what is put in for another letter must
// not go with that one.
func (p *pair) byVariable(q joint.Place) (joint.Place, bool) {
	turned, found := q, false
	expr.Walk(expr.Minus(p.standing.left, p.standing.right), func(n expr.Node) bool {
		d, ok := n.(*expr.Derivative)
		if !ok || found || !expr.Mentions(q.Value, d.Var) {
			return !found
		}
		var slope *big.Rat
		var rest expr.Node
		if slope, rest, found = linearIn(q.Value, d.Var, p.scope); found {
			turned = joint.Place{Symbol: d.Var, Value: calculus.Tidy(expr.Quotient(expr.Minus(q.Symbol, rest), expr.Rational(slope)))}
		}
		return !found
	})
	return turned, found
}

// narrowed returns the pair at the place, with derivatives that are not carried out yet; nil where they are by its letter, or
// where the side conditions forbid the place.
func (p *pair) narrowed(place joint.Place) *pair {
	sc, possible := p.scopeAt(place)
	by := func(n expr.Node) bool {
		d, ok := n.(*expr.Derivative)
		return ok && (expr.Equal(d.Var, place.Symbol) || expr.Mentions(place.Value, d.Var))
	}
	if !possible || expr.Contains(p.standing.left, by) || expr.Contains(p.standing.right, by) {
		return nil
	}
	there := pair{scope: sc, unfolded: true, depth: p.depth + 1, assumed: p.assumed, reached: p.reached}
	there.standing.left = expr.Substitute(p.standing.left, place.Symbol, place.Value)
	there.standing.right = expr.Substitute(p.standing.right, place.Symbol, place.Value)
	return &there
}

// onSides compares the pair at the place where u, a multiple of a letter and a number more, is positive, negative and 0. It
// reports false where u is none.
func (p *pair) onSides(place joint.Place, u expr.Node) (v Verdict, ok bool) {
	letters := expr.Symbols(u)
	if len(letters) != 1 || p.depth >= jointDepth {
		return v, false
	}
	s := letters[0]
	slope, rest, ok := linearIn(u, s, p.scope)
	d, _ := p.scope.Domain(s)
	if !ok || d.Finite() || expr.Equal(s, place.Symbol) {
		return v, false
	}
	at0 := eval.Rational(rest)
	if at0 == nil {
		return v, false
	}
	zero := new(big.Rat).Neg(new(big.Rat).Quo(at0, slope))
	below, above := d, d
	if d.Hi == nil || zero.Cmp(d.Hi) < 0 {
		below.Hi, below.HiOpen = zero, true
	}
	if d.Lo == nil || zero.Cmp(d.Lo) > 0 {
		above.Lo, above.LoOpen = zero, true
	}
	v = Verdict{Relation: Undefined}
	if d.Contains(zero) {
		v = p.alsoAt(joint.Place{Symbol: s, Value: expr.Rational(zero)}, place)
	}
	for _, side := range [...]scope.Domain{below, above} {
		if v.Relation == Unsure || v.Relation == Different || side.Lo != nil && side.Hi != nil && side.Lo.Cmp(side.Hi) >= 0 {
			continue
		}
		there := *p
		there.scope, there.depth = p.scope.Clone(), p.depth+1
		there.scope.Declare(s, side)
		v = also(v, there.at(place))
	}
	return v, true
}
