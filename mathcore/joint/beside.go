package joint

import (
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// beside replaces what changes its nature at the place by what it is on one side.
type beside struct {
	*visit
	by      *expr.Symbol
	toward  int
	is      expr.Node // what there is on that side, without joints
	without bool      // there is no value on that side
	steep   bool      // a root begins on that side, whose slope nobody knows
	order   int       // how many times is derived
}

func (s *beside) call(n *expr.Call) expr.Node {
	u := calculus.Tidy(n.Args[0])
	switch n.Func { //nolint:exhaustive // the others have no joints
	case expr.Abs:
		return s.modulus(u, n)
	case expr.Sign:
		if m, ok := u.(*expr.Mul); ok {
			return s.factors(m, expr.Sign)
		}
		if sign := s.sign(u); sign != nil {
			return sign
		}
	case expr.Delta:
		if sign := s.sign(expr.Minus(u, n.Args[1])); sign != nil {
			return calculus.Tidy(expr.Minus(expr.Int(1), expr.Power(sign, expr.Int(2))))
		}
	case expr.Max, expr.Min:
		return s.greatest(n)
	case expr.Sqrt:
		if p, ok := u.(*expr.Pow); ok {
			if r, isNumber := expr.RationalOf(p.Exp); isNumber && r.IsInt() && r.Sign() > 0 && r.Num().Bit(0) == 0 {
				half := new(big.Rat).Quo(r, big.NewRat(2, 1))
				modulus := s.call(&expr.Call{Func: expr.Abs, Args: []expr.Node{p.Base}})
				return calculus.Tidy(expr.Power(modulus, expr.Rational(half)))
			}
		}
		s.edge(u)
	case expr.Cbrt:
		if s.sign(u) != nil {
			s.steep = true
		}
	case expr.Asin, expr.Acos:
		s.edge(expr.Minus(expr.Int(1), u))
		s.edge(expr.Sum(expr.Int(1), u))
	case expr.Acosh:
		s.edge(expr.Minus(u, expr.Int(1)))
	}
	return n
}

// modulus returns |u|, which is n, without bars if u is 0 at the place.
func (s *beside) modulus(u, n expr.Node) expr.Node {
	if m, ok := u.(*expr.Mul); ok {
		return s.factors(m, expr.Abs)
	}
	if sign := s.sign(u); sign != nil {
		return calculus.Tidy(expr.Product(sign, u))
	}
	return n
}

// factors applies a function that goes with products to each factor.
func (s *beside) factors(m *expr.Mul, f expr.Func) expr.Node {
	return expr.Product(expr.Mapped(m.Factors, func(u expr.Node) expr.Node {
		return s.call(&expr.Call{Func: f, Args: []expr.Node{u}})
	})...)
}

// edge notes that there is no value where u is negative. Where u is 0 at the place and positive beside it nothing is known
// of slopes.
func (s *beside) edge(u expr.Node) {
	sign := s.sign(u)
	switch {
	case sign == nil:
	case expr.Is(sign, 1):
		s.steep = true
	case expr.Is(sign, -1):
		s.without = true
	default:
		s.ok = false
	}
}

// greatest settles a greatest or least value: of two that meet at the place one is left.
func (s *beside) greatest(n *expr.Call) expr.Node {
	args := flattened(n, n.Func, nil)
	for i := 0; i < len(args); i++ {
		for j := i + 1; j < len(args); j++ {
			difference := calculus.Tidy(expr.Minus(args[i], args[j]))
			sign := s.sign(difference)
			if sign == nil && !expr.Equal(args[i], args[j]) {
				continue
			}
			args[i] = s.greater(n.Func, args[i], args[j], difference, sign)
			args = slices.Delete(args, j, j+1)
			j--
		}
	}
	if len(args) == 1 {
		return args[0]
	}
	return expr.Of(n.Func, args...)
}

// greater returns the greater of two, or the lesser, by the sign of their difference.
func (s *beside) greater(f expr.Func, a, b, difference, sign expr.Node) expr.Node {
	if sign == nil { // they are the same
		return a
	}
	if r, isNumber := exactly(sign); isNumber && (r.Sign() >= 0) == (f == expr.Max) {
		return a
	} else if isNumber {
		return b
	}
	distance := expr.Product(sign, difference)
	if f == expr.Min {
		distance = expr.Product(expr.Int(-1), sign, difference)
	}
	return calculus.Tidy(expr.Quotient(expr.Sum(a, b, distance), expr.Int(2)))
}

// flattened returns what the greatest is sought of, also inside.
func flattened(n expr.Node, f expr.Func, args []expr.Node) []expr.Node {
	if c, ok := n.(*expr.Call); ok && c.Func == f {
		for _, a := range c.Args {
			args = flattened(a, f, args)
		}
		return args
	}
	return append(args, n)
}

// mostOrders bounds how many derivatives at the place are tried to see where something goes from zero.
const mostOrders = 4

// sign returns the sign of u on that side, close to the place, if u is 0 there: a number, or that of its slope if u is linear.
// It is nil if u does not depend on the variable or is not 0 there. Where it is neither surely, or the slope is not, it is taken
// not to be 0.
func (s *beside) sign(u expr.Node) expr.Node {
	if !s.ok || !expr.Mentions(u, s.by) {
		return nil
	}
	at := s.slope(u, s.by, 0)
	if e, ok := Enclosed(at, s.sc); ok && !e.Contains(0) {
		return nil
	}
	if !s.proved(at, expr.Int(0)) {
		s.ok = s.takeApart(at)
		return nil
	}
	sign := int64(1)
	for order := 1; order <= mostOrders && s.ok; order++ {
		sign *= int64(s.toward)
		slope := s.slope(u, s.by, order)
		e, ok := Enclosed(slope, s.sc)
		switch {
		case !ok:
			s.ok = false
		case e.Lo > 0:
			return expr.Int(sign)
		case e.Hi < 0:
			return expr.Int(-sign)
		case order == 1 && s.isLinear(u):
			return calculus.Tidy(expr.Product(expr.Int(sign), expr.Of(expr.Sign, slope)))
		case !s.proved(slope, expr.Int(0)):
			if s.ok = s.takeApart(slope); s.ok {
				return calculus.Tidy(expr.Product(expr.Int(sign), expr.Of(expr.Sign, slope)))
			}
		}
	}
	s.ok = false
	return nil
}

// isLinear reports whether u is linear in the variable.
func (s *beside) isLinear(u expr.Node) bool {
	second, ok := calculus.Resolve(&expr.Derivative{Var: s.by, Body: u, Order: 2}, s.sc)
	return ok && isZero(calculus.Tidy(second))
}

// withoutRoots returns n with √(u)^4 as u^2 where u is never negative, and with cbrt(u)^3 as u.
func (s *beside) withoutRoots(n expr.Node) expr.Node {
	return expr.Map(n, func(n expr.Node) expr.Node {
		p, ok := n.(*expr.Pow)
		if !ok {
			return n
		}
		c, isCall := p.Base.(*expr.Call)
		r, isNumber := expr.RationalOf(p.Exp)
		if third := big.NewRat(1, 3); isCall && c.Func == expr.Cbrt && isNumber && r.Sign() > 0 && new(big.Rat).Mul(r, third).IsInt() {
			return calculus.Tidy(expr.Power(c.Args[0], expr.Rational(new(big.Rat).Mul(r, third))))
		}
		if !isCall || c.Func != expr.Sqrt || !isNumber || r.Sign() <= 0 || !algebra.NeverNegative(c.Args[0], s.sc) {
			return n
		}
		return calculus.Tidy(expr.Power(c.Args[0], expr.Rational(new(big.Rat).Quo(r, big.NewRat(2, 1)))))
	})
}

// node replaces what changes its nature in n.
func (s *beside) node(n expr.Node) expr.Node {
	return expr.Map(s.withoutRoots(n), func(n expr.Node) expr.Node {
		switch n := n.(type) {
		case *expr.Call:
			return s.call(n)
		case *expr.Pow:
			if r, isNumber := exactly(n.Exp); isNumber && !r.IsInt() {
				steep := s.steep
				s.edge(n.Base)
				if s.order > 0 && r.Cmp(big.NewRat(int64(s.order), 1)) > 0 {
					s.steep = steep // it begins flat: its slopes there are 0, as the rules say
				}
			} else if !isNumber && expr.Mentions(n.Base, s.by) && !IsWhole(n.Exp, s.sc, nil) {
				s.edge(n.Base)
			}
		case *expr.Derivative:
			// The body is what it is on that side around each point close to the place, so that the rules hold there for other
			// letters, too, unless what they meet says nothing of this one.
			if !expr.Equal(n.Var, s.by) && slices.ContainsFunc(Open(n, s.sc), func(q Part) bool { return !expr.Mentions(q.Node, s.by) }) {
				return s.fail(n)
			}
		case *expr.Series:
			if expr.Mentions(n, s.by) || len(s.by.Index) > 0 && mentionsFamily(n, s.by) {
				return s.fail(n)
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply:
		}
		return n
	})
}
