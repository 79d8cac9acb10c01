package judge

import (
	"math"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// cut finds the points at which the nature of n changes.
func (s *split) cut(n expr.Node) {
	if s.failed {
		return
	}
	for _, part := range expr.Children(n) {
		s.cut(part) // what is inside first: where that has no value, or bends, is known then
	}
	switch n := n.(type) {
	case *expr.Call:
		s.cutCall(n)
	case *expr.Pow:
		switch r, ok := expr.RationalOf(n.Exp); {
		case expr.IsE(n.Base):
		case ok && (!r.IsInt() || r.Sign() <= 0):
			s.zeros(n.Base)
		case !ok:
			base := eval.Rational(n.Base)
			s.failed = s.failed || base == nil || base.Sign() <= 0
		}
	case *expr.Div:
		s.zeros(n.Den)
	case *expr.Derivative:
		s.failed = s.failed || !expr.Equal(n.Var, s.letter)
	case *expr.Apply, *expr.Series:
		s.failed = true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul:
	}
}

func (s *split) cutCall(n *expr.Call) {
	u, one := n.Args[0], expr.Int(1)
	switch n.Func { //nolint:exhaustive // the others are not known
	case expr.Sign, expr.Abs, expr.Sqrt, expr.Ln, expr.Log2, expr.Log10, expr.Cbrt:
		s.zeros(u)
	case expr.Delta:
		s.zeros(expr.Minus(u, n.Args[1]))
	case expr.Max, expr.Min:
		for i, a := range n.Args {
			for _, b := range n.Args[i+1:] {
				s.zeros(expr.Minus(a, b))
			}
		}
	case expr.Asin, expr.Acos, expr.Atanh:
		s.zeros(expr.Minus(one, u))
		s.zeros(expr.Sum(one, u))
	case expr.Acosh:
		s.zeros(expr.Minus(u, one))
	case expr.Logit:
		s.zeros(u)
		s.zeros(expr.Minus(one, u))
	case expr.Tan, expr.Sec:
		s.zeros(expr.Of(expr.Cos, u))
	case expr.Cot, expr.Csc:
		s.zeros(expr.Of(expr.Sin, u))
	case expr.Where, expr.Exp, expr.Sin, expr.Cos, expr.Sigmoid, expr.Softplus, expr.Atan, expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Erf:
	default:
		s.failed = true
	}
}

// zeros adds the points at which u is 0.
func (s *split) zeros(u expr.Node) {
	if s.failed || len(expr.Symbols(u)) == 0 || slices.ContainsFunc(s.solved, func(other expr.Node) bool { return expr.Equal(u, other) }) {
		return
	}
	if len(s.solved) >= mostSolved || expr.Contains(u, isDerivative) {
		s.failed = true
		return
	}
	u = s.p.decided(u)
	if simple, ok := algebra.Simplified(u, s.p.scope); ok && len(expr.Symbols(simple)) == 0 {
		if e, known := joint.Enclosed(simple, s.p.scope); known && !e.Contains(0) { // the same everywhere
			return
		}
	}
	found, all := s.places(u)
	s.cuts = append(s.cuts, found...)
	if all || s.betweenExtrema(u) || s.isolated(u) {
		s.solved = append(s.solved, u)
	} else {
		s.failed = true
	}
}

// mostSolved bounds how many expressions are solved for the points at which they are 0.
const mostSolved = 24

// places returns where u is 0, as far as that can be solved for. It reports false where some zeros may be missing.
func (s *split) places(u expr.Node) (found []cut, all bool) {
	places, all := joint.Part{Node: u}.Places(s.p.scope)
	for _, place := range places {
		if !expr.Equal(place.Symbol, s.letter) {
			all = false
			continue
		}
		values := []expr.Node{place.Value}
		if place.Counter != nil {
			var ok bool
			values, ok = s.counted(place)
			all = all && ok
		}
		for _, value := range values {
			c, ok := s.exactly(value)
			all = all && ok
			if ok && c.in.Hi >= s.lo && c.in.Lo <= s.hi && !s.isKnown(c) {
				found = append(found, c)
			}
		}
	}
	return found, all
}

// exactly returns the cut at a value. It reports false where that is no number.
func (s *split) exactly(value expr.Node) (cut, bool) {
	if len(expr.Symbols(value)) > 0 {
		return cut{}, false
	}
	in, ok := joint.Enclosed(value, s.p.scope)
	return cut{value: value, in: in}, ok && !math.IsInf(in.Lo, 0) && !math.IsInf(in.Hi, 0)
}

func (s *split) isKnown(c cut) bool {
	return slices.ContainsFunc(s.cuts, func(other cut) bool { return other.value != nil && expr.Equal(c.value, other.value) })
}

// counted returns the values of a place in the span, for all whole numbers that its counter may be.
func (s *split) counted(place joint.Place) ([]expr.Node, bool) {
	at := func(k int64) expr.Node {
		return calculus.Tidy(expr.Substitute(place.Value, place.Counter, expr.Int(k)))
	}
	first, ok0 := s.exactly(at(0))
	next, ok1 := s.exactly(at(1))
	if !ok0 || !ok1 || !isLinear(place.Value, place.Counter) || math.IsInf(s.hi-s.lo, 0) || !first.in.Apart(next.in) {
		return nil, false
	}
	step := next.in.Lo - first.in.Lo
	from, to := (s.lo-first.in.Lo)/step, (s.hi-first.in.Lo)/step
	from, to = math.Floor(min(from, to)), math.Ceil(max(from, to)) // what lies outside is left out by who asks
	if to-from > 2*mostCuts {
		return nil, false
	}
	var values []expr.Node
	for k := int64(from); k <= int64(to); k++ {
		values = append(values, at(k))
	}
	return values, true
}

// sort brings the cuts into their order, each once. It reports false where it is not known.
func (s *split) sort() bool {
	slices.SortStableFunc(s.cuts, func(a, b cut) int {
		switch {
		case a.in.Lo < b.in.Lo:
			return -1
		case a.in.Lo > b.in.Lo:
			return 1
		}
		return 0
	})
	all := s.cuts
	s.cuts = nil
	for _, c := range all {
		if last := len(s.cuts) - 1; last >= 0 && !s.cuts[last].in.Apart(c.in) {
			if !s.isSame(&s.cuts[last], &c) {
				return false
			}
			continue
		}
		s.cuts = append(s.cuts, c)
	}
	return true
}

// isSame reports whether the cuts are proved to be one. A cut whose value was not known takes that of the other.
func (s *split) isSame(a, b *cut) bool {
	switch {
	case a.value != nil && b.value != nil:
		return algebra.Equal(a.value, b.value, s.p.scope) == algebra.Proved
	case a.value != nil && b.of.isZero(*a, b.in):
		return true
	case b.value != nil && a.of.isZero(*b, a.in):
		*a = *b
		return true
	}
	return false
}
