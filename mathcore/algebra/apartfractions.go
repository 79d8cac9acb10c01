package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A pole is what a sum divides by once: slope·k + rest with the index k.
type pole struct {
	of          product
	slope, rest product
}

// fractionsApart returns the sum over the index of body, which divides by two multiples u and v of the index and more, as two sums
// which divide by one of them each: 1/(uv) is (r/v - p/u)/(ru - pv) with the slopes p and r. What they are divided by has no index in
// it; it must be a whole number other than 0, whatever the letters are. It reports false for every other body.
func (ctx *context) fractionsApart(level int, lo, hi, body product) (product, bool) {
	if len(body.f) == 0 || ctx.hasFactorial(level, body) { // see binomialSum
		return product{}, false
	}
	body = ctx.inPieces(body)
	u, v, ok := ctx.twoPoles(level, body)
	if !ok {
		return product{}, false
	}
	determinant := ctx.canonical(ctx.add(ctx.mul(v.slope, u.rest), ctx.mul(u.slope, v.rest).neg()))
	if !ctx.neverZeroWhole(determinant, lo, hi) {
		return product{}, false
	}
	over := ctx.inv(determinant)
	first := ctx.sumOver(level, lo, hi, ctx.mul(body, ctx.mul(u.of, v.slope)))
	second := ctx.sumOver(level, lo, hi, ctx.mul(body, ctx.mul(v.of, u.slope)))
	return ctx.mul(over, ctx.add(first, second.neg())), true
}

// twoPoles returns the first two single denominators that are linear in the index. It reports false where something else is divided
// by that depends on it.
func (ctx *context) twoPoles(level int, body product) (u, v pole, ok bool) {
	index := ctx.intern(kernel{kind: symbolKernel, symbol: boundSymbol(level)})
	var poles []pole
	for _, q := range body.m {
		if q.Var == index && q.Num < 0 {
			if q.Num != -1 || q.Den != 1 {
				return u, v, false
			}
			poles = append(poles, pole{ctx.kernelProduct(index), oneProduct, zeroProduct})
		}
	}
	for _, x := range body.f {
		if x.n > 0 || ctx.baseLevels(x.base)>>uint(level)&1 == 0 {
			continue
		}
		if _, lazy := ctx.lazy[x.base]; lazy || x.n != -1 {
			return u, v, false
		}
		slope, rest, linear := linearIn(ctx.bases[x.base], index)
		others := ctx.fromPoly(rest, nil)
		if !linear || ctx.productLevels(others)>>uint(level)&1 == 1 {
			return u, v, false
		}
		poles = append(poles, pole{product{c: rat.Int(1), f: []factor{{x.base, 1}}}, constant(slope), others})
	}
	if len(poles) < 2 {
		return u, v, false
	}
	return poles[0], poles[1], true
}

// neverZeroWhole reports whether p is surely a whole number other than 0: a sum of whole multiples of letters that count.
func (ctx *context) neverZeroWhole(p product, bounds ...product) bool {
	num, den := ctx.expand(p)
	if !den.IsOne() || len(num) == 0 {
		return false
	}
	for _, t := range num {
		if _, whole := t.C.Int64(); !whole || !ctx.countsWith(t.M, bounds) {
			return false
		}
	}
	two := constant(rat.Int(2))
	return ctx.ordered(two, p) || ctx.ordered(two, p.neg())
}

// countsWith reports whether m is a product of letters that run through whole numbers: by what is declared, or as the ends of a range.
func (ctx *context) countsWith(m poly.Monomial, bounds []product) bool {
	for _, q := range m {
		k := &ctx.kernels[q.Var]
		if k.kind != symbolKernel || q.Den != 1 || q.Num < 0 {
			return false
		}
		_, declared := ctx.scope.Domain(k.symbol)
		ends := slices.ContainsFunc(bounds, func(b product) bool { tree := ctx.productTree(b); return tree != nil && expr.Mentions(tree, k.symbol) })
		if !ctx.runsWhole(k.symbol) && (declared || !ends) {
			return false
		}
	}
	return true
}
