package diagnose

import (
	"iter"

	"chainrule/mathcore/expr"
)

// A place is a node of a tree together with the way to put something else there.
type place struct {
	node   expr.Node
	under  expr.Node // the node around it, nil at the root
	behind int       // how many derivative operators stand before it
	with   func(expr.Node) expr.Node
}

// places goes through all nodes of the tree from the top down.
func places(tree expr.Node) iter.Seq[place] {
	return func(yield func(place) bool) {
		walk(place{tree, nil, 0, func(n expr.Node) expr.Node { return n }}, yield)
	}
}

func walk(at place, yield func(place) bool) bool {
	if !yield(at) {
		return false
	}
	parts := expr.Children(at.node)
	if _, name := at.node.(*expr.Symbol); name {
		return true
	}
	behind := at.behind
	if _, operator := at.node.(*expr.Derivative); operator {
		behind++
	}
	for i, c := range parts {
		if expr.Binds(at.node, i) {
			continue
		}
		inner := place{c, at.node, behind, func(n expr.Node) expr.Node {
			return at.with(expr.WithChildren(at.node, with(parts, i, n)))
		}}
		if !walk(inner, yield) {
			return false
		}
	}
	return true
}

// everywhere makes a slip at all places of a tree where it can be made, inner ones first, in one of the
// ways in which it is made. It reports at how many.
func (m mistake) everywhere(tree, under expr.Node, in *setting, way int) (wrong expr.Node, times int) {
	parts := expr.Children(tree)
	if _, name := tree.(*expr.Symbol); !name {
		for i, c := range parts {
			if expr.Binds(tree, i) {
				continue
			}
			d, k := m.everywhere(c, tree, in, way)
			if k > 0 {
				parts = with(parts, i, d)
				times += k
			}
		}
	}
	if times > 0 {
		tree = expr.WithChildren(tree, parts)
	}
	if under == nil {
		return tree, times // what slips do to whole lines is done once
	}
	in.under = under
	if made := m.rewrite(tree, in); len(made) > way {
		return made[way], times + 1
	}
	return tree, times
}
