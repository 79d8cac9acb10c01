package cli

import (
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/check"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

const formUsage = "the `form` that is asked for: as-goal, no-derivative, single-fraction, factored, expanded, collected, decimal, 'decimal 4', 'in-terms-of g(x)'"

// formFlag gives the command the flag --form.
func (t *terms) formFlag(c *cobra.Command) { c.Flags().StringVar(&t.form, "form", "", formUsage) }

// wanted returns the form that is asked for.
func (t *terms) wanted() (form.Form, error) {
	if strings.TrimSpace(t.form) == "" {
		return form.Form{}, nil
	}
	return form.Parse(t.form)
}

// ends tells which lines end a derivation: those that are TO in one of its readings; where a form is asked for, those of the
// value of TO in that form in which nothing is left to be done.
func (v *deriver) ends(goals []parse.Line) func(line expr.Node) bool {
	if v.form.Kind() != form.Any {
		return func(line expr.Node) bool {
			return v.form.Met(line, v.to) && (expr.Alike(line, v.to) || v.finished(line))
		}
	}
	return func(line expr.Node) bool {
		return slices.ContainsFunc(goals, func(goal parse.Line) bool { return expr.Alike(line, goal.Right) })
	}
}

// finished reports whether a line has the value of TO, and nothing in it is left to be done.
func (v *deriver) finished(line expr.Node) bool {
	return expr.Alike(calculus.Tidy(line), line) && check.Line(parse.Line{Right: line}, v.to, v.work.Path.Scope).Relation == judge.Equal
}

var errFormWithoutGoal = errors.New("derive --form needs TO, the expression that is to be reached in that form")

// conditionFlags gives the command the flags --given and --strict.
func (t *terms) conditionFlags(c *cobra.Command, strict string) {
	c.Flags().StringArrayVar(&t.given, "given", nil, "a side `condition`, as in 'p+q=1'; may be given several times")
	c.Flags().BoolVar(&t.strict, "strict", false, strict)
}

// require adds the side conditions to the scope.
func (t *terms) require(sc *scope.Scope) error {
	for _, g := range t.given {
		if err := parse.Require(sc, g); err != nil {
			return err
		}
	}
	return nil
}
