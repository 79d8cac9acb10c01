package eval_test

import (
	"math"
	"math/big"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

var x = expr.Var("x")

func num(text string) expr.Node {
	r, ok := new(big.Rat).SetString(text)
	if !ok {
		panic("no number: " + text)
	}
	return expr.Rational(r)
}

func compile(tb testing.TB, n expr.Node, vars ...*expr.Symbol) *eval.Program {
	tb.Helper()
	p, ok := eval.Compile(n, vars)
	if !ok {
		tb.Fatalf("%#v is not compiled", n)
	}
	return p
}

var e, pi = &expr.Constant{Name: expr.E}, &expr.Constant{Name: expr.Pi}

// logistic is e^-x/(1+e^-x)^2.
func logistic() expr.Node {
	u := expr.Power(e, expr.Negative(x))
	return expr.Quotient(u, expr.Power(expr.Sum(expr.Int(1), u), expr.Int(2)))
}

func TestFloat(t *testing.T) {
	p := compile(t, logistic(), x)
	if got := p.Float([]float64{0}); got != 0.25 {
		t.Errorf("at 0: %v, want 0.25", got)
	}
	got := p.Enclose([]eval.Interval{{Lo: 1, Hi: 1}})
	const want = 0.19661193324148185
	if !got.Contains(want) || got.Hi-got.Lo > 1e-14 || got.Status != eval.Defined {
		t.Errorf("at 1: %v, want about %v", got, want)
	}
}

func TestUndefined(t *testing.T) {
	for _, c := range []struct {
		n     expr.Node
		fault eval.Fault
	}{
		{expr.Quotient(expr.Int(1), x), eval.DivisionByZero},
		{expr.Power(x, expr.Int(-2)), eval.DivisionByZero},
		{expr.Power(x, expr.Int(0)), eval.PowerUndefined},
		{expr.Power(x, x), eval.PowerUndefined},
		{expr.Of(expr.Ln, x), eval.LogOfNonPositive},
		{expr.Of(expr.Sqrt, expr.Minus(x, expr.Int(1))), eval.RootOfNegative},
		{expr.Power(expr.Minus(x, expr.Int(1)), num("1/3")), eval.PowerUndefined},
		{expr.Of(expr.Acosh, x), eval.OutOfDomain},
		{expr.Of(expr.Logit, x), eval.OutOfDomain},
		{expr.Of(expr.Factorial, expr.Minus(x, expr.Int(1))), eval.NotWhole},
		{expr.Product(expr.Int(0), expr.Of(expr.Ln, x)), eval.LogOfNonPositive},
	} {
		p := compile(t, c.n, x)
		if got := p.Float([]float64{0}); !math.IsNaN(got) {
			t.Errorf("%v: Float gives %v", c.fault, got)
		}
		if got := p.Enclose([]eval.Interval{{}}); got.Status != eval.Undefined || got.Fault != c.fault {
			t.Errorf("%v: Enclose gives %v", c.fault, got)
		}
	}
}
