package joint

import (
	"cmp"
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// pieces collects the places at which a choice between values meets another one, and the zeros of all its values as they
// stand in a larger expression.
func (s *solver) pieces(n *expr.Call, in func(piece expr.Node) expr.Node) {
	for i, a := range n.Args {
		s.zeros(in(a))
		for _, b := range n.Args[i+1:] {
			s.zeros(expr.Minus(a, b))
		}
	}
}

func (s *solver) zerosOfSum(n *expr.Add) {
	if choice := choiceIn(n); choice != nil {
		s.zerosOfChoices(n, choice)
		return
	}
	symbols := expr.Symbols(n)
	if s.counter != nil {
		symbols = slices.DeleteFunc(symbols, func(v *expr.Symbol) bool { return expr.Equal(v, s.counter) })
	}
	slices.SortStableFunc(symbols, func(a, b *expr.Symbol) int { // those that count are solved for if nothing else is left
		return cmp.Compare(s.freedom(a), s.freedom(b))
	})
	if s.ofLogarithms(n) || s.ofAngles(n) || s.ofExponentials(n) || s.ofSquares(n) || s.atBounds(n) || slices.ContainsFunc(symbols, func(v *expr.Symbol) bool { return divides(n, v) }) && s.simplified(n) {
		return
	}
	var slopes []expr.Node
	for _, v := range slices.Backward(symbols) {
		slope, ok := s.slope(n, v)
		if !ok {
			s.all = false
			return
		}
		slopes = append(slopes, slope)
		if r, isNumber := expr.RationalOf(slope); isNumber && r.Sign() != 0 && !divides(n, v) {
			s.add(v, expr.Negative(expr.Quotient(expr.Substitute(n, v, expr.Int(0)), slope)))
			return
		}
	}
	rooted := rootIn(n) != nil // then what is solved without squaring holds fewer other points
	if len(symbols) == 1 && s.polynomial(n, symbols[0]) || s.peeled(n) || rooted && s.linear(n, symbols, slopes) || s.rooted(n) || s.simplified(n) ||
		s.linear(n, symbols, slopes) {
		return
	}
	for _, v := range slices.Backward(symbols) {
		if !divides(n, v) && s.quadratic(n, v) {
			return
		}
	}
	s.all = false
}

// linear solves for a letter in which n is linear; slopes are those by the symbols, the last first.
func (s *solver) linear(n expr.Node, symbols []*expr.Symbol, slopes []expr.Node) bool {
	for i, v := range slices.Backward(symbols) {
		slope := slopes[len(symbols)-1-i]
		if expr.Mentions(slope, v) || isZero(slope) || divides(n, v) {
			continue
		}
		s.add(v, expr.Negative(expr.Quotient(expr.Substitute(n, v, expr.Int(0)), slope)))
		s.zeros(slope)
		return true
	}
	return false
}

// divides reports whether n may lack a value where v is 0, so that it is not known by its slope and by what it is there.
func divides(n expr.Node, v *expr.Symbol) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Div:
			return expr.Mentions(n.Den, v)
		case *expr.Pow:
			r, ok := expr.RationalOf(n.Exp)
			return !expr.IsE(n.Base) && (!ok || r.Sign() <= 0) && expr.Mentions(n, v)
		case *expr.Call:
			switch n.Func { //nolint:exhaustive // the others have a value at 0
			case expr.Ln, expr.Log2, expr.Log10, expr.LogBase, expr.Logit, expr.Csc, expr.Cot, expr.Acosh:
				return expr.Mentions(n, v)
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Apply, *expr.Derivative, *expr.Series:
		}
		return false
	})
}

// freedom returns 1 for letters that run through intervals, and 0 for the others.
func (s *solver) freedom(v *expr.Symbol) int {
	if d, _ := s.sc.Domain(v); d.Whole || d.Finite() {
		return 0
	}
	return 1
}

func isZero(n expr.Node) bool {
	r, ok := expr.RationalOf(n)
	return ok && r.Sign() == 0
}

// ofSquares solves a sum of terms none of which is ever negative: it is 0 where all are.
func (s *solver) ofSquares(n *expr.Add) bool {
	for _, t := range n.Terms {
		if e, ok := Enclosed(t, s.sc); !ok || e.Lo < 0 {
			return false
		}
	}
	return s.anyOf(n.Terms)
}

// somewhere reports whether n is surely not 0 at some point: then it is 0 on lines or at points at most, since it has no
// choices.
func (s *solver) somewhere(n expr.Node) bool {
	symbols := expr.Symbols(n)
	p, ok := eval.CompileUnder(s.sc.Meter(), n, symbols)
	if !ok || len(symbols) == 0 {
		return false
	}
	box := make([]eval.Interval, len(symbols))
	for _, first := range []float64{0.75, -1.25, 3.5} {
		for i := range box {
			x := first + 0.5*float64(i)
			box[i] = eval.Interval{Lo: x, Hi: x}
		}
		if e := p.Enclose(box); e.Status == eval.Defined && !e.Contains(0) {
			return true
		}
	}
	return false
}

// choiceIn returns a part of n that is one of several values: |u|, a sign, a greatest or least.
func choiceIn(n expr.Node) *expr.Call {
	var found *expr.Call
	expr.Walk(n, func(n expr.Node) bool {
		c, ok := n.(*expr.Call)
		if found == nil && ok && (c.Func == expr.Abs || c.Func == expr.Max || c.Func == expr.Min || c.Func == expr.Sign) {
			found = c
		}
		return found == nil
	})
	return found
}

// zerosOfChoices puts every value in for the choice.
func (s *solver) zerosOfChoices(n expr.Node, choice *expr.Call) {
	in := func(piece expr.Node) expr.Node {
		return expr.Map(n, func(n expr.Node) expr.Node {
			if expr.Equal(n, choice) {
				return piece
			}
			return n
		})
	}
	u := choice.Args[0]
	switch choice.Func { //nolint:exhaustive // choiceIn returns no other
	case expr.Abs:
		s.zeros(u)
		s.zeros(in(u))
		s.zeros(in(expr.Negative(u)))
	case expr.Sign:
		s.zeros(u)
		for k := range int64(3) {
			s.zeros(in(expr.Int(k - 1)))
		}
	default:
		s.pieces(choice, in)
	}
}

// simplified solves what n comes to when like terms meet, if that is another expression.
func (s *solver) simplified(n *expr.Add) bool {
	simple, ok := algebra.Simplified(n, s.sc)
	if s.simple || !ok || expr.Size(simple) > mostNodes {
		return false
	}
	s.simple = true
	s.zeros(simple)
	s.simple = false
	return true
}

// quadratic solves for v, in which n is of the second degree with a number as its leading coefficient.
func (s *solver) quadratic(n expr.Node, v *expr.Symbol) bool {
	second, ok := calculus.Resolve(&expr.Derivative{Var: v, Body: n, Order: 2}, s.sc)
	first, okFirst := calculus.Resolve(&expr.Derivative{Var: v, Body: n, Order: 1}, s.sc)
	if !ok || !okFirst {
		return false
	}
	twice, isNumber := expr.RationalOf(calculus.Tidy(second))
	if !isNumber || twice.Sign() == 0 {
		return false
	}
	b, c := expr.Substitute(first, v, expr.Int(0)), expr.Substitute(n, v, expr.Int(0))
	root := expr.Of(expr.Sqrt, expr.Minus(expr.Power(b, expr.Int(2)), expr.Product(expr.Int(2), expr.Rational(twice), c)))
	for _, r := range []expr.Node{root, expr.Negative(root)} {
		s.add(v, expr.Quotient(expr.Sum(expr.Negative(b), r), expr.Rational(twice)))
	}
	return true
}

// ofExponentials solves a difference of two exponentials, one of which may be a number: where e^a - e^b is 0, a is b. It reports
// false where n is none.
func (s *solver) ofExponentials(n *expr.Add) bool {
	if len(n.Terms) != 2 {
		return false
	}
	a, negativeA := expr.Unsigned(n.Terms[0])
	b, negativeB := expr.Unsigned(n.Terms[1])
	u, okA := exponentOf(a)
	v, okB := exponentOf(b)
	if negativeA == negativeB || !okA || !okB || len(expr.Symbols(u)) == 0 && len(expr.Symbols(v)) == 0 {
		return false
	}
	s.zeros(expr.Minus(u, v))
	return true
}

// exponentOf returns the exponent of an exponential.
func exponentOf(n expr.Node) (expr.Node, bool) {
	if p, ok := n.(*expr.Pow); ok && expr.IsE(p.Base) {
		return p.Exp, true
	}
	if c, ok := n.(*expr.Call); ok && c.Func == expr.Exp {
		return c.Args[0], true
	}
	return expr.Int(1), expr.IsE(n)
}

// ofLogarithms solves a sum of logarithms and numbers: where ln a - ln b is 0, a is b. It reports false where something else
// stands in the sum.
func (s *solver) ofLogarithms(n *expr.Add) bool {
	var above, below []expr.Node
	held := 0
	for _, t := range n.Terms {
		t, negative := expr.Unsigned(t)
		side := &above
		if negative {
			side = &below
		}
		switch c, ok := t.(*expr.Call); {
		case ok && c.Func == expr.Ln:
			*side = append(*side, c.Args[0])
			if len(expr.Symbols(t)) > 0 {
				held++
			}
		case len(expr.Symbols(t)) == 0:
			*side = append(*side, expr.Of(expr.Exp, t))
		default:
			return false
		}
	}
	if held == 0 {
		return false
	}
	s.zeros(expr.Minus(expr.Product(above...), expr.Product(below...)))
	return true
}

// ofAngles solves c f(u) + d for what u must be, where f is asin, acos or atan, c is rational and no letter stands in d: asin u is d
// at most where u is sin d. It reports false where something else stands in the sum.
func (s *solver) ofAngles(n *expr.Add) bool {
	var angle *expr.Call
	var back expr.Func
	var factor *big.Rat
	var rest []expr.Node
	for _, t := range n.Terms {
		if len(expr.Symbols(t)) == 0 {
			rest = append(rest, t)
			continue
		}
		inner, c := withoutFactor(t)
		call, ok := inner.(*expr.Call)
		if !ok || angle != nil || c.Sign() == 0 {
			return false
		}
		if back, ok = insideOf(call.Func); !ok {
			return false
		}
		angle, factor = call, c
	}
	if angle == nil {
		return false
	}
	value := expr.Quotient(expr.Negative(expr.Sum(rest...)), expr.Rational(factor))
	if simple, ok := algebra.Simplified(value, s.sc); ok {
		value = simple
	}
	at := expr.Of(back, value)
	if simple, ok := algebra.Simplified(at, s.sc); ok {
		at = simple
	}
	s.zeros(expr.Minus(angle.Args[0], at))
	return true
}

// insideOf returns the function whose inverse f is on the main branch, and whether f is asin, acos or atan.
func insideOf(f expr.Func) (g expr.Func, isAngle bool) {
	switch f { //nolint:exhaustive // the others give no angle
	case expr.Asin:
		return expr.Sin, true
	case expr.Acos:
		return expr.Cos, true
	case expr.Atan:
		return expr.Tan, true
	}
	return 0, false
}
