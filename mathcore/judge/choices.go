package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// chooses reports whether n is one of several values.
func chooses(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	if !ok {
		return false
	}
	switch c.Func { //nolint:exhaustive // the others choose nothing
	case expr.Sign, expr.Abs, expr.Delta, expr.Max, expr.Min, expr.Where:
		return true
	}
	return false
}

// Choices are made by what is seen at a number of a piece.
type choices struct {
	letter  *expr.Symbol
	at      *big.Rat
	sc      *scope.Scope
	ok      bool
	nowhere bool // what is left has no value on the piece
}

// make returns n with every choice made.
func (c *choices) make(n expr.Node) expr.Node {
	c.nowhere = c.nowhere || c.value(n).Status == eval.Undefined // also where 0 times something is left out
	n = c.choose(n)
	if c.ok {
		e := c.value(n)
		c.nowhere = c.nowhere || e.Status == eval.Undefined
		c.ok = c.ok && e.Status != eval.Perhaps
	}
	return n
}

// choose makes the choices in n.
func (c *choices) choose(n expr.Node) expr.Node {
	return calculus.Tidy(expr.Map(n, func(n expr.Node) expr.Node {
		call, ok := n.(*expr.Call)
		if !ok || !chooses(call) || !c.ok {
			return n
		}
		return c.one(call)
	}))
}

// one makes a choice.
func (c *choices) one(n *expr.Call) expr.Node {
	switch n.Func { //nolint:exhaustive // no other chooses
	case expr.Sign, expr.Abs:
		sign, known := c.sign(n.Args[0])
		switch {
		case !known:
			return n
		case n.Func == expr.Sign:
			return expr.Int(int64(sign))
		case sign < 0:
			return expr.Negative(n.Args[0])
		}
		return n.Args[0]
	case expr.Delta:
		if sign, known := c.sign(expr.Minus(n.Args[0], n.Args[1])); known {
			return expr.Int(int64(1 - sign*sign))
		}
	case expr.Max, expr.Min:
		best := n.Args[0]
		for _, u := range n.Args[1:] {
			sign, known := c.sign(expr.Minus(u, best))
			if !known {
				return n
			}
			if (sign > 0) == (n.Func == expr.Max) {
				best = u
			}
		}
		return best
	case expr.Where:
		switch condition := calculus.Tidy(n.Args[0]); {
		case expr.Is(condition, 0):
			return n.Args[2]
		case expr.Is(condition, 1):
			return n.Args[1]
		}
	}
	return n
}

// sign returns the sign that u has on the piece. It is not known where u has no value there, which is seen in the end.
func (c *choices) sign(u expr.Node) (sign int, known bool) {
	u = calculus.Tidy(u)
	if r := eval.Rational(u); r != nil {
		return r.Sign(), true
	}
	e := c.value(u)
	switch {
	case e.Status == eval.Undefined:
		return 0, false
	case e.Status == eval.Defined && e.Lo > 0:
		return 1, true
	case e.Status == eval.Defined && e.Hi < 0:
		return -1, true
	}
	if c.ok = algebra.Equal(u, expr.Int(0), c.sc) == algebra.Proved; c.ok {
		return 0, true
	}
	return 0, false
}

// value encloses n at the number of the piece.
func (c *choices) value(n expr.Node) eval.Enclosure {
	p, ok := eval.CompileUnder(c.sc.Meter(), n, []*expr.Symbol{c.letter})
	if !ok {
		c.ok = false
		return eval.Enclosure{Interval: eval.Whole, Status: eval.Perhaps}
	}
	return p.Enclose(boxOf([]*big.Rat{c.at}))
}
