package sample

import (
	"iter"

	"chainrule/mathcore/expr"
)

// A Place is a node of a tree together with the way to put something else there.
type Place struct {
	Node   expr.Node
	Under  expr.Node // the node around it, nil at the root
	Behind int       // how many derivative operators stand before it
	With   func(expr.Node) expr.Node
}

// Places goes through all nodes of the tree from the top down.
func Places(tree expr.Node) iter.Seq[Place] {
	return func(yield func(Place) bool) {
		walk(Place{tree, nil, 0, func(n expr.Node) expr.Node { return n }}, yield)
	}
}

func walk(at Place, yield func(Place) bool) bool {
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
		inner := Place{c, at.Node, behind, func(n expr.Node) expr.Node {
			return at.With(expr.WithChildren(at.Node, expr.With(parts, i, n)))
		}}
		if !walk(inner, yield) {
			return false
		}
	}
	return true
}
