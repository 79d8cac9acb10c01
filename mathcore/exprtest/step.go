package exprtest

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A Step is a row of a table of lines that were typed below others:
//
//	line above, with a form of the right result after = | line typed | what is wanted | note
//
// Lines "where: …", "define: …" and "given: …" hold for the rows below until the next "where:".
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
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		tb.Fatalf("no tables: %v", err)
	}
	var rows []Step
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			tb.Fatal(err)
		}
		sc := &scope.Scope{}
		for i, line := range strings.Split(string(data), "\n") {
			place := filepath.Base(file) + ":" + strconv.Itoa(i+1)
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			if next, ok := declare(tb, place, line, sc); ok {
				sc = next
				continue
			}
			rows = append(rows, readStep(tb, place, line, sc))
		}
	}
	return rows
}

func declare(tb testing.TB, place, line string, sc *scope.Scope) (*scope.Scope, bool) {
	tb.Helper()
	var err error
	key, text, _ := strings.Cut(line, ":")
	switch key {
	case "where":
		sc = &scope.Scope{}
		err = parse.Declare(sc, text)
	case "define":
		sc = sc.Clone()
		err = parse.Define(sc, text)
	case "given":
		sc = sc.Clone()
		err = parse.Require(sc, text)
	default:
		return nil, false
	}
	if err != nil {
		tb.Fatalf("%s: %v", place, err)
	}
	return sc, true
}

func readStep(tb testing.TB, place, text string, sc *scope.Scope) Step {
	tb.Helper()
	cells := strings.Split(text, " | ")
	if len(cells) < 3 {
		tb.Fatalf("%s: want line above | wrong line | slip | note, got %q", place, text)
	}
	from, right, _ := strings.Cut(cells[0], " = ")
	s := Step{Above: tree(tb, place, from, sc), Line: tree(tb, place, cells[1], sc), Scope: sc}
	if right != "" {
		s.Right = []expr.Node{tree(tb, place, right, sc)}
	}
	s.Want, s.Place, s.Text = strings.Fields(cells[2]), place, text
	return s
}

func tree(tb testing.TB, place, text string, sc *scope.Scope) expr.Node {
	tb.Helper()
	n, c := parse.Expr(text, sc)
	if c != nil {
		tb.Fatalf("%s: %q: %s", place, text, c.Say())
	}
	return n
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
