// Package decimal writes numbers as people read them, and bounds so that what is written still bounds.
//
// It reads nothing and computes nothing but the digits.
package decimal

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// exactPlaces is how many decimal places a rational may have to be written as a decimal.
const exactPlaces = 8

// Rational writes r exactly: as a decimal if that is short, as a fraction otherwise.
func Rational(r *big.Rat) string {
	if places, exact := r.FloatPrec(); exact && places <= exactPlaces {
		return r.FloatString(places)
	}
	return r.RatString()
}

// Significant writes x, which must be finite, rounded to that number of significant digits, without needless zeros. What is
// far from 1 is written with a power of ten.
func Significant(x *big.Float, digits int) string {
	s := round(x, digits, 0)
	if point := s.point(); s.sign() == 0 || fewestTens < point && point <= mostTens && point <= digits {
		return s.plain()
	}
	return s.withPower()
}

// Numbers are written out where their first digit stands at most so many places left of the decimal point, and fewer
// than so many zeros follow the point.
const (
	mostTens   = 6
	fewestTens = -4
)

// Places writes v with that number of places, as 0.5000; what is large, or too small to be seen in four places, with a power of
// ten; and "no value" for NaN.
func Places(v float64, places int) string {
	switch {
	case math.IsNaN(v):
		return "no value"
	case math.IsInf(v, 0):
		return strconv.FormatFloat(v, 'g', -1, 64)
	case math.Abs(v) >= 1e6 || v != 0 && math.Abs(v) < 1e-4:
		return Scientific(v, places-1)
	}
	return Fixed(v, places)
}

// Fixed writes v with that number of places, whatever its size, and zero without a sign.
func Fixed(v float64, places int) string {
	text := strconv.FormatFloat(v, 'f', places, 64)
	if strings.Trim(text, "-0.") == "" {
		return strings.TrimPrefix(text, "-")
	}
	return text
}

// Short writes v to at most six places, without needless zeros; "no value" where it is not finite.
func Short(v float64) string {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return "no value"
	}
	if math.Abs(v) >= 1e6 || v != 0 && math.Abs(v) < 1e-5 {
		return Scientific(v, 5)
	}
	text := Fixed(v, 6)
	return strings.TrimRight(strings.TrimRight(text, "0"), ".")
}

// Value writes the value of a point as texts do: as short as it is up to two places, else to four.
func Value(v float64) string {
	const few, usual = 2, 4
	text := Short(v)
	if _, places, ok := strings.Cut(text, "."); !ok || len(places) <= few || math.Abs(v) < 1e-4 {
		return text
	}
	return Places(v, usual)
}

// Scientific writes v as a product with a power of ten, its leading factor with at most that number of places.
func Scientific(v float64, places int) string {
	const most = 12
	if math.IsNaN(v) || math.IsInf(v, 0) {
		return strconv.FormatFloat(v, 'g', -1, 64)
	}
	return round(big.NewFloat(v), min(max(places, 0), most)+1, 0).withPower()
}

var raised = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "-", "⁻")

// PowerOfTen writes ten to the power n.
func PowerOfTen(n int) string { return "10" + raised.Replace(strconv.Itoa(n)) }
