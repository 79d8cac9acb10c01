package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/scope"
)

// Simplified returns n in lowest terms and multiplied out: a fraction of sums of products in which like terms have met.
// It has the value of n wherever n has one, jumps apart. It reports false where the budget does not suffice, or the form
// cannot be written.
func Simplified(n expr.Node, sc *scope.Scope) (simple expr.Node, ok bool) {
	ctx := newContext(sc)
	ended := ctx.within(func() {
		ctx.settle(func() bool {
			p := ctx.canonical(ctx.value(n))
			if !ctx.found.changed && !ctx.facts.noValue {
				simple = ctx.productTree(p)
			}
			return ctx.facts.noValue
		})
	})
	if !ended || simple == nil {
		return n, false
	}
	return simple, true
}

// NeverNegative reports whether n is known not to be negative wherever it has a value.
func NeverNegative(n expr.Node, sc *scope.Scope) bool {
	ctx := newContext(sc)
	sign := unknownSign
	ended := ctx.within(func() {
		ctx.settle(func() bool {
			sign = ctx.signOfParts(n)
			return sign != unknownSign
		})
	})
	return ended && sign == notNegative
}

// Positive reports whether n is plainly positive wherever it has a value: a product of exponentials, positive numbers and letters,
// and sums of such products.
func Positive(n expr.Node, sc *scope.Scope) bool {
	ctx := newContext(sc)
	positive := false
	ctx.within(func() {
		const noLevel = 63
		p := ctx.canonical(ctx.value(n))
		positive = p.c.Sign() > 0 &&
			!slices.ContainsFunc(p.m, func(q poly.Power) bool { return !ctx.plainlyPositive(noLevel, q.Var) }) &&
			!slices.ContainsFunc(p.f, func(x factor) bool { return !ctx.plainlyPositiveSum(noLevel, x.base) })
	})
	return positive
}

// settle computes again as long as something is learnt on the way that could be used, until done.
func (ctx *context) settle(compute func() (done bool)) {
	for range rounds {
		ctx.begin()
		if compute() || !ctx.found.changed {
			return
		}
	}
}
