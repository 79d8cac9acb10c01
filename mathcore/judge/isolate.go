package judge

import (
	"math"
	"math/big"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// Zeros that no solving finds are counted. Where the k-th slope of a function is 0 nowhere on an interval, the function is 0 at k of its
// points at most: so at none where it keeps its sign while it rises or falls, at one where the signs at the ends differ, and at one
// where it and all slopes before the k-th are 0 together.

// The budget of one count.
const (
	mostSlopes = 4   // slopes of one function
	mostBoxes  = 160 // intervals into which a span is cut
	narrowing  = 30  // how often an interval around a zero is halved
)

// A curve is a function with as many of its slopes as were asked for.
type curve struct {
	s        *split
	trees    []expr.Node
	programs []*eval.Program
}

// slope returns the k-th slope; nil where it is not known.
func (c *curve) slope(k int) *eval.Program {
	for len(c.trees) <= k {
		next, ok := calculus.Resolve(&expr.Derivative{Var: c.s.letter, Body: c.trees[len(c.trees)-1], Order: 1}, c.s.p.scope)
		if !ok {
			return nil
		}
		next = calculus.Tidy(expr.Expressed(next))
		c.trees, c.programs = append(c.trees, next), append(c.programs, c.s.compiled(next))
	}
	return c.programs[k]
}

// curveOf returns u as a function of the letter. It reports false where u bends or jumps.
func (s *split) curveOf(u expr.Node) (curve, bool) {
	program := s.compiled(u)
	bends := func(n expr.Node) bool { return chooses(n) || isDerivative(n) || isSeries(n) || abstract(n) }
	return curve{s, []expr.Node{u}, []*eval.Program{program}}, program != nil && !expr.Contains(u, bends)
}

// isolated finds the zeros of u in a span of finite length by cutting it into intervals.
func (s *split) isolated(u expr.Node) bool {
	c, ok := s.curveOf(u)
	if !ok || math.IsInf(s.hi-s.lo, 0) {
		return false
	}
	boxes := mostBoxes
	return c.count(eval.Interval{Lo: s.lo, Hi: s.hi}, &boxes)
}

// count finds the zeros in the box. It reports false where some may be missing.
func (c *curve) count(box eval.Interval, boxes *int) bool {
	const part = 0.4871 // so that no zero at a round number lies where two boxes meet
	if c.countedAtOnce(box) {
		return true
	}
	middle := box.Lo + part*(box.Hi-box.Lo)
	if *boxes -= 2; *boxes < 0 || middle <= box.Lo || middle >= box.Hi {
		return false
	}
	return c.count(eval.Interval{Lo: box.Lo, Hi: middle}, boxes) && c.count(eval.Interval{Lo: middle, Hi: box.Hi}, boxes)
}

func (c *curve) countedAtOnce(box eval.Interval) bool {
	own := c.programs[0].Enclose([]eval.Interval{box})
	if own.Status == eval.Undefined || !own.Contains(0) {
		return true
	}
	if own.Status != eval.Defined {
		return false
	}
	for k := 1; k <= mostSlopes; k++ {
		program := c.slope(k)
		if program == nil {
			return false
		}
		e := program.Enclose([]eval.Interval{box})
		if e.Status != eval.Defined {
			return false
		}
		if e.Contains(0) {
			continue
		}
		if k == 1 {
			return c.crossed(box)
		}
		return c.touched(box, k)
	}
	return false
}

// sign returns the sign at x, 0 where it is not known.
func (c *curve) sign(x float64) int {
	if math.IsInf(x, 0) {
		return 0
	}
	switch e := c.programs[0].Enclose([]eval.Interval{{Lo: x, Hi: x}}); {
	case e.Status != eval.Defined:
	case e.Lo > 0:
		return 1
	case e.Hi < 0:
		return -1
	}
	return 0
}

// crossed finds the zero in a box in which the function rises, or falls.
func (c *curve) crossed(box eval.Interval) bool {
	lo, hi := c.sign(box.Lo), c.sign(box.Hi)
	if lo*hi == 0 {
		return false
	}
	if lo == hi {
		return true
	}
	for range narrowing {
		middle := box.Lo + (box.Hi-box.Lo)/2
		switch c.sign(middle) {
		case lo:
			box.Lo = middle
		case hi:
			box.Hi = middle
		}
	}
	if at, ok := c.recognised(box); ok {
		c.add(at)
		return true
	}
	c.s.cuts = append(c.s.cuts, cut{in: box, of: c})
	return true
}

// touched finds the zero in a box in which the k-th slope is never 0, if that is the only one.
func (c *curve) touched(box eval.Interval, k int) bool {
	at, ok := c.recognised(box)
	if !ok {
		return false
	}
	for _, slope := range c.trees[1:k] {
		if !c.s.vanishes(slope, at.value) {
			return false
		}
	}
	c.add(at)
	return true
}

func (c *curve) add(at cut) {
	if !c.s.isKnown(at) {
		c.s.cuts = append(c.s.cuts, at)
	}
}

// vanishes reports whether n is proved to be 0 at the value.
func (s *split) vanishes(n, value expr.Node) bool {
	return algebra.Equal(expr.Substitute(n, s.letter, value), expr.Int(0), s.p.scope) == algebra.Proved
}

// recognised returns a zero in the box that has a short name: a cut that is known, a fraction, or a fraction of a half turn.
func (c *curve) recognised(box eval.Interval) (cut, bool) {
	for _, known := range c.s.cuts {
		if known.value != nil && c.isZero(known, box) {
			return known, true
		}
	}
	for _, unit := range []expr.Node{expr.Int(1), &expr.Constant{Name: expr.Pi}} {
		size := 1.0
		if !expr.Is(unit, 1) {
			size = math.Pi
		}
		for _, den := range [...]float64{1, 2, 3, 4, 5, 6, 8, 10, 12} {
			for num := math.Ceil(box.Lo * den / size); num <= box.Hi*den/size && num < mostBoxes; num++ {
				const near = 1e-9
				x := num * size / den
				if !c.mayVanish(eval.Interval{Lo: x - near, Hi: x + near}) {
					continue
				}
				value := expr.Product(expr.Rational(big.NewRat(int64(num), int64(den))), unit)
				if at, ok := c.s.exactly(calculus.Tidy(value)); ok && c.isZero(at, box) {
					return at, true
				}
			}
		}
	}
	return cut{}, false
}

// isZero reports whether the function is proved to be 0 at a point in the box.
func (c *curve) isZero(at cut, box eval.Interval) bool {
	return box.Lo <= at.in.Lo && at.in.Hi <= box.Hi && c.mayVanish(at.in) && c.s.vanishes(c.trees[0], at.value)
}

// mayVanish reports whether the function may be 0 in a small interval, in which it has values.
func (c *curve) mayVanish(in eval.Interval) bool {
	e := c.programs[0].Enclose([]eval.Interval{in})
	return e.Status == eval.Defined && e.Contains(0)
}
