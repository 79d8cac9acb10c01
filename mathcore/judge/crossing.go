package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// gathered returns a polynomial with like terms gathered, a number before it dropped: a greatest of v and v/2 asks for the sign of v - v/2.
func (b *balance) gathered(u expr.Node) expr.Node {
	nested := expr.Contains(u, func(n expr.Node) bool { return n != u && expr.IsSum(n) })
	if !nested || expr.Contains(u, notPolynomial) || expr.Contains(u, isSeries) {
		return u
	}
	simple, ok := algebra.Simplified(u, b.p.scope)
	if !ok {
		return u
	}
	letters := slices.DeleteFunc(slices.Clone(factors(simple)), func(f expr.Node) bool { return eval.Rational(f) != nil })
	if len(letters) != 1 {
		return u
	}
	return letters[0]
}

// crossesBeside reports whether u, a polynomial, changes its sign at each of its zeros at which the factors are not 0: they hold all
// factors of its slope by a letter. Where one of them is 0 it does not matter which sign u has.
func (b *balance) crossesBeside(u expr.Node, times []expr.Node) bool {
	if len(times) == 0 || expr.Contains(u, notPolynomial) {
		return false
	}
	for _, s := range append(variablesIn(b.p.standing.left, b.p.standing.right), expr.Symbols(u)...) {
		if !b.runs(s) {
			continue
		}
		slope, ok := b.slope(u, s)
		if ok && !expr.Contains(slope, func(n expr.Node) bool { return inFamily(n, s) }) && holdFactors(times, slope) {
			return true
		}
	}
	return false
}

// holdFactors reports whether all factors of the slope, which is not 0 everywhere, are among those of the others, but for numbers.
func holdFactors(others []expr.Node, slope expr.Node) bool {
	var beside []expr.Node
	for _, f := range others {
		beside = append(beside, factors(f)...)
	}
	return !expr.Is(slope, 0) && !slices.ContainsFunc(factors(slope), func(f expr.Node) bool {
		return eval.Rational(f) == nil && !slices.ContainsFunc(beside, func(g expr.Node) bool { return expr.Equal(f, g) })
	})
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

// straight reports whether u, of which the sign is taken beside the factors, changes its sign or stays 0 along the letters that are
// derived by: it is linear in them, or its slope is not 0 where it is, or the factors are 0 with it. Of y - x² by itself that is not so:
// x sign(y-x²) has the slope -1 where both are 0.
func (b *balance) straight(u expr.Node, times []expr.Node) bool {
	for _, v := range b.by {
		if !expr.Contains(u, func(n expr.Node) bool { return inFamily(n, v) }) {
			continue
		}
		slope, ok := b.slope(u, v)
		bent := expr.Contains(slope, func(n expr.Node) bool { return inFamily(n, v) })
		if !ok || bent && !holdFactors(times, slope) && !b.slopesAtZeros(u, slope) {
			return false
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

// slopes reports whether u changes with x at each of its zeros: it holds x only as a multiple by a number, or it is a number other
// than 0 and a multiple of x.
func (b *balance) slopes(u expr.Node, x *expr.Symbol) bool {
	u = calculus.Tidy(u)
	terms := []expr.Node{u}
	if sum, ok := u.(*expr.Add); ok {
		terms = sum.Terms
	}
	held := slices.IndexFunc(terms, func(t expr.Node) bool { return expr.Contains(t, func(n expr.Node) bool { return inFamily(n, x) }) })
	if held < 0 || !b.continuous(u) {
		return false
	}
	if s, ok := b.multiple(terms[held]); ok && expr.Equal(s, x) {
		return !slices.ContainsFunc(slices.Delete(slices.Clone(terms), held, held+1), func(o expr.Node) bool {
			return expr.Contains(o, func(n expr.Node) bool { return inFamily(n, x) })
		})
	}
	others := func(n expr.Node) bool { return inFamily(n, x) && !expr.Equal(n, x) }
	return b.runs(x) && numberAndMultiple(terms, x) && !expr.Contains(u, others)
}
