package poly

import (
	"slices"

	"chainrule/mathcore/rat"
)

// shiftDegree bounds the powers that are shifted.
const shiftDegree = 12

// Shift returns p with a + b·v in the place of v. It reports false where p holds other powers of v than whole ones, or
// high ones.
func (r *Ring) Shift(p Poly, v Var, a, b rat.Rat) (shifted Poly, ok bool) {
	step := slices.Concat(Poly{{b, Monomial{VarTo(v, 1)}}}, Constant(a))
	var terms []Term
	for _, t := range p {
		q, found := t.M.Of(v)
		if found && (q.Den != 1 || q.Num < 0 || q.Num > shiftDegree) {
			return nil, false
		}
		rest := Poly{{t.C, t.M.Without(v)}}
		if found {
			rest = r.Mul(rest, r.Pow(step, q.Num))
		}
		terms = append(terms, rest...)
	}
	return Collect(terms), true
}

// CommonSign returns the sign that all coefficients of p share, 0 if there is none.
func (p Poly) CommonSign() int {
	sign := 0
	for _, t := range p {
		s := t.C.Sign()
		if sign != 0 && s != sign {
			return 0
		}
		sign = s
	}
	return sign
}
