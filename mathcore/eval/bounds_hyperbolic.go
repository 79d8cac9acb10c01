package eval

import "math/big"

// sinh encloses the hyperbolic sine, (e^x - e^-x)/2.
func (p precision) sinh(x bounds) (bounds, bool) {
	if y, ok := p.near(x); ok {
		return y, true
	}
	f := p.finer(x)
	y, ok := f.exp(x)
	if !ok || y.lo.Sign() <= 0 {
		return x, false
	}
	return f.sub(y, f.div(unit, y)).half(), true
}

func (p precision) cosh(x bounds) (bounds, bool) {
	y, ok := p.exp(x.abs())
	if !ok {
		return x, false
	}
	return p.add(y, p.div(unit, y)).half(), true
}

// tanh encloses the hyperbolic tangent, (1 - e^-2x)/(1 + e^-2x) for x >= 0.
func (p precision) tanh(x bounds) bounds {
	if y, ok := p.near(x); ok {
		return y
	}
	if x.hi.Sign() <= 0 {
		return p.tanh(x.neg()).neg()
	}
	f := p.finer(x)
	y, ok := f.exp(x.twice().neg())
	if !ok { // only if x straddles 0, by far
		return bounds{big.NewFloat(-1), big.NewFloat(1)}
	}
	return bounds{
		f.div(f.sub(unit, bounds{y.hi, y.hi}), f.add(unit, bounds{y.hi, y.hi})).lo,
		f.div(f.sub(unit, bounds{y.lo, y.lo}), f.add(unit, bounds{y.lo, y.lo})).hi,
	}.clip(-1)
}

// asinh encloses ln(x + √(x²+1)) for x >= 0.
func (p precision) asinh(x bounds) bounds {
	if y, ok := p.near(x); ok {
		return y
	}
	at := func(x *big.Float) bounds {
		b := bounds{x, x}.abs()
		f := p.finer(b)
		y := f.ln(f.add(b, f.sqrt(f.add(f.mul(b, b), unit))))
		if x.Sign() < 0 {
			return y.neg()
		}
		return y
	}
	return p.rising(x, at)
}

// acosh encloses ln(x + √(x²-1)) for x >= 1.
func (p precision) acosh(x bounds) bounds {
	f := p.near1(x)
	above := f.sub(x, unit)
	above.lo = greater(above.lo, new(big.Float))
	return f.ln(f.add(x, f.sqrt(f.mul(above, f.add(x, unit)))))
}

// atanh encloses ln((1+x)/(1-x))/2 for |x| < 1.
func (p precision) atanh(x bounds) bounds {
	if y, ok := p.near(x); ok {
		return y
	}
	f := p.finer(x)
	return f.ln(f.div(f.add(unit, x), f.sub(unit, x))).half()
}
