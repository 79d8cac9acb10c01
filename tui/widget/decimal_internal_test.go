package widget

import (
	"math"
	"testing"
)

// TestDecimal fails when a value is not written as the course writes it.
func TestDecimal(t *testing.T) {
	for _, c := range []struct {
		v    float64
		want string
	}{
		{0, "0.0000"},
		{math.Copysign(0, -1), "0.0000"},
		{-0.25, "-0.2500"},
		{0.00001, "10⁻⁵"},
		{1e7, "10⁷"},
		{math.NaN(), "no value"},
	} {
		if got := decimal(c.v); got != c.want {
			t.Errorf("decimal(%g) = %q, want %q", c.v, got, c.want)
		}
	}
}
