package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// boundLimit bounds how many terms are taken from the ends of a sum.
const boundLimit = 8

// withPlainBounds returns a sum whose lower bound is 1 or more and whose upper bound has no number added, the other terms beside
// it: the sum from 0 to n+1 as the terms at 0 and n+1 and the sum from 1 to n. It reports false when the sum is of this
// form already.
func (ctx *context) withPlainBounds(level int, lo, hi, body product) (product, bool) {
	below, under := int64(0), lo
	if first, whole := lo.int64(); whole && first <= 0 {
		below, under = 1-first, oneProduct
	}
	beyond, upper := ctx.splitBound(hi)
	tree, trunk := ctx.productTree(body), ctx.productTree(upper)
	if below == 0 && beyond == 0 || below > boundLimit || rat.Magnitude(beyond) > boundLimit || tree == nil || trunk == nil {
		return product{}, false
	}
	if beyond < 0 && !ctx.defined(body) || !ctx.ordered(under, upper) || !ctx.ordered(under, hi) {
		return product{}, false
	}
	at := func(n expr.Node) product { return ctx.value(expr.Substitute(tree, boundSymbol(level), n)) }
	terms := []product{ctx.sumOfMonomial(level, under, upper, body)}
	for i := int64(0); i < below; i++ {
		ctx.ring.Spend(len(body.m) + 1)
		terms = append(terms, at(expr.Int(-i)))
	}
	for i := int64(1); i <= beyond; i++ {
		ctx.ring.Spend(len(body.m) + 1)
		terms = append(terms, at(expr.Sum(trunk, expr.Int(i))))
	}
	for i := beyond + 1; i <= 0; i++ {
		ctx.ring.Spend(len(body.m) + 1)
		terms = append(terms, at(expr.Sum(trunk, expr.Int(i))).neg())
	}
	return ctx.add(terms...), true
}

// splitBound returns the bound as a whole number and what it is added to; the number is 0 when nothing else is left.
func (ctx *context) splitBound(hi product) (int64, product) {
	num, den := ctx.expand(hi)
	at := slices.IndexFunc(num, func(t poly.Term) bool { return len(t.M) == 0 })
	if at < 0 || len(num) < 2 || !den.IsOne() {
		return 0, hi
	}
	n, whole := num[at].C.Int64()
	if !whole {
		return 0, hi
	}
	rest := slices.Delete(slices.Clone(num), at, at+1)
	return n, ctx.canonical(ctx.fromPoly(rest, nil))
}

// defined reports whether the body certainly has a value at every index: a term beyond the end of a sum may have none.
func (ctx *context) defined(body product) bool {
	for _, q := range body.m {
		if ctx.kernels[q.Var].kind != symbolKernel || q.Num < 0 || q.Den != 1 {
			return false
		}
	}
	return !slices.ContainsFunc(body.f, func(x factor) bool { return x.n < 0 })
}
