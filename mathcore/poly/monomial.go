package poly

import (
	"cmp"
	"encoding/binary"
	"slices"

	"chainrule/mathcore/rat"
)

// A Var numbers an indeterminate. What it stands for is known to the caller alone.
type Var int32

// A Power is a variable raised to the rational exponent Num/Den in lowest terms, Den > 0, Num != 0.
type Power struct {
	Var Var
	Den int32
	Num int64
}

// A Monomial is a product of powers of distinct variables in the order of their numbers. Exponents may be negative, and
// broken where the variable is never negative. It never changes; the empty one is 1.
type Monomial []Power

// ExponentLimit bounds numerators and denominators of exponents.
const ExponentLimit = 1 << 30

// VarTo returns the power v^n for n != 0.
func VarTo(v Var, n int64) Power { return Power{v, 1, n} }

// VarToRat returns the power v^e for e != 0; ok is false where e is out of bounds.
func VarToRat(v Var, e rat.Rat) (p Power, ok bool) {
	n, d, small := e.Fraction()
	if !small || d >= ExponentLimit || n >= ExponentLimit || n <= -ExponentLimit {
		return Power{}, false
	}
	return Power{v, int32(d), n}, true
}

// Exponent returns the exponent.
func (p Power) Exponent() rat.Rat { return rat.Frac(p.Num, int64(p.Den)) }

// IsVar reports whether p is the variable itself, with the exponent 1.
func (p Power) IsVar() bool { return p.Num == 1 && p.Den == 1 }

// IsOdd reports whether the exponent is an odd whole number, so that the power has the sign of the variable.
func (p Power) IsOdd() bool { return p.Den == 1 && p.Num%2 != 0 }

// CompareExponents compares the exponents of two powers and returns -1, 0 or 1.
func CompareExponents(p, q Power) int {
	return cmp.Compare(p.Num*int64(q.Den), q.Num*int64(p.Den))
}

// plus returns the power of the same variable with both exponents added, Num = 0 where they cancel; ok is false where
// the sum is out of bounds.
func (p Power) plus(q Power) (sum Power, ok bool) {
	if p.Den == 1 && q.Den == 1 {
		n := p.Num + q.Num
		return Power{p.Var, 1, n}, n < ExponentLimit && n > -ExponentLimit
	}
	return VarToRat(p.Var, p.Exponent().Add(q.Exponent()))
}

// Less returns p with n taken from its exponent, Num = 0 where nothing is left.
func (p Power) Less(n int64) Power {
	p.Num -= n * int64(p.Den)
	return p
}

// Compare orders monomials lexicographically by the exponents of the variables in the order of their numbers. The order
// is compatible with multiplication.
func (m Monomial) Compare(n Monomial) int {
	for i := 0; ; i++ {
		switch {
		case i == len(m) && i == len(n):
			return 0
		case i == len(m):
			return -cmp.Compare(n[i].Num, 0)
		case i == len(n):
			return cmp.Compare(m[i].Num, 0)
		case m[i].Var < n[i].Var:
			return cmp.Compare(m[i].Num, 0)
		case m[i].Var > n[i].Var:
			return -cmp.Compare(n[i].Num, 0)
		}
		if c := CompareExponents(m[i], n[i]); c != 0 {
			return c
		}
	}
}

// Equal reports whether two monomials are the same.
func (m Monomial) Equal(n Monomial) bool { return slices.Equal(m, n) }

// Of returns the power of v in m; found is false, and the exponent 0, where there is none.
func (m Monomial) Of(v Var) (p Power, found bool) {
	i, found := slices.BinarySearchFunc(m, v, func(p Power, v Var) int { return cmp.Compare(p.Var, v) })
	if !found {
		return Power{Var: v, Den: 1}, false
	}
	return m[i], true
}

// Without returns m with the power of v left out.
func (m Monomial) Without(v Var) Monomial {
	i := slices.IndexFunc(m, func(p Power) bool { return p.Var == v })
	if i < 0 {
		return m
	}
	return append(m[:i:i], m[i+1:]...)
}

// AppendKey appends a spelling of m that equal monomials share and others do not.
func (m Monomial) AppendKey(key []byte) []byte {
	key = binary.AppendUvarint(key, uint64(len(m)))
	for _, p := range m {
		key = p.AppendKey(key)
	}
	return key
}

// AppendKey appends a spelling of p that equal powers share and others do not.
func (p Power) AppendKey(key []byte) []byte {
	key = binary.AppendUvarint(key, uint64(p.Var))
	key = binary.AppendVarint(key, p.Num)
	return binary.AppendUvarint(key, uint64(p.Den))
}
