package judge

import (
	"slices"

	"chainrule/mathcore/expr"
)

// asMembers returns the two sides with the members of a family in place of its bare name in sums without an index: beside
// x_i the x of Σ x is no number. It reports false where a difference may come of the reading: where such a name stands as a
// number somewhere else, and where nothing is added up on the other side, so that w x may be what dot(w, x) is.
func asMembers(a, b expr.Node) (left, right expr.Node, ok bool) {
	both := expr.Minus(a, b)
	if !expr.Contains(both, isUnseen) {
		return a, b, true
	}
	families := familiesIn(both)
	ok = expr.Contains(a, isSeries) == expr.Contains(b, isSeries) && !slices.ContainsFunc(numbersIn(both), func(name string) bool { return slices.Contains(families, name) })
	change := func(n expr.Node) expr.Node {
		return expr.Map(n, func(n expr.Node) expr.Node {
			if s, is := n.(*expr.Series); is && !s.Seen() {
				return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: memberwise(s, families)}
			}
			return n
		})
	}
	return change(a), change(b), ok
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

// memberwise returns the body of the sum with the bare names of families as members.
func memberwise(s *expr.Series, families []string) expr.Node {
	body := s.Body
	for _, letter := range expr.Symbols(body) {
		if len(letter.Index) == 0 && slices.Contains(families, letter.Name) {
			body = expr.Substitute(body, letter, expr.Var(letter.Name, s.Index))
		}
	}
	return body
}
