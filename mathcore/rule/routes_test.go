package rule_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/scope"
)

// TestRoutes walks ways to the goal that people took. None of their lines may be told to lead away or back, with the
// way itself in the author's mind or another.
func TestRoutes(t *testing.T) {
	data, err := os.ReadFile("testdata/routes.txt")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(strings.TrimSpace(string(data)), "\n\n")
	if len(blocks) < 5 {
		t.Fatalf("only %d routes", len(blocks))
	}
	for _, block := range blocks {
		lines := strings.Split(block, "\n")
		for strings.HasPrefix(lines[0], "#") {
			lines = lines[1:]
		}
		cells := strings.Split(lines[0], "|")
		if len(cells) != 4 {
			t.Fatalf("not where | define | from | to: %s", lines[0])
		}
		sc := &scope.Scope{}
		if err := parse.Declare(sc, cells[0]); err != nil {
			t.Fatal(err)
		}
		if d := strings.TrimSpace(cells[1]); d != "" {
			if err := parse.Define(sc, d); err != nil {
				t.Fatal(err)
			}
		}
		read := func(text string) expr.Node {
			n, c := parse.Expr(strings.TrimSpace(text), sc)
			if c != nil {
				t.Fatalf("%s: %s", text, c.Say())
			}
			return n
		}
		var route []expr.Node
		for _, l := range lines[1:] {
			route = append(route, read(l))
		}
		from, goal := read(cells[2]), read(cells[3])
		for _, model := range [][]expr.Node{nil, route, {goal}} {
			p := rule.Path{Lines: []expr.Node{from}, Goal: goal, Model: model, Scope: sc}
			for i, n := range route {
				if got := p.Progress(n); got != rule.Nearer && got != rule.Unknown {
					t.Errorf("%s is told to be %q", lines[1+i], got)
				}
				if judge.Compare(p.Last(), n, sc).Relation != judge.Equal {
					t.Errorf("%s is no true line", lines[1+i])
				}
				p.Lines = append(p.Lines, n)
			}
		}
		if !expr.Alike(route[len(route)-1], goal) {
			t.Errorf("%s is not the goal", lines[len(lines)-1])
		}
	}
}
