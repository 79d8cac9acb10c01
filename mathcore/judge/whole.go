package judge

import (
	"math"
	"math/big"
	"slices"

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
			floor, known := floorOf(p.Value, everywhere)
			if !known || !expr.Equal(p.Symbol, s) {
				continue
			}
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

// floorOf returns the greatest whole number that is not more than n, a number; where n is nearly whole perhaps the one below.
func floorOf(n expr.Node, sc *scope.Scope) (*big.Int, bool) {
	if r := eval.Rational(n); r != nil {
		return new(big.Int).Div(r.Num(), r.Denom()), true
	}
	e, ok := joint.Enclosed(n, sc)
	if !ok || len(expr.Symbols(n)) > 0 || math.Abs(e.Lo) > mostBetween*mostBetween {
		return nil, false
	}
	return big.NewInt(int64(math.Floor(e.Lo))), true
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
		one := proveOrNowhere(expr.Substitute(a, s, is), expr.Substitute(b, s, is), sc)
		if one == None {
			return None
		}
		evidence = max(evidence, one)
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
		var one Evidence
		if part.Lo != nil && part.Hi != nil && part.Lo.Cmp(part.Hi) == 0 {
			is := expr.Rational(part.Lo)
			one = proveOrNowhere(expr.Substitute(a, s, is), expr.Substitute(b, s, is), sc)
		} else {
			one = proveOrNowhere(a, b, within)
		}
		if one == None {
			return None
		}
		evidence = max(evidence, one)
	}
	return evidence
}

// proveOrNowhere proves equality in a part of the domain, in which a side need not have a value.
func proveOrNowhere(a, b expr.Node, sc *scope.Scope) Evidence {
	answer := algebra.Equal(a, b, sc)
	if answer == algebra.Unproved && (joint.Nowhere(a, sc) || joint.Nowhere(b, sc) || algebra.NoValue(a, sc) || algebra.NoValue(b, sc)) {
		return Exact
	}
	return evidenceOf(answer)
}

// proveByEnds proves equality of sides with two letters in the ends of sums of which it is not known which is less: once with the one
// as the other and 1 or more, once the other way round, once with both the same. One of these holds of any two numbers.
func proveByEnds(a, b expr.Node, sc *scope.Scope) Evidence {
	letters := endsOf(expr.Minus(a, b), sc)
	if len(letters) < 2 || len(sc.Conditions()) > 0 {
		return None
	}
	more := expr.Fresh(expr.Var("d"), a, b)
	for i, s := range letters {
		for _, t := range letters[i+1:] {
			if provedEitherWay(a, b, s, t, more, sc) {
				return Exact
			}
		}
	}
	return None
}

// mostLater bounds how many first numbers are left out, at which a side has no value.
const mostLater = 2

// proveLater proves equality of sides with a letter in the ends of sums from the first number on at which both sides may have a value: at
// those before nothing is to be proved, and a proof by induction would begin there in vain.
func proveLater(a, b expr.Node, sc *scope.Scope) Evidence {
	both := expr.Minus(a, b)
	if !expr.Contains(both, isSeries) || len(sc.Conditions()) > 0 {
		return None
	}
	for _, s := range algebra.UpperLetters(both) {
		d, _ := sc.Domain(s)
		first, ok := d.LeastWhole()
		if !d.Whole || d.Finite() || !ok || len(s.Index) > 0 {
			continue
		}
		left := 0
		for ; left < mostLater; left++ {
			at := expr.Rational(first)
			sc.Meter().Spend(expr.Size(both))
			if !algebra.NoValue(expr.Substitute(a, s, at), sc) && !algebra.NoValue(expr.Substitute(b, s, at), sc) {
				break
			}
			first = new(big.Rat).Add(first, big.NewRat(1, 1))
		}
		if left == 0 {
			continue
		}
		later := sc.Clone()
		d.Lo, d.LoOpen = first, false
		later.Declare(s, d)
		return evidenceOf(algebra.Equal(a, b, later))
	}
	return None
}

// mostEnds bounds how many letters in ends are compared with each other.
const mostEnds = 3

// endsOf returns the letters in the ends of sums one of which begins at a letter, ends at the least of two or is cut by a condition.
func endsOf(n expr.Node, sc *scope.Scope) []*expr.Symbol {
	var letters, bound []*expr.Symbol
	open := expr.Contains(n, func(m expr.Node) bool {
		c, ok := m.(*expr.Call)
		return ok && (c.Func == expr.Max || c.Func == expr.Min || c.Func == expr.Where)
	})
	expr.Walk(n, func(m expr.Node) bool {
		s, ok := m.(*expr.Series)
		if !ok {
			return true
		}
		bound = addSymbol(bound, s.Index)
		open = open || len(expr.Symbols(s.Lo)) > 0
		for _, letter := range append(expr.Symbols(s.Lo), expr.Symbols(s.Hi)...) {
			if d, known := sc.Domain(letter); len(letter.Index) == 0 && !expr.IsUnknownEnd(letter) && (!known || d.Whole && !d.Finite()) {
				letters = addSymbol(letters, letter)
			}
		}
		return true
	})
	letters = slices.DeleteFunc(letters, func(s *expr.Symbol) bool { return holds(bound, s) })
	if !open || len(letters) > mostEnds {
		return nil
	}
	return letters
}

// provedEitherWay proves equality with s as t and more, with t as s and more, and with s as t. Both letters must have the same least number.
func provedEitherWay(a, b expr.Node, s, t, more *expr.Symbol, sc *scope.Scope) bool {
	least := func(letter *expr.Symbol) *big.Rat {
		d, known := sc.Domain(letter)
		if !known {
			return big.NewRat(1, 1)
		}
		low, ok := d.LeastWhole()
		if !ok || d.Hi != nil {
			return nil
		}
		return low
	}
	lowS, lowT := least(s), least(t)
	if lowS == nil || lowT == nil || lowS.Cmp(lowT) != 0 {
		return false
	}
	there := sc.Clone()
	there.Declare(more, natural)
	for _, letter := range []*expr.Symbol{s, t} {
		if _, known := sc.Domain(letter); !known {
			there.Declare(letter, natural)
		}
	}
	for _, is := range []choice{{s, expr.Sum(t, more)}, {t, expr.Sum(s, more)}, {s, t}} {
		put := func(n expr.Node) expr.Node {
			sc.Meter().Spend(expr.Size(n))
			return expr.Expressed(algebra.Ranged(expr.Substitute(n, is.letter, is.is), nil, there))
		}
		if algebra.Equal(put(a), put(b), there) != algebra.Proved {
			return false
		}
	}
	return true
}
