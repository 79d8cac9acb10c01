package judge

import (
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// The slope of a sum of max(0, u) is the sum of [u > 0] u'. At the kinks of members, where u is 0, all jumps of that go the same way: by
// |u'|. So where the sum has a slope they are 0 there, and it does not matter what a condition is worth at its end: it may as well be
// (1 + sign u)/2, which is the mean of what it is on both sides.

// byMeans proves that a derivative is a sum with conditions, each times a multiple of the slope of what is compared in it.
func (p *pair) byMeans() Evidence {
	d, other := p.standing.left, p.standing.right
	if !isDerivative(d) {
		d, other = other, d
	}
	by, ok := d.(*expr.Derivative)
	if !ok || by.Order != 1 || p.depth >= jointDepth || len(p.scope.Conditions()) > 0 || expr.Contains(other, isDerivative) || !expr.Contains(other, isSeries) {
		return None
	}
	k := kinks{balance: balance{p: p, bound: boundIn(other)}, by: by.Var}
	if !k.collect(other, false, nil) {
		return None
	}
	if !k.sameSide() {
		if len(k.found) > 1 { // what stands before their sums counts as well
			k.found = nil
			k.collect(other, true, nil)
		}
		if !k.sameWay() {
			return None
		}
	}
	mean := withMeans(other)
	p.scope.Meter().Spend(expr.Size(mean))
	if v := p.compareAt(d, mean, p.scope); v.Relation == Equal {
		return v.Evidence
	}
	return None
}

// compared returns the u of max(0, sign(u)), as [u > 0] is expressed.
func compared(n expr.Node) (u expr.Node, ok bool) {
	c, ok := n.(*expr.Call)
	if !ok || c.Func != expr.Max || len(c.Args) != 2 || !expr.Equal(c.Args[0], expr.Int(0)) {
		return nil, false
	}
	s, ok := c.Args[1].(*expr.Call)
	if !ok || s.Func != expr.Sign {
		return nil, false
	}
	return s.Args[0], true
}

// Kinks collects conditions, with what each is multiplied by in the outermost sum around it.
type kinks struct {
	balance
	by    *expr.Symbol
	found []kink
}

// A kink is what is compared, and what the condition is multiplied by; nil where that is one that stands in no sum.
type kink struct{ of, times expr.Node }

// collect reports whether n is a sum of conditions times what is continuous.
func (k *kinks) collect(n expr.Node, inSum bool, times []expr.Node) bool {
	if !expr.Contains(n, k.jumps) {
		return k.continuous(n)
	}
	with := func(factors ...expr.Node) []expr.Node {
		if !inSum {
			return nil
		}
		return append(slices.Clip(times), factors...)
	}
	switch n := n.(type) {
	case *expr.Neg:
		return k.collect(n.X, inSum, with(expr.Int(-1)))
	case *expr.Add:
		return !slices.ContainsFunc(n.Terms, func(t expr.Node) bool { return !k.collect(t, inSum, times) })
	case *expr.Mul:
		at := slices.IndexFunc(n.Factors, func(f expr.Node) bool { return expr.Contains(f, k.jumps) })
		rest := slices.Delete(slices.Clone(n.Factors), at, at+1)
		return !slices.ContainsFunc(rest, func(f expr.Node) bool { return !k.continuous(f) }) && k.collect(n.Factors[at], inSum, with(rest...))
	case *expr.Div:
		return k.divides(n.Den) && k.collect(n.Num, inSum, with(expr.Quotient(expr.Int(1), n.Den)))
	case *expr.Series:
		return !n.Product && !expr.Contains(expr.Sum(n.Lo, n.Hi), k.jumps) && k.collect(n.Body, true, times)
	case *expr.Call:
		u, ok := compared(n)
		if !ok || !k.continuous(u) {
			return false
		}
		one := kink{of: u}
		if inSum {
			one.times = expr.Product(times...)
		}
		k.found = append(k.found, one)
		return true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Pow, *expr.Apply, *expr.Derivative:
	}
	return false
}

// mostKinks bounds how many conditions are looked at.
const mostKinks = 4

// sameWay reports whether there are conditions, and all stand with multiples, of one sign, of the slopes of what is compared in them.
func (k *kinks) sameWay() bool {
	sign := 0
	for _, one := range k.found {
		next := k.direction(one)
		if next == 0 || sign != 0 && next != sign {
			return false
		}
		sign = next
	}
	return sign != 0 && len(k.found) <= mostKinks
}

// sameSide reports whether there are conditions, and what is compared rises in all of them, or falls in all: then all are at their ends
// what they are on one and the same side, and so is the slope, if there is one.
func (k *kinks) sameSide() bool {
	sign := 0
	for _, one := range k.found {
		slope, ok := k.slope(one.of, k.by)
		e, known := joint.Enclosed(slope, k.p.scope)
		next := 0
		switch {
		case !ok || !known:
		case e.Lo > 0:
			next = 1
		case e.Hi < 0:
			next = -1
		}
		if next == 0 || sign != 0 && next != sign {
			return false
		}
		sign = next
	}
	return sign != 0 && len(k.found) <= mostKinks
}

// direction returns the sign of what a condition is multiplied by beside the slope of what is compared in it; 0 where it has none.
func (k *kinks) direction(one kink) int {
	if one.times == nil { // it jumps by itself, and then there is no slope
		if k.slopes(one.of, k.by) {
			return 1
		}
		return 0
	}
	slope, ok := k.slope(one.of, k.by)
	if !ok {
		return 0
	}
	ratio, ok := algebra.Simplified(expr.Quotient(one.times, slope), k.p.scope)
	if !ok || !k.continuous(ratio) || algebra.Equal(one.times, expr.Product(ratio, slope), k.p.scope) != algebra.Proved {
		return 0
	}
	switch e, ok := joint.Enclosed(ratio, k.p.scope); {
	case ok && e.Lo >= 0:
		return 1
	case ok && e.Hi <= 0:
		return -1
	}
	return 0
}
