package algebra

import (
	"math/big"
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
	if beyond < 0 && !ctx.defined(level, body) || !ctx.ordered(under, upper) || !ctx.ordered(under, hi) {
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

// defined reports whether the body certainly has a value wherever the bound index is 1 or more: a term
// beyond the end of a sum may have none.
func (ctx *context) defined(level int, body product) bool {
	for _, q := range body.m {
		if !ctx.definedKernel(level, q.Var) || (q.Num < 0 || q.Den != 1) && !ctx.plainlyPositive(level, q.Var) {
			return false
		}
	}
	return !slices.ContainsFunc(body.f, func(x factor) bool { return x.n < 0 && !ctx.plainlyPositiveSum(level, x.base) })
}

// plainlyPositiveSum reports whether all terms of the base are products of what is plainly positive.
func (ctx *context) plainlyPositiveSum(level int, b baseID) bool {
	if _, lazy := ctx.lazy[b]; lazy {
		return false
	}
	return !slices.ContainsFunc(ctx.bases[b], func(t poly.Term) bool {
		return t.C.Sign() < 0 || slices.ContainsFunc(t.M, func(q poly.Power) bool { return !ctx.plainlyPositive(level, q.Var) })
	})
}

func (ctx *context) definedKernel(level int, id kernelID) bool {
	switch k := &ctx.kernels[id]; k.kind {
	case symbolKernel, piKernel, integerKernel:
		return true
	case expKernel:
		return ctx.defined(level, k.args[0])
	case logKernel:
		return !k.target.isBase && ctx.plainlyPositive(level, kernelID(k.target.id))
	case modulusKernel:
		return !k.target.isBase && ctx.definedKernel(level, kernelID(k.target.id))
	case callKernel:
		return k.call == expr.Delta
	case imagKernel, unitKernel, applyKernel, seriesKernel, productKernel, powerKernel, parityKernel:
		return false
	}
	panic("algebra: unknown kernel")
}

// plainlyPositive reports whether the kernel is an index, a letter without values of 0 or less, or another that is positive.
func (ctx *context) plainlyPositive(level int, id kernelID) bool {
	switch k := &ctx.kernels[id]; k.kind {
	case symbolKernel:
		if isBoundSymbol(k.symbol) {
			s, known := ctx.spanOf(id)
			return k.levels == 1<<uint(level) || known && s.lo.isConstant() && s.lo.c.Sign() > 0
		}
		d, _ := ctx.scope.Domain(k.symbol)
		return signOfDomain(d) == notNegative && !d.Contains(new(big.Rat))
	case piKernel, integerKernel:
		return true
	case expKernel:
		return ctx.definedKernel(level, id)
	case imagKernel, unitKernel, logKernel, modulusKernel, callKernel, applyKernel, seriesKernel, productKernel, powerKernel, parityKernel:
		return false
	}
	panic("algebra: unknown kernel")
}
