package algebra

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// productOver returns the product of the body over the bound index of the level: what does not depend on the index to
// the power of the number of factors; of what is positive e to the sum of the logarithms; the rest split over its
// indivisible parts.
func (f *field) productOver(level int, lo, hi, body product) product {
	if tree := f.productTree(body); tree != nil {
		used := (f.productLevels(body) &^ (1 << uint(level))) | f.productLevels(lo) | f.productLevels(hi)
		if lowest := bits.TrailingZeros64(^used); lowest < level {
			renamed := f.value(expr.Substitute(tree, boundSymbol(level), boundSymbol(lowest)))
			level, body = lowest, renamed
		}
	}
	body = f.canonical(body)
	if body.isZero() || f.complexProduct(body) {
		return f.productOf(level, lo, hi, body)
	}
	if p, ok := f.endsTaken(level, lo, hi, body); ok {
		return p
	}
	bit := uint64(1) << uint(level)
	outside, inside := product{c: body.c}, oneProduct
	for _, q := range body.m {
		if f.kernels[q.Var].levels&bit == 0 {
			outside.m = append(outside.m, q)
			continue
		}
		inside = f.mul(inside, f.targetOver(level, lo, hi, kernelTarget(q.Var), q.Exponent()))
	}
	for _, x := range body.f {
		if f.baseLevels(x.base)&bit == 0 {
			outside.f = append(outside.f, x)
			continue
		}
		for _, part := range f.squareFree(x.base) {
			f.keepCoprime(part.base)
			for _, piece := range f.baseFactors(part.base) {
				n := rat.Int(x.n).Mul(rat.Int(part.n)).Mul(rat.Int(piece.n))
				inside = f.mul(inside, f.targetOver(level, lo, hi, baseTarget(piece.base), n))
			}
		}
	}
	return f.mul(f.repeated(outside, f.add(hi, lo.neg(), oneProduct)), inside)
}

// complexProduct reports whether p holds i or numbers on the unit circle in plain sight.
func (f *field) complexProduct(p product) bool {
	for _, q := range p.m {
		if k := f.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
			return true
		}
	}
	for _, x := range p.f {
		if f.complexBase(x.base) {
			return true
		}
	}
	return false
}

// targetOver returns the product of t^e over the index.
func (f *field) targetOver(level int, lo, hi product, t target, e rat.Rat) product {
	single := f.targetProduct(t)
	if f.sign(t) > 0 && !f.mayVanish(t) {
		return f.exp(f.sumOver(level, lo, hi, f.log(single).scaled(e)))
	}
	if n, whole := e.Int64(); whole {
		return f.pow(f.productOf(level, lo, hi, single), n)
	}
	if t.isBase {
		f.exceed() // bases have whole exponents
	}
	return f.productOf(level, lo, hi, f.kernelPower(kernelID(t.id), e))
}

func (f *field) productOf(level int, lo, hi, body product) product {
	k := kernel{kind: productKernel, target: target{id: int32(level)}, args: []product{lo, hi, body}}
	return f.kernelProduct(f.intern(k))
}

// repeated returns b^n for the number n of factors, which is whole where the product has a value.
func (f *field) repeated(b, n product) product {
	if b.equal(oneProduct) {
		return b
	}
	if f.neverNegative(b) {
		return f.exp(f.mul(n, f.log(b)))
	}
	if p, ok := f.wholePower(b, n); ok {
		return p
	}
	return f.kernelProduct(f.intern(kernel{kind: powerKernel, args: []product{f.canonical(b), f.canonical(n)}}))
}

// endsTaken returns a product whose lower bound is 0 or less, or whose upper bound has a number added, with the factors at
// these ends beside it. It reports false when there are none.
func (f *field) endsTaken(level int, lo, hi, body product) (product, bool) {
	below, under := int64(0), lo
	if first, whole := lo.int64(); whole && first <= 0 {
		below, under = 1-first, oneProduct
	}
	beyond, trunk := f.splitBound(hi)
	if beyond < 0 {
		beyond, trunk = 0, hi
	}
	tree, top := f.productTree(body), f.productTree(trunk)
	if below == 0 && beyond == 0 || below > peelLimit || beyond > peelLimit || tree == nil || top == nil {
		return product{}, false
	}
	at := func(n expr.Node) product { return f.value(expr.Substitute(tree, boundSymbol(level), n)) }
	p := f.productOver(level, under, trunk, body)
	for i := int64(0); i < below; i++ {
		f.ring.Spend(len(body.m) + 1)
		p = f.mul(p, at(expr.Int(-i)))
	}
	for i := int64(1); i <= beyond; i++ {
		f.ring.Spend(len(body.m) + 1)
		p = f.mul(p, at(expr.Sum(top, expr.Int(i))))
	}
	return p, true
}

// MayVanish reports whether the factor n of a product over the index may be zero on more than isolated points of the domain
// of sc, as far as is known.
func MayVanish(n expr.Node, index *expr.Symbol, sc *scope.Scope) bool {
	f := newField(sc)
	vanishes := true
	f.limit.Within(workBudget, func() { vanishes = f.factorMayVanish(n, index) })
	return vanishes
}

func (f *field) factorMayVanish(n expr.Node, index *expr.Symbol) bool {
	p := f.canonical(f.value(n))
	if f.undefined || p.isZero() || f.complexProduct(p) {
		return true
	}
	counts := func(id kernelID) bool { return f.counts(id, index) }
	for _, q := range p.m {
		if f.mayVanish(kernelTarget(q.Var)) || f.kernels[q.Var].kind != expKernel && counts(q.Var) {
			return true
		}
	}
	for _, x := range p.f {
		if f.mayVanish(baseTarget(x.base)) || slices.ContainsFunc(f.bases[x.base].Vars(), counts) {
			return true
		}
	}
	return false
}

// counts reports whether the kernel depends on the index as a number, not only as one that tells members of a family
// apart: i - 2 is zero at i = 2, whatever the letters are.
func (f *field) counts(id kernelID, index *expr.Symbol) bool {
	tree := f.kernelTree(id)
	bare := false
	if tree != nil {
		expr.Walk(tree, func(n expr.Node) bool {
			bare = bare || expr.Equal(n, index)
			_, symbol := n.(*expr.Symbol)
			return !symbol
		})
	}
	return tree == nil || bare
}

// logOfRange returns ln|t| of a product over a range: the sum of the logarithms.
func (f *field) logOfRange(k kernel) product {
	return f.sumOver(int(k.target.id), k.args[0], k.args[1], f.log(k.args[2]))
}
