package rat

import (
	"math"
	"math/bits"
)

// Magnitude returns |n|, which fits for the lowest int64, too.
func Magnitude(n int64) uint64 {
	if n < 0 {
		return -uint64(n)
	}
	return uint64(n)
}

// MulInt64 multiplies and reports whether the product fits, the lowest int64 left out so that its negation fits as well.
func MulInt64(a, b int64) (product int64, ok bool) {
	hi, lo := bits.Mul64(Magnitude(a), Magnitude(b))
	if hi != 0 || lo > math.MaxInt64 {
		return 0, false
	}
	if (a < 0) != (b < 0) {
		return -int64(lo), true
	}
	return int64(lo), true
}

// GCD returns the greatest common divisor: that of 0 and n is |n|.
func GCD(a, b int64) int64 {
	x, y := Magnitude(a), Magnitude(b)
	for y != 0 {
		x, y = y, x%y
	}
	return int64(x)
}

// LCM returns the least common multiple of positive numbers, the largest int64 where that does not fit.
func LCM(a, b int64) int64 {
	l, fits := MulInt64(a/GCD(a, b), b)
	if !fits {
		return math.MaxInt64
	}
	return l
}

// FloorDiv returns a/b for b > 0, rounded towards the lower number.
func FloorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && a < 0 {
		q--
	}
	return q
}
