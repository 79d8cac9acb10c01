package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// stripped returns what must be positive, or not negative, where n must: of ln u it is u - 1, of e^u - e^v it is u - v.
func stripped(n expr.Node) expr.Node {
	for {
		inner := withoutMonotone(n)
		if inner == nil {
			return n
		}
		n = calculus.Tidy(inner)
	}
}

// withoutMonotone returns what has the sign of n and holds a function less; nil where n is no such thing.
func withoutMonotone(n expr.Node) expr.Node {
	above, below := []expr.Node{}, []expr.Node{}
	terms := []expr.Node{n}
	if sum, ok := n.(*expr.Add); ok {
		terms = sum.Terms
	}
	for _, t := range terms {
		if t, negative := expr.Unsigned(t); negative {
			below = append(below, t)
		} else {
			above = append(above, t)
		}
	}
	if len(above) > 1 || len(below) > 1 {
		return nil
	}
	f := monotone(append(above, below...))
	if f == nil {
		return nil
	}
	sides := [2]expr.Node{}
	for i, t := range [][]expr.Node{above, below} {
		value := expr.Int(0)
		if len(t) > 0 {
			value = t[0]
		}
		if sides[i] = f.before(value); sides[i] == nil {
			return nil
		}
	}
	return expr.Minus(sides[0], sides[1])
}

// An increasing function has a value u before it for some values: ln u is v where u is e^v.
type increasing struct {
	is     func(n expr.Node) (u expr.Node, ok bool)
	number func(v expr.Node) expr.Node // nil where no u has that value
}

// before returns what the function is taken of to be n; nil where that is not known.
func (f *increasing) before(n expr.Node) expr.Node {
	if u, ok := f.is(n); ok {
		return u
	}
	if eval.Rational(n) == nil && len(expr.Symbols(n)) > 0 {
		return nil
	}
	return f.number(n)
}

var (
	logarithm = increasing{
		is: func(n expr.Node) (expr.Node, bool) {
			c, ok := n.(*expr.Call)
			if !ok || c.Func != expr.Ln {
				return nil, false
			}
			return c.Args[0], true
		},
		number: func(v expr.Node) expr.Node { return expr.Of(expr.Exp, v) },
	}
	exponential = increasing{
		is: func(n expr.Node) (expr.Node, bool) {
			if p, ok := n.(*expr.Pow); ok && expr.IsE(p.Base) {
				return p.Exp, true
			}
			if c, ok := n.(*expr.Call); ok && c.Func == expr.Exp {
				return c.Args[0], true
			}
			return nil, false
		},
		number: func(v expr.Node) expr.Node {
			if r := eval.Rational(v); r == nil || r.Sign() <= 0 {
				return nil
			} else if r.IsInt() && r.Num().IsInt64() && r.Num().Int64() == 1 {
				return expr.Int(0)
			}
			return expr.Of(expr.Ln, v)
		},
	}
)

// monotone returns the function that one of the terms with letters is.
func monotone(terms []expr.Node) *increasing {
	for _, f := range []*increasing{&logarithm, &exponential} {
		if slices.ContainsFunc(terms, func(t expr.Node) bool {
			u, ok := f.is(t)
			return ok && len(expr.Symbols(u)) > 0
		}) {
			return f
		}
	}
	return nil
}
