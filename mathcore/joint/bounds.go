package joint

import (
	"math"
	"math/big"

	"chainrule/mathcore/expr"
)

// atBounds solves a sum of terms that is 0 only where each of them is as small, or as great, as it may be: cos x + cos y - 2 is 0 where
// both cosines are 1. It reports false where the bounds of the terms do not add up to 0.
func (s *solver) atBounds(n *expr.Add) bool {
	for _, upper := range []bool{false, true} {
		rest := new(big.Rat)
		var apart []expr.Node // terms less their bounds
		for _, t := range n.Terms {
			bound, ok := exactly(t)
			if !ok {
				if bound, ok = s.bound(t, upper); !ok {
					return false
				}
				apart = append(apart, expr.Minus(t, expr.Rational(bound)))
			}
			rest.Add(rest, bound)
		}
		if rest.Sign() == 0 && len(apart) > 1 && s.anyOf(apart) {
			return true
		}
	}
	return false
}

// bound returns a bound that the values of n have.
func (s *solver) bound(n expr.Node, upper bool) (*big.Rat, bool) {
	e, ok := Enclosed(n, s.sc)
	bound := e.Lo
	if upper {
		bound = e.Hi
	}
	if !ok || math.IsInf(bound, 0) {
		return nil, false
	}
	return new(big.Rat).SetFloat64(bound), true
}

// anyOf collects the zeros of one of several parts that are 0 together. It reports false where none is solved.
func (s *solver) anyOf(parts []expr.Node) bool {
	for _, t := range parts {
		if !s.somewhere(t) {
			continue
		}
		one := solver{sc: s.sc, counter: s.counter, left: s.left, all: true, squared: s.squared, simple: s.simple}
		one.zeros(t)
		if s.left = one.left; one.all {
			for _, p := range one.places {
				s.keep(p)
			}
			return true
		}
	}
	return false
}

// productTakes collects the places at which a product has a value that it has only where each factor is as great as it may be, or as
// small: cos x cos y is 1 where cos x is 1 or -1. It reports false where the value is none such.
func (s *solver) productTakes(n *expr.Mul, value *big.Rat) bool {
	bounds, most := make([]*big.Rat, len(n.Factors)), big.NewRat(1, 1)
	for i, f := range n.Factors {
		e, ok := Enclosed(f, s.sc)
		size := max(e.Hi, -e.Lo)
		if !ok || math.IsInf(size, 0) {
			return false
		}
		bounds[i] = new(big.Rat).SetFloat64(size)
		most.Mul(most, bounds[i])
	}
	if value.Sign() == 0 || most.Cmp(new(big.Rat).Abs(value)) > 0 {
		return false
	}
	for i, f := range n.Factors {
		less, more := expr.Minus(f, expr.Rational(bounds[i])), expr.Sum(f, expr.Rational(bounds[i]))
		if s.somewhere(less) && s.somewhere(more) {
			s.zeros(less)
			s.zeros(more)
			return true
		}
	}
	return false
}
