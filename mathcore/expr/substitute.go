package expr

import (
	"slices"
)

// Substitute returns n with every free occurrence of the symbol replaced by value. Names that sums bind are renamed
// where value would be captured. The variable of a derivative is not replaced: substitute before, or differentiate first.
func Substitute(n Node, symbol *Symbol, value Node) Node {
	switch n := n.(type) {
	case *Symbol:
		if Equal(n, symbol) {
			return value
		}
	case *Series:
		return substituteInSeries(n, symbol, value)
	case *Derivative:
		if Equal(n.Var, symbol) {
			return n
		}
		return &Derivative{n.Span, n.Var, Substitute(n.Body, symbol, value), n.Order, n.Partial}
	case *Number, *Constant, *Neg, *Add, *Mul, *Div, *Pow, *Call, *Apply:
	}
	return MapChildren(n, func(_ int, c Node) Node { return Substitute(c, symbol, value) })
}

func substituteInSeries(n *Series, symbol *Symbol, value Node) Node {
	lo, hi := Substitute(n.Lo, symbol, value), Substitute(n.Hi, symbol, value)
	index, body := n.Index, n.Body
	if !Equal(index, symbol) {
		if Mentions(value, index) && Mentions(body, symbol) {
			index = Fresh(index, body, value, symbol)
			body = Substitute(body, n.Index, index)
		}
		body = Substitute(body, symbol, value)
	}
	return &Series{n.Span, index, lo, hi, body, n.Product}
}

// Mentions reports whether symbol occurs free in n.
func Mentions(n Node, symbol *Symbol) bool {
	switch n := n.(type) {
	case *Symbol:
		if Equal(n, symbol) {
			return true
		}
	case *Series:
		return Mentions(n.Lo, symbol) || Mentions(n.Hi, symbol) || !Equal(n.Index, symbol) && Mentions(n.Body, symbol)
	case *Number, *Constant, *Neg, *Add, *Mul, *Div, *Pow, *Call, *Apply, *Derivative:
	}
	var room fewNodes
	for _, c := range appendChildren(room[:0], n) {
		if Mentions(c, symbol) {
			return true
		}
	}
	return false
}

// Symbols returns the distinct free symbols of the trees in the order of Compare. The indices of a symbol are part of it and
// not listed apart.
func Symbols(trees ...Node) []*Symbol {
	var free []*Symbol
	for _, n := range trees {
		collect(n, nil, &free)
	}
	return free
}

func collect(n Node, bound []*Symbol, free *[]*Symbol) {
	switch n := n.(type) {
	case *Symbol:
		for _, b := range bound {
			if Equal(b, n) {
				return
			}
		}
		insert(free, n)
		return
	case *Series:
		collect(n.Lo, bound, free)
		collect(n.Hi, bound, free)
		collect(n.Body, append(slices.Clip(bound), n.Index), free)
		return
	case *Number, *Constant, *Neg, *Add, *Mul, *Div, *Pow, *Call, *Apply, *Derivative:
	}
	var room fewNodes
	for _, c := range appendChildren(room[:0], n) {
		collect(c, bound, free)
	}
}

func insert(sorted *[]*Symbol, s *Symbol) {
	i, found := slices.BinarySearchFunc(*sorted, s, func(a, b *Symbol) int { return Compare(a, b) })
	if !found {
		if *sorted == nil {
			*sorted = make([]*Symbol, 0, 4)
		}
		*sorted = slices.Insert(*sorted, i, s)
	}
}
