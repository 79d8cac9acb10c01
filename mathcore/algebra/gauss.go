package algebra

import (
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// Sums of sines and cosines are polynomials in z = e^(ix) with coefficients a+bi. Between bars they are made monic, and
// powers are found: 1 - sin 2x is (z²-i)² up to what has the modulus 1, and sin x - cos x is z²-i, up to a number.

// A gauss is a number a+bi with rational a and b.
type gauss struct{ re, im rat.Rat }

func (a gauss) isZero() bool { return a.re.IsZero() && a.im.IsZero() }

func (a gauss) add(b gauss) gauss { return gauss{a.re.Add(b.re), a.im.Add(b.im)} }

func (a gauss) mul(b gauss) gauss {
	return gauss{a.re.Mul(b.re).Add(a.im.Mul(b.im).Neg()), a.re.Mul(b.im).Add(a.im.Mul(b.re))}
}

func (a gauss) neg() gauss { return gauss{a.re.Neg(), a.im.Neg()} }

// square returns a² + b², the square of the modulus.
func (a gauss) square() rat.Rat { return a.re.Mul(a.re).Add(a.im.Mul(a.im)) }

func (a gauss) inv() gauss {
	n := a.square().Inv()
	return gauss{a.re.Mul(n), a.im.Mul(n).Neg()}
}

// gaussDegree bounds the polynomials that are treated.
const gaussDegree = 16

// gaussian returns a base that is a polynomial in one number on the unit circle, with coefficients a+bi, as the square of
// the modulus of its leading coefficient and a power of a monic polynomial: |base|² = square·|monic|^(2n). ok is false if
// the base is that already, or something else.
func (ctx *context) gaussian(b baseID) (square rat.Rat, monic product, n int64, ok bool) {
	p, z, known := ctx.gaussPoly(b)
	if !known {
		return rat.Rat{}, product{}, 0, false
	}
	lead := p[len(p)-1]
	inverse := lead.inv()
	for i := range p {
		p[i] = p[i].mul(inverse)
	}
	n = 1
	if s := ctx.gaussRadical(p); len(s) < len(p) && (len(p)-1)%(len(s)-1) == 0 {
		if k := (len(p) - 1) / (len(s) - 1); ctx.isGaussPower(p, s, k) {
			p, n = s, int64(k)
		}
	}
	monic = ctx.fromGauss(p, z)
	if len(monic.f) == 1 && monic.f[0].base == b {
		return rat.Rat{}, product{}, 0, false
	}
	return lead.square(), monic, n, true
}

// gaussPoly returns the coefficients of a base by rising powers of the only number on the unit circle that it holds.
func (ctx *context) gaussPoly(b baseID) (p []gauss, z kernelID, ok bool) {
	z = -1
	for _, t := range ctx.bases[b] {
		degree, turn := int64(0), false
		for _, q := range t.M {
			switch k := ctx.kernels[q.Var].kind; {
			case k == imagKernel:
				turn = true
			case k == unitKernel && q.Den == 1 && q.Num > 0 && q.Num <= gaussDegree && (z < 0 || z == q.Var):
				z, degree = q.Var, q.Num
			default:
				return nil, 0, false
			}
		}
		for int64(len(p)) <= degree {
			p = append(p, gauss{rat.Int(0), rat.Int(0)})
		}
		c := gauss{t.C, rat.Int(0)}
		if turn {
			c = gauss{rat.Int(0), t.C}
		}
		p[degree] = p[degree].add(c)
	}
	return p, z, z >= 0
}

// fromGauss returns the polynomial as a product.
func (ctx *context) fromGauss(p []gauss, z kernelID) product {
	i := ctx.intern(kernel{kind: imagKernel})
	var terms []poly.Term
	for n, c := range p {
		var m poly.Monomial
		if n > 0 {
			m = poly.Monomial{poly.VarTo(z, int64(n))}
		}
		if !c.re.IsZero() {
			terms = append(terms, poly.Term{C: c.re, M: m})
		}
		if !c.im.IsZero() {
			terms = append(terms, poly.Term{C: c.im, M: ctx.ring.MulMonomial(m, poly.Monomial{poly.VarTo(i, 1)})})
		}
	}
	return ctx.whole(poly.Collect(terms))
}

// gaussRadical returns the monic polynomial with the zeros of p, each once.
func (ctx *context) gaussRadical(p []gauss) []gauss {
	var derivative []gauss
	for i := 1; i < len(p); i++ {
		derivative = append(derivative, p[i].mul(gauss{rat.Int(int64(i)), rat.Int(0)}))
	}
	a, b := p, derivative
	for len(b) > 0 {
		_, rest := ctx.gaussDivide(a, b)
		a, b = b, rest
	}
	quotient, _ := ctx.gaussDivide(p, a)
	inverse := quotient[len(quotient)-1].inv()
	for i := range quotient {
		quotient[i] = quotient[i].mul(inverse)
	}
	return quotient
}

// gaussDivide divides a by b, whose last coefficient is not zero.
func (ctx *context) gaussDivide(a, b []gauss) (quotient, rest []gauss) {
	rest = append([]gauss(nil), a...)
	inverse := b[len(b)-1].inv()
	for len(rest) >= len(b) {
		c := rest[len(rest)-1].mul(inverse)
		shift := len(rest) - len(b)
		for len(quotient) <= shift {
			quotient = append(quotient, gauss{rat.Int(0), rat.Int(0)})
		}
		quotient[shift] = c
		for i, x := range b {
			ctx.meter.Spend(rat.Cost(c.re, x.re))
			ctx.meter.Spend(rat.Cost(c.im, x.im))
			rest[shift+i] = rest[shift+i].add(c.mul(x).neg())
		}
		rest = rest[:len(rest)-1]
	}
	for len(rest) > 0 && rest[len(rest)-1].isZero() {
		rest = rest[:len(rest)-1]
	}
	return quotient, rest
}

// isGaussPower reports whether p is the k-th power of s.
func (ctx *context) isGaussPower(p, s []gauss, k int) bool {
	rest := p
	for range k {
		quotient, remainder := ctx.gaussDivide(rest, s)
		if len(remainder) > 0 {
			return false
		}
		rest = quotient
	}
	return len(rest) == 1
}

// gaussFactor returns the greatest common divisor of two bases that are monic polynomials in the same number on the unit
// circle, and what it leaves of each; ok is false if there is none, or if a part is not a base as it stands.
func (ctx *context) gaussFactor(a, b baseID) (divisor, left, right poly.Poly, ok bool) {
	p, y, okP := ctx.gaussPoly(a)
	q, z, okQ := ctx.gaussPoly(b)
	one := gauss{rat.Int(1), rat.Int(0)}
	if !okP || !okQ || y != z || !p[len(p)-1].equal(one) || !q[len(q)-1].equal(one) {
		return nil, nil, nil, false
	}
	g, rest := slices.Clone(p), slices.Clone(q)
	for len(rest) > 0 {
		_, next := ctx.gaussDivide(g, rest)
		g, rest = rest, next
	}
	if len(g) < 2 {
		return nil, nil, nil, false
	}
	inverse := g[len(g)-1].inv()
	for i := range g {
		g[i] = g[i].mul(inverse)
	}
	var parts [3]poly.Poly
	l, _ := ctx.gaussDivide(p, g)
	r, _ := ctx.gaussDivide(q, g)
	for i, c := range [][]gauss{g, l, r} {
		whole := ctx.fromGauss(c, z)
		if !whole.c.IsOne() || len(whole.m) > 0 {
			return nil, nil, nil, false
		}
		parts[i] = poly.One()
		if len(whole.f) > 0 {
			parts[i] = ctx.bases[whole.f[0].base]
		}
	}
	return parts[0], parts[1], parts[2], true
}

func (a gauss) equal(b gauss) bool { return a.re.Equal(b.re) && a.im.Equal(b.im) }
