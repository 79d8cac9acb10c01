package judge

import (
	"math"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// decided returns n without choices that bounds decide: |u| is u where u is never negative, acos(cos u) is u where u lies between 0 and
// π. What is left has the same value at every point at which n has one, whatever joints there are.
func (p *pair) decided(n expr.Node) expr.Node {
	return calculus.Tidy(expr.Map(n, func(n expr.Node) expr.Node {
		c, ok := n.(*expr.Call)
		if !ok {
			return n
		}
		u := c.Args[0]
		switch c.Func { //nolint:exhaustive // the others choose nothing
		case expr.Abs:
			if p.isBetween(u, 0, math.Inf(1)) {
				return u
			}
		case expr.Sqrt:
			if power, ok := u.(*expr.Pow); ok && expr.Is(power.Exp, 2) && p.isBetween(power.Base, 0, math.Inf(1)) {
				return power.Base
			}
		case expr.Max, expr.Min:
			return p.decidedChoice(c)
		case expr.Acos, expr.Asin, expr.Atan:
			return p.decidedAngle(c)
		}
		return n
	}))
}

// decidedChoice returns the greater of two values, or the lesser, if bounds tell which it is.
func (p *pair) decidedChoice(c *expr.Call) expr.Node {
	if len(c.Args) != 2 {
		return c
	}
	a, b := c.Args[0], c.Args[1]
	more := expr.Minus(a, b)
	if c.Func == expr.Min {
		more = expr.Minus(b, a)
	}
	switch {
	case p.isBetween(more, 0, math.Inf(1)):
		return a
	case p.isBetween(more, math.Inf(-1), 0):
		return b
	}
	return c
}

// decidedAngle returns u for an inverse function of the cosine, sine or tangent of u, if u is known to be the angle that it gives.
func (p *pair) decidedAngle(c *expr.Call) expr.Node {
	inner, ok := c.Args[0].(*expr.Call)
	undoes := ok && (c.Func == expr.Acos && inner.Func == expr.Cos || c.Func == expr.Asin && inner.Func == expr.Sin || c.Func == expr.Atan && inner.Func == expr.Tan)
	if !undoes {
		return c
	}
	u := inner.Args[0]
	angle, ok := u.(*expr.Call)
	if ok && (angle.Func == c.Func || c.Func != expr.Acos && (angle.Func == expr.Asin || angle.Func == expr.Atan)) {
		return u
	}
	lo, hi := -math.Pi/2, math.Pi/2 // just within a quarter turn
	if c.Func == expr.Acos {
		lo, hi = 0, math.Pi
	}
	if p.isBetween(u, lo, hi) {
		return u
	}
	return c
}

// isBetween reports whether the values of u are known to lie between two numbers, these included.
func (p *pair) isBetween(u expr.Node, lo, hi float64) bool {
	e, ok := joint.Enclosed(u, p.scope)
	return ok && e.Lo >= lo && e.Hi <= hi
}
