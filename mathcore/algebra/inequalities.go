package algebra

import (
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/linear"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// Inequalities are what is known of the signs of polynomials, with every monomial as a letter of its own: if the letters
// have no values for which all hold, the monomials have none.
type inequalities struct {
	meter   *budget.Meter
	system  *linear.System
	letters []poly.Monomial
}

// require adds that sign·p, in which each monomial stands once, is not negative, or positive.
func (s *inequalities) require(p poly.Poly, sign weakSign, relation linear.Relation) {
	if len(p) == 0 || sign == 0 {
		return
	}
	row := linear.Inequality{Relation: relation}
	for _, t := range p {
		c := t.C.Mul(rat.Int(int64(sign)))
		if len(t.M) == 0 {
			row.Number = c
			continue
		}
		i := s.letter(t.M)
		for len(row.Coefficients) <= i {
			row.Coefficients = append(row.Coefficients, rat.Int(0))
		}
		row.Coefficients[i] = c
	}
	s.system.Require(row)
}

// letter returns the number of the letter that stands for m.
func (s *inequalities) letter(m poly.Monomial) int {
	s.meter.Spend(1 + len(s.letters)/8)
	i := slices.IndexFunc(s.letters, m.Equal)
	if i < 0 {
		i = len(s.letters)
		s.letters = append(s.letters, m)
	}
	return i
}
