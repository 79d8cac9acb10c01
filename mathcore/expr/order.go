package expr

import (
	"cmp"
	"math/big"
	"slices"
)

// Compare orders trees by what they say, wherever and however spelled: spans and number spellings do not count, the
// order of terms and factors does. It returns -1, 0 or +1.
func Compare(a, b Node) int {
	if a == b {
		return 0
	}
	if c := cmp.Compare(rank(a), rank(b)); c != 0 {
		return c
	}
	if c := compareLabels(a, b); c != 0 {
		return c
	}
	var roomA, roomB fewNodes
	return slices.CompareFunc(appendChildren(roomA[:0], a), appendChildren(roomB[:0], b), Compare)
}

// Equal reports whether a and b are the same tree, spans and number spellings apart: whether Compare returns 0, sooner.
func Equal(a, b Node) bool {
	if a == b {
		return true
	}
	switch a := a.(type) {
	case *Number:
		b, ok := b.(*Number)
		return ok && compareNumbers(a.Value, b.Value) == 0
	case *Constant:
		b, ok := b.(*Constant)
		return ok && a.Name == b.Name
	case *Symbol:
		b, ok := b.(*Symbol)
		return ok && a.Name == b.Name && allEqual(a.Index, b.Index)
	case *Neg:
		b, ok := b.(*Neg)
		return ok && Equal(a.X, b.X)
	case *Add:
		b, ok := b.(*Add)
		return ok && allEqual(a.Terms, b.Terms)
	case *Mul:
		b, ok := b.(*Mul)
		return ok && allEqual(a.Factors, b.Factors)
	case *Div:
		b, ok := b.(*Div)
		return ok && Equal(a.Num, b.Num) && Equal(a.Den, b.Den)
	case *Pow:
		b, ok := b.(*Pow)
		return ok && Equal(a.Base, b.Base) && Equal(a.Exp, b.Exp)
	case *Call:
		b, ok := b.(*Call)
		return ok && a.Func == b.Func && allEqual(a.Args, b.Args)
	case *Apply:
		b, ok := b.(*Apply)
		return ok && a.Name == b.Name && a.Primes == b.Primes && allEqual(a.Index, b.Index) && allEqual(a.Args, b.Args)
	case *Derivative:
		b, ok := b.(*Derivative)
		return ok && a.Order == b.Order && Equal(a.Var, b.Var) && Equal(a.Body, b.Body)
	case *Series:
		b, ok := b.(*Series)
		return ok && a.Product == b.Product && Equal(a.Index, b.Index) && Equal(a.Lo, b.Lo) && Equal(a.Hi, b.Hi) && Equal(a.Body, b.Body)
	}
	panic("expr: unknown node")
}

func allEqual(a, b []Node) bool { return slices.EqualFunc(a, b, Equal) }

// SameKind reports whether a and b are made of their parts in one way: two sums, two applications of one function.
func SameKind(a, b Node) bool { return rank(a) == rank(b) && compareLabels(a, b) == 0 }

// Sorted returns n with nested sums and products flattened and their terms and factors put in the order of Compare.
func Sorted(n Node) Node {
	return Map(n, func(n Node) Node {
		if sum, ok := n.(*Add); ok && !inOrder(sum.Terms, termsOf) {
			return &Add{sum.Span, sortParts(sum.Terms, termsOf)}
		}
		if product, ok := n.(*Mul); ok && !inOrder(product.Factors, factorsOf) {
			return &Mul{product.Span, sortParts(product.Factors, factorsOf)}
		}
		return n
	})
}

// termsOf returns the terms of a sum, nil for anything else.
func termsOf(n Node) []Node {
	if sum, ok := n.(*Add); ok {
		return sum.Terms
	}
	return nil
}

// factorsOf returns the factors of a product, nil for anything else.
func factorsOf(n Node) []Node {
	if product, ok := n.(*Mul); ok {
		return product.Factors
	}
	return nil
}

// inOrder reports whether sortParts would change nothing.
func inOrder(parts []Node, nested func(Node) []Node) bool {
	return slices.IsSortedFunc(parts, Compare) && !slices.ContainsFunc(parts, func(n Node) bool { return nested(n) != nil })
}

func sortParts(parts []Node, nested func(Node) []Node) []Node {
	flat := make([]Node, 0, len(parts))
	for _, p := range parts {
		if inner := nested(p); inner != nil {
			flat = append(flat, inner...)
		} else {
			flat = append(flat, p)
		}
	}
	slices.SortStableFunc(flat, Compare)
	return flat
}

func rank(n Node) int {
	switch n.(type) {
	case *Number:
		return 0
	case *Constant:
		return 1
	case *Symbol:
		return 2
	case *Apply:
		return 3
	case *Call:
		return 4
	case *Pow:
		return 5
	case *Mul:
		return 6
	case *Div:
		return 7
	case *Neg:
		return 8
	case *Add:
		return 9
	case *Derivative:
		return 10
	case *Series:
		return 11
	}
	panic("expr: unknown node")
}

// compareLabels compares what two nodes of the same type say themselves, apart from their parts.
func compareLabels(a, b Node) int {
	switch a := a.(type) {
	case *Number:
		return compareNumbers(a.Value, b.(*Number).Value)
	case *Constant:
		return cmp.Compare(a.Name, b.(*Constant).Name)
	case *Symbol:
		return cmp.Compare(a.Name, b.(*Symbol).Name)
	case *Call:
		return cmp.Compare(a.Func, b.(*Call).Func)
	case *Apply:
		b := b.(*Apply)
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Primes, b.Primes), cmp.Compare(len(a.Index), len(b.Index)))
	case *Derivative:
		return cmp.Compare(a.Order, b.(*Derivative).Order)
	case *Series:
		return compareKinds(a.Product, b.(*Series).Product)
	case *Neg, *Add, *Mul, *Div, *Pow:
		return 0
	}
	panic("expr: unknown node")
}

// compareKinds puts sums before products.
func compareKinds(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

func compareNumbers(a, b *big.Rat) int {
	if a.IsInt() && b.IsInt() {
		return a.Num().Cmp(b.Num())
	}
	return a.Cmp(b)
}
