package diagnose

import (
	"math"
)

// A Residue tells how the wrong value compares with the right one.
type Residue struct {
	Slip  Slip    // sign, log-base, half-factor, factor, offset; empty when nothing simple was seen
	Value float64 // the constant ratio wrong/right, or the constant difference wrong-right of an offset
}

// residue looks at the ratio and the difference of the values.
func (s *search) residue() Residue {
	if ratio, ok := constantOf(s.wrong, s.right, func(w, r float64) float64 { return w / r }); ok {
		switch {
		case near(ratio, -1):
			return Residue{"sign", ratio}
		case nearAny(ratio, math.Ln2, 1/math.Ln2, math.Ln10, 1/math.Ln10):
			return Residue{"log-base", ratio}
		case nearAny(ratio, 2, 0.5):
			return Residue{"half-factor", ratio}
		}
		return Residue{"factor", ratio}
	}
	if difference, ok := constantOf(s.wrong, s.right, func(w, r float64) float64 { return w - r }); ok {
		return Residue{"offset", difference}
	}
	return Residue{}
}

// constantOf returns what f gives at all points, if it is everywhere the same and there are at least three points.
func constantOf(wrong, right []float64, f func(w, r float64) float64) (float64, bool) {
	const enough = 3
	first, seen := 0.0, 0
	for i := range wrong {
		v := f(wrong[i], right[i])
		if math.IsNaN(v) || math.IsInf(v, 0) {
			continue
		}
		if seen == 0 {
			first = v
		}
		if !near(v, first) {
			return 0, false
		}
		seen++
	}
	return first, seen >= enough && first != 0
}

func nearAny(v float64, values ...float64) bool {
	for _, w := range values {
		if near(v, w) {
			return true
		}
	}
	return false
}

func near(v, w float64) bool { return math.Abs(v-w) <= 1e-9*max(math.Abs(v), math.Abs(w)) }
