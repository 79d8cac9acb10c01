package calculus_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"strings"
	"testing"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// The examples in the comments of the rules are differentiated; each must use its rule and give what it says.
func TestRuleExamples(t *testing.T) {
	file, err := parser.ParseFile(token.NewFileSet(), "rule.go", nil, parser.ParseComments)
	if err != nil {
		t.Fatal(err)
	}
	rules := calculus.Rules()
	next := 0
	ast.Inspect(file, func(n ast.Node) bool {
		spec, ok := n.(*ast.ValueSpec)
		if !ok || spec.Doc == nil || spec.Names[0].Name == "numRules" {
			return true
		}
		rule := rules[next]
		next++
		_, example, found := strings.Cut(spec.Doc.Text(), "Example: ")
		if !found {
			t.Errorf("%s has no example", rule)
			return true
		}
		checkExample(t, rule, strings.TrimSuffix(strings.TrimSpace(example), "."))
		return true
	})
	if next != len(rules) {
		t.Errorf("%d rules have comments, want %d", next, len(rules))
	}
}

func checkExample(t *testing.T, rule calculus.Rule, example string) {
	t.Helper()
	from, want, _ := strings.Cut(example, " = ")
	sc := &scope.Scope{}
	if err := parse.Define(sc, "f(x)"); err != nil {
		t.Fatal(err)
	}
	n, complaint := parse.Expr(from, sc)
	if complaint != nil {
		t.Fatalf("%s: %s", from, complaint.Say())
	}
	d, ok := n.(*expr.Derivative)
	if !ok {
		t.Fatalf("%s is no derivative", from)
	}
	step := calculus.Differentiate(d.Body, d.Var, sc)
	if got := typeset.Line(step.Result); got != want {
		t.Errorf("%s: got %s, want %s", from, got, want)
	}
	used := false
	step.Walk(func(s *calculus.Step) bool {
		used = used || s.Rule == rule
		return !used
	})
	if !used {
		t.Errorf("%s: %s is not used", from, rule)
	}
}
