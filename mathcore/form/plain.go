package form

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// plain returns n with its notation levelled: 0.5 and 1/2, e^x and exp(x), x/2 and 1/2*x, (-a)*b and -(a*b) become the
// same tree. No arithmetic is done and nothing is cancelled, so that an unfinished line stays one.
func plain(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Number, *expr.Neg, *expr.Mul, *expr.Div:
		var f fraction
		f.take(n)
		return f.tree()
	case *expr.Call:
		if n.Func == expr.Exp {
			return expr.Power(&expr.Constant{Name: expr.E}, plain(n.Args[0]))
		}
		if n.Func == expr.Sqrt {
			return expr.Power(plain(n.Args[0]), plain(expr.Rational(big.NewRat(1, 2))))
		}
	case *expr.Constant, *expr.Symbol, *expr.Add, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return expr.MapChildren(n, func(i int, p expr.Node) expr.Node {
		if expr.Binds(n, i) {
			return p
		}
		return plain(p)
	})
}

// A fraction is a product taken apart: the sign, the factors above and those below the bar.
type fraction struct {
	negative bool
	num, den []expr.Node
}

func (f *fraction) take(n expr.Node) {
	switch n := n.(type) {
	case *expr.Number:
		f.number(n.Value)
		return
	case *expr.Neg:
		f.negative = !f.negative
		f.take(n.X)
		return
	case *expr.Mul:
		for _, factor := range n.Factors {
			f.take(factor)
		}
		return
	case *expr.Div:
		if !isOne(n.Num) {
			f.take(n.Num)
		}
		f.below(n.Den)
		return
	case *expr.Constant, *expr.Symbol, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	f.num = append(f.num, plain(n))
}

// number takes a number; one that is not whole becomes a fraction.
func (f *fraction) number(r *big.Rat) {
	if r.IsInt() {
		f.num = append(f.num, expr.Rational(r))
		return
	}
	if num := new(big.Rat).SetInt(r.Num()); r.Num().IsInt64() && r.Num().Int64() != 1 {
		f.num = append(f.num, expr.Rational(num))
	}
	f.den = append(f.den, expr.Rational(new(big.Rat).SetInt(r.Denom())))
}

// below takes a denominator. A fraction in it stays one: turning it over is a step of its own.
func (f *fraction) below(n expr.Node) {
	switch n := n.(type) {
	case *expr.Neg:
		f.negative = !f.negative
		f.below(n.X)
		return
	case *expr.Mul:
		for _, factor := range n.Factors {
			f.below(factor)
		}
		return
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	f.den = append(f.den, plain(n))
}

func (f *fraction) tree() expr.Node {
	n := expr.Product(f.num...)
	if len(f.den) > 0 {
		n = expr.Quotient(n, expr.Product(f.den...))
	}
	if f.negative {
		return expr.Negative(n)
	}
	return n
}

func isOne(n expr.Node) bool {
	number, ok := n.(*expr.Number)
	return ok && number.Value.Cmp(big.NewRat(1, 1)) == 0
}
