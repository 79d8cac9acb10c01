package expr_test

import (
	"math/big"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/parse"
)

// tree reads the text, which must be right.
func tree(t *testing.T, text string) expr.Node {
	t.Helper()
	n, complaint := parse.Expr(strings.TrimSpace(text), nil)
	if complaint != nil {
		t.Fatalf("%s: %s", text, complaint.Say())
	}
	return n
}

func symbol(t *testing.T, text string) *expr.Symbol {
	t.Helper()
	s, ok := tree(t, text).(*expr.Symbol)
	if !ok {
		t.Fatalf("%s is no symbol", text)
	}
	return s
}

// TestEqual: the same tree however it is spelled, and no other.
func TestEqual(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want bool
	}{
		{"x + 1", "x+1", true},
		{"0.50", "0.5", true},
		{"50%", "0.5", true},
		{"1e-3", "0.001", true},
		{"theta", "θ", true},
		{`\hat{y}`, "ŷ", true},
		{"x^(i)", "x_i", true},
		{"x + 1", "1 + x", false},
		{"x_1", "x_2", false},
		{"x_i", "x", false},
		{"x_ij", "x_ji", false},
		{"2x + 3x", "5x", false},
		{"(x+y)+z", "x+(y+z)", false},
		{"sin x", "cos x", false},
		{"f(x)", "g(x)", false},
		{"f(x)", "f'(x)", false},
		{"d/dx x^2", "d/dy x^2", false},
		{"d/dx x^2", "d^2/dx^2 x^2", false},
		{"d/dx(x y)", "∂/∂x(x y)", true},
		{"sum(i=1..n, x_i)", "sum(k=1..n, x_k)", false},
		{"e", "pi", false},
		{"1/2", "0.5", false},
	} {
		if got := expr.Equal(tree(t, test.a), tree(t, test.b)); got != test.want {
			t.Errorf("Equal(%s, %s) = %v", test.a, test.b, got)
		}
	}
}

// TestCompareOrders checks that Compare is an order: the same backwards, and transitive.
func TestCompareOrders(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gen := exprtest.Everything.Tree()
		a, b, c := gen.Draw(t, "a"), gen.Draw(t, "b"), gen.Draw(t, "c")
		if expr.Compare(a, b) != -expr.Compare(b, a) {
			t.Fatal("Compare depends on the side")
		}
		if expr.Compare(a, b) <= 0 && expr.Compare(b, c) <= 0 && expr.Compare(a, c) > 0 {
			t.Fatal("Compare runs in a circle")
		}
		if expr.Compare(a, a) != 0 {
			t.Fatal("a tree differs from itself")
		}
	})
}

// TestEqualIsCompare checks that Equal and Compare say the same of all parts of trees.
func TestEqualIsCompare(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		gen := exprtest.Everything.Tree()
		var parts []expr.Node
		for _, tree := range []expr.Node{gen.Draw(t, "a"), gen.Draw(t, "b")} {
			expr.Walk(tree, func(n expr.Node) bool {
				parts = append(parts, n)
				return true
			})
		}
		for _, a := range parts {
			for _, b := range parts {
				if expr.Equal(a, b) != (expr.Compare(a, b) == 0) {
					t.Fatalf("%v and %v are equal for one of them", a, b)
				}
			}
		}
	})
}

// TestContents checks what is told of the contents of a tree against a walk for each question.
func TestContents(t *testing.T) {
	questions := []struct {
		name  string
		told  func(expr.Contents) bool
		holds func(expr.Node) bool
	}{
		{"derivatives", expr.Contents.Derivatives, func(n expr.Node) bool { _, ok := n.(*expr.Derivative); return ok }},
		{"series", expr.Contents.Series, func(n expr.Node) bool { _, ok := n.(*expr.Series); return ok }},
		{"unseen", expr.Contents.Unseen, func(n expr.Node) bool { s, ok := n.(*expr.Series); return ok && !s.Seen() }},
		{"applications", expr.Contents.Applications, func(n expr.Node) bool { _, ok := n.(*expr.Apply); return ok }},
		{"indices", expr.Contents.Indices, func(n expr.Node) bool { s, ok := n.(*expr.Symbol); return ok && len(s.Index) > 0 }},
		{"powers", expr.Contents.Powers, func(n expr.Node) bool {
			p, ok := n.(*expr.Pow)
			if !ok {
				return false
			}
			k, number := p.Exp.(*expr.Number)
			return !expr.IsE(p.Base) && (!number || !k.Value.IsInt())
		}},
	}
	for _, f := range expr.Funcs() {
		questions = append(questions, struct {
			name  string
			told  func(expr.Contents) bool
			holds func(expr.Node) bool
		}{f.String(), func(c expr.Contents) bool { return c.Calls(f) }, func(n expr.Node) bool { c, ok := n.(*expr.Call); return ok && c.Func == f }})
	}
	rapid.Check(t, func(t *rapid.T) {
		a, b := exprtest.Everything.Tree().Draw(t, "a"), exprtest.Everything.Tree().Draw(t, "b")
		c := expr.ContentsOf(a, b)
		for _, q := range questions {
			if want := expr.Contains(a, q.holds) || expr.Contains(b, q.holds); q.told(c) != want {
				t.Fatalf("%s: told %v of what a walk finds %v", q.name, q.told(c), want)
			}
		}
	})
}

// TestSortedForgetsOrder checks that the order and nesting of terms and factors do not show after sorting.
func TestSortedForgetsOrder(t *testing.T) {
	for _, test := range [][2]string{
		{"x+y+1", "1+y+x"},
		{"(x+y)+z", "x+(z+y)"},
		{"x y (z w)", "w z y x"},
		{"sin(x+1) 2", "2sin(1+x)"},
		{"x - y", "-y + x"},
		{"sum(i=1..n, x_i y_i)", "sum(i=1..n, y_i x_i)"},
	} {
		if a, b := tree(t, test[0]), tree(t, test[1]); !expr.Equal(expr.Sorted(a), expr.Sorted(b)) {
			t.Errorf("%s and %s sort apart", test[0], test[1])
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "n")
		sorted := expr.Sorted(n)
		if !expr.Equal(expr.Sorted(sorted), sorted) {
			t.Fatal("sorting twice is not sorting once")
		}
	})
}

func TestSubstitute(t *testing.T) {
	for _, test := range []struct{ in, symbol, value, want string }{
		{"x + x y", "x", "2z", "2z + (2z) y"},
		{"x_1 + x_2", "x_1", "a", "a + x_2"},
		{"x_i + x", "x", "a", "x_i + a"},
		{"x_i", "i", "3", "x_3"},
		{"f(x) + sin x", "x", "y+1", "f(y+1) + sin(y+1)"},
		{"d/dx(x a)", "a", "b", "d/dx(x b)"},
		{"d/dx(x a)", "x", "b", "d/dx(x a)"},
		{"sum(i=1..n, x_i)", "n", "m", "sum(i=1..m, x_i)"},
		{"sum(i=1..n, a x_i)", "a", "b", "sum(i=1..n, b x_i)"},
		{"sum(i=1..n, i)", "i", "k", "sum(i=1..n, i)"},
		{"sum(i=i..n, i)", "i", "k", "sum(i=k..n, i)"},
		{"x", "y", "z", "x"},
	} {
		got := expr.Substitute(tree(t, test.in), symbol(t, test.symbol), tree(t, test.value))
		if want := tree(t, test.want); !expr.Equal(got, want) {
			t.Errorf("%s with %s for %s is not %s", test.in, test.value, test.symbol, test.want)
		}
	}
}

// TestSubstituteCapturesNothing checks that a value is not caught by the index of a sum that has its name.
func TestSubstituteCapturesNothing(t *testing.T) {
	got := expr.Substitute(tree(t, "sum(i=1..n, a x_i)"), symbol(t, "a"), tree(t, "i"))
	s, ok := got.(*expr.Series)
	if !ok {
		t.Fatalf("got %T", got)
	}
	if !expr.Mentions(got, symbol(t, "i")) {
		t.Error("the i that was put in is bound")
	}
	if !expr.Mentions(s.Body, s.Index) {
		t.Error("the index is lost")
	}
}

// TestSubstituteKeepsTheRest checks that a tree without the symbol comes back itself.
func TestSubstituteKeepsTheRest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "n")
		if got := expr.Substitute(n, expr.Var("nowhere"), expr.Int(1)); !expr.Equal(got, n) {
			t.Fatal("substituting for a symbol that is not there changed the tree")
		}
		if got := expr.Substitute(n, exprtest.X, exprtest.X); !expr.Equal(got, n) {
			t.Fatal("substituting a symbol for itself changed the tree")
		}
	})
}

func TestSymbols(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"1 + e", ""},
		{"y x + x", "x y"},
		{"x_2 x_1 x", "x x_1 x_2"},
		{"sum(i=1..m, x_i i)", "m x_i"},
		{"sum(i=i..m, i)", "i m"},
		{"d/dz(z^2)", "z"},
		{"f(t)", "t"},
		{"x_ij", "x_ij"},
	} {
		var want []*expr.Symbol
		for name := range strings.FieldsSeq(test.want) {
			want = append(want, symbol(t, name))
		}
		got := expr.Symbols(tree(t, test.in))
		if !slices.EqualFunc(got, want, func(a, b *expr.Symbol) bool { return expr.Equal(a, b) }) {
			t.Errorf("%s: got %d symbols, want %s", test.in, len(got), test.want)
		}
	}
}

func TestMentions(t *testing.T) {
	for _, test := range []struct {
		in, symbol string
		want       bool
	}{
		{"x + y", "x", true},
		{"x_i", "i", true},
		{"x_i", "x", false},
		{"x_i", "x_i", true},
		{"sum(i=1..n, x_i)", "i", false},
		{"sum(i=i..n, x_i)", "i", true},
		{"sum(i=1..n, x_i)", "n", true},
		{"d/dx y", "x", true},
	} {
		if got := expr.Mentions(tree(t, test.in), symbol(t, test.symbol)); got != test.want {
			t.Errorf("%s mentions %s: %v", test.in, test.symbol, got)
		}
	}
}

func TestBuild(t *testing.T) {
	x, y := expr.Var("x"), expr.Var("y")
	for _, test := range []struct {
		got  expr.Node
		want string
	}{
		{expr.Int(3), "3"},
		{expr.Int(-3), "-3"},
		{expr.Rational(big.NewRat(-1, 2)), "-(1/2)"},
		{expr.Sum(), "0"},
		{expr.Sum(x), "x"},
		{expr.Sum(x, y), "x+y"},
		{expr.Product(), "1"},
		{expr.Product(x, y), "x y"},
		{expr.Minus(x, y), "x-y"},
		{expr.Negative(x), "-x"},
		{expr.Quotient(x, y), "x/y"},
		{expr.Power(x, y), "x^y"},
		{expr.Of(expr.Max, x, y), "max(x,y)"},
		{expr.Var("x", expr.Int(1)), "x_1"},
	} {
		if !expr.Equal(test.got, tree(t, test.want)) {
			t.Errorf("not %s", test.want)
		}
	}
}

// TestFuncNames checks that each function can be typed by its own name.
func TestFuncNames(t *testing.T) {
	seen := map[string]bool{}
	for _, f := range expr.Funcs() {
		if f.String() == "" || seen[f.String()] {
			t.Errorf("function %d is called %q", f, f)
		}
		seen[f.String()] = true
		typed := f.String() + "(x)"
		switch {
		case f == expr.Where:
			typed = "where(x>0,y,z)"
		case f == expr.LogBase:
		case f.Arity() == 2:
			typed = f.String() + "(x,y)"
		case f.Arity() == 3:
			typed = f.String() + "(x,y,z)"
		}
		if c, ok := tree(t, typed).(*expr.Call); !ok || c.Func != f {
			t.Errorf("%s is read as something else", typed)
		}
	}
}

func TestNames(t *testing.T) {
	for _, test := range []struct{ letter, name string }{
		{"θ", "theta"},
		{"ϑ", "theta"},
		{"σ", "sigma"},
		{"ς", "sigma"},
		{"µ", "mu"},
		{"μ", "mu"},
		{"Δ", "Delta"},
		{"x", "x"},
		{"ℓ", "ell"},
		{"ü", "ü"},
	} {
		if got := expr.CanonicalLetter(test.letter); got != test.name {
			t.Errorf("%s is %s, want %s", test.letter, got, test.name)
		}
	}
	for _, name := range expr.GreekNames() {
		letter, ok := expr.Glyph(name)
		if !ok || expr.CanonicalLetter(letter) != name {
			t.Errorf("%s is spelled %q, and that is %s", name, letter, expr.CanonicalLetter(letter))
		}
	}
	if letter, ok := expr.Glyph("x"); ok {
		t.Errorf("x is spelled %s", letter)
	}
	for _, test := range []struct {
		name, stem string
		mark       expr.Mark
	}{
		{"yhat", "y", expr.Hat},
		{"thetahat", "theta", expr.Hat},
		{"xbar", "x", expr.Bar},
		{"hat", "hat", expr.NoMark},
		{"rehat", "rehat", expr.NoMark},
		{"y", "y", expr.NoMark},
	} {
		if stem, mark := expr.Marked(test.name); stem != test.stem || mark != test.mark {
			t.Errorf("%s is %s with mark %d", test.name, stem, mark)
		}
	}
}

// TestFresh checks that a fresh symbol is in none of the trees.
func TestFresh(t *testing.T) {
	x := expr.Var("x")
	first := expr.Fresh(x)
	second := expr.Fresh(x, expr.Sum(first, x))
	if expr.Equal(first, second) || expr.Mentions(expr.Sum(first, x), second) || expr.Equal(first, x) {
		t.Errorf("%s and %s", first.Name, second.Name)
	}
}
