package eval_test

import (
	"math/big"
	"testing"
	"time"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
)

func bigAt(tb testing.TB, n expr.Node, bits uint) eval.BigEnclosure {
	tb.Helper()
	return compile(tb, n).EncloseBig(nil, bits)
}

func tower(levels ...int64) expr.Node {
	n := expr.Int(levels[len(levels)-1])
	for i := len(levels) - 2; i >= 0; i-- {
		n = expr.Power(expr.Int(levels[i]), n)
	}
	return n
}

func TestExactValues(t *testing.T) {
	call := func(f expr.Func, args ...string) expr.Node {
		nodes := make([]expr.Node, len(args))
		for i, a := range args {
			nodes[i] = num(a)
		}
		return expr.Of(f, nodes...)
	}
	for _, c := range []struct {
		n    expr.Node
		want string
	}{
		{expr.Sum(num("1/3"), num("2/3"), num("-1")), "0"},
		{call(expr.Ln, "1"), "0"},
		{expr.Power(expr.Int(0), num("3/2")), "0"},
		{expr.Power(pi, expr.Int(0)), "1"},
		{expr.Power(expr.Int(8), num("2/3")), "4"},
		{expr.Power(expr.Int(4), num("-3/2")), "1/8"},
		{call(expr.Sqrt, "49/16"), "7/4"},
		{call(expr.Cbrt, "-27"), "-3"},
		{call(expr.Log2, "8"), "3"},
		{call(expr.LogBase, "8", "4"), "2/3"},
		{call(expr.Log10, "1/1000"), "-3"},
		{call(expr.Sigmoid, "0"), "1/2"},
		{call(expr.Logit, "1/2"), "0"},
		{call(expr.Factorial, "20"), "2432902008176640000"},
		{call(expr.Max, "1/3", "1/2", "1/4"), "1/2"},
		{call(expr.Min, "1/2", "1/4"), "1/4"},
		{call(expr.Delta, "1/3", "1/3"), "1"},
		{call(expr.Delta, "1/3", "1/4"), "0"},
		{expr.Of(expr.Sin, pi), "0"},
		{expr.Of(expr.Sin, expr.Quotient(pi, expr.Int(6))), "1/2"},
		{expr.Of(expr.Cos, expr.Product(num("7/3"), pi)), "1/2"},
		{expr.Of(expr.Tan, expr.Quotient(pi, expr.Int(4))), "1"},
		{expr.Minus(expr.Product(expr.Int(4), call(expr.Atan, "1")), pi), "0"},
		{expr.Of(expr.Sqrt, expr.Power(num("-3"), expr.Int(2))), "3"},
		{expr.Of(expr.Sign, expr.Minus(e, num("2.7"))), "1"},
		{expr.Of(expr.Acosh, expr.Power(e, expr.Int(0))), "0"},
	} {
		want, _ := new(big.Rat).SetString(c.want)
		got := bigAt(t, c.n, 128)
		lo, _ := got.Lo.Rat(nil)
		hi, _ := got.Hi.Rat(nil)
		switch {
		case got.Status != eval.Defined || lo.Cmp(want) > 0 || hi.Cmp(want) < 0:
			t.Errorf("%s: %v", c.want, got)
		case want.Denom().TrailingZeroBits() == uint(want.Denom().BitLen()-1) && lo.Cmp(hi) != 0:
			t.Errorf("%s: not exact: %v", c.want, got)
		}
	}
}

func TestFaults(t *testing.T) {
	two := expr.Int(2)
	for _, c := range []struct {
		n      expr.Node
		status eval.Status
		fault  eval.Fault
	}{
		{tower(10, 9, 9, 9), eval.Perhaps, eval.TooLarge},
		{tower(9, 9, 9, 9, 9, 9, 9, 9), eval.Perhaps, eval.TooLarge},
		{expr.Power(e, tower(10, 10)), eval.Perhaps, eval.TooLarge},
		{expr.Of(expr.Exp, expr.Of(expr.Exp, expr.Of(expr.Exp, tower(10, 10)))), eval.Perhaps, eval.TooLarge},
		{expr.Of(expr.Factorial, tower(10, 10)), eval.Perhaps, eval.TooLarge},
		{expr.Power(expr.Int(10), expr.Negative(tower(10, 10))), eval.Perhaps, eval.TooLarge},
		{expr.Quotient(expr.Int(1), expr.Power(e, tower(10, 10))), eval.Perhaps, eval.TooLarge},
		{expr.Power(expr.Int(0), expr.Int(0)), eval.Undefined, eval.PowerUndefined},
		{expr.Power(expr.Int(0), expr.Minus(pi, pi)), eval.Undefined, eval.PowerUndefined},
		{expr.Power(expr.Int(0), expr.Int(-1)), eval.Undefined, eval.DivisionByZero},
		{expr.Power(expr.Int(-8), num("1/3")), eval.Undefined, eval.PowerUndefined},
		{expr.Power(expr.Int(-8), pi), eval.Undefined, eval.PowerUndefined},
		{expr.Power(expr.Int(-8), expr.Of(expr.Ln, two)), eval.Undefined, eval.PowerUndefined},
		{expr.Of(expr.Ln, expr.Int(0)), eval.Undefined, eval.LogOfNonPositive},
		{expr.Of(expr.Sqrt, expr.Negative(pi)), eval.Undefined, eval.RootOfNegative},
		{expr.Quotient(two, expr.Of(expr.Sin, pi)), eval.Undefined, eval.DivisionByZero},
		{expr.Of(expr.Tan, expr.Quotient(pi, two)), eval.Undefined, eval.OutOfDomain},
		{expr.Of(expr.Cot, expr.Int(0)), eval.Undefined, eval.OutOfDomain},
		{expr.Of(expr.Asin, two), eval.Undefined, eval.OutOfDomain},
		{expr.Of(expr.Acosh, num("0.999")), eval.Undefined, eval.OutOfDomain},
		{expr.Of(expr.Atanh, expr.Int(1)), eval.Undefined, eval.OutOfDomain},
		{expr.Of(expr.Logit, expr.Int(1)), eval.Undefined, eval.OutOfDomain},
		{expr.Of(expr.LogBase, expr.Int(1), two), eval.Undefined, eval.DivisionByZero},
		{expr.Of(expr.Factorial, num("1/2")), eval.Undefined, eval.NotWhole},
		{expr.Of(expr.Factorial, pi), eval.Undefined, eval.NotWhole},
		{expr.Quotient(two, expr.Minus(expr.Of(expr.Exp, expr.Of(expr.Ln, two)), two)), eval.Perhaps, eval.DivisionByZero},
	} {
		start := time.Now()
		got := bigAt(t, c.n, 2048)
		if got.Status != c.status || got.Fault != c.fault {
			t.Errorf("%v %v: got %v %v", c.status, c.fault, got.Status, got.Fault)
		}
		if took := time.Since(start); took > 100*time.Millisecond {
			t.Errorf("%v %v took %v", c.status, c.fault, took)
		}
		compile(t, c.n).Enclose(nil)
	}
}

// TestPowersNear1 raises numbers next to 1 to powers that make them large, small or moderate again.
func TestPowersNear1(t *testing.T) {
	tiny := expr.Power(expr.Int(2), expr.Int(-54))
	for _, c := range []struct {
		base   expr.Node
		exp    int64 // of 2
		lo, hi float64
	}{
		{expr.Sum(expr.Int(1), tiny), 54, 2.71, 2.72},
		{expr.Minus(expr.Int(1), tiny), 54, 0.36, 0.37},
		{expr.Minus(expr.Int(1), tiny), 62, 6.6e-112, 6.7e-112},
		{expr.Sum(expr.Int(1), expr.Power(expr.Int(2), expr.Int(-300))), 302, 54.5, 54.6},
	} {
		got := bigAt(t, expr.Power(c.base, expr.Power(expr.Int(2), expr.Int(c.exp))), 128)
		lo, _ := got.Lo.Float64()
		if got.Status != eval.Defined || lo < c.lo || lo > c.hi {
			t.Errorf("2^%d: %v", c.exp, got)
		}
	}
	// (1 - 2^-54)^(2^80) is 2^-96817625.29…: small, but not next to 0.
	small := bigAt(t, expr.Power(expr.Minus(expr.Int(1), tiny), expr.Power(expr.Int(2), expr.Int(80))), 128)
	if small.Status != eval.Defined || small.Lo.Sign() <= 0 || small.Lo.MantExp(nil) != -96817625 {
		t.Errorf("2^80: %v, 2^%d", small.Status, small.Lo.MantExp(nil))
	}
}
