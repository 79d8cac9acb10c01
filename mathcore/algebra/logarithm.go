package algebra

import (
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// log returns ln|p|. Where ln p has a value it is ln|p|, and ln|a b| = ln|a| + ln|b| holds always. What stands under
// logarithms is kept pairwise coprime: a base that shares a divisor with another is refined, and the work starts again.
func (ctx *context) log(p product) product {
	if p.isZero() {
		ctx.facts.noValue = true
		return zeroProduct
	}
	var sum []product
	for _, q := range ctx.primePowers(p.c.Abs()) {
		k := ctx.intern(kernel{kind: integerKernel, number: q.prime})
		sum = append(sum, ctx.logKernel(kernelTarget(k)).scaled(rat.Int(q.exponent)))
	}
	for _, q := range p.m {
		sum = append(sum, ctx.logOfKernel(q.Var).scaled(q.Exponent()))
	}
	for _, x := range p.f {
		if square, monic, n, ok := ctx.gaussian(x.base); ok {
			half := ctx.log(constant(square)).scaled(rat.Frac(1, 2))
			sum = append(sum, ctx.add(half, ctx.log(monic).scaled(rat.Int(n))).scaled(rat.Int(x.n)))
			continue
		}
		if pieces, ok := ctx.indexPieces(x.base); ok {
			for _, piece := range pieces {
				sum = append(sum, ctx.log(piece).scaled(rat.Int(x.n)))
			}
			continue
		}
		for _, part := range ctx.baseFactors(x.base) {
			sum = append(sum, ctx.logOfBase(part.base).scaled(rat.Int(x.n*part.n)))
		}
	}
	return ctx.add(sum...)
}

func (ctx *context) logOfKernel(id kernelID) product {
	switch k := ctx.kernels[id]; k.kind {
	case imagKernel, unitKernel, parityKernel:
		return zeroProduct
	case expKernel:
		return k.args[0]
	case modulusKernel:
		if k.target.isBase {
			return ctx.logOfBase(baseID(k.target.id))
		}
		return ctx.logOfKernel(kernelID(k.target.id))
	case productKernel:
		return ctx.logOfRange(k)
	case symbolKernel, piKernel, integerKernel, logKernel, callKernel, applyKernel, seriesKernel, powerKernel:
	}
	return ctx.logKernel(kernelTarget(id))
}

func (ctx *context) logOfBase(b baseID) product {
	ctx.keepCoprime(b)
	if r, ok := ctx.reciprocals[b]; ok {
		return ctx.add(ctx.log(r.top), ctx.logOfBase(r.of).neg())
	}
	return ctx.logKernel(baseTarget(b))
}

func (ctx *context) logKernel(t target) product {
	return ctx.kernelProduct(ctx.intern(kernel{kind: logKernel, target: t}))
}

// keepCoprime notes that b stands under a logarithm or between bars, and splits it and another such base that shares a
// divisor with it.
func (ctx *context) keepCoprime(b baseID) {
	ctx.meter.Spend(1 + len(ctx.coprime)/16)
	if slices.Contains(ctx.coprime, b) {
		return
	}
	for _, other := range ctx.coprime {
		if ctx.refine(b, other) {
			ctx.found.changed = true
			return
		}
	}
	ctx.coprime = append(ctx.coprime, b)
	ctx.noteReciprocal(b)
}

// refine splits two bases over their greatest common divisor and reports whether there was one.
func (ctx *context) refine(a, b baseID) bool {
	if g, left, right, ok := ctx.gaussFactor(a, b); ok {
		ctx.split(a, g, left)
		ctx.split(b, g, right)
		return true
	}
	p, q := ctx.bases[a], ctx.bases[b]
	g := ctx.ring.GCD(p, q)
	if len(g) < 2 {
		return false
	}
	left, ok1 := ctx.ring.Divide(p, g)
	right, ok2 := ctx.ring.Divide(q, g)
	if !ok1 || !ok2 {
		return false
	}
	ctx.split(a, g, left)
	ctx.split(b, g, right)
	return true
}

// split records that the base is the product of two polynomials, unless one of them is the base itself.
func (ctx *context) split(b baseID, parts ...poly.Poly) {
	var factors []factor
	for _, p := range parts {
		factors = mulFactors(factors, ctx.whole(p).f)
	}
	if exponentOf(factors, b) == 0 {
		put(&ctx.refined, b, factors)
		ctx.dropCoprime(b)
	}
}

func (ctx *context) dropCoprime(b baseID) {
	for i, other := range ctx.coprime {
		if other == b {
			ctx.coprime = append(ctx.coprime[:i:i], ctx.coprime[i+1:]...)
			return
		}
	}
}

// baseFactors returns the base, or the finest parts that it is known to have.
func (ctx *context) baseFactors(b baseID) []factor {
	ctx.meter.Spend(1)
	parts, ok := ctx.refined[b]
	if !ok {
		return ctx.factors.of(factor{b, 1})
	}
	var finest []factor
	for _, x := range parts {
		for _, y := range ctx.baseFactors(x.base) {
			finest = mulFactors(finest, []factor{{y.base, x.n * y.n}})
		}
	}
	return finest
}
