package judge

import (
	"math"
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/scope"
)

// Two sides in which one letter stands are compared piece by piece: between the points at which something that a sign is taken of, or
// that is divided by, or that must not be negative, is 0, all of that keeps its sign. So every choice is made there, and what is left of
// a side has a power series around each point of the piece, or a value at none of them. Two such sides are equal on the piece if they
// are around one point of it. At the points between the pieces the sides are compared as at joints; where neither jumps and both have
// values on a piece that ends there they are equal, since they are continuous.

// A split cuts the domain of a letter into pieces.
type split struct {
	p      *pair
	letter *expr.Symbol
	lo, hi float64 // all values of the sides are found between these; they may be infinite
	cuts   []cut
	solved []expr.Node // what is known to be 0 at the cuts alone
	apart  *Witness    // a point inside a piece at which the sides differ
	failed bool
}

// A cut is a point between two pieces.
type cut struct {
	value expr.Node     // nil where it is only known in what interval the point lies
	in    eval.Interval // holds the point
	of    *curve        // of which that is the only zero in the interval, where the value is not known
}

// mostCuts bounds how many pieces are compared one by one.
const mostCuts = 12

// byPieces compares the sides piece by piece. It reports false where that is not possible.
func (p *pair) byPieces(t *trial) (Verdict, bool) {
	letters := expr.Symbols(p.left, p.right, p.standing.left, p.standing.right)
	if len(letters) != 1 || len(p.scope.Conditions()) > 0 || len(p.kind) > 0 || p.depth >= jointDepth {
		return Verdict{}, false
	}
	d, _ := p.scope.Domain(letters[0])
	changes := func(n expr.Node) bool { return chooses(n) || asks(n) }
	if d.Finite() || d.Whole || len(letters[0].Index) > 0 || !eitherContains(p.left, p.right, changes) {
		return Verdict{}, false
	}
	s := split{p: p, letter: letters[0]}
	s.span(d)
	for _, n := range []expr.Node{p.left, p.right, p.standing.left, p.standing.right} {
		s.cut(n)
	}
	if s.failed || !s.sort() || len(s.cuts) > mostCuts {
		return Verdict{}, false
	}
	inside := make([]bool, len(s.cuts)+1) // whether both sides have values on the piece
	for i := range inside {
		holds, ok := s.sameOn(i, d)
		switch {
		case s.apart != nil:
			return Verdict{Relation: Different, Evidence: Witnessed, Witness: s.apart}, true
		case !ok:
			return Verdict{}, false
		}
		inside[i] = holds
	}
	return s.between(inside, t)
}

// between returns the verdict where the sides are equal on all pieces on which both have values.
func (s *split) between(inside []bool, t *trial) (Verdict, bool) {
	equal := t.both > 0 || inside[len(s.cuts)]
	written := s.p.standing.contents()
	jumps := written.Derivatives() || written.Calls(expr.Sign, expr.Delta, expr.Where)
	for i, c := range s.cuts {
		equal = equal || inside[i]
		if !jumps && (inside[i] || inside[i+1]) {
			continue
		}
		switch v := s.compareAt(c); v.Relation {
		case Equal:
			equal = true
		case Different:
			v.Witness = s.p.told(joint.Place{Symbol: s.letter, Value: c.value}, v.Witness)
			return v, v.Witness != nil
		case Unsure, Unreadable:
			return Verdict{}, false
		case Undefined:
		}
	}
	if !equal {
		v := t.undefined()
		v.throughout = true
		return v, true
	}
	return Verdict{Relation: Equal, Evidence: Exact}, true
}

// compareAt compares the sides at the cut.
func (s *split) compareAt(c cut) Verdict {
	if c.value != nil {
		return s.p.at(joint.Place{Symbol: s.letter, Value: c.value})
	}
	for _, n := range []expr.Node{s.p.left, s.p.right} {
		if program := s.compiled(n); program != nil && program.Enclose([]eval.Interval{c.in}).Status == eval.Undefined {
			return Verdict{Relation: Undefined}
		}
	}
	return Verdict{Relation: Unsure}
}

// compiled returns n as a function of the letter; nil where it is none.
func (s *split) compiled(n expr.Node) *eval.Program {
	program, ok := eval.CompileUnder(s.p.scope.Meter(), n, []*expr.Symbol{s.letter})
	if !ok {
		return nil
	}
	return program
}

// span finds between which numbers all values of the sides are found: those of the domain, or one period and somewhat more.
func (s *split) span(d scope.Domain) {
	s.lo, s.hi = math.Inf(-1), math.Inf(1)
	if d.Lo != nil {
		s.lo = eval.Around(d.Lo).Lo
	}
	if d.Hi != nil {
		s.hi = eval.Around(d.Hi).Hi
	}
	if d.Lo != nil && d.Hi != nil {
		return
	}
	const more = 0.3 // so that no end of the span is a multiple of a quarter turn
	period, ok := s.period()
	switch {
	case !ok:
	case d.Lo != nil:
		s.hi = s.lo + period + more
	case d.Hi != nil:
		s.lo = s.hi - period - more
	default:
		s.lo, s.hi = -more, period+more
	}
}

// mostTurns bounds the length of a period, in whole turns.
const mostTurns = 4

// period returns the period of both sides, where the letter stands in sines and the like of its rational multiples alone.
func (s *split) period() (float64, bool) {
	turns, ok := new(big.Rat), true // how many turns of 2π the letter makes in the period
	visit := func(n expr.Node) bool {
		if c, isCall := n.(*expr.Call); isCall && isCircular(c.Func) && expr.Mentions(n, s.letter) {
			slope, _, linear := linearIn(c.Args[0], s.letter, s.p.scope)
			if ok = ok && linear; ok {
				turns = commonMultiple(turns, new(big.Rat).Abs(new(big.Rat).Inv(slope)))
			}
			return false
		}
		ok = ok && !expr.Equal(n, s.letter)
		return ok
	}
	expr.Walk(s.p.left, visit)
	expr.Walk(s.p.right, visit)
	length, _ := turns.Float64()
	return 2 * math.Pi * length, ok && length > 0 && length <= mostTurns
}

// isCircular reports whether f is one of the functions of angles.
func isCircular(f expr.Func) bool {
	return f == expr.Sin || f == expr.Cos || f == expr.Tan || f == expr.Cot || f == expr.Sec || f == expr.Csc
}

// commonMultiple returns the least number above 0 that is a whole multiple of both, or the one that is not 0.
func commonMultiple(a, b *big.Rat) *big.Rat {
	if a.Sign() == 0 {
		return b
	}
	below := new(big.Int).GCD(nil, nil, a.Denom(), b.Denom())
	shared := new(big.Int).GCD(nil, nil, a.Num(), b.Num())
	above := new(big.Int).Div(new(big.Int).Mul(a.Num(), b.Num()), shared)
	return new(big.Rat).SetFrac(above, below)
}

// A piece is a small interval around a point of what lies between two cuts, and the sides with every choice made.
type piece struct {
	left, right expr.Node
	scope       *scope.Scope
	at          *big.Rat // the point
}

// sameOn reports whether both sides have values on the i-th piece. It reports false where they are not proved equal there: around one
// of some points, since at the first something may just be 0 whose sign the proof needs.
func (s *split) sameOn(i int, d scope.Domain) (holds, ok bool) {
	for _, part := range [...]float64{0.5, 0.3, 0.8} {
		made, holds, ok := s.piece(i, part, d)
		if !ok || !holds || algebra.Equal(made.left, made.right, made.scope) == algebra.Proved {
			return holds, ok
		}
		if s.apart = s.differ(made); s.apart != nil {
			break
		}
	}
	return true, false
}

// differ returns the point around which a piece was taken, if both sides have values there that are seen to differ.
func (s *split) differ(made piece) *Witness {
	left, right := s.compiled(made.left), s.compiled(made.right)
	if left == nil || right == nil {
		return nil
	}
	box := boxOf([]*big.Rat{made.at})
	for i, n := range []expr.Node{s.p.left, s.p.right} { // made are also values that a side does not have, as that of u/u where u is 0
		if expr.Contains([]expr.Node{s.p.standing.left, s.p.standing.right}[i], isDerivative) {
			continue // what the rules make of a derivative may lack a value that it has
		}
		if side := s.compiled(n); side == nil || side.Enclose(box).Status != eval.Defined {
			return nil
		}
	}
	l, r := left.Enclose(box), right.Enclose(box)
	if l.Status != eval.Defined || r.Status != eval.Defined || !l.Apart(r.Interval) {
		return nil
	}
	return &Witness{Point: []Value{{Symbol: s.letter, Is: made.at}}, Left: boundsOf(l.Interval), Right: boundsOf(r.Interval)}
}

// piece returns what lies before the i-th cut, or behind the last, around a point that divides it so. Holds is false where the domain
// has nothing of it, or a side has no value there.
func (s *split) piece(i int, part float64, d scope.Domain) (made piece, holds, ok bool) {
	lo, hi := s.gap(i)
	middle := dividing(lo, hi, part)
	if middle == nil || !d.Contains(middle) {
		return made, false, lo >= hi
	}
	made.at, made.scope = middle, s.p.scope.Clone()
	made.scope.Declare(s.letter, around(middle, lo, hi))
	c := choices{letter: s.letter, at: middle, sc: made.scope, ok: true}
	made.left, made.right = s.chosen(&c, s.p.standing.left, guarded(s.p.left, s.p.guards.left)), s.chosen(&c, s.p.standing.right, guarded(s.p.right, s.p.guards.right))
	return made, !c.nowhere, c.ok
}

// chosen returns a side, as it stands and with derivatives taken, with every choice made. Those in a derivative are made before it is
// taken: then it is known where what is derived has no value. Where that has one and the rules give none nothing is known.
func (s *split) chosen(c *choices, standing, taken expr.Node) expr.Node {
	if !expr.Contains(standing, isDerivative) {
		return c.make(taken)
	}
	for _, body := range derived(standing) {
		if c.value(body).Status == eval.Undefined {
			c.nowhere = true
			return taken
		}
	}
	beside := expr.Map(standing, func(n expr.Node) expr.Node { // derivatives stand for any number
		if isDerivative(n) {
			return expr.Rational(big.NewRat(3, 7))
		}
		return n
	})
	if c.value(beside).Status == eval.Undefined {
		c.nowhere, c.ok = true, c.ok && c.value(taken).Status == eval.Undefined
		return taken
	}
	made, ok := calculus.Resolve(c.choose(standing), c.sc)
	made = calculus.Tidy(expr.Expressed(made))
	c.ok = c.ok && ok && c.value(made).Status == eval.Defined
	return made
}

// derived returns what is derived in n, without what is in derivatives of derivatives.
func derived(n expr.Node) []expr.Node {
	var bodies []expr.Node
	expr.Walk(n, func(n expr.Node) bool {
		if d, ok := n.(*expr.Derivative); ok && !expr.Contains(d.Body, isDerivative) {
			bodies = append(bodies, d.Body)
		}
		return true
	})
	return bodies
}

// gap returns what lies before the i-th cut, or behind the last.
func (s *split) gap(i int) (lo, hi float64) {
	lo, hi = s.lo, s.hi
	if i > 0 {
		lo = max(lo, s.cuts[i-1].in.Hi)
	}
	if i < len(s.cuts) {
		hi = min(hi, s.cuts[i].in.Lo)
	}
	return lo, hi
}

// around returns a small interval around a number between lo and hi.
func around(middle *big.Rat, lo, hi float64) scope.Domain {
	const part, most = 4, 0.125
	at, _ := middle.Float64()
	width := min((at-lo)/part, (hi-at)/part, most)
	from, to := new(big.Rat).SetFloat64(at-width), new(big.Rat).SetFloat64(at+width)
	return scope.Interval(from, to, false, false)
}

// dividing returns a number that divides what lies between two others so, which may be infinite; nil where nothing does.
func dividing(lo, hi, part float64) *big.Rat {
	switch {
	case math.IsInf(lo, -1) && math.IsInf(hi, 1):
		lo, hi = -1, 1
	case math.IsInf(lo, -1):
		lo = hi - 2 - math.Abs(hi)/2
	case math.IsInf(hi, 1):
		hi = lo + 2 + math.Abs(lo)/2
	}
	at, width := lo+part*(hi-lo), min(part, 1-part)*(hi-lo)
	return shortBetween(at-width, at+width)
}
