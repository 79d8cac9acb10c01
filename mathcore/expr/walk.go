package expr

import (
	"math"
	"slices"
)

// Children returns the direct parts of n in the order written; bound names and indices count as parts.
func Children(n Node) []Node { return appendChildren(nil, n) }

// A fewNodes has room for the parts of any node that keeps no list of them.
type fewNodes [4]Node

// appendChildren is Children for an empty list with room for a few: a list that n keeps itself is returned as it is, and
// what else has parts puts them into the room.
func appendChildren(room []Node, n Node) []Node {
	switch n := n.(type) {
	case *Number, *Constant:
		return nil
	case *Symbol:
		return n.Index
	case *Neg:
		return append(room, n.X)
	case *Add:
		return n.Terms
	case *Mul:
		return n.Factors
	case *Div:
		return append(room, n.Num, n.Den)
	case *Pow:
		return append(room, n.Base, n.Exp)
	case *Call:
		return n.Args
	case *Apply:
		if len(n.Index) == 0 {
			return n.Args
		}
		return append(append(room, n.Index...), n.Args...)
	case *Derivative:
		return append(room, n.Var, n.Body)
	case *Series:
		return append(room, n.Index, n.Lo, n.Hi, n.Body)
	}
	panic("expr: unknown node")
}

// WithChildren returns n with its direct parts replaced; parts must have the number and order of Children(n), and a
// symbol where n binds one.
func WithChildren(n Node, parts []Node) Node {
	switch n := n.(type) {
	case *Number, *Constant:
		return n
	case *Symbol:
		return &Symbol{n.Span, n.Name, parts}
	case *Neg:
		return &Neg{n.Span, parts[0]}
	case *Add:
		return &Add{n.Span, parts}
	case *Mul:
		return &Mul{n.Span, parts}
	case *Div:
		return &Div{n.Span, parts[0], parts[1]}
	case *Pow:
		return &Pow{n.Span, parts[0], parts[1]}
	case *Call:
		return &Call{n.Span, n.Func, parts}
	case *Apply:
		k := len(n.Index)
		return &Apply{n.Span, n.Name, parts[:k:k], n.Primes, parts[k:]}
	case *Derivative:
		return &Derivative{n.Span, parts[0].(*Symbol), parts[1], n.Order, n.Partial}
	case *Series:
		return &Series{n.Span, parts[0].(*Symbol), parts[1], parts[2], parts[3], n.Product}
	}
	panic("expr: unknown node")
}

// Walk calls visit for n and everything below it, from the top down and from left to right. Where visit returns
// false the parts are left out.
func Walk(n Node, visit func(Node) bool) {
	if !visit(n) {
		return
	}
	switch n := n.(type) { // Children would need memory for each list of two
	case *Number, *Constant:
	case *Symbol:
		walkAll(n.Index, visit)
	case *Neg:
		Walk(n.X, visit)
	case *Add:
		walkAll(n.Terms, visit)
	case *Mul:
		walkAll(n.Factors, visit)
	case *Div:
		Walk(n.Num, visit)
		Walk(n.Den, visit)
	case *Pow:
		Walk(n.Base, visit)
		Walk(n.Exp, visit)
	case *Call:
		walkAll(n.Args, visit)
	case *Apply:
		walkAll(n.Index, visit)
		walkAll(n.Args, visit)
	case *Derivative:
		Walk(n.Var, visit)
		Walk(n.Body, visit)
	case *Series:
		Walk(n.Index, visit)
		Walk(n.Lo, visit)
		Walk(n.Hi, visit)
		Walk(n.Body, visit)
	default:
		panic("expr: unknown node")
	}
}

func walkAll(nodes []Node, visit func(Node) bool) {
	for _, n := range nodes {
		Walk(n, visit)
	}
}

// Map returns n with change applied to every part from the bottom up. Where nothing changes the node itself is kept.
// A bound name that change does not turn into a symbol stays as it was.
func Map(n Node, change func(Node) Node) Node {
	return change(MapChildren(n, func(_ int, c Node) Node { return Map(c, change) }))
}

// MapChildren returns n with change applied to each of its direct parts, which are numbered as in Children. Where nothing
// changes n itself is returned. A bound name that change does not turn into a symbol stays as it was.
func MapChildren(n Node, change func(i int, part Node) Node) Node {
	switch n := n.(type) { // each type by itself: WithChildren would need memory for each list of two
	case *Number, *Constant:
	case *Neg:
		if x := change(0, n.X); x != n.X {
			return &Neg{n.Span, x}
		}
	case *Div:
		if num, den := change(0, n.Num), change(1, n.Den); num != n.Num || den != n.Den {
			return &Div{n.Span, num, den}
		}
	case *Pow:
		if base, exp := change(0, n.Base), change(1, n.Exp); base != n.Base || exp != n.Exp {
			return &Pow{n.Span, base, exp}
		}
	case *Add:
		if terms, differ := changed(n.Terms, change); differ {
			return &Add{n.Span, terms}
		}
	case *Mul:
		if factors, differ := changed(n.Factors, change); differ {
			return &Mul{n.Span, factors}
		}
	case *Derivative:
		by, body := bound(n.Var, change), change(1, n.Body)
		if by != n.Var || body != n.Body {
			return &Derivative{n.Span, by, body, n.Order, n.Partial}
		}
	case *Series:
		index, lo, hi, body := bound(n.Index, change), change(1, n.Lo), change(2, n.Hi), change(3, n.Body)
		if index != n.Index || lo != n.Lo || hi != n.Hi || body != n.Body {
			return &Series{n.Span, index, lo, hi, body, n.Product}
		}
	case *Symbol, *Call, *Apply:
		if parts, differ := changed(Children(n), change); differ {
			return WithChildren(n, parts)
		}
	default:
		panic("expr: unknown node")
	}
	return n
}

// changed returns the parts as change makes them, in a list of their own where one differs.
func changed(parts []Node, change func(i int, part Node) Node) (list []Node, differ bool) {
	for i, c := range parts {
		d := change(i, c)
		if d != c && !differ {
			parts, differ = slices.Clone(parts), true
		}
		if differ {
			parts[i] = d
		}
	}
	return parts, differ
}

// bound returns what change makes of the name that a node binds, its first part, if that is a symbol.
func bound(name *Symbol, change func(i int, part Node) Node) *Symbol {
	if s, isSymbol := change(0, name).(*Symbol); isSymbol {
		return s
	}
	return name
}

// Binds reports whether part i of Children(n) must be a symbol: what is differentiated by, or the index of a sum.
func Binds(n Node, i int) bool {
	_, derivative := n.(*Derivative)
	_, series := n.(*Series)
	return i == 0 && (derivative || series)
}

// Size returns the number of nodes of n.
func Size(n Node) int { return SizeUpTo(n, math.MaxInt) }

// SizeUpTo returns the number of nodes of n, or most where there are more: a tree that substitution made may share its
// parts, and have more nodes than anybody could count.
func SizeUpTo(n Node, most int) int {
	size := 1
	if most <= size {
		return most
	}
	switch n := n.(type) {
	case *Number, *Constant:
	case *Symbol:
		size = sizeOfAll(n.Index, size, most)
	case *Neg:
		size += SizeUpTo(n.X, most-size)
	case *Add:
		size = sizeOfAll(n.Terms, size, most)
	case *Mul:
		size = sizeOfAll(n.Factors, size, most)
	case *Div:
		size += SizeUpTo(n.Num, most-size)
		size += SizeUpTo(n.Den, most-size)
	case *Pow:
		size += SizeUpTo(n.Base, most-size)
		size += SizeUpTo(n.Exp, most-size)
	case *Call:
		size = sizeOfAll(n.Args, size, most)
	case *Apply:
		size = sizeOfAll(n.Args, sizeOfAll(n.Index, size, most), most)
	case *Derivative:
		size += SizeUpTo(n.Var, most-size)
		size += SizeUpTo(n.Body, most-size)
	case *Series:
		size += SizeUpTo(n.Index, most-size)
		size += SizeUpTo(n.Lo, most-size)
		size += SizeUpTo(n.Hi, most-size)
		size += SizeUpTo(n.Body, most-size)
	}
	return size
}

// sizeOfAll adds the sizes of all nodes to size, up to most.
func sizeOfAll(nodes []Node, size, most int) int {
	for _, n := range nodes {
		if size >= most {
			return most
		}
		size += SizeUpTo(n, most-size)
	}
	return size
}

// Contains reports whether some part of n satisfies is.
func Contains(n Node, is func(Node) bool) bool {
	if is(n) {
		return true
	}
	switch n := n.(type) {
	case *Number, *Constant:
		return false
	case *Symbol:
		return anyContains(n.Index, is)
	case *Neg:
		return Contains(n.X, is)
	case *Add:
		return anyContains(n.Terms, is)
	case *Mul:
		return anyContains(n.Factors, is)
	case *Div:
		return Contains(n.Num, is) || Contains(n.Den, is)
	case *Pow:
		return Contains(n.Base, is) || Contains(n.Exp, is)
	case *Call:
		return anyContains(n.Args, is)
	case *Apply:
		return anyContains(n.Index, is) || anyContains(n.Args, is)
	case *Derivative:
		return Contains(n.Var, is) || Contains(n.Body, is)
	case *Series:
		return Contains(n.Index, is) || Contains(n.Lo, is) || Contains(n.Hi, is) || Contains(n.Body, is)
	}
	panic("expr: unknown node")
}

func anyContains(nodes []Node, is func(Node) bool) bool {
	for _, n := range nodes {
		if Contains(n, is) {
			return true
		}
	}
	return false
}
