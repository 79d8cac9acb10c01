package eval

import (
	"math"
	"math/big"
)

// A precision is a number of bits; its methods compute bounds of that length.
type precision uint

// bounds are two finite numbers between which a real number lies. They are never changed.
type bounds struct{ lo, hi *big.Float }

// farthest bounds the binary exponents of finite bounds: no operation on two of them overflows a big.Float.
const farthest = 1 << 28

func (p precision) down() *big.Float {
	return new(big.Float).SetPrec(uint(p)).SetMode(big.ToNegativeInf)
}

func (p precision) up() *big.Float {
	return new(big.Float).SetPrec(uint(p)).SetMode(big.ToPositiveInf)
}

func (p precision) rational(r *big.Rat) bounds { return bounds{p.down().SetRat(r), p.up().SetRat(r)} }

func (p precision) whole(n int64) bounds { return bounds{p.down().SetInt64(n), p.up().SetInt64(n)} }

// fromFixed returns the bounds (v ± off) 2^scale.
func (p precision) fromFixed(v *big.Int, off int64, scale int) bounds {
	d := big.NewInt(off)
	lo, hi := p.down().SetInt(new(big.Int).Sub(v, d)), p.up().SetInt(new(big.Int).Add(v, d))
	return bounds{lo.SetMantExp(lo, scale), hi.SetMantExp(hi, scale)}
}

// fixed returns x times 2^w as a whole number, less than 1 off.
func fixed(x *big.Float, w uint) *big.Int {
	v, _ := new(big.Float).SetMantExp(x, int(w)).Int(nil)
	return v
}

// size is the binary exponent of x: |x| < 2^size. For 0 it is far below all others.
func size(x *big.Float) int {
	if x.Sign() == 0 {
		return -4 * farthest
	}
	return x.MantExp(nil)
}

func (x bounds) has0() bool    { return x.lo.Sign() <= 0 && x.hi.Sign() >= 0 }
func (x bounds) size() int     { return max(size(x.lo), size(x.hi)) }
func (x bounds) neg() bounds   { return bounds{new(big.Float).Neg(x.hi), new(big.Float).Neg(x.lo)} }
func (x bounds) twice() bounds { return x.shift(1) }
func (x bounds) half() bounds  { return x.shift(-1) }

func (x bounds) shift(n int) bounds {
	return bounds{new(big.Float).SetMantExp(x.lo, n), new(big.Float).SetMantExp(x.hi, n)}
}

func (x bounds) abs() bounds {
	switch {
	case x.lo.Sign() >= 0:
		return x
	case x.hi.Sign() <= 0:
		return x.neg()
	}
	return bounds{new(big.Float), greater(new(big.Float).Neg(x.lo), x.hi)}
}

func greater(a, b *big.Float) *big.Float {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}

func less(a, b *big.Float) *big.Float {
	if a.Cmp(b) <= 0 {
		return a
	}
	return b
}

// clip returns the part of x between lo and 1, which must not be empty.
func (x bounds) clip(lo int64) bounds {
	return bounds{greater(x.lo, big.NewFloat(float64(lo))), less(x.hi, big.NewFloat(1))}
}

// plus sets z to a + b, rounded as z says. A summand that is too small to matter is first replaced by the smallest that
// does, or by nothing: package big would write out all the digits between.
func plus(z, a, b *big.Float) *big.Float {
	if size(a) < size(b) {
		a, b = b, a
	}
	reach := int(z.Prec()) + 64
	if b.Sign() == 0 || size(a)-size(b) <= reach+int(a.Prec()) {
		return z.Add(a, b)
	}
	if (b.Sign() > 0) == (z.Mode() == big.ToNegativeInf) {
		return z.Set(a)
	}
	speck := new(big.Float).SetMantExp(big.NewFloat(float64(b.Sign())), size(a)-reach)
	return z.Add(a, speck)
}

func (p precision) add(x, y bounds) bounds {
	return bounds{plus(p.down(), x.lo, y.lo), plus(p.up(), x.hi, y.hi)}
}

func (p precision) sub(x, y bounds) bounds { return p.add(x, y.neg()) }

func (p precision) mul(x, y bounds) bounds {
	switch {
	case x.lo.Sign() < 0 && x.hi.Sign() <= 0:
		return p.mul(x.neg(), y).neg()
	case y.lo.Sign() < 0 && y.hi.Sign() <= 0:
		return p.mul(x, y.neg()).neg()
	case x.lo.Sign() >= 0 && y.lo.Sign() >= 0:
		return bounds{p.down().Mul(x.lo, y.lo), p.up().Mul(x.hi, y.hi)}
	case x.lo.Sign() >= 0:
		return bounds{p.down().Mul(x.hi, y.lo), p.up().Mul(x.hi, y.hi)}
	case y.lo.Sign() >= 0:
		return bounds{p.down().Mul(x.lo, y.hi), p.up().Mul(x.hi, y.hi)}
	}
	return bounds{
		less(p.down().Mul(x.lo, y.hi), p.down().Mul(x.hi, y.lo)),
		greater(p.up().Mul(x.lo, y.lo), p.up().Mul(x.hi, y.hi)),
	}
}

// div wants a divisor without 0.
func (p precision) div(x, y bounds) bounds {
	if y.hi.Sign() < 0 {
		x, y = x.neg(), y.neg()
	}
	low, high := y.lo, y.lo
	if x.lo.Sign() >= 0 {
		low = y.hi
	}
	if x.hi.Sign() <= 0 {
		high = y.hi
	}
	return bounds{p.down().Quo(x.lo, low), p.up().Quo(x.hi, high)}
}

// sqrt wants x.lo >= 0.
func (p precision) sqrt(x bounds) bounds {
	return bounds{p.root(x.lo, p.down()), p.root(x.hi, p.up())}
}

// root rounds √x as z says. It checks by squaring, since package big promises no rounding of its roots.
func (p precision) root(x, z *big.Float) *big.Float {
	if x.Sign() == 0 {
		return z
	}
	near := new(big.Float).SetPrec(uint(p) + 16).Sqrt(x)
	square := func(y *big.Float) *big.Float { return new(big.Float).SetPrec(2*uint(p)+32).Mul(y, y) }
	if square(near).Cmp(x) == 0 {
		return z.Set(near)
	}
	speck := new(big.Float).SetMantExp(big.NewFloat(1), size(near)-int(p)-12)
	if z.Mode() == big.ToNegativeInf {
		z.Sub(near, speck)
		if square(z).Cmp(x) > 0 {
			panic("eval: a square root is wrong")
		}
		return z
	}
	z.Add(near, speck)
	if square(z).Cmp(x) < 0 {
		panic("eval: a square root is wrong")
	}
	return z
}

// width returns a bound above the distance of the bounds.
func (p precision) width(x bounds) *big.Float { return plus(p.up(), x.hi, new(big.Float).Neg(x.lo)) }

// widen moves both bounds outward by 2^-n of themselves.
func (p precision) widen(x bounds, n int) bounds {
	out := func(z, v *big.Float) *big.Float {
		by := new(big.Float).SetMantExp(new(big.Float).Abs(v), -n)
		if z.Mode() == big.ToNegativeInf {
			by.Neg(by)
		}
		return plus(z, v, by)
	}
	return bounds{out(p.down(), x.lo), out(p.up(), x.hi)}
}

// log2Size estimates the binary logarithm of |x| with a relative error far below a millionth, near 1 too.
func log2Size(x *big.Float) float64 {
	size := new(big.Float).Abs(x)
	if near, _ := size.Float64(); 0.5 < near && near < 2 {
		from1, _ := size.SetPrec(size.Prec()+1).Sub(size, big.NewFloat(1)).Float64()
		return math.Log1p(from1) / math.Ln2
	}
	m := new(big.Float)
	e := size.MantExp(m)
	f, _ := m.Float64()
	return math.Log2(f) + float64(e)
}
