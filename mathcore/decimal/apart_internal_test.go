package decimal

import (
	"math"
	"math/big"
	"testing"
)

func TestRoundKeepsToItsSide(t *testing.T) {
	for _, c := range []struct {
		x        float64
		digits   int
		down, up string
	}{
		{0, 6, "0", "0"},
		{1, 6, "1", "1"},
		{-1, 6, "-1", "-1"},
		{1.0 / 3, 3, "0.333", "0.334"},
		{-1.0 / 3, 3, "-0.334", "-0.333"},
		{2.0 / 3, 1, "0.6", "0.7"},
		{0.99996, 3, "0.999", "1"},
		{1234567, 3, "1230000", "1240000"},
		{1e20, 3, "1e20", "1e20"},
		{-0.99996, 3, "-1", "-0.999"},
		{1.5e-9, 3, "1.49e-9", "1.5e-9"}, // the float64 lies below
		{0.00012, 2, "0.00012", "0.00013"},
		{math.Inf(1), 3, "inf", "inf"},
		{math.Inf(-1), 3, "-inf", "-inf"},
	} {
		x := big.NewFloat(c.x)
		if got := round(x, c.digits, -1).String(); got != c.down {
			t.Errorf("%g down to %d digits: got %s, want %s", c.x, c.digits, got, c.down)
		}
		if got := round(x, c.digits, 1).String(); got != c.up {
			t.Errorf("%g up to %d digits: got %s, want %s", c.x, c.digits, got, c.up)
		}
	}
}

// TestRoundFarFrom1 rounds numbers with a hundred million digits.
func TestRoundFarFrom1(t *testing.T) {
	for _, exponent := range []int{-300_000_000, -20_000, 20_000, 300_000_000} {
		for _, mantissa := range []float64{1, -1, 0.7} {
			x := new(big.Float).SetMantExp(big.NewFloat(mantissa), exponent)
			lo, hi := round(x, 9, -1), round(x, 9, 1)
			if !lo.below(hi) || lo.sign() != x.Sign() || hi.sign() != x.Sign() {
				t.Errorf("%g 2^%d lies between %v and %v", mantissa, exponent, lo, hi)
			}
			width := new(big.Int).Sub(shifted(hi.mantissa, hi.exponent-min(lo.exponent, hi.exponent)), shifted(lo.mantissa, lo.exponent-min(lo.exponent, hi.exponent)))
			if width.Cmp(big.NewInt(20)) > 0 {
				t.Errorf("%g 2^%d: %v and %v are far apart", mantissa, exponent, lo, hi)
			}
		}
	}
	x := new(big.Float).SetMantExp(big.NewFloat(1), 20_000)
	// The first digits of 2^20000 by another program.
	if lo, hi := round(x, 9, -1).String(), round(x, 9, 1).String(); lo != "3.98027684e6020" || hi != "3.98027685e6020" {
		t.Errorf("2^20000 lies between %s and %s", lo, hi)
	}
}

func TestBelow(t *testing.T) {
	ordered := []scientific{{nil, -1}, dec(-2, 900), dec(-15, 3), dec(-1, 4), dec(-99, -2), dec(0, 0), dec(3, -900), dec(99, -2), dec(1, 0), dec(1001, -3), dec(11, -1), dec(1, 4), {nil, 1}}
	for i, a := range ordered {
		for j, b := range ordered {
			if got := a.below(b); got != (i < j) {
				t.Errorf("%v below %v: %v", a, b, got)
			}
		}
	}
}

func dec(mantissa int64, exponent int) scientific { return scientific{big.NewInt(mantissa), exponent} }

func TestApartStaysApart(t *testing.T) {
	one, tiny := new(big.Float).SetPrec(512).SetInt64(1), new(big.Float).SetPrec(512).SetMantExp(big.NewFloat(1), -400)
	more := new(big.Float).SetPrec(512).Add(one, tiny)
	x, y := Apart(Interval{Lo: one, Hi: one}, Interval{Lo: more, Hi: more})
	if x.Hi != "1" || y.Lo == "1" || y.Lo == x.Hi {
		t.Errorf("1 and 1 + 2^-400 are written as %v and %v", x, y)
	}
}
