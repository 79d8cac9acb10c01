package rule

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// gatherExponents writes a product or quotient with each base once, under the sum of its exponents.
func gatherExponents(n expr.Node) expr.Node {
	switch n.(type) {
	case *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Apply, *expr.Derivative, *expr.Series:
		return n
	}
	var g gathered
	g.take(n, expr.Int(1))
	var powers []expr.Node
	for i, base := range g.bases {
		exponent := calculus.Tidy(expr.Map(g.exponents[i], distribute))
		if !expr.Is(exponent, 0) {
			powers = append(powers, expr.Power(base, exponent))
		}
	}
	return expr.Product(powers...)
}

type gathered struct{ bases, exponents []expr.Node }

func (g *gathered) take(n, exponent expr.Node) {
	switch n := n.(type) {
	case *expr.Mul:
		for _, f := range n.Factors {
			g.take(f, exponent)
		}
		return
	case *expr.Div:
		g.take(n.Num, exponent)
		g.take(n.Den, expr.Negative(exponent))
		return
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	if base, inner, ok := expr.PowerOf(n); ok {
		if _, number := expr.RationalOf(inner); number || expr.IsE(base) {
			g.take(base, expr.Product(inner, exponent))
			return
		}
	}
	i := slices.IndexFunc(g.bases, func(b expr.Node) bool { return expr.Alike(b, n) })
	if i < 0 {
		g.bases, g.exponents = append(g.bases, n), append(g.exponents, exponent)
		return
	}
	g.exponents[i] = expr.Sum(g.exponents[i], exponent)
}

// putIn puts all definitions in, that of the sigmoid among them.
func (r *recogniser) putIn(n expr.Node) expr.Node {
	n, _ = r.Scope.Unfold(n)
	return expr.Map(n, func(n expr.Node) expr.Node {
		if c, ok := n.(*expr.Call); ok && c.Func == expr.Sigmoid {
			down := expr.Power(&expr.Constant{Name: expr.E}, calculus.Tidy(expr.Negative(c.Args[0])))
			return expr.Quotient(expr.Int(1), expr.Sum(expr.Int(1), down))
		}
		return n
	})
}

// known uses what the course has proved of the sigmoid.
func (r *recogniser) known(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		if r.Sigmoid(n) {
			if u, negative := expr.Unsigned(expr.Children(n)[0]); negative {
				return expr.OneMinus(expr.WithChildren(n, []expr.Node{u}))
			}
		}
		q, ok := n.(*expr.Div)
		if !ok {
			return n
		}
		base, u, raised := expr.PowerOf(q.Num)
		if sum := expr.Sum(expr.Int(1), q.Num); raised && expr.IsE(base) && expr.Alike(sum, q.Den) {
			if v, negative := expr.Unsigned(u); negative {
				return expr.OneMinus(expr.Of(expr.Sigmoid, v))
			}
			return expr.Of(expr.Sigmoid, u)
		}
		return n
	})
}
