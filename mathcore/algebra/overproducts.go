package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
)

// What signs, bars and whole powers are taken of factor by factor: sign(Π x_k) is Π sign(x_k), also where a factor is 0. Products over
// one range with signs in them are one product.

// isProduct reports whether n is a product over a range.
func isProduct(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && s.Product
}

// isSigned reports whether n asks for a sign; of other products the normal form knows.
func isSigned(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Sign || c.Func == expr.Abs || c.Func == expr.Delta)
}

// overFactors returns n with what is taken of a product over a range taken of its factors.
func (r *ranger) overFactors(n expr.Node) (expr.Node, bool) {
	switch n := n.(type) {
	case *expr.Call:
		if takesFactors(n) {
			s := n.Args[0].(*expr.Series)
			return r.productOf(s, expr.Of(n.Func, s.Body)), true
		}
	case *expr.Pow:
		if takesFactors(n) {
			s := n.Base.(*expr.Series)
			return r.productOf(s, expr.Power(s.Body, n.Exp)), true
		}
	case *expr.Mul:
		if takesFactors(n) {
			return r.together(n)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil, false
}

// takesFactors reports whether n is a sign, bars or a whole power of a product over a range, or the product of two.
func takesFactors(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return (n.Func == expr.Sign || n.Func == expr.Abs) && isProduct(n.Args[0])
	case *expr.Pow:
		k, ok := expr.RationalOf(n.Exp)
		return ok && k.IsInt() && k.Sign() > 0 && isProduct(n.Base) && expr.Contains(n.Base, isSigned)
	case *expr.Mul:
		first := slices.IndexFunc(n.Factors, isProduct)
		return first >= 0 && slices.ContainsFunc(n.Factors[first+1:], isProduct) && expr.Contains(n, isSigned)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

func (r *ranger) productOf(s *expr.Series, body expr.Node) expr.Node {
	r.ctx.meter.Spend(expr.Size(body))
	return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: true}
}

// together returns a product in which products over the same range are one.
func (r *ranger) together(n *expr.Mul) (expr.Node, bool) {
	factors := slices.Clone(n.Factors)
	for i, f := range factors {
		if !isProduct(f) {
			continue
		}
		s := f.(*expr.Series)
		for j := i + 1; j < len(factors); j++ {
			other, ok := factors[j].(*expr.Series)
			if !ok || !other.Product || !expr.Equal(s.Lo, other.Lo) || !expr.Equal(s.Hi, other.Hi) || !expr.Equal(s.Index, other.Index) && expr.Mentions(other.Body, s.Index) {
				continue
			}
			factors[i] = r.productOf(s, expr.Product(s.Body, expr.Substitute(other.Body, other.Index, s.Index)))
			factors = slices.Delete(factors, j, j+1)
			return expr.Product(factors...), true
		}
	}
	return nil, false
}
