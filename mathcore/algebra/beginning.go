package algebra

import (
	"chainrule/mathcore/expr"
)

// A beginning is the least number for the letter from which on no sum ends earlier than just before it begins, so that each
// grows by its last terms.
type beginning struct {
	ctx    *context
	letter *expr.Symbol
	first  int64
}

// of takes the sums of n into account; level is the next for the indices around. It reports false where no number is found.
func (b *beginning) of(n expr.Node, level int) bool {
	s, is := n.(*expr.Series)
	if !is {
		for _, part := range expr.Children(n) {
			if !b.of(part, level) {
				return false
			}
		}
		return true
	}
	if !b.ofEnds(s) || level > 20 {
		return false
	}
	ctx, index := b.ctx, boundSymbol(level)
	outer, nested := ctx.spans[level]
	put(&ctx.spans, level, span{ctx.canonical(ctx.value(s.Lo)), ctx.canonical(ctx.value(s.Hi))})
	ok := b.of(expr.Substitute(s.Body, s.Index, index), level+1)
	if delete(ctx.spans, level); nested {
		ctx.spans[level] = outer
	}
	return ok
}

// mostFirst bounds how far on it is looked for a first number where ends hold other letters.
const mostFirst = 3

func (b *beginning) ofEnds(s *expr.Series) bool {
	ctx := b.ctx
	inLo, inHi := mentions(ctx.meter, s.Lo, b.letter), mentions(ctx.meter, s.Hi, b.letter)
	if !inLo && !inHi {
		return true
	}
	step, okHi := ctx.growth(s.Hi, b.letter)
	start, okLo := ctx.growth(s.Lo, b.letter)
	if !okHi || !okLo || start > 0 && s.Product {
		return false
	}
	above, okEnd := ctx.wholeConstant(expr.Substitute(s.Hi, b.letter, expr.Int(0)))
	lo, okStart := ctx.wholeConstant(s.Lo)
	if okEnd && okStart && step > 0 {
		b.first = max(b.first, upwards(lo-1-above, step))
		return true
	}
	end := expr.Sum(s.Lo, expr.Int(start)) // what falls away at the beginning is there
	for first := max(b.first, 0); first < mostFirst; first++ {
		g := ctx.beside(ctx.from(b.letter, first))
		g.spans = ctx.spansIn(g)
		if g.ordered(g.canonical(g.value(end)), g.canonical(g.value(s.Hi))) {
			b.first = first
			return true
		}
	}
	return false
}

// spansIn returns the spans as products of another context.
func (ctx *context) spansIn(g *context) map[int]span {
	spans := map[int]span{}
	for level, s := range ctx.spans {
		lo, hi := ctx.productTree(s.lo), ctx.productTree(s.hi)
		if lo != nil && hi != nil {
			spans[level] = span{g.canonical(g.value(lo)), g.canonical(g.value(hi))}
		}
	}
	return spans
}

// mostGrowth bounds by how many terms a sum may grow from one n to the next.
const mostGrowth = 4

// growth returns by how much a bound grows from each n to the next, if that is the same small number everywhere.
func (ctx *context) growth(bound expr.Node, letter *expr.Symbol) (int64, bool) {
	if !mentions(ctx.meter, bound, letter) {
		return 0, true
	}
	next := expr.Substitute(bound, letter, expr.Sum(letter, expr.Int(1)))
	step, ok := ctx.wholeConstant(expr.Minus(next, bound))
	return step, ok && step >= 0 && step <= mostGrowth
}

// upwards returns the least whole number that is not below n/by.
func upwards(n, by int64) int64 {
	q := n / by
	if q*by < n {
		q++
	}
	return q
}
