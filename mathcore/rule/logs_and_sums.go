package rule

import (
	"slices"

	"chainrule/mathcore/expr"
)

func logOfExp(n expr.Node) expr.Node {
	if x, ok := expr.LogArgument(n); ok {
		if base, u, ok := expr.PowerOf(x); ok && expr.IsE(base) {
			return u
		}
	}
	return n
}

// logOfPower takes exponents out in front, that of 1/u too; of ln(u/v) and -ln(v/u) it makes the same.
func logOfPower(n expr.Node) expr.Node {
	x, ok := expr.LogArgument(n)
	if !ok {
		return n
	}
	if q, ok := x.(*expr.Div); ok && !expr.Is(q.Num, 1) && !expr.Is(q.Den, 1) && key(q.Num) > key(q.Den) {
		return expr.Negative(expr.NaturalLog(expr.Quotient(q.Den, q.Num)))
	}
	if base, u, ok := expr.PowerOf(x); ok {
		return expr.Product(u, expr.NaturalLog(base))
	}
	if q, ok := x.(*expr.Div); ok && expr.Is(q.Num, 1) {
		return expr.Negative(expr.NaturalLog(q.Den))
	}
	return n
}

func logOfProduct(n expr.Node) expr.Node {
	if x, ok := expr.LogArgument(n); ok {
		if p, ok := x.(*expr.Mul); ok {
			return expr.Sum(expr.Mapped(p.Factors, expr.NaturalLog)...)
		}
	}
	return n
}

func logOfQuotient(n expr.Node) expr.Node {
	if x, ok := expr.LogArgument(n); ok {
		if q, ok := x.(*expr.Div); ok {
			return expr.Minus(expr.NaturalLog(q.Num), expr.NaturalLog(q.Den))
		}
	}
	return n
}

// linearThroughout is linear, with what stands before the sums multiplied into each of them.
func linearThroughout(n expr.Node) expr.Node {
	switch n.(type) {
	case *expr.Series:
		return linear(n)
	case *expr.Mul, *expr.Neg:
		split := func(m expr.Node) bool {
			return expr.IsSum(m) && slices.ContainsFunc(expr.Terms(m), func(t expr.Node) bool { return expr.Contains(t, isSeries) })
		}
		if slices.ContainsFunc(expr.Children(n), split) {
			return distribute(n)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return n
}

func isSeries(n expr.Node) bool {
	_, ok := n.(*expr.Series)
	return ok
}

// linear splits a sum over its terms and moves what does not count along out in front.
func linear(n expr.Node) expr.Node {
	s, ok := n.(*expr.Series)
	if !ok || s.Product {
		return n
	}
	return expr.Sum(expr.Mapped(expr.Terms(s.Body), func(t expr.Node) expr.Node {
		bare, negative := expr.Unsigned(t)
		var front, rest []expr.Node
		for _, f := range expr.Factors(bare) {
			if expr.Mentions(f, s.Index) || mentionsIndex(f, s.Index) {
				rest = append(rest, f)
			} else {
				front = append(front, f)
			}
		}
		sum := expr.Node(&expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: expr.Product(rest...)})
		product := expr.Product(append(front, sum)...)
		if negative {
			return expr.Negative(product)
		}
		return product
	})...)
}

// mentionsIndex reports whether some symbol of n has the index.
func mentionsIndex(n expr.Node, index *expr.Symbol) bool {
	return expr.Contains(n, func(n expr.Node) bool { return expr.Equal(n, index) })
}
