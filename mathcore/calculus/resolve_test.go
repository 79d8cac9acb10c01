package calculus_test

import (
	"os"
	"strings"
	"testing"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

func TestResolveIndexedSums(t *testing.T) {
	i, j, k, m := expr.Var("i"), expr.Var("j"), expr.Var("k"), expr.Var("m")
	theta := func(index expr.Node) *expr.Symbol { return expr.Var("theta", index) }
	x := func(index ...expr.Node) *expr.Symbol { return expr.Var("x", index...) }
	sum := func(index *expr.Symbol, body expr.Node) expr.Node {
		return &expr.Series{Index: index, Lo: expr.Int(1), Hi: m, Body: body}
	}
	by := func(v *expr.Symbol, body expr.Node) expr.Node {
		return &expr.Derivative{Var: v, Body: body, Order: 1}
	}
	tests := []struct {
		tree expr.Node
		want string
	}{
		{by(theta(j), sum(k, expr.Product(theta(k), x(k)))), "x_j"},
		{by(theta(j), sum(j, expr.Product(theta(j), x(j)))), "x_j"},
		{by(theta(j), expr.Product(theta(expr.Int(1)), x())), "x δ_{1,j}"},
		{by(theta(expr.Int(2)), theta(expr.Int(1))), "0"},
		{
			by(theta(j), sum(i, expr.Power(expr.Minus(sum(k, expr.Product(theta(k), x(i, k))), expr.Var("y", i)), expr.Int(2)))),
			"2*sum(i=1..m, (sum(k=1..m, θ_k x_ik) - y_i)*x_ij)",
		},
	}
	for _, test := range tests {
		got, ok := calculus.Resolve(test.tree, &scope.Scope{})
		if line := typeset.Line(got); !ok || line != test.want {
			t.Errorf("%s: got %s (%t), want %s", typeset.Line(test.tree), line, ok, test.want)
		}
	}
}

// The table of derivatives is written anew by UPDATE_GOLDEN=1.
func TestDerivatives(t *testing.T) {
	const file = "testdata/derivatives.txt"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	sc := lessonScope(t)
	var out strings.Builder
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		from, want, ok := strings.Cut(line, " -> ")
		if !ok || strings.HasPrefix(line, "#") {
			out.WriteString(line + "\n")
			continue
		}
		n, complaint := parse.Expr(from, sc)
		if complaint != nil {
			t.Fatalf("%s: %s", from, complaint.Say())
		}
		resolved, ok := calculus.Resolve(n, sc)
		if !ok {
			t.Errorf("%s is not resolved", from)
		}
		got := typeset.Line(calculus.Tidy(resolved))
		if got != want && os.Getenv("UPDATE_GOLDEN") == "" {
			t.Errorf("%s: got %s, want %s", from, got, want)
		}
		out.WriteString(from + " -> " + got + "\n")
	}
	if os.Getenv("UPDATE_GOLDEN") != "" {
		if err := os.WriteFile(file, []byte(out.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

func lessonScope(t *testing.T) *scope.Scope {
	t.Helper()
	sc := &scope.Scope{}
	where := "x: real; y: real; a: real; b: pos; z: real; t: {0,1}; p: (0,1); s: (0,1); ŷ: (0,1); n: nat; m: nat;" +
		"θ_j: real; x_i: real; x_ij: real; y_i: real; t_i: {0,1}; z_j: real"
	if err := parse.Declare(sc, where); err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{"f(x)", "g(x) := 1/(1+e^(-x))", "q(u) := u^2*ln(u)", "z := θ_0+θ_1 x", "w := σ(z)^2"} {
		if err := parse.Define(sc, text); err != nil {
			t.Fatal(err)
		}
	}
	return sc
}
