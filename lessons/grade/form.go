package grade

import (
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
)

// reached reports whether a line of a derivation ends it: it is the goal, or it has the form asked for and nothing in
// it is left to be done.
func reached(f form.Form, answer, goal expr.Node) bool {
	switch {
	case isGoal(answer, goal):
		return true
	case f.Kind() == form.Any || !f.Met(bounded(answer, goal), goal):
		return false
	case f.Kind() == form.AsGoal:
		return minuses(answer) == minuses(goal) // two that cancel are a step
	}
	return expr.Alike(calculus.Tidy(answer), answer)
}

func minuses(n expr.Node) int {
	count := 0
	expr.Walk(n, func(n expr.Node) bool {
		if _, ok := n.(*expr.Neg); ok {
			count++
		}
		return true
	})
	return count
}

// isGoal reports whether an answer is the goal but for notation and what says nothing, such as a factor 1.
func isGoal(answer, goal expr.Node) bool {
	return expr.Alike(expr.Bare(bounded(answer, goal)), expr.Bare(goal))
}

// bounded gives the sums of an answer that were written without bounds those of the goal, if all sums of the goal run over
// one range. The two have the same value, so this is about the way of writing alone.
func bounded(answer, goal expr.Node) expr.Node {
	var of *expr.Series
	one := true
	expr.Walk(goal, func(n expr.Node) bool {
		if s, ok := n.(*expr.Series); ok {
			one = one && s.Bounded() && (of == nil || expr.Equal(s.Lo, of.Lo) && expr.Equal(s.Hi, of.Hi))
			of = s
		}
		return true
	})
	if of == nil || !one {
		return answer
	}
	return expr.Map(answer, func(n expr.Node) expr.Node {
		s, ok := n.(*expr.Series)
		if !ok || s.Bounded() {
			return n
		}
		return &expr.Series{Span: s.Span, Index: s.Index, Lo: of.Lo, Hi: of.Hi, Body: s.Body, Product: s.Product}
	})
}

// derivativeLeft reports whether a derivative is still to be taken in n.
func derivativeLeft(n expr.Node) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		_, operator := n.(*expr.Derivative)
		call, isCall := n.(*expr.Apply)
		return operator || isCall && call.Primes > 0
	})
}

// wantedForm says what form is asked for.
func wantedForm(f form.Form) string {
	switch f.Kind() {
	case form.InTermsOf:
		return "Write it in terms of " + strings.ReplaceAll(f.Terms(), ", ", " or ") + "."
	case form.NoDerivative:
		return "Take the derivative that is left."
	case form.SingleFraction:
		return "Write it as a single fraction."
	case form.Factored:
		return "Write it as a product."
	case form.Expanded:
		return "Multiply it out."
	case form.Collected:
		return "Gather like terms."
	case form.Decimal:
		if f.Places() == 0 {
			return "Write it as a decimal number."
		}
	case form.AsGoal, form.Any:
	}
	return "Write it in the form asked for."
}
