package parse_test

import (
	"fmt"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

func TestDeclare(t *testing.T) {
	for _, test := range []struct{ where, want string }{
		{"", ""},
		{"p:(0,1) t:{0,1}", "p:(0,1) t:{0,1}"},
		{"x: real; y: (0,1)", "x:real y:(0,1)"},
		{"x : real , y:pos", "x:real y:pos"},
		{"x, y: pos", "x:pos y:pos"},
		{"x_i: real; x_ij: real", "x[i]:real x[i,j]:real"},
		{"x_{ij}: real; x^(i): real", "x[i,j]:real x[i]:real"},
		{"x^{(i)}_j: real", "x[i,j]:real"},
		{"x_1: real; x1: pos; x₁: nonneg", "x[1]:nonneg"},
		{"ŷ: (0,1)", "yhat:(0,1)"},
		{`\hat y: (0,1)`, "yhat:(0,1)"},
		{"yhat_i: (0,1)", "yhat[i]:(0,1)"},
		{"theta_1: real θ_2: real \\theta_{3}: real", "theta[1]:real theta[2]:real theta[3]:real"},
		{"rate: pos", "rate:pos"},
		{"alpha: pos", "alpha:pos"},
		{"x:(-1,1] y:[0.5,inf)", "x:(-1,1] y:[1/2,inf)"},
		{"n: nat; k: int; a: nonneg", "n:nat k:int a:nonneg"},
		{"x1:real x2:real", "x[1]:real x[2]:real"},
		{"x_kj: real; J_train: real; h_theta: real", "x[k,j]:real J[train]:real h[theta]:real"},
		{"e: real", "e:real"},
	} {
		sc := &scope.Scope{}
		if err := parse.Declare(sc, test.where); err != nil {
			t.Errorf("%s: %v", test.where, err)
			continue
		}
		var got []string
		for _, s := range sc.Symbols() {
			d, _ := sc.Domain(s)
			got = append(got, show(s)+":"+d.String())
		}
		if s := strings.Join(got, " "); s != test.want {
			t.Errorf("%s: got %s, want %s", test.where, s, test.want)
		}
	}
}

// TestDeclareMany checks that as many symbols as are allowed can be declared.
func TestDeclareMany(t *testing.T) {
	sc := &scope.Scope{}
	if err := parse.Declare(sc, manySymbols(1000)); err != nil || len(sc.Symbols()) != 1000 {
		t.Errorf("%d symbols: %v", len(sc.Symbols()), err)
	}
}

func manySymbols(count int) string {
	var all strings.Builder
	for i := range count {
		fmt.Fprintf(&all, "x_%d:real ", i)
	}
	return all.String()
}

func TestDeclareErrors(t *testing.T) {
	for _, test := range []struct{ where, want string }{
		{"x", "a domain is missing"},
		{"x: real y", "a domain is missing"},
		{"x: reel", "unknown domain"},
		{"x: (0,1", "unknown domain"},
		{"x: (1,0)", "is empty"},
		{"2: real", "is no name"},
		{manySymbols(1001), `declaring "x_1000": these are more than 1000 symbols; declare only what is used, and families at once: x_i: real`},
		{strings.Repeat("x: real; ", 10_000), "90000 bytes are too many"},
		{"x+y: real", "is no name"},
		{": real", "a name is missing"},
		{"x y: real", "is no name"},
		{"x_: real", "is no name"},
	} {
		err := parse.Declare(&scope.Scope{}, test.where)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.where, err, test.want)
		}
	}
}

func TestDefine(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"g(x)=1/(1+e^-x)", "g{x} = (1 / (1 + (e ^ (-x))))"},
		{"g(x) := x^2", "g{x} = (x ^ 2)"},
		{"z := θ_0+θ_1 x", "z = (theta[0] + (theta[1] * x))"},
		{"h_i := θ_0+θ_1 x_i", "h[i] = (theta[0] + (theta[1] * x[i]))"},
		{"x_ij := i j", "x[i,j] = (i * j)"},
		{"ŷ := σ(z)", "yhat = sigmoid(z)"},
		{"f", "f{x}"},
		{"f(t)", "f{t}"},
		{"f(x, y) = x y", "f{x, y} = (x * y)"},
		{"f(x_1, x_2) = x_1 - x_2", "f{x[1], x[2]} = (x[1] + (-x[2]))"},
		{"loss(p) = -ln p", "loss{p} = (-ln(p))"},
		{"J(θ) = θ^2", "J{theta} = (theta ^ 2)"},
	} {
		sc := &scope.Scope{}
		if err := parse.Define(sc, test.text); err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if got := showDefinition(sc.Definitions()[0]); got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
}

func showDefinition(d scope.Definition) string {
	var parts [2][]expr.Node
	for _, s := range d.Index {
		parts[0] = append(parts[0], s)
	}
	for _, s := range d.Params {
		parts[1] = append(parts[1], s)
	}
	s := d.Name + showIndex(parts[0])
	if len(d.Params) > 0 {
		s += "{" + showAll(parts[1], ", ") + "}"
	}
	if d.Body != nil {
		s += " = " + show(d.Body)
	}
	return s
}

// TestDefineInStrictScope checks that a definition may use what it binds, and else only what is declared.
func TestDefineInStrictScope(t *testing.T) {
	sc := &scope.Scope{Strict: true}
	if err := parse.Define(sc, "g(u) = 1/(1+e^-u)"); err != nil {
		t.Fatal(err)
	}
	if err := parse.Define(sc, "s_i = g(i)"); err != nil {
		t.Fatal(err)
	}
	err := parse.Define(sc, "k(u) = g(v)")
	if err == nil || !strings.Contains(err.Error(), "column 10: v has no meaning here") {
		t.Errorf("got %v", err)
	}
}

func TestDefineErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"", "a name is missing"},
		{"= 2", "a name is missing"},
		{"g(x) = ", "column"},
		{"g(x) = 1/(1+", "column"},
		{"g() = 2", "Take it out"},
		{"g(2) = 2", "Take it out"},
		{"h_(i+1) = 2", "the indices must be letters"},
		{"h_{i1} = 2", "the indices must be letters"},
		{"x+y = 2", "Take it out"},
	} {
		err := parse.Define(&scope.Scope{}, test.text)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", test.text, err, test.want)
		}
	}
}

func TestRequire(t *testing.T) {
	sc := &scope.Scope{}
	if err := parse.Require(sc, "t_1+t_2+t_3 = 1"); err != nil {
		t.Fatal(err)
	}
	c := sc.Conditions()
	if len(c) != 1 || show(c[0].Left) != "(t[1] + t[2] + t[3])" || show(c[0].Right) != "1" {
		t.Errorf("got %v", c)
	}
	for _, text := range []string{"", "t_1", "t_1 = ", "= 1"} {
		if err := parse.Require(sc, text); err == nil {
			t.Errorf("%q was taken", text)
		}
	}
}
