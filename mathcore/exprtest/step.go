package exprtest

import (
	"fmt"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// A Step is a row of a table of lines that were typed below others:
//
//	line above, with a form of the right result after = | line typed | what is wanted | note
type Step struct {
	Above, Line expr.Node
	Right       []expr.Node // a form of the right result, where the row has one
	Scope       *scope.Scope
	Want        []string // the words of the third cell
	Place       string   // file and line
	Text        string   // the row as it stands there
}

// ReadSteps reads the steps of all files that match the pattern.
func ReadSteps(tb testing.TB, pattern string) []Step {
	tb.Helper()
	var steps []Step
	for _, r := range Rows(tb, pattern) {
		r.Demand(tb, 3, "line above | line typed | what is wanted | note")
		from, right, _ := strings.Cut(r.Cells[0], " = ")
		s := Step{Above: r.Tree(tb, from), Line: r.Tree(tb, r.Cells[1]), Scope: r.Scope, Place: r.Place, Text: r.Text}
		if right != "" {
			s.Right = []expr.Node{r.Tree(tb, right)}
		}
		s.Want = strings.Fields(r.Cells[2])
		steps = append(steps, s)
	}
	return steps
}

// LongSteps are steps between lines that no learner writes.
func LongSteps(tb testing.TB) []Step {
	tb.Helper()
	var all []Step
	for _, row := range [][3]string{
		{"long sum", "x+" + series("x^%d", 300), "x+1+" + series("x^%d", 300)},
		{"sum", series("x_%d^2", 30), series("x_%d^3", 30)},
		{"fractions", series("1/(x+%d)", 20), series("1/(x-%d)", 20)},
		{"logarithms", series("ln(x+%d)", 25), series("ln(x+2*%d)", 25)},
		{"product", "d/dx(" + strings.ReplaceAll(series("(x+%d)", 20), "+(", "*(") + ")", "x^19"},
		{"nest", "d/dx(" + strings.Repeat("sin(", 20) + "x" + strings.Repeat(")", 20) + ")", "cos(x)^20"},
		{"quotients", "d/dx(" + strings.Repeat("1/(1+x/(2+", 12) + "x" + strings.Repeat("))", 12) + ")", "x/(1+x)"},
	} {
		name, above, line := row[0], row[1], row[2]
		sc := &scope.Scope{}
		all = append(all, Step{Above: tree(tb, name, above, sc), Line: tree(tb, name, line, sc), Scope: sc, Place: name, Text: line})
	}
	return all
}

func series(term string, count int) string {
	terms := make([]string, count)
	for i := range terms {
		terms[i] = fmt.Sprintf(term, i+1)
	}
	return strings.Join(terms, "+")
}
