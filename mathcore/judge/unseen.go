package judge

import (
	"slices"

	"chainrule/mathcore/expr"
)

// sureOfMembers reports whether bare names in sums without an index are surely the members of their family: beside x_i the x
// of Σ x is no number. It is not sure where such a name stands as a number somewhere else, and where nothing is added up on
// the other side, so that w x may be what dot(w, x) is.
func sureOfMembers(a, b expr.Node) bool {
	if !eitherContains(a, b, isUnseen) {
		return true
	}
	both := expr.Minus(a, b)
	families := familiesIn(both)
	return expr.Contains(a, isSeries) == expr.Contains(b, isSeries) &&
		!slices.ContainsFunc(numbersIn(both), func(name string) bool { return slices.Contains(families, name) })
}

// eitherContains reports whether some part of a or b satisfies is.
func eitherContains(a, b expr.Node, is func(expr.Node) bool) bool {
	return expr.Contains(a, is) || expr.Contains(b, is)
}

func isSeries(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// familiesIn returns the names that stand with one index.
func familiesIn(n expr.Node) []string {
	var names []string
	expr.Walk(n, func(n expr.Node) bool {
		s, is := n.(*expr.Symbol)
		if is && len(s.Index) == 1 && !slices.Contains(names, s.Name) {
			names = append(names, s.Name)
		}
		return !is
	})
	return names
}

// numbersIn returns the names that stand without an index outside of the sums without one.
func numbersIn(n expr.Node) []string {
	var names []string
	expr.Walk(n, func(n expr.Node) bool {
		s, is := n.(*expr.Symbol)
		if is && len(s.Index) == 0 {
			names = append(names, s.Name)
		}
		return !is && !isUnseen(n)
	})
	return names
}

// seeIndices gives sums without an index the index that is meant where y in one stands for the y_i that stand elsewhere.
// It reports whether there are such sums.
func (p *pair) seeIndices() bool {
	if !slices.ContainsFunc(p.lines(), func(n expr.Node) bool { return expr.Contains(n, isUnseen) }) {
		return false
	}
	families := map[string]bool{}
	for _, n := range append(p.lines(), p.scope.Shown()...) {
		expr.Walk(n, func(n expr.Node) bool {
			s, ok := n.(*expr.Symbol)
			if ok && len(s.Index) == 1 && len(expr.Symbols(s.Index[0])) > 0 {
				families[s.Name] = true
			}
			return !ok
		})
	}
	p.each(func(n expr.Node) expr.Node {
		return expr.Map(n, func(n expr.Node) expr.Node {
			if s, ok := n.(*expr.Series); ok && !s.Seen() {
				return p.indexed(s, families)
			}
			return n
		})
	})
	return true
}

// indexed returns the sum with an index at the letters that are families, if there are any in it.
func (p *pair) indexed(s *expr.Series, families map[string]bool) expr.Node {
	index, body := expr.Var(s.Index.Name+"i"), s.Body
	for _, letter := range expr.Symbols(body) {
		if len(letter.Index) == 0 && families[letter.Name] {
			p.scope.Meter().Spend(expr.Size(body))
			body = expr.Substitute(body, letter, expr.Var(letter.Name, index))
		}
	}
	if body == s.Body && len(expr.Symbols(body)) > 0 {
		return s
	}
	return &expr.Series{Span: s.Span, Index: index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: s.Product}
}
