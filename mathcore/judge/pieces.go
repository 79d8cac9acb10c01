package judge

import (
	"math"
	"math/big"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// Two sides in which one letter stands are compared piece by piece: between the points at which something that a sign is taken of, or
// that is divided by, or that must not be negative, is 0, all of that keeps its sign, so that every choice is made. At the points
// themselves the sides are compared as at joints.

// A split cuts the domain of a letter into pieces.
type split struct {
	p      *pair
	letter *expr.Symbol
	at     []joint.Place
	where  []eval.Interval // around the points, in the same order
	failed bool
}

// byPieces compares the sides piece by piece. It reports false where that is not possible.
func (p *pair) byPieces(t *trial) (Verdict, bool) {
	letters := expr.Symbols(p.left, p.right)
	if len(letters) != 1 || len(p.scope.Conditions()) > 0 || len(p.kind) > 0 || p.depth >= jointDepth {
		return Verdict{}, false
	}
	d, _ := p.scope.Domain(letters[0])
	if d.Finite() || d.Whole || len(letters[0].Index) > 0 || !eitherContains(p.left, p.right, chooses) {
		return Verdict{}, false
	}
	s := split{p: p, letter: letters[0]}
	for _, n := range []expr.Node{p.left, p.right, p.standing.left, p.standing.right} {
		s.cut(n)
	}
	if s.failed || !s.sort() || len(s.at) > mostJoints {
		return Verdict{}, false
	}
	equal, nowhere := t.both > 0, t.both == 0
	for i := range len(s.at) + 1 {
		piece, inside, ok := s.piece(i, d)
		if !ok || inside && !s.same(piece) {
			return Verdict{}, false
		}
		nowhere = nowhere && !inside
	}
	for _, place := range s.at {
		switch v := p.at(place); v.Relation {
		case Equal:
			equal = true
		case Different:
			v.Witness = p.told(place, v.Witness)
			return v, v.Witness != nil
		case Unsure, Unreadable:
			return Verdict{}, false
		case Undefined:
		}
	}
	if nowhere && !equal {
		return t.undefined(), true
	}
	return Verdict{Relation: Equal, Evidence: Exact}, equal
}

// chooses reports whether n is one of several values.
func chooses(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	if !ok {
		return false
	}
	switch c.Func { //nolint:exhaustive // the others choose nothing
	case expr.Sign, expr.Abs, expr.Delta, expr.Max, expr.Min, expr.Where:
		return true
	}
	return false
}

// cut finds the points at which the nature of n changes.
func (s *split) cut(n expr.Node) {
	expr.Walk(n, func(n expr.Node) bool {
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
		return !s.failed
	})
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
	case expr.Where, expr.Exp, expr.Sin, expr.Cos, expr.Sigmoid, expr.Softplus, expr.Atan, expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Erf:
	default:
		s.failed = true
	}
}

// zeros adds the points at which u is 0.
func (s *split) zeros(u expr.Node) {
	if s.failed || len(expr.Symbols(u)) == 0 {
		return
	}
	if expr.Contains(u, isDerivative) {
		s.failed = true
		return
	}
	places, all := joint.Part{Node: u}.Places(s.p.scope)
	for _, place := range places {
		if !expr.Equal(place.Symbol, s.letter) || place.Counter != nil || len(expr.Symbols(place.Value)) > 0 {
			all = false
			break
		}
		known := func(other joint.Place) bool { return expr.Equal(other.Value, place.Value) }
		if !slices.ContainsFunc(s.at, known) {
			s.at = append(s.at, place)
		}
	}
	s.failed = !all || len(s.at) > 2*mostJoints
}

// sort brings the points into their order, each once. It reports false where it is not known.
func (s *split) sort() bool {
	type around struct {
		place joint.Place
		in    eval.Interval
	}
	var all []around
	for _, place := range s.at {
		in, ok := joint.Enclosed(place.Value, s.p.scope)
		if !ok || math.IsInf(in.Lo, 0) || math.IsInf(in.Hi, 0) {
			return false
		}
		all = append(all, around{place, in})
	}
	slices.SortStableFunc(all, func(a, b around) int {
		switch {
		case a.in.Lo < b.in.Lo:
			return -1
		case a.in.Lo > b.in.Lo:
			return 1
		}
		return 0
	})
	s.at = s.at[:0]
	for _, a := range all {
		if last := len(s.at) - 1; last >= 0 && !s.where[last].Apart(a.in) {
			if algebra.Equal(s.at[last].Value, a.place.Value, s.p.scope) != algebra.Proved {
				return false
			}
			continue
		}
		s.at, s.where = append(s.at, a.place), append(s.where, a.in)
	}
	return true
}

// A piece is what lies between two of the points: a number inside, and the sides with every choice made.
type piece struct {
	left, right expr.Node
	scope       *scope.Scope
}

// piece returns what lies before the i-th point, or behind the last. Inside is false where the domain holds nothing of it, or a side
// has no value there.
func (s *split) piece(i int, d scope.Domain) (made piece, inside, ok bool) {
	lo, hi := math.Inf(-1), math.Inf(1)
	domain := scope.Domain{LoOpen: true, HiOpen: true}
	if i > 0 {
		lo = s.where[i-1].Hi
		domain.Lo = new(big.Rat).SetFloat64(s.where[i-1].Lo)
	} else if d.Lo != nil {
		lo, _ = d.Lo.Float64()
		domain.Lo = d.Lo
	}
	if i < len(s.at) {
		hi = s.where[i].Lo
		domain.Hi = new(big.Rat).SetFloat64(s.where[i].Hi)
	} else if d.Hi != nil {
		hi, _ = d.Hi.Float64()
		domain.Hi = d.Hi
	}
	middle := somewhereBetween(lo, hi)
	if middle == nil || !d.Contains(middle) {
		return made, false, lo >= hi
	}
	made.scope = s.p.scope.Clone()
	made.scope.Declare(s.letter, domain)
	c := choices{letter: s.letter, at: middle, sc: s.p.scope, ok: true}
	made.left, made.right = c.make(guarded(s.p.left, s.p.guards.left)), c.make(guarded(s.p.right, s.p.guards.right))
	derives := eitherContains(s.p.standing.left, s.p.standing.right, isDerivative)
	return made, !c.nowhere, c.ok && (!c.nowhere || !derives)
}

// somewhereBetween returns a number between two others, which may be infinite; nil where there is none.
func somewhereBetween(lo, hi float64) *big.Rat {
	switch {
	case math.IsInf(lo, -1) && math.IsInf(hi, 1):
		return new(big.Rat)
	case math.IsInf(lo, -1):
		return shortBetween(hi-2-math.Abs(hi)/2, hi)
	case math.IsInf(hi, 1):
		return shortBetween(lo, lo+2+math.Abs(lo)/2)
	}
	return shortBetween(lo, hi)
}

// same reports whether the sides are proved equal on the piece.
func (s *split) same(made piece) bool {
	return algebra.Equal(made.left, made.right, made.scope) == algebra.Proved
}

// Choices are made by what is seen at a number of a piece.
type choices struct {
	letter  *expr.Symbol
	at      *big.Rat
	sc      *scope.Scope
	ok      bool
	nowhere bool // what is left has no value on the piece
}

// make returns n with every choice made.
func (c *choices) make(n expr.Node) expr.Node {
	n = calculus.Tidy(expr.Map(n, func(n expr.Node) expr.Node {
		call, ok := n.(*expr.Call)
		if !ok || !chooses(call) || !c.ok {
			return n
		}
		return c.choose(call)
	}))
	if c.ok && c.value(n).Status == eval.Undefined {
		c.nowhere = true
	}
	return n
}

func (c *choices) choose(n *expr.Call) expr.Node {
	switch n.Func { //nolint:exhaustive // no other chooses
	case expr.Sign, expr.Abs:
		sign, known := c.sign(n.Args[0])
		switch {
		case !known:
			return n
		case n.Func == expr.Sign:
			return expr.Int(int64(sign))
		case sign < 0:
			return expr.Negative(n.Args[0])
		}
		return n.Args[0]
	case expr.Delta:
		if sign, known := c.sign(expr.Minus(n.Args[0], n.Args[1])); known {
			return expr.Int(int64(1 - sign*sign))
		}
	case expr.Max, expr.Min:
		best := n.Args[0]
		for _, u := range n.Args[1:] {
			sign, known := c.sign(expr.Minus(u, best))
			if !known {
				return n
			}
			if (sign > 0) == (n.Func == expr.Max) {
				best = u
			}
		}
		return best
	case expr.Where:
		switch condition := calculus.Tidy(n.Args[0]); {
		case expr.Is(condition, 0):
			return n.Args[2]
		case expr.Is(condition, 1):
			return n.Args[1]
		}
	}
	return n
}

// sign returns the sign that u has on the piece. It is not known where u has no value there, which is seen in the end.
func (c *choices) sign(u expr.Node) (sign int, known bool) {
	u = calculus.Tidy(u)
	if r := eval.Rational(u); r != nil {
		return r.Sign(), true
	}
	e := c.value(u)
	switch {
	case e.Status == eval.Undefined:
		return 0, false
	case e.Status == eval.Defined && e.Lo > 0:
		return 1, true
	case e.Status == eval.Defined && e.Hi < 0:
		return -1, true
	}
	if c.ok = algebra.Equal(u, expr.Int(0), c.sc) == algebra.Proved; c.ok {
		return 0, true
	}
	return 0, false
}

// value encloses n at the number of the piece.
func (c *choices) value(n expr.Node) eval.Enclosure {
	p, ok := eval.CompileUnder(c.sc.Meter(), n, []*expr.Symbol{c.letter})
	if !ok {
		c.ok = false
		return eval.Enclosure{Interval: eval.Whole, Status: eval.Perhaps}
	}
	return p.Enclose(boxOf([]*big.Rat{c.at}))
}
