package judge

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// mostValues bounds the values of a member that a sum is rewritten for.
const mostValues = 3

// proveByMembers proves equality where members of sums and products range over finite sets: what is summed is written as the polynomial
// of the member that has the same values there, f(0)+(f(1)-f(0))t for t in {0,1}. What is multiplied is so written, too, or, where it
// is positive, its logarithm is: ln σ((2t-1)z) is linear in t.
func proveByMembers(a, b expr.Node, sc *scope.Scope) Evidence {
	if evidence := proveThrough(a, b, throughValues, sc); evidence != None {
		return evidence
	}
	if !eitherContains(a, b, func(n expr.Node) bool { s, ok := n.(*expr.Series); return ok && s.Product }) {
		return None
	}
	return proveThrough(a, b, throughLogarithms, sc)
}

// An interpolation returns what has the values of n, by a polynomial of m. It reports false where n has no value at one of them.
type interpolation func(n expr.Node, m *expr.Symbol, values []*big.Rat, sc *scope.Scope) (expr.Node, bool)

func proveThrough(a, b expr.Node, factors interpolation, sc *scope.Scope) Evidence {
	p, okA := interpolated(a, factors, sc)
	q, okB := interpolated(b, factors, sc)
	if !okA || !okB || p == a && q == b {
		return None
	}
	answer := algebra.Equal(p, q, sc)
	if answer == algebra.Unproved {
		return proveByValues(p, q, sc)
	}
	return evidenceOf(answer)
}

// interpolated returns n with what is summed as polynomials of those members that have but few values, and what is multiplied as factors
// says. It reports false where something has no value at one of them.
func interpolated(n expr.Node, factors interpolation, sc *scope.Scope) (expr.Node, bool) {
	ok := true
	written := expr.Map(n, func(n expr.Node) expr.Node {
		s, isSeries := n.(*expr.Series)
		if !isSeries || !ok {
			return n
		}
		body, through := s.Body, interpolation(throughValues)
		if s.Product {
			through = factors
		}
		for _, m := range expr.Symbols(s.Body) {
			d, _ := sc.Domain(m)
			if !expr.Mentions(m, s.Index) || !d.Finite() || len(d.Set) == 0 || len(d.Set) > mostValues {
				continue
			}
			sc.Meter().Spend(len(d.Set) * expr.Size(body))
			if body, ok = through(body, m, d.Set, sc); !ok {
				return n
			}
		}
		if body == s.Body {
			return n
		}
		return &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: s.Product}
	})
	return written, ok
}

// throughValues returns the polynomial of m of least degree that has the values of n, by Lagrange's formula.
func throughValues(n expr.Node, m *expr.Symbol, values []*big.Rat, sc *scope.Scope) (expr.Node, bool) {
	var terms []expr.Node
	for i, v := range values {
		at := expr.Substitute(n, m, expr.Rational(v))
		if algebra.NoValue(at, sc) {
			return n, false
		}
		product := []expr.Node{at}
		for k, w := range values {
			if k != i {
				apart := new(big.Rat).Sub(v, w)
				product = append(product, expr.Rational(apart.Inv(apart)), expr.Minus(m, expr.Rational(w)))
			}
		}
		terms = append(terms, expr.Product(product...))
	}
	return expr.Sum(terms...), true
}

// throughLogarithms returns e to the polynomial of m that has the values of ln n, if those of n have a value everywhere and are positive;
// n if they are not.
func throughLogarithms(n expr.Node, m *expr.Symbol, values []*big.Rat, sc *scope.Scope) (expr.Node, bool) {
	for _, v := range values {
		if at := expr.Substitute(n, m, expr.Rational(v)); !expr.Total(at) || !algebra.Positive(at, sc) {
			return n, true
		}
	}
	exponent, ok := throughValues(expr.Of(expr.Ln, n), m, values, sc)
	return expr.Of(expr.Exp, exponent), ok
}
