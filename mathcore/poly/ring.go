package poly

import (
	"chainrule/mathcore/budget"
	"chainrule/mathcore/rat"
)

// The limits of what is computed with. What passes them ends the attempt (see Ring).
const (
	TermLimit  = 4_000  // terms of one polynomial
	digitLimit = 16_384 // bits of one coefficient
)

// Relations tell what powers of some variables are worth in terms of others, as i² = -1 does.
type Relations interface {
	// Holds reports whether m has a variable whose powers obey a relation.
	Holds(m Monomial) bool
	// Append appends the terms that t is worth. It is called for terms of products only.
	Append(terms []Term, t Term) []Term
}

// A Ring is where polynomials are computed with. Methods of Ring are those that cost something: they draw on two
// meters, and do not return where one of them ends the computation.
type Ring struct {
	meter     *budget.Meter
	attempt   *budget.Meter
	relations Relations
}

// NewRing returns a ring in which products obey the relations, if there are any. All work is paid from meter, in its
// units. Products of terms are paid from attempt besides, one each, and attempt is ended where a result would pass a
// limit; so it must not be nil.
func NewRing(meter, attempt *budget.Meter, relations Relations) *Ring {
	return &Ring{meter, attempt, relations}
}

// Spend takes n products of terms from both meters.
func (r *Ring) Spend(n int) {
	r.meter.Spend(n)
	r.attempt.Spend(n)
}

// Bounded returns c, which must not be too long.
func (r *Ring) Bounded(c rat.Rat) rat.Rat {
	if !c.Small() && c.BitLen() > digitLimit {
		r.attempt.End()
	}
	return c
}

// BoundedPoly returns p, which must not have too many terms.
func (r *Ring) BoundedPoly(p Poly) Poly {
	if len(p) > TermLimit {
		r.attempt.End()
	}
	return p
}

// VarTo returns v^e as a monomial, for e != 0.
func (r *Ring) VarTo(v Var, e rat.Rat) Monomial {
	p, ok := VarToRat(v, e)
	if !ok {
		r.attempt.End()
	}
	return Monomial{p}
}

// MulMonomial returns the product of two monomials, without relations.
func (r *Ring) MulMonomial(a, b Monomial) Monomial {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	product := make(Monomial, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].Var < b[j].Var:
			product = append(product, a[i])
			i++
		case a[i].Var > b[j].Var:
			product = append(product, b[j])
			j++
		default:
			sum, ok := a[i].plus(b[j])
			if !ok {
				r.attempt.End()
			}
			if sum.Num != 0 {
				product = append(product, sum)
			}
			i++
			j++
		}
	}
	product = append(product, a[i:]...)
	return append(product, b[j:]...)
}

// PowMonomial returns m^e, without relations.
func (r *Ring) PowMonomial(m Monomial, e rat.Rat) Monomial {
	if e.IsZero() {
		return nil
	}
	if e.IsOne() {
		return m
	}
	raised := make(Monomial, len(m))
	for i, p := range m {
		q, ok := VarToRat(p.Var, p.Exponent().Mul(e))
		if !ok {
			r.attempt.End()
		}
		raised[i] = q
	}
	return raised
}

// InvMonomial returns 1/m, without relations.
func (r *Ring) InvMonomial(m Monomial) Monomial { return r.PowMonomial(m, rat.Int(-1)) }

// PowRat returns c^n, for c != 0 where n is negative.
func (r *Ring) PowRat(c rat.Rat, n int64) rat.Rat {
	if n < 0 {
		c, n = c.Inv(), -n
	}
	if c.Abs().IsOne() {
		if n%2 == 0 {
			return rat.Int(1)
		}
		return c
	}
	if n > digitLimit || int64(c.BitLen()-1)*n > digitLimit {
		r.attempt.End()
	}
	return c.Pow(n)
}

// Mul returns the product of two polynomials.
func (r *Ring) Mul(a, b Poly) Poly {
	if a.IsOne() {
		return b
	}
	if b.IsOne() {
		return a
	}
	r.Spend(len(a) * len(b) * (1 + (a.bitLen()+b.bitLen())/512))
	r.payForProduct(a, b)
	terms := make([]Term, 0, len(a)*len(b))
	for _, s := range a {
		for _, t := range b {
			terms = r.appendTerm(terms, Term{r.Bounded(s.C.Mul(t.C)), r.MulMonomial(s.M, t.M)})
		}
	}
	return r.BoundedPoly(Collect(terms))
}

func (r *Ring) appendTerm(terms []Term, t Term) []Term {
	if r.relations == nil || !r.relations.Holds(t.M) {
		return append(terms, t)
	}
	return r.relations.Append(terms, t)
}

// mulRaw is Mul without relations.
func (r *Ring) mulRaw(a, b Poly) Poly {
	if a.IsOne() {
		return b
	}
	if b.IsOne() {
		return a
	}
	r.Spend(len(a) * len(b))
	r.payForProduct(a, b)
	terms := make([]Term, 0, len(a)*len(b))
	for _, s := range a {
		for _, t := range b {
			terms = append(terms, Term{r.Bounded(s.C.Mul(t.C)), r.MulMonomial(s.M, t.M)})
		}
	}
	return r.BoundedPoly(Collect(terms))
}

// Pow returns p^n for n >= 0.
func (r *Ring) Pow(p Poly, n int64) Poly {
	if len(p) == 1 && (r.relations == nil || !r.relations.Holds(p[0].M)) {
		return Poly{{r.PowRat(p[0].C, n), r.PowMonomial(p[0].M, rat.Int(n))}}
	}
	if n > TermLimit || len(p) > 1 && Combinations(int64(len(p))-1+n, int64(len(p))-1) > TermLimit {
		r.attempt.End()
	}
	result := One()
	for square := p; n > 0; n >>= 1 {
		if n&1 == 1 {
			result = r.Mul(result, square)
		}
		if n > 1 {
			square = r.Mul(square, square)
		}
	}
	return result
}

// Combinations returns how many ways there are to choose k of n, or a number beyond TermLimit when there are more: the
// most terms that the power of a polynomial can have.
func Combinations(n, k int64) int64 {
	k = min(k, n-k)
	ways := int64(1)
	for i := int64(1); i <= k && ways <= TermLimit; i++ {
		ways = ways * (n - k + i) / i
	}
	return ways
}

// Scale returns c·m·p without relations: m must hold no variable that obeys one and that p holds, too.
func (r *Ring) Scale(p Poly, c rat.Rat, m Monomial) Poly {
	r.PayFor(1, p)
	if c.IsOne() && len(m) == 0 {
		return p
	}
	scaled := make(Poly, len(p))
	for i, t := range p {
		scaled[i] = Term{t.C.Mul(c), r.MulMonomial(t.M, m)}
	}
	return scaled
}

// Primitive splits p, which is not zero, into c·m·q where q has coprime whole coefficients, a positive first one, and no
// monomial factor.
func (r *Ring) Primitive(p Poly) (c rat.Rat, m Monomial, q Poly) {
	if len(p) == 1 {
		return p[0].C, p[0].M, One()
	}
	r.PayFor(2, p)
	c, m = p.Content(), p.CommonMonomial()
	if p[0].C.Sign() < 0 {
		c = c.Neg()
	}
	return c, m, r.Scale(p, c.Inv(), r.InvMonomial(m))
}
