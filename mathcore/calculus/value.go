package calculus

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// call applies a function to tidy arguments; the values at 0 and 1 that everybody knows are put in.
func call(f expr.Func, args ...expr.Node) expr.Node {
	x := args[0]
	switch {
	case f == expr.Ln && is(x, 1), (f == expr.Sqrt || f == expr.Abs || f == expr.Sign) && is(x, 0):
		return whole(0)
	case f == expr.Exp && is(x, 0), (f == expr.Sqrt || f == expr.Abs || f == expr.Sign) && is(x, 1):
		return whole(1)
	case f == expr.Sign:
		if neg, ok := x.(*expr.Neg); ok {
			return negate(call(f, neg.X))
		}
	case f == expr.Delta:
		return delta(args[0], args[1])
	}
	return expr.Of(f, args...)
}

// delta returns the Kronecker delta of two indices, and its value where they are plainly equal or different.
func delta(a, b expr.Node) expr.Node {
	switch {
	case expr.Equal(a, b):
		return whole(1)
	case apart(a, b):
		return whole(0)
	}
	return expr.Of(expr.Delta, a, b)
}

// series returns a sum; one of zeros is 0, and a number in all terms or a minus stands in front.
func series(index *expr.Symbol, lo, hi, body expr.Node) expr.Node {
	if isZero(body) {
		return body
	}
	if neg, ok := body.(*expr.Neg); ok {
		return negate(series(index, lo, hi, neg.X))
	}
	c, rest := split(body)
	if len(rest) == 0 {
		c, rest = coefficient{value: rat.Int(1)}, []expr.Node{body}
	}
	return c.times([]expr.Node{&expr.Series{Index: index, Lo: lo, Hi: hi, Body: expr.Product(rest...)}})
}
