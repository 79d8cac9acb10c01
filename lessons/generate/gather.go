package generate

import (
	"math/big"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// gathered returns a line with each product of fractions as one fraction, and each sum above a bar multiplied out, its like terms
// added up. Bottoms stay as they are.
func gathered(line expr.Node) expr.Node {
	return calculus.Tidy(expr.Map(line, func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Div:
			if expr.IsSum(expr.Bare(n.Num)) {
				return expr.Quotient(spread(n.Num), n.Den)
			}
		case *expr.Mul:
			return oneFraction(n)
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return n
	}))
}

// oneFraction returns a product with a fraction among its factors as one fraction.
func oneFraction(n *expr.Mul) expr.Node {
	var tops, bottoms []expr.Node
	for _, f := range n.Factors {
		if top, bottom, ok := expr.Fraction(f); ok {
			tops, bottoms = append(tops, top), append(bottoms, bottom)
		} else {
			tops = append(tops, f)
		}
	}
	if len(bottoms) == 0 {
		return n
	}
	return expr.Quotient(expr.Product(tops...), expr.Product(bottoms...))
}

// A monomial is a number times factors none of which is a number, a sum or a product; at most one is a power of e.
type monomial struct {
	number  *big.Rat
	factors []expr.Node
}

// mostMonomials bounds what a sum is multiplied out to.
const mostMonomials = 24

// spread returns a sum multiplied out, its like terms added up, in the order in which they come. What would be long stays as it is.
func spread(n expr.Node) expr.Node {
	all, ok := monomials(n)
	if !ok {
		return n
	}
	var terms []expr.Node
	for len(all) > 0 {
		product := expr.Product(all[0].factors...)
		sum := new(big.Rat)
		all = slices.DeleteFunc(all, func(m monomial) bool {
			like := expr.Alike(expr.Product(m.factors...), product)
			if like {
				sum.Add(sum, m.number)
			}
			return like
		})
		terms = append(terms, expr.Product(expr.Rational(sum), product))
	}
	return calculus.Tidy(expr.Sum(terms...))
}

// monomials returns what a sum comes to when it is multiplied out. It reports false where that would be long.
func monomials(n expr.Node) (all []monomial, ok bool) {
	if r, ok := expr.RationalOf(n); ok {
		return []monomial{{number: r}}, true
	}
	switch n := n.(type) {
	case *expr.Neg:
		all, ok = monomials(n.X)
		return times(all, []monomial{{number: big.NewRat(-1, 1)}}), ok
	case *expr.Add:
		for _, t := range n.Terms {
			some, ok := monomials(t)
			if all = append(all, some...); !ok || len(all) > mostMonomials {
				return nil, false
			}
		}
		return all, true
	case *expr.Mul:
		all = []monomial{{number: big.NewRat(1, 1)}}
		for _, f := range n.Factors {
			some, ok := monomials(f)
			if !ok || len(all)*len(some) > mostMonomials {
				return nil, false
			}
			all = times(all, some)
		}
		return all, true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return []monomial{{big.NewRat(1, 1), []expr.Node{n}}}, true
}

// times multiplies each of some monomials by each of others. Powers of e become one.
func times(some, others []monomial) []monomial {
	var all []monomial
	for _, a := range some {
		for _, b := range others {
			m := monomial{number: new(big.Rat).Mul(a.number, b.number)}
			var exponent []expr.Node
			for _, f := range slices.Concat(a.factors, b.factors) {
				if base, e, ok := expr.PowerOf(f); ok && expr.IsE(base) {
					exponent = append(exponent, e)
				} else {
					m.factors = append(m.factors, f)
				}
			}
			if len(exponent) > 0 {
				m.factors = append(m.factors, expr.Power(&expr.Constant{Name: expr.E}, spread(expr.Sum(exponent...))))
			}
			all = append(all, m)
		}
	}
	return all
}
