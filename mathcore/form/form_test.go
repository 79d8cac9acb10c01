package form_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

func TestForms(t *testing.T) {
	data, err := os.ReadFile("testdata/forms.txt")
	if err != nil {
		t.Fatal(err)
	}
	sc := &scope.Scope{}
	if err := parse.Declare(sc, "x: real; y: real; ŷ: (0,1); t: {0,1}; p: (0,1); q: (0,1); a: real; b: real; n: nat; t_k: real; p_k: (0,1)"); err != nil {
		t.Fatal(err)
	}
	for _, f := range []string{"f(x)", "g(x) := 1/(1+e^(-x))"} {
		if err := parse.Define(sc, f); err != nil {
			t.Fatal(err)
		}
	}
	read := func(text string) expr.Node {
		n, complaint := parse.Expr(text, sc)
		if complaint != nil {
			t.Fatalf("%s: %s", text, complaint.Say())
		}
		return n
	}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		parts := strings.Split(line, " | ")
		f, err := form.Parse(parts[0])
		if err != nil {
			t.Fatal(err)
		}
		if f.String() != parts[0] {
			t.Errorf("String: got %s, want %s", f, parts[0])
		}
		goal, answer := read(parts[1]), read(parts[2])
		if got := f.Met(answer, goal); got != (parts[3] == "met") {
			t.Errorf("%s: got %t", line, got)
		}
		if !f.Met(goal, goal) {
			t.Errorf("%s: the goal itself is not in the form", line)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, name := range []string{"", "pretty", "factored x", "in-terms-of", "in-terms-of x+1", "decimal many", "decimal -1", "in-terms-of g("} {
		if f, err := form.Parse(name); err == nil {
			t.Errorf("%q: got %v, want an error", name, f)
		}
	}
}
