package slip

import (
	"math"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// A Residue tells how the wrong value compares with the right one.
type Residue struct {
	Slip   ID           // sign, log-base, half-factor, input-factor, mean-factor, factor, offset; empty when nothing was seen
	Value  float64      // the constant ratio wrong/right, or the constant difference wrong-right of an offset
	Symbol *expr.Symbol // the symbol whose value the ratio is, or one over the ratio
}

// residue looks at the ratio and the difference of the values. Of products over a range nothing is said: a constant in
// each factor, or a minus, makes another ratio for each number of factors, and the values are those for one.
func (s *search) residue() Residue {
	for _, n := range append(slices.Clip(s.sources), s.wrong) {
		if expr.Contains(n, isProductOver) {
			return Residue{}
		}
	}
	ratio := sample.Both(s.wrongValues, s.rightValues, sample.Quotient)
	if r, ok := constantOf(ratio); ok && near(r, 1) {
		return Residue{} // equal at these points, which are too few to tell more
	} else if ok && r != 0 {
		return Residue{Slip: slipOfRatio(r), Value: r}
	}
	for _, symbol := range s.in.names {
		value := s.sample.Of(symbol)
		if sample.Same(ratio, value) || sample.Same(ratio, sample.Each(value, func(v float64) float64 { return 1 / v })) {
			slip := factorSlip
			if s.in.input(symbol) {
				slip = inputFactor.id
			}
			return Residue{Slip: slip, Symbol: symbol}
		}
	}
	difference := sample.Both(s.wrongValues, s.rightValues, func(w, r float64) float64 { return w - r })
	if d, ok := constantOf(difference); ok {
		return Residue{Slip: offsetSlip, Value: d}
	}
	return Residue{}
}

func isProductOver(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && s.Product
}

func slipOfRatio(r float64) ID {
	switch {
	case near(r, -1):
		return sign.id
	case nearAny(r, math.Ln2, 1/math.Ln2, math.Ln10, 1/math.Ln10):
		return logBase.id
	case nearAny(r, 2, 0.5):
		return halfFactor.id
	}
	return factorSlip
}

// constantOf returns the value that all points share.
func constantOf(v sample.Vector) (float64, bool) { return v[0], sample.Same(v, sample.Constant(v[0])) }

func nearAny(v float64, values ...float64) bool {
	for _, w := range values {
		if near(v, w) {
			return true
		}
	}
	return false
}

func near(v, w float64) bool { return math.Abs(v-w) <= 1e-9*max(math.Abs(v), math.Abs(w)) }
