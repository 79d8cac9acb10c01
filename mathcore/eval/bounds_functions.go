package eval

import "math/big"

// nearest is a binary exponent of numbers that are told from 0 only by their sign.
const nearest = -farthest / 100 * 99

// exp encloses e^x; it reports false if that is too large. What is too small lies between 0 and 2^nearest.
func (p precision) exp(x bounds) (bounds, bool) {
	const most = 0.69 * farthest
	zero, limit := new(big.Float), big.NewFloat(most)
	if x.hi.Cmp(limit) > 0 {
		return x, false
	}
	limit.Neg(limit)
	if x.hi.Cmp(limit) < 0 {
		return bounds{zero, new(big.Float).SetMantExp(big.NewFloat(1), nearest)}, true
	}
	if x.lo.Cmp(limit) < 0 {
		return bounds{zero, p.expAt(x.hi).hi}, true
	}
	return p.rise(x, p.expAt), true
}

// rise returns the bounds on x of an increasing f > 0 with f' <= f: a short way up by d it grows by e^d <= 1 + 2d at
// most, which saves computing it twice.
func (p precision) rise(x bounds, f func(*big.Float) bounds) bounds {
	low := f(x.lo)
	by := p.width(x)
	switch {
	case by.Sign() == 0:
		return low
	case size(by) >= 0:
		return bounds{low.lo, f(x.hi).hi}
	}
	grow := plus(p.up(), big.NewFloat(1), by.SetMantExp(by, 1))
	return bounds{low.lo, p.up().Mul(low.hi, grow)}
}

func (p precision) expAt(x *big.Float) bounds {
	if x.Sign() == 0 {
		return p.whole(1)
	}
	w := uint(p) + 16
	y, k := expFixed(x, w)
	return p.fromFixed(y, 2, k-int(w))
}

// ln encloses the logarithm of x > 0.
func (p precision) ln(x bounds) bounds {
	low := p.lnAt(x.lo)
	by := p.width(x)
	if by.Sign() == 0 {
		return low
	}
	if slope := p.up().Quo(by, x.lo); size(slope) < -8 { // ln(x+d) <= ln x + d/x
		return bounds{low.lo, plus(p.up(), low.hi, slope)}
	}
	return bounds{low.lo, p.lnAt(x.hi).hi}
}

func (p precision) lnAt(x *big.Float) bounds {
	m := new(big.Float)
	k := x.MantExp(m)
	if near, _ := m.Float64(); near < 0.7 {
		m.SetMantExp(m, 1)
		k--
	}
	from1 := new(big.Float).SetPrec(m.Prec()+2).Sub(m, big.NewFloat(1))
	if from1.Sign() == 0 && k == 0 {
		return p.whole(0)
	}
	const guard = 48 // bits for the error of k ln 2
	w := uint(p) + guard
	if k == 0 {
		w += uint(max(-size(from1), 0))
	}
	y, off := lnFixed(m, w)
	if k != 0 {
		y.Add(y, new(big.Int).Mul(ln2Value.fixed(w), big.NewInt(int64(k))))
		off += 2 * int64(max(k, -k))
	}
	return p.fromFixed(y, off, -int(w))
}

// farAngle bounds the binary exponents of angles that are reduced; beyond, sine and cosine may be anything.
const farAngle = 1 << 12

func (p precision) sin(x bounds) bounds { return p.wave(x, true) }
func (p precision) cos(x bounds) bounds { return p.wave(x, false) }

// wave encloses the sine or the cosine. Neither changes faster than its angle.
func (p precision) wave(x bounds, sine bool) bounds {
	if x.size() > farAngle {
		return bounds{big.NewFloat(-1), big.NewFloat(1)}
	}
	if sine {
		if y, ok := p.near(x); ok {
			return y
		}
	}
	y := p.waveAt(x.lo, sine)
	by := p.width(x)
	if by.Sign() != 0 {
		y = bounds{plus(p.down(), y.lo, new(big.Float).Neg(by)), plus(p.up(), y.hi, by)}
	}
	return y.clip(-1)
}

// waveAt computes again, with more bits, where the result is so small that too few of them are left.
func (p precision) waveAt(x *big.Float, sine bool) bounds {
	if x.Sign() == 0 {
		if sine {
			return p.whole(0)
		}
		return p.whole(1)
	}
	most := 4*uint(p) + 64
	for w := uint(p) + 32; ; {
		s, off := waveFixed(x, w, sine)
		missing := int(p) + 16 - s.BitLen()
		if missing <= 0 || w >= most {
			return p.fromFixed(s, off, -int(w))
		}
		w = min(w+uint(missing)+16, most)
	}
}

// atan encloses the arc tangent, an increasing function.
func (p precision) atan(x bounds) bounds {
	return p.rising(x, p.atanAt)
}

func (p precision) atanAt(x *big.Float) bounds {
	switch {
	case x.Sign() == 0:
		return p.whole(0)
	case x.Sign() < 0:
		return p.atanAt(new(big.Float).Neg(x)).neg()
	case size(x) > 2*int(p):
		inverse := bounds{new(big.Float), new(big.Float).SetMantExp(big.NewFloat(1), 1-size(x))}
		return p.sub(piValue.bounds(p+8).half(), inverse) // atan x = π/2 - atan 1/x, and atan 1/x < 1/x
	case size(x) < -2*int(p):
		return p.widen(bounds{x, x}, 2*int(p))
	}
	w := uint(p) + 32 + uint(max(-size(x), 0))
	steep := x.Cmp(big.NewFloat(1)) > 0
	if steep {
		x = new(big.Float).SetPrec(w+8).Quo(big.NewFloat(1), x)
	}
	y, off := atanFixed(fixed(x, w), w)
	if steep {
		y.Sub(piValue.fixed(w-1), y)
		off += 2
	}
	return p.fromFixed(y, off, -int(w))
}

// rising returns the bounds on x of an increasing f with f' <= 1, which need be computed once if x is so narrow that
// its width is lost in the last bits of f.
func (p precision) rising(x bounds, f func(*big.Float) bounds) bounds {
	low := f(x.lo)
	by := p.width(x)
	switch {
	case by.Sign() == 0:
		return low
	case low.lo.Sign() != 0 && size(by) < size(low.lo)-int(p):
		return bounds{low.lo, plus(p.up(), low.hi, by)}
	}
	return bounds{low.lo, f(x.hi).hi}
}

// near reports whether x is so small that a function f with |f(x) - x| <= |x|^3 for |x| <= 1/2 cannot be told from
// its argument; such are the odd functions here. Then widening x by as much encloses f(x).
func (p precision) near(x bounds) (bounds, bool) {
	if x.size() >= -int(p)/2-8 {
		return x, false
	}
	return p.widen(x, int(p)+8), true
}

// finer returns the precision that computes f(x) = x + … from parts near 1 without loss.
func (p precision) finer(x bounds) precision {
	smallest := min(size(x.lo), size(x.hi))
	if x.has0() {
		smallest = x.size()
	}
	return p + 16 + precision(min(max(-smallest, 0), int(p)))
}

// near1 returns the precision that computes a function with a branch point at 1 from 1 - x without loss.
func (p precision) near1(x bounds) precision {
	return max(2*p, precision(min(x.lo.Prec(), exactLimit))+p) + 16
}

var unit = bounds{big.NewFloat(1), big.NewFloat(1)}

// asin encloses atan(x/√(1-x²)) for |x| < 1.
func (p precision) asin(x bounds) bounds {
	if y, ok := p.near(x); ok {
		return y
	}
	f := p.near1(x)
	return p.atan(f.div(x, f.sqrt(f.mul(f.add(unit, x), f.sub(unit, x)))))
}

// acos encloses 2 atan √((1-x)/(1+x)) for |x| < 1.
func (p precision) acos(x bounds) bounds {
	f := p.near1(x)
	return p.atan(f.sqrt(f.div(f.sub(unit, x), f.add(unit, x)))).twice()
}

// cbrt encloses the cube root, which has the sign of x.
func (p precision) cbrt(x bounds) bounds {
	switch {
	case x.hi.Sign() < 0:
		return p.cbrt(x.neg()).neg()
	case x.lo.Sign() > 0:
		f := p + 40
		y, _ := f.exp(f.div(f.ln(x), bounds{big.NewFloat(3), big.NewFloat(3)}))
		return y
	case x.hi.Sign() == 0 && x.lo.Sign() == 0:
		return p.whole(0)
	}
	return bounds{p.cbrt(bounds{x.lo, x.lo}).lo, p.cbrt(bounds{x.hi, x.hi}).hi}
}

// sigmoid encloses 1/(1+e^-x), as e^x/(1+e^x) for x < 0.
func (p precision) sigmoid(x bounds) bounds {
	at := func(x *big.Float) bounds {
		b := bounds{x, x}
		y, _ := p.exp(b.abs().neg())
		if x.Sign() < 0 {
			return p.div(y, p.add(unit, y))
		}
		return p.div(unit, p.add(unit, y))
	}
	return p.rise(x, at).clip(0)
}

// softplus encloses ln(1+e^x), as x + ln(1+e^-x) for x > 0.
func (p precision) softplus(x bounds) bounds {
	at := func(x *big.Float) bounds {
		b := bounds{x, x}
		y, _ := p.exp(b.abs().neg())
		y = p.ln1p(y)
		if x.Sign() > 0 {
			return p.add(b, y)
		}
		return y
	}
	return p.rise(x, at)
}

// ln1p encloses ln(1+x) for x >= 0; it lies between x - x² and x.
func (p precision) ln1p(x bounds) bounds {
	if x.size() < -int(p) {
		return bounds{p.widen(bounds{x.lo, x.lo}, int(p)).lo, x.hi}
	}
	f := p.finer(x)
	return f.ln(f.add(unit, x))
}
