package algebra

import (
	"cmp"
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A factor is a base raised to a whole exponent, not zero.
type factor struct {
	base baseID
	n    int64
}

// A product is the form in which a context keeps every value: coefficient · monomial · bases to whole powers, in the
// order of their numbers. Sums stay inside bases until something has to be added. The zero product has c = 0.
type product struct {
	c rat.Rat
	m poly.Monomial
	f []factor
}

var zeroProduct, oneProduct = constant(rat.Int(0)), constant(rat.Int(1))

func constant(c rat.Rat) product { return product{c: c} }

// kernelProduct returns k as a product, or what a side condition puts in its place.
func (ctx *context) kernelProduct(k kernelID) product {
	if p, ok := ctx.replaced[k]; ok {
		return p
	}
	return ctx.reduced(product{c: rat.Int(1), m: ctx.powers.of(poly.VarTo(k, 1))})
}

func (p product) isZero() bool { return p.c.IsZero() }

// isConstant reports whether p is a rational number.
func (p product) isConstant() bool { return len(p.m) == 0 && len(p.f) == 0 }

// int64 returns the whole number that p is; ok is false where it is none, or a long one.
func (p product) int64() (n int64, ok bool) {
	n, ok = p.c.Int64()
	return n, ok && p.isConstant()
}

func (p product) equal(q product) bool {
	return p.c.Equal(q.c) && p.m.Compare(q.m) == 0 && slices.Equal(p.f, q.f)
}

func (p product) scaled(c rat.Rat) product {
	p.c = p.c.Mul(c)
	if p.c.IsZero() {
		return zeroProduct
	}
	return p
}

func (p product) neg() product { return p.scaled(rat.Int(-1)) }

// mul returns p·q.
func (ctx *context) mul(p, q product) product {
	if p.isZero() || q.isZero() {
		return zeroProduct
	}
	ctx.meter.Spend(1 + (len(p.m)+len(q.m)+len(p.f)+len(q.f))/4 + rat.Cost(p.c, q.c))
	return ctx.reduced(product{ctx.ring.Bounded(p.c.Mul(q.c)), ctx.ring.MulMonomial(p.m, q.m), mulFactors(p.f, q.f)})
}

func mulFactors(a, b []factor) []factor {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	all := append(append(make([]factor, 0, len(a)+len(b)), a...), b...)
	slices.SortStableFunc(all, func(x, y factor) int { return cmp.Compare(x.base, y.base) })
	merged := all[:0]
	for _, x := range all {
		if last := len(merged) - 1; last >= 0 && merged[last].base == x.base {
			merged[last].n += x.n
			if merged[last].n == 0 {
				merged = merged[:last]
			}
			continue
		}
		merged = append(merged, x)
	}
	return merged
}

// inv returns 1/p; the inverse of zero has no value.
func (ctx *context) inv(p product) product { return ctx.pow(p, -1) }

// pow returns p^n.
func (ctx *context) pow(p product, n int64) product {
	switch {
	case n == 0:
		return oneProduct
	case n == 1:
		return p
	case p.isZero():
		if n < 0 {
			ctx.facts.noValue = true
		}
		return zeroProduct
	}
	c := ctx.ring.PowRat(p.c, n)
	ctx.meter.Spend(1 + (len(p.m)+len(p.f))/4 + rat.Cost(c, c))
	factors := make([]factor, len(p.f))
	for i, x := range p.f {
		m, fits := rat.MulInt64(x.n, n)
		if !fits || m > poly.ExponentLimit || m < -poly.ExponentLimit {
			ctx.exceed()
		}
		factors[i] = factor{x.base, m}
	}
	return ctx.reduced(product{c, ctx.ring.PowMonomial(p.m, rat.Int(n)), factors})
}

// add returns the sum of the terms: what all share stays outside as it is, the rest is expanded and becomes a new base.
func (ctx *context) add(terms ...product) product {
	terms = ctx.like(slices.DeleteFunc(terms, product.isZero))
	switch len(terms) {
	case 0:
		return zeroProduct
	case 1:
		return terms[0]
	}
	ctx.payForSum(terms)
	shared := sharedFactors(terms)
	if ctx.expansionCost(terms, shared) > poly.TermLimit {
		return ctx.lazySum(terms, shared)
	}
	sum := make([]poly.Term, 0, len(terms))
	for _, t := range terms {
		sum = ctx.appendExpanded(sum, t, shared)
	}
	return ctx.fromPoly(ctx.ring.BoundedPoly(poly.Collect(sum)), shared)
}

// like adds the terms that differ in their coefficients only, before anything is multiplied out.
func (ctx *context) like(terms []product) []product {
	if !slices.ContainsFunc(terms, func(p product) bool { return len(p.f) > 0 }) {
		return terms
	}
	distinct := make([]product, 0, len(terms))
	ctx.meter.Spend(len(terms) * min(len(terms), likeLimit) / 16)
	for _, t := range terms {
		i := slices.IndexFunc(distinct, func(p product) bool {
			return slices.Equal(p.f, t.f) && p.m.Compare(t.m) == 0
		})
		if i < 0 || len(distinct) > likeLimit {
			distinct = append(distinct, t)
			continue
		}
		distinct[i].c = ctx.ring.Bounded(distinct[i].c.Add(t.c))
	}
	return slices.DeleteFunc(distinct, product.isZero)
}

// likeLimit bounds how many terms are compared with each other.
const likeLimit = 64

// sharedFactors returns for each base the lowest exponent it has in any of the terms, those that are zero left out.
func sharedFactors(terms []product) []factor {
	var shared []factor
	for _, t := range terms {
		shared = append(shared, t.f...)
	}
	if len(shared) == 0 {
		return nil
	}
	slices.SortFunc(shared, func(x, y factor) int {
		return cmp.Or(cmp.Compare(x.base, y.base), cmp.Compare(x.n, y.n))
	})
	shared = slices.CompactFunc(shared, func(x, y factor) bool { return x.base == y.base })
	lowest := shared[:0]
	for _, x := range shared {
		for _, t := range terms {
			x.n = min(x.n, exponentOf(t.f, x.base))
		}
		if x.n != 0 {
			lowest = append(lowest, x)
		}
	}
	return lowest
}

func exponentOf(factors []factor, b baseID) int64 {
	for _, x := range factors {
		if x.base == b {
			return x.n
		}
	}
	return 0
}

// appendExpanded multiplies out t/shared and appends the terms.
func (ctx *context) appendExpanded(sum []poly.Term, t product, shared []factor) []poly.Term {
	if len(t.f) == 0 && len(shared) == 0 {
		return append(sum, poly.Term{C: t.c, M: t.m})
	}
	rest := mulFactors(t.f, negated(shared))
	if len(rest) == 0 {
		return append(sum, poly.Term{C: t.c, M: t.m})
	}
	p := poly.Of(t.c, t.m)
	for _, x := range rest {
		p = ctx.ring.Mul(p, ctx.ring.Pow(ctx.multiplied(x.base), x.n))
	}
	return append(sum, p...)
}

func negated(factors []factor) []factor {
	inverse := make([]factor, len(factors))
	for i, x := range factors {
		inverse[i] = factor{x.base, -x.n}
	}
	return inverse
}

// fromPoly returns p times the factors as a product.
func (ctx *context) fromPoly(p poly.Poly, factors []factor) product {
	if len(p) == 0 {
		return zeroProduct
	}
	c, m, q := ctx.ring.Primitive(p)
	result := product{c, m, factors}
	if !q.IsOne() {
		result.f = mulFactors(factors, ctx.baseFactors(ctx.base(q)))
	}
	return ctx.reduced(result)
}

// expand multiplies out the bases with positive exponents and returns them as one polynomial, the denominators as
// another: p = num/den.
func (ctx *context) expand(p product) (num, den poly.Poly) {
	num, den = poly.Of(p.c, p.m), poly.One()
	if p.isZero() {
		return nil, den
	}
	for _, x := range p.f {
		if x.n > 0 {
			num = ctx.ring.Mul(num, ctx.ring.Pow(ctx.multiplied(x.base), x.n))
		} else {
			den = ctx.ring.Mul(den, ctx.ring.Pow(ctx.multiplied(x.base), -x.n))
		}
	}
	return num, den
}

// canonical returns p in lowest terms, numerator and denominator multiplied out: at most one base above and one below.
// Equal fractions of polynomials in the kernels have the same canonical form.
func (ctx *context) canonical(p product) product {
	if len(p.f) == 0 || len(p.f) == 1 && p.f[0].n == 1 {
		return p
	}
	num, den := ctx.expand(p)
	if len(den) == 0 { // what stands below is 0, as is seen only now
		ctx.exceed()
		return p
	}
	if !den.IsOne() && len(num) > 0 {
		if g := ctx.ring.GCD(num, den); len(g) > 1 {
			if q, exact := ctx.ring.Divide(num, g); exact {
				num = q
				den, _ = ctx.ring.Divide(den, g)
			}
		}
	}
	above := ctx.whole(num)
	below := ctx.whole(den)
	return ctx.mulPlain(above, below)
}

// whole returns p as a product with one base, however it may be refined.
func (ctx *context) whole(p poly.Poly) product {
	if len(p) == 0 {
		return zeroProduct
	}
	c, m, q := ctx.ring.Primitive(p)
	result := product{c: c, m: m}
	if !q.IsOne() {
		result.f = []factor{{ctx.base(q), 1}}
	}
	return result
}

// mulPlain returns above/below without applying relations.
func (ctx *context) mulPlain(above, below product) product {
	if above.isZero() {
		return zeroProduct
	}
	return product{
		above.c.Mul(below.c.Inv()), ctx.ring.MulMonomial(above.m, ctx.ring.InvMonomial(below.m)), mulFactors(above.f, negated(below.f)),
	}
}

// appendKey appends a spelling of p that equal products share.
func (p product) appendKey(key []byte) []byte {
	key = p.c.AppendKey(key)
	key = p.m.AppendKey(key)
	for _, x := range p.f {
		key = append(key, 'b')
		key = poly.VarTo(kernelID(x.base), x.n).AppendKey(key)
	}
	return append(key, 0)
}
