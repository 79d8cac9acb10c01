package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// minusNotDistributed turns the sign of some terms of a bracket only: -(a-b) = -a-b.
//
// Example: x-(a-b) -> x-a-b
// Example: -(a+b+c) -> -a-b+c
// Example: -a-b -> -a+b
// Example: -2(a-b) -> -2a-2b
// Example: -(1-t)*y -> -y-t*y
var minusNotDistributed = mistake{
	id: "minus-not-distributed", kind: loss, family: rewriting, about: aSum,
	derive: minusOfDerivative,
	rewrite: func(n, _ expr.Node, in *setting) []expr.Node {
		if sum, ok := n.(*expr.Add); ok && in.negated && !slices.ContainsFunc(sum.Terms, positive) {
			return []expr.Node{expr.Sum(append(sum.Terms[:1:1], expr.Mapped(sum.Terms[1:], expr.Opposite)...)...)}
		}
		list := expr.Factors(n)
		negative := false
		if neg, ok := n.(*expr.Neg); ok {
			list, negative = expr.Factors(neg.X), true
		}
		for _, f := range list {
			r, ok := expr.RationalOf(f)
			negative = negative || ok && r.Sign() < 0
		}
		if !negative {
			return nil
		}
		var wrong []expr.Node
		for i, f := range list {
			for _, g := range halfTurned(f) {
				product := expr.Product(expr.With(list, i, g)...)
				if _, ok := n.(*expr.Neg); ok {
					product = expr.Negative(product)
				}
				wrong = append(wrong, product)
			}
		}
		return wrong
	},
}

// negated reports whether a minus belongs to all of a line, or of what is differentiated there.
func negated(line expr.Node) bool {
	if d, ok := line.(*expr.Derivative); ok {
		line = d.Body
	}
	return !slices.ContainsFunc(expr.Terms(line), positive)
}

func positive(n expr.Node) bool {
	_, negative := expr.Unsigned(n)
	return !negative
}

// minusOfDerivative makes the slip where the derivative of -u is opened.
func minusOfDerivative(s *calculus.Step, _ *setting) []expr.Node {
	if _, ok := s.Of.(*expr.Neg); !ok || s.Rule != calculus.ConstantMultiple {
		return nil
	}
	return expr.Mapped(halfTurned(s.Parts[0].Result), expr.Negative)
}

// halfTurned turns the sign of all terms of a sum but the first, and of each of the others alone, so that a minus in
// front of them is undone; under a bar and a sum sign as well.
func halfTurned(n expr.Node) []expr.Node {
	switch n := n.(type) {
	case *expr.Add:
		turned := expr.Mapped(n.Terms, expr.Opposite)
		wrong := []expr.Node{expr.Sum(expr.With(turned, 0, n.Terms[0])...)}
		for i := 1; i < len(n.Terms) && len(n.Terms) > 2; i++ {
			wrong = append(wrong, expr.Sum(expr.With(n.Terms, i, turned[i])...))
		}
		return wrong
	case *expr.Div:
		return expr.Mapped(halfTurned(n.Num), func(num expr.Node) expr.Node { return expr.Quotient(num, n.Den) })
	case *expr.Series:
		if n.Product {
			return nil
		}
		return expr.Mapped(halfTurned(n.Body), func(body expr.Node) expr.Node {
			return &expr.Series{Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: body}
		})
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return nil
}
