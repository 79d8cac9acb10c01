package diagnose

import (
	"iter"

	"chainrule/mathcore/expr"
)

// A place is a node of a tree together with the way to put something else there.
type place struct {
	node expr.Node
	with func(expr.Node) expr.Node
}

// places goes through all nodes of the tree from the top down.
func places(tree expr.Node) iter.Seq[place] {
	return func(yield func(place) bool) {
		walk(place{tree, func(n expr.Node) expr.Node { return n }}, yield)
	}
}

func walk(at place, yield func(place) bool) bool {
	if !yield(at) {
		return false
	}
	parts := expr.Children(at.node)
	for i, c := range parts {
		if expr.Binds(at.node, i) {
			continue
		}
		inner := place{c, func(n expr.Node) expr.Node {
			changed := append([]expr.Node(nil), parts...)
			changed[i] = n
			return at.with(expr.WithChildren(at.node, changed))
		}}
		if !walk(inner, yield) {
			return false
		}
	}
	return true
}
