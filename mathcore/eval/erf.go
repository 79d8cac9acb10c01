package eval

import (
	"math"
	"math/big"
)

// erf is an increasing function with the values from -1 to 1.
func erf(x Interval) Interval { return direct(math.Erf, x).clip(-1, 1) }

func (m *machine) erf(x value) value {
	if x.is(0) {
		return x
	}
	m.meter.Spend(unitsOfErf * int(m.p))
	return m.between(m.p.erf(m.bounds(x)))
}

// unitsOfErf is what a bit of the error function costs: a term of the series gives about a third of a bit.
const unitsOfErf = 8

// erf encloses the error function, which increases.
func (p precision) erf(x bounds) bounds {
	low := p.erfAt(x.lo)
	if x.lo.Cmp(x.hi) == 0 {
		return low
	}
	return bounds{low.lo, p.erfAt(x.hi).hi}
}

// erfAt sums erf x = 2/√π e^(-x²) (x + 2x³/3 + 4x⁵/15 + …), where every term is 2x²/(2n+3) of the one before and none
// takes away from the others. Where e^(-x²) is out of sight the value is 1 but for less than that.
func (p precision) erfAt(x *big.Float) bounds {
	switch {
	case x.Sign() == 0:
		return p.whole(0)
	case x.Sign() < 0:
		return p.erfAt(new(big.Float).Neg(x)).neg()
	}
	f := p + 64
	at := bounds{x, x}
	out := f.exceeds(x)
	if out {
		at = f.whole(int64(math.Sqrt(float64(f))))
	}
	square := f.mul(at, at)
	rest, _ := f.exp(square.neg())
	if out {
		return bounds{p.down().Set(f.sub(unit, rest).lo), big.NewFloat(1)}
	}
	sum := f.series(at, square.twice())
	y := f.div(f.mul(rest, sum).twice(), f.sqrt(piValue.bounds(f)))
	return bounds{p.down().Set(y.lo), p.up().Set(y.hi)}.clip(-1)
}

// exceeds reports whether x² is larger than so many bits, so that e^(-x²) is below 2^-p.
func (p precision) exceeds(x *big.Float) bool {
	return size(x) > 32 || new(big.Float).SetPrec(64).Mul(x, x).Cmp(big.NewFloat(float64(p)*1.01)) > 0
}

// series sums the terms that begin with first, the one behind term n being ratio/(2n+3) of it. The terms that are left out
// are each less than half of the one before once the ratio has fallen to a half: together less than the last.
func (p precision) series(first, ratio bounds) bounds {
	sum, term := first, first
	for n := int64(0); ; n++ {
		term = p.div(p.mul(term, ratio), p.whole(2*n+3))
		sum = p.add(sum, term)
		half := ratio.hi.Cmp(big.NewFloat(float64(2*n+5)/2)) <= 0
		if half && size(term.hi) < size(sum.lo)-int(p) {
			return bounds{sum.lo, plus(p.up(), sum.hi, term.hi)}
		}
	}
}
