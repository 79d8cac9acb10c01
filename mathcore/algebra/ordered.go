package algebra

import (
	"maps"
	"math/bits"
	"slices"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A span is what the bound index of a level runs through.
type span struct{ lo, hi product }

// ordered reports whether the range from lo to hi surely ends no earlier than just before its beginning. Where it may, a sum
// over it is one over nothing, and what is said of sums by their ends does not hold. Letters that nothing is known of count
// from 1.
func (ctx *context) ordered(lo, hi product) bool {
	if lo.isConstant() && hi.isConstant() {
		return hi.c.Sub(lo.c).Add(rat.Int(1)).Sign() >= 0
	}
	length := ctx.canonical(ctx.add(hi, lo.neg(), oneProduct))
	const deepest = 4
	for range deepest {
		least, open, ok := ctx.leastOf(length)
		switch {
		case !ok:
			least, ok = ctx.leastWhole(length)
			return ok && least.Sign() >= 0
		case open == nil:
			return least.Sign() >= 0
		}
		length = ctx.canonical(open())
	}
	return false
}

// maybeOverNothing reports whether a range around the place at work may be empty: then nothing there need have a value.
func (ctx *context) maybeOverNothing() bool {
	for _, level := range slices.Sorted(maps.Keys(ctx.spans)) {
		if s := ctx.spans[level]; !ctx.ordered(ctx.add(s.lo, oneProduct), s.hi) {
			return true
		}
	}
	return false
}

// leastOf returns a lower bound of a sum of multiples of letters. Where a bound index stands in it, open returns the sum with
// the end of its range for it that makes it least.
func (ctx *context) leastOf(p product) (least rat.Rat, open func() product, ok bool) {
	num, den := ctx.expand(p)
	if !den.IsOne() {
		return least, nil, false
	}
	for _, t := range num {
		if len(t.M) == 0 {
			least = least.Add(t.C)
			continue
		}
		if low, ok := ctx.leastMonomial(t.M); ok && t.C.Sign() > 0 {
			least = least.Add(low.Mul(t.C))
			continue
		}
		if len(t.M) != 1 || !t.M[0].IsVar() || ctx.kernels[t.M[0].Var].kind != symbolKernel {
			return least, nil, false
		}
		k := t.M[0].Var
		if s, bound := ctx.spanOf(k); bound {
			return least, func() product { return ctx.atEnd(p, k, t.C, s) }, true
		}
		low, known := ctx.lowest(k)
		if !known || t.C.Sign() < 0 {
			return least, nil, false
		}
		least = least.Add(t.C.Mul(low))
	}
	return least, nil, true
}

// leastMonomial returns a lower bound of a product, of two letters or more, none of which can be negative.
func (ctx *context) leastMonomial(m poly.Monomial) (low rat.Rat, ok bool) {
	if len(m) == 1 && m[0].IsVar() {
		return low, false
	}
	low = rat.Int(1)
	for _, q := range m {
		if q.Den != 1 || q.Num < 1 || q.Num > boundLimit || ctx.kernels[q.Var].kind != symbolKernel {
			return low, false
		}
		least, known := ctx.lowest(q.Var)
		if !known || least.Sign() < 0 {
			return low, false
		}
		low = low.Mul(least.Pow(q.Num))
	}
	return low, true
}

// atEnd returns p with the end of the span for the kernel that makes it least, when its factor is c.
func (ctx *context) atEnd(p product, k kernelID, c rat.Rat, s span) product {
	end := s.lo
	if c.Sign() < 0 {
		end = s.hi
	}
	at := ctx.kernelProduct(k).scaled(c.Neg())
	return ctx.add(p, at, end.scaled(c))
}

// spanOf returns what a bound index runs through, if that is known.
func (ctx *context) spanOf(k kernelID) (span, bool) {
	if !isBoundSymbol(ctx.kernels[k].symbol) {
		return span{}, false
	}
	s, known := ctx.spans[bits.TrailingZeros64(ctx.kernels[k].levels)]
	return s, known
}

// under computes with the bound index of the level running from lo to hi.
func (ctx *context) under(level int, lo, hi product, compute func() product) product {
	outer, nested := ctx.spans[level]
	put(&ctx.spans, level, span{lo, hi})
	p := compute()
	if nested {
		ctx.spans[level] = outer
	} else {
		delete(ctx.spans, level)
	}
	return p
}

func isBoundSymbol(s *expr.Symbol) bool {
	return len(s.Index) == 0 && strings.HasPrefix(s.Name, boundPrefix)
}

// lowest returns the least number that a letter may be where it counts.
func (ctx *context) lowest(k kernelID) (low rat.Rat, known bool) {
	symbol := ctx.kernels[k].symbol
	if isBoundSymbol(symbol) {
		return low, false
	}
	d, declared := ctx.scope.Domain(symbol)
	switch {
	case !declared:
		return rat.Int(1), true
	case !d.Finite() && d.Lo != nil && !d.LoOpen && d.Lo.IsInt():
		return rat.Of(d.Lo), true
	}
	least, known := d.LeastWhole()
	if !known {
		return low, false
	}
	return rat.Of(least), true
}

// fromOne returns a sum that begins later than at 1 as one that begins there, less the terms before. It reports false where
// the summand may lack a value before the range begins.
func (ctx *context) fromOne(level int, lo, hi, body product) (product, bool) {
	first, whole := lo.int64()
	if lo.isConstant() && (!whole || first < 2 || first > boundLimit) || !ctx.defined(level, body) {
		return product{}, false
	}
	before := ctx.canonical(ctx.add(lo, oneProduct.neg()))
	if !whole {
		if !ctx.ordered(oneProduct, before) {
			return product{}, false
		}
		return ctx.add(
			ctx.sumOfMonomial(level, oneProduct, hi, body),
			ctx.sumOfMonomial(level, oneProduct, before, body).neg(),
		), true
	}
	tree := ctx.productTree(body)
	if tree == nil {
		return product{}, false
	}
	terms := []product{ctx.sumOfMonomial(level, oneProduct, hi, body)}
	for i := int64(1); i < first; i++ {
		ctx.ring.Spend(len(body.m) + 1)
		terms = append(terms, ctx.value(expr.Substitute(tree, boundSymbol(level), expr.Int(i))).neg())
	}
	return ctx.add(terms...), true
}

// between returns how many terms a sum has whose bounds differ by a small number, or that ends before it begins.
func (ctx *context) between(lo, hi product) (terms int64, few bool) {
	if lo.isConstant() && hi.isConstant() {
		return 0, false
	}
	length, ok := ctx.canonical(ctx.add(hi, lo.neg(), oneProduct)).int64()
	return max(length, 0), ok && length <= boundLimit
}
