// Package rat computes with rational numbers exactly, and fast as long as they are small.
//
// It does not round, knows no infinity, and bounds nothing: whoever computes with numbers that may become long pays for
// them first (see Cost).
package rat

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/big"
	"math/bits"
)

// A Rat is a rational number. The zero value is the number 0. A Rat never changes.
type Rat struct {
	// num/(over+1) in lowest terms where both fit; the lowest int64 is left to big, so that negation always fits.
	num, over int64
	big       *big.Rat // the number, where they do not fit
}

// Int returns n.
func Int(n int64) Rat {
	if n == math.MinInt64 {
		return Rat{big: big.NewRat(n, 1)}
	}
	return Rat{num: n}
}

// Frac returns n/d for d other than 0.
func Frac(n, d int64) Rat {
	if n == math.MinInt64 || d == math.MinInt64 {
		return Of(big.NewRat(n, d))
	}
	if d < 0 {
		n, d = -n, -d
	}
	if g := GCD(n, d); g > 1 {
		n, d = n/g, d/g
	}
	return Rat{num: n, over: d - 1}
}

// Of returns the value of b, which must not be changed afterwards.
func Of(b *big.Rat) Rat {
	if b.Num().IsInt64() && b.Denom().IsInt64() && b.Num().Int64() != math.MinInt64 {
		return Rat{num: b.Num().Int64(), over: b.Denom().Int64() - 1}
	}
	return Rat{big: b}
}

// Big returns the value as a big.Rat that must not be changed.
func (r Rat) Big() *big.Rat {
	if r.big != nil {
		return r.big
	}
	if r.over == 0 && r.num >= 0 && r.num < int64(len(short)) {
		return short[r.num]
	}
	b := new(big.Rat).SetInt64(r.num)
	b.Denom().SetInt64(r.over + 1) // which is its own, and needs no common divisor taken out
	return b
}

// short are the numbers from 0 that are asked for most.
var short = func() (all [33]*big.Rat) {
	for n := range all {
		all[n] = big.NewRat(int64(n), 1)
	}
	return all
}()

// Small reports whether numerator and denominator fit into 64 bits, so that computing with r is cheap.
func (r Rat) Small() bool { return r.big == nil }

// Int64 returns the value of a whole number that fits; ok is false for all others.
func (r Rat) Int64() (n int64, ok bool) { return r.num, r.big == nil && r.over == 0 }

// Fraction returns numerator and denominator in lowest terms, the denominator positive; ok is false where they do not fit.
func (r Rat) Fraction() (n, d int64, ok bool) { return r.num, r.over + 1, r.big == nil }

// Num returns the numerator in lowest terms, which has the sign of r.
func (r Rat) Num() Rat {
	if r.big != nil {
		return Of(new(big.Rat).SetInt(r.big.Num()))
	}
	return Rat{num: r.num}
}

// Den returns the denominator in lowest terms, which is positive.
func (r Rat) Den() Rat {
	if r.big != nil {
		return Of(new(big.Rat).SetInt(r.big.Denom()))
	}
	return Rat{num: r.over + 1}
}

// Sign returns -1, 0 or 1.
func (r Rat) Sign() int {
	if r.big != nil {
		return r.big.Sign()
	}
	return cmp.Compare(r.num, 0)
}

// IsZero reports whether r is 0.
func (r Rat) IsZero() bool { return r.big == nil && r.num == 0 }

// IsOne reports whether r is 1.
func (r Rat) IsOne() bool { return r.big == nil && r.num == 1 && r.over == 0 }

// IsInt reports whether r is a whole number.
func (r Rat) IsInt() bool {
	if r.big != nil {
		return r.big.IsInt()
	}
	return r.over == 0
}

// Equal reports whether r = s.
func (r Rat) Equal(s Rat) bool {
	if r.big == nil && s.big == nil {
		return r.num == s.num && r.over == s.over
	}
	return r.Big().Cmp(s.Big()) == 0
}

// Cmp compares r with s and returns -1, 0 or 1.
func (r Rat) Cmp(s Rat) int {
	if r.big != nil || s.big != nil {
		return r.Big().Cmp(s.Big())
	}
	if r.over == s.over || (r.num < 0) != (s.num < 0) {
		return cmp.Compare(r.num, s.num)
	}
	hi, lo := bits.Mul64(Magnitude(r.num), uint64(s.over)+1)
	high, low := bits.Mul64(Magnitude(s.num), uint64(r.over)+1)
	if r.num < 0 {
		hi, lo, high, low = high, low, hi, lo
	}
	return cmp.Or(cmp.Compare(hi, high), cmp.Compare(lo, low))
}

// String returns r as 3, -3 or 3/4.
func (r Rat) String() string { return r.Big().RatString() }

// BitLen returns the length of r in bits, numerator and denominator together.
func (r Rat) BitLen() int {
	if r.big != nil {
		return r.big.Num().BitLen() + r.big.Denom().BitLen()
	}
	return bits.Len64(Magnitude(r.num)) + bits.Len64(uint64(r.over)+1)
}

// AppendKey appends a spelling of r that equal numbers share and others do not.
func (r Rat) AppendKey(key []byte) []byte {
	if r.big != nil {
		key = append(key, 0xff)
		key = append(key, r.big.RatString()...)
		return append(key, 0)
	}
	key = append(key, 1)
	key = binary.AppendVarint(key, r.num)
	return binary.AppendVarint(key, r.over+1)
}
