package poly

import (
	"slices"

	"chainrule/mathcore/rat"
)

// Divide returns p/q where q divides p exactly, without relations. Monomial factors always divide.
func (r *Ring) Divide(p, q Poly) (quotient Poly, exact bool) {
	if len(p) == 0 || len(q) == 0 {
		return nil, false
	}
	c, m, p := r.Primitive(p)
	d, n, q := r.Primitive(q)
	s, ok := scalingOf(p, q)
	if !ok {
		return nil, false
	}
	quotient, exact = r.divideWhole(s.in(p), s.in(q))
	if !exact {
		return nil, false
	}
	return r.Scale(s.out(quotient), c.Mul(d.Inv()), r.MulMonomial(m, r.InvMonomial(n))), true
}

// divideWhole divides by a polynomial other than zero; all exponents are whole and not negative.
func (r *Ring) divideWhole(p, q Poly) (quotient Poly, exact bool) {
	lead := q[0]
	rest := p
	for len(rest) > 0 {
		r.Spend(len(q))
		r.PayFor(1, rest)
		r.PayFor(1, q)
		m := r.MulMonomial(rest[0].M, r.InvMonomial(lead.M))
		if slices.ContainsFunc(m, func(x Power) bool { return x.Num < 0 }) {
			return nil, false
		}
		t := Term{rest[0].C.Mul(lead.C.Inv()), m}
		quotient = append(quotient, t)
		rest = Collect(slices.Concat([]Term(rest), []Term(r.Scale(q, t.C.Neg(), t.M))))
	}
	return quotient, true
}

// DivideOut takes the part without a denominator out of p/q: p/q = whole + rest/q, where term lead of q, the first in some
// order of monomials, divides no term of rest. So x/(x+1) is 1 - 1/(x+1). Of the variables that are units, negative powers may
// come in; no other term of q may then have all else that the leading one has.
func (r *Ring) DivideOut(p, q Poly, lead int, unit func(Var) bool) (whole, rest Poly) {
	first := q[lead]
	inverse := r.InvMonomial(first.M)
	for len(p) > 0 {
		t := p[0]
		m := r.MulMonomial(t.M, inverse)
		r.Spend(len(q))
		r.PayFor(1, p)
		if slices.ContainsFunc(m, func(x Power) bool { return x.Num < 0 && !unit(x.Var) }) {
			rest = append(rest, t)
			p = p[1:]
			continue
		}
		c := t.C.Mul(first.C.Inv())
		whole = append(whole, Term{c, m})
		p = Collect(slices.Concat([]Term(p), []Term(r.Scale(q, c.Neg(), m))))
	}
	// By another order than that of the terms, what was subtracted may come before what was left.
	return Collect(whole), Collect(rest)
}

// NoUnits says of every variable that it is no unit.
func NoUnits(Var) bool { return false }

// A scaling multiplies the exponents of variables by whole numbers, so that they become whole.
type scaling map[Var]int64

// scalingOf returns the scaling that makes all exponents whole. It reports false where they would be out of bounds.
func scalingOf(polys ...Poly) (s scaling, ok bool) {
	s = scaling{}
	for _, p := range polys {
		for _, t := range p {
			for _, q := range t.M {
				if q.Den == 1 {
					continue
				}
				if s[q.Var] = rat.LCM(max(s[q.Var], 1), int64(q.Den)); s[q.Var] >= ExponentLimit {
					return nil, false
				}
			}
		}
	}
	return s, true
}

func (s scaling) in(p Poly) Poly {
	return s.apply(p, func(q Power, by int64) Power { return Power{q.Var, 1, q.Num * (by / int64(q.Den))} })
}

func (s scaling) out(p Poly) Poly {
	return s.apply(p, func(q Power, by int64) Power {
		g := rat.GCD(q.Num, by)
		return Power{q.Var, int32(by / g), q.Num / g}
	})
}

func (s scaling) apply(p Poly, change func(q Power, by int64) Power) Poly {
	if len(s) == 0 {
		return p
	}
	scaled := make(Poly, len(p))
	for i, t := range p {
		m := slices.Clone(t.M)
		for j, q := range m {
			if by, ok := s[q.Var]; ok {
				m[j] = change(q, by)
			}
		}
		scaled[i] = Term{t.C, m}
	}
	return scaled
}
