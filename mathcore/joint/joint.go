// Package joint finds where an expression may change its nature, and what it is worth there.
//
// A joint is a place at which a value may have nothing to do with the values beside it: where a sign jumps, where a root
// begins, where the exponent of a negative number happens to be whole. It solves for those places as far as it can and
// says so where it cannot. It compares nothing and proves nothing about the rest of the domain.
package joint

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Kind says what may happen at a joint.
type Kind uint8

// The kinds of joint.
const (
	Jump  Kind = iota // the value where Node is 0 may differ from those on both sides
	Edge              // there is no value where Node is negative
	Count             // a power of the negative Base has a value where its exponent Node is a whole number
)

// A Part of an expression makes a joint.
type Part struct {
	Kind Kind
	Node expr.Node
	Base expr.Node // of Count, and of a Jump that matters where this is negative alone
	// Bound is set when the index of a sum stands in Node.
	Bound bool
	// Unsolved is set when it is not known where the joints are: Node does not tell.
	Unsolved bool
}

// Parts returns the parts that make joints of n. Functions that others express must have been expressed. Below a
// derivative only those count that do not hold its variable: where a derivative exists, it is the limit of those beside it,
// so no law that holds beside the place can fail there.
func Parts(n expr.Node, sc *scope.Scope) []Part {
	c := collector{sc: sc}
	c.walk(n)
	c.parts = slices.DeleteFunc(c.parts, func(p Part) bool {
		positive := p.Node
		if p.Base != nil {
			positive = p.Base
		}
		return (p.Kind != Jump || p.Base != nil) && slices.ContainsFunc(c.above, func(u expr.Node) bool { return expr.Equal(u, positive) })
	})
	if expr.Contains(n, isChoice) {
		return c.parts
	}
	return oneForEachBase(c.parts, sc)
}

// A collector walks through an expression and notes its parts.
type collector struct {
	sc    *scope.Scope
	by    []*expr.Symbol // variables of the derivatives around
	bound []*expr.Symbol // indices of the sums around
	open  bool           // collect what holds the variable of a derivative around, and nothing else
	bends bool           // collect bends, too
	// exponent is set where it is asked when an exponent stands still.
	exponent bool
	parts    []Part
	above    []expr.Node // what is positive wherever there is a value
	cases    int         // choices around, the cases of which need not have values
}

func (c *collector) note(k Kind, n, base expr.Node) {
	if c.open && !c.holdsVariable(n) || !c.open && c.isMoved(n) || k == Edge && len(expr.Symbols(n)) > 0 && c.counts(n) {
		return
	}
	if c.open {
		n = c.atVariable(n)
	}
	p := Part{Kind: k, Node: n, Base: base, Unsolved: c.exponent && expr.Contains(n, Wide)} // an exponent may stand still in a region
	for _, i := range c.bound {
		p.Bound = p.Bound || mentionsIndex(n, i)
	}
	for _, other := range c.parts {
		if other.Kind == k && expr.Equal(other.Node, n) && (other.Base == nil || base != nil && expr.Equal(other.Base, base)) {
			return
		}
	}
	c.parts = append(c.parts, p)
}

// positive notes that u is positive wherever there is a value.
func (c *collector) positive(u expr.Node) {
	if c.cases == 0 && len(c.bound) == 0 {
		c.above = append(c.above, u)
	}
}

// isMoved reports whether the variable of a derivative around stands in n itself. Another member of its family may be it, and may not.
func (c *collector) isMoved(n expr.Node) bool {
	return slices.ContainsFunc(c.by, func(v *expr.Symbol) bool { return expr.Mentions(n, v) })
}

// holdsVariable reports whether the variable of a derivative around stands in n, or a member of its family, which may be it.
func (c *collector) holdsVariable(n expr.Node) bool {
	for _, v := range c.by {
		if expr.Mentions(n, v) || len(v.Index) > 0 && mentionsFamily(n, v) {
			return true
		}
	}
	return false
}

// atVariable returns n for the member of a sum that the variable of a derivative around is: w_j for w_k below d/dw_j.
func (c *collector) atVariable(n expr.Node) expr.Node {
	for _, v := range c.by {
		expr.Walk(n, func(m expr.Node) bool {
			s, ok := m.(*expr.Symbol)
			if !ok || s.Name != v.Name || len(s.Index) != len(v.Index) {
				return true
			}
			for i, at := range s.Index {
				if letter, ok := at.(*expr.Symbol); ok && slices.ContainsFunc(c.bound, func(b *expr.Symbol) bool { return expr.Equal(b, letter) }) {
					n = expr.Substitute(n, letter, v.Index[i])
				}
			}
			return false
		})
	}
	return n
}

// mentionsFamily reports whether a member of the family of v stands in n: under a sum it may be v itself.
func mentionsFamily(n expr.Node, v *expr.Symbol) bool {
	return expr.Contains(n, func(n expr.Node) bool { return isMember(n, v) })
}

// mentionsIndex reports whether the letter stands in n, also at the index of a symbol.
func mentionsIndex(n expr.Node, letter *expr.Symbol) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		return ok && expr.Equal(s, letter)
	})
}

func (c *collector) walk(n expr.Node) {
	switch n := n.(type) {
	case *expr.Call:
		c.call(n)
		if n.Func == expr.Where {
			c.walk(n.Args[0])
			c.cases++
			c.walk(n.Args[1])
			c.walk(n.Args[2])
			c.cases--
			return
		}
	case *expr.Pow:
		c.power(n)
		if q, ok := n.Exp.(*expr.Div); ok && c.bends { // an exponent that is 1 or -1 there
			c.note(Jump, expr.Minus(q.Den, q.Num), nil)
			c.note(Jump, expr.Sum(q.Den, q.Num), nil)
		}
	case *expr.Derivative:
		c.by = append(c.by, n.Var)
		c.walk(n.Body)
		c.by = c.by[:len(c.by)-1]
		return
	case *expr.Series:
		c.walk(n.Lo)
		c.walk(n.Hi)
		c.bound = append(c.bound, n.Index)
		c.walk(n.Body)
		c.bound = c.bound[:len(c.bound)-1]
		return
	case *expr.Symbol:
		return
	case *expr.Div:
		c.walk(n.Num)
		c.divisor(n.Den)
		return
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply:
	}
	for _, part := range expr.Children(n) {
		c.walk(part)
	}
}

// divisor walks through what is not 0 where there is a value: a root in it does not begin, since it is positive.
func (c *collector) divisor(n expr.Node) {
	switch n := n.(type) {
	case *expr.Mul:
		for _, f := range n.Factors {
			c.divisor(f)
		}
		return
	case *expr.Neg:
		c.divisor(n.X)
		return
	case *expr.Call:
		if n.Func == expr.Sqrt && !c.open {
			c.positive(n.Args[0])
			c.walk(n.Args[0])
			return
		}
	case *expr.Pow:
		if r, ok := expr.RationalOf(n.Exp); ok && r.Sign() > 0 && !c.open {
			c.divisor(n.Base)
			return
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	c.walk(n)
}

func (c *collector) call(n *expr.Call) {
	u := n.Args[0]
	switch n.Func { //nolint:exhaustive // the others are continuous, and have a value beside every place where they have one
	case expr.Sign:
		c.sign(u)
	case expr.Delta:
		if difference := expr.Minus(u, n.Args[1]); c.bends || !c.counts(difference) {
			c.note(Jump, difference, nil)
		}
	case expr.Ln, expr.Log2, expr.Log10:
		c.positive(u)
		if c.bends {
			c.note(Jump, u, nil)
		}
	case expr.Sqrt:
		c.note(Edge, u, nil)
	case expr.Asin, expr.Acos:
		c.note(Edge, expr.Sum(expr.Int(1), expr.Negative(u)), nil)
		c.note(Edge, expr.Sum(expr.Int(1), u), nil)
	case expr.Acosh:
		c.note(Edge, expr.Minus(u, expr.Int(1)), nil)
	case expr.Abs:
		if c.open || c.bends {
			c.note(Jump, u, nil)
		}
	case expr.Max, expr.Min:
		for i, a := range n.Args {
			for _, b := range n.Args[i+1:] {
				if c.open || c.bends {
					c.note(Jump, expr.Minus(a, b), nil)
				}
			}
		}
	case expr.Cbrt:
		if c.open {
			c.note(Edge, u, nil)
		}
	}
}

// IsWhole reports whether n is a whole number wherever it has a value: sums and products of whole numbers and of letters
// that run through them, as the indices do that sums bind.
func IsWhole(n expr.Node, sc *scope.Scope, bound []*expr.Symbol) bool {
	switch n := n.(type) {
	case *expr.Number:
		return n.Value.IsInt()
	case *expr.Symbol:
		d, _ := sc.Domain(n)
		if !d.Finite() {
			return d.Whole || slices.ContainsFunc(bound, func(i *expr.Symbol) bool { return expr.Equal(i, n) })
		}
		for _, r := range d.Set {
			if !r.IsInt() {
				return false
			}
		}
		return true
	case *expr.Neg, *expr.Add, *expr.Mul:
	case *expr.Pow:
		k, ok := n.Exp.(*expr.Number)
		return ok && k.Value.IsInt() && k.Value.Sign() > 0 && IsWhole(n.Base, sc, bound)
	case *expr.Call:
		if n.Func == expr.Sign {
			return true
		}
		if n.Func != expr.Abs && n.Func != expr.Max && n.Func != expr.Min {
			return false
		}
	case *expr.Constant, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
		return false
	}
	for _, part := range expr.Children(n) {
		if !IsWhole(part, sc, bound) {
			return false
		}
	}
	return true
}

// Open returns the parts at whose zeros a derivative in n may have another value than the rules give, or none: those that
// hold its variable.
func Open(n expr.Node, sc *scope.Scope) []Part {
	c := collector{sc: sc, open: true}
	c.walk(n)
	return c.parts
}

// Bends returns the parts at whose zeros n jumps, bends or loses its value, or has another nature for whole numbers: what stands
// between bars and the differences of what the greatest is sought of among them.
func Bends(n expr.Node, sc *scope.Scope) []Part {
	c := collector{sc: sc, bends: true}
	c.walk(n)
	return slices.DeleteFunc(c.parts, func(p Part) bool { return p.Kind == Count })
}
