package joint

import (
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// turns collects the places at which u is π·(from + by·k) for a whole k.
func (s *solver) turns(u, from expr.Node, by int64) {
	if by == 1 { // even and odd turns apart: signs and cosines are known for each
		s.turns(u, from, 2)
		s.turns(u, expr.Sum(from, expr.Int(1)), 2)
		return
	}
	s.counted(u, func(counter expr.Node) expr.Node {
		return expr.Product(&expr.Constant{Name: expr.Pi}, expr.Sum(from, expr.Product(expr.Int(by), counter)))
	})
}

// turned collects the places at which u is the angle and π·by·k for a whole k.
func (s *solver) turned(u, angle expr.Node, by int64) {
	pi := &expr.Constant{Name: expr.Pi}
	if simple, ok := algebra.Simplified(expr.Quotient(angle, pi), s.sc); ok && eval.Rational(simple) != nil {
		s.turns(u, simple, by)
		return
	}
	if by == 1 {
		s.turned(u, angle, 2)
		s.turned(u, expr.Sum(angle, pi), 2)
		return
	}
	s.counted(u, func(counter expr.Node) expr.Node { return expr.Sum(angle, expr.Product(pi, expr.Int(by), counter)) })
}

// counted collects the places at which u is what is made of a counter, for any whole number that it may be.
func (s *solver) counted(u expr.Node, made func(counter expr.Node) expr.Node) {
	if s.counter != nil || len(expr.Symbols(u)) == 0 {
		s.all = s.all && len(expr.Symbols(u)) == 0
		return
	}
	s.counter = unused(u, s.sc)
	s.zeros(expr.Minus(u, made(s.counter)))
	s.counter = nil
}

// angleTakes collects the places at which the sine, cosine, tangent or cotangent of u has the value.
func (s *solver) angleTakes(f expr.Func, u expr.Node, value *big.Rat) {
	v, pi := expr.Rational(value), &expr.Constant{Name: expr.Pi}
	if f == expr.Cot {
		s.turned(u, expr.Minus(expr.Product(half, pi), expr.Of(expr.Atan, v)), 1)
		return
	}
	if f == expr.Tan {
		s.turned(u, expr.Of(expr.Atan, v), 1)
		return
	}
	size := new(big.Rat).Abs(value)
	if size.Cmp(one) > 0 {
		return
	}
	if value.IsInt() {
		s.anglesOf(f, u, value.Num().Int64())
		return
	}
	first := expr.Of(expr.Acos, v)
	second := expr.Negative(first)
	if f == expr.Sin {
		first = expr.Of(expr.Asin, v)
		second = expr.Minus(pi, first)
	}
	s.turned(u, first, 2)
	s.turned(u, second, 2)
}

// anglesOf collects the places at which sin u or cos u is -1, 0 or 1.
func (s *solver) anglesOf(f expr.Func, u expr.Node, value int64) {
	switch {
	case value == 0 && f == expr.Sin:
		s.turns(u, expr.Int(0), 1)
	case value == 0:
		s.turns(u, half, 1)
	case value == 1 && f == expr.Sin:
		s.turns(u, half, 2)
	case value == -1 && f == expr.Sin:
		s.turns(u, expr.Negative(half), 2)
	case value == 1:
		s.turns(u, expr.Int(0), 2)
	case value == -1:
		s.turns(u, expr.Int(1), 2)
	}
}
