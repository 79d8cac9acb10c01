package joint

import (
	"math"
	"math/big"
	"slices"
	"strconv"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Place is all points at which a symbol has a value that the others determine. Counter, where there is one, stands in
// Value for any whole number.
type Place struct {
	Symbol  *expr.Symbol
	Value   expr.Node
	Counter *expr.Symbol
}

// The budget of one search for places.
const (
	mostSteps  = 60
	mostDegree = 8
)

// Places returns places that hold all zeros of the part, for Count all points at which the exponent is whole. Places may
// hold other points as well. It reports false where some zeros may be missing.
func (p Part) Places(sc *scope.Scope) (places []Place, all bool) {
	s := p.solved(sc)
	return withoutBars(s.places), s.all
}

// Zeros returns places that hold all zeros of n. It reports false where some may be missing, also since n is 0 in a region, where it
// makes no joint.
func Zeros(n expr.Node, sc *scope.Scope) (places []Place, all bool) {
	s := (Part{Node: n}).solved(sc)
	return withoutBars(s.places), s.all && !s.region
}

func (p Part) solved(sc *scope.Scope) solver {
	s := solver{sc: sc, left: mostSteps, all: !p.Bound && !p.Unsolved}
	n := p.Node
	if p.Kind == Count {
		s.counter = unused(n, sc)
		n = expr.Minus(n, s.counter)
	}
	if s.all {
		s.zeros(n)
	}
	return s
}

// withoutBars returns the places with u and -u for |u| and -|u| of one letter.
func withoutBars(places []Place) []Place {
	for i, p := range places {
		bars, ok := p.Value.(*expr.Call)
		if !ok || bars.Func != expr.Abs {
			continue
		}
		for j, q := range places {
			if !expr.Equal(p.Symbol, q.Symbol) || !isZero(calculus.Tidy(expr.Sum(p.Value, q.Value))) {
				continue
			}
			places[i].Value, places[j].Value = bars.Args[0], calculus.Tidy(expr.Negative(bars.Args[0]))
		}
	}
	return places
}

// unused returns a letter for any whole number that does not stand in n.
func unused(n expr.Node, sc *scope.Scope) *expr.Symbol {
	for k := 1; ; k++ {
		s := expr.Var("§" + strconv.Itoa(k))
		if !expr.Mentions(n, s) && !sc.Declares(s.Name, 0) {
			return s
		}
	}
}

type solver struct {
	sc      *scope.Scope
	counter *expr.Symbol
	places  []Place
	all     bool
	left    int
	squared int  // sums that were squared around what is solved
	region  bool // something is 0 in a region, where it makes no joint
	simple  bool // what is solved has been simplified
}

// zeros collects places that hold the zeros of n.
func (s *solver) zeros(n expr.Node) {
	s.left--
	s.sc.Meter().Spend(expr.Size(n))
	switch {
	case s.left < 0:
		s.all = false
		return
	case s.never(n):
		return
	}
	switch n := n.(type) {
	case *expr.Neg:
		s.zeros(n.X)
	case *expr.Mul:
		for _, f := range n.Factors {
			s.zeros(f)
		}
	case *expr.Div:
		s.zeros(n.Num)
	case *expr.Pow:
		s.zeros(n.Base)
	case *expr.Symbol:
		s.add(n, expr.Int(0))
	case *expr.Call:
		s.zerosOfCall(n)
	case *expr.Add:
		s.zerosOfSum(n)
	case *expr.Number, *expr.Constant:
	case *expr.Apply, *expr.Derivative, *expr.Series:
		s.all = false
	}
}

// never reports whether n is surely not 0 on the domain, or a number: a number that is 0 makes no joint, since it is 0
// everywhere.
func (s *solver) never(n expr.Node) bool {
	if r, isNumber := expr.RationalOf(n); isNumber {
		s.region = s.region || r.Sign() == 0
		return true
	}
	e, ok := enclosure(n, s.sc)
	return ok && (e.Status == eval.Undefined || !e.Contains(0))
}

// add notes that the symbol may have the value, unless its domain does not hold it.
func (s *solver) add(symbol *expr.Symbol, value expr.Node) {
	d, _ := s.sc.Domain(symbol)
	value = calculus.Tidy(value)
	if r, ok := exactly(value); ok {
		if !d.Contains(r) {
			return
		}
		value = expr.Rational(r)
	} else if e, ok := Enclosed(value, s.sc); ok && beyond(e, d) {
		return
	} else if len(expr.Symbols(value)) == 0 {
		if d.Finite() || d.Whole && ok && math.Floor(e.Lo) == math.Floor(e.Hi) && e.Lo > math.Floor(e.Lo) {
			return // none of a few, or between two whole numbers
		}
	}
	if simple, ok := algebra.Simplified(value, s.sc); ok && expr.Size(simple) < expr.Size(value) {
		value = simple
	}
	place := Place{Symbol: symbol, Value: value}
	if s.counter != nil && expr.Mentions(value, s.counter) {
		place.Counter = s.counter
	}
	s.keep(place)
}

// keep notes the place, once.
func (s *solver) keep(place Place) {
	if !slices.ContainsFunc(s.places, func(p Place) bool { return expr.Equal(p.Symbol, place.Symbol) && expr.Equal(p.Value, place.Value) }) {
		s.places = append(s.places, place)
	}
}

// beyond reports whether no number in e lies in the domain: -a does not where both are positive.
func beyond(e eval.Interval, d scope.Domain) bool {
	h := hull(d)
	below := e.Hi < h.Lo || d.Lo != nil && d.LoOpen && e.Hi <= h.Lo
	return below || e.Lo > h.Hi || d.Hi != nil && d.HiOpen && e.Lo >= h.Hi
}

func (s *solver) zerosOfCall(n *expr.Call) {
	u := n.Args[0]
	switch n.Func { //nolint:exhaustive // of the others no zeros are known
	case expr.Abs, expr.Sign, expr.Sqrt, expr.Cbrt, expr.Asin, expr.Atan, expr.Sinh, expr.Tanh, expr.Asinh, expr.Atanh, expr.Erf:
		s.zeros(u)
	case expr.Ln, expr.Log2, expr.Log10, expr.Acos, expr.Acosh:
		s.zeros(expr.Minus(u, expr.Int(1)))
	case expr.Logit:
		s.zeros(expr.Minus(u, expr.Rational(big.NewRat(1, 2))))
	case expr.Exp, expr.Sigmoid, expr.Softplus, expr.Cosh:
	case expr.Sin, expr.Tan:
		s.turns(u, expr.Int(0), 1)
	case expr.Cos, expr.Cot:
		s.turns(u, half, 1)
	case expr.Max, expr.Min:
		s.pieces(n, func(piece expr.Node) expr.Node { return piece })
	default:
		s.all = false
	}
}

var half = expr.Rational(big.NewRat(1, 2))
