package diagnose

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
)

// terms returns the terms of a sum, or n alone.
func terms(n expr.Node) []expr.Node {
	if sum, ok := n.(*expr.Add); ok {
		return sum.Terms
	}
	return []expr.Node{n}
}

// factors returns the factors of a product, or n alone.
func factors(n expr.Node) []expr.Node {
	if product, ok := n.(*expr.Mul); ok {
		return product.Factors
	}
	return []expr.Node{n}
}

// unsigned returns n without the minus in front, and whether there was one.
func unsigned(n expr.Node) (bare expr.Node, negative bool) {
	if neg, ok := n.(*expr.Neg); ok {
		return neg.X, true
	}
	return n, false
}

// opposite returns -n, without two signs in a row.
func opposite(n expr.Node) expr.Node {
	if bare, negative := unsigned(n); negative {
		return bare
	}
	return expr.Negative(n)
}

// without returns the list without its member i.
func without(list []expr.Node, i int) []expr.Node {
	return slices.Delete(slices.Clone(list), i, i+1)
}

// with returns the list with another member i.
func with(list []expr.Node, i int, n expr.Node) []expr.Node {
	changed := slices.Clone(list)
	changed[i] = n
	return changed
}

// rational returns the number that n spells: 3, -3, 1/2, 0.5.
func rational(n expr.Node) (*big.Rat, bool) {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value, true
	case *expr.Neg:
		if v, ok := rational(n.X); ok {
			return new(big.Rat).Neg(v), true
		}
	case *expr.Div:
		num, ok := rational(n.Num)
		den, also := rational(n.Den)
		if ok && also && den.Sign() != 0 {
			return new(big.Rat).Quo(num, den), true
		}
	case *expr.Constant, *expr.Symbol, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}

// is reports whether n spells the whole number v.
func is(n expr.Node, v int64) bool {
	bare, negative := unsigned(n)
	if number, ok := bare.(*expr.Number); ok {
		if negative {
			v = -v
		}
		return number.Value.IsInt() && number.Value.Num().IsInt64() && number.Value.Num().Int64() == v
	}
	return false
}

// isHalf reports whether n spells one half.
func isHalf(n expr.Node) bool {
	if q, ok := n.(*expr.Div); ok {
		return is(q.Num, 1) && is(q.Den, 2)
	}
	number, ok := n.(*expr.Number)
	return ok && number.Value.Cmp(half) == 0
}

var half = big.NewRat(1, 2)

func isSum(n expr.Node) bool {
	_, ok := n.(*expr.Add)
	return ok
}

func isLn(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Ln
}

// lnOf returns the argument of a natural logarithm.
func lnOf(n expr.Node) (expr.Node, bool) {
	if c, ok := n.(*expr.Call); ok && c.Func == expr.Ln {
		return c.Args[0], true
	}
	return nil, false
}

// ln returns the natural logarithm of n.
func ln(n expr.Node) expr.Node { return expr.Of(expr.Ln, n) }

// powerOf returns base and exponent of a power; exp(x) is one of e.
func powerOf(n expr.Node) (base, exponent expr.Node, ok bool) {
	switch n := n.(type) {
	case *expr.Pow:
		return n.Base, n.Exp, true
	case *expr.Call:
		if n.Func == expr.Exp {
			return &expr.Constant{Name: expr.E}, n.Args[0], true
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	return nil, nil, false
}

func isE(n expr.Node) bool {
	c, ok := n.(*expr.Constant)
	return ok && c.Name == expr.E
}

// complement returns u of 1-u.
func complement(n expr.Node) (expr.Node, bool) {
	sum, ok := n.(*expr.Add)
	if !ok || len(sum.Terms) != 2 {
		return nil, false
	}
	for i, t := range sum.Terms {
		if u, negative := unsigned(sum.Terms[1-i]); negative && is(t, 1) {
			return u, true
		}
	}
	return nil, false
}

func oneMinus(u expr.Node) expr.Node { return expr.Minus(expr.Int(1), u) }

// mapped returns what f makes of each member.
func mapped(list []expr.Node, f func(expr.Node) expr.Node) []expr.Node {
	all := make([]expr.Node, len(list))
	for i, n := range list {
		all[i] = f(n)
	}
	return all
}
