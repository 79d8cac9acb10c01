package algebra

import "chainrule/mathcore/expr"

// An angle between 0 and π is known by its cosine, and one between -π/2 and π/2 by its sine. Both undo the inverse functions of
// angles, and the theorems of addition take sums apart, as cos(acos x - acos y) = xy + √(1-x²) √(1-y²).

// byHalfTurn proves equality of sides with inverse functions of angles that lie in the same half turn, by their cosines or sines.
func (ctx *context) byHalfTurn(q *question) Answer {
	if !expr.Contains(q.left, isInverseAngle) && !expr.Contains(q.right, isInverseAngle) {
		return Unproved
	}
	left, right := circularsOf(q.left, mostAdded), circularsOf(q.right, mostAdded)
	pi := &expr.Constant{Name: expr.Pi}
	quarter := expr.Quotient(pi, expr.Int(2))
	switch {
	case ctx.liesBetween(q.left, expr.Int(0), pi) && ctx.liesBetween(q.right, expr.Int(0), pi):
		return ctx.same(left.cos, right.cos)
	case ctx.liesBetween(q.left, expr.Negative(quarter), quarter) && ctx.liesBetween(q.right, expr.Negative(quarter), quarter):
		return ctx.same(left.sin, right.sin)
	}
	return Unproved
}

// liesBetween reports whether it is proved that n lies between two values, these included, wherever it has one.
func (ctx *context) liesBetween(n, lo, hi expr.Node) bool {
	below, above := Demand{Node: expr.Minus(lo, n), Positive: true}, Demand{Node: expr.Minus(n, hi), Positive: true}
	return Impossible([]Demand{below}, ctx.scope) && Impossible([]Demand{above}, ctx.scope)
}

// Circulars are the cosine and sine of one thing. They have a value wherever that has one.
type circulars struct{ cos, sin expr.Node }

func circularsOf(n expr.Node, left int) circulars {
	switch n := n.(type) {
	case *expr.Neg:
		of := circularsOf(n.X, left)
		return circulars{of.cos, expr.Negative(of.sin)}
	case *expr.Add:
		if left >= len(n.Terms) {
			sum := circularsOf(n.Terms[0], left-1)
			for _, t := range n.Terms[1:] {
				sum = sum.plus(circularsOf(t, left-1))
			}
			return sum
		}
	case *expr.Mul:
		if len(n.Factors) == 2 && expr.Is(n.Factors[0], 2) {
			half := circularsOf(n.Factors[1], left)
			return half.plus(half)
		}
	case *expr.Call:
		if of, ok := circularsOfCall(n, left); ok {
			return of
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return circulars{expr.Of(expr.Cos, n), expr.Of(expr.Sin, n)}
}

// plus returns those of a sum.
func (c circulars) plus(d circulars) circulars {
	return circulars{
		expr.Minus(expr.Product(c.cos, d.cos), expr.Product(c.sin, d.sin)),
		expr.Sum(expr.Product(c.sin, d.cos), expr.Product(c.cos, d.sin)),
	}
}

func circularsOfCall(n *expr.Call, left int) (of circulars, ok bool) {
	u, one := n.Args[0], expr.Int(1)
	square := expr.Power(u, expr.Int(2))
	other := expr.Of(expr.Sqrt, expr.Minus(one, square))
	switch n.Func { //nolint:exhaustive // the others are not undone
	case expr.Acos:
		return circulars{u, other}, true
	case expr.Asin:
		return circulars{other, u}, true
	case expr.Atan:
		below := expr.Of(expr.Sqrt, expr.Sum(one, square))
		return circulars{expr.Quotient(one, below), expr.Quotient(u, below)}, true
	case expr.Abs:
		inside := circularsOf(u, left)
		return circulars{inside.cos, expr.Of(expr.Sin, n)}, true
	}
	return of, false
}
