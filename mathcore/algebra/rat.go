package algebra

import (
	"math"
	"math/big"
	"math/bits"
)

// A rat is a rational number: n/d in lowest terms with d > 0 as long as both fit, a big.Rat behind it otherwise.
// The zero rat is not valid; use ratInt(0).
type rat struct {
	n, d int64
	big  *big.Rat
}

func ratInt(n int64) rat { return rat{n: n, d: 1} }

func ratOf(n, d int64) rat {
	if n == math.MinInt64 || d == math.MinInt64 {
		return ratBig(big.NewRat(n, d))
	}
	if d < 0 {
		n, d = -n, -d
	}
	if g := gcdInt(n, d); g > 1 {
		n, d = n/g, d/g
	}
	return rat{n: n, d: d}
}

func ratBig(b *big.Rat) rat {
	if b.Num().IsInt64() && b.Denom().IsInt64() && b.Num().Int64() != math.MinInt64 {
		return rat{n: b.Num().Int64(), d: b.Denom().Int64()}
	}
	return rat{big: b}
}

// asBig returns the value as a big.Rat that must not be changed.
func (r rat) asBig() *big.Rat {
	if r.big != nil {
		return r.big
	}
	return big.NewRat(r.n, r.d)
}

func (r rat) sign() int {
	if r.big != nil {
		return r.big.Sign()
	}
	switch {
	case r.n > 0:
		return 1
	case r.n < 0:
		return -1
	}
	return 0
}

func (r rat) isZero() bool { return r.big == nil && r.n == 0 }
func (r rat) isOne() bool  { return r.big == nil && r.n == 1 && r.d == 1 }

func (r rat) isInt() bool {
	if r.big != nil {
		return r.big.IsInt()
	}
	return r.d == 1
}

func (r rat) neg() rat {
	if r.big != nil {
		return ratBig(new(big.Rat).Neg(r.big))
	}
	return rat{n: -r.n, d: r.d}
}

func (r rat) abs() rat {
	if r.sign() < 0 {
		return r.neg()
	}
	return r
}

func (r rat) inv() rat {
	if r.big != nil {
		return ratBig(new(big.Rat).Inv(r.big))
	}
	if r.n < 0 {
		return rat{n: -r.d, d: -r.n}
	}
	return rat{n: r.d, d: r.n}
}

func (r rat) add(s rat) rat {
	if r.big == nil && s.big == nil {
		if r.d == 1 && s.d == 1 {
			if sum := r.n + s.n; (sum > r.n) == (s.n > 0) && sum != math.MinInt64 {
				return rat{n: sum, d: 1}
			}
		} else if x, ok1 := mulInt(r.n, s.d); ok1 {
			y, ok2 := mulInt(s.n, r.d)
			d, ok3 := mulInt(r.d, s.d)
			if sum := x + y; ok2 && ok3 && (sum > x) == (y > 0) {
				return ratOf(sum, d)
			}
		}
	}
	return ratBig(new(big.Rat).Add(r.asBig(), s.asBig()))
}

func (r rat) mul(s rat) rat {
	if r.big == nil && s.big == nil {
		if r.d == 1 && s.d == 1 {
			if n, ok := mulInt(r.n, s.n); ok {
				return rat{n: n, d: 1}
			}
		} else {
			g, h := gcdInt(r.n, s.d), gcdInt(s.n, r.d)
			n, ok1 := mulInt(r.n/g, s.n/h)
			d, ok2 := mulInt(r.d/h, s.d/g)
			if ok1 && ok2 {
				return rat{n: n, d: d}
			}
		}
	}
	return ratBig(new(big.Rat).Mul(r.asBig(), s.asBig()))
}

func (r rat) equal(s rat) bool {
	if r.big == nil && s.big == nil {
		return r.n == s.n && r.d == s.d
	}
	return r.asBig().Cmp(s.asBig()) == 0
}

// bitLen returns the size of r in bits, numerator and denominator together.
func (r rat) bitLen() int {
	if r.big != nil {
		return r.big.Num().BitLen() + r.big.Denom().BitLen()
	}
	return bits.Len64(absInt(r.n)) + bits.Len64(uint64(r.d))
}

func absInt(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// mulInt multiplies and reports whether the product fits, the lowest int64 left out so that negation always fits.
func mulInt(a, b int64) (int64, bool) {
	hi, lo := bits.Mul64(absInt(a), absInt(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// gcdInt returns the greatest common divisor, 1 when both are zero.
func gcdInt(a, b int64) int64 {
	x, y := absInt(a), absInt(b)
	for y != 0 {
		x, y = y, x%y
	}
	return max(int64(x), 1)
}
