package cli

import (
	"math"
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
		if digits >= mostDigits || aHi.below(bLo) || bHi.below(aLo) {
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
	x, tens, margin := brought(x, digits)
	head, tail, _ := strings.Cut(x.Text('e', digits-1), "e")
	exponent, err := strconv.Atoi(tail)
	mantissa, ok := new(big.Int).SetString(strings.Replace(head, ".", "", 1), 10)
	if err != nil || !ok {
		panic("cli: a number that is not written in digits")
	}
	s := scientific{mantissa, exponent - digits + 1}
	past := new(big.Float).Sub(s.value(), x)
	if toward < 0 {
		past.Neg(past)
	}
	if past.Cmp(margin) < 0 {
		s.push(toward)
	}
	s.exponent += tens
	return s
}

// push moves the decimal by one in its last place.
func (s *scientific) push(toward int) {
	if s.mantissa.Sign() == -toward && strings.Trim(s.mantissa.String(), "-0") == "1" {
		// A step down from 1.00 is one to 0.999, not to 0.99.
		s.mantissa.Mul(s.mantissa, big.NewInt(10))
		s.exponent--
	}
	s.mantissa.Add(s.mantissa, big.NewInt(int64(toward)))
}

// brought returns x · 10^-tens near 1, and how far off that may be; x itself where it is near enough. Package big
// writes all digits of a number before it rounds, which takes minutes for those with millions of them.
func brought(x *big.Float, digits int) (near *big.Float, tens int, margin *big.Float) {
	const enough = 4096
	exponent := x.MantExp(nil)
	if x.Sign() == 0 || -enough < exponent && exponent < enough {
		return x, 0, new(big.Float)
	}
	bits := uint(4*digits) + 256
	tens = int(float64(exponent) * math.Log10(2))
	scale, square := big.NewFloat(1).SetPrec(bits), big.NewFloat(10).SetPrec(bits)
	for n := max(tens, -tens); n > 0; n >>= 1 {
		if n&1 == 1 {
			scale.Mul(scale, square)
		}
		square.Mul(square, square)
	}
	near = new(big.Float).SetPrec(bits)
	if tens > 0 {
		near.Quo(x, scale)
	} else {
		near.Mul(x, scale)
	}
	const lost = 128 // bits, far more than the powers of ten lose
	margin = new(big.Float).Abs(near)
	return near, tens, margin.SetMantExp(margin, lost-int(bits))
}

// value is the decimal as a number; its exponent is small.
func (s scientific) value() *big.Float {
	const precision = 8192
	v, _, err := big.ParseFloat(s.mantissa.String()+"e"+strconv.Itoa(s.exponent), 10, precision, big.ToNearestEven)
	if err != nil {
		panic("cli: digits that are no number")
	}
	return v
}

// below reports whether s is less than t.
func (s scientific) below(t scientific) bool {
	if s.sign() != t.sign() || s.sign() == 0 || s.mantissa == nil || t.mantissa == nil {
		return s.sign() < t.sign() || s.mantissa == nil && s.sign() < 0 && t.mantissa != nil || t.mantissa == nil && t.sign() > 0 && s.mantissa != nil
	}
	if p, q := s.magnitude(), t.magnitude(); p != q {
		return (p < q) == (s.sign() > 0)
	}
	a, b := s.mantissa, t.mantissa
	if by := s.exponent - t.exponent; by > 0 {
		a = shifted(a, by)
	} else {
		b = shifted(b, -by)
	}
	return a.Cmp(b) < 0
}

func (s scientific) sign() int {
	if s.mantissa == nil {
		return s.exponent
	}
	return s.mantissa.Sign()
}

// magnitude is the place of the first digit.
func (s scientific) magnitude() int { return len(new(big.Int).Abs(s.mantissa).String()) + s.exponent }

func shifted(n *big.Int, tens int) *big.Int {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(tens)), nil)
	return power.Mul(power, n)
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
