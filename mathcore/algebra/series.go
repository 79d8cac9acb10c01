package algebra

import (
	"math/bits"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// series returns a sum or a product: written out where the bounds are numbers; otherwise a combination of sums of single
// monomials, or of products of single factors, what does not depend on the index outside.
func (ctx *context) series(n *expr.Series) product {
	lo, hi := ctx.canonical(ctx.value(n.Lo)), ctx.canonical(ctx.value(n.Hi))
	if first, last, few := fewBetween(lo, hi); few {
		return ctx.writtenOut(n, first, last)
	}
	if terms, few := ctx.between(lo, hi); few {
		return ctx.writtenFrom(n, terms)
	}
	used := nodeLevels(n.Body) | nodeLevels(n.Lo) | nodeLevels(n.Hi)
	level := bits.TrailingZeros64(^used)
	if level > 25 {
		ctx.exceed()
	}
	body := ctx.under(level, lo, hi, func() product { return ctx.value(expr.Substitute(n.Body, n.Index, boundSymbol(level))) })
	switch {
	case n.Product:
		return ctx.productOver(level, lo, hi, body)
	case body.isZero():
		return zeroProduct
	}
	return ctx.sumOver(level, lo, hi, body)
}

// fewBetween returns the bounds if they are whole numbers with so few terms between them that they can be written out.
func fewBetween(lo, hi product) (first, last int64, few bool) {
	const farthest = 1 << 60
	first, ok1 := lo.int64()
	last, ok2 := hi.int64()
	few = ok1 && ok2 && rat.Magnitude(first) < farthest && rat.Magnitude(last) < farthest &&
		last-first < seriesLimit
	return first, last, few
}

func (ctx *context) writtenOut(n *expr.Series, lo, hi int64) product {
	return ctx.written(n, max(hi-lo+1, 0), func(i int64) expr.Node { return expr.Int(lo + i) })
}

// writtenFrom writes a number of terms of a sum out, from its lower bound on.
func (ctx *context) writtenFrom(n *expr.Series, count int64) product {
	return ctx.written(n, count, func(i int64) expr.Node { return expr.Sum(n.Lo, expr.Int(i)) })
}

func (ctx *context) written(n *expr.Series, count int64, index func(i int64) expr.Node) product {
	size := expr.Size(n.Body)
	ctx.meter.Spend(int(count) * size)
	terms := make([]product, 0, count)
	for i := range count {
		ctx.ring.Spend(size)
		terms = append(terms, ctx.value(expr.Substitute(n.Body, n.Index, index(i))))
	}
	if !n.Product {
		return ctx.add(terms...)
	}
	p := oneProduct
	for _, t := range terms {
		p = ctx.mul(p, t)
	}
	return p
}

// sumOver sums the body over the bound index of the level.
func (ctx *context) sumOver(level int, lo, hi, body product) product {
	bit := uint64(1) << uint(level)
	if p, ok := ctx.fractionsApart(level, lo, hi, body); ok {
		return p
	}
	outside, body := ctx.splitBody(level, body)
	above := poly.Poly{{C: rat.Int(1), M: body.m}}
	var below []factor
	for _, x := range body.f {
		if x.n > 0 {
			above = ctx.ring.Mul(above, ctx.ring.Pow(ctx.multiplied(x.base), x.n))
			continue
		}
		for _, part := range ctx.squareFree(x.base) {
			below = append(below, factor{part.base, part.n * x.n})
		}
	}
	terms := make([]product, 0, len(above))
	ctx.eachFraction(level, above, below, func(t poly.Term, below []factor) {
		var in, out poly.Monomial
		for _, q := range t.M {
			if ctx.kernels[q.Var].levels&bit != 0 {
				in = append(in, q)
			} else {
				out = append(out, q)
			}
		}
		inner := ctx.sumOfMonomial(level, lo, hi, product{c: rat.Int(1), m: in, f: below})
		terms = append(terms, ctx.mul(product{c: t.C, m: out}, inner))
	})
	return ctx.mul(outside, ctx.add(terms...))
}

// splitBody returns the body of a sum as what does not depend on the index, and the rest as one fraction. The first is set
// aside before denominators are multiplied with each other, since it would stand in the way when fractions are split.
func (ctx *context) splitBody(level int, body product) (outside, inside product) {
	outside, inside = ctx.apartAt(level, body)
	more, inside := ctx.apartAt(level, ctx.canonical(inside))
	return ctx.mul(outside, more), inside
}

// apartAt returns the factors of p that do not depend on the bound index, and those that do.
func (ctx *context) apartAt(level int, p product) (outside, inside product) {
	outside, inside = product{c: p.c}, oneProduct
	for _, q := range p.m {
		if ctx.kernels[q.Var].levels>>uint(level)&1 == 0 {
			outside.m = append(outside.m, q)
		} else {
			inside.m = append(inside.m, q)
		}
	}
	for _, x := range p.f {
		if ctx.baseLevels(x.base)>>uint(level)&1 == 0 {
			outside.f = append(outside.f, x)
		} else {
			inside.f = append(inside.f, x)
		}
	}
	return outside, inside
}

// eachFraction calls do for the terms of above/below, written by falling powers of the denominator: what it divides
// stands over a lower power. Denominators of several bases are left as they are.
func (ctx *context) eachFraction(level int, above poly.Poly, below []factor, do func(t poly.Term, below []factor)) {
	if len(below) == 1 {
		b := below[0]
		divisor := ctx.multiplied(b.base)
		lead, unit := ctx.leadAt(level, divisor)
		for ; b.n < 0 && len(above) > 0; b.n++ {
			whole, rest := ctx.ring.DivideOut(above, divisor, lead, unit)
			for _, t := range rest {
				do(t, []factor{b})
			}
			above = whole
		}
		below = nil
	}
	for _, t := range above {
		do(t, below)
	}
}

// leadAt returns which term of p is the first when that part of monomials decides which depends on the bound index: so
// 1/(m+e^x_i) stays whole, and e^x_i/(m+e^x_i) is 1 - m/(m+e^x_i). If no other term has this part, it also returns that the
// variables which do not depend on the index are units.
func (ctx *context) leadAt(level int, p poly.Poly) (lead int, unit func(poly.Var) bool) {
	most, alone := ctx.atLevel(level, p[0].M), true
	for i, t := range p[1:] {
		m := ctx.atLevel(level, t.M)
		switch order := m.Compare(most); {
		case order > 0:
			lead, most, alone = i+1, m, true
		case order == 0:
			alone = false
		}
	}
	if !alone {
		return lead, poly.NoUnits
	}
	return lead, func(v poly.Var) bool { return ctx.kernels[v].levels>>uint(level)&1 == 0 }
}

// atLevel returns the part of m that depends on the bound index.
func (ctx *context) atLevel(level int, m poly.Monomial) poly.Monomial {
	depends := func(q poly.Power) bool { return ctx.kernels[q.Var].levels>>uint(level)&1 == 1 }
	var part poly.Monomial
	for _, q := range m {
		if depends(q) {
			part = append(part, q)
		}
	}
	return part
}

func (ctx *context) sumOfMonomial(level int, lo, hi, body product) product {
	ordered := ctx.ordered(lo, hi)
	if body.isConstant() && ordered {
		return ctx.add(hi, lo.neg(), oneProduct)
	}
	for _, q := range body.m {
		if k := ctx.kernels[q.Var]; k.kind == callKernel && k.call == expr.Delta && q.IsVar() {
			if p, ok := ctx.picked(level, lo, hi, k, product{body.c, body.m.Without(q.Var), body.f}); ok {
				return p
			}
		}
	}
	if ordered {
		if p, ok := ctx.byEnds(level, lo, hi, body); ok {
			return p
		}
	}
	if p, ok := ctx.atLowestLevel(level, lo, hi, body); ok {
		return p
	}
	if p, ok := ctx.acrossTriangle(level, lo, hi, body); ok {
		return p
	}
	if p, ok := ctx.exchanged(level, lo, hi, body); ok {
		return p
	}
	s := kernel{kind: seriesKernel, target: target{id: int32(level)}, args: []product{lo, hi, body}}
	return ctx.kernelProduct(ctx.intern(s))
}

// byEnds returns a sum over a range that is not turned round by what stands at its ends.
func (ctx *context) byEnds(level int, lo, hi, body product) (product, bool) {
	if p, ok := ctx.powerSum(level, lo, hi, body); ok {
		return p, true
	}
	if p, ok := ctx.logFactorial(level, lo, hi, body); ok {
		return p, true
	}
	if p, ok := ctx.binomialSum(level, lo, hi, body); ok {
		return p, true
	}
	if p, ok := ctx.moved(level, lo, hi, body, false); ok {
		return p, true
	}
	if p, ok := ctx.numbered(level, lo, hi, body); ok {
		return p, true
	}
	if p, ok := ctx.fromOne(level, lo, hi, body); ok {
		return p, true
	}
	return ctx.withPlainBounds(level, lo, hi, body)
}

// atLowestLevel renames the bound index to the lowest that nothing else in the sum uses, so that a sum is written the
// same inside another sum and outside. It reports false when it has that name already.
func (ctx *context) atLowestLevel(level int, lo, hi, body product) (product, bool) {
	used := (ctx.productLevels(body) &^ (1 << uint(level))) | ctx.productLevels(lo) | ctx.productLevels(hi)
	lowest := bits.TrailingZeros64(^used)
	tree := ctx.productTree(body)
	if lowest >= level || tree == nil {
		return product{}, false
	}
	renamed := ctx.under(lowest, lo, hi, func() product {
		return ctx.canonical(ctx.value(expr.Substitute(tree, boundSymbol(level), boundSymbol(lowest))))
	})
	c := renamed.c
	renamed.c = rat.Int(1)
	return ctx.sumOfMonomial(lowest, lo, hi, renamed).scaled(c), true
}

// surelyLess reports whether a and b differ by a number, and a is less.
func (ctx *context) surelyLess(a, b product) bool {
	difference := ctx.canonical(ctx.add(a, b.neg()))
	return difference.isConstant() && difference.c.Sign() < 0
}

// picked returns the one term of a sum that a Kronecker delta leaves: the body at the index that it names. The course takes a
// letter to lie between the bounds; anything else, as j+1 or the index of a sum around, must surely lie there. Bounds that hold the
// index of a sum around leave it open, but for the index that is one of them.
func (ctx *context) picked(level int, lo, hi product, delta kernel, body product) (product, bool) {
	index := boundSymbol(level)
	other, ok := ctx.namedBy(delta, index)
	if !ok {
		return product{}, false
	}
	if ctx.surelyLess(other, lo) || ctx.surelyLess(hi, other) {
		return zeroProduct, true
	}
	tree, at := ctx.productTree(body), ctx.productTree(other)
	if tree == nil || at == nil || expr.Contains(tree, func(n expr.Node) bool { return picksTo(n, index) }) {
		return product{}, false
	}
	if ctx.productLevels(lo)|ctx.productLevels(hi) != 0 {
		atEnd := other.equal(lo) || other.equal(hi)
		if !atEnd || !ctx.ordered(ctx.add(lo, oneProduct), hi) {
			return product{}, false
		}
	} else if s, letter := at.(*expr.Symbol); !letter || isBoundSymbol(s) {
		if !ctx.ordered(ctx.add(lo, oneProduct), other) || !ctx.ordered(ctx.add(other, oneProduct), hi) {
			return product{}, false
		}
	}
	return ctx.value(expr.Substitute(tree, index, at)), true
}

// picksTo reports whether n is a sum that begins or ends by the index and picks by a δ: a letter that it names lies in the range as it is
// written, and need not where the index is a letter itself.
func picksTo(n expr.Node, index *expr.Symbol) bool {
	s, ok := n.(*expr.Series)
	return ok && (expr.Mentions(s.Lo, index) || expr.Mentions(s.Hi, index)) && expr.Contains(s.Body, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		return ok && c.Func == expr.Delta
	})
}

// namedBy returns what a δ compares the index with, if that is a whole number of the same kind.
func (ctx *context) namedBy(delta kernel, index *expr.Symbol) (product, bool) {
	num, den := ctx.expand(ctx.add(delta.args[0], delta.args[1].neg()))
	slope, rest, ok := linearIn(num, ctx.intern(kernel{kind: symbolKernel, symbol: index}))
	if !ok || !den.IsOne() || !slope.Abs().IsOne() {
		return product{}, false
	}
	other := ctx.canonical(ctx.fromPoly(ctx.ring.Scale(rest, slope.Neg(), nil), nil))
	return other, ctx.productLevels(other)&nodeLevels(index) == 0
}
