package judge

import (
	"math"
	"math/big"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// The budget of proofs on both sides of the quarter turns in the domain of a letter.
const (
	mostQuarters = 8
	halfQuarter  = 0.8 // more than π/4, so that what begins at two neighbouring quarter turns meets between them
)

// proveByQuarters proves equality of sides in which an inverse function of an angle folds it back: beside every quarter turn
// that the angle passes in the domain of its letter, on either side, with the distance from it as the letter.
func proveByQuarters(a, b expr.Node, sc *scope.Scope) Evidence {
	both := expr.Minus(a, b)
	angle, s := foldedAngle(both)
	if angle == nil {
		return None
	}
	d, _ := sc.Domain(s)
	if d.Lo == nil || d.Hi == nil || d.Finite() || d.Whole || expr.IsHidden(s) {
		return None
	}
	lo, _ := d.Lo.Float64()
	hi, _ := d.Hi.Float64()
	slope, turn, ok := linearIn(angle, s, sc)
	if !ok {
		return None
	}
	rate, _ := slope.Float64()
	quarter := math.Pi / 2 / math.Abs(rate)
	at := func(k int64) (value float64, tree expr.Node) { // where the angle is k quarter turns
		tree = expr.Quotient(expr.Minus(expr.Product(expr.Rational(big.NewRat(k, 2)), &expr.Constant{Name: expr.Pi}), turn), expr.Rational(slope))
		e, _ := joint.Enclosed(tree, sc)
		return (e.Lo + e.Hi) / 2, tree
	}
	step := int64(1)
	if rate < 0 {
		step = -1
	}
	first, last := quartersIn(lo, hi, quarter, func(k int64) (float64, expr.Node) { return at(k * step) }, d)
	if last < first || last-first >= mostQuarters {
		return None
	}
	evidence := Exact
	for k := first; k <= last; k++ {
		place, tree := at(k * step)
		before, after := halfQuarter/math.Abs(rate), halfQuarter/math.Abs(rate)
		if k == first {
			before = place - lo
		}
		if k == last {
			after = hi - place
		}
		below, above := Exact, Exact
		if !isNumber(tree, d.Lo) {
			below = proveFrom(a, b, s, tree, -1, before, sc)
		}
		if below != None && !isNumber(tree, d.Hi) {
			above = proveFrom(a, b, s, tree, 1, after, sc)
		}
		if below == None || above == None {
			return None
		}
		evidence = max(evidence, below, above)
	}
	return evidence
}

// quartersIn returns the first and the last of the places at whole numbers of quarters that lie in a domain, its ends included.
func quartersIn(lo, hi, quarter float64, at func(k int64) (float64, expr.Node), d scope.Domain) (first, last int64) {
	zero, _ := at(0)
	first = int64(math.Floor((lo-zero)/quarter)) + 1
	last = int64(math.Ceil((hi-zero)/quarter)) - 1
	if _, tree := at(first - 1); isNumber(tree, d.Lo) {
		first-- // the domain begins there
	}
	if _, tree := at(last + 1); isNumber(tree, d.Hi) {
		last++
	}
	return first, last
}

// isNumber reports whether n is known to be the number.
func isNumber(n expr.Node, number *big.Rat) bool {
	r := eval.Rational(calculus.Tidy(n))
	return r != nil && r.Cmp(number) == 0
}

// proveFrom proves equality where s lies on that side of the place, at most so far from it.
func proveFrom(a, b expr.Node, s *expr.Symbol, place expr.Node, side int64, width float64, sc *scope.Scope) Evidence {
	const margin = 1 << 20 // the width is rounded up to one of so many parts of 1
	distance := expr.Fresh(expr.Var("d"), a, b)
	there := sc.Clone()
	there.Declare(distance, scope.Interval(new(big.Rat), big.NewRat(int64(width*margin)+2, margin), false, false))
	value := expr.Sum(place, expr.Product(expr.Int(side), distance))
	return prove(calculus.Tidy(expr.Substitute(a, s, value)), calculus.Tidy(expr.Substitute(b, s, value)), there)
}

// foldedAngle returns an angle in one letter whose function an inverse function is taken of.
func foldedAngle(n expr.Node) (angle expr.Node, s *expr.Symbol) {
	expr.Walk(n, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		if !ok || angle != nil || c.Func != expr.Asin && c.Func != expr.Acos && c.Func != expr.Atan {
			return angle == nil
		}
		inner, _ := expr.Unsigned(c.Args[0])
		f, ok := inner.(*expr.Call)
		if q, isQuotient := inner.(*expr.Div); isQuotient && expr.Is(q.Num, 1) {
			f, ok = q.Den.(*expr.Call)
		}
		if !ok || f.Func != expr.Sin && f.Func != expr.Cos && f.Func != expr.Tan && f.Func != expr.Cot {
			return true
		}
		if letters := expr.Symbols(f.Args[0]); len(letters) == 1 {
			angle, s = f.Args[0], letters[0]
		}
		return angle == nil
	})
	return angle, s
}

// linearIn returns slope and rest of n = slope·s + rest, if slope is a rational number other than 0.
func linearIn(n expr.Node, s *expr.Symbol, sc *scope.Scope) (slope *big.Rat, rest expr.Node, ok bool) {
	if !isLinear(n, s) {
		return nil, nil, false
	}
	derived, resolved := calculus.Resolve(&expr.Derivative{Var: s, Body: n, Order: 1}, sc)
	if !resolved {
		return nil, nil, false
	}
	slope, ok = expr.RationalOf(calculus.Tidy(derived))
	if !ok || slope.Sign() == 0 {
		return nil, nil, false
	}
	return slope, calculus.Tidy(expr.Substitute(n, s, expr.Int(0))), true
}
