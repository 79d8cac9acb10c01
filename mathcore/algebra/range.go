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
func (ctx *context) productOver(level int, lo, hi, body product) product {
	if tree := ctx.productTree(body); tree != nil {
		used := (ctx.productLevels(body) &^ (1 << uint(level))) | ctx.productLevels(lo) | ctx.productLevels(hi)
		if lowest := bits.TrailingZeros64(^used); lowest < level {
			renamed := ctx.value(expr.Substitute(tree, boundSymbol(level), boundSymbol(lowest)))
			level, body = lowest, renamed
		}
	}
	body = ctx.canonical(body)
	if body.isZero() || ctx.complexProduct(body) {
		return ctx.productOf(level, lo, hi, body)
	}
	if p, ok := ctx.productWithPlainBounds(level, lo, hi, body); ok {
		return p
	}
	if p, ok := ctx.moved(level, lo, hi, body, true); ok {
		return p
	}
	bit := uint64(1) << uint(level)
	outside, inside := product{c: body.c}, oneProduct
	for _, q := range body.m {
		if ctx.kernels[q.Var].levels&bit == 0 {
			outside.m = append(outside.m, q)
			continue
		}
		inside = ctx.mul(inside, ctx.targetOver(level, lo, hi, kernelTarget(q.Var), q.Exponent()))
	}
	for _, x := range body.f {
		if ctx.baseLevels(x.base)&bit == 0 {
			outside.f = append(outside.f, x)
			continue
		}
		if pieces, ok := ctx.indexPieces(x.base); ok {
			for _, piece := range pieces {
				inside = ctx.mul(inside, ctx.productOver(level, lo, hi, ctx.pow(piece, x.n)))
			}
			continue
		}
		for _, part := range ctx.squareFree(x.base) {
			ctx.keepCoprime(part.base)
			for _, piece := range ctx.baseFactors(part.base) {
				n := rat.Int(x.n).Mul(rat.Int(part.n)).Mul(rat.Int(piece.n))
				inside = ctx.mul(inside, ctx.targetOver(level, lo, hi, baseTarget(piece.base), n))
			}
		}
	}
	return ctx.mul(ctx.repeated(outside, ctx.add(hi, lo.neg(), oneProduct)), inside)
}

// complexProduct reports whether p holds i or numbers on the unit circle in plain sight.
func (ctx *context) complexProduct(p product) bool {
	for _, q := range p.m {
		if k := ctx.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
			return true
		}
	}
	for _, x := range p.f {
		if ctx.complexBase(x.base) {
			return true
		}
	}
	return false
}

// targetOver returns the product of t^e over the index.
func (ctx *context) targetOver(level int, lo, hi product, t target, e rat.Rat) product {
	single := ctx.targetProduct(t)
	if ctx.isPositive(t) {
		return ctx.exp(ctx.sumOver(level, lo, hi, ctx.log(single).scaled(e)))
	}
	if p, ok := ctx.signsOver(level, lo, hi, t); ok {
		return p
	}
	if p, ok := ctx.factorialOver(level, lo, hi, t); ok {
		n, _ := e.Int64()
		return ctx.pow(p, n)
	}
	if n, whole := e.Int64(); whole {
		return ctx.pow(ctx.productOf(level, lo, hi, single), n)
	}
	if t.isBase {
		ctx.exceed() // bases have whole exponents
	}
	return ctx.productOf(level, lo, hi, ctx.kernelPower(kernelID(t.id), e))
}

// factorialOver returns the product of k + c over the index k with a whole c: (hi+c)! over (lo+c-1)!, where lo + c is at least 1. It
// reports false for everything else.
func (ctx *context) factorialOver(level int, lo, hi product, t target) (product, bool) {
	p := ctx.plainTarget(t)
	more := ctx.canonical(ctx.add(p, ctx.value(boundSymbol(level)).neg()))
	if ctx.productLevels(more)>>uint(level)&1 == 1 {
		return product{}, false
	}
	if _, whole := ctx.wholeTerms(more); !whole {
		return product{}, false
	}
	before := ctx.canonical(ctx.add(lo, more, oneProduct.neg()))
	if !ctx.ordered(oneProduct, before) || !ctx.ordered(lo, hi) {
		return product{}, false
	}
	return ctx.mul(ctx.factorial(ctx.add(hi, more)), ctx.inv(ctx.factorial(before))), true
}

// signsOver returns the product of s^m, with the sign s of b: that of the product of the b to the power m if the index does not
// stand in m, and s to the power of the sum of the m if it does not stand in b.
func (ctx *context) signsOver(level int, lo, hi product, t target) (product, bool) {
	if t.isBase || ctx.kernels[t.id].kind != parityKernel {
		return product{}, false
	}
	base, exponent := ctx.kernels[t.id].args[0], ctx.kernels[t.id].args[1]
	bit := uint64(1) << uint(level)
	switch {
	case ctx.productLevels(exponent)&bit == 0:
		return ctx.wholePowerOfSign(ctx.productOver(level, lo, hi, base), exponent)
	case ctx.productLevels(base)&bit == 0:
		return ctx.wholePowerOfSign(base, ctx.sumOver(level, lo, hi, exponent))
	}
	for _, q := range exponent.m { // s^(δm) is 1 but where the δ is
		k := ctx.kernels[q.Var]
		if k.kind != callKernel || k.call != expr.Delta || !q.IsVar() {
			continue
		}
		b, okB := ctx.picked(level, lo, hi, k, base)
		e, okE := ctx.picked(level, lo, hi, k, product{exponent.c, exponent.m.Without(q.Var), exponent.f})
		if okB && okE {
			if b.isZero() {
				return oneProduct, true
			}
			return ctx.wholePowerOfSign(b, e)
		}
	}
	return product{}, false
}

// productOf returns the product as a kernel, its index at the lowest level that nothing else in it uses.
func (ctx *context) productOf(level int, lo, hi, body product) product {
	used := (ctx.productLevels(body) &^ (1 << uint(level))) | ctx.productLevels(lo) | ctx.productLevels(hi)
	if lowest := bits.TrailingZeros64(^used); lowest < level {
		if tree := ctx.productTree(body); tree != nil {
			ctx.ring.Spend(expr.Size(tree))
			body = ctx.canonical(ctx.value(expr.Substitute(tree, boundSymbol(level), boundSymbol(lowest))))
			level = lowest
		}
	}
	k := kernel{kind: productKernel, target: target{id: int32(level)}, args: []product{lo, hi, body}}
	return ctx.kernelProduct(ctx.intern(k))
}

// repeated returns b^n for the number n of factors, which is whole where the product has a value.
func (ctx *context) repeated(b, n product) product {
	if b.equal(oneProduct) {
		return b
	}
	if ctx.neverNegative(b) {
		return ctx.exp(ctx.mul(n, ctx.log(b)))
	}
	if p, ok := ctx.wholePower(b, n); ok {
		return p
	}
	return ctx.kernelProduct(ctx.intern(kernel{kind: powerKernel, args: []product{ctx.canonical(b), ctx.canonical(n)}}))
}

// productWithPlainBounds returns a product whose lower bound is 1, or a letter if it cannot be told what stands before it, and whose
// upper bound has no number added: times the factors at these ends, or by those that are too many, if none of them may be zero on
// more than isolated points. It reports false when there are none.
func (ctx *context) productWithPlainBounds(level int, lo, hi, body product) (product, bool) {
	below, under := int64(0), lo
	first, whole := lo.int64()
	if whole {
		below, under = 1-first, oneProduct
	}
	beyond, trunk := ctx.splitBound(hi)
	tree, top := ctx.productTree(body), ctx.productTree(trunk)
	if rat.Magnitude(below) > boundLimit || rat.Magnitude(beyond) > boundLimit || tree == nil || top == nil || !ctx.ordered(lo, hi) || !ctx.ordered(under, trunk) {
		return product{}, false
	}
	divides := (below < 0 || beyond < 0) && ctx.dividesBy(level, body)
	if below < 0 && !divides {
		below, under = 0, lo
	}
	if beyond < 0 && !divides {
		beyond, trunk = 0, hi
	}
	if !whole && ctx.dividesBy(level, body) && ctx.ordered(oneProduct, ctx.add(lo, oneProduct.neg())) {
		before := ctx.productOver(level, oneProduct, ctx.canonical(ctx.add(lo, oneProduct.neg())), body)
		return ctx.mul(ctx.productOver(level, oneProduct, hi, body), ctx.inv(before)), true
	}
	if below == 0 && beyond == 0 {
		return product{}, false
	}
	at := func(n expr.Node) product {
		ctx.ring.Spend(len(body.m) + 1)
		return ctx.value(expr.Substitute(tree, boundSymbol(level), n))
	}
	p := ctx.productOver(level, under, trunk, body)
	for i := int64(0); i < below; i++ {
		p = ctx.mul(p, at(expr.Int(-i)))
	}
	for i := int64(1); i <= beyond; i++ {
		p = ctx.mul(p, at(expr.Sum(top, expr.Int(i))))
	}
	for i := below + 1; i <= 0; i++ {
		p = ctx.mul(p, ctx.inv(at(expr.Int(1-i))))
	}
	for i := beyond + 1; i <= 0; i++ {
		p = ctx.mul(p, ctx.inv(at(expr.Sum(top, expr.Int(i)))))
	}
	return p, true
}

// dividesBy reports whether factors of a product may stand below a fraction bar: each has a value, and is zero at isolated points at
// most, where the product is the limit of those beside it.
func (ctx *context) dividesBy(level int, body product) bool {
	k := kernel{kind: productKernel, target: target{id: int32(level)}, args: []product{{}, {}, body}}
	return ctx.defined(level, body) && !ctx.rangeMayVanish(&k)
}

// MayVanish reports whether the factor n of a product over the index may be zero on more than isolated points of the domain
// of sc, as far as is known.
func MayVanish(n expr.Node, index *expr.Symbol, sc *scope.Scope) bool {
	ctx := newContext(sc)
	vanishes := true
	ctx.within(func() { vanishes = ctx.factorMayVanish(n, index) })
	return vanishes
}

func (ctx *context) factorMayVanish(n expr.Node, index *expr.Symbol) bool {
	p := ctx.canonical(ctx.value(n))
	if ctx.facts.noValue || p.isZero() || ctx.complexProduct(p) {
		return true
	}
	counts := func(id kernelID) bool { return ctx.counts(id, index) }
	for _, q := range p.m {
		if ctx.mayVanish(kernelTarget(q.Var)) || ctx.kernels[q.Var].kind != expKernel && counts(q.Var) {
			return true
		}
	}
	for _, x := range p.f {
		if ctx.mayVanish(baseTarget(x.base)) || slices.ContainsFunc(ctx.bases[x.base].Vars(), counts) {
			return true
		}
	}
	return false
}

// counts reports whether the kernel depends on the index as a number, not only as one that tells members of a family
// apart: i - 2 is zero at i = 2, whatever the letters are.
func (ctx *context) counts(id kernelID, index *expr.Symbol) bool {
	tree := ctx.kernelTree(id)
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
func (ctx *context) logOfRange(k kernel) product {
	return ctx.sumOver(int(k.target.id), k.args[0], k.args[1], ctx.log(k.args[2]))
}
