package algebra

import (
	"cmp"
	"slices"
)

// Greatest common divisors by primitive remainder sequences, recursively over the kernels as variables [Knuth, The Art
// of Computer Programming 2, 4.6.1]. Relations between kernels are not used: a divisor found is a divisor, one that only
// a relation would show is missed.

// gcdTerms bounds the size of polynomials whose divisors are looked for.
const gcdTerms = 120

// gcd returns the greatest common divisor of p and q, primitive; one when there is none or it would be too costly.
func (f *field) gcd(p, q poly) poly {
	unit := poly{{c: ratInt(1)}}
	if len(p) < 2 || len(q) < 2 || len(p) > gcdTerms || len(q) > gcdTerms {
		return unit
	}
	_, _, p = f.primitive(p)
	_, _, q = f.primitive(q)
	if string(p.appendKey(nil)) == string(q.appendKey(nil)) {
		return p
	}
	scaled, ok := integral(p, q)
	if !ok {
		return unit
	}
	p, q = scaled.in(p), scaled.in(q)
	if f.coprimeImages(p, q) {
		return unit
	}
	g := f.gcdWhole(p, q)
	if len(g) < 2 {
		return unit
	}
	_, _, g = f.primitive(scaled.out(g))
	return g
}

// A scaling multiplies exponents by whole numbers, so that they become whole.
type scaling map[kernelID]int64

// integral returns the scaling that makes all exponents whole. It reports false where they would be out of bounds.
func integral(polys ...poly) (s scaling, ok bool) {
	s = scaling{}
	for _, p := range polys {
		for _, t := range p {
			for _, q := range t.m {
				if q.d == 1 {
					continue
				}
				if s[q.k] = lcm(max(s[q.k], 1), int64(q.d)); s[q.k] >= exponentLimit {
					return nil, false
				}
			}
		}
	}
	return s, true
}

func (s scaling) in(p poly) poly {
	return s.apply(p, func(q power, by int64) power { return power{q.k, 1, q.n * (by / int64(q.d))} })
}

func (s scaling) out(p poly) poly {
	return s.apply(p, func(q power, by int64) power {
		g := gcdInt(q.n, by)
		return power{q.k, int32(by / g), q.n / g}
	})
}

func (s scaling) apply(p poly, change func(q power, by int64) power) poly {
	if len(s) == 0 {
		return p
	}
	scaled := make(poly, len(p))
	for i, t := range p {
		m := slices.Clone(t.m)
		for j, q := range m {
			if by, ok := s[q.k]; ok {
				m[j] = change(q, by)
			}
		}
		scaled[i] = term{t.c, m}
	}
	return scaled
}

// gcdWhole returns a greatest common divisor of polynomials whose exponents are whole and not negative, up to a
// rational factor.
func (f *field) gcdWhole(p, q poly) poly {
	if len(p) == 0 {
		return q
	}
	if len(q) == 0 {
		return p
	}
	if len(p[0].m) == 0 && len(p) == 1 || len(q[0].m) == 0 && len(q) == 1 {
		return poly{{c: ratInt(1)}}
	}
	f.payFor(1, p)
	f.payFor(1, q)
	x := min(firstKernel(p), firstKernel(q))
	contentP, primP := f.contentIn(p, x)
	contentQ, primQ := f.contentIn(q, x)
	common := f.gcdWhole(contentP, contentQ)
	a, b := primP, primQ
	if degree(a, x) < degree(b, x) {
		a, b = b, a
	}
	for degree(b, x) > 0 {
		r := f.pseudoRemainder(a, b, x)
		if len(r) == 0 {
			return f.mulRaw(common, b)
		}
		_, r = f.contentIn(r, x)
		a, b = b, r
	}
	if len(b) == 0 {
		return f.mulRaw(common, a)
	}
	return common
}

func firstKernel(p poly) kernelID {
	first := kernelID(1<<31 - 1)
	for _, t := range p {
		if len(t.m) > 0 {
			first = min(first, t.m[0].k)
		}
	}
	return first
}

func degree(p poly, x kernelID) int64 {
	highest := int64(0)
	for _, t := range p {
		q, _ := t.m.of(x)
		highest = max(highest, q.n)
	}
	return highest
}

// coefficientsIn returns the coefficients of p as a polynomial in x, highest power first, with their exponents.
func coefficientsIn(p poly, x kernelID) (coefficients []poly, exponents []int64) {
	byExponent := map[int64]poly{}
	for _, t := range p {
		q, found := t.m.of(x)
		m := t.m
		if found {
			m = m.without(x)
		}
		if _, seen := byExponent[q.n]; !seen {
			exponents = append(exponents, q.n)
		}
		byExponent[q.n] = append(byExponent[q.n], term{t.c, m})
	}
	slices.SortFunc(exponents, func(a, b int64) int { return cmp.Compare(b, a) })
	for _, e := range exponents {
		coefficients = append(coefficients, collect(byExponent[e]))
	}
	return coefficients, exponents
}

// contentIn splits p into its content, a polynomial without x, and its primitive part.
func (f *field) contentIn(p poly, x kernelID) (content, prim poly) {
	f.payFor(2, p)
	coefficients, _ := coefficientsIn(p, x)
	slices.SortStableFunc(coefficients, func(a, b poly) int { return cmp.Compare(len(a), len(b)) })
	content = coefficients[0]
	for _, c := range coefficients[1:] {
		if len(content) == 1 && len(content[0].m) == 0 {
			break
		}
		content = f.gcdMonomials(content, c)
	}
	if len(content) == 1 && len(content[0].m) == 0 {
		return poly{{c: ratInt(1)}}, f.scale(p, contentOf(p).inv(), nil)
	}
	prim, exact := f.divideWhole(p, content)
	if !exact {
		return poly{{c: ratInt(1)}}, p
	}
	return content, f.scale(prim, contentOf(prim).inv(), nil)
}

// contentOf is the rational content, one for the zero polynomial.
func contentOf(p poly) rat {
	if len(p) == 0 {
		return ratInt(1)
	}
	return content(p)
}

// gcdMonomials is gcdWhole for polynomials that may share a monomial too.
func (f *field) gcdMonomials(p, q poly) poly {
	f.payFor(1, p)
	f.payFor(1, q)
	m, n := commonMonomial(p), commonMonomial(q)
	g := f.gcdWhole(f.scale(p, ratInt(1), f.raise(m, ratInt(-1))), f.scale(q, ratInt(1), f.raise(n, ratInt(-1))))
	var shared monomial
	for _, a := range m {
		if b, ok := n.of(a.k); ok {
			if b.n < a.n {
				a = b
			}
			shared = append(shared, a)
		}
	}
	return f.scale(g, ratInt(1), shared)
}

// pseudoRemainder returns the remainder of lc(b)^k·a by b as polynomials in x.
func (f *field) pseudoRemainder(a, b poly, x kernelID) poly {
	coefficients, exponents := coefficientsIn(b, x)
	lead, n := coefficients[0], exponents[0]
	for len(a) > 0 && degree(a, x) >= n {
		top, exps := coefficientsIn(a, x)
		var shift monomial
		if exps[0] > n {
			shift = monomial{{x, 1, exps[0] - n}}
		}
		left := f.mulRaw(lead, a)
		right := f.mulRaw(f.scale(top[0], ratInt(-1), shift), b)
		f.spend(len(left) + len(right))
		f.payFor(2, left)
		f.payFor(2, right)
		a = collect(append(append([]term(nil), left...), right...))
		if len(a) > 0 {
			a = f.scale(a, content(a).inv(), nil)
		}
	}
	return a
}

// mulRaw multiplies without applying relations between kernels.
func (f *field) mulRaw(a, b poly) poly {
	if a.isOne() {
		return b
	}
	if b.isOne() {
		return a
	}
	f.spend(len(a) * len(b))
	f.payForProduct(a, b)
	terms := make([]term, 0, len(a)*len(b))
	for _, s := range a {
		for _, t := range b {
			terms = append(terms, term{f.bounded(s.c.mul(t.c)), f.multiply(s.m, t.m)})
		}
	}
	return f.boundedPoly(collect(terms))
}

// divide returns p/q when q divides p exactly, without relations between kernels. Monomial factors always divide.
func (f *field) divide(p, q poly) (poly, bool) {
	if len(p) == 0 || len(q) == 0 {
		return nil, false
	}
	c, m, p := f.primitive(p)
	d, n, q := f.primitive(q)
	scaled, ok := integral(p, q)
	if !ok {
		return nil, false
	}
	quotient, exact := f.divideWhole(scaled.in(p), scaled.in(q))
	if !exact {
		return nil, false
	}
	return f.scale(scaled.out(quotient), c.mul(d.inv()), f.multiply(m, f.raise(n, ratInt(-1)))), true
}

// divideWhole divides polynomials with whole exponents that are not negative.
func (f *field) divideWhole(p, q poly) (quotient poly, exact bool) {
	lead := q[0]
	rest := p
	for len(rest) > 0 {
		f.spend(len(q))
		f.payFor(1, rest)
		f.payFor(1, q)
		m := f.multiply(rest[0].m, f.raise(lead.m, ratInt(-1)))
		for _, x := range m {
			if x.n < 0 {
				return nil, false
			}
		}
		t := term{rest[0].c.mul(lead.c.inv()), m}
		quotient = append(quotient, t)
		rest = collect(append(append([]term(nil), rest...), f.scale(q, t.c.neg(), t.m)...))
	}
	return quotient, true
}
