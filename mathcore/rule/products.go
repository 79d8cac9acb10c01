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
	for i := 0; i < len(below); i++ {
		k := slices.IndexFunc(above, func(f expr.Node) bool { return expr.Alike(f, below[i]) })
		if k >= 0 {
			above, below = expr.Without(above, k), expr.Without(below, i)
			i--
		}
	}
	product := expr.Product(above...)
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
