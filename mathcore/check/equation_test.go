package check_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/check"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/scope"
)

// A labelled pair is a row of testdata/equations.txt.
type labelled struct {
	learner, expected, verdict string
	scope                      *scope.Scope
}

func equationRows(t *testing.T) []labelled {
	t.Helper()
	var rows []labelled
	for _, r := range exprtest.Rows(t, "testdata/equations.txt") {
		r.Demand(t, 3, "learner | expected | verdict")
		rows = append(rows, labelled{r.Cells[0], r.Cells[1], strings.TrimSpace(r.Cells[2]), r.Scope})
	}
	return rows
}

func outcome(t *testing.T, answer, expected string, sc *scope.Scope) string {
	t.Helper()
	v, complaint := check.Pair(answer, expected, sc)
	if complaint != nil {
		t.Errorf("%s | %s: %s", answer, expected, complaint.Say())
	}
	return v.Relation.String()
}

func TestEquations(t *testing.T) {
	for _, r := range equationRows(t) {
		if got := outcome(t, r.learner, r.expected, r.scope); got != r.verdict {
			t.Errorf("%s | %s: %s, want %s", r.learner, r.expected, got, r.verdict)
		}
	}
}

// TestSidesChange tells the same of a = b and of b = a, and of two equations whichever comes first.
func TestSidesChange(t *testing.T) {
	for _, r := range equationRows(t) {
		if strings.ContainsAny(r.learner, "⇒&≈$.,'") {
			continue // manners; L(w, b) and y', which are read so on the left alone
		}
		if sides := strings.Split(r.learner, "="); len(sides) == 2 {
			turned := sides[1] + " = " + sides[0]
			if got := outcome(t, turned, r.expected, r.scope); got != r.verdict {
				t.Errorf("%s | %s: %s, want %s as the other way round", turned, r.expected, got, r.verdict)
			}
		}
		if strings.Count(r.expected, "=") == 1 && strings.Count(r.learner, "=") == 1 {
			if got := outcome(t, r.expected, r.learner, r.scope); got != r.verdict {
				t.Errorf("%s | %s: %s, want %s as the other way round", r.expected, r.learner, got, r.verdict)
			}
		}
	}
}

// TestTrueLeftSide puts true left sides before right sides of all kinds: the verdict stays.
func TestTrueLeftSide(t *testing.T) {
	for _, r := range equationRows(t) {
		if strings.ContainsAny(r.learner+r.expected, "=≈") {
			continue
		}
		for _, left := range []string{r.expected, "0 + (" + r.expected + ")", "y_0"} {
			if got := outcome(t, left+" = "+r.learner, r.expected, r.scope); got != r.verdict {
				t.Errorf("%s = %s | %s: %s, want %s", left, r.learner, r.expected, got, r.verdict)
			}
		}
	}
	for _, right := range []string{"x^2+x", "x(x+1)", "x^2", "ln(e^(x^2+x))", "√((x^2+x)^2)", "1/0", "x^(2+1/x)+ln(-1-x^2)"} {
		want := outcome(t, right, "x^2+x", nil)
		for _, left := range []string{"x^2+x", "x(1+x)", "y", "f(x)", "d/dx(x^3/3+x^2/2)", "x^2 + x = x(x+1)"} {
			if got := outcome(t, left+" = "+right, "x^2+x", nil); got != want {
				t.Errorf("%s = %s: %s, want %s", left, right, got, want)
			}
		}
	}
}
