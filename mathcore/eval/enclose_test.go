package eval_test

import (
	"math"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

var inf = math.Inf(1)

// TestBoxes encloses functions on intervals where ends alone do not tell.
func TestBoxes(t *testing.T) {
	of := func(f expr.Func) expr.Node { return expr.Of(f, x) }
	pow := func(n int64) expr.Node { return expr.Power(x, expr.Int(n)) }
	const defined, perhaps, undefined = eval.Defined, eval.Perhaps, eval.Undefined
	for _, c := range []struct {
		name     string
		n        expr.Node
		from, to float64
		lo, hi   float64
		status   eval.Status
	}{
		{"x^2 around 0", pow(2), -2, 1, 0, 4, defined},
		{"x x around 0", expr.Product(x, x), -2, 1, 0, 4, defined},
		{"x^3", pow(3), -2, 1, -8, 1, defined},
		{"x^-2", pow(-2), -4, -2, 1. / 16, 1. / 4, defined},
		{"x^-2 at 0", pow(-2), -4, 2, 1. / 16, inf, perhaps},
		{"x^-1 from 0", pow(-1), 0, 2, 0.5, inf, perhaps},
		{"x^0 around 0", pow(0), -1, 1, 1, 1, perhaps},
		{"x - x", expr.Minus(x, x), -5, 7, 0, 0, defined},
		{"x/x", expr.Quotient(x, x), 5, 7, 1, 1, defined},
		{"x/x around 0", expr.Quotient(x, x), -5, 7, 1, 1, perhaps},
		{"1/x around 0", expr.Quotient(expr.Int(1), x), -1, 1, -inf, inf, perhaps},
		{"|x|", of(expr.Abs), -3, 2, 0, 3, defined},
		{"sign", of(expr.Sign), -3, 2, -1, 1, defined},
		{"sign of positive", of(expr.Sign), 1, 2, 1, 1, defined},
		{"root cut off", of(expr.Sqrt), -4, 4, 0, 2, perhaps},
		{"half power cut off", expr.Power(x, num("1/2")), -4, 4, 0, 2, perhaps},
		{"root", of(expr.Sqrt), 4, 9, 2, 3, defined},
		{"sin over its crest", of(expr.Sin), 1, 2, math.Sin(1), 1, defined},
		{"sin over its trough", of(expr.Sin), 4, 5, -1, math.Sin(4), defined},
		{"sin over both", of(expr.Sin), 1, 5, -1, 1, defined},
		{"sin rising", of(expr.Sin), -1, 1, math.Sin(-1), math.Sin(1), defined},
		{"sin far out", of(expr.Sin), 1e300, 1e300, -1, 1, defined},
		{"cos over its crest", of(expr.Cos), -1, 0.5, math.Cos(1), 1, defined},
		{"cos over its trough", of(expr.Cos), 3, 4, -1, math.Cos(4), defined},
		{"tan", of(expr.Tan), -1, 1, math.Tan(-1), math.Tan(1), defined},
		{"tan over a pole", of(expr.Tan), 1, 2, -inf, inf, perhaps},
		{"cot over a pole", of(expr.Cot), -1, 1, -inf, inf, perhaps},
		{"cot", of(expr.Cot), 1, 2, 1 / math.Tan(2), 1 / math.Tan(1), defined},
		{"sec over a pole", of(expr.Sec), 1, 2, -inf, inf, perhaps},
		{"sec", of(expr.Sec), -1, 1, 1, 1 / math.Cos(1), defined},
		{"csc at 0", of(expr.Csc), 0, 0, -inf, inf, undefined},
		{"cosh around 0", of(expr.Cosh), -2, 1, 1, math.Cosh(2), defined},
		{"ln from 0", of(expr.Ln), 0, 1, -inf, 0, perhaps},
		{"ln of a subnormal", of(expr.Ln), 1e-310, 1e-310, -713.8013788281542, -713.8013788281542, defined},
		{"0 times", expr.Product(expr.Minus(x, x), x), -1, 1, 0, 0, defined},
		{"ln below 0", of(expr.Ln), -2, -1, -inf, inf, undefined},
		{"log2", of(expr.Log2), 0.25, 8, -2, 3, defined},
		{"log10", of(expr.Log10), 1, 1000, 0, 3, defined},
		{"exp everywhere", of(expr.Exp), -inf, inf, 0, inf, defined},
		{"exp of much", of(expr.Exp), 1e6, 1e7, math.MaxFloat64, inf, defined},
		{"sigma everywhere", of(expr.Sigmoid), -inf, inf, 0, 1, defined},
		{"softplus everywhere", of(expr.Softplus), -inf, inf, 0, inf, defined},
		{"tanh everywhere", of(expr.Tanh), -inf, inf, -1, 1, defined},
		{"atan everywhere", of(expr.Atan), -inf, inf, -math.Pi / 2, math.Pi / 2, defined},
		{"logit", of(expr.Logit), 0, 1, -inf, inf, perhaps},
		{"logit inside", of(expr.Logit), 0.5, 0.5, 0, 0, defined},
		{"asin whole", of(expr.Asin), -1, 1, -math.Pi / 2, math.Pi / 2, defined},
		{"asin beyond", of(expr.Asin), 0, 2, 0, math.Pi / 2, perhaps},
		{"acos whole", of(expr.Acos), -1, 1, 0, math.Pi, defined},
		{"acosh", of(expr.Acosh), 1, 1, 0, 0, defined},
		{"atanh", of(expr.Atanh), -1, 0, -inf, 0, perhaps},
		{"max", expr.Of(expr.Max, x, expr.Int(1)), -2, 3, 1, 3, defined},
		{"min", expr.Of(expr.Min, x, expr.Int(1), expr.Int(2)), -2, 3, -2, 1, defined},
		{"factorial", of(expr.Factorial), 5, 5, 120, 120, defined},
		{"factorial between", of(expr.Factorial), 2.5, 4.5, 6, 24, perhaps},
		{"factorial of a half", of(expr.Factorial), 0.5, 0.5, -inf, inf, undefined},
		{"delta", expr.Of(expr.Delta, x, expr.Int(1)), 0, 3, 0, 1, defined},
		{"delta apart", expr.Of(expr.Delta, x, expr.Int(1)), 2, 3, 0, 0, defined},
		{"negative to a third", expr.Power(x, num("1/3")), -8, -8, -inf, inf, undefined},
		{"0^0.3", expr.Power(x, num("0.3")), 0, 0, 0, 0, defined},
		{"x^x on a point", expr.Power(x, x), 3, 3, 27, 27, defined},
		{"(-2)^x at -3", expr.Power(expr.Int(-2), x), -3, -3, -0.125, -0.125, defined},
		{"no interval", x, math.NaN(), 0, -inf, inf, perhaps},
	} {
		got := compile(t, c.n, x).Enclose([]eval.Interval{{Lo: c.from, Hi: c.to}})
		if got.Status != c.status {
			t.Errorf("%s: %v, want %v", c.name, got, c.status)
		}
		if !just(got.Lo, c.lo, got.Lo <= c.lo) || !just(got.Hi, c.hi, got.Hi >= c.hi) {
			t.Errorf("%s: %v, want %v to %v", c.name, got, c.lo, c.hi)
		}
	}
}

// just reports whether got is want or, outward, hardly more; want itself may be rounded.
func just(got, want float64, outward bool) bool {
	if math.IsInf(want, 0) || want == 0 || want == math.Trunc(want) {
		return got == want || outward && math.Abs(got-want) <= 1e-14*math.Abs(want)
	}
	return math.Abs(got-want) <= 1e-14*math.Abs(want)
}

// TestRegistersThatAllocate takes a program too long for the registers on the stack.
func TestLongSum(t *testing.T) {
	i := expr.Var("i")
	n := &expr.Series{Index: i, Lo: expr.Int(1), Hi: expr.Int(1000), Body: expr.Product(i, expr.Var("x", i))}
	vars := make([]*expr.Symbol, 1000)
	ones, points := make([]float64, 1000), make([]eval.Interval, 1000)
	for k := range vars {
		vars[k], ones[k], points[k] = expr.Var("x", expr.Int(int64(k+1))), 1, eval.Interval{Lo: 1, Hi: 1}
	}
	p := compile(t, n, vars...)
	if got := p.Float(ones); got != 500500 {
		t.Errorf("Float: %v", got)
	}
	if got := p.Enclose(points); got.Lo != 500500 || got.Hi != 500500 {
		t.Errorf("Enclose: %v", got)
	}
}
