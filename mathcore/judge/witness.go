package judge

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// A Value is what a symbol stands for at a point.
type Value struct {
	Symbol *expr.Symbol
	Is     *big.Rat
}

// Bounds enclose a real number.
type Bounds struct{ Lo, Hi *big.Float }

// A Witness is a point of the domain at which two expressions certainly have different values.
type Witness struct {
	Point []Value
	// Left and Right enclose the values of the two sides; they do not meet.
	Left, Right Bounds
	// Examples gives unknown functions the meaning that they have at this point.
	Examples []Example
}

// An Example is the meaning that an unknown function of one variable was given to tell two expressions apart.
type Example struct {
	Name string
	Of   *expr.Symbol
	Body expr.Node
}

// seenDigits is how many digits a person is expected to compare at a glance.
const seenDigits = 4

// Decimals returns both values in decimal notation, with four significant digits or as many more as it takes to see
// that they differ.
func (w *Witness) Decimals() (left, right string) {
	const longest = 650
	for digits := seenDigits; ; digits += max(2, digits/2) {
		left, right = w.Left.Decimal(digits), w.Right.Decimal(digits)
		if left != right || digits > longest {
			return left, right
		}
	}
}

// Decimal returns the value in decimal notation with so many significant digits, fewer where the bounds do not settle
// them, "about 0" where they settle only that, and both bounds where they settle none.
func (b Bounds) Decimal(digits int) string {
	if b.Lo.IsInf() || b.Hi.IsInf() {
		return infinite(b)
	}
	if b.Lo.Sign() == 0 && b.Hi.Sign() == 0 {
		return "0" // either end may be a negative zero
	}
	for d := digits; d > 0; d-- {
		if lo := decimal(b.Lo, d); lo == decimal(b.Hi, d) {
			return lo
		}
	}
	if b.nearZero() {
		return "about 0"
	}
	return "between " + decimal(b.Lo, seenDigits) + " and " + decimal(b.Hi, seenDigits)
}

// nearZero reports whether bounds of both signs are both tiny: nobody wants to read how tiny.
func (b Bounds) nearZero() bool {
	tiny := big.NewFloat(1e-9)
	return b.Lo.Sign() <= 0 && b.Hi.Sign() >= 0 && b.Hi.Cmp(tiny) < 0 && new(big.Float).Neg(b.Lo).Cmp(tiny) < 0
}

// infinite describes bounds of which one is out of range.
func infinite(b Bounds) string {
	if b.Hi.IsInf() && !b.Hi.Signbit() && !b.Lo.IsInf() {
		return "more than " + decimal(b.Lo, seenDigits)
	}
	if b.Lo.IsInf() && b.Lo.Signbit() && !b.Hi.IsInf() {
		return "less than " + decimal(b.Hi, seenDigits)
	}
	return "out of range"
}

// decimal writes x with so many significant digits. Package big writes all digits before it rounds; a number far from 1
// is brought near it first.
func decimal(x *big.Float, digits int) string {
	const near = 4096
	exponent := x.MantExp(nil)
	if x.Sign() == 0 || -near < exponent && exponent < near {
		return x.Text('g', digits)
	}
	tens := int64(float64(exponent) * math.Log10(2))
	scale := power10(max(tens, -tens), uint(4*digits)+128)
	scaled := new(big.Float).SetPrec(scale.Prec())
	if tens > 0 {
		scaled.Quo(x, scale)
	} else {
		scaled.Mul(x, scale)
	}
	mantissa, last, _ := strings.Cut(scaled.Text('e', digits-1), "e")
	if shift, err := strconv.ParseInt(last, 10, 64); err == nil {
		tens += shift
	}
	if strings.Contains(mantissa, ".") {
		mantissa = strings.TrimRight(strings.TrimRight(mantissa, "0"), ".")
	}
	return fmt.Sprintf("%se%+03d", mantissa, tens)
}

// power10 returns 10^n with so many bits.
func power10(n int64, bits uint) *big.Float {
	result, square := big.NewFloat(1).SetPrec(bits), big.NewFloat(10).SetPrec(bits)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result.Mul(result, square)
		}
		if n > 1 {
			square.Mul(square, square)
		}
	}
	return result
}

func boundsOf(i eval.Interval) Bounds { return Bounds{big.NewFloat(i.Lo), big.NewFloat(i.Hi)} }

// visible reports whether the difference can be seen in four digits.
func (w *Witness) visible() bool { return w.Left.Decimal(seenDigits) != w.Right.Decimal(seenDigits) }
