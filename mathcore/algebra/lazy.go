package algebra

import (
	"cmp"
	"math/bits"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
)

// A sum that would be too long to multiply out becomes a lazy base: its terms are kept as products, and only its value
// in prime fields is ever asked for.

// expansionCost estimates how many terms the sum of the terms has after the shared factors are taken out and the rest is
// multiplied out; beyond the budget it is exact enough to know that it is beyond.
func (ctx *context) expansionCost(terms []product, shared []factor) int64 {
	total := int64(0)
	for _, t := range terms {
		cost := int64(1)
		for _, x := range t.f {
			n := x.n - exponentOf(shared, x.base)
			cost = ctx.costOf(cost, x.base, n)
		}
		for _, x := range shared {
			if exponentOf(t.f, x.base) == 0 {
				cost = ctx.costOf(cost, x.base, -x.n)
			}
		}
		if total += cost; total > poly.TermLimit {
			return total
		}
	}
	return total
}

func (ctx *context) costOf(cost int64, b baseID, n int64) int64 {
	if n == 0 || cost > poly.TermLimit {
		return cost
	}
	size := int64(len(ctx.bases[b]))
	if size == 0 || n > poly.TermLimit {
		return poly.TermLimit + 1
	}
	return cost * poly.Combinations(size-1+n, size-1)
}

// lazySum returns the sum of the terms, shared factors outside, as a product with a lazy base.
func (ctx *context) lazySum(terms []product, shared []factor) product {
	ctx.ring.Spend(len(terms))
	ctx.meter.Spend(len(terms) * bits.Len(uint(len(terms)))) // their spellings are sorted
	inside := make([]product, len(terms))
	for i, t := range terms {
		inside[i] = product{t.c, t.m, mulFactors(t.f, negated(shared))}
	}
	slices.SortStableFunc(inside, func(p, q product) int {
		return cmp.Compare(string(p.appendKey(nil)), string(q.appendKey(nil)))
	})
	lead := inside[0].c
	key := []byte("lazy")
	for i := range inside {
		inside[i].c = inside[i].c.Mul(lead.Inv())
		key = inside[i].appendKey(key)
	}
	id, known := ctx.baseByID[string(key)]
	if !known {
		id = baseID(len(ctx.bases))
		ctx.bases = append(ctx.bases, nil)
		put(&ctx.baseByID, string(key), id)
		put(&ctx.lazy, id, inside)
	}
	return product{c: lead, f: mulFactors(shared, []factor{{id, 1}})}
}

// vanishes reports whether p is zero because a lazy base in it is, as its values in prime fields show.
func (ctx *context) vanishes(p product) bool {
	for _, x := range p.f {
		if terms, lazy := ctx.lazy[x.base]; lazy && x.n > 0 && ctx.vanishesModulo(terms) {
			return true
		}
	}
	return false
}

// multiplied returns the polynomial of a base; for a lazy one the budget is spent.
func (ctx *context) multiplied(b baseID) poly.Poly {
	if _, lazy := ctx.lazy[b]; lazy {
		ctx.exceed()
	}
	return ctx.bases[b]
}

// baseLevels returns the set of bound indices that the base depends on.
func (ctx *context) baseLevels(b baseID) uint64 {
	ctx.meter.Spend(1 + len(ctx.bases[b])/4)
	var levels uint64
	for _, p := range ctx.lazy[b] {
		levels |= ctx.productLevels(p)
	}
	return levels | ctx.polyLevels(ctx.bases[b])
}

// complexBase reports whether the base holds the imaginary unit or a number on the unit circle.
func (ctx *context) complexBase(b baseID) bool {
	ctx.meter.Spend(1 + len(ctx.bases[b])/4)
	for _, p := range ctx.lazy[b] {
		if ctx.complex(poly.Of(p.c, p.m)) || slices.ContainsFunc(p.f, func(x factor) bool { return ctx.complexBase(x.base) }) {
			return true
		}
	}
	return ctx.complex(ctx.bases[b])
}

// baseTree returns the base as an expression, nil for a lazy one or if it holds the imaginary unit.
func (ctx *context) baseTree(b baseID) expr.Node {
	if _, lazy := ctx.lazy[b]; lazy {
		return nil
	}
	return ctx.polyTree(ctx.bases[b])
}
