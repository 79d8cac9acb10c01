package diagnose_test

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"chainrule/mathcore/diagnose"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// A row of testdata/*.txt: line above, with a form of the right result after = | wrong line | slip | note. The third
// cell holds one slip, two with a blank between, several with / where each of them is a good answer; "own", alone or
// before some slips, where none need be named; "-" where none may be. Lines "where: …", "define: …" and "given: …" hold for
// the rows below until the next "where:".
type row struct {
	question diagnose.Question
	want     []string
	place    string
	text     string
}

func readRows(tb testing.TB, pattern string) []row {
	tb.Helper()
	files, err := filepath.Glob(pattern)
	if err != nil || len(files) == 0 {
		tb.Fatalf("no tables: %v", err)
	}
	var rows []row
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
			rows = append(rows, readRow(tb, place, line, sc))
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

func readRow(tb testing.TB, place, text string, sc *scope.Scope) row {
	tb.Helper()
	cells := strings.Split(text, " | ")
	if len(cells) < 3 {
		tb.Fatalf("%s: want line above | wrong line | slip | note, got %q", place, text)
	}
	from, right, _ := strings.Cut(cells[0], " = ")
	q := diagnose.Question{From: tree(tb, place, from, sc), Wrong: tree(tb, place, cells[1], sc), Scope: sc}
	if right != "" {
		q.Right = []expr.Node{tree(tb, place, right, sc)}
	}
	return row{q, strings.Fields(cells[2]), place, text}
}

func tree(tb testing.TB, place, text string, sc *scope.Scope) expr.Node {
	tb.Helper()
	n, c := parse.Expr(text, sc)
	if c != nil {
		tb.Fatalf("%s: %q: %s", place, text, c.Say())
	}
	return n
}

// A tally counts how the rows of a table were answered.
type tally struct{ rows, right, silent, wrong int }

func (n *tally) add(right, silent bool) (good bool) {
	n.rows++
	switch {
	case right:
		n.right++
	case silent:
		n.silent++
	default:
		n.wrong++
	}
	return right
}

// TestSlips fails when the tables are explained in any other number of cases than those reached. A better number is
// written down here, a worse one is a loss.
func TestSlips(t *testing.T) {
	var single, pair, own, none tally
	for _, r := range readRows(t, "testdata/*.txt") {
		got := diagnose.Explain(r.question).Slips
		var good bool
		switch {
		case strings.HasPrefix(r.want[0], "own"):
			good = own.add(len(got) == 0 || len(got) == 1 && fits(r.want, got), false)
		case r.want[0] == "-":
			good = none.add(len(got) == 0, false)
		case len(r.want) > 1:
			good = pair.add(len(got) == 2 && fits(r.want, got), len(got) == 0)
		default:
			good = single.add(len(got) == 1 && fits(r.want, got), len(got) == 0)
		}
		if !good {
			t.Logf("%s: %v: %s", r.place, got, r.text)
		}
	}
	for _, reached := range []struct {
		what      string
		got, want tally
	}{
		{"one slip", single, tally{rows: 436, right: 436}},
		{"two slips", pair, tally{rows: 44, right: 40, silent: 1, wrong: 3}},
		{"words of their own", own, tally{rows: 84, right: 78, wrong: 6}},
		{"no slip", none, tally{rows: 13, right: 13}},
	} {
		if reached.got != reached.want {
			t.Errorf("%s: %+v, want %+v", reached.what, reached.got, reached.want)
		}
	}
	if single.right*100 < single.rows*90 || single.wrong*100 >= single.rows*2 || pair.right*100 < pair.rows*60 {
		t.Error("fewer slips are named rightly than promised")
	}
}

// TestTrueLines fails when a slip is named for a line that is true. The rows are those of the judge's tables that are
// equal: learner | expected | verdict.
func TestTrueLines(t *testing.T) {
	rows := 0
	for _, r := range readRows(t, "../judge/testdata/*.txt") {
		if r.want[0] != "equal" {
			continue
		}
		rows++
		back := diagnose.Question{From: r.question.Wrong, Wrong: r.question.From, Scope: r.question.Scope}
		for _, q := range []diagnose.Question{r.question, back} {
			if e := diagnose.Explain(q); len(e.Slips) > 0 || e.Residue.Slip != "" {
				t.Errorf("%s: %v for the true line %s", r.place, e.Slips, r.text)
			}
		}
	}
	if rows < 50 {
		t.Errorf("only %d true lines", rows)
	}
}

// fits reports whether the slips are those wanted, in either order.
func fits(want []string, got []diagnose.Slip) bool {
	fit := func(order []string) bool {
		for i, w := range order {
			if !slices.Contains(strings.Split(w, "/"), string(got[i])) {
				return false
			}
		}
		return true
	}
	return fit(want) || len(want) == 2 && fit([]string{want[1], want[0]})
}
