package joint

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Where its exponent moves, a power of a negative number has a value at single points and no slope. Where the exponent stands still
// it may be whole all along, and the power has a slope, while the rule, which takes the logarithm of the base, finds none.

// Steadied returns n with powers below derivatives whose exponents only seem to hold the variable, as x/x does, with exponents
// that do not: so the rule takes no logarithm for them.
func Steadied(n expr.Node, sc *scope.Scope) expr.Node {
	if !expr.Contains(n, isDerivative) {
		return n
	}
	return expr.Map(n, func(n expr.Node) expr.Node {
		d, ok := n.(*expr.Derivative)
		if !ok {
			return n
		}
		body := expr.Map(d.Body, func(n expr.Node) expr.Node {
			if p, ok := n.(*expr.Pow); ok && !expr.IsE(p.Base) {
				return steadied(p, d.Var, sc)
			}
			return n
		})
		if body == d.Body {
			return n
		}
		return &expr.Derivative{Span: d.Span, Var: d.Var, Body: body, Order: d.Order}
	})
}

// steadied returns the power with an exponent without v, if it is known to be the same without it.
func steadied(p *expr.Pow, v *expr.Symbol, sc *scope.Scope) *expr.Pow {
	if !expr.Mentions(p.Exp, v) || expr.Equal(p.Exp, v) || expr.Contains(p.Exp, isUnlikely) {
		return p
	}
	simple, ok := algebra.Simplified(p.Exp, sc)
	if !ok || expr.Mentions(simple, v) {
		return p
	}
	return &expr.Pow{Span: p.Span, Base: p.Base, Exp: simple}
}

// isUnlikely reports whether what n stands in hardly comes to be the same everywhere.
func isUnlikely(n expr.Node) bool {
	if p, ok := n.(*expr.Pow); ok && !expr.IsE(p.Base) {
		_, number := expr.RationalOf(p.Exp)
		return !number
	}
	return isOperator(n) || isBroken(n)
}

// standing notes where the exponent of a power, which moves with the variable v of a derivative around, stands still.
func (c *collector) standing(n *expr.Pow, v *expr.Symbol) {
	if e, ok := Enclosed(n.Base, c.sc); ok && e.Lo >= 0 {
		return
	}
	if slope, ok := calculus.Resolve(&expr.Derivative{Var: v, Body: n.Exp, Order: 1}, c.sc); ok && isZero(calculus.Tidy(slope)) {
		return // the rule knows it
	}
	from := len(c.parts)
	c.exponent = true
	c.still(n.Exp, v)
	c.exponent = false
	for i := range c.parts[from:] {
		c.parts[from+i].Base = n.Base
	}
}

// stillAt notes where n, an entire function of v, may stay the same while v moves: there its slope is 0, at 1 as anywhere. It
// reports false where that is not known.
func (c *collector) stillAt(n expr.Node, v *expr.Symbol) bool {
	if !isEntire(n, v) {
		return false
	}
	slope, ok := calculus.Resolve(&expr.Derivative{Var: v, Body: n, Order: 1}, c.sc)
	if !ok {
		return false
	}
	for _, at := range []int64{1, 2} {
		there := calculus.Tidy(expr.Substitute(slope, v, expr.Int(at)))
		if e, ok := Enclosed(there, c.sc); ok && !e.Contains(0) {
			return true
		}
		if len(expr.Symbols(there)) > 0 {
			c.note(Jump, there, nil)
			return true
		}
	}
	return false
}

// isEntire reports whether n is an entire function of v wherever it has a value.
func isEntire(n expr.Node, v *expr.Symbol) bool {
	if !holds(n, v) {
		return true
	}
	switch n := n.(type) {
	case *expr.Symbol:
		return expr.Equal(n, v)
	case *expr.Div:
		return !holds(n.Den, v) && isEntire(n.Num, v)
	case *expr.Pow:
		r, ok := expr.RationalOf(n.Exp)
		return ok && r.IsInt() && r.Sign() > 0 && isEntire(n.Base, v) || expr.IsE(n.Base) && isEntire(n.Exp, v)
	case *expr.Call:
		switch n.Func { //nolint:exhaustive // the others have poles or branches
		case expr.Exp, expr.Sin, expr.Cos, expr.Sinh, expr.Cosh:
			return isEntire(n.Args[0], v)
		}
		return false
	case *expr.Neg, *expr.Add, *expr.Mul:
	case *expr.Number, *expr.Constant, *expr.Apply, *expr.Derivative, *expr.Series:
		return false
	}
	return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !isEntire(part, v) })
}

// moves reports whether n, in which no letter but v stands, is the same in no interval: it is made of entire functions by
// arithmetic, so that it is the same everywhere or nowhere, and it has a slope somewhere.
func (c *collector) moves(n expr.Node, v *expr.Symbol) bool {
	if !isMeromorphic(n, v) {
		return false
	}
	slope, ok := calculus.Resolve(&expr.Derivative{Var: v, Body: n, Order: 1}, c.sc)
	if !ok {
		return false
	}
	p, ok := eval.CompileUnder(c.sc.Meter(), slope, []*expr.Symbol{v})
	if !ok {
		return false
	}
	for _, x := range []float64{0.75, -1.25, 3.5} {
		if e := p.Enclose([]eval.Interval{{Lo: x, Hi: x}}); e.Status == eval.Defined && !e.Contains(0) {
			return true
		}
	}
	return false
}

// Scattered reports whether n surely has each of its values at single points alone while v moves, whatever the other letters are.
func Scattered(n expr.Node, v *expr.Symbol, sc *scope.Scope) bool {
	n = peeledTo(n, v)
	c := collector{sc: sc, exponent: true}
	if holds(n, v) {
		c.still(n, v)
	}
	return holds(n, v) && len(c.parts) == 0
}

// peeledTo returns u where n is c|u| + d, c e^u + d or the like, with a number c that is not 0 and no v in d: n has each of its values
// at no more than two values of u.
func peeledTo(n expr.Node, v *expr.Symbol) expr.Node {
	for {
		rest := []expr.Node{n}
		if sum, ok := n.(*expr.Add); ok {
			rest = slices.DeleteFunc(slices.Clone(sum.Terms), func(t expr.Node) bool { return !holds(t, v) })
		}
		if len(rest) != 1 {
			return n
		}
		inner, factor := withoutFactor(rest[0])
		call, ok := inner.(*expr.Call)
		if !ok || factor.Sign() == 0 || !fewToOne(call.Func) {
			return n
		}
		n = call.Args[0]
	}
}

// fewToOne reports whether the function has each of its values at two places at most.
func fewToOne(f expr.Func) bool {
	switch f { //nolint:exhaustive // the others may have a value everywhere, or at many places
	case expr.Abs, expr.Sqrt, expr.Cbrt, expr.Exp, expr.Ln, expr.Log2, expr.Log10, expr.Asin, expr.Acos, expr.Atan, expr.Sinh, expr.Cosh,
		expr.Tanh, expr.Asinh, expr.Acosh, expr.Atanh:
		return true
	}
	return false
}

// isMeromorphic reports whether n is made of entire functions of v by arithmetic.
func isMeromorphic(n expr.Node, v *expr.Symbol) bool {
	switch n := n.(type) {
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Div:
		return !slices.ContainsFunc(expr.Children(n), func(part expr.Node) bool { return !isMeromorphic(part, v) })
	case *expr.Pow:
		if r, ok := expr.RationalOf(n.Exp); ok && r.IsInt() {
			return isMeromorphic(n.Base, v)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return isEntire(n, v)
}

// MayCount reports whether powers of negative numbers may stand in n whose exponents are not known to be whole. Of those algebra
// knows what they are beside whole exponents, where they have no value: what it makes of them need not be so.
func MayCount(n expr.Node, sc *scope.Scope) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		p, ok := n.(*expr.Pow)
		if !ok || expr.IsE(p.Base) || IsWhole(p.Exp, sc, nil) {
			return false
		}
		if _, number := exactly(p.Exp); number {
			return false
		}
		e, ok := Enclosed(p.Base, sc)
		return !ok || e.Lo < 0
	})
}
