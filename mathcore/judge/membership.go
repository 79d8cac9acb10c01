package judge

import (
	"cmp"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// A membership says that an index is taken to lie in the range of a sum: that of the variable in d/dw_j of the sum over k
// of w_k², and that which a δ compares with the index of a sum.
type membership struct {
	index  *expr.Symbol
	lo, hi expr.Node
}

// assume collects the memberships of both sides. Where the two sides take one index to lie in different ranges, an
// equality of them holds in neither; and an index that another sum binds must have the same range there.
func (p *pair) assume() {
	left, okLeft := memberships(p.left, p.scope.Meter())
	right, okRight := memberships(p.right, p.scope.Meter())
	p.assumed = append(slices.Clone(left), right...)
	p.proofless = !okLeft || !okRight
	for _, m := range p.assumed {
		p.scope.Meter().Spend(1 + len(p.assumed))
		a, b := narrow(m.index, left), narrow(m.index, right)
		p.proofless = p.proofless || len(a) > 0 && len(b) > 0 && !slices.EqualFunc(a, b, sameRange)
	}
}

// narrow returns the ranges in which the index is taken to lie, without those that hold another of them.
func narrow(index *expr.Symbol, all []membership) []membership {
	var own []membership
	for _, m := range all {
		if expr.Equal(m.index, index) && !slices.ContainsFunc(own, func(n membership) bool { return sameRange(m, n) }) {
			own = append(own, m)
		}
	}
	own = slices.DeleteFunc(slices.Clone(own), func(m membership) bool {
		return slices.ContainsFunc(own, func(n membership) bool { return within(n, m) })
	})
	slices.SortFunc(own, func(m, n membership) int { return cmp.Or(expr.Compare(m.hi, n.hi), expr.Compare(m.lo, n.lo)) })
	return own
}

func sameRange(m, n membership) bool { return expr.Equal(m.lo, n.lo) && expr.Equal(m.hi, n.hi) }

// within reports whether the range of m is that of n without some numbers at its beginning.
func within(m, n membership) bool {
	a, okA := wholeNumber(m.lo)
	b, okB := wholeNumber(n.lo)
	return okA && okB && a > b && expr.Equal(m.hi, n.hi)
}

// memberships collects those of one side. It reports false where an index that is bound has another range than the sum
// in which it is taken to lie.
func memberships(n expr.Node, meter *budget.Meter) ([]membership, bool) {
	c := collector{ok: true, meter: meter}
	c.walk(n, nil)
	return c.all, c.ok
}

type collector struct {
	all   []membership
	ok    bool
	meter *budget.Meter
}

func (c *collector) walk(n expr.Node, around []*expr.Series) {
	switch n := n.(type) {
	case *expr.Series:
		c.walk(n.Lo, around)
		c.walk(n.Hi, around)
		c.walk(n.Body, append(slices.Clip(around), n))
		return
	case *expr.Symbol:
		return
	case *expr.Derivative:
		c.derivative(n, around)
	case *expr.Call:
		if n.Func == expr.Delta {
			c.compared(n.Args[0], n.Args[1], around)
			c.compared(n.Args[1], n.Args[0], around)
		}
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply:
	}
	for _, part := range expr.Children(n) {
		c.walk(part, around)
	}
}

// compared notes that the other lies where the index of a sum around runs.
func (c *collector) compared(index, other expr.Node, around []*expr.Series) {
	for i, s := range slices.Backward(around) {
		if expr.Equal(s.Index, index) {
			c.lies(other, s, around[:i])
			return
		}
	}
}

// derivative notes the ranges of the sums whose index stands in the family of the variable.
func (c *collector) derivative(n *expr.Derivative, around []*expr.Series) {
	meets := func(s *expr.Series, body expr.Node, skip func(expr.Node) bool) {
		c.meter.Spend(expr.Size(body))
		expr.Walk(body, func(m expr.Node) bool {
			v, ok := m.(*expr.Symbol)
			if !ok || v.Name != n.Var.Name || len(v.Index) != len(n.Var.Index) {
				return true
			}
			for i, index := range v.Index {
				if by := n.Var.Index[i]; expr.Equal(index, s.Index) && !skip(by) {
					c.lies(by, s, around)
				}
			}
			return false
		})
	}
	for _, s := range around {
		meets(s, n.Body, func(by expr.Node) bool { return expr.Equal(by, s.Index) })
	}
	expr.Walk(n.Body, func(m expr.Node) bool {
		if s, ok := m.(*expr.Series); ok {
			meets(s, s.Body, func(expr.Node) bool { return false })
		}
		return true
	})
}

// lies notes that the index lies in the range of the sum. One that a sum around binds must run through the same.
func (c *collector) lies(index expr.Node, in *expr.Series, around []*expr.Series) {
	letter, ok := index.(*expr.Symbol)
	if !ok {
		return
	}
	for _, s := range slices.Backward(around) {
		if expr.Equal(s.Index, letter) {
			c.ok = c.ok && expr.Equal(s.Lo, in.Lo) && expr.Equal(s.Hi, in.Hi)
			return
		}
	}
	m := membership{letter, in.Lo, in.Hi}
	c.meter.Spend(1 + len(c.all))
	if !slices.ContainsFunc(c.all, func(n membership) bool { return expr.Equal(n.index, letter) && sameRange(m, n) }) {
		c.all = append(c.all, m)
	}
}

// admits reports whether the indices lie where they are taken to lie, with these values for letters in bounds and indices.
func (p *pair) admits(fixed []Value) bool {
	return !slices.ContainsFunc(p.assumed, func(m membership) bool {
		var index, lo, hi expr.Node = m.index, m.lo, m.hi
		for _, c := range p.kind {
			lo, hi = expr.Substitute(lo, c.letter, c.is), expr.Substitute(hi, c.letter, c.is)
		}
		for _, v := range fixed {
			value := expr.Rational(v.Is)
			index, lo, hi = expr.Substitute(index, v.Symbol, value), expr.Substitute(lo, v.Symbol, value), expr.Substitute(hi, v.Symbol, value)
		}
		at, ok := wholeNumber(index)
		from, okLo := wholeNumber(lo)
		to, okHi := wholeNumber(hi)
		return ok && (okLo && at < from || okHi && at > to)
	})
}

// settled returns n with 0 for every δ of an index and a number outside of the range in which the index is taken to lie:
// in d/dθ_j of θ_0 and the sum over k from 1 of θ_k x_k, j is not 0.
func (p *pair) settled(n expr.Node) expr.Node {
	if len(p.assumed) == 0 || !expr.Contains(n, isDelta) {
		return n
	}
	return calculus.Tidy(expr.Map(n, func(n expr.Node) expr.Node {
		d, ok := n.(*expr.Call)
		if ok && d.Func == expr.Delta && (p.outside(d.Args[0], d.Args[1]) || p.outside(d.Args[1], d.Args[0])) {
			return expr.Int(0)
		}
		return n
	}))
}

// outside reports whether the number lies outside of a range of the index.
func (p *pair) outside(index, number expr.Node) bool {
	k, ok := wholeNumber(number)
	return ok && slices.ContainsFunc(p.assumed, func(m membership) bool {
		lo, okLo := wholeNumber(m.lo)
		hi, okHi := wholeNumber(m.hi)
		return expr.Equal(m.index, index) && (okLo && k < lo || okHi && k > hi)
	})
}
