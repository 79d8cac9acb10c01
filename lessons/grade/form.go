package grade

import (
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
)

const asGoal = "as-goal"

// met reports whether an answer of the right value has the form asked for. The loader has read the name before.
func met(name string, answer, goal expr.Node) bool {
	f, err := form.Parse(name)
	return err != nil || f.Met(answer, goal)
}

// reached reports whether a line of a derivation ends it: it is the goal, or it has the form asked for and nothing in
// it is left to be done.
func reached(name string, answer, goal expr.Node) bool {
	if isGoal(answer, goal) {
		return true
	}
	return name != "" && name != asGoal && met(name, answer, goal) && expr.Alike(calculus.Tidy(answer), answer)
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
func wantedForm(name string) string {
	if terms, ok := strings.CutPrefix(name, "in-terms-of "); ok {
		return "Write it in terms of " + terms + "."
	}
	switch name {
	case "no-derivative":
		return "Take the derivative that is left."
	case "single-fraction":
		return "Write it as a single fraction."
	case "factored":
		return "Write it as a product."
	case "expanded":
		return "Multiply it out."
	case "collected":
		return "Gather like terms."
	case "decimal":
		return "Write it as a decimal number."
	}
	return "Write it in the form asked for."
}
