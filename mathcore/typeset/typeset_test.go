package typeset_test

import (
	"strings"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/typeset"
)

func x(index ...expr.Node) *expr.Symbol { return expr.Var("x", index...) }

var (
	one, two = expr.Int(1), expr.Int(2)
	e        = &expr.Constant{Name: expr.E}
	i        = expr.Var("i")
	j        = expr.Var("j")
	theta    = expr.Var("theta", j)
	yhat     = expr.Var("yhat")
	damped   = expr.Power(e, expr.Negative(x()))
	sigmoid  = expr.Quotient(one, expr.Sum(one, damped))
)

func TestLine(t *testing.T) {
	tests := []struct {
		tree expr.Node
		want string
	}{
		{expr.Product(expr.Quotient(one, two), x()), "1/2*x"},
		{expr.Quotient(one, expr.Product(two, x())), "1/(2x)"},
		{sigmoid, "1/(1 + e^(-x))"},
		{expr.Product(two, e), "2*e"},
		{expr.Product(two, damped), "2e^(-x)"},
		{expr.Product(x(), expr.Minus(one, x())), "x*(1 - x)"},
		{expr.Product(theta, x(i, j)), "θ_j x_ij"},
		{expr.Negative(expr.Sum(x(), one)), "-(x + 1)"},
		{expr.Product(expr.Negative(x()), yhat), "(-x)*ŷ"},
		{expr.Power(expr.Power(x(), two), two), "(x^2)^2"},
		{expr.Quotient(expr.Quotient(one, two), x()), "(1/2)/x"},
		{expr.Quotient(expr.Product(x(), x()), two), "x x/2"},
		{expr.Of(expr.Abs, expr.Of(expr.Abs, x())), "abs(|x|)"},
		{&expr.Derivative{Var: x(), Body: sigmoid, Order: 1}, "d/dx(1/(1 + e^(-x)))"},
		{&expr.Series{Index: i, Lo: one, Hi: expr.Var("m"), Body: x(i)}, "sum(i=1..m, x_i)"},
		{expr.Unbounded(i, x(i)), "sum(i, x_i)"},
		{expr.Unbounded(nil, expr.Var("y")), "sum(y)"},
		{&expr.Apply{Name: "g", Primes: 1, Args: []expr.Node{x()}}, "g'(x)"},
		{x(one, two), "x_{1,2}"},
		{x(expr.Int(12)), "x_12"},
		{x(expr.Sum(i, one)), "x_{i+1}"},
	}
	for _, test := range tests {
		if got := typeset.Line(test.tree); got != test.want {
			t.Errorf("Line: got %s, want %s", got, test.want)
		}
	}
}

func TestLayoutIsARectangle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := exprtest.Everything.Tree().Draw(t, "tree")
		set := rapid.SampledFrom([]typeset.Charset{typeset.Unicode, typeset.ASCII}).Draw(t, "charset")
		b := typeset.Layout(n, set)
		if b.Baseline < 0 || b.Baseline >= len(b.Lines) {
			t.Fatalf("%s: baseline %d of %d rows", typeset.Line(n), b.Baseline, len(b.Lines))
		}
		for _, line := range b.Lines {
			if got := columns(line); got != b.Width {
				t.Fatalf("%s: a row of %d columns, want %d\n%s", typeset.Line(n), got, b.Width, strings.Join(b.Lines, "\n"))
			}
			if i := strings.IndexFunc(line, func(r rune) bool { return r >= 0x80 }); i >= 0 && set == typeset.ASCII {
				t.Fatalf("%s: not ASCII: %s", typeset.Line(n), line)
			}
		}
	})
}

func TestWhatIsTooLargeStandsOnOneLine(t *testing.T) {
	deep := expr.Node(x())
	for range 200 {
		deep = expr.Quotient(one, expr.Sum(one, deep))
	}
	wide := expr.Sum(one, x())
	for range 12 {
		wide = expr.Product(wide, wide)
	}
	for name, n := range map[string]expr.Node{"deep": deep, "wide": wide} {
		if b := typeset.Layout(n, typeset.Unicode); len(b.Lines) != 1 || b.Lines[0] != typeset.Line(n) {
			t.Errorf("%s: %d rows, want the line", name, len(b.Lines))
		}
	}
}

// columns counts the columns of text in a terminal, where combining marks take none.
func columns(text string) int {
	n := 0
	for _, r := range text {
		if !unicode.Is(unicode.Mn, r) {
			n++
		}
	}
	return n
}

// TestNumerals puts the minus of books before numbers and leaves other hyphens: words -> words.
func TestNumerals(t *testing.T) {
	for _, row := range []string{
		"-0.5 -> −0.5", "x = -1, y = 2 -> x = −1, y = 2", "(-1, -2) -> (−1, −2)", "well-known 1-2 -> well-known 1-2", "- 1 -> - 1", "a -b -> a -b",
		"θ₀ -60.0071 (3.0001) -> θ₀ −60.0071 (3.0001)",
	} {
		words, want, _ := strings.Cut(row, " -> ")
		if got := typeset.Numerals(words, typeset.Book); got != want {
			t.Errorf("%q: got %q, want %q", words, got, want)
		}
		if got := typeset.Numerals(words, typeset.ASCII); got != words {
			t.Errorf("%q in ASCII: %q", words, got)
		}
	}
}
