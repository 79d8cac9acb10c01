package eval_test

import (
	"math/big"
	"testing"
	"time"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

func sumOf(lo, hi, body expr.Node) expr.Node {
	return &expr.Series{Index: expr.Var("i"), Lo: lo, Hi: hi, Body: body}
}

func TestNotCompiled(t *testing.T) {
	one, i := expr.Int(1), expr.Var("i")
	for name, n := range map[string]expr.Node{
		"a derivative":             &expr.Derivative{Var: x, Body: x, Order: 1},
		"an unknown function":      &expr.Apply{Name: "f", Args: []expr.Node{x}},
		"another symbol":           expr.Var("y"),
		"another index":            expr.Var("x", one),
		"a sum to n":               sumOf(one, expr.Var("n"), x),
		"a sum to a half":          sumOf(one, num("1/2"), x),
		"a very long sum":          sumOf(one, expr.Int(1_000_000_000), x),
		"sums in sums":             sumOf(one, expr.Int(1000), sumOf(one, expr.Int(1000), x)),
		"the index outside":        expr.Sum(i, sumOf(one, expr.Int(2), i)),
		"a function without words": expr.Of(expr.Max),
	} {
		if _, ok := eval.Compile(n, []*expr.Symbol{x}); ok {
			t.Errorf("%s is compiled", name)
		}
	}
}

func TestSums(t *testing.T) {
	i, one := expr.Var("i"), expr.Int(1)
	next := expr.Var("x", expr.Sum(i, one))
	vars := []*expr.Symbol{expr.Var("x", expr.Int(2)), expr.Var("x", expr.Int(3))}
	for _, c := range []struct {
		n    expr.Node
		want float64
	}{
		{sumOf(one, expr.Int(4), expr.Power(i, expr.Int(2))), 30},
		{sumOf(one, expr.Int(2), next), 5},
		{sumOf(expr.Int(2), one, expr.Quotient(one, expr.Int(0))), 0},
		{sumOf(expr.Int(-1), expr.Sum(one, one), i), 2},
		{sumOf(one, expr.Int(3), &expr.Series{Index: expr.Var("k"), Lo: one, Hi: i, Body: expr.Var("k")}), 10},
	} {
		if got := compile(t, c.n, vars...).Float([]float64{2, 3}); got != c.want {
			t.Errorf("got %v, want %v", got, c.want)
		}
		flat, ok := eval.Unroll(c.n)
		if !ok || expr.Contains(flat, func(n expr.Node) bool { _, sum := n.(*expr.Series); return sum }) {
			t.Errorf("not unrolled: %#v", flat)
		}
		if got := compile(t, flat, vars...).Float([]float64{2, 3}); got != c.want {
			t.Errorf("unrolled: got %v, want %v", got, c.want)
		}
	}
}

func TestRational(t *testing.T) {
	seven := expr.Minus(expr.Power(expr.Int(2), expr.Int(3)), expr.Quotient(expr.Int(2), expr.Int(2)))
	if got := eval.Rational(seven); got == nil || got.Cmp(big.NewRat(7, 1)) != 0 {
		t.Errorf("got %v", got)
	}
	for _, n := range []expr.Node{x, pi, expr.Quotient(expr.Int(1), expr.Int(0)), tower(10, 9, 9), expr.Power(expr.Int(0), expr.Int(0))} {
		if got := eval.Rational(n); got != nil {
			t.Errorf("%#v: got %v", n, got)
		}
	}
}

// TestHostile feeds trees that are deep, long or explosive. All must be through at once.
func TestHostile(t *testing.T) {
	deep := func(step func(expr.Node) expr.Node, times int) expr.Node {
		n := expr.Node(x)
		for range times {
			n = step(n)
		}
		return n
	}
	raise := func(n expr.Node) expr.Node { return expr.Power(n, expr.Int(2)) }
	many := make([]expr.Node, 40_000)
	for k := range many {
		many[k] = expr.Quotient(x, expr.Int(int64(k+1)))
	}
	huge := &expr.Number{Text: "1e9999", Value: new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(9999), nil))}
	for name, n := range map[string]expr.Node{
		"squares":       deep(raise, 200),
		"towers":        deep(func(n expr.Node) expr.Node { return expr.Power(n, n) }, 12),
		"nines":         tower(9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9),
		"exponentials":  deep(func(n expr.Node) expr.Node { return expr.Of(expr.Exp, n) }, 400),
		"factorials":    deep(func(n expr.Node) expr.Node { return expr.Of(expr.Factorial, n) }, 40),
		"sines":         deep(func(n expr.Node) expr.Node { return expr.Of(expr.Sin, expr.Product(huge, n)) }, 40),
		"negations":     deep(expr.Negative, 9000),
		"too deep":      deep(expr.Negative, 100_000),
		"a harmonic":    sumOf(expr.Int(1), expr.Int(20_000), expr.Quotient(x, expr.Var("i"))),
		"many terms":    expr.Sum(many...),
		"huge exponent": expr.Power(num("1.0000000001"), expr.Power(expr.Int(10), expr.Int(300))),
		"near 1":        expr.Power(num("1.0000000001"), expr.Power(expr.Int(10), num("15"))),
		"huge root":     expr.Power(huge, num("1/63")),
		"huge logs":     expr.Of(expr.LogBase, expr.Sum(huge, x), expr.Power(huge, expr.Int(3))),
		"digits":        deep(func(n expr.Node) expr.Node { return expr.Sum(raise(n), num("0.1234567890123")) }, 30),
		"tiny":          expr.Of(expr.Ln, expr.Of(expr.Sigmoid, expr.Negative(expr.Power(expr.Int(10), expr.Int(12))))),
	} {
		start := time.Now()
		p, ok := eval.Compile(n, []*expr.Symbol{x})
		if !ok {
			if name != "too deep" {
				t.Errorf("%s: not compiled", name)
			}
			continue
		}
		p.Float([]float64{3})
		a := p.Enclose([]eval.Interval{{Lo: 3, Hi: 3}})
		b := p.EncloseBig([]*big.Rat{big.NewRat(3, 1)}, 128)
		c := p.EncloseBig([]*big.Rat{big.NewRat(3, 1)}, 2048)
		if took := time.Since(start); took > 5*time.Second {
			t.Errorf("%s took %v", name, took)
		} else {
			t.Logf("%s: %v %v, %v %v, %v", name, a.Status, b.Status, b.Fault, c.Fault, took)
		}
	}
}
