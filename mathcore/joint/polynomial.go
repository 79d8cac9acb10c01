package joint

import (
	"math/big"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// polynomial solves a polynomial in one letter with rational coefficients: its rational roots, and those of the second
// degree that are left then. It reports false where n is none, or where roots are left that it does not find.
func (s *solver) polynomial(n expr.Node, v *expr.Symbol) bool {
	coefficients, ok := s.coefficients(n, v)
	if !ok {
		return false
	}
	for len(coefficients) > 1 && coefficients[0].Sign() == 0 {
		s.add(v, expr.Int(0))
		coefficients = coefficients[1:]
	}
	if len(coefficients) > 3 {
		coefficients = squarefree(coefficients)
	}
	for len(coefficients) > 3 {
		root, ok := rationalRoot(coefficients)
		if !ok {
			return s.rootsOfSquare(coefficients, v) || rootless(coefficients)
		}
		s.add(v, expr.Rational(root))
		coefficients = deflated(coefficients, root)
	}
	switch len(coefficients) {
	case 2:
		s.add(v, expr.Rational(new(big.Rat).Neg(new(big.Rat).Quo(coefficients[0], coefficients[1]))))
	case 3:
		s.rootsOfSecond(coefficients, v)
	}
	return true
}

// coefficients returns those of n by the values of its derivatives at 0, the constant one first.
func (s *solver) coefficients(n expr.Node, v *expr.Symbol) ([]*big.Rat, bool) {
	if expr.Contains(n, func(n expr.Node) bool { return expr.Mentions(n, v) && !isWholeFunction(n) }) {
		return nil, false
	}
	var all []*big.Rat
	factorial := big.NewRat(1, 1)
	for k := int64(0); k <= mostDegree; k++ {
		if k > 0 {
			factorial = new(big.Rat).Mul(factorial, big.NewRat(k, 1))
		}
		at0, ok := exactly(expr.Substitute(n, v, expr.Int(0)))
		if !ok {
			return nil, false
		}
		all = append(all, new(big.Rat).Quo(at0, factorial))
		if !expr.Mentions(n, v) {
			return trimmed(all), true
		}
		if n, ok = calculus.Resolve(&expr.Derivative{Var: v, Body: n, Order: 1}, s.sc); !ok {
			return nil, false
		}
		n = calculus.Tidy(n)
	}
	return nil, false
}

// isWholeFunction reports whether n is made of its parts by sums, products and powers with numbers as exponents.
func isWholeFunction(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Pow:
		_, number := expr.RationalOf(n.Exp)
		return number
	case *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		return false
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div:
	}
	return true
}

func trimmed(p []*big.Rat) []*big.Rat {
	for len(p) > 0 && p[len(p)-1].Sign() == 0 {
		p = p[:len(p)-1]
	}
	return p
}

// largestRoot bounds numerators and denominators of the rational roots that are tried.
const largestRoot = 12

// rationalRoot returns a root with a small numerator and denominator.
func rationalRoot(p []*big.Rat) (*big.Rat, bool) {
	for den := int64(1); den <= largestRoot; den++ {
		for num := int64(1); num <= largestRoot; num++ {
			for _, r := range []*big.Rat{big.NewRat(num, den), big.NewRat(-num, den)} {
				if valueAt(p, r).Sign() == 0 {
					return r, true
				}
			}
		}
	}
	return nil, false
}

func valueAt(p []*big.Rat, x *big.Rat) *big.Rat {
	v := new(big.Rat)
	for _, c := range slices.Backward(p) {
		v.Add(v.Mul(v, x), c)
	}
	return v
}

// deflated returns p divided by v - root.
func deflated(p []*big.Rat, root *big.Rat) []*big.Rat {
	q := make([]*big.Rat, len(p)-1)
	rest := new(big.Rat)
	for i := len(q) - 1; i >= 0; i-- {
		rest = new(big.Rat).Add(p[i+1], new(big.Rat).Mul(rest, root))
		q[i] = rest
	}
	return q
}

// rootsOfSecond adds the real roots of c + b v + a v².
func (s *solver) rootsOfSecond(p []*big.Rat, v *expr.Symbol) {
	c, b, a := p[0], p[1], p[2]
	middle := new(big.Rat).Quo(b, new(big.Rat).Mul(big.NewRat(-2, 1), a))
	under := new(big.Rat).Mul(middle, middle)
	under.Sub(under, new(big.Rat).Quo(c, a))
	if under.Sign() < 0 {
		return
	}
	root := rootOf(under)
	s.add(v, expr.Sum(expr.Rational(middle), root))
	s.add(v, expr.Minus(expr.Rational(middle), root))
}

// rootsOfSquare adds the real roots of c + b v² + a v⁴. It reports false where the polynomial is none such.
func (s *solver) rootsOfSquare(p []*big.Rat, v *expr.Symbol) bool {
	if len(p) != 5 || p[1].Sign() != 0 || p[3].Sign() != 0 {
		return false
	}
	square := solver{sc: s.sc, all: true}
	square.rootsOfSecond([]*big.Rat{p[0], p[2], p[4]}, expr.Var("§0"))
	for _, place := range square.places {
		if e, ok := Enclosed(place.Value, s.sc); ok && e.Hi < 0 {
			continue
		}
		root := expr.Of(expr.Sqrt, place.Value)
		if r, ok := exactly(place.Value); ok {
			root = rootOf(r)
		}
		s.add(v, root)
		s.add(v, expr.Negative(root))
	}
	return true
}

// rootOf returns the square root of r, as a number if it is one.
func rootOf(r *big.Rat) expr.Node {
	num, den := new(big.Int).Sqrt(r.Num()), new(big.Int).Sqrt(r.Denom())
	root := new(big.Rat).SetFrac(num, den)
	if new(big.Rat).Mul(root, root).Cmp(r) == 0 {
		return expr.Rational(root)
	}
	return expr.Of(expr.Sqrt, expr.Rational(r))
}

// peeled solves f(u) + c with a rational c for what f(u) must be then. It reports false where it cannot.
func (s *solver) peeled(n *expr.Add) bool {
	value := new(big.Rat)
	var rest expr.Node
	for _, t := range n.Terms {
		if r, ok := exactly(t); ok {
			value.Sub(value, r)
			continue
		}
		if rest != nil {
			return false
		}
		rest = t
	}
	if rest == nil {
		return true
	}
	inner, factor := withoutFactor(rest)
	if factor.Sign() == 0 {
		return false
	}
	value.Quo(value, factor)
	return s.takes(inner, value)
}

// withoutFactor returns n without its sign and its rational factors.
func withoutFactor(n expr.Node) (expr.Node, *big.Rat) {
	switch n := n.(type) {
	case *expr.Neg:
		inner, factor := withoutFactor(n.X)
		return inner, factor.Neg(factor)
	case *expr.Mul:
		factor := big.NewRat(1, 1)
		var others []expr.Node
		for _, f := range n.Factors {
			if r, ok := exactly(f); ok {
				factor.Mul(factor, r)
				continue
			}
			others = append(others, f)
		}
		if len(others) == 1 {
			inner, more := withoutFactor(others[0])
			return inner, factor.Mul(factor, more)
		}
	case *expr.Div:
		if r, ok := exactly(n.Den); ok && r.Sign() != 0 {
			inner, factor := withoutFactor(n.Num)
			return inner, factor.Quo(factor, r)
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	return n, big.NewRat(1, 1)
}

// takes collects the places at which n has the value.
func (s *solver) takes(n expr.Node, value *big.Rat) bool {
	switch n := n.(type) {
	case *expr.Pow:
		if expr.IsE(n.Base) {
			return s.exponentTakes(n.Exp, value)
		}
		if expr.Is(n.Exp, 2) {
			if value.Sign() >= 0 {
				root := rootOf(value)
				s.zeros(expr.Minus(n.Base, root))
				s.zeros(expr.Sum(n.Base, root))
			}
			return true
		}
		if k, ok := expr.RationalOf(n.Exp); ok && k.IsInt() && k.Sign() > 0 {
			s.powerTakes(n.Base, k, value)
			return true
		}
	case *expr.Call:
		return s.callTakes(n, value)
	case *expr.Add:
		s.zeros(expr.Sum(append(slices.Clone(n.Terms), expr.Rational(value.Neg(value)))...))
		return true
	case *expr.Mul:
		return s.productTakes(n, value)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// powerTakes collects the places at which u^k has the value, for a whole k above 0.
func (s *solver) powerTakes(u expr.Node, k, value *big.Rat) {
	root := expr.Power(expr.Rational(new(big.Rat).Abs(value)), expr.Rational(new(big.Rat).Inv(k)))
	odd := k.Num().Bit(0) == 1
	switch {
	case value.Sign() == 0:
		s.zeros(u)
	case odd && value.Sign() < 0:
		s.zeros(expr.Sum(u, root))
	case odd:
		s.zeros(expr.Minus(u, root))
	case value.Sign() > 0:
		s.zeros(expr.Minus(u, root))
		s.zeros(expr.Sum(u, root))
	}
}

func (s *solver) exponentTakes(u expr.Node, value *big.Rat) bool {
	switch {
	case value.Sign() <= 0:
	case value.Cmp(one) == 0:
		s.zeros(u)
	default:
		s.zeros(expr.Minus(u, expr.Of(expr.Ln, expr.Rational(value))))
	}
	return true
}

var one = big.NewRat(1, 1)

func (s *solver) callTakes(n *expr.Call, value *big.Rat) bool {
	u, v := n.Args[0], expr.Rational(value)
	switch n.Func { //nolint:exhaustive // of the others nothing is known
	case expr.Exp:
		return s.exponentTakes(u, value)
	case expr.Ln:
		s.zeros(expr.Minus(u, expr.Of(expr.Exp, v)))
	case expr.Sqrt:
		if value.Sign() >= 0 {
			s.zeros(expr.Minus(u, expr.Rational(new(big.Rat).Mul(value, value))))
		}
	case expr.Cbrt:
		s.zeros(expr.Minus(u, expr.Power(v, expr.Int(3))))
	case expr.Cosh:
		if value.Cmp(one) != 0 {
			return value.Cmp(one) < 0
		}
		s.zeros(u)
	case expr.Sec, expr.Csc:
		if value.Sign() == 0 {
			return true
		}
		f := expr.Cos
		if n.Func == expr.Csc {
			f = expr.Sin
		}
		return s.callTakes(&expr.Call{Func: f, Args: n.Args}, new(big.Rat).Inv(value))
	case expr.Sin, expr.Cos, expr.Tan, expr.Cot:
		s.angleTakes(n.Func, u, value)
	default:
		return false
	}
	return true
}
