package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// mostMoment bounds the powers of the index in a binomial sum.
const mostMoment = 2

// binomialSum returns the sum of kᵖ·a·bᵏ/(k!·(n-k)!) over k from 0, or from 1, to n, for p up to 2. Source: the binomial theorem,
// once and twice differentiated by b and multiplied by b. It reports false for every other body, and where n may be
// negative.
func (ctx *context) binomialSum(level int, lo, hi, body product) (product, bool) {
	first, whole := lo.int64()
	moment, rest, ok := ctx.binomialParts(level, hi, body)
	if !ok || !whole || first < 0 || first > 1 || !ctx.ordered(oneProduct, hi) {
		return product{}, false
	}
	a, b, ok := ctx.geometric(level, rest)
	n, ratio := ctx.productTree(hi), ctx.productTree(b)
	if !ok || n == nil || ratio == nil {
		return product{}, false
	}
	sum, ok := ctx.binomialMoment(moment, n, ratio)
	if !ok {
		return product{}, false
	}
	if first == 1 && moment == 0 {
		sum = ctx.add(sum, oneProduct.neg())
	}
	return ctx.mul(ctx.mul(a, sum), ctx.inv(ctx.factorial(hi))), true
}

// binomialParts takes 1/(k!·(n-k)!) and the power of k out of the body. It reports false where a factorial is left, or there was none.
func (ctx *context) binomialParts(level int, hi, body product) (moment int64, rest product, ok bool) {
	counts := func(q poly.Power) bool {
		k := &ctx.kernels[q.Var]
		return k.kind == callKernel && k.call == expr.Factorial && k.levels>>uint(level)&1 == 1
	}
	if !slices.ContainsFunc(body.m, counts) {
		return 0, rest, false
	}
	index := ctx.value(boundSymbol(level))
	rest = ctx.mul(body, ctx.mul(ctx.factorial(index), ctx.factorial(ctx.add(hi, index.neg()))))
	for _, q := range rest.m {
		k := &ctx.kernels[q.Var]
		switch {
		case counts(q):
			return 0, rest, false
		case k.kind == symbolKernel && expr.Equal(k.symbol, boundSymbol(level)):
			if moment = q.Num; q.Den != 1 || moment < 1 || moment > mostMoment {
				return 0, rest, false
			}
			rest.m = rest.m.Without(q.Var)
			return moment, rest, !slices.ContainsFunc(rest.m, counts)
		}
	}
	return 0, rest, true
}

// geometric returns a and b if p is a·bᵏ with the bound index k.
func (ctx *context) geometric(level int, p product) (a, b product, ok bool) {
	index, tree := boundSymbol(level), ctx.productTree(p)
	if tree == nil {
		return a, b, false
	}
	after := ctx.value(expr.Substitute(tree, index, expr.Sum(index, expr.Int(1))))
	if after.isZero() || p.isZero() {
		return a, b, false
	}
	b = ctx.canonical(ctx.mul(after, ctx.inv(p)))
	return ctx.value(expr.Substitute(tree, index, expr.Int(0))), b, ctx.productLevels(b)>>uint(level)&1 == 0
}

// binomialMoment returns the sum over k from 0 to n of kᵖ·n!/(k!·(n-k)!)·bᵏ. It reports false where 1 + b may be negative and n is
// not known to be whole, or where the sum depends on which number n is.
func (ctx *context) binomialMoment(p int64, n, b expr.Node) (product, bool) {
	base := expr.Sum(expr.Int(1), b)
	times, exponent := ctx.value(base), ctx.value(n)
	if times.isZero() {
		return zeroProduct, ctx.ordered(constant(rat.Int(p+2)), exponent)
	}
	if !ctx.neverNegative(times) && !ctx.oftenWhole(n, exponent) {
		return product{}, false
	}
	power := func(less int64) expr.Node { return expr.Power(base, expr.Minus(n, expr.Int(less))) }
	switch p {
	case 0:
		return ctx.value(expr.Power(base, n)), true
	case 1:
		return ctx.value(expr.Product(n, b, power(1))), true
	}
	falling := expr.Product(n, expr.Minus(n, expr.Int(1)), b, b, power(2))
	return ctx.value(expr.Sum(falling, expr.Product(n, b, power(1)))), true
}
