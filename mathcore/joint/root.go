package joint

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
)

// rooted solves a sum with roots: of A + B, where a root stands in B alone, the zeros are among those of A² - B². It
// reports false where no root is left, or where what comes out is no simpler.
func (s *solver) rooted(n *expr.Add) bool {
	root := rootIn(n)
	if root == nil || s.squared >= mostSquared {
		return false
	}
	var with, without []expr.Node
	for _, t := range n.Terms {
		if expr.Contains(t, func(n expr.Node) bool { return expr.Equal(n, root) }) {
			with = append(with, t)
		} else {
			without = append(without, t)
		}
	}
	difference := expr.Minus(expr.Power(expr.Sum(without...), expr.Int(2)), squareOf(with, root))
	simple, ok := algebra.Simplified(difference, s.sc)
	if !ok || expr.Size(simple) > mostNodes {
		return false
	}
	if isZero(simple) { // A and B have one modulus: their sum is 0 in a region, which ends where both are 0
		s.region = true
		s.zeros(expr.Sum(without...))
		return true
	}
	s.squared++
	s.zeros(simple)
	s.squared--
	return true
}

// squareOf returns the square of the sum of the terms, that of a single term without the root that is its factor.
func squareOf(terms []expr.Node, root expr.Node) expr.Node {
	if len(terms) == 1 {
		factor := expr.Map(terms[0], func(n expr.Node) expr.Node {
			if expr.Equal(n, root) {
				return expr.Int(1)
			}
			return n
		})
		if expr.Equal(terms[0], root) || isFactor(terms[0], root) {
			return expr.Product(expr.Power(factor, expr.Int(2)), radicand(root))
		}
	}
	return expr.Power(expr.Sum(terms...), expr.Int(2))
}

// isFactor reports whether the root is a factor of n, and stands nowhere else in it.
func isFactor(n, root expr.Node) bool {
	switch n := n.(type) {
	case *expr.Neg:
		return expr.Equal(n.X, root) || isFactor(n.X, root)
	case *expr.Mul:
		found := 0
		for _, f := range n.Factors {
			if expr.Equal(f, root) {
				found++
			} else if expr.Contains(f, func(n expr.Node) bool { return expr.Equal(n, root) }) {
				return false
			}
		}
		return found == 1
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return false
}

// radicand returns the square of a root.
func radicand(root expr.Node) expr.Node {
	if p, ok := root.(*expr.Pow); ok {
		if r, _ := expr.RationalOf(p.Exp); r.Num().Cmp(big.NewInt(1)) == 0 {
			return p.Base
		}
		return expr.Power(root, expr.Int(2))
	}
	return root.(*expr.Call).Args[0]
}

// The budget of squaring.
const (
	mostSquared = 3
	mostNodes   = 200
)

// rootIn returns a root that stands in a term of the sum, the outermost of the last.
func rootIn(n *expr.Add) expr.Node {
	var found expr.Node
	for _, t := range n.Terms {
		var first expr.Node
		expr.Walk(t, func(n expr.Node) bool {
			if first == nil && isRoot(n) {
				first = n
			}
			return first == nil
		})
		if first != nil {
			found = first
		}
	}
	return found
}

var halfOf = big.NewInt(2)

// isRoot reports whether n is the square root of something with letters.
func isRoot(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return n.Func == expr.Sqrt && len(expr.Symbols(n)) > 0
	case *expr.Pow:
		r, ok := expr.RationalOf(n.Exp)
		return ok && r.Denom().Cmp(halfOf) == 0 && len(expr.Symbols(n)) > 0
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return false
}
