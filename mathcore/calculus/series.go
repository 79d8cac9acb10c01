package calculus

import (
	"slices"

	"chainrule/mathcore/expr"
)

// series differentiates a sum term by term. Where the terms hold members of the variable's family, only those with the
// variable's own index are left: d/dθ_j of the sum over k of θ_k x_k is x_j. The index of the variable is taken to be
// one that the sum runs through.
func (d *deriver) series(n *expr.Series) *Step {
	if d.depends(n.Lo) || d.depends(n.Hi) {
		return d.unresolved(n)
	}
	if n.Product {
		return d.productOver(n)
	}
	index, body := n.Index, n.Body
	if expr.Mentions(d.by, index) {
		index = otherIndex(n, d.by)
		body = expr.Substitute(body, n.Index, index)
	}
	around := d.around()
	return d.inside(index, func() *Step {
		return d.use(SumRule, n, func(p []expr.Node) expr.Node {
			return around.collapse(&expr.Series{Index: index, Lo: n.Lo, Hi: n.Hi, Body: p[0]})
		}, body)
	})
}

// inside takes a step within a sum over the index.
func (d *deriver) inside(index *expr.Symbol, step func() *Step) *Step {
	d.bound = append(d.bound, index)
	s := step()
	d.bound = d.bound[:len(d.bound)-1]
	return s
}

// surroundings are the indices of the sums around a sum.
type surroundings []*expr.Symbol

func (d *deriver) around() surroundings { return slices.Clone(d.bound) }

// in reports whether one of the indices stands in n.
func (around surroundings) in(n expr.Node) bool {
	return slices.ContainsFunc(around, func(s *expr.Symbol) bool { return expr.Mentions(n, s) })
}

// otherIndex returns a letter for the index of a sum that neither the sum nor the variable uses.
func otherIndex(n *expr.Series, by *expr.Symbol) *expr.Symbol {
	for _, letter := range []string{"k", "l", "i", "j", "r", "s", "p", "q"} {
		s := expr.Var(letter)
		if !expr.Mentions(n.Body, s) && !expr.Mentions(by, s) && !expr.Equal(s, n.Index) {
			return s
		}
	}
	return expr.Hidden(n.Index.Name)
}

// collapse lets a sum consume the Kronecker deltas over its own index: what the body is where they are 1 stands for
// one index only. It uses that a body B with deltas in it is B0 everywhere but at that index, where it is B1. A range that
// ends at the index of a sum around need not hold that index: it waits for that sum.
func (around surroundings) collapse(n *expr.Series) expr.Node {
	if n.Product {
		return n
	}
	at, found := ownDelta(n.Body, n.Index)
	if !found {
		return around.triangle(n)
	}
	if around.in(n.Lo) || around.in(n.Hi) || bindsAny(n.Body, at) {
		return series(n.Index, n.Lo, n.Hi, n.Body)
	}
	zero := setDelta(n.Body, n.Index, at, 0)
	if !within(at, n.Lo, n.Hi) {
		return around.collapse(&expr.Series{Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: zero})
	}
	single := around.single(n, at, zero)
	if isZero(zero) {
		return single
	}
	rest := &expr.Series{Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: zero}
	return add([]expr.Node{around.collapse(rest), single})
}

// single returns what the body of a sum has at the index that its deltas name beyond what it has elsewhere.
func (around surroundings) single(n *expr.Series, at, zero expr.Node) expr.Node {
	one := setDelta(n.Body, n.Index, at, 1)
	return Tidy(expr.Substitute(add([]expr.Node{one, negate(zero)}), n.Index, at))
}

// bindsAny reports whether a sum in body binds a letter of n.
func bindsAny(body, n expr.Node) bool {
	return expr.Contains(body, func(m expr.Node) bool {
		s, ok := m.(*expr.Series)
		return ok && expr.Mentions(n, s.Index)
	})
}

// triangle returns a sum in which the sums that end at its index have consumed their deltas: of the sum over k from 1 to n of
// the sum over l from 1 to k of δ_lj x_l is left the sum over k from j to n of x_j.
func (around surroundings) triangle(n *expr.Series) expr.Node {
	terms := []expr.Node{n.Body}
	if sum, ok := n.Body.(*expr.Add); ok {
		terms = sum.Terms
	}
	var all, others []expr.Node
	for _, t := range terms {
		if parts, ok := around.crossed(n, t); ok {
			all = append(all, parts...)
		} else {
			others = append(others, t)
		}
	}
	if len(others) > 0 {
		all = append(all, series(n.Index, n.Lo, n.Hi, expr.Sum(others...)))
	}
	return add(all)
}

// crossed returns the sum over one of its terms where a factor of it is a sum that ends at the index and holds a delta: the sum
// over what stands beside the delta, and that over the shorter range in which the inner one holds the index of the delta.
func (around surroundings) crossed(n *expr.Series, term expr.Node) ([]expr.Node, bool) {
	negative := false
	if neg, ok := term.(*expr.Neg); ok {
		term, negative = neg.X, true
	}
	factors := factorsOf(term)
	for i, f := range factors {
		inner, ok := f.(*expr.Series)
		if !ok || inner.Product {
			continue
		}
		at, found := ownDelta(inner.Body, inner.Index)
		if !found || bindsAny(inner.Body, at) || around.in(at) || expr.Mentions(at, n.Index) {
			continue
		}
		lo, hi, ok := around.shorter(n, inner, at)
		if !ok {
			continue
		}
		times := func(p expr.Node) expr.Node {
			p = multiply(append(slices.Delete(slices.Clone(factors), i, i+1), p))
			if negative {
				p = negate(p)
			}
			return p
		}
		zero := setDelta(inner.Body, inner.Index, at, 0)
		parts := []expr.Node{around.collapse(&expr.Series{Index: n.Index, Lo: lo, Hi: hi, Body: times(around.single(inner, at, zero))})}
		if !isZero(zero) {
			rest := times(series(inner.Index, inner.Lo, inner.Hi, zero))
			parts = append(parts, around.collapse(&expr.Series{Index: n.Index, Lo: n.Lo, Hi: n.Hi, Body: rest}))
		}
		return parts, true
	}
	return nil, false
}

// shorter returns the range of the outer index in which the inner sum holds the index at, which lies between the other end of
// the inner sum and that of the outer one.
func (around surroundings) shorter(outer, inner *expr.Series, at expr.Node) (lo, hi expr.Node, ok bool) {
	if around.in(inner.Lo) || around.in(inner.Hi) {
		return nil, nil, false
	}
	notLess := func(a, b expr.Node) bool {
		v, known := value(Tidy(expr.Minus(a, b)))
		return known && v.Sign() >= 0
	}
	if !expr.Mentions(inner.Lo, outer.Index) {
		more := Tidy(expr.Minus(inner.Hi, outer.Index))
		if _, known := value(more); known && notLess(expr.Minus(inner.Lo, more), outer.Lo) {
			return Tidy(expr.Minus(at, more)), outer.Hi, true
		}
	}
	if !expr.Mentions(inner.Hi, outer.Index) {
		more := Tidy(expr.Minus(inner.Lo, outer.Index))
		if _, known := value(more); known && notLess(outer.Hi, expr.Minus(inner.Hi, more)) {
			return outer.Lo, Tidy(expr.Minus(at, more)), true
		}
	}
	return nil, nil, false
}

// ownDelta finds a Kronecker delta between the index and something else, and returns that.
func ownDelta(body expr.Node, index *expr.Symbol) (at expr.Node, found bool) {
	expr.Walk(body, func(m expr.Node) bool {
		if found {
			return false
		}
		switch m := m.(type) {
		case *expr.Call:
			if m.Func == expr.Delta {
				at, found = partner(m, index)
			}
		case *expr.Series:
			return !expr.Equal(m.Index, index)
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
			*expr.Derivative:
		}
		return !found
	})
	return at, found
}

// partner returns what index is compared with in a delta, which must not hold the index itself.
func partner(d *expr.Call, index *expr.Symbol) (expr.Node, bool) {
	a, b := d.Args[0], d.Args[1]
	if expr.Equal(a, index) && !expr.Mentions(b, index) {
		return b, true
	}
	if expr.Equal(b, index) && !expr.Mentions(a, index) {
		return a, true
	}
	return nil, false
}

// setDelta returns body with the delta between index and at set to 0 or 1.
func setDelta(body expr.Node, index *expr.Symbol, at expr.Node, to int64) expr.Node {
	return Tidy(expr.Map(body, func(m expr.Node) expr.Node {
		if c, ok := m.(*expr.Call); ok && c.Func == expr.Delta {
			if p, ok := partner(c, index); ok && expr.Equal(p, at) {
				return whole(to)
			}
		}
		return m
	}))
}

// within reports whether an index can be taken to lie between the bounds: it does not if it surely is less than the lower or
// more than the upper one, as n is more than n-1.
func within(at, lo, hi expr.Node) bool {
	return !surelyLess(at, lo) && !surelyLess(hi, at)
}

func surelyLess(a, b expr.Node) bool {
	v, ok := value(Tidy(expr.Minus(a, b)))
	return ok && v.Sign() < 0
}
