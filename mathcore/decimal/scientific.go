package decimal

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// A scientific is the decimal mantissa · 10^exponent. Without mantissa it is infinite; exponent is the sign then.
type scientific struct {
	mantissa *big.Int
	exponent int
}

// round returns the decimal with that number of digits next to x: not above it where toward is -1, not below it where it is +1,
// the nearest where it is 0.
func round(x *big.Float, digits, toward int) scientific {
	if x.IsInf() {
		return scientific{nil, x.Sign()}
	}
	x, tens, margin := brought(x, digits)
	head, tail, _ := strings.Cut(text(x, digits-1), "e")
	exponent, err := strconv.Atoi(tail)
	mantissa, ok := new(big.Int).SetString(strings.Replace(head, ".", "", 1), 10)
	if err != nil || !ok {
		panic("decimal: a number that is not written in digits")
	}
	s := scientific{mantissa, exponent - digits + 1}
	if toward != 0 {
		past := new(big.Float).Sub(s.value(), x)
		if toward < 0 {
			past.Neg(past)
		}
		if past.Cmp(margin) < 0 {
			s.push(toward)
		}
	}
	s.exponent += tens
	return s
}

// text is x.Text('e', places); package strconv has the same for float64, and is faster.
func text(x *big.Float, places int) string {
	if f, accuracy := x.Float64(); accuracy == big.Exact {
		return strconv.FormatFloat(f, 'e', places, 64)
	}
	return x.Text('e', places)
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
		panic("decimal: digits that are no number")
	}
	return v
}

func (s scientific) sign() int {
	if s.mantissa == nil {
		return s.exponent
	}
	return s.mantissa.Sign()
}

// magnitude is the place of the first digit.
func (s scientific) magnitude() int { return len(new(big.Int).Abs(s.mantissa).String()) + s.exponent }

// parts returns the sign of a finite decimal, its digits without zeros at the end, and before which of them the decimal
// point stands. Zero has no digits.
func (s scientific) parts() (sign, digits string, point int) {
	digits = s.mantissa.String()
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	point = len(digits) + s.exponent
	return sign, strings.TrimRight(digits, "0"), point
}

func (s scientific) point() int {
	_, _, point := s.parts()
	return point
}

// plain writes the decimal with all its zeros.
func (s scientific) plain() string {
	sign, digits, point := s.parts()
	switch {
	case digits == "":
		return "0"
	case point <= 0:
		return sign + "0." + strings.Repeat("0", -point) + digits
	case point < len(digits):
		return sign + digits[:point] + "." + digits[point:]
	}
	return sign + digits + strings.Repeat("0", point-len(digits))
}

// withPower writes the decimal with a power of ten, as in 1.5·10⁻⁷.
func (s scientific) withPower() string {
	sign, digits, point := s.parts()
	switch {
	case digits == "":
		return "0"
	case point == 1, point == 2 && digits == "1":
		return s.plain()
	case digits == "1":
		return sign + PowerOfTen(point-1)
	case len(digits) == 1:
		return sign + digits + "·" + PowerOfTen(point-1)
	}
	return sign + digits[:1] + "." + digits[1:] + "·" + PowerOfTen(point-1)
}

// longestPlain bounds the zeros that String writes out.
const longestPlain = 6

// String writes the decimal for programs, as in 1.5e-7.
func (s scientific) String() string {
	if s.mantissa == nil {
		return map[bool]string{true: "-inf", false: "inf"}[s.exponent < 0]
	}
	sign, digits, point := s.parts()
	switch zeros := point - len(digits); {
	case digits == "", zeros >= 0 && zeros <= longestPlain, zeros < 0 && point > -longestPlain:
		return s.plain()
	case len(digits) == 1:
		return sign + digits + "e" + strconv.Itoa(point-1)
	}
	return sign + digits[:1] + "." + digits[1:] + "e" + strconv.Itoa(point-1)
}
