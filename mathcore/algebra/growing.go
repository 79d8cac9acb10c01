package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
)

// starts proves the first case, and those before it.
func (c *chain) starts(g *context) Answer {
	answer := Proved
	domain, declared := c.ctx.scope.Domain(c.letter)
	for n := c.lowest; n <= c.first && answer.holds(); n++ {
		if declared && !domain.Contains(big.NewRat(n, 1)) {
			continue
		}
		at := expr.Int(n)
		left, right := expr.Substitute(c.left, c.letter, at), expr.Substitute(c.right, c.letter, at)
		first := g.same(left, right)
		if !first.holds() && (c.ofValues(left) || c.ofValues(right)) {
			first = c.atValues(g, step{left, right, g.writtenFully(left), g.writtenFully(right)}, func(s step) Answer {
				return g.same(s.nextLeft, s.nextRight)
			})
		}
		answer = answer.and(first)
	}
	return answer
}

// goesOn proves that both sides grow by the same from one n to the next, or where there are products and the sides are not
// zero by the same factor; or that they are equal for the next n if they are for this one. New members that have but few values are
// taken one value after the other where it must be.
func (c *chain) goesOn(g *context) Answer {
	s := step{c.left, c.right, c.next(c.left), c.next(c.right)}
	if answer := c.takes(g, s); answer.holds() {
		return answer
	}
	if len(c.scope.Conditions()) > 0 {
		return Unproved
	}
	if answer := c.atValues(g, s, func(s step) Answer {
		if answer := g.same(s.nextLeft, s.nextRight); answer.holds() {
			return answer
		}
		return c.takes(g, s)
	}); answer.holds() {
		return answer
	}
	return c.growsAlike(g, s.nextLeft, s.nextRight)
}

// A step is both sides at n and at the next.
type step struct{ left, right, nextLeft, nextRight expr.Node }

// takes proves that the sides are equal at the end of a step if they are at its beginning.
func (c *chain) takes(g *context, s step) Answer {
	if answer := g.same(expr.Sum(s.nextLeft, s.right), expr.Sum(s.nextRight, s.left)); answer.holds() {
		return answer
	}
	if expr.Contains(expr.Minus(s.left, s.right), isProductOver) && (awayFromZero(g, s.left) || awayFromZero(g, s.right)) {
		if answer := g.same(expr.Product(s.nextLeft, s.right), expr.Product(s.nextRight, s.left)); answer.holds() {
			return answer
		}
	}
	if len(c.scope.Conditions()) > 0 {
		return Unproved
	}
	for which := range mostSupposed {
		h := c.ctx.beside(c.scope)
		if !h.supposeZero(expr.Minus(s.left, s.right), which) {
			break
		}
		if answer := h.same(s.nextLeft, s.nextRight); answer.holds() {
			return answer
		}
	}
	return Unproved
}

// The budget of the values of members that are taken one by one.
const (
	mostMemberValues = 3
	mostMemberCases  = 9
)

// atValues proves a step for each combination of the values of what has but few and stands outside of sums in it: members, and signs.
// Whatever these are, it is one of them. It is unproved where there are none.
func (c *chain) atValues(g *context, s step, proved func(s step) Answer) Answer {
	if !c.ofValues(s.left) && !c.ofValues(s.right) {
		return Unproved
	}
	s.left, s.right, s.nextLeft, s.nextRight = g.plainMembers(s.left), g.plainMembers(s.right), g.plainMembers(s.nextLeft), g.plainMembers(s.nextRight)
	cases := []step{s}
	for _, f := range c.fewValued(expr.Minus(s.nextLeft, s.nextRight)) {
		if len(cases)*len(f.values) > mostMemberCases {
			return Unproved
		}
		var each []step
		for _, at := range cases {
			for _, v := range f.values {
				put := func(n expr.Node) expr.Node {
					g.meter.Spend(expr.Size(n))
					return f.put(n, expr.Rational(v))
				}
				each = append(each, step{put(at.left), put(at.right), put(at.nextLeft), put(at.nextRight)})
			}
		}
		cases = each
	}
	if len(cases) == 1 {
		return Unproved
	}
	answer := Proved
	for _, at := range cases {
		if answer = answer.and(proved(at)); !answer.holds() {
			return Unproved
		}
	}
	return answer
}

// A few is a part of an expression that has one of a few values.
type few struct {
	part   expr.Node
	values []*big.Rat
}

func (f few) put(n, value expr.Node) expr.Node {
	if s, ok := f.part.(*expr.Symbol); ok {
		return expr.Substitute(n, s, value)
	}
	return expr.Map(n, func(m expr.Node) expr.Node {
		if expr.Equal(m, f.part) {
			return value
		}
		return m
	})
}

// fewValued returns the members and signs in n that have but few values and stand outside of sums.
func (c *chain) fewValued(n expr.Node) []few {
	var all []few
	for _, m := range expr.Symbols(n) {
		d, _ := c.scope.Domain(m)
		if len(m.Index) > 0 && d.Finite() && len(d.Set) <= mostMemberValues && !ofBoundIndex(m, n) {
			all = append(all, few{m, d.Set})
		}
	}
	signs := expr.Contains(expr.Minus(c.left, c.right), sumsSigns)
	expr.Walk(n, func(m expr.Node) bool {
		_, sum := m.(*expr.Series)
		if signs && !sum && isSign(m) && !slices.ContainsFunc(all, func(f few) bool { return expr.Equal(f.part, m) }) {
			all = append(all, few{m, []*big.Rat{big.NewRat(-1, 1), new(big.Rat), big.NewRat(1, 1)}})
		}
		return !sum
	})
	return all
}

func isSign(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Sign
}

// sumsSigns reports whether n is a sum or product in which signs stand.
func sumsSigns(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && expr.Contains(s.Body, isSign)
}

// ofValues reports whether n holds members that have but few values, or signs of members.
func (c *chain) ofValues(n expr.Node) bool {
	return expr.Contains(n, func(m expr.Node) bool {
		if sumsSigns(m) {
			return true
		}
		s, ok := m.(*expr.Symbol)
		if !ok || len(s.Index) == 0 {
			return false
		}
		d, _ := c.scope.Domain(s)
		return d.Finite()
	})
}

// writtenFully returns n in normal form, with sums between numbers written out.
func (ctx *context) writtenFully(n expr.Node) expr.Node {
	if tree := ctx.productTree(ctx.canonical(ctx.value(n))); tree != nil {
		return tree
	}
	return n
}

// plainMembers returns n with the indices of members in normal form.
func (ctx *context) plainMembers(n expr.Node) expr.Node {
	return expr.Map(n, func(m expr.Node) expr.Node {
		if s, ok := m.(*expr.Symbol); ok && len(s.Index) > 0 {
			return ctx.reindexed(s)
		}
		return m
	})
}

// ofBoundIndex reports whether the member stands for many: an index of it counts along in a sum of n.
func ofBoundIndex(m *expr.Symbol, n expr.Node) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Series)
		return ok && expr.Mentions(m, s.Index)
	})
}

// mostSupposed bounds for how many sums and products what they must be is put in, one after the other.
const mostSupposed = 2

// supposeZero puts what it must be in place of a sum or product over a range that n holds in the first degree, when n is 0: n is
// a times the sum and more, and a is zero at isolated points at most. Of those that it may do this with it passes over some.
func (ctx *context) supposeZero(n expr.Node, passOver int) bool {
	num, _ := ctx.expand(ctx.value(n))
	for _, v := range num.Vars() {
		if kind := ctx.kernels[v].kind; kind != seriesKernel && kind != productKernel {
			continue
		}
		var with, without poly.Poly
		linear := true
		for _, t := range num {
			e, holds := t.M.Of(v)
			switch {
			case !holds:
				without = append(without, t)
			case e.IsVar():
				with = append(with, poly.Term{C: t.C, M: t.M.Without(v)})
			default:
				linear = false
			}
		}
		factor := ctx.canonical(ctx.fromPoly(with, nil))
		if !linear || factor.isZero() || ctx.productMayVanish(factor) {
			continue
		}
		if passOver--; passOver >= 0 {
			continue
		}
		ctx.replace(v, ctx.mul(ctx.fromPoly(without, nil), ctx.inv(factor)).neg())
		return true
	}
	return false
}

// growsAlike proves by another induction that both sides grow by the same from one n to the next.
func (c *chain) growsAlike(g *context, left, right expr.Node) Answer {
	if c.ctx.inner {
		return Unproved
	}
	grown := func(next, n expr.Node) expr.Node {
		return g.productTree(g.canonical(g.value(expr.Minus(next, n))))
	}
	a, b := grown(left, c.left), grown(right, c.right)
	if a == nil || b == nil || !expr.Contains(expr.Minus(a, b), isSeries) {
		return Unproved
	}
	inner := c.ctx.beside(c.scope)
	inner.inner = true
	return inner.byInduction(&question{left: a, right: b})
}

func isProductOver(n expr.Node) bool {
	s, ok := n.(*expr.Series)
	return ok && s.Product
}

// next returns n with one more for the letter, the last terms of the sums written out, and those with which they no longer
// begin.
func (c *chain) next(n expr.Node) expr.Node {
	one := expr.Sum(c.letter, expr.Int(1))
	s, ok := n.(*expr.Series)
	switch {
	case ok && !c.in(s):
		return n
	case ok && (c.in(s.Hi) || c.in(s.Lo)):
		body, then := s.Body, s.Body
		if !expr.Equal(s.Index, c.letter) {
			body, then = c.next(body), expr.Substitute(body, c.letter, one)
		}
		step, _ := c.ctx.growth(s.Hi, c.letter)
		start, _ := c.ctx.growth(s.Lo, c.letter)
		all := []expr.Node{&expr.Series{Index: s.Index, Lo: s.Lo, Hi: s.Hi, Body: body, Product: s.Product}}
		for k := range step {
			all = append(all, expr.Substitute(then, s.Index, expr.Sum(s.Hi, expr.Int(k+1))))
		}
		for k := range start {
			all = append(all, expr.Negative(expr.Substitute(then, s.Index, expr.Sum(s.Lo, expr.Int(k)))))
		}
		if s.Product {
			return expr.Product(all...)
		}
		return expr.Sum(all...)
	}
	parts := expr.Children(n)
	if _, ok := n.(*expr.Symbol); ok || len(parts) == 0 {
		return expr.Substitute(n, c.letter, one)
	}
	fresh := make([]expr.Node, len(parts))
	for i, part := range parts {
		fresh[i] = c.next(part)
	}
	return expr.WithChildren(n, fresh)
}
