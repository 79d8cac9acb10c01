package widget

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	_ "chainrule/mathcore/exprtest/fixed"
)

// labelled writes the labels of an axis.
func labelled(a axis) string {
	var texts []string
	for _, v := range a.named() {
		texts = append(texts, a.label(v))
	}
	return strings.Join(texts, " ")
}

// TestAcross fails when the ticks of x are no round numbers, or too few, or so many that they touch.
func TestAcross(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		columns  int
		want     string
	}{
		{0.02, 0.98, 28, "0.2 0.4 0.6 0.8"},
		{0.02, 0.98, 70, "0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9"},
		{0.005, 0.995, 28, "0.2 0.4 0.6 0.8"},
		{0.01, 1, 28, "0.2 0.4 0.6 0.8 1.0"},
		{-8, 8, 28, "-5 0 5"},
		{-8, 8, 70, "-8 -6 -4 -2 0 2 4 6 8"},
		{-8, 8, 190, "-8 -6 -4 -2 0 2 4 6 8"},
		{-2.5, 2.5, 28, "-2 -1 0 1 2"},
		{0.1, 3, 28, "1 2 3"},
		{0, 6, 50, "0 1 2 3 4 5 6"},
		{2, 16, 28, "5 10 15"},
		{-0.05, 0.05, 28, "-0.05 0 0.05"},
		{0, 3e8, 40, "0 10⁸ 2·10⁸ 3·10⁸"},
		{1e9, 1e9 + 4, 60, "10⁹ 1.000000002·10⁹ 1.000000004·10⁹"},
	} {
		if got := labelled(across(c.from, c.to, c.columns, false, axis.label)); got != c.want {
			t.Errorf("from %g to %g in %d columns: %s, want %s", c.from, c.to, c.columns, got, c.want)
		}
	}
}

// TestUpright fails when the ticks of y are no round numbers, or rows are left empty that a better step would fill.
func TestUpright(t *testing.T) {
	for _, c := range []struct {
		low, high   float64
		fixed       bool
		rows        int
		want        string
		lower, used float64
	}{
		{0, 1, true, 5, "0 0.5 1.0", 0, 5},
		{0, 1, true, 6, "0 0.2 0.4 0.6 0.8 1.0", 0, 6},
		{0, 1, true, 9, "0 0.5 1.0", 0, 9},
		{0, 1, true, 10, "0 0.5 1.0", 0, 9},
		{0, 1, true, 11, "0 0.2 0.4 0.6 0.8 1.0", 0, 11},
		{0, 12, true, 9, "0 5 10", 0, 9},
		{-2, 6, true, 9, "-2 0 2 4 6", -2, 9},
		{0, 4.6052, false, 10, "0 1 2 3 4", 0, 10},
		{0.0025, 0.25, false, 8, "0 0.05 0.10 0.15 0.20 0.25 0.30", 0, 7},
		{-25, 25, false, 11, "-20 -10 0 10 20", -25, 11},
	} {
		a := upright(extent{low: c.low, high: c.high, fixed: c.fixed}, c.rows)
		if got := labelled(a); got != c.want || a.low != c.lower || float64(a.last+1) != c.used {
			t.Errorf("from %g to %g in %d rows: %s from %g in %d", c.low, c.high, c.rows, got, a.low, a.last+1)
		}
	}
}

// TestUprightHolds fails when a vertical axis leaves out a part of its range, has a tick between two rows, counts in
// steps that nobody counts in, or leaves more than one row unused.
func TestUprightHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := extent{fixed: rapid.Bool().Draw(t, "fixed"), low: rapid.Float64Range(-50, 50).Draw(t, "low")}
		e.high = e.low + math.Pow(10, rapid.Float64Range(-3, 4).Draw(t, "size"))
		rows := rapid.IntRange(leastRows, 60).Draw(t, "rows")
		a := upright(e, rows)
		slip := 1e-5 * (a.high - a.low)
		if !e.fixed {
			slip = 0.46 * (a.high - a.low) / float64(a.last) // less than half a row, so the values stand in the first and last
		}
		if a.low > e.low+slip || a.high < e.high-slip {
			t.Fatalf("%g … %g does not hold %g … %g", a.low, a.high, e.low, e.high)
		}
		if a.last+1 > rows || a.last+1 < max(rows-1, leastRows) {
			t.Fatalf("%d of %d rows are used", a.last+1, rows)
		}
		if fill := (e.high - e.low) / (a.high - a.low); fill < 0.35 || fill < 0.5 && rows > 8 {
			t.Fatalf("%g of the rows are used by the curve", fill)
		}
		if !a.exact() {
			t.Fatalf("ticks between rows: %s", labelled(a))
		}
		if digit := a.step / math.Pow10(tens(a.step)); math.Abs(digit-1) > 1e-6 && math.Abs(digit-2) > 1e-6 && math.Abs(digit-5) > 1e-6 {
			t.Fatalf("steps of %g", a.step)
		}
	})
}

// TestAcrossHolds fails when a horizontal axis has fewer than three labels where there is room, or labels touch.
func TestAcrossHolds(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		from := float64(rapid.IntRange(-200, 200).Draw(t, "from")) / 20
		to := from + float64(rapid.IntRange(5, 400).Draw(t, "size"))/20
		columns := rapid.IntRange(28, 150).Draw(t, "columns")
		a := across(from, to, columns, false, axis.label)
		ticks := a.named()
		if len(ticks) < 3 {
			t.Fatalf("%s from %g to %g in %d columns", labelled(a), from, to, columns)
		}
		end := math.Inf(-1)
		for _, v := range ticks {
			text := a.label(v)
			if text == "-0" {
				t.Fatal("a label is -0")
			}
			half := float64(columnsOf(text)) / 2
			if a.place(v)-half < end+1-1e-6 {
				t.Fatalf("%s touch in %d columns", labelled(a), a.last+1)
			}
			end = a.place(v) + half
		}
	})
}
