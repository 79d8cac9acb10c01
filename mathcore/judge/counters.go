package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// counters returns the symbols that stand in bounds of sums, and the letters that stand free as indices or are compared
// by a Kronecker delta. Letters that only name count nothing.
func counters(n expr.Node, sc *scope.Scope) (bounds, indices []*expr.Symbol) {
	all := n
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			for _, v := range append(expr.Symbols(s.Lo), expr.Symbols(s.Hi)...) {
				if expr.Mentions(all, v) { // and not the index of a sum around
					bounds = addSymbol(bounds, v)
				}
			}
		}
		return true
	})
	c := counter{scope: sc, bounds: bounds, values: valuesIn(n)}
	c.walk(n, nil)
	return bounds, c.indices
}

// A counter collects free indices.
type counter struct {
	scope           *scope.Scope
	bounds, indices []*expr.Symbol
	values          []*expr.Symbol // letters that stand as numbers
}

func (c *counter) walk(n expr.Node, bound []*expr.Symbol) {
	switch n := n.(type) {
	case *expr.Symbol:
		if !c.scope.OnlyNames(n) {
			c.add(n.Index, bound)
		}
		return
	case *expr.Series:
		c.walk(n.Lo, bound)
		c.walk(n.Hi, bound)
		c.walk(n.Body, append(slices.Clip(bound), n.Index))
		return
	case *expr.Call:
		if n.Func == expr.Delta {
			for _, arg := range n.Args {
				c.add([]expr.Node{arg}, append(slices.Clip(bound), numbers(arg, c.values, c.scope)...))
			}
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	for _, part := range expr.Children(n) {
		c.walk(part, bound)
	}
}

// numbers returns the letters of n that are compared as numbers: those that are declared with other values than whole ones,
// or with a few, and those that are not declared and stand as values elsewhere.
func numbers(n expr.Node, values []*expr.Symbol, sc *scope.Scope) []*expr.Symbol {
	return slices.DeleteFunc(expr.Symbols(n), func(s *expr.Symbol) bool {
		d, declared := sc.Domain(s)
		if !declared {
			return !slices.ContainsFunc(values, func(t *expr.Symbol) bool { return expr.Equal(s, t) })
		}
		return d.Whole && !d.Finite()
	})
}

// valuesIn returns the symbols of n that stand elsewhere than in an index or a Kronecker delta.
func valuesIn(n expr.Node) []*expr.Symbol {
	var values []*expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		if ok {
			values = addSymbol(values, s)
		}
		return !ok && !isDelta(n)
	})
	return values
}

// add takes the letters of indices that no sum around binds, and that are not bounds themselves.
func (c *counter) add(indices []expr.Node, bound []*expr.Symbol) {
	for _, n := range indices {
		for _, s := range expr.Symbols(n) {
			if !holds(bound, s) && !holds(c.bounds, s) {
				c.indices = addSymbol(c.indices, s)
			}
		}
	}
}

func holds(all []*expr.Symbol, s *expr.Symbol) bool {
	return slices.ContainsFunc(all, func(t *expr.Symbol) bool { return expr.Equal(s, t) })
}

func addSymbol(all []*expr.Symbol, s *expr.Symbol) []*expr.Symbol {
	if holds(all, s) {
		return all
	}
	return append(all, s)
}

// declareIndices declares the letters that stand as indices, or end sums, and as numbers besides, if nobody declared them: they are
// whole, and from 1 on, or from where a sum begins whose index is less.
func (p *pair) declareIndices() {
	if !p.leavesOpen() {
		return
	}
	both := expr.Minus(p.left, p.right)
	values := valuesIn(both)
	ends, indices := counters(both, p.scope)
	letters := append(ends, indices...)
	for _, v := range p.variables() {
		for _, s := range expr.Symbols(v.Index...) {
			letters, values = addSymbol(letters, s), addSymbol(values, s)
		}
	}
	for _, m := range p.assumed {
		letters, values = addSymbol(letters, m.index), addSymbol(values, m.index)
	}
	for _, s := range p.named(both) {
		letters = addSymbol(letters, s)
	}
	bound := boundIn(both)
	letters = slices.DeleteFunc(letters, func(s *expr.Symbol) bool {
		return len(s.Index) > 0 || !holds(values, s) || declared(p.scope, s) || holds(bound, s) && !expr.Mentions(both, s)
	})
	if len(letters) == 0 {
		return
	}
	d := natural
	d.Lo = p.leastIndex()
	p.scope = p.scope.Clone()
	for _, s := range letters {
		if holds(ends, s) {
			p.scope.Declare(s, natural)
		} else {
			p.scope.Declare(s, d)
		}
	}
}

// leavesOpen reports whether a letter stands as a number, or at an index of what is derived by, that nobody declared and no sum binds,
// where anything counts at all.
func (p *pair) leavesOpen() bool {
	if c := p.contents(); !c.Indices() && !c.Series() && !c.Calls(expr.Delta) {
		return false
	}
	var bound []*expr.Symbol
	looked := false
	isOpen := func(s *expr.Symbol) bool {
		if declared(p.scope, s) {
			return false
		}
		if !looked {
			bound, looked = append(boundIn(p.left), boundIn(p.right)...), true
		}
		return !holds(bound, s) || expr.Mentions(p.left, s) || expr.Mentions(p.right, s)
	}
	found := slices.ContainsFunc(p.assumed, func(m membership) bool { return isOpen(m.index) })
	look := func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Symbol:
			found = found || len(n.Index) == 0 && isOpen(n)
			return false
		case *expr.Derivative:
			found = found || slices.ContainsFunc(expr.Symbols(n.Var.Index...), isOpen)
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Series:
		}
		return !found
	}
	expr.Walk(p.left, look)
	expr.Walk(p.right, look)
	return found
}

// boundIn returns the indices that sums bind.
func boundIn(n expr.Node) []*expr.Symbol {
	var bound []*expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			bound = addSymbol(bound, s.Index)
		}
		return true
	})
	return bound
}

// named returns the letters at indices in names that usually count.
func (p *pair) named(n expr.Node) []*expr.Symbol {
	var all []*expr.Symbol
	expr.Walk(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		if ok {
			for _, index := range expr.Symbols(s.Index...) {
				if p.scope.Counts(index) {
					all = addSymbol(all, index)
				}
			}
		}
		return !ok
	})
	return all
}

// leastIndex returns the least number that an index can be that nobody declared: 1, or less where a sum of the pair begins below it.
// It returns nil where a sum may begin anywhere.
func (p *pair) leastIndex() *big.Rat {
	least := big.NewRat(1, 1)
	for _, n := range p.lines() {
		expr.Walk(n, func(n expr.Node) bool {
			s, ok := n.(*expr.Series)
			if !ok || !s.Bounded() || least == nil {
				return true
			}
			_, letter := s.Lo.(*expr.Symbol)
			switch first, ok := wholeNumber(s.Lo); {
			case ok:
				if r := big.NewRat(first, 1); r.Cmp(least) < 0 {
					least = r
				}
			case !letter:
				least = nil
			}
			return true
		})
	}
	return least
}
