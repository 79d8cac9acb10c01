package judge

import (
	"slices"

	"chainrule/mathcore/expr"
)

// derivative notes the ranges of the sums whose index stands in the family of the variable, or is compared by a δ around one that
// does.
func (c *collector) derivative(n *expr.Derivative, around []*expr.Series) {
	meets := func(s *expr.Series, body expr.Node, around []*expr.Series, skip func(expr.Node) bool) {
		c.meter.Spend(expr.Size(body))
		expr.Walk(body, func(m expr.Node) bool {
			v, ok := m.(*expr.Symbol)
			if !ok || v.Name != n.Var.Name || len(v.Index) != len(n.Var.Index) {
				return true
			}
			for i, index := range v.Index {
				if by := n.Var.Index[i]; (expr.Equal(index, s.Index) || turnsRound(index, s)) && !skip(by) {
					c.lies(by, s, around)
				}
			}
			return false
		})
		c.byDelta(n.Var, s, body, around)
	}
	for i, s := range around {
		meets(s, n.Body, around[:i], func(by expr.Node) bool { return expr.Equal(by, s.Index) })
	}
	var below func(m expr.Node, around []*expr.Series)
	below = func(m expr.Node, around []*expr.Series) {
		if s, ok := m.(*expr.Series); ok {
			meets(s, s.Body, around, func(expr.Node) bool { return false })
			around = append(slices.Clip(around), s)
		}
		for _, part := range expr.Children(m) {
			below(part, around)
		}
	}
	below(n.Body, around)
}

// byDelta notes that the variable lies in the range of a sum with members of its family whose index a δ compares with others: it may
// be that of the member.
func (c *collector) byDelta(by *expr.Symbol, s *expr.Series, body expr.Node, around []*expr.Series) {
	compared := expr.Contains(body, func(m expr.Node) bool { return isDelta(m) && expr.Mentions(m, s.Index) })
	family := compared && expr.Contains(body, func(m expr.Node) bool {
		v, ok := m.(*expr.Symbol)
		return ok && v.Name == by.Name && len(v.Index) == len(by.Index)
	})
	if !family {
		return
	}
	for _, letter := range expr.Symbols(by.Index...) {
		if !expr.Equal(letter, s.Index) {
			c.lies(letter, s, around)
		}
	}
}

// turnsRound reports whether an index runs through the range of the sum from its other end, as n+1-k does for k from 1 to n.
func turnsRound(index expr.Node, s *expr.Series) bool {
	if len(expr.Children(index)) == 0 || !expr.Mentions(index, s.Index) {
		return false
	}
	off, ok := wholeNumber(expr.Minus(expr.Sum(index, s.Index), expr.Sum(s.Lo, s.Hi)))
	return ok && off == 0
}
