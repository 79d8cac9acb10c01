package algebra

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
)

// acrossTriangle returns a sum over a power of the index times a sum that ends or begins at that index in the other order of
// summation: of the sum over i from 1 to n of the sum over k from 1 to i of x_k is left the sum over k of (n+1-k) x_k. Both run over
// the same pairs. It reports false where the inner summands hold the outer index, too.
func (ctx *context) acrossTriangle(level int, lo, hi, body product) (product, bool) {
	at := slices.IndexFunc(body.m, func(q poly.Power) bool { return ctx.kernels[q.Var].kind == seriesKernel })
	if at < 0 || !body.m[at].IsVar() || len(body.m) > 2 || len(body.f) > 0 {
		return product{}, false
	}
	inner := ctx.kernels[body.m[at].Var]
	index := boundSymbol(level)
	if ctx.productLevels(inner.args[2])>>uint(level)&1 == 1 {
		return product{}, false
	}
	for _, q := range body.m {
		if k := &ctx.kernels[q.Var]; k.kind != seriesKernel && (k.kind != symbolKernel || !expr.Equal(k.symbol, index) || q.Den != 1 || q.Num < 0) {
			return product{}, false
		}
	}
	outer := ctx.value(index)
	used := ctx.productLevels(inner.args[2]) | ctx.productLevels(lo) | ctx.productLevels(hi)
	turned := boundSymbol(bits.TrailingZeros64(^(used | 1<<uint(level))))
	first, last, summand := ctx.productTree(lo), ctx.productTree(hi), ctx.productTree(inner.args[2])
	rest := ctx.productTree(product{body.c, body.m.Without(body.m[at].Var), nil})
	if first == nil || last == nil || summand == nil || rest == nil {
		return product{}, false
	}
	over := &expr.Series{Index: index, Body: rest}
	switch {
	case inner.args[0].equal(lo) && inner.args[1].equal(outer):
		over.Lo, over.Hi = turned, last
	case inner.args[1].equal(hi) && inner.args[0].equal(outer):
		over.Lo, over.Hi = first, turned
	default:
		return product{}, false
	}
	ctx.ring.Spend(expr.Size(summand))
	summand = expr.Substitute(summand, boundSymbol(int(inner.target.id)), turned)
	return ctx.value(&expr.Series{Index: turned, Lo: first, Hi: last, Body: expr.Product(over, summand)}), true
}
