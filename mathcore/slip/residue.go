package slip

import (
	"math"
	"math/big"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
)

// A Residue tells how the wrong line compares with the right one where no slip tells why; the judge has proved it.
type Residue struct {
	Slip ID        // sign, log-base, half-factor, factor, offset; empty when nothing was seen
	By   expr.Node // what the right line is multiplied by, or what is added to it
}

// turnedLine returns the residue of a line that is minus the right one.
func (s *search) turnedLine() Residue {
	if s.turned() && s.proves(expr.Negative(s.sources[0])) {
		return Residue{Slip: sign.id, By: expr.Int(-1)}
	}
	return Residue{}
}

// residue looks at the ratio and the difference of the values, and proves what it sees there.
func (s *search) residue() Residue {
	right := s.sources[0]
	ratio := sample.Both(s.wrongValues, s.rightValues, sample.Quotient)
	if r, ok := constantOf(ratio); ok && (near(r, 1) || r == 0) {
		return Residue{} // equal at these points, which are too few to tell more
	} else if ok {
		by, slip := s.factorOf(r)
		if by == nil || !s.proves(expr.Product(by, right)) {
			return Residue{}
		}
		return Residue{Slip: slip, By: by}
	}
	difference := sample.Both(s.wrongValues, s.rightValues, func(w, r float64) float64 { return w - r })
	if d, ok := constantOf(difference); ok {
		if by := simple(d); by != nil && s.proves(expr.Sum(right, by)) {
			return Residue{Slip: offsetSlip, By: by}
		}
	}
	return Residue{}
}

// proves reports whether the judge finds a line to be the one typed.
func (s *search) proves(line expr.Node) bool {
	return judge.Compare(line, s.wrong, s.in.Scope).Relation == judge.Equal
}

// factorOf returns the number that a ratio is, and the slip that gives it. It is nil where the ratio is no simple number.
func (s *search) factorOf(r float64) (expr.Node, ID) {
	for _, base := range []int64{2, 10} {
		unit := expr.NaturalLog(expr.Int(base))
		switch of := math.Log(float64(base)); {
		case s.in.logs && near(r, of):
			return unit, logBase.id
		case s.in.logs && near(r, 1/of):
			return expr.Quotient(expr.Int(1), unit), logBase.id
		}
	}
	by := simple(r)
	switch {
	case by == nil:
		return nil, ""
	case (near(r, 2) || near(r, 0.5)) && halfFactor.isAbout(s.there):
		return by, halfFactor.id
	}
	return by, factorSlip
}

// simple returns the number with a small denominator that v is, nil if it is none.
func simple(v float64) expr.Node {
	const largest, most = 720, 1e6
	for den := int64(1); den <= largest && math.Abs(v) < most; den++ {
		if num := math.Round(v * float64(den)); num != 0 && near(num/float64(den), v) {
			return expr.Rational(big.NewRat(int64(num), den))
		}
	}
	return nil
}

// constantOf returns the value that all points share.
func constantOf(v sample.Vector) (float64, bool) { return v[0], sample.Same(v, sample.Constant(v[0])) }

func near(v, w float64) bool { return math.Abs(v-w) <= 1e-9*max(math.Abs(v), math.Abs(w)) }
