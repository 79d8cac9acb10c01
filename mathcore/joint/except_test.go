package joint_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// TestExcept derives by x and tells what must not be 0 there.
func TestExcept(t *testing.T) {
	for text, want := range map[string]string{
		"|x|":           "x",
		"|x-1|+|x+1|":   "x - 1, x + 1",
		"x*|x|":         "",
		"x^2*|x|":       "",
		"|x^3|":         "",
		"max(x,0)":      "x",
		"max(x,0)^2":    "",
		"max(x,y)":      "x - y",
		"sign(x)":       "x",
		"x^2":           "",
		"|y|*x":         "",
		"|x^2+1|":       "",
		"|sin(x)|":      "sin(x)",
		"e^(-|x|)":      "x",
		"relu(x)-x":     "x",
		"|x|*|x|":       "",
		"ln(|x|)":       "x",
		"(x-2)*|x-2|^3": "",
	} {
		sc := &scope.Scope{}
		n, complaint := parse.Expr(text, sc)
		if complaint != nil {
			t.Fatalf("%s: %s", text, complaint.Say())
		}
		x := expr.Var("x")
		var got []string
		for _, u := range joint.Except(n, calculus.Tidy(calculus.Differentiate(n, x, sc).Result), x, sc) {
			got = append(got, typeset.Line(u))
		}
		if told := strings.Join(got, ", "); told != want {
			t.Errorf("%s: %q, want %q", text, told, want)
		}
	}
}
