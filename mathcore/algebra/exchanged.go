package algebra

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
)

// exchanged returns a sum whose body holds one other sum in the other order of summation, if that comes first: the order
// goes by the bounds, then by the body. It reports false when the order is right, or when the inner bounds depend on the
// outer index.
func (ctx *context) exchanged(level int, lo, hi, body product) (product, bool) {
	at := slices.IndexFunc(body.m, func(q poly.Power) bool { return ctx.kernels[q.Var].kind == seriesKernel })
	if at < 0 || !body.m[at].IsVar() {
		return product{}, false
	}
	inner := ctx.kernels[body.m[at].Var]
	if (ctx.productLevels(inner.args[0])|ctx.productLevels(inner.args[1]))>>uint(level)&1 == 1 {
		return product{}, false
	}
	outerKey := string(hi.appendKey(lo.appendKey(nil)))
	innerKey := string(inner.args[1].appendKey(inner.args[0].appendKey(nil)))
	if innerKey > outerKey {
		return product{}, false
	}
	// The summand of both sums, the inner index under a name that nothing else has.
	used := ctx.productLevels(body) | ctx.productLevels(inner.args[2]) | ctx.productLevels(lo) | ctx.productLevels(hi)
	outerIndex, innerIndex := boundSymbol(level), boundSymbol(bits.TrailingZeros64(^(used | 1<<uint(level))))
	rest := ctx.productTree(product{body.c, body.m.Without(body.m[at].Var), body.f})
	summand := ctx.productTree(inner.args[2])
	trees := [4]expr.Node{ctx.productTree(lo), ctx.productTree(hi), ctx.productTree(inner.args[0]), ctx.productTree(inner.args[1])}
	if rest == nil || summand == nil || slices.Contains(trees[:], nil) {
		return product{}, false
	}
	ctx.ring.Spend(expr.Size(summand))
	summand = expr.Product(rest, expr.Substitute(summand, boundSymbol(int(inner.target.id)), innerIndex))
	if innerKey == outerKey && ctx.keyOf(summand) <= ctx.keyOf(swapped(summand, outerIndex, innerIndex)) {
		return product{}, false
	}
	turned := &expr.Series{Index: outerIndex, Lo: trees[0], Hi: trees[1], Body: summand}
	return ctx.value(&expr.Series{Index: innerIndex, Lo: trees[2], Hi: trees[3], Body: turned}), true
}

func (ctx *context) keyOf(n expr.Node) string {
	return string(ctx.canonical(ctx.value(n)).appendKey(nil))
}

// swapped returns n with the two symbols exchanged.
func swapped(n expr.Node, s, t *expr.Symbol) expr.Node {
	aside := expr.Var(boundPrefix + "aside")
	n = expr.Substitute(expr.Substitute(n, s, aside), t, s)
	return expr.Substitute(n, aside, t)
}
