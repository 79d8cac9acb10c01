package algebra

import (
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// log returns ln|p|. Where ln p has a value it is ln|p|, and ln|a b| = ln|a| + ln|b| holds always. What stands under
// logarithms is kept pairwise coprime: a base that shares a divisor with another is refined, and the work starts again.
func (f *field) log(p product) product {
	if p.isZero() {
		f.undefined = true
		return zeroProduct
	}
	var sum []product
	for _, q := range f.primePowers(p.c.Abs()) {
		k := f.intern(kernel{kind: integerKernel, number: q.prime})
		sum = append(sum, f.logKernel(kernelTarget(k)).scaled(rat.Int(q.exponent)))
	}
	for _, q := range p.m {
		sum = append(sum, f.logOfKernel(q.Var).scaled(q.Exponent()))
	}
	for _, x := range p.f {
		if square, monic, n, ok := f.gaussian(x.base); ok {
			half := f.log(constant(square)).scaled(rat.Frac(1, 2))
			sum = append(sum, f.add(half, f.log(monic).scaled(rat.Int(n))).scaled(rat.Int(x.n)))
			continue
		}
		for _, part := range f.baseFactors(x.base) {
			sum = append(sum, f.logOfBase(part.base).scaled(rat.Int(x.n*part.n)))
		}
	}
	return f.add(sum...)
}

func (f *field) logOfKernel(id kernelID) product {
	switch k := f.kernels[id]; k.kind {
	case imagKernel, unitKernel, parityKernel:
		return zeroProduct
	case expKernel:
		return k.args[0]
	case modulusKernel:
		if k.target.isBase {
			return f.logOfBase(baseID(k.target.id))
		}
		return f.logOfKernel(kernelID(k.target.id))
	case productKernel:
		return f.logOfRange(k)
	case symbolKernel, piKernel, integerKernel, logKernel, callKernel, applyKernel, seriesKernel, powerKernel:
	}
	return f.logKernel(kernelTarget(id))
}

func (f *field) logOfBase(b baseID) product {
	f.keepCoprime(b)
	if r, ok := f.reciprocals[b]; ok {
		return f.add(f.log(r.top), f.logOfBase(r.of).neg())
	}
	return f.logKernel(baseTarget(b))
}

func (f *field) logKernel(t target) product {
	return f.kernelProduct(f.intern(kernel{kind: logKernel, target: t}))
}

// keepCoprime notes that b stands under a logarithm or between bars, and splits it and another such base that shares a
// divisor with it.
func (f *field) keepCoprime(b baseID) {
	f.meter.Spend(1 + len(f.coprime)/16)
	if slices.Contains(f.coprime, b) {
		return
	}
	for _, other := range f.coprime {
		if f.refine(b, other) {
			f.again = true
			return
		}
	}
	f.coprime = append(f.coprime, b)
	f.noteReciprocal(b)
}

// refine splits two bases over their greatest common divisor and reports whether there was one.
func (f *field) refine(a, b baseID) bool {
	if g, left, right, ok := f.gaussFactor(a, b); ok {
		f.split(a, g, left)
		f.split(b, g, right)
		return true
	}
	p, q := f.bases[a], f.bases[b]
	g := f.ring.GCD(p, q)
	if len(g) < 2 {
		return false
	}
	left, ok1 := f.ring.Divide(p, g)
	right, ok2 := f.ring.Divide(q, g)
	if !ok1 || !ok2 {
		return false
	}
	f.split(a, g, left)
	f.split(b, g, right)
	return true
}

// split records that the base is the product of two polynomials, unless one of them is the base itself.
func (f *field) split(b baseID, parts ...poly.Poly) {
	var factors []factor
	for _, p := range parts {
		factors = mulFactors(factors, f.whole(p).f)
	}
	if exponentOf(factors, b) == 0 {
		f.refined[b] = factors
		f.dropCoprime(b)
	}
}

func (f *field) dropCoprime(b baseID) {
	for i, other := range f.coprime {
		if other == b {
			f.coprime = append(f.coprime[:i:i], f.coprime[i+1:]...)
			return
		}
	}
}

// baseFactors returns the base, or the finest parts that it is known to have.
func (f *field) baseFactors(b baseID) []factor {
	f.meter.Spend(1)
	parts, ok := f.refined[b]
	if !ok {
		return []factor{{b, 1}}
	}
	var finest []factor
	for _, x := range parts {
		for _, y := range f.baseFactors(x.base) {
			finest = mulFactors(finest, []factor{{y.base, x.n * y.n}})
		}
	}
	return finest
}
