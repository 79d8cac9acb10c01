package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
)

// byDeltas proves equality where a δ of a letter is left in the difference: once with the letter equal to what it is compared
// with, once with 0 for the δ.
func (ctx *context) byDeltas(q *question) Answer {
	if !slices.ContainsFunc(ctx.kernels, func(k kernel) bool { return k.kind == callKernel && k.call == expr.Delta }) {
		return Unproved
	}
	return ctx.withoutDeltas(ctx.productTree(ctx.canonical(ctx.value(expr.Minus(q.left, q.right)))), mostDeltas)
}

// mostDeltas bounds how many of them are told apart one in the other.
const mostDeltas = 4

func (ctx *context) withoutDeltas(n expr.Node, left int) Answer {
	if n == nil || left == 0 {
		return Unproved
	}
	delta, letter, other := deltaIn(n)
	if delta == nil {
		return Unproved
	}
	none := expr.Map(n, func(m expr.Node) expr.Node {
		if expr.Equal(m, delta) {
			return expr.Int(0)
		}
		return m
	})
	answer := Proved
	for _, n := range []expr.Node{expr.Substitute(n, letter, other), none} {
		one := ctx.same(n, expr.Int(0))
		if !one.holds() {
			one = ctx.withoutDeltas(ctx.productTree(ctx.canonical(ctx.value(n))), left-1)
		}
		if answer = answer.and(one); !answer.holds() {
			return Unproved
		}
	}
	return answer
}

// deltaIn returns a δ in n outside of all sums that compares a letter with something without it.
func deltaIn(n expr.Node) (delta *expr.Call, letter *expr.Symbol, other expr.Node) {
	expr.Walk(n, func(n expr.Node) bool {
		if _, sum := n.(*expr.Series); sum || delta != nil {
			return false
		}
		if c, ok := n.(*expr.Call); ok && c.Func == expr.Delta {
			for i, arg := range c.Args {
				s, ok := arg.(*expr.Symbol)
				if ok && !expr.Mentions(c.Args[1-i], s) && delta == nil {
					delta, letter, other = c, s, c.Args[1-i]
				}
			}
		}
		return true
	})
	return delta, letter, other
}
