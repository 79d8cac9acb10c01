package judge

import (
	"math"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

// The zeros of a function are known by those of its slope: between two of these, and the points beyond which it has another nature, the
// function rises or falls. So it is 0 nowhere on a way on which it goes away from 0, and once at most between two points.

// An end is a point between which and the next the function rises or falls.
type end struct {
	in   eval.Interval // holds the point
	sign int           // of the function there; 0 where it is 0, has no value or is not known
	zero bool          // the function is 0 there
}

// betweenExtrema finds the zeros of u by those of its slope, if these are known.
func (s *split) betweenExtrema(u expr.Node) bool {
	c, ok := s.curveOf(u)
	if !ok || c.slope(1) == nil {
		return false
	}
	extrema, all := s.places(c.trees[1])
	parts := split{p: s.p, letter: s.letter, lo: s.lo, hi: s.hi, cuts: append(slices.Clone(s.cuts), extrema...)}
	if !all || !parts.sort() {
		return false
	}
	ends := []end{{in: eval.Interval{Lo: s.lo, Hi: s.lo}, sign: c.sign(s.lo)}}
	for _, at := range parts.cuts {
		ends = append(ends, c.endAt(at))
	}
	ends = append(ends, end{in: eval.Interval{Lo: s.hi, Hi: s.hi}, sign: c.sign(s.hi)})
	for i := range len(ends) - 1 {
		if !c.zeroBetween(ends[i], ends[i+1]) {
			return false
		}
	}
	for i, at := range parts.cuts {
		if ends[i+1].zero {
			c.add(at)
		}
	}
	return true
}

// endAt returns what is known of the function at the cut.
func (c *curve) endAt(at cut) end {
	is := end{in: at.in}
	switch e := c.programs[0].Enclose([]eval.Interval{at.in}); {
	case e.Status != eval.Defined:
	case e.Lo > 0:
		is.sign = 1
	case e.Hi < 0:
		is.sign = -1
	default:
		is.zero = at.value != nil && c.s.vanishes(c.trees[0], at.value)
	}
	return is
}

// zeroBetween finds the zero between two ends, if there is one. It reports false where that is not known.
func (c *curve) zeroBetween(from, to end) bool {
	if from.zero || to.zero {
		return true // there and nowhere else
	}
	middle := dividing(from.in.Hi, to.in.Lo, 0.5)
	if middle == nil {
		return from.in.Hi >= to.in.Lo
	}
	at, _ := middle.Float64()
	box := []eval.Interval{{Lo: at, Hi: at}}
	own, slope := c.programs[0].Enclose(box), c.slope(1).Enclose(box)
	if own.Status == eval.Undefined {
		return true
	}
	sign, rises := c.sign(at), 0
	switch {
	case slope.Status == eval.Defined && slope.Lo > 0:
		rises = 1
	case slope.Status == eval.Defined && slope.Hi < 0:
		rises = -1
	}
	return sign*rises != 0 && c.zeroToward(to, at, sign, rises) && c.zeroToward(from, at, sign, -rises)
}

// zeroToward finds the zero between a point, at which the sign of the function is known, and an end: there is none where the
// function goes away from 0, or has the same sign at the end.
func (c *curve) zeroToward(to end, at float64, sign, rises int) bool {
	if sign == rises || sign == to.sign {
		return true
	}
	edge := to.in.Lo
	if at > edge {
		edge = to.in.Hi
	}
	for k := range narrowing {
		x := edge + (at-edge)*math.Ldexp(1, -k)
		if math.IsInf(edge, 0) {
			x = at + math.Copysign(math.Ldexp(1, k), edge)
		}
		if c.sign(x) == -sign {
			return c.crossed(eval.Interval{Lo: min(at, x), Hi: max(at, x)})
		}
	}
	return false
}
