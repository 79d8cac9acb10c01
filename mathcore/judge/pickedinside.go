package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// pickedInside returns n with the one term in place of a sum of which a δ picks that, where a function of it may jump: so it is seen at
// which member it does. It is done before ranges are cut, of which the letter need not lie in what is left. The letter that the δ names is taken to lie in the range, as
// everywhere; of one that a sum around binds it would have to be shown.
func (p *pair) pickedInside(n expr.Node) expr.Node {
	if !expr.Contains(n, picksInside) {
		return n
	}
	return p.pickedUnder(n, nil)
}

// pickedUnder is pickedInside below sums with these indices.
func (p *pair) pickedUnder(n expr.Node, around []*expr.Symbol) expr.Node {
	if s, ok := n.(*expr.Series); ok {
		around = append(slices.Clip(around), s.Index)
	}
	inside := picksInside(n)
	return expr.MapChildren(n, func(_ int, part expr.Node) expr.Node {
		if !inside || !isPick(part) || slices.ContainsFunc(around, func(i *expr.Symbol) bool { return expr.Mentions(part, i) }) {
			return p.pickedUnder(part, around)
		}
		p.scope.Meter().Spend(expr.Size(part))
		one, ok := algebra.Simplified(part, p.scope)
		if !ok || expr.Contains(one, isSeries) || expr.Contains(one, isDelta) {
			return part
		}
		return one
	})
}

// picksInside reports whether n may jump where a sum with a δ does not.
func picksInside(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	if !ok {
		return false
	}
	switch c.Func { //nolint:exhaustive // the others are continuous
	case expr.Sign, expr.Abs, expr.Max, expr.Min:
		return slices.ContainsFunc(c.Args, isPick)
	}
	return false
}

// isPick reports whether n is a sum with a δ, of what has a value everywhere and holds no other function. Each δ compares the index
// itself with a letter: of δ_(k+1,j) it is not known that j-1 lies in the range.
func isPick(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && !s.Product && expr.Contains(s.Body, isDelta) && expr.Total(s.Body) && !expr.Contains(s.Body, func(m expr.Node) bool {
		c, call := m.(*expr.Call)
		return call && (!isDelta(m) || !picksByLetter(c, s.Index)) || isSeries(m)
	})
}

// picksByLetter reports whether the δ compares the index with another letter.
func picksByLetter(delta *expr.Call, index *expr.Symbol) bool {
	a, b := delta.Args[0], delta.Args[1]
	if expr.Equal(b, index) {
		a, b = b, a
	}
	letter, ok := b.(*expr.Symbol)
	return ok && expr.Equal(a, index) && !expr.Equal(letter, index) && len(letter.Index) == 0
}
