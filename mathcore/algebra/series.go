package algebra

import (
	"math/bits"

	"chainrule/mathcore/expr"
)

// series returns a sum: its terms where the bounds are numbers; otherwise a combination of sums of single monomials,
// what does not depend on the index outside.
func (f *field) series(n *expr.Series) product {
	lo, hi := f.canonical(f.value(n.Lo)), f.canonical(f.value(n.Hi))
	if few(lo, hi) {
		return f.writtenOut(n, lo.c.n, hi.c.n)
	}
	used := nodeLevels(n.Body) | nodeLevels(n.Lo) | nodeLevels(n.Hi)
	level := bits.TrailingZeros64(^used)
	if level > 25 {
		f.exceed()
		return zeroProduct
	}
	f.bound++
	body := f.value(expr.Substitute(n.Body, n.Index, boundSymbol(level)))
	f.bound--
	if f.exceeded || body.isZero() {
		return zeroProduct
	}
	return f.sumOver(level, lo, hi, body)
}

// few reports whether the bounds are whole numbers with so few terms between them that they can be written out.
func few(lo, hi product) bool {
	whole := func(p product) bool { return p.isConstant() && p.c.isInt() && p.c.big == nil && absInt(p.c.n) < 1<<60 }
	return whole(lo) && whole(hi) && hi.c.n-lo.c.n < seriesLimit && hi.c.n >= lo.c.n-1
}

func (f *field) writtenOut(n *expr.Series, lo, hi int64) product {
	terms, size := make([]product, 0, hi-lo+1), expr.Size(n.Body)
	for i := lo; i <= hi && f.spend(size); i++ {
		terms = append(terms, f.value(expr.Substitute(n.Body, n.Index, expr.Int(i))))
	}
	return f.add(terms...)
}

// sumOver sums the body over the bound index of the level.
func (f *field) sumOver(level int, lo, hi, body product) product {
	bit := uint64(1) << uint(level)
	body = f.canonical(body)
	outside := product{c: body.c}
	above := poly{{c: ratInt(1), m: body.m}}
	var below []factor
	for _, x := range body.f {
		switch {
		case f.baseLevels(x.base)&bit == 0:
			outside.f = append(outside.f, x)
		case x.n > 0:
			above = f.mulPoly(above, f.powPoly(f.multiplied(x.base), x.n))
		default:
			below = append(below, x)
		}
	}
	terms := make([]product, 0, len(above))
	for _, t := range above {
		var in, out monomial
		for _, q := range t.m {
			if f.kernels[q.k].levels&bit != 0 {
				in = append(in, q)
			} else {
				out = append(out, q)
			}
		}
		inner := f.sumOfMonomial(level, lo, hi, product{c: ratInt(1), m: in, f: below})
		terms = append(terms, f.mul(product{c: t.c, m: out}, inner))
	}
	return f.mul(outside, f.add(terms...))
}

func (f *field) sumOfMonomial(level int, lo, hi, body product) product {
	if body.isConstant() {
		return f.add(hi, lo.neg(), oneProduct)
	}
	for _, q := range body.m {
		if k := f.kernels[q.k]; k.kind == callKernel && k.call == expr.Delta && q.n == 1 && q.d == 1 {
			if p, ok := f.picked(level, k, product{body.c, body.m.without(q.k), body.f}); ok {
				return p
			}
		}
	}
	s := kernel{kind: seriesKernel, target: target{id: int32(level)}, args: []product{lo, hi, body}}
	return f.kernelProduct(f.intern(s))
}

// picked returns the one term of a sum that a Kronecker delta leaves: the body at the index that it names, which the
// course takes to lie between the bounds.
func (f *field) picked(level int, delta kernel, body product) (product, bool) {
	index := boundSymbol(level)
	bound := f.value(index)
	other := delta.args[1]
	if !delta.args[0].equal(bound) {
		if other = delta.args[0]; !delta.args[1].equal(bound) {
			return product{}, false
		}
	}
	tree, at := f.productTree(body), f.productTree(other)
	if tree == nil || at == nil {
		return product{}, false
	}
	return f.value(expr.Substitute(tree, index, at)), true
}
