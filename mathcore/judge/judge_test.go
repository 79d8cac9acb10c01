package judge_test

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// tables are the tables of verdicts.
const tables = "testdata/*.txt"

// singleTables are those of pairs that have values at single points alone, where tests that draw points find none.
const singleTables = "testdata/single/*.txt"

// A row of testdata/*.txt: learner | expected | verdict, and evidence where it matters | note. Evidence open says that the
// verdict is true and not found yet.
type row struct {
	learner, expected, verdict, evidence string
	scope                                *scope.Scope
	place                                string
}

func readRows(tb testing.TB, pattern string) []row {
	tb.Helper()
	var rows []row
	for _, r := range exprtest.Rows(tb, pattern) {
		r.Demand(tb, 3, "learner | expected | verdict | note")
		verdict := strings.Fields(r.Cells[2])
		next := row{
			learner: strings.TrimSpace(r.Cells[0]), expected: strings.TrimSpace(r.Cells[1]),
			verdict: verdict[0], scope: r.Scope, place: r.Place,
		}
		if len(verdict) > 1 {
			next.evidence = verdict[1]
		}
		rows = append(rows, next)
	}
	return rows
}

// open marks rows whose verdict is not found yet.
const open = "open"

// mostOpen is how many rows are marked so. It goes up with new rows alone.
const mostOpen = 48

// TestOpenRowsGetFewer fails when more rows are marked as open than there were.
func TestOpenRowsGetFewer(t *testing.T) {
	count := 0
	for _, r := range slices.Concat(readRows(t, tables), readRows(t, singleTables)) {
		if r.evidence == open {
			count++
		}
	}
	if count != mostOpen {
		t.Errorf("%d rows are open, not %d", count, mostOpen)
	}
}

// TestFiguresOfReadme fails when README.md tells another number of rows, or of those that are unsure, than there is.
func TestFiguresOfReadme(t *testing.T) {
	page, err := os.ReadFile("../../README.md")
	if err != nil {
		t.Fatal(err)
	}
	rows, unsure := slices.Concat(readRows(t, tables), readRows(t, singleTables)), 0
	for _, r := range rows {
		if r.evidence == open || r.verdict == judge.Unsure.String() {
			unsure++
		}
	}
	for _, said := range []string{
		fmt.Sprintf("more than %d000 pairs of expressions", len(rows)/1000),
		fmt.Sprintf("unsure about %d of them", unsure),
	} {
		if !strings.Contains(string(page), said) {
			t.Errorf("README.md does not say %q", said)
		}
	}
}

func (r row) trees(tb testing.TB) (a, b expr.Node) {
	tb.Helper()
	a, c := parse.Expr(r.learner, r.scope)
	if c != nil {
		tb.Fatalf("%s: %q: %s", r.place, r.learner, c.Say())
	}
	b, c = parse.Expr(r.expected, r.scope)
	if c != nil {
		tb.Fatalf("%s: %q: %s", r.place, r.expected, c.Say())
	}
	return a, b
}

// TestVerdicts fails when a verdict of the tables is missed, in either order of the sides.
func TestVerdicts(t *testing.T) {
	for _, r := range readRows(t, tables) {
		t.Run(r.place, func(t *testing.T) {
			a, b := r.trees(t)
			for _, got := range []judge.Verdict{judge.Compare(a, b, r.scope), judge.Compare(b, a, r.scope)} {
				if r.evidence == open {
					if got.Relation != judge.Unsure {
						t.Errorf("%s: %s against %s: %s, and marked as open", r.place, r.learner, r.expected, got.Relation)
					}
					continue
				}
				if got.Relation.String() != r.verdict || r.evidence != "" && got.Evidence.String() != r.evidence {
					t.Errorf("%s: %s against %s: %s (%s), want %s %s", r.place, r.learner, r.expected,
						got.Relation, got.Evidence, r.verdict, r.evidence)
				}
			}
		})
	}
}

// TestSameVerdictTwice fails when a verdict or its witness depends on anything but the input.
func TestSameVerdictTwice(t *testing.T) {
	for _, r := range readRows(t, tables) {
		a, b := r.trees(t)
		first, second := describe(judge.Compare(a, b, r.scope)), describe(judge.Compare(a, b, r.scope))
		if first != second {
			t.Errorf("%s: first %s, then %s", r.place, first, second)
		}
	}
}

func describe(v judge.Verdict) string {
	text := v.Relation.String() + " " + v.Evidence.String()
	if v.Witness != nil {
		for _, p := range v.Witness.Point {
			text += " " + p.Symbol.Name + "=" + p.Written(typeset.Line)
		}
		left, right := v.Witness.Decimals()
		text += " " + left + " " + right
	}
	return text
}
