package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// rounds bounds how often normal forms are computed anew because a sign or a common divisor was learnt on the way.
const rounds = 8

// fewTerms is how many terms most differences have room in.
const fewTerms = 4

// byForm computes the normal form of the difference, again as long as something is learnt on the way that it could use.
// It enters into the question what stood in the way.
func (ctx *context) byForm(q *question) Answer {
	answer := Unproved
	for range rounds {
		ctx.begin()
		difference := ctx.add(ctx.flatten(q.right, -1, ctx.flatten(q.left, 1, make([]product, 0, fewTerms)))...)
		switch {
		case difference.isZero() || ctx.expandsToZero(difference):
			answer = Proved
		case ctx.vanishes(difference):
			answer = Modular
		case ctx.found.changed:
			continue
		case ctx.coefficientsVanish(difference):
			answer = Proved
		}
		break
	}
	q.unknown = ctx.found.unknownSigns
	if ctx.facts.noValue {
		return Unproved // what follows from 1/0 is no proof
	}
	return answer
}

// NoValue reports whether n certainly has no value anywhere: it divides by an expression that is zero, or takes the
// logarithm of one.
func NoValue(n expr.Node, sc *scope.Scope) bool {
	ctx := newContext(sc)
	ended := ctx.within(func() {
		ctx.settle(func() bool {
			ctx.value(n)
			return ctx.facts.noValue
		})
	})
	return ended && ctx.facts.noValue
}

// expandsToZero reports whether p vanishes once it is multiplied out, as (|x|+x)(|x|-x) does by |x|^2 = x^2.
func (ctx *context) expandsToZero(p product) bool {
	const longest = 400
	cost, related := int64(1), false
	for _, x := range p.f {
		if _, lazy := ctx.lazy[x.base]; lazy {
			return false
		}
		if x.n > 0 {
			cost = ctx.costOf(cost, x.base, x.n)
		}
		for _, t := range ctx.bases[x.base] {
			related = related || ctx.algebraicIn(t.M)
		}
	}
	if !related || cost > longest {
		return false
	}
	num, _ := ctx.expand(p)
	return len(num) == 0
}
