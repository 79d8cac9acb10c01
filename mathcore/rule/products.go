package rule

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// multiplyOut multiplies sums out and brings the like terms together.
func (r *recogniser) multiplyOut(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		r.payFor(n)
		out := distribute(n)
		r.payFor(out)
		return oneBarTop(calculus.Tidy(expr.Sorted(out)))
	})
}

// oneBar writes every product of fractions over one bar.
func oneBar(n expr.Node) expr.Node { return expr.Map(calculus.Tidy(n), oneBarTop) }

func oneBarTop(n expr.Node) expr.Node {
	if _, ok := n.(*expr.Mul); !ok || fractionsBeside(n) == 0 {
		return n
	}
	above, below := split(n)
	return calculus.Tidy(expr.Quotient(expr.Product(above...), expr.Product(below...)))
}

// strikeCommon takes the factors away that stand above and below.
func strikeCommon(n expr.Node) expr.Node {
	switch n.(type) {
	case *expr.Mul, *expr.Div:
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
		return n
	}
	above, below := split(n)
	turned := false // a factor was taken away with its opposite
	for i := 0; i < len(below); i++ {
		k := slices.IndexFunc(above, func(f expr.Node) bool { return expr.Alike(f, below[i]) })
		if k < 0 && expr.IsSum(below[i]) {
			opposite := expr.Sum(expr.Mapped(expr.Terms(below[i]), expr.Opposite)...)
			k = slices.IndexFunc(above, func(f expr.Node) bool { return expr.Alike(f, opposite) })
			turned = turned != (k >= 0)
		}
		if k >= 0 {
			above, below = expr.Without(above, k), expr.Without(below, i)
			i--
		}
	}
	product := expr.Product(above...)
	if turned {
		product = expr.Negative(product)
	}
	if len(below) > 0 {
		return expr.Quotient(product, expr.Product(below...))
	}
	return product
}

// distribute multiplies out at the root: products and powers of sums, and a minus before a bar.
func distribute(n expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Mul:
		return distributeProduct(n.Factors)
	case *expr.Neg:
		if q, ok := n.X.(*expr.Div); ok && expr.IsSum(q.Num) {
			return expr.Quotient(expr.Sum(expr.Mapped(expr.Terms(q.Num), expr.Opposite)...), q.Den)
		}
		if expr.IsSum(n.X) {
			return expr.Sum(expr.Mapped(expr.Terms(n.X), expr.Opposite)...)
		}
	case *expr.Pow:
		if expr.Is(n.Exp, 2) && expr.IsSum(n.Base) {
			return distributeProduct([]expr.Node{n.Base, n.Base})
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return n
}

func distributeProduct(list []expr.Node) expr.Node {
	const most = 64
	sums := []expr.Node{expr.Int(1)}
	for _, f := range list {
		bare, negative := expr.Unsigned(f)
		if len(sums)*len(expr.Terms(bare)) > most {
			return expr.Product(list...)
		}
		var next []expr.Node
		for _, s := range sums {
			for _, t := range expr.Terms(bare) {
				if negative {
					t = expr.Opposite(t)
				}
				next = append(next, expr.Product(s, t))
			}
		}
		sums = next
	}
	return expr.Sum(sums...)
}

// splitFraction writes a sum above a bar as a sum of fractions.
func splitFraction(n expr.Node) expr.Node {
	q, ok := n.(*expr.Div)
	if !ok || !expr.IsSum(q.Num) {
		return n
	}
	return expr.Sum(expr.Mapped(expr.Terms(q.Num), func(t expr.Node) expr.Node {
		if bare, negative := expr.Unsigned(t); negative {
			return expr.Negative(expr.Quotient(bare, q.Den))
		}
		return expr.Quotient(t, q.Den)
	})...)
}

// overOneBar writes products and quotients of fractions over one bar.
func overOneBar(n expr.Node) expr.Node {
	switch plain(n).(type) {
	case *expr.Mul, *expr.Div:
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
		return n
	}
	above, below := split(n)
	if len(below) == 0 {
		return n
	}
	whole := expr.Quotient(expr.Product(above...), expr.Product(below...))
	if _, negative := expr.Unsigned(n); negative {
		return expr.Negative(whole)
	}
	return whole
}

// overCommon writes a sum in which fractions stand as one fraction; equal denominators stand below once.
func overCommon(n expr.Node) expr.Node {
	list := expr.Terms(n)
	const most = 4
	if len(list) < 2 || len(list) > most {
		return n
	}
	var below []expr.Node
	at := make([]int, len(list)) // of each term the place of its denominator, -1 if it has none
	for i, t := range list {
		at[i] = -1
		if _, bottom, ok := expr.Fraction(t); ok && !expr.Is(bottom, 1) {
			k := slices.IndexFunc(below, func(d expr.Node) bool { return expr.Alike(d, bottom) })
			if k < 0 {
				k, below = len(below), append(below, bottom)
			}
			at[i] = k
		}
	}
	if len(below) == 0 {
		return n
	}
	tops := make([]expr.Node, len(list))
	for i, t := range list {
		others := below
		if at[i] >= 0 {
			t, _, _ = expr.Fraction(t)
			others = expr.Without(below, at[i])
		}
		bare, negative := expr.Unsigned(t)
		tops[i] = expr.Product(append(slices.Clone(expr.Factors(bare)), others...)...)
		if negative {
			tops[i] = expr.Negative(tops[i])
		}
	}
	return expr.Quotient(expr.Sum(tops...), expr.Product(below...))
}
