package algebra

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// byInduction proves equality of two sides with sums that run up to a letter n, or so far beyond it: they agree at the
// first n for which all the sums have a meaning, and grow by the same from each n to the next. Where both sides have a
// value at some n they must have one at each smaller n, or the chain would be broken.
func (ctx *context) byInduction(q *question) Answer {
	for _, n := range upperLetters(expr.Minus(q.left, q.right)) {
		c, ok := ctx.chainOver(n, q.left, q.right)
		if !ok {
			continue
		}
		g := c.context()
		if answer := c.starts(g); answer.holds() {
			answer = answer.and(c.goesOn(g))
			if answer.holds() && c.unbroken(g, q.left) && c.unbroken(g, q.right) {
				return answer
			}
		}
	}
	return Unproved
}

// A chain is a proof by induction over the letter.
type chain struct {
	letter      *expr.Symbol
	first       int64 // where it begins
	lowest      int64 // the least value of the letter: below first some sum ends long before its beginning, and is 0
	left, right expr.Node
	scope       *scope.Scope // in which the letter runs through the whole numbers from first on
	ctx         *context
}

// upperLetters returns the letters that stand alone, or with a number added, as upper bounds of sums of n.
func upperLetters(n expr.Node) []*expr.Symbol {
	var letters []*expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			for _, letter := range expr.Symbols(s.Hi) {
				if !slices.ContainsFunc(letters, func(t *expr.Symbol) bool { return expr.Equal(letter, t) }) {
					letters = append(letters, letter)
				}
			}
		}
		return true
	})
	return letters
}

// chainOver prepares the induction over the letter. It reports false where the end of a sum depends on the letter in another way
// than growing evenly with it, or where a sum may be one over nothing and not yet about to begin.
func (ctx *context) chainOver(letter *expr.Symbol, a, b expr.Node) (chain, bool) {
	domain, declared := ctx.scope.Domain(letter)
	if domain.Finite() || declared && domain.Lo == nil {
		return chain{}, false
	}
	first := int64(math.MinInt32)
	if domain.Lo == nil {
		first = min(first, 1)
	}
	begin := beginning{ctx: ctx, letter: letter, first: first}
	if !begin.of(expr.Minus(a, b), 0) {
		return chain{}, false
	}
	first = begin.first
	if first < -domainLimit || first > domainLimit {
		return chain{}, false
	}
	low := first
	if domain.Lo == nil {
		low = min(low, 1)
	}
	if domain.Lo != nil {
		lowest := new(big.Int).Quo(domain.Lo.Num(), domain.Lo.Denom())
		if !lowest.IsInt64() || lowest.Int64() > domainLimit {
			return chain{}, false
		}
		low = min(low, lowest.Int64())
		first = max(first, lowest.Int64()-1)
		for !domain.Contains(big.NewRat(first, 1)) {
			if first++; first > domainLimit || domain.Hi != nil {
				return chain{}, false
			}
		}
	}
	return chain{
		letter: letter, first: first, lowest: max(low, first-boundLimit), left: a, right: b, scope: ctx.from(letter, first), ctx: ctx,
	}, low >= first-boundLimit
}

// from returns the scope in which the letter runs through the whole numbers from first on.
func (ctx *context) from(letter *expr.Symbol, first int64) *scope.Scope {
	sc := ctx.scope.Clone()
	d := scope.Interval(big.NewRat(first, 1), nil, false, true)
	d.Whole = true
	sc.Declare(letter, d)
	return sc
}

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

// domainLimit bounds where an induction may begin.
const domainLimit = 1000

// mentions reports whether n depends on the symbol, and pays for looking.
func mentions(m *budget.Meter, n expr.Node, s *expr.Symbol) bool {
	m.Spend(expr.Size(n))
	return expr.Mentions(n, s)
}

// in reports whether n depends on the letter of the chain.
func (c *chain) in(n expr.Node) bool { return mentions(c.scope.Meter(), n, c.letter) }

// wholeConstant returns the whole number that n is, if it is one.
func (ctx *context) wholeConstant(n expr.Node) (int64, bool) {
	p := ctx.canonical(ctx.value(n))
	whole, ok := p.int64()
	return whole, ok && rat.Magnitude(whole) <= domainLimit
}

func (c *chain) context() *context {
	g := c.ctx.beside(c.scope)
	g.useConditions()
	return g
}

// starts proves the first case, and those before it.
func (c *chain) starts(g *context) Answer {
	answer := Proved
	for n := c.lowest; n <= c.first && answer.holds(); n++ {
		at := expr.Int(n)
		answer = answer.and(g.same(expr.Substitute(c.left, c.letter, at), expr.Substitute(c.right, c.letter, at)))
	}
	return answer
}

// goesOn proves that both sides grow by the same from one n to the next, or where there are products and the sides are not
// zero by the same factor; or that they are equal for the next n if they are for this one.
func (c *chain) goesOn(g *context) Answer {
	left, right := c.next(c.left), c.next(c.right)
	if answer := g.same(expr.Sum(left, c.right), expr.Sum(right, c.left)); answer.holds() {
		return answer
	}
	if expr.Contains(expr.Minus(c.left, c.right), isProductOver) && (awayFromZero(g, c.left) || awayFromZero(g, c.right)) {
		if answer := g.same(expr.Product(left, c.right), expr.Product(right, c.left)); answer.holds() {
			return answer
		}
	}
	if len(c.scope.Conditions()) > 0 {
		return Unproved
	}
	h := c.ctx.beside(c.scope)
	if h.supposeZero(expr.Minus(c.left, c.right)) {
		if answer := h.same(left, right); answer.holds() {
			return answer
		}
	}
	return c.growsAlike(g, left, right)
}

// supposeZero puts what it must be in place of a sum or product over a range that n holds in the first degree, when n is 0: n is
// a times the sum and more, and a is zero at isolated points at most.
func (ctx *context) supposeZero(n expr.Node) bool {
	num, _ := ctx.expand(ctx.value(n))
	for _, v := range num.Vars() {
		if kind := ctx.kernels[v].kind; kind != seriesKernel && kind != productKernel {
			continue
		}
		var with, without poly.Poly
		linear := true
		for _, t := range num {
			e, holds := t.M.Of(v)
			switch {
			case !holds:
				without = append(without, t)
			case e.IsVar():
				with = append(with, poly.Term{C: t.C, M: t.M.Without(v)})
			default:
				linear = false
			}
		}
		factor := ctx.canonical(ctx.fromPoly(with, nil))
		if !linear || factor.isZero() || ctx.productMayVanish(factor) {
			continue
		}
		ctx.replace(v, ctx.mul(ctx.fromPoly(without, nil), ctx.inv(factor)).neg())
		return true
	}
	return false
}

// growsAlike proves by another induction that both sides grow by the same from one n to the next.
func (c *chain) growsAlike(g *context, left, right expr.Node) Answer {
	if c.ctx.inner {
		return Unproved
	}
	grown := func(next, n expr.Node) expr.Node {
		return g.productTree(g.canonical(g.value(expr.Minus(next, n))))
	}
	a, b := grown(left, c.left), grown(right, c.right)
	if a == nil || b == nil || !expr.Contains(expr.Minus(a, b), isSeries) {
		return Unproved
	}
	inner := c.ctx.beside(c.scope)
	inner.inner = true
	return inner.byInduction(&question{left: a, right: b})
}

func isProductOver(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && s.Product
}

// next returns n with one more for the letter, the last terms of the sums written out, and those with which they no longer
// begin.
func (c *chain) next(n expr.Node) expr.Node {
	one := expr.Sum(c.letter, expr.Int(1))
	s, ok := n.(*expr.Series)
	switch {
	case ok && !c.in(s):
		return n
	case ok && (c.in(s.Hi) || c.in(s.Lo)):
		body, then := s.Body, s.Body
		if !expr.Equal(s.Index, c.letter) {
			body, then = c.next(body), expr.Substitute(body, c.letter, one)
		}
		step, _ := c.ctx.growth(s.Hi, c.letter)
		start, _ := c.ctx.growth(s.Lo, c.letter)
		all := []expr.Node{&expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: s.Product}}
		for k := range step {
			all = append(all, expr.Substitute(then, s.Index, expr.Sum(s.Hi, expr.Int(k+1))))
		}
		for k := range start {
			all = append(all, expr.Negative(expr.Substitute(then, s.Index, expr.Sum(s.Lo, expr.Int(k)))))
		}
		if s.Product {
			return expr.Product(all...)
		}
		return expr.Sum(all...)
	}
	parts := expr.Children(n)
	if _, ok := n.(*expr.Symbol); ok || len(parts) == 0 {
		return expr.Substitute(n, c.letter, one)
	}
	fresh := make([]expr.Node, len(parts))
	for i, part := range parts {
		fresh[i] = c.next(part)
	}
	return expr.WithChildren(n, fresh)
}
