package judge

import (
	"math/big"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// Where both letters of a combination x + ry lie in intervals, so does the combination, and it takes every value there: the sides are
// compared with a letter for it.

// asLetter compares sides in which two letters stand in one combination alone, with a letter for that. It reports false where it does not
// run through an interval, or where nothing is found out.
func (p *pair) asLetter(c *combination, left, right expr.Node, t *trial) (Verdict, bool) {
	d, ok := c.interval(p.scope)
	if !ok {
		return Verdict{}, false
	}
	letter := expr.Fresh(expr.Var("s"), left, right)
	there := p.scope.Clone()
	there.Declare(letter, d)
	put := func(n expr.Node) expr.Node { return c.in(letter, n, p.scope) }
	v := p.compareAt(put(left), put(right), there)
	switch v.Relation {
	case Equal:
		return v, true
	case Undefined:
		return t.undefined(), t.both == 0
	case Different:
		v.Witness = c.apart(v.Witness, letter, d, p.scope)
		return v, v.Witness != nil
	case Unsure, Unreadable:
	}
	return v, false
}

// interval returns the interval through which the combination runs.
func (c *combination) interval(sc *scope.Scope) (scope.Domain, bool) {
	dx, _ := sc.Domain(c.x)
	dy, _ := sc.Domain(c.y)
	if c.product || dx.Whole || dx.Finite() || dy.Whole || dy.Finite() {
		return scope.Domain{}, false
	}
	ylo, yhi, yloOpen, yhiOpen := dy.Lo, dy.Hi, dy.LoOpen, dy.HiOpen
	if c.ratio.Sign() < 0 {
		ylo, yhi, yloOpen, yhiOpen = yhi, ylo, yhiOpen, yloOpen
	}
	end := func(x, y *big.Rat) *big.Rat {
		if x == nil || y == nil {
			return nil
		}
		return new(big.Rat).Add(x, new(big.Rat).Mul(c.ratio, y))
	}
	return scope.Interval(end(dx.Lo, ylo), end(dx.Hi, yhi), dx.LoOpen || yloOpen, dx.HiOpen || yhiOpen), true
}

// in returns n with the letter for the combination.
func (c *combination) in(letter *expr.Symbol, n expr.Node, sc *scope.Scope) expr.Node {
	if !c.holds(n) {
		return n
	}
	if call, ok := n.(*expr.Call); ok && call.Func == expr.Delta {
		return expr.Of(expr.Delta, c.in(letter, expr.Minus(call.Args[0], call.Args[1]), sc), expr.Int(0))
	}
	terms := []expr.Node{n}
	sum, isSum := n.(*expr.Add)
	if isSum {
		terms = sum.Terms
	}
	var linear, rest []expr.Node
	for _, t := range terms {
		if c.holds(t) && isOfFirstDegree(t) {
			linear = append(linear, t)
		} else {
			rest = append(rest, t)
		}
	}
	if len(linear) == 0 && !isSum {
		return expr.MapChildren(n, func(_ int, part expr.Node) expr.Node { return c.in(letter, part, sc) })
	}
	for i, t := range rest {
		rest[i] = c.in(letter, t, sc)
	}
	if len(linear) > 0 {
		together := expr.Sum(linear...)
		slope, _, _, _ := c.slopes(together, sc)
		others := expr.Substitute(expr.Substitute(together, c.x, expr.Int(0)), c.y, expr.Int(0))
		rest = append(rest, calculus.Tidy(expr.Sum(expr.Product(expr.Rational(slope), letter), others)))
	}
	return expr.Sum(rest...)
}

// apart returns a witness with values for both letters in place of that of the combination; nil where it is not rational or runs through
// no finite interval.
func (c *combination) apart(w *Witness, letter *expr.Symbol, d scope.Domain, sc *scope.Scope) *Witness {
	if w == nil || d.Lo == nil || d.Hi == nil || d.Lo.Cmp(d.Hi) >= 0 || !isRational(w.Point) {
		return nil
	}
	dx, _ := sc.Domain(c.x)
	dy, _ := sc.Domain(c.y)
	told := *w
	told.Point = nil
	for _, v := range w.Point {
		if !expr.Equal(v.Symbol, letter) {
			told.Point = append(told.Point, v)
			continue
		}
		share := new(big.Rat).Sub(v.Is, d.Lo)
		share.Quo(share, new(big.Rat).Sub(d.Hi, d.Lo))
		x := new(big.Rat).Sub(dx.Hi, dx.Lo)
		x.Add(dx.Lo, x.Mul(x, share))
		y := new(big.Rat).Sub(v.Is, x)
		told.Point = append(told.Point, Value{Symbol: c.x, Is: x}, Value{Symbol: c.y, Is: y.Quo(y, c.ratio)})
		if !dx.Contains(x) || !dy.Contains(told.Point[len(told.Point)-1].Is) {
			return nil
		}
	}
	return &told
}
