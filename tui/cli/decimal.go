package cli

import (
	"math/big"
	"strconv"
	"strings"

	"chainrule/mathcore/judge"
)

// Between how many digits the values of a witness are written.
const (
	fewestDigits = 6
	mostDigits   = 700
)

// Bounds hold a value between two decimals.
type bounds struct {
	Lo string `json:"lo"`
	Hi string `json:"hi"`
}

// apart writes two enclosures that do not meet so that what is written does not meet either: each bound is rounded
// outward, to as few digits as will do.
func apart(a, b judge.Bounds) (x, y bounds) {
	for digits := fewestDigits; ; digits *= 2 {
		aLo, aHi, bLo, bHi := round(a.Lo, digits, -1), round(a.Hi, digits, 1), round(b.Lo, digits, -1), round(b.Hi, digits, 1)
		if digits >= mostDigits || aHi.value().Cmp(bLo.value()) < 0 || bHi.value().Cmp(aLo.value()) < 0 {
			return bounds{aLo.String(), aHi.String()}, bounds{bLo.String(), bHi.String()}
		}
	}
}

// A scientific is the decimal mantissa · 10^exponent. Without mantissa it is infinite; exponent is the sign then.
type scientific struct {
	mantissa *big.Int
	exponent int
}

// round returns the decimal of so many digits next to x: not above it where toward is -1, not below it where it is +1.
func round(x *big.Float, digits, toward int) scientific {
	if x.IsInf() {
		return scientific{nil, x.Sign()}
	}
	head, tail, _ := strings.Cut(x.Text('e', digits-1), "e")
	exponent, err := strconv.Atoi(tail)
	mantissa, ok := new(big.Int).SetString(strings.Replace(head, ".", "", 1), 10)
	if err != nil || !ok {
		panic("cli: a number that is not written in digits")
	}
	s := scientific{mantissa, exponent - digits + 1}
	if s.value().Cmp(x) == -toward {
		if mantissa.Sign() == -toward && strings.Trim(mantissa.String(), "-0") == "1" {
			// A step down from 1.00 is one to 0.999, not to 0.99.
			mantissa.Mul(mantissa, big.NewInt(10))
			s.exponent--
		}
		mantissa.Add(mantissa, big.NewInt(int64(toward)))
	}
	return s
}

// valuePrecision is more than any enclosure has, in bits.
const valuePrecision = 4096

// value is the decimal as a number.
func (s scientific) value() *big.Float {
	if s.mantissa == nil {
		return new(big.Float).SetInf(s.exponent < 0)
	}
	v, _, err := big.ParseFloat(s.mantissa.String()+"e"+strconv.Itoa(s.exponent), 10, valuePrecision, big.ToNearestEven)
	if err != nil {
		return new(big.Float).SetInf(s.mantissa.Sign() < 0)
	}
	return v
}

// longestPlain bounds the zeros that are written out before scientific notation is used.
const longestPlain = 6

// String writes the decimal without needless zeros.
func (s scientific) String() string {
	if s.mantissa == nil {
		return map[bool]string{true: "-inf", false: "inf"}[s.exponent < 0]
	}
	sign, digits := "", s.mantissa.String()
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	trimmed := strings.TrimRight(digits, "0")
	if trimmed == "" {
		return "0"
	}
	exponent := s.exponent + len(digits) - len(trimmed)
	digits = trimmed
	point := len(digits) + exponent // the decimal point stands before this digit
	switch {
	case exponent >= 0 && exponent <= longestPlain:
		return sign + digits + strings.Repeat("0", exponent)
	case point > 0 && exponent < 0:
		return sign + digits[:point] + "." + digits[point:]
	case point <= 0 && point > -longestPlain:
		return sign + "0." + strings.Repeat("0", -point) + digits
	case len(digits) == 1:
		return sign + digits + "e" + strconv.Itoa(point-1)
	}
	return sign + digits[:1] + "." + digits[1:] + "e" + strconv.Itoa(point-1)
}

// decimal writes a coordinate of a point: as a decimal where that is short, else as a fraction.
func decimal(r *big.Rat) string {
	const longest = 12
	if places, exact := r.FloatPrec(); exact && places <= longest {
		return r.FloatString(places)
	}
	return r.RatString()
}
