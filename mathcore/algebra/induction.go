package algebra

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
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

// chainOver prepares the induction over the letter. It reports false where a sum depends on the letter in another way
// than by its upper bound or its summand.
func (ctx *context) chainOver(letter *expr.Symbol, a, b expr.Node) (chain, bool) {
	domain, _ := ctx.scope.Domain(letter)
	if domain.Finite() || domain.Whole && domain.Lo == nil {
		return chain{}, false
	}
	first, ok := int64(math.MinInt32), true
	expr.Walk(expr.Minus(a, b), func(n expr.Node) bool {
		s, is := n.(*expr.Series)
		if !is || !mentions(ctx.meter, s.Hi, letter) {
			ok = ok && (!is || !mentions(ctx.meter, s.Lo, letter))
			return ok
		}
		step, okAbove := ctx.growth(s.Hi, letter)
		if len(expr.Symbols(s.Lo)) > 0 {
			ok = ok && okAbove && !mentions(ctx.meter, s.Lo, letter)
			return ok
		}
		above, okEnd := ctx.wholeConstant(expr.Substitute(s.Hi, letter, expr.Int(0)))
		lo, okLo := ctx.wholeConstant(s.Lo)
		if ok = ok && okAbove && okEnd && okLo; ok {
			first = max(first, upwards(lo-1-above, step))
		}
		return ok
	})
	if !ok || first < -domainLimit || first > domainLimit {
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
	sc := ctx.scope.Clone()
	from := scope.Interval(big.NewRat(first, 1), nil, false, true)
	from.Whole = true
	sc.Declare(letter, from)
	return chain{letter: letter, first: first, lowest: max(low, first-boundLimit), left: a, right: b, scope: sc, ctx: ctx}, low >= first-boundLimit
}

// mostGrowth bounds by how many terms a sum may grow from one n to the next.
const mostGrowth = 4

// growth returns by how much an upper bound grows from each n to the next, if that is the same small number everywhere.
func (ctx *context) growth(hi expr.Node, letter *expr.Symbol) (int64, bool) {
	next := expr.Substitute(hi, letter, expr.Sum(letter, expr.Int(1)))
	step, ok := ctx.wholeConstant(expr.Minus(next, hi))
	return step, ok && step >= 1 && step <= mostGrowth
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
// zero by the same factor.
func (c *chain) goesOn(g *context) Answer {
	if answer := g.same(expr.Sum(c.next(c.left), c.right), expr.Sum(c.next(c.right), c.left)); answer.holds() {
		return answer
	}
	if !expr.Contains(expr.Minus(c.left, c.right), isProductOver) || !awayFromZero(g, c.left) && !awayFromZero(g, c.right) {
		return Unproved
	}
	return g.same(expr.Product(c.next(c.left), c.right), expr.Product(c.next(c.right), c.left))
}

func isProductOver(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && s.Product
}

// next returns n with one more for the letter, the last terms of the sums written out.
func (c *chain) next(n expr.Node) expr.Node {
	one := expr.Sum(c.letter, expr.Int(1))
	s, ok := n.(*expr.Series)
	switch {
	case ok && !c.in(s):
		return n
	case ok && len(expr.Symbols(s.Lo)) > 0: // whether it has more terms then depends on where it begins
		return expr.Substitute(n, c.letter, one)
	case ok && c.in(s.Hi):
		body := s.Body
		if !expr.Equal(s.Index, c.letter) {
			body = c.next(body)
		}
		step, _ := c.ctx.growth(s.Hi, c.letter)
		all := []expr.Node{&expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: s.Product}}
		for k := range step {
			all = append(all, expr.Substitute(body, s.Index, expr.Sum(s.Hi, expr.Int(k+1))))
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

// unbroken reports whether n has a value for all smaller values of the letter where it has one for some, its other
// letters being given: what does not depend on the letter is the same for all, and a sum has a value if a longer one has.
func (c *chain) unbroken(g *context, n expr.Node) bool {
	if !c.in(n) {
		return true
	}
	parts := true
	if _, sum := n.(*expr.Series); !sum {
		parts = !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !c.unbroken(g, part) })
	}
	switch n := n.(type) {
	case *expr.Symbol:
		return true
	case *expr.Neg, *expr.Add, *expr.Mul:
		return parts
	case *expr.Div:
		return parts && (!c.in(n.Den) || awayFromZero(g, n.Den))
	case *expr.Pow:
		return parts && c.powerUnbroken(g, n)
	case *expr.Series:
		return c.seriesUnbroken(g, n)
	case *expr.Call:
		return parts && c.callUnbroken(g, n)
	case *expr.Number, *expr.Constant, *expr.Apply, *expr.Derivative:
	}
	return false
}

// powerUnbroken knows the powers of what is positive, those of what is not zero with whole exponents, and those with the
// exponents 1, 2, 3 and so on.
func (c *chain) powerUnbroken(g *context, n *expr.Pow) bool {
	if base, ok := enclosed(g, n.Base); ok && base.Lo > 0 {
		return true
	}
	if !c.whole(g, n.Exp) {
		return false
	}
	exponent, ok := enclosed(g, n.Exp)
	return ok && exponent.Lo >= 1 || awayFromZero(g, n.Base)
}

// seriesUnbroken asks the summand at each index of its own.
func (c *chain) seriesUnbroken(g *context, n *expr.Series) bool {
	index := scope.Domain{Whole: true}
	lo, ok := g.wholeConstant(n.Lo)
	switch {
	case ok:
		index.Lo = big.NewRat(lo, 1)
	case len(expr.Symbols(n.Lo)) == 0:
		return false
	}
	if expr.Equal(n.Index, c.letter) {
		return ok
	}
	inside := *c
	inside.scope = g.scope.Clone()
	inside.scope.Declare(n.Index, index)
	unbroken := false
	g.within(func() { unbroken = inside.unbroken(inside.context(), n.Body) })
	return unbroken
}

func (c *chain) callUnbroken(g *context, n *expr.Call) bool {
	e, ok := enclosed(g, n.Args[0])
	switch n.Func { //nolint:exhaustive // of the others nothing is known
	case expr.Exp:
		return true
	case expr.Ln:
		inner, call := n.Args[0].(*expr.Call)
		return ok && e.Lo > 0 || call && (inner.Func == expr.Exp || inner.Func == expr.Factorial)
	case expr.Factorial:
		return ok && e.Lo >= 0 && c.whole(g, n.Args[0])
	}
	return false
}

// whole reports whether n is a sum of products of whole numbers and letters that run through whole numbers.
func (c *chain) whole(g *context, n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value.IsInt()
	case *expr.Symbol:
		d, _ := g.scope.Domain(n)
		return d.Whole
	case *expr.Neg, *expr.Add, *expr.Mul:
		return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !c.whole(g, part) })
	case *expr.Constant, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// awayFromZero reports whether n is certainly never zero.
func awayFromZero(g *context, n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Neg:
		return awayFromZero(g, n.X)
	case *expr.Mul:
		return !slices.ContainsFunc(n.Factors, func(part expr.Node) bool { return !awayFromZero(g, part) })
	case *expr.Pow:
		return awayFromZero(g, n.Base)
	case *expr.Call:
		if n.Func == expr.Exp || n.Func == expr.Factorial {
			return true
		}
	case *expr.Div:
		return awayFromZero(g, n.Num)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	e, ok := enclosed(g, n)
	return ok && (e.Lo > 0 || e.Hi < 0)
}

// enclosed returns bounds of n over the whole domain, where it has a value throughout.
func enclosed(g *context, n expr.Node) (eval.Enclosure, bool) {
	program, box, ok := g.overDomain(n)
	if !ok {
		return eval.Enclosure{}, false
	}
	e := program.Enclose(box)
	return e, e.Status == eval.Defined
}
