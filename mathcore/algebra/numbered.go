package algebra

import (
	"chainrule/mathcore/expr"
)

// numbered returns a sum over the index k in whose denominators and logarithms k counts as a number: turned around where it counts
// down, and begun where it counts from, so that Σ 1/(n+1-k) and Σ 1/(k+2) are written by 1/k. Both are true of every range. It
// reports false when the sum is written so already; sums of members of families are written by those, see moved.
func (ctx *context) numbered(level int, lo, hi, body product) (product, bool) {
	if !ctx.asksNumber(level, body) {
		return product{}, false
	}
	index := boundSymbol(level)
	tree, first, last := ctx.productTree(body), ctx.productTree(lo), ctx.productTree(hi)
	if tree == nil || first == nil || last == nil || expr.Contains(tree, func(m expr.Node) bool { return isMemberOf(m, index) || isSeries(m) }) {
		return product{}, false
	}
	d := directions{ctx: ctx, index: index}
	d.look(tree, false)
	if d.down > len(d.up) {
		ctx.ring.Spend(expr.Size(tree))
		tree = expr.Substitute(tree, index, expr.Minus(expr.Sum(first, last), index))
		return ctx.value(&expr.Series{Index: index, Lo: first, Hi: last, Body: tree}), true
	}
	if d.down > 0 || len(d.up) == 0 || d.up[0].isZero() {
		return product{}, false
	}
	by := ctx.productTree(d.up[0])
	for _, p := range d.up {
		if by == nil || !p.equal(d.up[0]) {
			return product{}, false
		}
	}
	ctx.ring.Spend(expr.Size(tree))
	tree = expr.Substitute(tree, index, expr.Minus(index, by))
	return ctx.value(&expr.Series{Index: index, Lo: expr.Sum(first, by), Hi: expr.Sum(last, by), Body: tree}), true
}

// asksNumber reports whether the index stands in a denominator or a logarithm that is a sum.
func (ctx *context) asksNumber(level int, body product) bool {
	for _, x := range body.f {
		if x.n < 0 && ctx.baseLevels(x.base)>>uint(level)&1 == 1 {
			return true
		}
	}
	for _, q := range body.m {
		k := &ctx.kernels[q.Var]
		if k.kind == logKernel && k.target.isBase && k.levels>>uint(level)&1 == 1 {
			return true
		}
	}
	return false
}

// logFactorial returns the sum of ln k over the index k from 1 or more on as the logarithms of factorials.
func (ctx *context) logFactorial(level int, lo, hi, body product) (product, bool) {
	if len(body.f) > 0 || len(body.m) != 1 || !body.m[0].IsVar() {
		return product{}, false
	}
	k := &ctx.kernels[body.m[0].Var]
	if k.kind != logKernel || k.target.isBase {
		return product{}, false
	}
	of, ok := ctx.factorialOver(level, lo, hi, k.target)
	if !ok {
		return product{}, false
	}
	return ctx.log(of).scaled(body.c), true
}
