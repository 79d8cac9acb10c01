package judge_test

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A row of testdata/*.txt: learner | expected | verdict, and evidence where it matters | note.
// A line "where: …" or "define: …" holds for the rows below it until the next "where:".
type row struct {
	learner, expected, verdict, evidence string
	scope                                *scope.Scope
	place                                string
}

func readRows(tb testing.TB) []row {
	tb.Helper()
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatalf("no tables: %v", err)
	}
	var rows []row
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		rows = append(rows, parseRows(tb, filepath.Base(file), string(data))...)
	}
	return rows
}

func parseRows(tb testing.TB, file, text string) []row {
	tb.Helper()
	var rows []row
	sc := &scope.Scope{}
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimSpace(line)
		place := file + ":" + strconv.Itoa(i+1)
		switch {
		case line == "" || strings.HasPrefix(line, "#"):
		case strings.HasPrefix(line, "where:"):
			sc = &scope.Scope{}
			if err := parse.Declare(sc, strings.TrimPrefix(line, "where:")); err != nil {
				tb.Fatalf("%s: %v", place, err)
			}
		case strings.HasPrefix(line, "define:"):
			sc = sc.Clone()
			if err := parse.Define(sc, strings.TrimPrefix(line, "define:")); err != nil {
				tb.Fatalf("%s: %v", place, err)
			}
		case strings.HasPrefix(line, "given:"):
			sc = sc.Clone()
			if err := parse.Require(sc, strings.TrimPrefix(line, "given:")); err != nil {
				tb.Fatalf("%s: %v", place, err)
			}
		default:
			cells := strings.Split(line, " | ")
			if len(cells) < 3 {
				tb.Fatalf("%s: want learner | expected | verdict | note, got %q", place, line)
			}
			verdict := strings.Fields(cells[2])
			r := row{
				learner: strings.TrimSpace(cells[0]), expected: strings.TrimSpace(cells[1]),
				verdict: verdict[0], scope: sc, place: place,
			}
			if len(verdict) > 1 {
				r.evidence = verdict[1]
			}
			rows = append(rows, r)
		}
	}
	return rows
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
	for _, r := range readRows(t) {
		t.Run(r.place, func(t *testing.T) {
			a, b := r.trees(t)
			for _, got := range []judge.Verdict{judge.Compare(a, b, r.scope), judge.Compare(b, a, r.scope)} {
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
	for _, r := range readRows(t) {
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
			text += " " + p.Symbol.Name + "=" + p.Is.RatString()
		}
		left, right := v.Witness.Decimals()
		text += " " + left + " " + right
	}
	return text
}
