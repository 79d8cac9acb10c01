package eval

import "math"

// The arithmetic of this file rounds in a given direction, exactly: the error of the nearest result is itself
// computed, by a fused multiply-add or by Knuth's two-sum, and only its sign matters. Where the computed error could
// be inexact, near the smallest and the largest numbers, the result moves one step outward whatever the error.

// tiny is where products are so small that their error is no longer a number of the format.
const tiny = 0x1p-960

// below returns the next number below x, and +Inf less one step for +Inf.
func below(x float64) float64 {
	switch {
	case x > 0:
		return math.Float64frombits(math.Float64bits(x) - 1)
	case x == 0:
		return -math.SmallestNonzeroFloat64
	case math.IsInf(x, -1):
		return x
	}
	return math.Float64frombits(math.Float64bits(x) + 1)
}

// above returns the next number above x.
func above(x float64) float64 { return -below(-x) }

func addDown(a, b float64) float64 {
	s := a + b
	if math.IsInf(s, 0) {
		if s > 0 && !math.IsInf(a, 0) && !math.IsInf(b, 0) {
			return math.MaxFloat64
		}
		return s
	}
	t := s - a
	if e := (a - (s - t)) + (b - t); e >= 0 {
		return s
	}
	return below(s) // the error is negative, or not a number
}

func addUp(a, b float64) float64 { return -addDown(-a, -b) }

// mulDown takes 0 times infinity for 0, since infinite ends stand for numbers that are finite.
func mulDown(a, b float64) float64 {
	if a == 0 || b == 0 {
		return 0
	}
	p := a * b
	switch size := math.Abs(p); {
	case math.IsInf(p, 0):
		if p > 0 && !math.IsInf(a, 0) && !math.IsInf(b, 0) {
			return math.MaxFloat64
		}
		return p
	case size < tiny:
		if p > 0 || (a > 0) == (b > 0) {
			return max(below(p), 0)
		}
		return below(p)
	}
	if math.FMA(a, b, -p) >= 0 {
		return p
	}
	return below(p)
}

func mulUp(a, b float64) float64 { return -mulDown(-a, b) }

// divDown wants b not 0; a number divided by infinity is 0, infinity by infinity too.
func divDown(a, b float64) float64 {
	if a == 0 {
		return 0
	}
	if math.IsInf(b, 0) {
		if (a > 0) == (b > 0) {
			return 0
		}
		if math.IsInf(a, 0) {
			return math.Inf(-1)
		}
		return -math.SmallestNonzeroFloat64
	}
	q := a / b
	switch size := math.Abs(q); {
	case math.IsInf(q, 0):
		if q > 0 && !math.IsInf(a, 0) {
			return math.MaxFloat64
		}
		return q
	case size < tiny || math.Abs(a) < tiny:
		if (a > 0) == (b > 0) {
			return max(below(q), 0)
		}
		return below(q)
	}
	e := math.FMA(-q, b, a)
	if e == 0 || (e > 0) == (b > 0) {
		return q
	}
	return below(q)
}

func divUp(a, b float64) float64 { return -divDown(-a, b) }

// sqrtDown wants x >= 0.
func sqrtDown(x float64) float64 {
	s := math.Sqrt(x)
	if math.IsInf(s, 0) || x == 0 || x >= tiny && math.FMA(-s, s, x) >= 0 {
		return s
	}
	return below(s)
}

// sqrtUp wants x >= 0.
func sqrtUp(x float64) float64 {
	s := math.Sqrt(x)
	if math.IsInf(s, 0) || x == 0 || x >= tiny && math.FMA(-s, s, x) <= 0 {
		return s
	}
	return above(s)
}

// powerDown returns a bound below x^n for x >= 0, n > 0.
func powerDown(x float64, n int64) float64 {
	y := 1.0
	for ; ; x = mulDown(x, x) {
		if n&1 == 1 {
			y = mulDown(y, x)
		}
		if n >>= 1; n == 0 {
			return y
		}
	}
}

// powerUp returns a bound above x^n for x >= 0, n > 0.
func powerUp(x float64, n int64) float64 {
	y := 1.0
	for ; ; x = mulUp(x, x) {
		if n&1 == 1 {
			y = mulUp(y, x)
		}
		if n >>= 1; n == 0 {
			return y
		}
	}
}
