package widget

import (
	"math"
	"strconv"
	"strings"
)

// decimal writes a value to four places, as the course does, and says so when there is none.
func decimal(v float64) string {
	switch {
	case math.IsNaN(v):
		return "no value"
	case math.IsInf(v, 0):
		return strconv.FormatFloat(v, 'g', -1, 64)
	case math.Abs(v) >= 1e6 || v != 0 && math.Abs(v) < 1e-4:
		return scientific(v, 3)
	}
	return strconv.FormatFloat(v+0, 'f', 4, 64) // a negative zero becomes a plain one
}

// short writes a value with as few digits as it needs, at most six.
func short(v float64) string {
	text := strconv.FormatFloat(v, 'f', 6, 64)
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return "no value"
	}
	if math.Abs(v) >= 1e6 || v != 0 && math.Abs(v) < 1e-5 {
		return scientific(v, 5)
	}
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}

// written writes the value of a point as texts do: as short as it is up to two places, else to four.
func written(v float64) string {
	const few = 2
	text := short(v)
	if _, places, ok := strings.Cut(text, "."); !ok || len(places) <= few || math.Abs(v) < 1e-4 {
		return text
	}
	return decimal(v)
}
