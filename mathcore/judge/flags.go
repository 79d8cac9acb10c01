package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// A product of numbers that are 0 or 1 is 1 if all are, so it is 1 less the lesser of 1 and of how many are 0. The sign of a sum of such
// numbers is the lesser of 1 and the sum.

// byFlags compares the sides with such products and signs written by sums.
func (p *pair) byFlags() (v Verdict, found bool) {
	if c := p.standing.contents(); len(p.kind) > 0 || c.Derivatives() || !c.Calls(expr.Max) || !eitherContains(p.standing.left, p.standing.right, isCompared) {
		return v, false
	}
	left, right := expr.Map(p.standing.left, overFlags), expr.Map(p.standing.right, overFlags)
	if left == p.standing.left && right == p.standing.right {
		return v, false
	}
	v = p.compareAt(calculus.Tidy(left), calculus.Tidy(right), p.scope)
	return v, v.Relation == Equal
}

// overFlags returns a product of flags, or the sign of a sum of them, by their sum.
func overFlags(n expr.Node) expr.Node {
	one := expr.Int(1)
	switch n := n.(type) {
	case *expr.Series:
		if n.Product && isFlag(n.Body) {
			fails := &expr.Series{Span: n.Span, Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: expr.Minus(one, n.Body)}
			return expr.Minus(one, expr.Of(expr.Min, one, fails))
		}
	case *expr.Call:
		if s, ok := n.Args[0].(*expr.Series); ok && n.Func == expr.Sign && !s.Product && isFlag(s.Body) {
			return expr.Of(expr.Min, one, s)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	return n
}

// isFlag reports whether n is 0 or 1 whatever the conditions in it are.
func isFlag(n expr.Node) bool {
	const most = 4
	var conditions []expr.Node
	expr.Walk(n, func(n expr.Node) bool {
		if !isCompared(n) && !isDelta(n) {
			return true
		}
		if !slices.ContainsFunc(conditions, func(c expr.Node) bool { return expr.Equal(c, n) }) {
			conditions = append(conditions, n)
		}
		return false
	})
	if len(conditions) == 0 || len(conditions) > most || slices.ContainsFunc(conditions, func(c expr.Node) bool { return !expr.Total(c) }) {
		return false
	}
	for pattern := range 1 << len(conditions) {
		value := eval.Rational(expr.Map(n, func(n expr.Node) expr.Node {
			if at := slices.IndexFunc(conditions, func(c expr.Node) bool { return expr.Equal(c, n) }); at >= 0 {
				return expr.Int(int64(pattern >> at & 1))
			}
			return n
		}))
		if value == nil || !value.IsInt() || value.Sign() < 0 || value.Num().Int64() > 1 {
			return false
		}
	}
	return true
}

// byArguments reports whether the sides are made in one way of what is equal: one function, a power, a quotient, the same derivative.
func (p *pair) byArguments() (v Verdict, found bool) {
	a, b := p.standing.left, p.standing.right
	if p.depth >= jointDepth || !expr.SameKind(a, b) {
		return v, false
	}
	parts, others := expr.Children(a), expr.Children(b)
	if len(parts) == 0 || len(parts) != len(others) {
		return v, false
	}
	for i := range parts {
		if !expr.Equal(parts[i], others[i]) && (expr.Binds(a, i) || p.compareAt(parts[i], others[i], p.scope).Relation != Equal) {
			return v, false
		}
	}
	return Verdict{Relation: Equal, Evidence: Exact}, true
}
