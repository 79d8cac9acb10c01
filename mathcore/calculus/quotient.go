package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
)

// divide returns the quotient of tidy trees: signs in front, numbers reduced.
func divide(num, den expr.Node) expr.Node {
	switch {
	case is(den, 1):
		return num
	case isZero(num) && !isZero(den):
		return num
	}
	if neg, ok := num.(*expr.Neg); ok {
		return negate(divide(neg.X, den))
	}
	if neg, ok := den.(*expr.Neg); ok {
		return negate(divide(num, neg.X))
	}
	if expr.Equal(num, den) && !isZero(den) {
		return whole(1)
	}
	above, top := split(num)
	under, bottom := split(den)
	if fewer, less := cancel(top, bottom); len(fewer) != len(top) || len(less) != len(bottom) || changed(less, bottom) {
		return divide(above.times(fewer), under.times(less))
	}
	if under.value.IsZero() || under.value.IsOne() || !small(above.value) || !small(under.value) {
		return expr.Quotient(num, den)
	}
	ratio := above.value.Mul(under.value.Inv())
	if reduced := above.value.IsInt() && under.value.Equal(ratio.Den()); reduced {
		return expr.Quotient(num, den)
	}
	spelt := append(slices.Clone(above.numbers), under.numbers...)
	if len(bottom) == 0 && slices.ContainsFunc(spelt, isDecimal) {
		c := coefficient{ratio, []expr.Node{number(ratio, spelt...)}}
		return c.over(top)
	}
	up := coefficient{value: ratio.Num()}
	low := coefficient{value: ratio.Den()}
	if below := low.times(bottom); !is(below, 1) {
		return expr.Quotient(up.times(top), below)
	}
	return up.over(top)
}

// changed reports whether some part of a is not that of b.
func changed(a, b []expr.Node) bool {
	return !slices.EqualFunc(a, b, expr.Equal)
}

// power returns a power of tidy trees; whole powers of whole powers become one.
func power(base, exp expr.Node) expr.Node {
	if p, ok := base.(*expr.Pow); ok {
		_, m := wholePower(base)
		_, n := wholePower(expr.Power(base, exp))
		if m > 1 && n > 1 && m < 1<<31/n {
			return expr.Power(p.Base, whole(m*n))
		}
	}
	switch {
	case is(exp, 1):
		return base
	case isZero(exp) && !isZero(base), is(base, 1):
		return whole(1)
	}
	return expr.Power(base, exp)
}
