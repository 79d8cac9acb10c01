package widget

import (
	"math"
	"slices"
	"strconv"
)

// An axis is a range cut into equal steps whose ends are numbers that a person would choose.
type axis struct {
	low, high float64
	steps     int
	decimals  int
}

func (a axis) step() float64 { return (a.high - a.low) / float64(a.steps) }

// label writes a value of the axis with the decimals that its steps need.
func (a axis) label(v float64) string {
	if math.Abs(v) < a.step()*1e-6 {
		v = 0
	}
	if span := max(math.Abs(a.low), math.Abs(a.high)); span >= 1e6 || a.decimals > 6 {
		return strconv.FormatFloat(v, 'g', 3, 64)
	}
	return strconv.FormatFloat(v, 'f', a.decimals, 64)
}

// nice are the leading digits of steps; those of a range that is given may also be from even.
var (
	nice = []float64{1, 2, 2.5, 5}
	even = []float64{1, 2, 2.5, 3, 4, 5, 6, 8}
)

// roundAxis returns an axis that holds [low, high] and fills rows rows as well as it can with round steps.
func roundAxis(low, high float64, rows int) axis {
	span := high - low
	best, bestScore := axis{low, high, 1, 3}, -1.0
	first := int(math.Floor(math.Log10(span))) - 2
	for exponent := first; exponent <= first+3; exponent++ {
		for _, digit := range nice {
			step := digit * math.Pow10(exponent)
			lo := math.Floor(low/step+1e-9) * step
			hi := math.Ceil(high/step-1e-9) * step
			steps := int(math.Round((hi - lo) / step))
			if steps < 1 || steps > rows {
				continue
			}
			used := float64(rows/steps*steps) / float64(rows)
			score := used * span / (hi - lo)
			switch {
			case steps < 2 || steps > 8 || rows/steps < 2 && rows > 4:
				score /= 2
			case steps < 4:
				score *= 0.8
			}
			if score > bestScore+1e-9 {
				best, bestScore = axis{lo, hi, steps, decimalsOf(step)}, score
			}
		}
	}
	return best
}

// fixedAxis returns the axis from low to high exactly, in round steps if the range allows.
func fixedAxis(low, high float64, most int) axis {
	for _, steps := range []int{8, 6, 5, 4, 3, 2} {
		if steps > max(most, 1) {
			continue
		}
		if step := (high - low) / float64(steps); isNice(step) && isMultiple(low, step) {
			return axis{low, high, steps, decimalsOf(step)}
		}
	}
	steps := min(4, max(most, 1))
	if steps == 3 {
		steps = 2
	}
	return axis{low, high, steps, min(decimalsOf((high-low)/float64(steps)), 3)}
}

func isNice(step float64) bool {
	digit := step / math.Pow10(int(math.Floor(math.Log10(step)+1e-9)))
	return slices.ContainsFunc(even, func(n float64) bool { return math.Abs(digit-n) < 1e-6 })
}

func isMultiple(v, step float64) bool {
	q := v / step
	return math.Abs(q-math.Round(q)) < 1e-6
}

// decimalsOf returns how many decimals a number needs, 7 if more than six.
func decimalsOf(v float64) int {
	for d := range 7 {
		scaled := v * math.Pow10(d)
		if math.Abs(scaled-math.Round(scaled)) < 1e-6*max(1, math.Abs(scaled)) {
			return d
		}
	}
	return 7
}

// roundStep returns the round number nearest above v.
func roundStep(v float64) float64 {
	power := math.Pow10(int(math.Floor(math.Log10(v))))
	for _, digit := range nice {
		if digit*power >= v*(1-1e-9) {
			return digit * power
		}
	}
	return 10 * power
}
