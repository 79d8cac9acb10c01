package decimal

import "math/big"

// Between how many digits bounds are written.
const (
	fewestDigits = 6
	mostDigits   = 700
)

// Bounds are two decimals with a number between them, written for programs, as in 1.5e-7; inf and -inf where there is
// no bound.
type Bounds struct {
	Lo string `json:"lo"`
	Hi string `json:"hi"`
}

// An Interval is what Apart writes: a number lies between Lo and Hi.
type Interval struct{ Lo, Hi *big.Float }

// Apart writes two intervals that do not meet so that what is written does not meet either: each bound is rounded
// outward, to as few digits as will do.
func Apart(a, b Interval) (x, y Bounds) {
	for digits := fewestDigits; ; digits *= 2 {
		aLo, aHi, bLo, bHi := round(a.Lo, digits, -1), round(a.Hi, digits, 1), round(b.Lo, digits, -1), round(b.Hi, digits, 1)
		if digits >= mostDigits || aHi.below(bLo) || bHi.below(aLo) {
			return Bounds{aLo.String(), aHi.String()}, Bounds{bLo.String(), bHi.String()}
		}
	}
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

func shifted(n *big.Int, tens int) *big.Int {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(tens)), nil)
	return power.Mul(power, n)
}
