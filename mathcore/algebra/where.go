package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/linear"
	"chainrule/mathcore/rat"
)

// where(c, a, b) is not computed with: what its cases ask of the letters, such as x > 0 for ln x, holds only where the case
// counts. Two sides with cases are equal if they are in every region in which all conditions are settled.

func isWhere(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Where
}

// The budget of a proof region by region.
const (
	regionDepth  = 6
	regionBudget = 32
)

// A regionSplit is a proof region by region.
type regionSplit struct {
	ctx     *context
	assumed []assumption // what the conditions ask of the region that is looked at
	left    int
	proved  int    // regions in which the sides are equal, not only without a value
	answer  Answer // for the regions that are done
	limited bool   // the budget was spent in a region
}

// An assumption is that n is in a relation to zero everywhere in the region.
type assumption struct {
	n        expr.Node
	relation linear.Relation
}

// byRegions proves equality of sides that choose between cases.
func (ctx *context) byRegions(q *question) Answer {
	r := regionSplit{ctx: ctx, left: regionBudget, answer: Proved}
	switch {
	case r.same(q.left, q.right) && r.proved > 0:
		return r.answer
	case r.limited:
		return Exceeded
	}
	return Unproved
}

// same settles the first condition that is left, one way and the other.
func (r *regionSplit) same(a, b expr.Node) bool {
	condition, ok := conditionOf(expr.Minus(a, b))
	switch {
	case !ok:
		return false
	case condition == nil:
		return r.holds(a, b)
	case len(r.assumed) >= regionDepth || !r.settles(condition):
		return false
	}
	r.ctx.meter.Spend(4 * (expr.Size(a) + expr.Size(b)))
	for _, holds := range r.outcomes(condition) {
		p, q := settled(a, condition, holds), settled(b, condition, holds)
		known := len(r.assumed)
		r.assumed = append(r.assumed, whatFollows(condition, holds)...)
		same := r.same(p, q)
		r.assumed = r.assumed[:known]
		if !same {
			return false
		}
	}
	return true
}

// outcomes returns which of the two a condition may be; that of numbers is one of them alone.
func (r *regionSplit) outcomes(condition expr.Node) []bool {
	if len(expr.Symbols(condition)) == 0 {
		p := oneProduct.scaled(rat.Frac(1, 2))
		r.ctx.within(func() { p = r.context().value(condition) })
		switch {
		case p.isZero():
			return []bool{false}
		case p.equal(oneProduct):
			return []bool{true}
		}
	}
	return []bool{true, false}
}

// conditionOf returns the condition of a choice that stands in no other's cases, or nil. It is false for a choice in a sum,
// whose condition may depend on the index.
func conditionOf(n expr.Node) (condition expr.Node, ok bool) {
	ok = true
	expr.Walk(n, func(n expr.Node) bool {
		switch _, sum := n.(*expr.Series); {
		case sum && expr.Contains(n, isWhere):
			ok = false
		case condition == nil && isWhere(n):
			condition = n.(*expr.Call).Args[0]
		}
		return ok && condition == nil
	})
	return condition, ok
}

// settles reports whether the condition is 1 or 0 everywhere. Letters that have but a few values are put in one by one
// elsewhere.
func (r *regionSplit) settles(condition expr.Node) bool {
	for _, s := range expr.Symbols(condition) {
		if d, _ := r.ctx.scope.Domain(s); d.Finite() {
			return false
		}
	}
	return isTruth(condition)
}

// isTruth reports whether n has the value 1 or 0 wherever its parts have one.
func isTruth(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		switch n.Func { //nolint:exhaustive // no other is one
		case expr.Greater, expr.AtLeast, expr.Less, expr.AtMost, expr.Delta:
			return true
		case expr.Max: // [a > b] put in other words
			inner, ok := n.Args[len(n.Args)-1].(*expr.Call)
			return ok && len(n.Args) == 2 && expr.Equal(n.Args[0], expr.Int(0)) && inner.Func == expr.Sign
		}
	case *expr.Mul:
		return !slices.ContainsFunc(n.Factors, func(f expr.Node) bool { return !isTruth(f) })
	case *expr.Add: // 1 - c
		if len(n.Terms) != 2 || !expr.Equal(n.Terms[0], expr.Int(1)) {
			return false
		}
		neg, ok := n.Terms[1].(*expr.Neg)
		return ok && isTruth(neg.X)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// whatFollows returns what is known of signs where the condition holds, or does not.
func whatFollows(condition expr.Node, holds bool) []assumption {
	switch n := condition.(type) {
	case *expr.Call:
		if n.Func != expr.Max {
			return nil
		}
		u := n.Args[1].(*expr.Call).Args[0]
		if holds {
			return []assumption{{u, linear.Positive}}
		}
		return []assumption{{expr.Negative(u), linear.NotNegative}}
	case *expr.Add:
		return whatFollows(n.Terms[1].(*expr.Neg).X, !holds)
	case *expr.Mul:
		var all []assumption
		for _, f := range n.Factors {
			if holds {
				all = append(all, whatFollows(f, true)...)
			}
		}
		return all
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return nil
}

// settled returns n with the case that the condition picks in place of every choice by it. Where a letter equals something,
// that is put in for it.
func settled(n, condition expr.Node, holds bool) expr.Node {
	n = expr.Map(n, func(n expr.Node) expr.Node {
		if !isWhere(n) || !expr.Equal(n.(*expr.Call).Args[0], condition) {
			return n
		}
		if holds {
			return n.(*expr.Call).Args[1]
		}
		return n.(*expr.Call).Args[2]
	})
	if sum, ok := condition.(*expr.Add); ok { // 1 - c
		condition, holds = sum.Terms[1].(*expr.Neg).X, !holds
	}
	if equality, ok := condition.(*expr.Call); ok && holds && equality.Func == expr.Delta {
		if s, ok := equality.Args[0].(*expr.Symbol); ok && !expr.Mentions(equality.Args[1], s) {
			return expr.Substitute(n, s, equality.Args[1])
		}
	}
	return n
}

// holds proves equality under the assumptions. Where they cannot hold together, or a side has no value, there is nothing to
// prove.
func (r *regionSplit) holds(a, b expr.Node) bool {
	if r.left--; r.left < 0 {
		return false
	}
	difference := expr.Minus(a, b)
	empty, answer := false, Unproved
	ended := r.ctx.within(func() {
		inside := r.context()
		if empty = inside.facts.measureZero && !r.counts(difference) || !inside.possible(); !empty {
			answer = inside.prove(a, b).Answer
		}
	})
	switch {
	case empty:
		return true
	case answer.holds():
		r.proved++
		r.answer = r.answer.and(answer)
		return true
	}
	r.limited = r.limited || !ended
	r.ctx.within(func() {
		inside := r.context()
		inside.value(difference)
		empty = inside.facts.noValue || inside.facts.measureZero && !r.counts(difference)
	})
	return empty
}

// context returns a context in which the assumptions are known.
func (r *regionSplit) context() *context {
	inside := r.ctx.beside(r.ctx.scope)
	inside.useConditions()
	for range r.assumed { // what one says may be needed by another
		for _, known := range r.assumed {
			inside.assume(inside.value(known.n), known.relation)
		}
	}
	return inside
}

// counts reports whether n or an assumption holds a letter that runs through whole numbers: a single one of them matters.
func (r *regionSplit) counts(n expr.Node) bool {
	all := []expr.Node{n}
	for _, known := range r.assumed {
		all = append(all, known.n)
	}
	return slices.ContainsFunc(expr.Symbols(all...), func(s *expr.Symbol) bool {
		d, _ := r.ctx.scope.Domain(s)
		return d.Whole
	})
}
