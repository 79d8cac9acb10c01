package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// overHinges returns n with 1 for the sign of u, or -1 for that of a negative multiple, beside the factor max(0, u): where that is not
// 0 the sign is so, and where it is 0 so is the product. So the slope of max(0, u)^2 is 2 max(0, u) u', whatever u is.
func (p *pair) overHinges(n expr.Node) expr.Node {
	if !expr.Contains(n, isHinge) {
		return n
	}
	return expr.Map(n, func(n expr.Node) expr.Node {
		product, ok := n.(*expr.Mul)
		if !ok {
			return n
		}
		factors := slices.Clone(product.Factors)
		for i, f := range factors {
			u, ok := hinged(f)
			if !ok {
				continue
			}
			for j := range factors {
				if j != i {
					factors[j] = p.signed(factors[j], u)
				}
			}
		}
		if slices.Equal(factors, product.Factors) {
			return n
		}
		return calculus.Tidy(expr.Product(factors...))
	})
}

func isHinge(n expr.Node) bool {
	_, ok := hinged(n)
	return ok
}

// hinged returns the u of max(0, u), or of a whole power of it.
func hinged(n expr.Node) (u expr.Node, ok bool) {
	if power, is := n.(*expr.Pow); is {
		k, number := expr.RationalOf(power.Exp)
		if !number || !k.IsInt() || k.Sign() <= 0 {
			return nil, false
		}
		n = power.Base
	}
	c, ok := n.(*expr.Call)
	if !ok || c.Func != expr.Max || len(c.Args) != 2 {
		return nil, false
	}
	for i, arg := range c.Args {
		if expr.Equal(arg, expr.Int(0)) {
			return c.Args[1-i], true
		}
	}
	return nil, false
}

// signed returns n with the signs of multiples of u as they are where u is positive, as far as n is made of sums and products.
func (p *pair) signed(n, u expr.Node) expr.Node {
	switch n := n.(type) {
	case *expr.Neg, *expr.Add, *expr.Mul:
		return expr.MapChildren(n, func(_ int, part expr.Node) expr.Node { return p.signed(part, u) })
	case *expr.Div:
		return expr.MapChildren(n, func(i int, part expr.Node) expr.Node {
			if i > 0 {
				return part
			}
			return p.signed(part, u)
		})
	case *expr.Call:
		if n.Func != expr.Sign {
			return n
		}
		p.scope.Meter().Spend(expr.Size(u))
		switch v := n.Args[0]; {
		case algebra.Equal(v, u, p.scope) == algebra.Proved:
			return expr.Int(1)
		case algebra.Equal(v, expr.Negative(u), p.scope) == algebra.Proved:
			return expr.Int(-1)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return n
}
