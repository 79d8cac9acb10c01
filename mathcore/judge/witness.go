package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/decimal"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// A Value is what a symbol stands for at a point. Exactly is set where that is no rational number, as at the joint √2: then Is is close to it.
type Value struct {
	Symbol  *expr.Symbol
	Is      *big.Rat
	Exactly expr.Node
}

// Number returns the value as an expression.
func (v Value) Number() expr.Node {
	if v.Exactly != nil {
		return v.Exactly
	}
	return expr.Rational(v.Is)
}

// Written returns the value as text: a number as people read it, or what else it is in the words of write.
func (v Value) Written(write func(expr.Node) string) string {
	if v.Exactly != nil {
		return write(v.Exactly)
	}
	return decimal.Rational(v.Is)
}

// isRational reports whether all values of the point are rational.
func isRational(point []Value) bool {
	return !slices.ContainsFunc(point, func(v Value) bool { return v.Exactly != nil })
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

// Numbers with more than seenDigits digits before the point and at most wholeDigits have those digits shown.
const (
	wholeDigits  = 6
	bitsOfDigits = 13 // 10^4 has 14 bits
	bitsOfWhole  = 20 // 10^6 has 20
)

// Decimal returns the value in decimal notation with that number of significant digits, fewer where the bounds do not settle
// them, "about 0" where they settle only that, and both bounds where they settle none.
func (b Bounds) Decimal(digits int) string {
	if b.Lo.IsInf() || b.Hi.IsInf() {
		return infinite(b)
	}
	if b.Lo.Sign() == 0 && b.Hi.Sign() == 0 {
		return "0" // either end may be a negative zero
	}
	if wholeDigits > digits && b.Lo.MantExp(nil) > bitsOfDigits && b.Lo.MantExp(nil) < bitsOfWhole {
		digits = wholeDigits
	}
	for d := digits; d > 0; d-- {
		if lo := decimal.Significant(b.Lo, d); lo == decimal.Significant(b.Hi, d) {
			return lo
		}
	}
	if b.nearZero() {
		return "about 0"
	}
	return "between " + decimal.Significant(b.Lo, seenDigits) + " and " + decimal.Significant(b.Hi, seenDigits)
}

// nearZero reports whether bounds of both signs are both tiny: nobody wants to read how tiny.
func (b Bounds) nearZero() bool {
	tiny := big.NewFloat(1e-9)
	return b.Lo.Sign() <= 0 && b.Hi.Sign() >= 0 && b.Hi.Cmp(tiny) < 0 && new(big.Float).Neg(b.Lo).Cmp(tiny) < 0
}

// infinite describes bounds of which one is out of range.
func infinite(b Bounds) string {
	if b.Hi.IsInf() && !b.Hi.Signbit() && !b.Lo.IsInf() {
		return "more than " + decimal.Significant(b.Lo, seenDigits)
	}
	if b.Lo.IsInf() && b.Lo.Signbit() && !b.Hi.IsInf() {
		return "less than " + decimal.Significant(b.Hi, seenDigits)
	}
	return "out of range"
}

func boundsOf(i eval.Interval) Bounds { return Bounds{big.NewFloat(i.Lo), big.NewFloat(i.Hi)} }

// visible reports whether the difference can be seen in four digits.
func (w *Witness) visible() bool { return w.Left.Decimal(seenDigits) != w.Right.Decimal(seenDigits) }

// consistent reports whether the point gives every letter one value: where n is 2, x_n is x_2. At a joint of x_n it may be given
// one beside that which a sum has for its last member.
func consistent(point []Value) bool {
	of := func(s *expr.Symbol) (*big.Rat, bool) {
		i := slices.IndexFunc(point, func(v Value) bool { return expr.Equal(v.Symbol, s) })
		if i < 0 {
			return nil, false
		}
		return point[i].Is, true
	}
	values := map[string]*big.Rat{}
	for _, v := range point {
		if is, _ := of(v.Symbol); is.Cmp(v.Is) != 0 {
			return false // it stands there twice
		}
		if len(v.Symbol.Index) == 0 {
			continue
		}
		member, known := v.Symbol.Name, true
		for _, index := range v.Symbol.Index {
			r, ok := exactly(index, of)
			if known = known && ok; known {
				member += "," + r.RatString()
			}
		}
		if other := values[member]; known && other != nil && other.Cmp(v.Is) != 0 {
			return false
		}
		if known {
			values[member] = v.Is
		}
	}
	return true
}
