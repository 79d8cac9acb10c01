package algebra

import (
	"chainrule/mathcore/expr"
)

// moved returns a sum with its members where the index alone says which they are: of x_(n+k) from 1 to m the sum of x_k from
// n+1 to n+m, and of x_(n+1-k) from 1 to n that of x_k in the other order. It reports false when there is nothing to move.
func (ctx *context) moved(level int, lo, hi, body product) (product, bool) {
	if !ctx.defined(body) || len(body.f) > 0 {
		return product{}, false
	}
	up, down, shift, ok := ctx.directions(level, body)
	if !ok || down == 0 && shift == nil {
		return product{}, false
	}
	index := boundSymbol(level)
	tree, from, to := ctx.productTree(body), ctx.productTree(lo), ctx.productTree(hi)
	if tree == nil || from == nil || to == nil {
		return product{}, false
	}
	with := func(lo, hi product, n expr.Node) product {
		return ctx.under(level, lo, hi, func() product { return ctx.canonical(ctx.value(expr.Substitute(tree, index, n))) })
	}
	switch {
	case down > 0 && down >= up:
		turned := with(lo, hi, expr.Minus(expr.Sum(from, to), index))
		if down == up && string(turned.appendKey(nil)) >= string(body.appendKey(nil)) {
			return product{}, false
		}
		return ctx.sumOver(level, lo, hi, turned), true
	case shift != nil && down == 0:
		lo, hi = ctx.canonical(ctx.add(lo, *shift)), ctx.canonical(ctx.add(hi, *shift))
		return ctx.sumOver(level, lo, hi, with(lo, hi, expr.Minus(index, ctx.productTree(*shift)))), true
	}
	return product{}, false
}

// directions counts the members whose index grows with the bound one and those whose index falls. Where all have the same
// letters added to it, shift is what is added. It reports false where an index runs in another way.
func (ctx *context) directions(level int, body product) (up, down int, shift *product, ok bool) {
	index := ctx.value(boundSymbol(level))
	bit := uint64(1) << uint(level)
	alike := true
	for _, q := range body.m {
		for _, at := range ctx.kernels[q.Var].symbol.Index {
			if expr.Equal(at, boundSymbol(level)) {
				up, alike = up+1, false
				continue
			}
			p := ctx.canonical(ctx.value(at))
			if ctx.productLevels(p)&bit == 0 {
				continue
			}
			rest := ctx.canonical(ctx.add(p, index.neg()))
			if ctx.productLevels(rest)&bit == 0 {
				up++
				alike = alike && !rest.isConstant() && (shift == nil || rest.equal(*shift))
				shift = &rest
				continue
			}
			if rest = ctx.canonical(ctx.add(p, index)); ctx.productLevels(rest)&bit != 0 {
				return 0, 0, nil, false
			}
			down++
		}
	}
	if !alike || up == 0 || ctx.productTree(*shift) == nil || ctx.holdsIndexAlone(body, level) {
		shift = nil
	}
	return up, down, shift, true
}

// holdsIndexAlone reports whether the bound index is a factor of the body itself.
func (ctx *context) holdsIndexAlone(body product, level int) bool {
	for _, q := range body.m {
		if s := ctx.kernels[q.Var].symbol; len(s.Index) == 0 && expr.Equal(s, boundSymbol(level)) {
			return true
		}
	}
	return false
}
