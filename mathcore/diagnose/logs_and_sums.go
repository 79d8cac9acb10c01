package diagnose

import (
	"slices"

	"chainrule/mathcore/expr"
)

func logOfExp(n expr.Node) expr.Node {
	if x, ok := lnOf(n); ok {
		if base, u, ok := powerOf(x); ok && isE(base) {
			return u
		}
	}
	return n
}

// logOfPower takes exponents out in front, that of 1/u too; of ln(u/v) and -ln(v/u) it makes the same.
func logOfPower(n expr.Node) expr.Node {
	x, ok := lnOf(n)
	if !ok {
		return n
	}
	if q, ok := x.(*expr.Div); ok && !is(q.Num, 1) && !is(q.Den, 1) && key(q.Num) > key(q.Den) {
		return expr.Negative(ln(expr.Quotient(q.Den, q.Num)))
	}
	if base, u, ok := powerOf(x); ok {
		return expr.Product(u, ln(base))
	}
	if q, ok := x.(*expr.Div); ok && is(q.Num, 1) {
		return expr.Negative(ln(q.Den))
	}
	return n
}

func logOfProduct(n expr.Node) expr.Node {
	if x, ok := lnOf(n); ok {
		if p, ok := x.(*expr.Mul); ok {
			return expr.Sum(mapped(p.Factors, ln)...)
		}
	}
	return n
}

func logOfQuotient(n expr.Node) expr.Node {
	if x, ok := lnOf(n); ok {
		if q, ok := x.(*expr.Div); ok {
			return expr.Minus(ln(q.Num), ln(q.Den))
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
			return isSum(m) && slices.ContainsFunc(terms(m), func(t expr.Node) bool { return expr.Contains(t, isSeries) })
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
	return expr.Sum(mapped(terms(s.Body), func(t expr.Node) expr.Node {
		bare, negative := unsigned(t)
		var front, rest []expr.Node
		for _, f := range factors(bare) {
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
