package algebra

import "chainrule/mathcore/expr"

// The hyperbolic sine takes no value twice, and the hyperbolic cosine none twice among numbers that are not negative. Both undo the
// inverse hyperbolic functions, and the theorems of addition take sums apart, as cosh(acosh x - acosh y) = xy - √(x²-1) √(y²-1).

// byHyperbolics proves equality of sides with inverse hyperbolic functions by their hyperbolic sines, or cosines where they are not
// negative.
func (ctx *context) byHyperbolics(q *question) Answer {
	if !expr.Contains(q.left, isInverseHyperbolic) && !expr.Contains(q.right, isInverseHyperbolic) {
		return Unproved
	}
	left, right := hyperbolicsOf(q.left, mostAdded), hyperbolicsOf(q.right, mostAdded)
	if ctx.signOfParts(q.left) == notNegative && ctx.signOfParts(q.right) == notNegative {
		if answer := ctx.same(left.cosh, right.cosh); answer.holds() {
			return answer
		}
	}
	of := &question{left: left.sinh, right: right.sinh}
	if answer := ctx.same(of.left, of.right); answer.holds() {
		return answer
	}
	return ctx.byPowers(of)
}

func isInverseHyperbolic(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (c.Func == expr.Asinh || c.Func == expr.Acosh || c.Func == expr.Atanh)
}

// mostAdded bounds how many sums are taken apart one inside the other: each makes four trees of two.
const mostAdded = 3

// Hyperbolics are the hyperbolic sine and cosine of one thing. They have a value wherever that has one.
type hyperbolics struct{ sinh, cosh expr.Node }

func hyperbolicsOf(n expr.Node, left int) hyperbolics {
	switch n := n.(type) {
	case *expr.Neg:
		of := hyperbolicsOf(n.X, left)
		return hyperbolics{expr.Negative(of.sinh), of.cosh}
	case *expr.Add:
		if left >= len(n.Terms) {
			sum := hyperbolicsOf(n.Terms[0], left-1)
			for _, t := range n.Terms[1:] {
				sum = sum.plus(hyperbolicsOf(t, left-1))
			}
			return sum
		}
	case *expr.Mul:
		if len(n.Factors) == 2 && expr.Is(n.Factors[0], 2) {
			half := hyperbolicsOf(n.Factors[1], left)
			return half.plus(half)
		}
	case *expr.Call:
		if of, ok := hyperbolicsOfCall(n, left); ok {
			return of
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return hyperbolics{expr.Of(expr.Sinh, n), expr.Of(expr.Cosh, n)}
}

// plus returns those of a sum.
func (h hyperbolics) plus(k hyperbolics) hyperbolics {
	return hyperbolics{
		expr.Sum(expr.Product(h.sinh, k.cosh), expr.Product(h.cosh, k.sinh)),
		expr.Sum(expr.Product(h.cosh, k.cosh), expr.Product(h.sinh, k.sinh)),
	}
}

func hyperbolicsOfCall(n *expr.Call, left int) (of hyperbolics, ok bool) {
	u, one, two := n.Args[0], expr.Int(1), expr.Int(2)
	square := expr.Power(u, two)
	root := func(of expr.Node) expr.Node { return expr.Of(expr.Sqrt, of) }
	switch n.Func { //nolint:exhaustive // the others are not undone
	case expr.Asinh:
		return hyperbolics{u, root(expr.Sum(square, one))}, true
	case expr.Acosh:
		return hyperbolics{root(expr.Minus(square, one)), u}, true
	case expr.Atanh:
		below := root(expr.Minus(one, square))
		return hyperbolics{expr.Quotient(u, below), expr.Quotient(one, below)}, true
	case expr.Ln:
		over := expr.Quotient(one, u)
		return hyperbolics{expr.Quotient(expr.Minus(u, over), two), expr.Quotient(expr.Sum(u, over), two)}, true
	case expr.Abs:
		inside := hyperbolicsOf(u, left)
		return hyperbolics{expr.Of(expr.Abs, inside.sinh), inside.cosh}, true
	}
	return of, false
}
