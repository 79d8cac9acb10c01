package expr

import (
	"math/big"
	"slices"
	"strconv"
)

// Int returns the integer n as a tree; a negative one is a Neg.
func Int(n int64) Node {
	switch {
	case n >= 0 && n < int64(len(short)):
		return short[n].node()
	case n < 0 && -n > 0 && -n < int64(len(short)):
		return &Neg{X: short[-n].node()}
	}
	return Rational(big.NewRat(n, 1))
}

// Rational returns r as a tree: an integer, or a quotient of integers, negated when r < 0.
func Rational(r *big.Rat) Node {
	var magnitude Node = integer(r.Num())
	if !r.IsInt() {
		magnitude = &Div{Num: magnitude, Den: integer(r.Denom())}
	}
	if r.Sign() < 0 {
		return &Neg{X: magnitude}
	}
	return magnitude
}

// integer returns the magnitude of n as a tree.
func integer(n *big.Int) *Number {
	if n.IsInt64() {
		if k := max(n.Int64(), -n.Int64()); k >= 0 && k < int64(len(short)) {
			return short[k].node()
		}
	}
	n = new(big.Int).Abs(n)
	return &Number{Text: n.String(), Value: new(big.Rat).SetInt(n)}
}

// A shared is what all trees with the same number share: its text and its value, which never change.
type shared struct {
	text  string
	value *big.Rat
}

func (s shared) node() *Number { return &Number{Text: s.text, Value: s.value} }

// short are the numbers from 0 that trees are full of.
var short = func() (all [33]shared) {
	for n := range all {
		all[n] = shared{strconv.Itoa(n), big.NewRat(int64(n), 1)}
	}
	return all
}()

// Var returns the symbol called name with the given indices. The name must be canonical.
func Var(name string, index ...Node) *Symbol { return &Symbol{Name: name, Index: index} }

// Sum returns the sum of the terms: 0 for none, the term itself for one.
func Sum(terms ...Node) Node {
	switch len(terms) {
	case 0:
		return Int(0)
	case 1:
		return terms[0]
	}
	return &Add{Terms: terms}
}

// Product returns the product of the factors: 1 for none, the factor itself for one.
func Product(factors ...Node) Node {
	switch len(factors) {
	case 0:
		return Int(1)
	case 1:
		return factors[0]
	}
	return &Mul{Factors: factors}
}

// Minus returns a - b.
func Minus(a, b Node) Node { return &Add{Terms: []Node{a, Negative(b)}} }

// Negative returns -x.
func Negative(x Node) Node { return &Neg{X: x} }

// Quotient returns a/b.
func Quotient(a, b Node) Node { return &Div{Num: a, Den: b} }

// Power returns base^exp.
func Power(base, exp Node) Node { return &Pow{Base: base, Exp: exp} }

// Of returns f(args).
func Of(f Func, args ...Node) Node { return &Call{Func: f, Args: args} }

// Bare returns n without what says nothing: factors and divisors 1, terms 0, exponents 1.
func Bare(n Node) Node {
	return Map(n, func(n Node) Node {
		switch n := n.(type) {
		case *Mul:
			return Product(slices.DeleteFunc(slices.Clone(n.Factors), func(f Node) bool { return Is(f, 1) })...)
		case *Add:
			return Sum(slices.DeleteFunc(slices.Clone(n.Terms), func(t Node) bool { return Is(t, 0) })...)
		case *Div:
			if Is(n.Den, 1) {
				return n.Num
			}
		case *Pow:
			if Is(n.Exp, 1) {
				return n.Base
			}
		case *Number, *Constant, *Symbol, *Neg, *Call, *Apply, *Derivative, *Series:
		}
		return n
	})
}
