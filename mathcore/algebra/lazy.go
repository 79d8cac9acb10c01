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
func (f *field) expansionCost(terms []product, shared []factor) int64 {
	total := int64(0)
	for _, t := range terms {
		cost := int64(1)
		for _, x := range t.f {
			n := x.n - exponentOf(shared, x.base)
			cost = f.costOf(cost, x.base, n)
		}
		for _, x := range shared {
			if exponentOf(t.f, x.base) == 0 {
				cost = f.costOf(cost, x.base, -x.n)
			}
		}
		if total += cost; total > poly.TermLimit {
			return total
		}
	}
	return total
}

func (f *field) costOf(cost int64, b baseID, n int64) int64 {
	if n == 0 || cost > poly.TermLimit {
		return cost
	}
	size := int64(len(f.bases[b]))
	if size == 0 || n > poly.TermLimit {
		return poly.TermLimit + 1
	}
	return cost * poly.Combinations(size-1+n, size-1)
}

// lazySum returns the sum of the terms, shared factors outside, as a product with a lazy base.
func (f *field) lazySum(terms []product, shared []factor) product {
	f.ring.Spend(len(terms))
	f.meter.Spend(len(terms) * bits.Len(uint(len(terms)))) // their spellings are sorted
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
	id, known := f.baseByID[string(key)]
	if !known {
		id = baseID(len(f.bases))
		f.bases = append(f.bases, nil)
		f.baseByID[string(key)] = id
		f.lazy[id] = inside
	}
	return product{c: lead, f: mulFactors(shared, []factor{{id, 1}})}
}

// vanishes reports whether p is zero because a lazy base in it is, as its values in prime fields show.
func (f *field) vanishes(p product) bool {
	for _, x := range p.f {
		if terms, lazy := f.lazy[x.base]; lazy && x.n > 0 && f.vanishesModulo(terms) {
			return true
		}
	}
	return false
}

// multiplied returns the polynomial of a base; for a lazy one the budget is spent.
func (f *field) multiplied(b baseID) poly.Poly {
	if _, lazy := f.lazy[b]; lazy {
		f.exceed()
	}
	return f.bases[b]
}

// baseLevels returns the set of bound indices that the base depends on.
func (f *field) baseLevels(b baseID) uint64 {
	f.meter.Spend(1 + len(f.bases[b])/4)
	var levels uint64
	for _, p := range f.lazy[b] {
		levels |= f.productLevels(p)
	}
	return levels | f.polyLevels(f.bases[b])
}

// complexBase reports whether the base holds the imaginary unit or a number on the unit circle.
func (f *field) complexBase(b baseID) bool {
	f.meter.Spend(1 + len(f.bases[b])/4)
	for _, p := range f.lazy[b] {
		if f.complex(poly.Of(p.c, p.m)) || slices.ContainsFunc(p.f, func(x factor) bool { return f.complexBase(x.base) }) {
			return true
		}
	}
	return f.complex(f.bases[b])
}

// baseTree returns the base as an expression, nil for a lazy one or if it holds the imaginary unit.
func (f *field) baseTree(b baseID) expr.Node {
	if _, lazy := f.lazy[b]; lazy {
		return nil
	}
	return f.polyTree(f.bases[b])
}
