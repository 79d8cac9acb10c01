package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// Members of sums jump each by itself, and no place holds all of that. But where the difference of two sides is a sum over one range,
// it is 0 everywhere if its terms are.

// termwise reports whether the difference of the sides is a sum whose terms are 0 everywhere.
func (p *pair) termwise() bool {
	if p.depth >= jointDepth || len(p.scope.Conditions()) > 0 || p.standing.contents().Derivatives() {
		return false
	}
	var over *expr.Series
	var terms, rest []expr.Node
	for _, t := range append(plainTerms(p.standing.left), negated(plainTerms(p.standing.right))...) {
		s, times, ok := sumIn(t)
		if !ok || over != nil && (!expr.Equal(s.Lo, over.Lo) || !expr.Equal(s.Hi, over.Hi)) {
			rest = append(rest, t)
			continue
		}
		if over == nil {
			over = s
		}
		p.scope.Meter().Spend(expr.Size(s.Body))
		index := expr.Fresh(over.Index, expr.Minus(p.standing.left, p.standing.right))
		terms = append(terms, expr.Product(append(times, expr.Substitute(s.Body, s.Index, index))...))
	}
	if over == nil {
		return false
	}
	index := expr.Fresh(over.Index, expr.Minus(p.standing.left, p.standing.right))
	length := expr.Sum(over.Hi, expr.Negative(over.Lo), expr.Int(1))
	each, ok := algebra.Simplified(expr.Quotient(expr.Sum(rest...), length), p.scope)
	if len(rest) == 0 {
		each, ok = expr.Int(0), true
	}
	first, whole := wholeNumber(over.Lo)
	if !ok || len(rest) > 0 && (first != 1 || !p.isNatural(over.Hi)) || expr.Contains(expr.Sum(append(terms, each)...), isSeries) {
		return false // a sum over nothing has no terms among which the rest could be shared out
	}
	sc := p.scope.Clone()
	d := natural
	if !whole || first < 1 {
		d.Lo = nil
	}
	sc.Declare(index, d)
	return p.compareAt(expr.Sum(append(terms, each)...), expr.Int(0), sc).Relation == Equal
}

// asAnything reports whether the sides are equal whatever the signs in them are, as far as they are odd and lie between -1 and 1: then
// nothing was used that does not hold where they jump. The error function stands for the sign, since no more is known of it.
func (p *pair) asAnything() bool {
	if p.standing.contents().Derivatives() {
		return false
	}
	both := expr.Minus(p.standing.left, p.standing.right)
	if expr.Contains(both, isErf) || len(p.scope.Conditions()) > 0 {
		return false
	}
	put := func(n expr.Node) expr.Node {
		p.scope.Meter().Spend(expr.Size(n))
		return expr.Map(n, func(n expr.Node) expr.Node {
			if c, ok := n.(*expr.Call); ok && c.Func == expr.Sign {
				return expr.Of(expr.Erf, c.Args[0])
			}
			return n
		})
	}
	return algebra.Equal(put(p.standing.left), put(p.standing.right), p.scope) == algebra.Proved
}

func isErf(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Erf
}

// isNatural reports whether n is a letter that runs through whole numbers from 1 on.
func (p *pair) isNatural(n expr.Node) bool {
	s, ok := n.(*expr.Symbol)
	if !ok {
		return false
	}
	d, known := p.scope.Domain(s)
	least, ok := d.LeastWhole()
	return known && d.Whole && ok && least.Sign() > 0
}

// plainTerms returns the terms of a sum.
func plainTerms(n expr.Node) []expr.Node {
	switch n := n.(type) {
	case *expr.Add:
		var all []expr.Node
		for _, t := range n.Terms {
			all = append(all, plainTerms(t)...)
		}
		return all
	case *expr.Neg:
		return negated(plainTerms(n.X))
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return []expr.Node{n}
}

func negated(terms []expr.Node) []expr.Node {
	all := slices.Clone(terms)
	for i, t := range all {
		all[i] = expr.Opposite(t)
	}
	return all
}

// sumIn returns the sum that t is a multiple of, and the factors beside it.
func sumIn(t expr.Node) (s *expr.Series, times []expr.Node, ok bool) {
	if bare, negative := expr.Unsigned(t); negative {
		t, times = bare, []expr.Node{expr.Int(-1)}
	}
	for _, f := range expr.Factors(t) {
		if sum, is := f.(*expr.Series); is && !sum.Product && s == nil {
			s = sum
			continue
		}
		times = append(times, f)
	}
	return s, times, s != nil
}
