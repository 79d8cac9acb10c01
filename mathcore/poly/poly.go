// Package poly computes with polynomials in numbered variables whose exponents may be negative or broken: products,
// greatest common divisors, shifts, values in a prime field.
//
// It knows nothing of what the variables stand for, except that powers of some may be worth something else (see
// Relations), and it finds no zeros and no factors that a greatest common divisor does not show.
package poly

import (
	"math/big"
	"slices"

	"chainrule/mathcore/rat"
)

// A Term is a coefficient, not zero, times a monomial.
type Term struct {
	C rat.Rat
	M Monomial
}

// A Poly is a sum of terms with distinct monomials, the greatest first. The empty Poly is zero. It never changes.
type Poly []Term

// Constant returns the number c as a polynomial.
func Constant(c rat.Rat) Poly {
	if c.IsZero() {
		return nil
	}
	return Poly{{C: c}}
}

// Of returns c·m for c other than zero.
func Of(c rat.Rat, m Monomial) Poly { return Poly{{c, m}} }

// One returns the polynomial 1.
func One() Poly { return one[:1:1] }

var one = Poly{{C: rat.Int(1)}}

// Collect returns the sum of terms with coefficients other than zero. It sorts and changes them.
func Collect(terms []Term) Poly {
	if len(terms) < 2 {
		return dropZero(terms)
	}
	slices.SortStableFunc(terms, func(a, b Term) int { return b.M.Compare(a.M) })
	sum := terms[:0]
	for _, t := range terms {
		if last := len(sum) - 1; last >= 0 && sum[last].M.Compare(t.M) == 0 {
			sum[last].C = sum[last].C.Add(t.C)
			continue
		}
		sum = append(dropLastZero(sum), t)
	}
	return Poly(dropLastZero(sum))
}

func dropZero(terms []Term) Poly {
	if len(terms) == 1 && terms[0].C.IsZero() {
		return nil
	}
	return Poly(terms)
}

func dropLastZero(terms []Term) []Term {
	if last := len(terms) - 1; last >= 0 && terms[last].C.IsZero() {
		return terms[:last]
	}
	return terms
}

// IsOne reports whether p is 1.
func (p Poly) IsOne() bool { return p.IsNumber() && p[0].C.IsOne() }

// IsNumber reports whether p is a number other than zero.
func (p Poly) IsNumber() bool { return len(p) == 1 && len(p[0].M) == 0 }

// Vars returns the variables of p in the order of their numbers.
func (p Poly) Vars() []Var {
	var all []Var
	for _, t := range p {
		for _, q := range t.M {
			all = append(all, q.Var)
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// Degree returns the highest numerator of an exponent of v in p, 0 if there is no positive one.
func (p Poly) Degree(v Var) int64 {
	highest := int64(0)
	for _, t := range p {
		q, _ := t.M.Of(v)
		highest = max(highest, q.Num)
	}
	return highest
}

// Derivative returns the formal derivative of p by v. The exponents of v must be whole and not negative.
func (p Poly) Derivative(v Var) Poly {
	var terms []Term
	for _, t := range p {
		q, found := t.M.Of(v)
		if !found {
			continue
		}
		m := t.M.Without(v)
		if q.Num != 1 {
			m = slices.Clone(t.M)
			i := slices.IndexFunc(m, func(p Power) bool { return p.Var == v })
			m[i].Num--
		}
		terms = append(terms, Term{t.C.Mul(rat.Int(q.Num)), m})
	}
	return Collect(terms)
}

// Content returns the positive rational c for which p/c has coprime whole coefficients, 1 for p = 0.
func (p Poly) Content() rat.Rat {
	if len(p) == 0 {
		return rat.Int(1)
	}
	n, d := int64(0), int64(1)
	for _, t := range p {
		num, den, ok := t.C.Fraction()
		if !ok {
			return p.contentBig()
		}
		n = rat.GCD(n, num)
		l, ok := rat.MulInt64(d/rat.GCD(d, den), den)
		if !ok {
			return p.contentBig()
		}
		d = l
	}
	return rat.Frac(n, d)
}

func (p Poly) contentBig() rat.Rat {
	n, d := new(big.Int), big.NewInt(1)
	for _, t := range p {
		b := t.C.Big()
		n.GCD(nil, nil, n, new(big.Int).Abs(b.Num()))
		g := new(big.Int).GCD(nil, nil, d, b.Denom())
		d.Mul(d, new(big.Int).Quo(b.Denom(), g))
	}
	return rat.Of(new(big.Rat).SetFrac(n, d))
}

// CommonMonomial returns the greatest monomial that divides every term: each variable with its lowest exponent.
func (p Poly) CommonMonomial() Monomial {
	if len(p) == 0 {
		return nil
	}
	var room, other [8]Power
	lowest, free := append(room[:0], p[0].M...), other[:0]
	for _, t := range p[1:] {
		lowest, free = appendLowest(free[:0], lowest, t.M), lowest
	}
	if len(lowest) == 0 {
		return nil
	}
	return append(make(Monomial, 0, len(lowest)), lowest...)
}

// appendLowest appends each variable with the lower of its exponents in two monomials; where it is missing it has the
// exponent 0.
func appendLowest(lowest []Power, a, b Monomial) []Power {
	for len(a) > 0 || len(b) > 0 {
		var p Power
		switch {
		case len(b) == 0 || len(a) > 0 && a[0].Var < b[0].Var:
			p, a = Power{a[0].Var, a[0].Den, min(a[0].Num, 0)}, a[1:]
		case len(a) == 0 || b[0].Var < a[0].Var:
			p, b = Power{b[0].Var, b[0].Den, min(b[0].Num, 0)}, b[1:]
		default:
			p = a[0]
			if CompareExponents(b[0], p) < 0 {
				p = b[0]
			}
			a, b = a[1:], b[1:]
		}
		if p.Num != 0 {
			lowest = append(lowest, p)
		}
	}
	return lowest
}

// CommonExponent returns an exponent of which all exponents of v in p are whole multiples: the greatest one where they are
// whole, 0 if v is not in p.
func (p Poly) CommonExponent(v Var) rat.Rat {
	n, d := int64(0), int64(1)
	for _, t := range p {
		if q, found := t.M.Of(v); found {
			n, d = rat.GCD(n, q.Num), rat.LCM(d, int64(q.Den))
		}
	}
	if d > 1 {
		return rat.Frac(1, d)
	}
	return rat.Int(n)
}

// AppendKey appends a spelling of p that equal polynomials share and others do not.
func (p Poly) AppendKey(key []byte) []byte {
	for _, t := range p {
		key = t.C.AppendKey(key)
		key = t.M.AppendKey(key)
	}
	return key
}
