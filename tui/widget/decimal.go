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
	case math.IsInf(v, 0) || math.Abs(v) >= 1e6 || v != 0 && math.Abs(v) < 1e-4:
		return strconv.FormatFloat(v, 'g', 4, 64)
	}
	return strconv.FormatFloat(v+0, 'f', 4, 64) // a negative zero becomes a plain one
}

// short writes a value with as few digits as it needs, at most six.
func short(v float64) string {
	text := strconv.FormatFloat(v, 'f', 6, 64)
	if math.Abs(v) >= 1e6 || v != 0 && math.Abs(v) < 1e-5 {
		return strconv.FormatFloat(v, 'g', 6, 64)
	}
	text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	if text == "-0" {
		return "0"
	}
	return text
}
