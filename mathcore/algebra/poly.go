package algebra

import (
	"encoding/binary"
	"math/big"
	"slices"
)

// A term is a coefficient, not zero, times a monomial.
type term struct {
	c rat
	m monomial
}

// A poly is a sum of terms with distinct monomials, the greatest first. The empty poly is zero. Exponents may be
// negative or broken, see monomial.
type poly []term

func (p poly) isOne() bool { return len(p) == 1 && len(p[0].m) == 0 && p[0].c.isOne() }

// bitLen returns the size of the middle coefficient: those of a power are longest there.
func (p poly) bitLen() int {
	if len(p) == 0 {
		return 0
	}
	return p[len(p)/2].c.bitLen()
}

// collect sorts terms in place and adds those with the same monomial.
func collect(terms []term) poly {
	if len(terms) < 2 {
		return dropZero(terms)
	}
	slices.SortStableFunc(terms, func(a, b term) int { return compareMonomials(b.m, a.m) })
	sum := terms[:0]
	for _, t := range terms {
		if last := len(sum) - 1; last >= 0 && compareMonomials(sum[last].m, t.m) == 0 {
			sum[last].c = sum[last].c.add(t.c)
			continue
		}
		if last := len(sum) - 1; last >= 0 && sum[last].c.isZero() {
			sum = sum[:last]
		}
		sum = append(sum, t)
	}
	if last := len(sum) - 1; last >= 0 && sum[last].c.isZero() {
		sum = sum[:last]
	}
	return poly(sum)
}

func dropZero(terms []term) poly {
	if len(terms) == 1 && terms[0].c.isZero() {
		return nil
	}
	return poly(terms)
}

// mulPoly returns the product of two polynomials, with the relations of algebraic kernels applied.
func (f *field) mulPoly(a, b poly) poly {
	if a.isOne() {
		return b
	}
	if b.isOne() {
		return a
	}
	f.spend(len(a) * len(b) * (1 + (a.bitLen()+b.bitLen())/512))
	f.payForProduct(a, b)
	terms := make([]term, 0, len(a)*len(b))
	for _, s := range a {
		for _, t := range b {
			terms = f.appendReduced(terms, term{f.bounded(s.c.mul(t.c)), f.multiply(s.m, t.m)})
		}
	}
	return f.boundedPoly(collect(terms))
}

// powPoly returns p^n for n >= 0.
func (f *field) powPoly(p poly, n int64) poly {
	if len(p) == 1 && !f.algebraicIn(p[0].m) {
		return poly{{f.powRat(p[0].c, n), f.raise(p[0].m, ratInt(n))}}
	}
	if n > termBudget || len(p) > 1 && combinations(int64(len(p))-1+n, int64(len(p))-1) > termBudget {
		f.exceed()
	}
	result := poly{{c: ratInt(1)}}
	for square := p; n > 0; n >>= 1 {
		if n&1 == 1 {
			result = f.mulPoly(result, square)
		}
		if n > 1 {
			square = f.mulPoly(square, square)
		}
	}
	return result
}

// combinations returns how many ways there are to choose k of n, or a number beyond the budget when there are more: the
// most terms that the power of a polynomial can have.
func combinations(n, k int64) int64 {
	k = min(k, n-k)
	ways := int64(1)
	for i := int64(1); i <= k && ways <= termBudget; i++ {
		ways = ways * (n - k + i) / i
	}
	return ways
}

// powRat returns c^n.
func (f *field) powRat(c rat, n int64) rat {
	if n < 0 {
		c, n = c.inv(), -n
	}
	if c.abs().isOne() {
		if n%2 == 0 {
			return ratInt(1)
		}
		return c
	}
	if n > digitBudget || int64(c.bitLen()-1)*n > digitBudget {
		f.exceed()
	}
	b := c.asBig()
	num := new(big.Int).Exp(b.Num(), big.NewInt(n), nil)
	den := new(big.Int).Exp(b.Denom(), big.NewInt(n), nil)
	return ratBig(new(big.Rat).SetFrac(num, den))
}

// scale returns c·m·p without applying relations; m must hold no algebraic kernel that p holds too.
func (f *field) scale(p poly, c rat, m monomial) poly {
	f.payFor(1, p)
	scaled := make(poly, len(p))
	for i, t := range p {
		scaled[i] = term{t.c.mul(c), f.multiply(t.m, m)}
	}
	return scaled
}

// primitive splits p into c·m·q where q has coprime whole coefficients, a positive first one, and no monomial factor.
func (f *field) primitive(p poly) (c rat, m monomial, q poly) {
	if len(p) == 1 {
		return p[0].c, p[0].m, poly{{c: ratInt(1)}}
	}
	f.payFor(2, p)
	c, m = content(p), commonMonomial(p)
	if p[0].c.sign() < 0 {
		c = c.neg()
	}
	return c, m, f.scale(p, c.inv(), f.raise(m, ratInt(-1)))
}

// content returns the positive rational c for which p/c has coprime whole coefficients.
func content(p poly) rat {
	n, d := int64(0), int64(1)
	for _, t := range p {
		if t.c.big != nil {
			return contentBig(p)
		}
		n = gcdOrZero(n, t.c.n)
		l, ok := mulInt(d/gcdInt(d, t.c.d), t.c.d)
		if !ok {
			return contentBig(p)
		}
		d = l
	}
	return ratOf(n, d)
}

func gcdOrZero(a, b int64) int64 {
	if a == 0 {
		return int64(absInt(b))
	}
	return gcdInt(a, b)
}

func contentBig(p poly) rat {
	n, d := new(big.Int), big.NewInt(1)
	for _, t := range p {
		b := t.c.asBig()
		n.GCD(nil, nil, n, new(big.Int).Abs(b.Num()))
		g := new(big.Int).GCD(nil, nil, d, b.Denom())
		d.Mul(d, new(big.Int).Quo(b.Denom(), g))
	}
	return ratBig(new(big.Rat).SetFrac(n, d))
}

// commonMonomial returns the greatest monomial that divides every term.
func commonMonomial(p poly) monomial {
	type occurrence struct {
		lowest power
		times  int
	}
	all := map[kernelID]occurrence{}
	order := []kernelID{}
	for _, t := range p {
		for _, q := range t.m {
			o, seen := all[q.k]
			if !seen {
				order = append(order, q.k)
			}
			if !seen || compareExponents(q, o.lowest) < 0 {
				o.lowest = q
			}
			o.times++
			all[q.k] = o
		}
	}
	slices.Sort(order)
	var common monomial
	for _, k := range order {
		if o := all[k]; o.times == len(p) || o.lowest.n < 0 { // where it is missing it has the exponent 0
			common = append(common, o.lowest)
		}
	}
	return common
}

// appendKey appends a spelling of p that equal polynomials share.
func (p poly) appendKey(key []byte) []byte {
	for _, t := range p {
		key = t.c.appendKey(key)
		key = t.m.appendKey(key)
	}
	return key
}

func (r rat) appendKey(key []byte) []byte {
	if r.big != nil {
		key = append(key, 0xff)
		key = append(key, r.big.RatString()...)
		return append(key, 0)
	}
	key = append(key, 1)
	key = binary.AppendVarint(key, r.n)
	return binary.AppendVarint(key, r.d)
}

func (m monomial) appendKey(key []byte) []byte {
	key = binary.AppendUvarint(key, uint64(len(m)))
	for _, p := range m {
		key = binary.AppendUvarint(key, uint64(p.k))
		key = binary.AppendVarint(key, p.n)
		key = binary.AppendUvarint(key, uint64(p.d))
	}
	return key
}
