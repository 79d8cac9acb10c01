package grade_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
)

// TestWorkings plays testdata/workings.txt: it fails when a line gets another verdict than a tutor would give.
func TestWorkings(t *testing.T) {
	data, err := os.ReadFile("testdata/workings.txt")
	if err != nil {
		t.Fatal(err)
	}
	played := 0
	for i, text := range strings.Split(string(data), "\n\n") {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			if playWorking(t, text) {
				played++
			}
		})
	}
	if played < 4 {
		t.Errorf("played %d workings of the table", played)
	}
}

func playWorking(t *testing.T, text string) bool {
	t.Helper()
	var from, to string
	sc := &scope.Scope{}
	var w *grade.Working
	ended := false
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		word, rest, _ := strings.Cut(line, " ")
		var err error
		switch word {
		case "", "#":
		case "from":
			from = rest
		case "to":
			to = rest
		case "where":
			err = parse.Declare(sc, rest)
		case "define":
			err = parse.Define(sc, rest)
		default:
			if w == nil {
				w = beginWorking(t, from, to, sc)
			}
			want, typed, _ := strings.Cut(line, "|")
			got := w.Add(strings.TrimSpace(typed))
			if got.Kind.String() != strings.TrimSpace(want) {
				t.Errorf("%s: got %s (%s)", line, got.Kind, got.Verdict.Relation)
			}
			ended = ended || got.Kind == grade.Right
		}
		if err != nil {
			t.Fatalf("%s: %v", line, err)
		}
	}
	return w != nil && (to == "" || ended)
}

func beginWorking(t *testing.T, from, to string, sc *scope.Scope) *grade.Working {
	t.Helper()
	read := func(text string) expr.Node {
		n, c := parse.Expr(text, sc)
		if c != nil {
			t.Fatalf("%s: %s", text, c.Say())
		}
		return n
	}
	w := &grade.Working{Path: rule.Path{Lines: []expr.Node{read(from)}, Scope: sc}, Ends: func(expr.Node) bool { return false }}
	if to != "" {
		w.Path.Goal = read(to)
		w.Ends = func(line expr.Node) bool { return expr.Alike(line, w.Path.Goal) }
	}
	return w
}
