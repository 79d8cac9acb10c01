package diagnose_test

import (
	"fmt"
	"strings"
	"testing"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/diagnose"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// TestLarge fails when lines that no learner writes cost more than their budget.
func TestLarge(t *testing.T) {
	for _, q := range []struct{ name, from, wrong string }{
		{"long sum", "x+" + series("x^%d", 300), "x+1+" + series("x^%d", 300)},
		{"sum", series("x_%d^2", 30), series("x_%d^3", 30)},
		{"fractions", series("1/(x+%d)", 20), series("1/(x-%d)", 20)},
		{"logarithms", series("ln(x+%d)", 25), series("ln(x+2*%d)", 25)},
		{"product", "d/dx(" + strings.ReplaceAll(series("(x+%d)", 20), "+(", "*(") + ")", "x^19"},
		{"nest", "d/dx(" + strings.Repeat("sin(", 20) + "x" + strings.Repeat(")", 20) + ")", "cos(x)^20"},
		{"quotients", "d/dx(" + strings.Repeat("1/(1+x/(2+", 12) + "x" + strings.Repeat("))", 12) + ")", "x/(1+x)"},
	} {
		from, c := parse.Expr(q.from, nil)
		if c != nil {
			t.Fatal(q.name, c.Say())
		}
		wrong, c := parse.Expr(q.wrong, nil)
		if c != nil {
			t.Fatal(q.name, c.Say())
		}
		explaining, naming := budget.New(2*diagnose.Budget, nil), budget.New(2*diagnose.Budget, nil)
		e := diagnose.Explain(diagnose.Question{From: from, Wrong: wrong, Scope: (&scope.Scope{}).Under(explaining)})
		diagnose.Rules(from, wrong, (&scope.Scope{}).Under(naming))
		t.Logf("%s: %d and %d units, %v", q.name, explaining.Spent(), naming.Spent(), e.Slips)
		if explaining.Spent() > diagnose.Budget || naming.Spent() > diagnose.Budget {
			t.Errorf("%s costs %d and %d units, at most %d each", q.name, explaining.Spent(), naming.Spent(), diagnose.Budget)
		}
	}
}

func series(term string, count int) string {
	terms := make([]string, count)
	for i := range terms {
		terms[i] = fmt.Sprintf(term, i+1)
	}
	return strings.Join(terms, "+")
}
