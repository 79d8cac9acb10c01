package sample

import (
	"iter"

	"chainrule/mathcore/expr"
)

// A Position is a node of a tree together with the way to put something else there.
type Position struct {
	Node   expr.Node
	Under  expr.Node // the node around it, nil at the root
	Behind int       // how many derivative operators stand before it
	With   func(expr.Node) expr.Node
}

// Positions goes through all nodes of the tree from the top down.
func Positions(tree expr.Node) iter.Seq[Position] {
	return func(yield func(Position) bool) {
		walk(Position{tree, nil, 0, func(n expr.Node) expr.Node { return n }}, yield)
	}
}

func walk(at Position, yield func(Position) bool) bool {
	if !yield(at) {
		return false
	}
	parts := expr.Children(at.Node)
	if _, name := at.Node.(*expr.Symbol); name {
		return true
	}
	behind := at.Behind
	if _, operator := at.Node.(*expr.Derivative); operator {
		behind++
	}
	for i, c := range parts {
		if expr.Binds(at.Node, i) {
			continue
		}
		inner := Position{c, at.Node, behind, func(n expr.Node) expr.Node {
			return at.With(expr.WithChildren(at.Node, expr.With(parts, i, n)))
		}}
		if !walk(inner, yield) {
			return false
		}
	}
	return true
}
