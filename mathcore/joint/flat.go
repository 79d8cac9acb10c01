package joint

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// sign notes where the sign of u jumps.
func (c *collector) sign(u expr.Node) {
	if c.holdsVariable(u) { // 0 x + y does not
		if u = calculus.Tidy(u); len(expr.Symbols(u)) == 0 {
			return
		}
	}
	c.note(Jump, u, nil)
	c.flat(u)
}

// flat notes where u, whose sign is taken below a derivative by one of its letters, may stay 0 while that letter moves, as x y does
// where y is 0: there a derivative is no limit of those beside the place.
func (c *collector) flat(u expr.Node) {
	if c.open || c.bends {
		return
	}
	for _, v := range c.by {
		if holds(u, v) {
			c.zero(u, v)
		}
	}
}

// zero notes where n, in which v stands, may stay 0 while v moves.
func (c *collector) zero(n expr.Node, v *expr.Symbol) {
	parts := []expr.Node{n}
	switch n := n.(type) {
	case *expr.Neg:
		parts = []expr.Node{n.X}
	case *expr.Mul:
		parts = n.Factors
	case *expr.Div:
		parts = []expr.Node{n.Num}
	case *expr.Pow:
		if r, ok := expr.RationalOf(n.Exp); ok && r.Sign() > 0 {
			parts = []expr.Node{n.Base}
		}
	case *expr.Call:
		switch n.Func { //nolint:exhaustive // the others are 0 elsewhere than their arguments are
		case expr.Abs, expr.Sign, expr.Max, expr.Min, expr.Sqrt, expr.Cbrt:
			parts = n.Args
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	for _, part := range parts {
		_, number := expr.RationalOf(part)
		switch {
		case number:
		case !holds(part, v):
			c.note(Jump, part, nil)
		case part == n:
			c.still(n, v)
		default:
			c.zero(part, v)
		}
	}
}

// holds reports whether v, or a member of its family, stands in n.
func holds(n expr.Node, v *expr.Symbol) bool {
	return expr.Mentions(n, v) || len(v.Index) > 0 && mentionsFamily(n, v)
}

// still notes where n, in which v stands, may stay the same while v moves. What no other letter decides on is the same
// everywhere, and seen at all points.
func (c *collector) still(n expr.Node, v *expr.Symbol) {
	if !othersIn(n, v) {
		if c.exponent && !c.moves(n, v) {
			c.parts = append(c.parts, Part{Kind: Jump, Node: n, Unsolved: true})
		}
		return
	}
	switch n := n.(type) {
	case *expr.Neg:
		c.still(n.X, v)
		return
	case *expr.Add:
		if c.stillSum(n, v) {
			return
		}
	case *expr.Mul:
		if c.stillProduct(n.Factors, v) {
			return
		}
	case *expr.Div:
		switch inNum, inDen := holds(n.Num, v), holds(n.Den, v); {
		case !inDen:
			c.still(n.Num, v)
			return
		case !inNum:
			c.note(Jump, n.Num, nil)
			c.still(n.Den, v)
			return
		}
	case *expr.Pow:
		if r, ok := expr.RationalOf(n.Exp); ok && r.Sign() != 0 {
			c.still(n.Base, v)
			return
		}
		switch inBase, inExp := holds(n.Base, v), holds(n.Exp, v); {
		case expr.IsE(n.Base):
			c.still(n.Exp, v)
			return
		case !inBase: // 0 and 1 stay what they are
			c.note(Jump, n.Base, nil)
			c.note(Jump, expr.Minus(n.Base, expr.Int(1)), nil)
			c.still(n.Exp, v)
			return
		case !inExp:
			c.note(Jump, n.Exp, nil)
			c.still(n.Base, v)
			return
		}
	case *expr.Call:
		if c.stillCall(n, v) {
			return
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	if !c.stillAt(n, v) {
		c.parts = append(c.parts, Part{Kind: Jump, Node: n, Unsolved: true})
	}
}

// othersIn reports whether letters stand in n beside v and the members of its family.
func othersIn(n expr.Node, v *expr.Symbol) bool {
	return slices.ContainsFunc(expr.Symbols(n), func(s *expr.Symbol) bool { return !holds(s, v) })
}

// stillSum looks into the only term with v, if there is one, or if all of them are of v alone and smooth.
func (c *collector) stillSum(n *expr.Add, v *expr.Symbol) bool {
	var moving []expr.Node
	for _, t := range n.Terms {
		if holds(t, v) {
			moving = append(moving, t)
		}
	}
	if len(moving) == 1 {
		c.still(moving[0], v)
		return true
	}
	for _, t := range moving {
		if othersIn(t, v) || expr.Contains(t, isBroken) {
			return false
		}
	}
	return true
}

// stillProduct looks into the only factor with v, and asks where another is 0.
func (c *collector) stillProduct(factors []expr.Node, v *expr.Symbol) bool {
	var moving expr.Node
	for _, f := range factors {
		if !holds(f, v) {
			continue
		}
		if moving != nil {
			return false
		}
		moving = f
	}
	for _, f := range factors {
		if _, number := expr.RationalOf(f); f != moving && !number {
			c.note(Jump, f, nil)
		}
	}
	c.still(moving, v)
	return true
}

// stillCall looks into the argument of a function that is the same along an interval only where its argument is, and into the sign
// of something for where that stays 0.
func (c *collector) stillCall(n *expr.Call, v *expr.Symbol) bool {
	if isBroken(n) && n.Func != expr.Abs || len(n.Args) != 1 {
		return false
	}
	c.still(n.Args[0], v)
	return true
}

// isBroken reports whether n may be of different nature on different sides of a place.
func isBroken(n expr.Node) bool {
	call, ok := n.(*expr.Call)
	if !ok {
		return false
	}
	switch call.Func { //nolint:exhaustive // the others are smooth where they have a value
	case expr.Abs, expr.Sign, expr.Max, expr.Min, expr.Delta, expr.Where:
		return true
	}
	return false
}
