package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// Members tell how the index of a sum k stands in the indices of letters below it: as k + s or as s - k.
type members struct {
	ahead, back []product // the s of each
	other       bool      // it stands in some other way, as in x_(2k)
	computed    bool      // it stands somewhere with something added, or negated
}

// moved returns the sum, or the product, over the index k with another index where members of families stand as x_(k+s) or x_(s-k): turned
// around, so that most run forward, and moved so that they begin with x_k. Both are true of every range, and of none. It
// reports false when the sum is written so already.
func (ctx *context) moved(level int, lo, hi, body product, times bool) (product, bool) {
	var found members
	ctx.membersOf(level, body, &found)
	if !found.computed || found.other {
		return product{}, false
	}
	index := boundSymbol(level)
	tree, first, last := ctx.productTree(body), ctx.productTree(lo), ctx.productTree(hi)
	if tree == nil || first == nil || last == nil {
		return product{}, false
	}
	if ctx.runsBack(level, lo, hi, body, found) {
		ctx.ring.Spend(expr.Size(tree))
		tree = expr.Substitute(tree, index, expr.Minus(expr.Sum(first, last), index))
		return ctx.value(&expr.Series{Index: index, Lo: first, Hi: last, Body: tree, Product: times}), true
	}
	least, ok := ctx.least(found.ahead)
	by := ctx.productTree(least)
	if !ok || least.isZero() || by == nil {
		return product{}, false
	}
	ctx.ring.Spend(expr.Size(tree))
	tree = expr.Substitute(tree, index, expr.Minus(index, by))
	return ctx.value(&expr.Series{Index: index, Lo: expr.Sum(first, by), Hi: expr.Sum(last, by), Body: tree, Product: times}), true
}

// runsBack reports whether the sum is to be turned around: more members run back than forward, or as many, and then turned
// around it comes first, both begun with x_k. Only letters are compared in this way: with other kernels the order could lead in circles.
func (ctx *context) runsBack(level int, lo, hi, body product, found members) bool {
	if len(found.back) != len(found.ahead) || len(body.f) > 0 {
		return len(found.back) > len(found.ahead)
	}
	index := boundSymbol(level)
	bound := ctx.intern(kernel{kind: symbolKernel, symbol: index})
	for _, q := range body.m {
		if ctx.kernels[q.Var].kind != symbolKernel {
			return false
		}
	}
	letters := product{c: rat.Int(1), m: body.m.Without(bound)}
	turned := expr.Minus(ctx.productTree(ctx.add(lo, hi)), index)
	there := ctx.begun(level, ctx.value(expr.Substitute(ctx.productTree(letters), index, turned)))
	return slices.CompareFunc(ctx.inOrder(there), ctx.inOrder(ctx.begun(level, letters)), expr.Compare) < 0
}

// begun returns the product of letters with the index moved so that the first member ahead is x_k.
func (ctx *context) begun(level int, letters product) product {
	var found members
	ctx.membersOf(level, letters, &found)
	least, ok := ctx.least(found.ahead)
	by, tree := ctx.productTree(least), ctx.productTree(letters)
	if !ok || found.other || by == nil || tree == nil {
		return letters
	}
	index := boundSymbol(level)
	ctx.ring.Spend(expr.Size(tree))
	return ctx.value(expr.Substitute(tree, index, expr.Minus(index, by)))
}

// inOrder returns the factors of a product in an order that does not depend on what was met first.
func (ctx *context) inOrder(p product) []expr.Node {
	factors := slices.Clone(expr.Factors(ctx.productTree(p)))
	slices.SortFunc(factors, expr.Compare)
	return factors
}

// least returns the least of the offsets, if they differ by whole numbers.
func (ctx *context) least(offsets []product) (product, bool) {
	if len(offsets) == 0 {
		return zeroProduct, false
	}
	best, below := offsets[0], int64(0)
	for _, s := range offsets[1:] {
		by, whole := ctx.add(s, offsets[0].neg()).int64()
		if !whole {
			return zeroProduct, false
		}
		if by < below {
			best, below = s, by
		}
	}
	return best, true
}

// membersOf enters into found how the bound index stands in the indices of letters of p.
func (ctx *context) membersOf(level int, p product, found *members) {
	ctx.membersOfMonomial(level, p.m, found)
	for _, x := range p.f {
		for _, t := range ctx.bases[x.base] {
			ctx.membersOfMonomial(level, t.M, found)
		}
		_, lazy := ctx.lazy[x.base]
		found.other = found.other || lazy
	}
}

func (ctx *context) membersOfMonomial(level int, m poly.Monomial, found *members) {
	for _, q := range m {
		k := &ctx.kernels[q.Var]
		if k.levels>>uint(level)&1 == 0 {
			continue
		}
		switch k.kind {
		case symbolKernel:
			ctx.membersOfSymbol(level, k.symbol, found)
		case logKernel, modulusKernel:
			ctx.membersOf(level, ctx.plainTarget(k.target), found)
		case expKernel, unitKernel, callKernel, powerKernel, parityKernel:
			for _, arg := range k.args {
				ctx.membersOf(level, arg, found)
			}
		case applyKernel, seriesKernel, productKernel, piKernel, imagKernel, integerKernel:
			found.other = true
		}
	}
}

// plainTarget returns the target as a product, without the relations that hold for it.
func (ctx *context) plainTarget(t target) product {
	if t.isBase {
		return product{c: rat.Int(1), f: []factor{{baseID(t.id), 1}}}
	}
	return product{c: rat.Int(1), m: poly.Monomial{poly.VarTo(kernelID(t.id), 1)}}
}

func (ctx *context) membersOfSymbol(level int, s *expr.Symbol, found *members) {
	bit := uint64(1) << uint(level)
	for _, n := range s.Index {
		if nodeLevels(n)&bit == 0 {
			continue
		}
		if _, alone := n.(*expr.Symbol); alone {
			found.ahead = append(found.ahead, zeroProduct)
			continue
		}
		found.computed = true
		place, k := ctx.value(n), ctx.value(boundSymbol(level))
		if s := ctx.add(place, k.neg()); ctx.productLevels(s)&bit == 0 {
			found.ahead = append(found.ahead, s)
		} else if s := ctx.add(place, k); ctx.productLevels(s)&bit == 0 {
			found.back = append(found.back, s)
		} else {
			found.other = true
		}
	}
}
