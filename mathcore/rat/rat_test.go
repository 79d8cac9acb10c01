package rat_test

import (
	"math"
	"math/big"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/rat"
)

func number(t *testing.T, text string) rat.Rat {
	t.Helper()
	b, ok := new(big.Rat).SetString(text)
	if !ok {
		t.Fatalf("no number: %s", text)
	}
	return rat.Of(b)
}

// TestArithmetic fails when a sum, a product, a power or an order is wrong, or a result that fits is kept as a long one.
func TestArithmetic(t *testing.T) {
	for _, row := range exprtest.Rows(t, "testdata/arithmetic.txt") {
		row.Demand(t, 2, "left operation right | result")
		words := strings.Fields(row.Cells[0])
		x, y, want := number(t, words[0]), number(t, words[2]), number(t, row.Cells[1])
		var got rat.Rat
		switch words[1] {
		case "+":
			got = x.Add(y)
		case "-":
			got = x.Sub(y)
		case "*":
			got = x.Mul(y)
		case "^":
			n, _ := y.Int64()
			got = x.Pow(n)
		case "?":
			got = rat.Int(int64(x.Cmp(y)))
		}
		if !got.Equal(want) || got.Small() != want.Small() || string(got.AppendKey(nil)) != string(want.AppendKey(nil)) {
			t.Errorf("%s: %s: got %v", row.Place, row.Text, got)
		}
	}
}

// TestSingle fails when what is said of one number is wrong.
func TestSingle(t *testing.T) {
	for _, row := range exprtest.Rows(t, "testdata/single.txt") {
		x := number(t, row.Cells[0])
		inverse := "none"
		if !x.IsZero() {
			inverse = x.Inv().String()
		}
		whole := "broken"
		if x.IsInt() {
			whole = "whole"
		}
		got := strings.Join([]string{
			x.String(), x.Neg().String(), inverse, rat.Int(int64(x.Sign())).String(), whole, rat.Int(int64(x.BitLen())).String(),
		}, " | ")
		if got != row.Text {
			t.Errorf("%s: got %s, want %s", row.Place, got, row.Text)
		}
	}
	if !(rat.Rat{}).IsZero() || !(rat.Rat{}).Equal(rat.Int(0)) {
		t.Error("the zero Rat is not 0")
	}
}

// TestLowest fails when the lowest int64, whose negative does not fit, is taken for a number that does.
func TestLowest(t *testing.T) {
	want := new(big.Rat).SetInt64(math.MinInt64)
	for name, got := range map[string]rat.Rat{
		"Int": rat.Int(math.MinInt64), "Frac": rat.Frac(math.MinInt64, 1), "Of": rat.Of(want), "over -1": rat.Frac(math.MinInt64, -1).Neg(),
	} {
		if got.Small() || got.Big().Cmp(want) != 0 {
			t.Errorf("%s: %v, small: %t", name, got, got.Small())
		}
	}
}

// TestAgainstBig fails when a result is another than that of math/big.
func TestAgainstBig(t *testing.T) {
	near := rapid.OneOf(rapid.Int64(), rapid.Int64Range(-9, 9), rapid.Int64Range(math.MaxInt64-9, math.MaxInt64), rapid.Int64Range(math.MinInt64, math.MinInt64+9))
	rapid.Check(t, func(t *rapid.T) {
		draw := func(name string) rat.Rat {
			n, d := near.Draw(t, name), near.Filter(func(n int64) bool { return n != 0 }).Draw(t, "over")
			x, want := rat.Frac(n, d), new(big.Rat).SetFrac(big.NewInt(n), big.NewInt(d))
			if b := x.Big(); b.Cmp(want) != 0 || b.Denom().Cmp(want.Denom()) != 0 {
				t.Fatalf("%d/%d: got %s", n, d, b)
			}
			if x.Num().Big().Num().Cmp(want.Num()) != 0 || x.Den().Big().Num().Cmp(want.Denom()) != 0 || !x.Num().IsInt() || !x.Den().IsInt() {
				t.Fatalf("%d/%d: numerator %v, denominator %v", n, d, x.Num(), x.Den())
			}
			return x
		}
		x, y := draw("x"), draw("y")
		for name, p := range map[string][2]*big.Rat{
			"sum":        {x.Add(y).Big(), new(big.Rat).Add(x.Big(), y.Big())},
			"difference": {x.Sub(y).Big(), new(big.Rat).Sub(x.Big(), y.Big())},
			"product":    {x.Mul(y).Big(), new(big.Rat).Mul(x.Big(), y.Big())},
		} {
			if p[0].Cmp(p[1]) != 0 {
				t.Fatalf("%s of %v and %v: %s, want %s", name, x, y, p[0].RatString(), p[1].RatString())
			}
		}
		if x.Cmp(y) != x.Big().Cmp(y.Big()) || x.Equal(y) != (x.Cmp(y) == 0) {
			t.Fatalf("%v and %v are compared as %d", x, y, x.Cmp(y))
		}
	})
}

// TestWholeNumbers fails when a function of whole numbers is wrong at a bound.
func TestWholeNumbers(t *testing.T) {
	for _, c := range []struct {
		name      string
		got, want int64
	}{
		{"gcd 12 18", rat.GCD(12, 18), 6},
		{"gcd -12 18", rat.GCD(-12, 18), 6},
		{"gcd 0 -7", rat.GCD(0, -7), 7},
		{"gcd 7 0", rat.GCD(7, 0), 7},
		{"gcd 0 0", rat.GCD(0, 0), 0},
		{"lcm 4 6", rat.LCM(4, 6), 12},
		{"lcm too large", rat.LCM(math.MaxInt64, math.MaxInt64-1), math.MaxInt64},
		{"7 / 2", rat.FloorDiv(7, 2), 3},
		{"-7 / 2", rat.FloorDiv(-7, 2), -4},
		{"-8 / 2", rat.FloorDiv(-8, 2), -4},
		{"0 / 5", rat.FloorDiv(0, 5), 0},
	} {
		if c.got != c.want {
			t.Errorf("%s: got %d, want %d", c.name, c.got, c.want)
		}
	}
	if rat.Magnitude(math.MinInt64) != 1<<63 {
		t.Errorf("the magnitude of the lowest int64 is %d", rat.Magnitude(math.MinInt64))
	}
	for _, c := range []struct {
		a, b int64
		fits bool
	}{{3, -4, true}, {1 << 31, 1 << 31, true}, {1 << 32, 1 << 31, false}, {-1 << 32, 1 << 31, false}, {math.MinInt64, 1, false}, {0, math.MinInt64, true}} {
		product, fits := rat.MulInt64(c.a, c.b)
		if fits != c.fits || fits && product != c.a*c.b {
			t.Errorf("%d times %d: %d, fits %t", c.a, c.b, product, fits)
		}
	}
}

// TestCost fails when long numbers cost no more than short ones, or fractions no more than whole numbers of their length.
func TestCost(t *testing.T) {
	short, whole := rat.Int(3), rat.Int(2).Pow(4000)
	broken := whole.Add(rat.Frac(1, 3)).Mul(whole.Inv())
	if c := rat.Cost(short, short); c != 1 {
		t.Errorf("short numbers cost %d, want 1", c)
	}
	if rat.Cost(whole, short) <= rat.Cost(short, short) || rat.Cost(broken, broken) <= 2*rat.Cost(whole, whole) {
		t.Errorf("whole numbers of 4000 bits cost %d, fractions %d", rat.Cost(whole, whole), rat.Cost(broken, broken))
	}
}
