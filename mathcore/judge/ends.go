package judge

import (
	"slices"

	"chainrule/mathcore/expr"
)

// The ends of ranges are compared as far as they are known to lie apart by a number.

// notLess reports whether a is surely b or more.
func notLess(a, b expr.Node) bool {
	if expr.Equal(a, b) {
		return true
	}
	off, ok := wholeNumber(expr.Minus(a, b))
	return ok && off >= 0
}

// holdsRange reports whether the index of s surely lies in the range of m, which may end or begin at that index. The range of s may end
// at the indices of sums around.
func holdsRange(m membership, s *expr.Series, around []*expr.Series) bool {
	return (notLess(leastOf(s.Lo, around), m.lo) || notLess(s.Index, m.lo)) &&
		(notLess(m.hi, greatestOf(s.Hi, around)) || notLess(m.hi, s.Index))
}

// greatestOf returns an end with the greatest values of the indices around that it grows with one by one.
func greatestOf(end expr.Node, around []*expr.Series) expr.Node {
	for _, s := range slices.Backward(around) {
		if growsWith(end, s.Index) {
			end = expr.Substitute(end, s.Index, s.Hi)
		}
	}
	return end
}

// leastOf is greatestOf for the least values.
func leastOf(end expr.Node, around []*expr.Series) expr.Node {
	for _, s := range slices.Backward(around) {
		if growsWith(end, s.Index) {
			end = expr.Substitute(end, s.Index, s.Lo)
		}
	}
	return end
}

// growsWith reports whether the end is the index and a number more.
func growsWith(end expr.Node, index *expr.Symbol) bool {
	if !expr.Mentions(end, index) {
		return false
	}
	_, ok := wholeNumber(expr.Minus(end, index))
	return ok
}

// isLess reports whether a is surely less than b.
func isLess(a, b expr.Node) bool {
	off, ok := wholeNumber(expr.Minus(b, a))
	return ok && off > 0
}

// farthest returns the end of a range with the index of a sum around it at one of its ends: at this where the two grow
// together, at the other where they do not.
func (c *collector) farthest(end expr.Node, index *expr.Symbol, this, other expr.Node) expr.Node {
	if !expr.Mentions(end, index) {
		return end
	}
	next := expr.Substitute(end, index, expr.Sum(index, expr.Int(1)))
	step, ok := wholeNumber(expr.Minus(next, end))
	switch {
	case !ok:
		c.unclear = true
	case step < 0:
		return expr.Substitute(end, index, other)
	}
	return expr.Substitute(end, index, this)
}
