package judge_test

import (
	"math/big"
	"testing"

	"chainrule/mathcore/judge"
)

// TestBoundsInDecimals fails when a value is shown with digits that its bounds do not settle, or a zero as two tiny ends.
func TestBoundsInDecimals(t *testing.T) {
	for _, row := range []struct {
		lo, hi float64
		want   string
	}{
		{0.36787, 0.36788, "0.3679"},
		{0.3, 0.4, "between 0.3 and 0.4"},
		{0, 0, "0"},
		{-7.772e-16, 7.772e-16, "about 0"},
		{0, 2e-17, "about 0"},
		{-0.01, 0.01, "between -0.01 and 0.01"},
		{1e-17, 2e-17, "between 10⁻¹⁷ and 2·10⁻¹⁷"}, // certainly not zero
	} {
		b := judge.Bounds{Lo: big.NewFloat(row.lo), Hi: big.NewFloat(row.hi)}
		if got := b.Decimal(4); got != row.want {
			t.Errorf("[%g, %g]: got %q, want %q", row.lo, row.hi, got, row.want)
		}
	}
}
