package grade

import (
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
)

// reached reports whether a line of a derivation ends it: it is the goal, or it has the form asked for and nothing in
// it is left to be done.
func reached(f form.Form, answer, goal expr.Node) bool {
	if isGoal(answer, goal) {
		return true
	}
	asked := f.Kind() != form.Any && f.Kind() != form.AsGoal
	return asked && f.Met(answer, goal) && expr.Alike(calculus.Tidy(answer), answer)
}

// isGoal reports whether an answer is the goal but for notation and what says nothing, such as a factor 1.
func isGoal(answer, goal expr.Node) bool { return expr.Alike(expr.Bare(answer), expr.Bare(goal)) }

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
		return "Write it in terms of " + f.Terms() + "."
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
