package scope_test

import (
	"fmt"
	"math/big"
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// declared returns a scope with declarations and definitions.
func declared(t *testing.T, where string, defines ...string) *scope.Scope {
	t.Helper()
	sc := &scope.Scope{}
	if err := parse.Declare(sc, where); err != nil {
		t.Fatal(err)
	}
	for _, text := range defines {
		if err := parse.Define(sc, text); err != nil {
			t.Fatal(err)
		}
	}
	return sc
}

func tree(t *testing.T, text string, sc *scope.Scope) expr.Node {
	t.Helper()
	n, complaint := parse.Expr(text, sc)
	if complaint != nil {
		t.Fatalf("%s: %s", text, complaint.Say())
	}
	return n
}

func TestParseDomain(t *testing.T) {
	for _, test := range []struct{ text, want, in, out string }{
		{"real", "real", "-5 0 1/3", ""},
		{"pos", "pos", "1/100 7", "0 -1"},
		{"nonneg", "nonneg", "0 7", "-1/100"},
		{"neg", "neg", "-1", "0 1"},
		{"int", "int", "-3 0 3", "1/2"},
		{"nat", "nat", "1 2", "0 -1 3/2"},
		{"(0,1)", "(0,1)", "1/2", "0 1 2"},
		{"[0,1]", "[0,1]", "0 1 1/2", "2 -1"},
		{"(0,1]", "(0,1]", "1", "0"},
		{"[-1.5, 2)", "[-3/2,2)", "-3/2 0", "2"},
		{"{0,1}", "{0,1}", "0 1", "1/2 2"},
		{"{0.5, -2}", "{1/2,-2}", "1/2 -2", "0"},
		{"(-inf,3)", "(-inf,3)", "-1000 2", "3"},
		{"[0,inf)", "nonneg", "0 1000", "-1"},
		{"(-∞,∞)", "real", "0", ""},
		{" pos ", "pos", "1", "0"},
		{"[2,2]", "[2,2]", "2", "1"},
	} {
		d, err := scope.ParseDomain(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if d.String() != test.want {
			t.Errorf("%s is written %s, want %s", test.text, d, test.want)
		}
		if again, err := scope.ParseDomain(d.String()); err != nil || again.String() != d.String() {
			t.Errorf("%s is written %s and read back as %s, %v", test.text, d, again, err)
		}
		checkMembers(t, d, test.in, true)
		checkMembers(t, d, test.out, false)
	}
}

func checkMembers(t *testing.T, d scope.Domain, numbers string, want bool) {
	t.Helper()
	for _, r := range rationals(t, numbers) {
		if d.Contains(r) != want {
			t.Errorf("%s contains %s: %v", d, r.RatString(), !want)
		}
	}
}

func TestParseDomainErrors(t *testing.T) {
	for _, text := range []string{
		"", "x", "reals", "(0,1", "0,1)", "(1,0)", "(1,1)", "{}", "{0,inf}", "(a,b)", "(0,1,2)", "(0)", "[1e9,2]", "(0x1,2)", "(inf,3)",
		"(0,-inf)", "(1_0,20)",
	} {
		if d, err := scope.ParseDomain(text); err == nil {
			t.Errorf("%q was read as %s", text, d)
		}
	}
}

func TestDomainOfSymbols(t *testing.T) {
	sc := declared(t, "x:(0,1) x_i:pos x_1:{0,1} x_ij:nonneg θ_j:real x_i2:neg")
	for _, test := range []struct {
		symbol, want string
		declared     bool
	}{
		{"x", "(0,1)", true},
		{"x_1", "{0,1}", true},
		{"x_2", "pos", true},
		{"x_k", "pos", true},
		{"x_kl", "nonneg", true},
		{"x_12", "real", false},
		{"θ_0", "real", true},
		{"θ", "real", false},
		{"y", "real", false},
	} {
		s := expr.Var("x", expr.Int(1), expr.Int(2))
		if test.symbol != "x_12" {
			s = tree(t, test.symbol, nil).(*expr.Symbol)
		} else {
			test.want, test.declared = "nonneg", true
		}
		d, ok := sc.Domain(s)
		if d.String() != test.want || ok != test.declared {
			t.Errorf("%s: %s, %v; want %s, %v", test.symbol, d, ok, test.want, test.declared)
		}
	}
	if !sc.Declares("x", 0) || !sc.Declares("x", 2) || sc.Declares("θ", 0) || sc.Declares("theta", 0) {
		t.Error("Declares counts indices wrongly")
	}
}

func TestDeclareReplaces(t *testing.T) {
	sc := declared(t, "x:(0,1) y:pos x:neg")
	if d, _ := sc.Domain(expr.Var("x")); d.String() != "neg" || len(sc.Symbols()) != 2 {
		t.Errorf("x is %s, and there are %d symbols", d, len(sc.Symbols()))
	}
}

func TestCloneIsApart(t *testing.T) {
	sc := declared(t, "x:pos", "g(x)=x^2")
	sc.Strict = true
	other := sc.Clone()
	other.Declare(expr.Var("x"), scope.Real)
	other.Declare(expr.Var("y"), scope.Real)
	other.Undefine("g", 0, 1)
	other.Require(scope.Condition{Left: expr.Var("x"), Right: expr.Var("y")})
	if d, _ := sc.Domain(expr.Var("x")); d.String() != "pos" || len(sc.Symbols()) != 1 || len(sc.Conditions()) != 0 {
		t.Error("changing the clone changed the scope")
	}
	if _, ok := sc.Function("g"); !ok || !other.Strict {
		t.Error("the clone is no clone")
	}
	if _, ok := other.Function("g"); ok {
		t.Error("g is still defined")
	}
}

func TestUnfold(t *testing.T) {
	sc := declared(t, "", "g(x) = 1/(1+e^-x)", "z := θ_0+θ_1 x", "ŷ := g(z)", "h_i := θ_0+θ_1 x_i", "d(a, b) = a - b", "f",
		"s_ij := i+j")
	for _, test := range []struct{ in, want string }{
		{"g(0)", "1/(1+e^-0)"},
		{"g(2x)", "1/(1+e^-(2x))"},
		{"z", "θ_0+θ_1 x"},
		{"ŷ", "1/(1+e^-(θ_0+θ_1 x))"},
		{"h_i - h_3", "θ_0+θ_1 x_i - (θ_0+θ_1 x_3)"},
		{"h", "h"},
		{"f(g(x))", "f(1/(1+e^-x))"},
		{"s_ji", "j+i"},
		{"sum(k=1..m, h_k)", "sum(k=1..m, θ_0+θ_1 x_k)"},
		{"sum(z=1..m, z)", "sum(z=1..m, z)"},
		{"x + y", "x + y"},
	} {
		got, ok := sc.Unfold(tree(t, test.in, sc))
		if want := tree(t, test.want, declared(t, "h:real", "f")); !ok || !expr.Alike(got, want) {
			t.Errorf("%s does not unfold to %s (%v)", test.in, test.want, ok)
		}
	}
}

// TestUnfoldSwapsArguments checks that the parameters of a function are put in together.
func TestUnfoldSwapsArguments(t *testing.T) {
	sc := declared(t, "", "k(a, b) = a - b")
	got, ok := sc.Unfold(tree(t, "k(b, a)", sc))
	if want := tree(t, "b - a", nil); !ok || !expr.Equal(got, want) {
		t.Error("k(b, a) is not b - a")
	}
}

// TestUnfoldBelowDerivative checks that what is differentiated by stays a symbol.
func TestUnfoldBelowDerivative(t *testing.T) {
	sc := declared(t, "", "z := θ_0+θ_1 x", "u := z^2")
	got, ok := sc.Unfold(tree(t, "d/dz(u) + z", sc))
	if want := tree(t, "d/dz(z^2) + (θ_0+θ_1 x)", nil); !ok || !expr.Equal(got, want) {
		t.Error("d/dz(u) + z does not unfold to d/dz(z^2) + (θ_0+θ_1 x)")
	}
}

// TestUnfoldEnds checks that circles and explosions end, and say so.
func TestUnfoldEnds(t *testing.T) {
	circle := declared(t, "", "a := b + 1", "b := a + 1")
	n := tree(t, "a", circle)
	if got, ok := circle.Unfold(n); ok || got != n {
		t.Error("a circle of definitions was unfolded")
	}
	texts := []string{"a := x"}
	for _, name := range []string{"b", "c", "p", "q", "r", "s", "t", "u", "v", "w", "y", "z", "k", "l", "m", "n", "o", "A", "B", "C"} {
		last := texts[len(texts)-1][:1]
		texts = append(texts, name+" := "+last+"*"+last)
	}
	explosion := declared(t, "", texts...)
	n = tree(t, "C", explosion)
	if got, ok := explosion.Unfold(n); ok || got != n {
		t.Error("an explosion was unfolded")
	}
}

func TestFunction(t *testing.T) {
	sc := declared(t, "", "g(x)=x^2", "z := 3")
	if d, ok := sc.Function("g"); !ok || len(d.Params) != 1 || d.Body == nil {
		t.Error("g is no function")
	}
	if _, ok := sc.Function("z"); ok {
		t.Error("z is a function")
	}
	sc.Define(scope.Definition{Name: "g", Params: []*expr.Symbol{expr.Var("t")}})
	if d, _ := sc.Function("g"); d.Body != nil || len(sc.Definitions()) != 2 {
		t.Error("a second definition does not replace the first")
	}
}

// rationals reads numbers between blanks.
func rationals(t *testing.T, numbers string) []*big.Rat {
	t.Helper()
	var all []*big.Rat
	for text := range strings.FieldsSeq(numbers) {
		r, ok := new(big.Rat).SetString(text)
		if !ok {
			t.Fatalf("%q is no number", text)
		}
		all = append(all, r)
	}
	return all
}

// TestSpan is a table of domains -> ends. Sets are written in any order.
func TestSpan(t *testing.T) {
	for _, row := range [][2]string{
		{"real", "-Inf +Inf"},
		{"pos", "0 +Inf"},
		{"neg", "-Inf 0"},
		{"nat", "1 +Inf"},
		{"(-1/2,3]", "-0.5 3"},
		{"{0,1}", "0 1"},
		{"{1/2,-2}", "-2 0.5"},
		{"{3,7,5}", "3 7"},
		{"{4}", "4 4"},
	} {
		d, err := scope.ParseDomain(row[0])
		if err != nil {
			t.Fatal(err)
		}
		lo, hi := d.Span()
		if got := fmt.Sprint(lo, " ", hi); got != row[1] {
			t.Errorf("%s: from %s, want %s", row[0], got, row[1])
		}
	}
}

// TestLeastWhole: a sum that ends at a letter is over nothing where the letter may be less than this tells.
func TestLeastWhole(t *testing.T) {
	for _, row := range [][2]string{
		{"nat", "1"},
		{"nonneg", "0"},
		{"pos", "1"},
		{"int", "none"},
		{"real", "none"},
		{"neg", "none"},
		{"(-1/2,3]", "0"},
		{"[1/2,9]", "1"},
		{"(2,9]", "3"},
		{"[-7/2,0]", "-3"},
		{"{0,1}", "0"},
		{"{5,-2}", "-2"},
		{"(-3,0)", "-2"},
	} {
		d, err := scope.ParseDomain(row[0])
		if err != nil {
			t.Fatal(err)
		}
		got := "none"
		if least, ok := d.LeastWhole(); ok {
			got = least.RatString()
		}
		if got != row[1] {
			t.Errorf("%s: least %s, want %s", row[0], got, row[1])
		}
	}
}
