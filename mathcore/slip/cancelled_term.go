package slip

import (
	"chainrule/mathcore/expr"
)

// cancelledTerm cancels a term as if it were a factor: (a+b)/a = b, or = 1+b.
//
// Example: (a+b*c)/a -> b*c
// Example: (a+b)/a -> 1+b
// Example: a/(a+b) -> 1/b
// Example: (a+b)/(a+c) -> b/c
// Example: (x-1)/(x*(1-x)) -> -1/(1-x)
var cancelledTerm = mistake{
	id: "cancelled-term", kind: falseLaw, family: rewriting, about: aQuotient,
	rewrite: func(n, _ expr.Node, _ *setting) []expr.Node {
		q, ok := n.(*expr.Div)
		if !ok {
			return nil
		}
		var wrong []expr.Node
		over := func(num, den expr.Node) { wrong = append(wrong, expr.Quotient(num, den)) }
		for _, f := range expr.Factors(q.Den) {
			for _, num := range strikeOut(q.Num, f) {
				over(num, strike(q.Den, f))
			}
		}
		for _, f := range expr.Factors(q.Num) {
			for _, den := range strikeOut(q.Den, f) {
				over(strike(q.Num, f), den)
			}
		}
		return append(wrong, withoutCommonTerm(q)...)
	},
}

// withoutCommonTerm drops a term that stands above and below: (a+b)/(a+c) = b/c.
func withoutCommonTerm(q *expr.Div) []expr.Node {
	above, below := expr.Terms(q.Num), expr.Terms(q.Den)
	var wrong []expr.Node
	for i, s := range above {
		for k, t := range below {
			if len(above) > 1 && len(below) > 1 && expr.Equal(s, t) {
				wrong = append(wrong, expr.Quotient(expr.Sum(expr.Without(above, i)...), expr.Sum(expr.Without(below, k)...)))
			}
		}
	}
	return wrong
}

// strikeOut strikes the factor f out of one term only of each sum that is a factor of n: the term is dropped, or 1 left.
func strikeOut(n, f expr.Node) []expr.Node {
	var struck []expr.Node
	list := expr.Factors(n)
	for k, g := range list {
		sum := expr.Terms(g)
		if len(sum) < 2 {
			continue
		}
		for i, t := range sum {
			bare, negative := expr.Unsigned(t)
			rest := strike(bare, f)
			if rest == nil {
				continue
			}
			if negative {
				rest = expr.Negative(rest)
			}
			for _, changed := range []expr.Node{expr.Sum(expr.Without(sum, i)...), expr.Sum(expr.With(sum, i, rest)...)} {
				struck = append(struck, expr.Product(expr.With(list, k, changed)...))
			}
		}
	}
	return struck
}

// strike returns the product n without the factor f, of a power of f one less, nil if it has none. A factor 1 is not seen.
func strike(n, f expr.Node) expr.Node {
	if expr.Is(f, 1) {
		return nil
	}
	list := expr.Factors(n)
	for i, g := range list {
		if expr.Equal(f, g) {
			return expr.Product(expr.Without(list, i)...)
		}
		if p, ok := g.(*expr.Pow); ok && expr.Equal(f, p.Base) {
			lowered := expr.Power(f, expr.Minus(p.Exp, expr.Int(1)))
			return expr.Product(expr.With(list, i, lowered)...)
		}
	}
	return nil
}
