package calculus

import (
	"slices"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// longest bounds the bits of a number that Tidy computes.
const longest = 4096

// value returns the rational number that n spells: a number, a quotient of numbers, or the negation of either.
func value(n expr.Node) (rat.Rat, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return rat.Of(n.Value), true
	case *expr.Neg:
		if v, ok := value(n.X); ok {
			return v.Neg(), true
		}
	case *expr.Div:
		num, ok := n.Num.(*expr.Number)
		den, also := n.Den.(*expr.Number)
		if ok && also && den.Value.Sign() != 0 {
			return rat.Of(num.Value).Mul(rat.Of(den.Value).Inv()), true
		}
	case *expr.Constant, *expr.Symbol, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return rat.Rat{}, false
}

func is(n expr.Node, v int64) bool {
	r, ok := n.(*expr.Number)
	return ok && r.Value.IsInt() && r.Value.Num().IsInt64() && r.Value.Num().Int64() == v
}

func isZero(n expr.Node) bool { return is(n, 0) }

// number writes r in the manner of the numbers it comes from: with a point if one of them had one and r has an end.
func number(r rat.Rat, from ...expr.Node) expr.Node {
	if !r.IsInt() && slices.ContainsFunc(from, isDecimal) {
		if places, exact := r.Big().FloatPrec(); exact && places < 30 {
			abs := r.Abs().Big()
			n := &expr.Number{Text: abs.FloatString(places), Value: abs}
			if r.Sign() < 0 {
				return expr.Negative(n)
			}
			return n
		}
	}
	return expr.Rational(r.Big())
}

func isDecimal(n expr.Node) bool {
	return expr.Contains(n, func(m expr.Node) bool {
		number, ok := m.(*expr.Number)
		return ok && strings.Contains(number.Text, ".")
	})
}

func small(r rat.Rat) bool { return r.BitLen() < longest }

var digits = func() (all [11]expr.Node) {
	for i := range all {
		all[i] = expr.Int(int64(i))
	}
	return all
}()

// whole returns the integer n; trees never change, so the small ones are made once.
func whole(n int64) expr.Node {
	if n >= 0 && n < int64(len(digits)) {
		return digits[n]
	}
	return expr.Int(n)
}
