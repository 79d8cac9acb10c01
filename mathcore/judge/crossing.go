package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// crossesBeside reports whether u, a polynomial, changes its sign at each of its zeros at which the factors are not 0: they hold all
// factors of its slope by a letter. Where one of them is 0 it does not matter which sign u has.
func (b *balance) crossesBeside(u expr.Node, times []expr.Node) bool {
	if len(times) == 0 || expr.Contains(u, notPolynomial) {
		return false
	}
	var beside []expr.Node
	for _, f := range times {
		beside = append(beside, factors(f)...)
	}
	known := func(f expr.Node) bool {
		return eval.Rational(f) != nil || slices.ContainsFunc(beside, func(g expr.Node) bool { return expr.Equal(f, g) })
	}
	for _, s := range append(variablesIn(b.p.standing.left, b.p.standing.right), expr.Symbols(u)...) {
		if !b.runs(s) {
			continue
		}
		slope, ok := b.slope(u, s)
		if ok && !expr.Is(slope, 0) && !expr.Contains(slope, func(n expr.Node) bool { return inFamily(n, s) }) &&
			!slices.ContainsFunc(factors(slope), func(f expr.Node) bool { return !known(f) }) {
			return true
		}
	}
	return false
}

// slope returns the derivative of u by s.
func (b *balance) slope(u expr.Node, s *expr.Symbol) (expr.Node, bool) {
	b.p.scope.Meter().Spend(expr.Size(u))
	slope, ok := calculus.Resolve(&expr.Derivative{Var: s, Body: u, Order: 1}, b.p.scope)
	return calculus.Tidy(slope), ok
}

// notPolynomial reports whether n is no number, letter, sum, product or whole power.
func notPolynomial(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul:
		return false
	case *expr.Div:
		return len(expr.Symbols(n.Den)) > 0
	case *expr.Pow:
		r, ok := expr.RationalOf(n.Exp)
		return !ok || !r.IsInt() || r.Sign() <= 0
	case *expr.Series:
		return n.Product
	case *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return true
}

// straight reports whether all that signs are taken of changes its sign, or stays 0, along the letters that are derived by: it is linear
// in them, or its slope is not 0 where it is. Of y - x² that is not so: x sign(y-x²) has the slope -1 where both are 0.
func (b *balance) straight() bool {
	for _, v := range variablesIn(b.p.standing.left, b.p.standing.right) {
		for _, u := range b.of {
			if !expr.Contains(u, func(n expr.Node) bool { return inFamily(n, v) }) {
				continue
			}
			slope, ok := b.slope(u, v)
			if !ok || expr.Contains(slope, func(n expr.Node) bool { return inFamily(n, v) }) && !b.slopesAtZeros(u, slope) {
				return false
			}
		}
	}
	return true
}

// slopesAtZeros reports whether the slope is surely not 0 where u is.
func (b *balance) slopesAtZeros(u, slope expr.Node) bool {
	if expr.Contains(u, joint.Wide) {
		return false
	}
	places, all := (joint.Part{Node: slope}).Places(b.p.scope)
	return all && !slices.ContainsFunc(places, func(place joint.Place) bool {
		e, ok := joint.Enclosed(expr.Substitute(u, place.Symbol, place.Value), b.p.scope)
		return place.Counter != nil || !ok || e.Contains(0)
	})
}
