package sample

import (
	"slices"

	"chainrule/mathcore/expr"
)

// Differentiates reports whether n is a derivative that is not carried out.
func Differentiates(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Derivative:
		return true
	case *expr.Apply:
		return n.Primes > 0
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call,
		*expr.Series:
	}
	return false
}

// OverCommon writes the sum of two fractions over the product of their denominators, with nothing multiplied out.
func OverCommon(n expr.Node) expr.Node {
	list := expr.Terms(n)
	if len(list) != 2 {
		return n
	}
	a, b, okA := expr.Fraction(list[0])
	c, d, okC := expr.Fraction(list[1])
	if !okA || !okC {
		return n
	}
	return expr.Quotient(expr.Sum(times(a, d), times(c, b)), expr.Product(b, d))
}

// times returns the product with the sign of the first factor in front.
func times(a, b expr.Node) expr.Node {
	bare, negative := expr.Unsigned(a)
	product := expr.Product(append(slices.Clone(expr.Factors(bare)), b)...)
	if negative {
		return expr.Negative(product)
	}
	return product
}

// Raise writes 1/u behind an operator as a power, as those do who differentiate it by the power rule.
func Raise(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		d, ok := n.(*expr.Derivative)
		if !ok {
			return n
		}
		q, ok := d.Body.(*expr.Div)
		if !ok || !expr.Is(q.Num, 1) || expr.IsNumber(q.Den) {
			return n
		}
		return &expr.Derivative{Var: d.Var, Body: expr.Power(q.Den, expr.Int(-1)), Order: d.Order}
	})
}

// PrimeOf returns the variable of f'(x).
func PrimeOf(n *expr.Apply) (*expr.Symbol, bool) {
	if n.Primes != 1 || len(n.Args) != 1 {
		return nil, false
	}
	x, ok := n.Args[0].(*expr.Symbol)
	return x, ok
}
