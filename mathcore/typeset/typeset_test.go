package typeset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"chainrule/mathcore/expr"
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

func TestLayoutWidth(t *testing.T) {
	for _, n := range []expr.Node{
		expr.Quotient(damped, expr.Power(expr.Sum(one, damped), two)),
		expr.Negative(expr.Quotient(x(), yhat)),
		expr.Product(expr.Quotient(one, expr.Var("m")), &expr.Series{Index: i, Lo: one, Hi: expr.Var("m"), Body: expr.Product(expr.Minus(yhat, x(i)), x(i, j))}),
		&expr.Derivative{Var: theta, Body: sigmoid, Order: 2, Partial: true},
		expr.Of(expr.Sqrt, expr.Sum(x(), one)),
		expr.Of(expr.Sqrt, sigmoid),
		expr.Of(expr.Abs, sigmoid),
		&expr.Series{Index: i, Lo: one, Hi: two, Body: sigmoid},
		expr.Product(expr.Of(expr.Sigmoid, x()), expr.Minus(one, expr.Of(expr.Sigmoid, x()))),
		expr.Power(x(), expr.Quotient(one, two)),
	} {
		for _, set := range []typeset.Charset{typeset.Unicode, typeset.ASCII} {
			b := typeset.Layout(n, set)
			for _, line := range b.Lines {
				if got := utf8.RuneCountInString(line); got != b.Width {
					t.Errorf("%s: a row of %d columns, want %d\n%s", typeset.Line(n), got, b.Width, strings.Join(b.Lines, "\n"))
				}
			}
		}
	}
}

func BenchmarkLayout(b *testing.B) {
	n := expr.Quotient(damped, expr.Power(expr.Sum(one, damped), two))
	b.ReportAllocs()
	for b.Loop() {
		typeset.Layout(n, typeset.Unicode)
	}
}
