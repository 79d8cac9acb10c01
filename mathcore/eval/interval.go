package eval

import (
	"math"
	"math/big"
)

// An Interval is the set of real numbers from Lo to Hi, both included. An infinite end means that there is no bound
// on that side: every number is finite, however large.
type Interval struct{ Lo, Hi float64 }

// Whole is the real line.
var Whole = Interval{math.Inf(-1), math.Inf(1)}

// Around returns the narrowest interval that holds r, a single point if r is a float64.
func Around(r *big.Rat) Interval {
	_, in := around(r)
	return in
}

// around returns the float64 nearest to r as well.
func around(r *big.Rat) (float64, Interval) {
	if num, den := r.Num(), r.Denom(); num.IsInt64() && den.IsInt64() {
		const exactly = 1 << 53
		if n, d := num.Int64(), den.Int64(); -exactly <= n && n <= exactly && d <= exactly {
			x, y := float64(n), float64(d)
			return x / y, Interval{divDown(x, y), divUp(x, y)}
		}
	}
	near, exact := r.Float64()
	if exact {
		return near, Interval{near, near}
	}
	in := Interval{below(near), above(near)}
	if r.Sign() > 0 {
		in.Lo = max(in.Lo, 0)
	} else {
		in.Hi = min(in.Hi, 0)
	}
	return near, in.finite()
}

// Contains reports whether x lies in the interval.
func (i Interval) Contains(x float64) bool { return i.Lo <= x && x <= i.Hi }

// Apart reports whether the intervals have no number in common.
func (i Interval) Apart(j Interval) bool { return i.Hi < j.Lo || j.Hi < i.Lo }

// Point reports whether the interval is a single number.
func (i Interval) Point() bool { return i.Lo == i.Hi }

// finite returns an interval whose ends have overflowed as one that holds the finite numbers beyond.
func (i Interval) finite() Interval {
	if i.Lo == math.Inf(1) {
		i.Lo = math.MaxFloat64
	}
	if i.Hi == math.Inf(-1) {
		i.Hi = -math.MaxFloat64
	}
	return i
}

func point(x float64) Interval { return Interval{x, x} }

// hull returns the narrowest interval that holds both.
func hull(x, y Interval) Interval { return Interval{min(x.Lo, y.Lo), max(x.Hi, y.Hi)} }

// clip returns the part of i between lo and hi, which must not be empty.
func (i Interval) clip(lo, hi float64) Interval {
	return Interval{min(max(i.Lo, lo), hi), max(min(i.Hi, hi), lo)}
}

// holdsWhole reports whether some whole number may lie in the interval.
func (i Interval) holdsWhole() bool { return math.Ceil(i.Lo) <= math.Floor(i.Hi) }
