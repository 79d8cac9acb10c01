package figure

import (
	"math"
	"math/big"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
)

// TestAlong fails when the line from one step to the next is not straight in the picture, as stairs on a logarithmic
// axis would be, or goes on behind the last step.
func TestAlong(t *testing.T) {
	levels := []float64{1, 3, 2, 7, 4}
	level := func(k int) float64 { return levels[k] }
	even := stepping{4, func(step float64) float64 { return step }, nil}
	for _, axis := range []stepping{even, powers(4)} {
		for k := range len(levels) - 1 {
			from, to := axis.place(float64(k)), axis.place(float64(k+1))
			for _, share := range []float64{0, 0.25, 0.5, 0.75, 1} {
				want := levels[k] + share*(levels[k+1]-levels[k])
				if got := axis.along(len(levels), level, from+share*(to-from)); math.Abs(got-want) > 1e-9 {
					t.Errorf("%g of the way from step %d: %g, want %g", share, k, got, want)
				}
			}
		}
		if got := axis.along(3, level, axis.place(2)+0.01); !math.IsNaN(got) {
			t.Errorf("behind the last step: %g", got)
		}
	}
}

// TestPowers fails when a label of a logarithmic axis does not stand where its step is drawn.
func TestPowers(t *testing.T) {
	axis := powers(300000)
	for step, want := range map[float64]string{0: "0", 1: "1", 10: "10", 100: "100", 10000: "10000", 100000: "10⁵"} {
		if got := axis.label(axis.place(step)); got != want {
			t.Errorf("step %g is called %q, want %q", step, got, want)
		}
	}
	if got := axis.label(2.5); got != "" {
		t.Errorf("between two powers stands %q", got)
	}
	if axis.to != axis.place(300000) {
		t.Errorf("the axis ends at %g", axis.to)
	}
}

// TestDecade fails when powers of ten are not written as the text beside the picture writes them.
func TestDecade(t *testing.T) {
	for level, want := range map[float64]string{-4: "10⁻⁴", -2: "0.01", 0: "1", 2: "100", 8: "10⁸", 11: "10¹¹", 1.5: ""} {
		if got := decade(level); got != want {
			t.Errorf("level %g: %q, want %q", level, got, want)
		}
	}
}

// TestHeld fails when a picture does not tell the values of the letters that stand still in it.
func TestHeld(t *testing.T) {
	a, b, c := expr.Var("t"), expr.Var("ŷ"), expr.Var("x")
	w := &judge.Witness{Point: []judge.Value{
		{Symbol: a, Is: big.NewRat(1, 5)}, {Symbol: b, Is: big.NewRat(7, 10)}, {Symbol: c, Is: big.NewRat(-1, 3)},
	}}
	for _, row := range []struct {
		letters []*expr.Symbol
		along   *expr.Symbol
		want    string
	}{
		{[]*expr.Symbol{a, b}, a, "ŷ = 0.7"},
		{[]*expr.Symbol{a, b, c}, a, "ŷ = 0.7, x = -1/3"},
		{[]*expr.Symbol{c}, c, ""},
	} {
		if got := held(row.letters, row.along, w, typeset.Unicode); got != row.want {
			t.Errorf("along %s: %q, want %q", row.along.Name, got, row.want)
		}
	}
	if got := held([]*expr.Symbol{a, b}, a, nil, typeset.Unicode); got != "" {
		t.Errorf("without a witness: %q", got)
	}
}
