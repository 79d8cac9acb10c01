package exprtest

import (
	"math/big"
	"slices"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
)

// A Rewrite changes a tree at its top, or reports that it does not apply there. It may use small further trees.
type Rewrite struct {
	Name  string
	Apply func(t *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool)
}

// Sound lists rewrites that keep the value wherever both trees have one.
var Sound = []Rewrite{
	{"commute", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		if sum, ok := n.(*expr.Add); ok {
			return expr.Sum(reversed(sum.Terms)...), true
		}
		if product, ok := n.(*expr.Mul); ok {
			return expr.Product(reversed(product.Factors)...), true
		}
		return nil, false
	}},
	{"distribute", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		m, ok := n.(*expr.Mul)
		if !ok {
			return nil, false
		}
		for i, f := range m.Factors {
			if a, ok := f.(*expr.Add); ok {
				rest := slices.Concat(m.Factors[:i], m.Factors[i+1:])
				terms := make([]expr.Node, len(a.Terms))
				for j, u := range a.Terms {
					terms[j] = expr.Product(append(slices.Clone(rest), u)...)
				}
				return expr.Sum(terms...), true
			}
		}
		return nil, false
	}},
	{"factor", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		a, ok := n.(*expr.Add)
		if !ok {
			return nil, false
		}
		common := other()
		parts := make([]expr.Node, len(a.Terms))
		for i, u := range a.Terms {
			parts[i] = expr.Quotient(u, common)
		}
		return expr.Product(common, expr.Sum(parts...)), true
	}},
	{"add-and-subtract", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		u := other()
		return expr.Sum(n, u, expr.Negative(u)), true
	}},
	{"expand-fraction", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		d, ok := n.(*expr.Div)
		if !ok {
			return nil, false
		}
		u := other()
		return expr.Quotient(expr.Product(d.Num, u), expr.Product(u, d.Den)), true
	}},
	{"common-denominator", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		a, ok := n.(*expr.Add)
		if !ok || len(a.Terms) != 2 {
			return nil, false
		}
		u, v := other(), other()
		x, y := expr.Product(a.Terms[0], u), expr.Product(a.Terms[1], v)
		return expr.Quotient(expr.Sum(expr.Product(x, v), expr.Product(y, u)), expr.Product(u, v)), true
	}},
	{"reciprocal", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		d, ok := n.(*expr.Div)
		if !ok {
			return nil, false
		}
		return expr.Product(d.Num, expr.Power(d.Den, expr.Int(-1))), true
	}},
	{"negate-twice", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		return expr.Negative(expr.Negative(n)), true
	}},
	{"minus-into-sum", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		m, ok := n.(*expr.Neg)
		if !ok {
			return nil, false
		}
		a, ok := m.X.(*expr.Add)
		if !ok {
			return nil, false
		}
		terms := make([]expr.Node, len(a.Terms))
		for i, u := range a.Terms {
			terms[i] = expr.Negative(u)
		}
		return expr.Sum(terms...), true
	}},
	{"power-as-product", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		p, ok := n.(*expr.Pow)
		if !ok {
			return nil, false
		}
		return expr.Product(p.Base, expr.Power(p.Base, expr.Minus(p.Exp, expr.Int(1)))), true
	}},
	{"split-exponent", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		p, ok := n.(*expr.Pow)
		if !ok {
			return nil, false
		}
		u := other()
		return expr.Product(expr.Power(p.Base, u), expr.Power(p.Base, expr.Minus(p.Exp, u))), true
	}},
	call("exp-of-sum", expr.Exp, func(u expr.Node) (expr.Node, bool) {
		a, ok := u.(*expr.Add)
		if !ok {
			return nil, false
		}
		factors := make([]expr.Node, len(a.Terms))
		for i, v := range a.Terms {
			factors[i] = expr.Of(expr.Exp, v)
		}
		return expr.Product(factors...), true
	}),
	call("log-of-product", expr.Ln, func(u expr.Node) (expr.Node, bool) {
		m, ok := u.(*expr.Mul)
		if !ok {
			return nil, false
		}
		terms := make([]expr.Node, len(m.Factors))
		for i, v := range m.Factors {
			terms[i] = expr.Of(expr.Ln, v)
		}
		return expr.Sum(terms...), true
	}),
	call("log-of-quotient", expr.Ln, func(u expr.Node) (expr.Node, bool) {
		d, ok := u.(*expr.Div)
		if !ok {
			return nil, false
		}
		return expr.Minus(expr.Of(expr.Ln, d.Num), expr.Of(expr.Ln, d.Den)), true
	}),
	call("log-of-modulus", expr.Ln, func(u expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Ln, expr.Of(expr.Abs, u)), true
	}),
	call("root-of-product", expr.Sqrt, func(u expr.Node) (expr.Node, bool) {
		m, ok := u.(*expr.Mul)
		if !ok {
			return nil, false
		}
		roots := make([]expr.Node, len(m.Factors))
		for i, v := range m.Factors {
			roots[i] = expr.Of(expr.Sqrt, expr.Of(expr.Abs, v))
		}
		return expr.Product(roots...), true
	}),
	call("root-as-power", expr.Sqrt, func(u expr.Node) (expr.Node, bool) {
		return expr.Power(u, expr.Rational(big.NewRat(1, 2))), true
	}),
	call("modulus-as-root", expr.Abs, func(u expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Sqrt, expr.Power(u, expr.Int(2))), true
	}),
	call("modulus-as-maximum", expr.Abs, func(u expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Max, u, expr.Negative(u)), true
	}),
	call("sigmoid", expr.Sigmoid, func(u expr.Node) (expr.Node, bool) {
		return expr.Quotient(expr.Int(1), expr.Sum(expr.Int(1), expr.Of(expr.Exp, expr.Negative(u)))), true
	}),
	call("sigmoid-mirrored", expr.Sigmoid, func(u expr.Node) (expr.Node, bool) {
		return expr.Minus(expr.Int(1), expr.Of(expr.Sigmoid, expr.Negative(u))), true
	}),
	call("softplus", expr.Softplus, func(u expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Ln, expr.Sum(expr.Int(1), expr.Of(expr.Exp, u))), true
	}),
	call("tanh", expr.Tanh, func(u expr.Node) (expr.Node, bool) {
		return expr.Quotient(expr.Of(expr.Sinh, u), expr.Of(expr.Cosh, u)), true
	}),
	call("sine-halved", expr.Sin, func(u expr.Node) (expr.Node, bool) {
		half := expr.Quotient(u, expr.Int(2))
		return expr.Product(expr.Int(2), expr.Of(expr.Sin, half), expr.Of(expr.Cos, half)), true
	}),
	call("cosine-halved", expr.Cos, func(u expr.Node) (expr.Node, bool) {
		half := expr.Of(expr.Sin, expr.Quotient(u, expr.Int(2)))
		return expr.Minus(expr.Int(1), expr.Product(expr.Int(2), expr.Power(half, expr.Int(2)))), true
	}),
	call("tangent", expr.Tan, func(u expr.Node) (expr.Node, bool) {
		return expr.Quotient(expr.Of(expr.Sin, u), expr.Of(expr.Cos, u)), true
	}),
	{"maximum", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		c, ok := n.(*expr.Call)
		if !ok || c.Func != expr.Max || len(c.Args) != 2 {
			return nil, false
		}
		a, b := c.Args[0], c.Args[1]
		return expr.Quotient(expr.Sum(a, b, expr.Of(expr.Abs, expr.Minus(a, b))), expr.Int(2)), true
	}},
	call("sum-of-arcs", expr.Asin, func(u expr.Node) (expr.Node, bool) {
		quarter := expr.Quotient(&expr.Constant{Name: expr.Pi}, expr.Int(2))
		return expr.Minus(quarter, expr.Of(expr.Acos, u)), true
	}),
}

// Careless lists rewrites that people believe in and that hold on a part of the domain at best.
var Careless = []Rewrite{
	call("root-of-square", expr.Sqrt, func(u expr.Node) (expr.Node, bool) {
		if p, ok := u.(*expr.Pow); ok {
			return expr.Power(p.Base, expr.Quotient(p.Exp, expr.Int(2))), true
		}
		return nil, false
	}),
	call("modulus-dropped", expr.Abs, func(u expr.Node) (expr.Node, bool) { return u, true }),
	call("sign-dropped", expr.Sign, func(expr.Node) (expr.Node, bool) { return expr.Int(1), true }),
	call("greatest-is-first", expr.Max, func(u expr.Node) (expr.Node, bool) { return u, true }),
	call("least-is-first", expr.Min, func(u expr.Node) (expr.Node, bool) { return u, true }),
	call("log-of-sum", expr.Ln, func(u expr.Node) (expr.Node, bool) {
		a, ok := u.(*expr.Add)
		if !ok {
			return nil, false
		}
		return expr.Sum(expr.Of(expr.Ln, a.Terms[0]), expr.Of(expr.Ln, a.Terms[1])), true
	}),
	call("arc-of-sine", expr.Asin, func(u expr.Node) (expr.Node, bool) { return expr.Of(expr.Atan, u), true }),
	{"modulus-added", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Abs, n), true
	}},
	{"root-of-square-added", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		return expr.Power(expr.Power(n, expr.Int(2)), expr.Rational(big.NewRat(1, 2))), true
	}},
	{"arc-added", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Asin, expr.Of(expr.Sin, n)), true
	}},
	{"bound-added", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		return expr.Of(expr.Max, n, other()), true
	}},
	{"sign-added", func(_ *rapid.T, n expr.Node, other func() expr.Node) (expr.Node, bool) {
		return expr.Product(n, expr.Power(expr.Of(expr.Sign, other()), expr.Int(2))), true
	}},
	{"fractions-across", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		a, ok := n.(*expr.Add)
		if !ok {
			return nil, false
		}
		return expr.Quotient(a.Terms[0], expr.Sum(expr.Int(1), a.Terms[1])), true
	}},
	{"number-changed", func(t *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		m, ok := n.(*expr.Number)
		if !ok {
			return nil, false
		}
		change := rapid.SampledFrom([]string{"1", "1/2", "1/1000000000", "1/10000000000000000000000000000000000000000"}).Draw(t, "change")
		r, _ := new(big.Rat).SetString(change)
		return expr.Rational(r.Add(r, m.Value)), true
	}},
	{"sign-changed", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		return expr.Negative(n), true
	}},
	{"exponent-changed", func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		p, ok := n.(*expr.Pow)
		if !ok {
			return nil, false
		}
		return expr.Power(p.Base, expr.Sum(p.Exp, expr.Int(1))), true
	}},
	{"part-dropped", func(t *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		if sum, ok := n.(*expr.Add); ok {
			i := rapid.IntRange(0, len(sum.Terms)-1).Draw(t, "dropped")
			return expr.Sum(slices.Concat(sum.Terms[:i], sum.Terms[i+1:])...), true
		}
		if product, ok := n.(*expr.Mul); ok {
			i := rapid.IntRange(0, len(product.Factors)-1).Draw(t, "dropped")
			return expr.Product(slices.Concat(product.Factors[:i], product.Factors[i+1:])...), true
		}
		return nil, false
	}},
}

// call makes a rewrite of applications of one function, by its first argument.
func call(name string, f expr.Func, change func(u expr.Node) (expr.Node, bool)) Rewrite {
	return Rewrite{name, func(_ *rapid.T, n expr.Node, _ func() expr.Node) (expr.Node, bool) {
		c, ok := n.(*expr.Call)
		if !ok || c.Func != f {
			return nil, false
		}
		return change(c.Args[0])
	}}
}

func reversed(parts []expr.Node) []expr.Node {
	turned := slices.Clone(parts)
	slices.Reverse(turned)
	return turned
}

// Changed applies one of the rewrites at one place of n where some rewrite applies. Where none does anywhere, n comes
// back as it is.
func (o Options) Changed(t *rapid.T, n expr.Node, rewrites []Rewrite) (changed expr.Node, name string) {
	small := o
	small.Depth = 1
	small.Series, small.Derivatives, small.Names = false, false, nil
	other := func() expr.Node { return small.Tree().Draw(t, "other") }
	places := rapid.IntRange(0, expr.Size(n)-1).Draw(t, "place")
	for range expr.Size(n) {
		first := rapid.IntRange(0, len(rewrites)-1).Draw(t, "rewrite")
		for i := range rewrites {
			r := rewrites[(first+i)%len(rewrites)]
			if m, ok := changeAt(n, &places, func(n expr.Node) (expr.Node, bool) { return r.Apply(t, n, other) }); ok {
				return m, r.Name
			}
		}
	}
	return n, "none"
}

// changeAt applies change to the first place, counted from number skip on in the order of Walk, where it applies.
func changeAt(n expr.Node, skip *int, change func(expr.Node) (expr.Node, bool)) (expr.Node, bool) {
	passed := *skip
	return changeFrom(n, &passed, change)
}

func changeFrom(n expr.Node, skip *int, change func(expr.Node) (expr.Node, bool)) (expr.Node, bool) {
	if *skip <= 0 {
		if m, ok := change(n); ok {
			return m, true
		}
	}
	*skip--
	for i, c := range expr.Children(n) {
		if _, isSymbol := n.(*expr.Symbol); isSymbol || expr.Binds(n, i) {
			continue // names and their indices stay
		}
		if d, ok := changeFrom(c, skip, change); ok {
			parts := slices.Clone(expr.Children(n))
			parts[i] = d
			return expr.WithChildren(n, parts), true
		}
	}
	return n, false
}
