package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// mostBetween bounds how many whole numbers are put in for a letter one by one.
const mostBetween = 10

// proveByRanges proves equality of sides with a letter that runs through whole numbers: beyond the last place at which
// anything bends or jumps, before the first one, and at each number between.
func proveByRanges(a, b expr.Node, sc *scope.Scope) Evidence {
	both := expr.Minus(a, b)
	for _, s := range expr.Symbols(both) {
		d, _ := sc.Domain(s)
		if !d.Whole || d.Finite() {
			continue
		}
		first, last, ok := bendsOf(both, s, sc)
		if !ok {
			continue
		}
		if evidence := proveAround(a, b, s, first, last, sc); evidence != None {
			return evidence
		}
	}
	return None
}

// bendsOf returns whole numbers between which all bends of n lie that s alone decides on.
func bendsOf(n expr.Node, s *expr.Symbol, sc *scope.Scope) (first, last int64, ok bool) {
	everywhere := sc.Clone()
	everywhere.Declare(s, scope.Real) // k = 1/2 separates 0 from 1
	for _, q := range joint.Bends(n, everywhere) {
		places, _ := q.Places(everywhere)
		for _, p := range places {
			at := eval.Rational(p.Value)
			if at == nil || !expr.Equal(p.Symbol, s) {
				continue
			}
			floor := new(big.Int).Div(at.Num(), at.Denom())
			if !floor.IsInt64() || floor.CmpAbs(big.NewInt(mostBetween*mostBetween)) > 0 {
				return 0, 0, false
			}
			if k := floor.Int64(); !ok {
				first, last, ok = k, k+1, true
			} else {
				first, last = min(first, k), max(last, k+1)
			}
		}
	}
	return first, last, ok && last-first < mostBetween
}

// proveAround proves equality for all whole numbers that s may be: for each from first to last, and for those on both sides.
func proveAround(a, b expr.Node, s *expr.Symbol, first, last int64, sc *scope.Scope) Evidence {
	d, _ := sc.Domain(s)
	evidence := Exact
	for k := first; k <= last; k++ {
		value := big.NewRat(k, 1)
		if !d.Contains(value) {
			continue
		}
		sc.Meter().Spend(expr.Size(a) + expr.Size(b))
		is := expr.Rational(value)
		switch algebra.Equal(expr.Substitute(a, s, is), expr.Substitute(b, s, is), sc) {
		case algebra.Proved:
		case algebra.Modular:
			evidence = Modular
		case algebra.Unproved, algebra.Exceeded:
			return None
		}
	}
	below, above := d, d
	if end := big.NewRat(first-1, 1); d.Hi == nil || end.Cmp(d.Hi) < 0 {
		below.Hi, below.HiOpen = end, false
	}
	if end := big.NewRat(last+1, 1); d.Lo == nil || end.Cmp(d.Lo) > 0 {
		above.Lo, above.LoOpen = end, false
	}
	for _, part := range []scope.Domain{below, above} {
		if part.Lo != nil && part.Hi != nil && part.Lo.Cmp(part.Hi) > 0 {
			continue
		}
		within := sc.Clone()
		within.Declare(s, part)
		switch algebra.Equal(a, b, within) {
		case algebra.Proved:
		case algebra.Modular:
			evidence = Modular
		case algebra.Unproved, algebra.Exceeded:
			return None
		}
	}
	return evidence
}
