package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// mostMoment bounds the powers of the index in a binomial sum.
const mostMoment = 4

// mostAhead bounds the numbers s and t in factorials (k+s)! and (n+t-k)!.
const mostAhead = 2

// binomialSum returns the sum of kᵖ·a·bᵏ/(k!·(n-k)!) over k from 0, or from 1, to n, for p up to 4. Source: the binomial theorem,
// differentiated by b and multiplied by b. It reports false for every other body, and where n may be
// negative.
func (ctx *context) binomialSum(level int, lo, hi, body product) (product, bool) {
	first, whole := lo.int64()
	if !whole || first < 0 || first > 1 || !ctx.hasFactorial(level, body) || !ctx.ordered(oneProduct, hi) {
		return product{}, false
	}
	if sum, ok := ctx.squaredBinomials(level, first, hi, body); ok {
		return sum, true
	}
	for s := range int64(mostAhead + 1) {
		for t := range int64(mostAhead + 1) {
			rest := ctx.canonical(ctx.timesFactorials(level, ctx.add(hi, constant(rat.Int(t))), s, body))
			if ctx.dividesAt(level, rest) {
				continue
			}
			if s+t > 0 {
				return ctx.binomialAhead(level, first, hi, [2]int64{s, t}, rest)
			}
			return ctx.binomialPlain(level, first, hi, rest)
		}
	}
	return product{}, false
}

// binomialPlain returns the sum of rest/(k!·(n-k)!).
func (ctx *context) binomialPlain(level int, first int64, hi, rest product) (product, bool) {
	moment, rest, ok := ctx.momentOf(level, rest)
	if !ok {
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

// binomialAhead returns the sum of rest/((k+s)!·(n+t-k)!) with j = k+s for the index and N = n+s+t: the sum of what then is rest over
// j!·(N-j)! from 0 to N, less the terms that are too many.
func (ctx *context) binomialAhead(level int, first int64, hi product, ahead [2]int64, rest product) (product, bool) {
	s, t := ahead[0], ahead[1]
	index := boundSymbol(level)
	tree, top := ctx.productTree(rest), ctx.productTree(ctx.add(hi, constant(rat.Int(s+t))))
	if tree == nil || top == nil {
		return product{}, false
	}
	ctx.ring.Spend(expr.Size(tree))
	moved := expr.Substitute(tree, index, expr.Minus(index, expr.Int(s)))
	sum, ok := ctx.binomialTerms(level, ctx.value(top), ctx.value(moved))
	if !ok {
		return product{}, false
	}
	body := expr.Quotient(moved, expr.Product(expr.Of(expr.Factorial, index), expr.Of(expr.Factorial, expr.Minus(top, index))))
	terms := []product{sum}
	less := func(j expr.Node) { terms = append(terms, ctx.value(expr.Substitute(body, index, j)).neg()) }
	for j := range s + first {
		less(expr.Int(j))
	}
	for j := range t {
		less(expr.Minus(top, expr.Int(j)))
	}
	return ctx.add(terms...), true
}

// binomialTerms returns the sum of rest/(k!·(n-k)!) from 0 to n, term by term. It reports false where one of these is not known: written
// as a sum it would be moved back.
func (ctx *context) binomialTerms(level int, n, rest product) (product, bool) {
	outside, inside := ctx.splitBody(level, rest)
	num, den := ctx.expand(inside)
	if !den.IsOne() {
		return product{}, false
	}
	var sums []product
	for _, t := range num {
		sum, ok := ctx.binomialPlain(level, 0, n, product{c: t.C, m: t.M})
		if !ok {
			return product{}, false
		}
		sums = append(sums, sum)
	}
	return ctx.mul(outside, ctx.add(sums...)), true
}

// squaredBinomials returns the sum of kᵖ·a/(k!·(n-k)!)² for p up to 1. Source: Vandermonde's identity; k and n-k stand alike in it, so
// that k is n/2 on average.
func (ctx *context) squaredBinomials(level int, first int64, hi, body product) (product, bool) {
	rest := ctx.timesFactorials(level, hi, 0, ctx.timesFactorials(level, hi, 0, body))
	moment, rest, ok := ctx.momentOf(level, rest)
	if !ok || moment > 1 || ctx.productLevels(rest)>>uint(level)&1 == 1 {
		return product{}, false
	}
	squares := ctx.pow(ctx.factorial(hi), 2)
	sum := ctx.mul(ctx.factorial(hi.scaled(rat.Int(2))), ctx.inv(squares))
	switch {
	case moment == 1:
		sum = ctx.mul(sum, hi.scaled(rat.Frac(1, 2)))
	case first == 1:
		sum = ctx.add(sum, oneProduct.neg())
	}
	return ctx.mul(ctx.mul(rest, sum), ctx.inv(squares)), true
}

// isFactorial reports whether the kernel is a factorial of something with the bound index in it.
func (ctx *context) isFactorial(level int, id kernelID) bool {
	k := &ctx.kernels[id]
	return k.kind == callKernel && k.call == expr.Factorial && k.levels>>uint(level)&1 == 1
}

func (ctx *context) hasFactorial(level int, p product) bool {
	return slices.ContainsFunc(p.m, func(q poly.Power) bool { return ctx.isFactorial(level, q.Var) })
}

// timesFactorials returns p·(k+s)!·(n-k)! with the bound index k.
func (ctx *context) timesFactorials(level int, n product, s int64, p product) product {
	index := ctx.value(boundSymbol(level))
	up := ctx.factorial(ctx.add(index, constant(rat.Int(s))))
	return ctx.mul(p, ctx.mul(up, ctx.factorial(ctx.add(n, index.neg()))))
}

// dividesAt reports whether p divides by something with the bound index in it.
func (ctx *context) dividesAt(level int, p product) bool {
	return slices.ContainsFunc(p.f, func(x factor) bool { return x.n < 0 && ctx.baseLevels(x.base)>>uint(level)&1 == 1 })
}

// momentOf takes the power of k out of p. It reports false where a factorial is left.
func (ctx *context) momentOf(level int, p product) (moment int64, rest product, ok bool) {
	rest = p
	for _, q := range p.m {
		k := &ctx.kernels[q.Var]
		if k.kind == symbolKernel && expr.Equal(k.symbol, boundSymbol(level)) {
			if moment = q.Num; q.Den != 1 || moment < 1 || moment > mostMoment {
				return 0, rest, false
			}
			rest.m = p.m.Without(q.Var)
		}
	}
	return moment, rest, !ctx.hasFactorial(level, rest)
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
	terms := make([]expr.Node, 0, p+1)
	for j, c := range fallingParts(p) {
		less := int64(j)
		if c == 0 {
			continue
		}
		factors := []expr.Node{expr.Int(c), expr.Power(b, expr.Int(less)), expr.Power(base, expr.Minus(n, expr.Int(less)))}
		for i := range less { // n(n-1)…
			factors = append(factors, expr.Minus(n, expr.Int(i)))
		}
		terms = append(terms, expr.Product(factors...))
	}
	return ctx.value(expr.Sum(terms...)), true
}

// fallingParts returns the numbers c for which kᵖ is the sum of c_j·k(k-1)…(k-j+1): Stirling's of the second kind.
func fallingParts(p int64) []int64 {
	c := []int64{1}
	for range p {
		next := make([]int64, len(c)+1)
		for j, v := range c { // k times k(k-1)…(k-j+1) is j times it and the next
			next[j] += int64(j) * v
			next[j+1] += v
		}
		c = next
	}
	return c
}
