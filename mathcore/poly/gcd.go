package poly

import (
	"cmp"
	"slices"

	"chainrule/mathcore/rat"
)

// Greatest common divisors by primitive remainder sequences, recursively over the variables [Knuth, The Art of Computer
// Programming 2, 4.6.1]. Relations are not used: a divisor found is a divisor, one that only a relation would show is
// missed.

// gcdTerms bounds the size of polynomials whose divisors are looked for.
const gcdTerms = 120

// GCD returns the greatest common divisor of p and q, primitive; 1 where there is none or it would be too costly.
func (r *Ring) GCD(p, q Poly) Poly {
	if len(p) < 2 || len(q) < 2 || len(p) > gcdTerms || len(q) > gcdTerms {
		return One()
	}
	_, _, p = r.Primitive(p)
	_, _, q = r.Primitive(q)
	if string(p.AppendKey(nil)) == string(q.AppendKey(nil)) {
		return p
	}
	s, ok := scalingOf(p, q)
	if !ok {
		return One()
	}
	p, q = s.in(p), s.in(q)
	if r.coprimeImages(p, q) {
		return One()
	}
	g := r.gcdWhole(p, q)
	if len(g) < 2 {
		return One()
	}
	_, _, g = r.Primitive(s.out(g))
	return g
}

// SquarePart splits p, which has no monomial factor, into g·rest where g is the greatest common divisor of p and one of
// its derivatives: whatever is in p squared is in g. It reports false where there is no such g, or it would be too
// costly.
func (r *Ring) SquarePart(p Poly) (g, rest Poly, ok bool) {
	s, ok := scalingOf(p)
	if !ok || len(p) > gcdTerms {
		return nil, nil, false
	}
	whole := s.in(p)
	vars := whole.Vars()
	r.PayFor(1+len(vars), p)
	for _, x := range vars {
		g := r.gcdWhole(whole, whole.Derivative(x))
		if len(g) < 2 {
			continue
		}
		if q, exact := r.divideWhole(whole, g); exact {
			return s.out(g), s.out(q), true
		}
	}
	return nil, nil, false
}

// gcdWhole returns a greatest common divisor of polynomials whose exponents are whole and not negative, up to a
// rational factor.
func (r *Ring) gcdWhole(p, q Poly) Poly {
	if len(p) == 0 {
		return q
	}
	if len(q) == 0 {
		return p
	}
	if p.IsNumber() || q.IsNumber() {
		return One()
	}
	r.PayFor(1, p)
	r.PayFor(1, q)
	x := min(p.firstVar(), q.firstVar())
	contentP, a := r.contentIn(p, x)
	contentQ, b := r.contentIn(q, x)
	common := r.gcdWhole(contentP, contentQ)
	if a.Degree(x) < b.Degree(x) {
		a, b = b, a
	}
	for b.Degree(x) > 0 {
		rest := r.pseudoRemainder(a, b, x)
		if len(rest) == 0 {
			return r.mulRaw(common, b)
		}
		_, rest = r.contentIn(rest, x)
		a, b = b, rest
	}
	if len(b) == 0 {
		return r.mulRaw(common, a)
	}
	return common
}

func (p Poly) firstVar() Var {
	first := Var(1<<31 - 1)
	for _, t := range p {
		if len(t.M) > 0 {
			first = min(first, t.M[0].Var)
		}
	}
	return first
}

// coefficientsIn returns the coefficients of p as a polynomial in x, highest power first, with their exponents.
func (p Poly) coefficientsIn(x Var) (coefficients []Poly, exponents []int64) {
	byExponent := map[int64]Poly{}
	for _, t := range p {
		q, found := t.M.Of(x)
		m := t.M
		if found {
			m = m.Without(x)
		}
		if _, seen := byExponent[q.Num]; !seen {
			exponents = append(exponents, q.Num)
		}
		byExponent[q.Num] = append(byExponent[q.Num], Term{t.C, m})
	}
	slices.SortFunc(exponents, func(a, b int64) int { return cmp.Compare(b, a) })
	for _, e := range exponents {
		coefficients = append(coefficients, Collect(byExponent[e]))
	}
	return coefficients, exponents
}

// contentIn splits p into its content, a polynomial without x, and its primitive part.
func (r *Ring) contentIn(p Poly, x Var) (content, prim Poly) {
	r.PayFor(2, p)
	coefficients, _ := p.coefficientsIn(x)
	slices.SortStableFunc(coefficients, func(a, b Poly) int { return cmp.Compare(len(a), len(b)) })
	content = coefficients[0]
	for _, c := range coefficients[1:] {
		if content.IsNumber() {
			break
		}
		content = r.gcdMonomials(content, c)
	}
	if content.IsNumber() {
		return One(), r.Scale(p, p.Content().Inv(), nil)
	}
	prim, exact := r.divideWhole(p, content)
	if !exact {
		return One(), p
	}
	return content, r.Scale(prim, prim.Content().Inv(), nil)
}

// gcdMonomials is gcdWhole for polynomials that may share a monomial, too.
func (r *Ring) gcdMonomials(p, q Poly) Poly {
	r.PayFor(1, p)
	r.PayFor(1, q)
	m, n := p.CommonMonomial(), q.CommonMonomial()
	g := r.gcdWhole(r.Scale(p, rat.Int(1), r.InvMonomial(m)), r.Scale(q, rat.Int(1), r.InvMonomial(n)))
	var shared Monomial
	for _, a := range m {
		if b, ok := n.Of(a.Var); ok {
			if b.Num < a.Num {
				a = b
			}
			shared = append(shared, a)
		}
	}
	return r.Scale(g, rat.Int(1), shared)
}

// pseudoRemainder returns the remainder of c·a by b as polynomials in x, where c is a power of the leading coefficient
// of b.
func (r *Ring) pseudoRemainder(a, b Poly, x Var) Poly {
	coefficients, exponents := b.coefficientsIn(x)
	lead, n := coefficients[0], exponents[0]
	for len(a) > 0 && a.Degree(x) >= n {
		top, exps := a.coefficientsIn(x)
		var shift Monomial
		if exps[0] > n {
			shift = Monomial{VarTo(x, exps[0]-n)}
		}
		left := r.mulRaw(lead, a)
		right := r.mulRaw(r.Scale(top[0], rat.Int(-1), shift), b)
		r.Spend(len(left) + len(right))
		r.PayFor(2, left)
		r.PayFor(2, right)
		a = Collect(slices.Concat([]Term(left), []Term(right)))
		if len(a) > 0 {
			a = r.Scale(a, a.Content().Inv(), nil)
		}
	}
	return a
}
