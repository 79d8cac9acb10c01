package rat

import (
	"math"
	"math/big"
)

// Neg returns -r.
func (r Rat) Neg() Rat {
	if r.big != nil {
		return Of(new(big.Rat).Neg(r.big))
	}
	return Rat{num: -r.num, over: r.over}
}

// Abs returns |r|.
func (r Rat) Abs() Rat {
	if r.Sign() < 0 {
		return r.Neg()
	}
	return r
}

// Inv returns 1/r for r other than 0.
func (r Rat) Inv() Rat {
	switch {
	case r.big != nil:
		return Of(new(big.Rat).Inv(r.big))
	case r.num == 0:
		panic("rat: the inverse of 0")
	case r.num < 0:
		return Rat{num: -(r.over + 1), over: -r.num - 1}
	}
	return Rat{num: r.over + 1, over: r.num - 1}
}

// Add returns r + s.
func (r Rat) Add(s Rat) Rat {
	if r.big == nil && s.big == nil {
		if r.over == 0 && s.over == 0 {
			if sum := r.num + s.num; (sum > r.num) == (s.num > 0) && sum != math.MinInt64 {
				return Rat{num: sum}
			}
		} else if x, ok1 := MulInt64(r.num, s.over+1); ok1 {
			y, ok2 := MulInt64(s.num, r.over+1)
			d, ok3 := MulInt64(r.over+1, s.over+1)
			if sum := x + y; ok2 && ok3 && (sum > x) == (y > 0) {
				return Frac(sum, d)
			}
		}
	}
	return Of(new(big.Rat).Add(r.Big(), s.Big()))
}

// Sub returns r - s.
func (r Rat) Sub(s Rat) Rat { return r.Add(s.Neg()) }

// Mul returns r·s.
func (r Rat) Mul(s Rat) Rat {
	if r.big == nil && s.big == nil {
		if r.over == 0 && s.over == 0 {
			if n, ok := MulInt64(r.num, s.num); ok {
				return Rat{num: n}
			}
		} else {
			rd, sd := r.over+1, s.over+1
			g, h := GCD(r.num, sd), GCD(s.num, rd)
			n, ok1 := MulInt64(r.num/g, s.num/h)
			d, ok2 := MulInt64(rd/h, sd/g)
			if ok1 && ok2 {
				return Rat{num: n, over: d - 1}
			}
		}
	}
	return Of(new(big.Rat).Mul(r.Big(), s.Big()))
}

// Pow returns r to a whole power n >= 0. It is BitLen()·n bits long at most.
func (r Rat) Pow(n int64) Rat {
	if num, den, ok := r.Fraction(); ok {
		if p, fits := powInt64(num, n); fits {
			if q, fits := powInt64(den, n); fits {
				return Rat{num: p, over: q - 1} // powers of what is in lowest terms are, too
			}
		}
	}
	b, exponent := r.Big(), big.NewInt(n)
	num := new(big.Int).Exp(b.Num(), exponent, nil)
	den := new(big.Int).Exp(b.Denom(), exponent, nil)
	return Of(new(big.Rat).SetFrac(num, den))
}

// powInt64 returns b^n if it fits.
func powInt64(b, n int64) (power int64, fits bool) {
	power, fits = 1, true
	for ; n > 0 && fits; n >>= 1 {
		if n&1 == 1 {
			power, fits = MulInt64(power, b)
		}
		if n > 1 && fits {
			b, fits = MulInt64(b, b)
		}
	}
	return power, fits
}
