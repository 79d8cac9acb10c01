package judge

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// The members of a family are numbers of their own: where u_j moves the others stay. So the slope of the sum of f(u_k) by u_j is that of
// f(u_j) at every point, joints of other members too, if all members have values.

// byOneMember compares the sides with the one member in place of sums below derivatives, where nothing else of its family stands there.
func (p *pair) byOneMember() (v Verdict, found bool) {
	if len(p.kind) > 0 || len(p.standing.primes) > 0 || !p.derivesSums() {
		return v, false
	}
	l := lone{p: p, total: true}
	left, right := l.below(p.standing.left, nil), l.below(p.standing.right, nil)
	if left == p.standing.left && right == p.standing.right {
		return v, false
	}
	p.scope.Meter().Spend(4 * (expr.Size(left) + expr.Size(right)))
	there := pair{left: left, right: right, scope: p.scope, shownLeft: left, shownRight: right, assumed: p.assumed, reached: p.reached, depth: p.depth}
	if !there.prepare() {
		return v, false
	}
	v = there.decide()
	return v, v.Relation == Equal || v.Relation == Undefined || v.Relation == Different && l.total
}

// A lone finds the one member of what is derived that it is derived by.
type lone struct {
	p  *pair
	by *expr.Symbol
	// around are the sums in which the derivative stands.
	around []*expr.Series
	// total tells that what was left out has values whatever its letters are.
	total bool
	// conditional asks for conditions of indices that need not lie in the range of a sum. Conditions are those of the sum at work.
	conditional, asked bool
	conditions         []expr.Node
	// unclear tells that a member may lie beyond a range, and it was not found where.
	unclear bool
}

// below returns n with the one member below its derivatives, where that is possible.
func (l *lone) below(n expr.Node, around []*expr.Series) expr.Node {
	switch n := n.(type) {
	case *expr.Derivative:
		if len(n.Var.Index) == 0 || expr.Contains(n.Body, isDerivative) || !expr.Contains(n.Body, isSeries) {
			return n
		}
		l.by, l.around, l.asked = n.Var, around, false
		return l.derivative(n)
	case *expr.Series:
		around = append(slices.Clip(around), n)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply:
	}
	return expr.MapChildren(n, func(_ int, part expr.Node) expr.Node { return l.below(part, around) })
}

// derivative returns the derivative of what has its slope, carried out where conditions were asked for and nothing can
// fail: so the range around can be cut.
func (l *lone) derivative(n *expr.Derivative) expr.Node {
	body, ok := l.of(n.Body)
	if !ok || body == n.Body || l.asked != l.conditional {
		return n
	}
	one := &expr.Derivative{Span: n.Span, Var: n.Var, Body: body, Order: n.Order, Partial: n.Partial}
	if !l.asked || !steady(n.Body) {
		return one
	}
	if slope, ok := calculus.Resolve(one, l.p.scope); ok {
		return slope
	}
	return n
}

// of returns what has the slope of n by the member and holds none but that of its family. It reports false where there is no such thing.
func (l *lone) of(n expr.Node) (expr.Node, bool) {
	if !expr.Contains(n, l.mayHoldOthers) {
		return n, true
	}
	family := func(m expr.Node) bool { return inFamily(m, l.by) }
	parts := expr.Children(n)
	switch n := n.(type) {
	case *expr.Neg, *expr.Add:
	case *expr.Mul, *expr.Div: // a product is linear in its only factor that moves, a quotient in what is divided
		moving := slices.IndexFunc(parts, func(part expr.Node) bool { return expr.Contains(part, family) })
		_, divided := n.(*expr.Div)
		if divided && moving > 0 || slices.ContainsFunc(parts[moving+1:], func(part expr.Node) bool { return expr.Contains(part, family) }) {
			return n, false
		}
	case *expr.Series:
		if n.Product {
			return n, false
		}
		return l.ofSum(n)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
		return n, false
	}
	all := true
	parts = expr.Mapped(parts, func(part expr.Node) expr.Node {
		one, ok := l.of(part)
		all = all && ok
		return one
	})
	return expr.WithChildren(n, parts), all
}

// mayHoldOthers reports whether n is another member of the family, or a sum around which members may be others.
func (l *lone) mayHoldOthers(n expr.Node) bool {
	if s, ok := n.(*expr.Series); ok && expr.Mentions(l.by, s.Index) {
		return expr.Contains(s.Body, func(m expr.Node) bool { return inFamily(m, l.by) })
	}
	return inFamily(n, l.by) && !expr.Equal(n, l.by)
}

// ofSum returns the term with the member of a sum, or of sums in sums, that run through the family.
func (l *lone) ofSum(n *expr.Series) (expr.Node, bool) {
	var stack []*expr.Series
	var body expr.Node = n
	for {
		s, ok := body.(*expr.Series)
		if !ok || s.Product {
			break
		}
		if expr.Mentions(l.by, s.Index) {
			index := expr.Fresh(s.Index, n, l.by)
			s = &expr.Series{Span: s.Span, Index: index, Lo: s.Lo, Hi: s.Hi, Body: expr.Substitute(s.Body, s.Index, index)}
		}
		bounds := expr.Sum(s.Lo, s.Hi)
		if slices.ContainsFunc(stack, func(t *expr.Series) bool { return expr.Mentions(bounds, t.Index) || expr.Equal(s.Index, t.Index) }) {
			return n, false // which of them the member stands in hangs on the index around
		}
		stack, body = append(stack, s), s.Body
	}
	member := l.onlyMember(body)
	if member == nil {
		return n, false
	}
	l.total = l.total && expr.Total(body)
	l.conditions = nil
	term := body
	for i, index := range member.Index {
		if expr.Equal(index, l.by.Index[i]) {
			continue
		}
		at := slices.IndexFunc(stack, func(s *expr.Series) bool { return expr.Equal(s.Index, index) })
		if at < 0 || !l.lies(l.by.Index[i], stack[at]) {
			return n, false
		}
		body = expr.Substitute(body, stack[at].Index, l.by.Index[i])
		stack = slices.Delete(stack, at, at+1)
	}
	if slices.ContainsFunc(l.conditions, func(c expr.Node) bool { return expr.Is(c, 0) }) && expr.Total(term) {
		return expr.Int(0), true
	}
	if len(l.conditions) > 0 {
		if !steady(term) { // where the condition fails there is a slope all the same
			l.unclear = true
			return n, false
		}
		body = expr.Product(append(l.conditions, body)...)
	}
	for _, s := range slices.Backward(stack) {
		body = &expr.Series{Span: s.Span, Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body}
	}
	return body, !expr.Contains(body, l.mayHoldOthers)
}

// onlyMember returns the only member of the family in n; nil where there are several.
func (l *lone) onlyMember(n expr.Node) (member *expr.Symbol) {
	several := expr.Contains(n, func(m expr.Node) bool {
		s, ok := m.(*expr.Symbol)
		if !ok || !inFamily(m, l.by) {
			return false
		}
		if member == nil {
			member = s
		}
		return !expr.Equal(member, s)
	})
	if several {
		return nil
	}
	return member
}

// lies reports whether the index lies in the range of the sum, or is taken to.
func (l *lone) lies(index expr.Node, s *expr.Series) bool {
	m := membershipOf{index, s.Lo, s.Hi}
	for i, t := range slices.Backward(l.around) {
		ahead, ok := wholeNumber(expr.Minus(index, t.Index))
		if ok && expr.Mentions(index, t.Index) {
			return l.within(m, l.around[:i], t, expr.Int(ahead))
		}
	}
	if number, ok := wholeNumber(index); ok {
		return slices.ContainsFunc(l.p.reached, func(r reach) bool {
			return r.number == number && expr.Equal(r.lo, s.Lo) && expr.Equal(r.hi, s.Hi)
		})
	}
	return slices.ContainsFunc(l.p.assumed, func(n membership) bool {
		return expr.Equal(n.index, index) && expr.Equal(n.lo, s.Lo) && expr.Equal(n.hi, s.Hi)
	})
}

// A membershipOf says that an index lies in the range of a sum.
type membershipOf struct{ index, lo, hi expr.Node }

// within reports whether the index, which is so far ahead of that of t, lies in the range, asking for conditions if it may. It reports
// false where it is not known how the two ranges end beside each other: then all of the one may be meant to lie in the other.
func (l *lone) within(m membershipOf, around []*expr.Series, t *expr.Series, ahead expr.Node) bool {
	first, last := expr.Sum(t.Lo, ahead), expr.Sum(t.Hi, ahead)
	for _, end := range []struct {
		inside, beyond bool
		apart          expr.Node
		condition      expr.Node
	}{
		{
			notLess(leastOf(first, around), m.lo) || notLess(m.index, m.lo), isLess(m.index, m.lo),
			expr.Minus(first, m.lo), expr.Of(expr.AtLeast, m.index, m.lo),
		},
		{
			notLess(m.hi, greatestOf(last, around)) || notLess(m.hi, m.index), isLess(m.hi, m.index),
			expr.Minus(last, m.hi), expr.Of(expr.AtMost, m.index, m.hi),
		},
	} {
		if end.inside {
			continue
		}
		if end.beyond {
			end.apart, end.condition = expr.Int(0), expr.Int(0)
		}
		if _, known := wholeNumber(end.apart); !known || !l.conditional {
			l.unclear = true
			return false
		}
		l.conditions, l.asked = append(l.conditions, end.condition), true
	}
	return true
}

// steady reports whether n surely has a value and a slope everywhere.
func steady(n expr.Node) bool { return expr.Total(n) && !expr.Contains(n, bends) }

// bends reports whether n need not have a slope everywhere.
func bends(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && (chooses(c) || c.Func == expr.Cbrt || isCondition(c))
}

// beyondRanges writes conditions for the members below derivatives that a sum around takes beyond the range of a sum below: the sum over
// j from 1 of the slopes by w_j of the sum over k from 2 of w_k² has none for j = 1. It reports whether some may lie beyond that were not
// found.
func (p *pair) beyondRanges() (unclear bool) {
	l := lone{p: p, conditional: true}
	p.each(func(n expr.Node) expr.Node {
		if !expr.Contains(n, func(m expr.Node) bool { return isSeries(m) && expr.Contains(m, isDerivative) }) {
			return n
		}
		return l.below(n, nil)
	})
	return l.unclear
}
