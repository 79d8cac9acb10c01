package expr

import (
	"math/big"
	"slices"
)

// Terms returns the terms of a sum, or n alone.
func Terms(n Node) []Node {
	if sum, ok := n.(*Add); ok {
		return sum.Terms
	}
	return []Node{n}
}

// Factors returns the factors of a product, or n alone.
func Factors(n Node) []Node {
	if product, ok := n.(*Mul); ok {
		return product.Factors
	}
	return []Node{n}
}

// Unsigned returns n without the minus in front, and whether there was one.
func Unsigned(n Node) (bare Node, negative bool) {
	if neg, ok := n.(*Neg); ok {
		return neg.X, true
	}
	return n, false
}

// Opposite returns -n, without two signs in a row.
func Opposite(n Node) Node {
	if bare, negative := Unsigned(n); negative {
		return bare
	}
	return Negative(n)
}

// Without returns the list without its member i.
func Without(list []Node, i int) []Node {
	return slices.Delete(slices.Clone(list), i, i+1)
}

// With returns the list with another member i.
func With(list []Node, i int, n Node) []Node {
	changed := slices.Clone(list)
	changed[i] = n
	return changed
}

// RationalOf returns the number that n spells: 3, -3, 1/2, 0.5.
func RationalOf(n Node) (*big.Rat, bool) {
	switch n := n.(type) {
	case *Number:
		return n.Value, true
	case *Neg:
		if v, ok := RationalOf(n.X); ok {
			return new(big.Rat).Neg(v), true
		}
	case *Div:
		num, ok := RationalOf(n.Num)
		den, also := RationalOf(n.Den)
		if ok && also && den.Sign() != 0 {
			return new(big.Rat).Quo(num, den), true
		}
	case *Constant, *Symbol, *Add, *Mul, *Pow, *Call, *Apply, *Derivative, *Series:
	}
	return nil, false
}

// Is reports whether n spells the whole number v.
func Is(n Node, v int64) bool {
	bare, negative := Unsigned(n)
	if number, ok := bare.(*Number); ok {
		if negative {
			v = -v
		}
		return number.Value.IsInt() && number.Value.Num().IsInt64() && number.Value.Num().Int64() == v
	}
	return false
}

// IsHalf reports whether n spells one half.
func IsHalf(n Node) bool {
	if q, ok := n.(*Div); ok {
		return Is(q.Num, 1) && Is(q.Den, 2)
	}
	number, ok := n.(*Number)
	return ok && number.Value.Cmp(half) == 0
}

var half = big.NewRat(1, 2)

// IsSum reports whether n is a sum.
func IsSum(n Node) bool {
	_, ok := n.(*Add)
	return ok
}

// IsLn reports whether n is a natural logarithm.
func IsLn(n Node) bool {
	c, ok := n.(*Call)
	return ok && c.Func == Ln
}

// LogArgument returns the argument of a natural logarithm.
func LogArgument(n Node) (Node, bool) {
	if c, ok := n.(*Call); ok && c.Func == Ln {
		return c.Args[0], true
	}
	return nil, false
}

// NaturalLog returns the natural logarithm of n.
func NaturalLog(n Node) Node { return Of(Ln, n) }

// PowerOf returns base and exponent of a power; exp(x) is one of e.
func PowerOf(n Node) (base, exponent Node, ok bool) {
	switch n := n.(type) {
	case *Pow:
		return n.Base, n.Exp, true
	case *Call:
		if n.Func == Exp {
			return &Constant{Name: E}, n.Args[0], true
		}
	case *Number, *Constant, *Symbol, *Neg, *Add, *Mul, *Div, *Apply, *Derivative,
		*Series:
	}
	return nil, nil, false
}

// IsE reports whether n is the number e.
func IsE(n Node) bool {
	c, ok := n.(*Constant)
	return ok && c.Name == E
}

// Complement returns u of 1-u.
func Complement(n Node) (Node, bool) {
	sum, ok := n.(*Add)
	if !ok || len(sum.Terms) != 2 {
		return nil, false
	}
	for i, t := range sum.Terms {
		if u, negative := Unsigned(sum.Terms[1-i]); negative && Is(t, 1) {
			return u, true
		}
	}
	return nil, false
}

// OneMinus returns 1-u.
func OneMinus(u Node) Node { return Minus(Int(1), u) }

// Mapped returns what f makes of each member.
func Mapped(list []Node, f func(Node) Node) []Node {
	all := make([]Node, len(list))
	for i, n := range list {
		all[i] = f(n)
	}
	return all
}

// Fraction returns the top, with the sign in front, and the bottom of a quotient.
func Fraction(n Node) (top, bottom Node, ok bool) {
	bare, negative := Unsigned(n)
	q, ok := bare.(*Div)
	if !ok {
		return nil, nil, false
	}
	if negative {
		return Opposite(q.Num), q.Den, true
	}
	return q.Num, q.Den, true
}

// IsNumber reports whether n spells a number.
func IsNumber(n Node) bool {
	_, ok := RationalOf(n)
	return ok
}

// IsComputed reports whether an index is neither a letter nor a number: k+1 is computed, and two of them may be one in other words.
func IsComputed(index Node) bool {
	_, letter := index.(*Symbol)
	_, number := index.(*Number)
	return !letter && !number
}
