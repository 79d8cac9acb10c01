package algebra

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// byInduction proves equality of two sides with sums that run up to a letter n, or so far beyond it: they agree at the
// first n for which all the sums have a meaning, and grow by the same from each n to the next. Where both sides have a
// value at some n they must have one at each smaller n, or the chain would be broken.
func (ctx *context) byInduction(q *question) Answer {
	for _, n := range UpperLetters(expr.Minus(q.left, q.right)) {
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

// UpperLetters returns the letters that stand alone, or with a number added, as upper bounds of sums of n.
func UpperLetters(n expr.Node) []*expr.Symbol {
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
