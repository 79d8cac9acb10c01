package algebra

import (
	"testing"

	"pgregory.net/rapid"
)

// TestSystemKeepsSolutions fails when a system is called unsolvable that was built around a solution.
func TestSystemKeepsSolutions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.IntRange(1, 4).Draw(t, "letters")
		small := rapid.Int64Range(-4, 4)
		point := rapid.SliceOfN(small, letters, letters).Draw(t, "point")
		var s system
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			row := inequality{strict: rapid.Bool().Draw(t, "strict")}
			rest := int64(0)
			for _, x := range point {
				c := small.Draw(t, "c")
				row.coefficients = append(row.coefficients, ratOf(c, 3))
				rest -= c * x
			}
			slack := rapid.Int64Range(0, 3).Draw(t, "slack")
			if row.strict {
				slack++
			}
			row.number = ratOf(rest+slack, 3)
			s.rows = append(s.rows, row)
		}
		if !s.solvable() {
			t.Fatalf("%v solves %v", point, s.rows)
		}
	})
}

// TestSystemFindsContradictions fails when a contradiction between few inequalities is missed.
func TestSystemFindsContradictions(t *testing.T) {
	at := func(strict bool, number int64, coefficients ...int64) inequality {
		row := inequality{number: ratInt(number), strict: strict}
		for _, c := range coefficients {
			row.coefficients = append(row.coefficients, ratInt(c))
		}
		return row
	}
	for name, rows := range map[string][]inequality{
		"x>1, x<1":             {at(true, -1, 1), at(true, 1, -1)},
		"x>=1, x<1":            {at(false, -1, 1), at(true, 1, -1)},
		"x>=2, x<=1":           {at(false, -2, 1), at(false, 1, -1)},
		"x>y, y>z, z>x":        {at(true, 0, 1, -1), at(true, 0, 0, 1, -1), at(true, 0, -1, 0, 1)},
		"x+y>0, x<0, y<0":      {at(true, 0, 1, 1), at(true, 0, -1), at(true, 0, 0, -1)},
		"x+y>4, x-y>4, x<4":    {at(true, -4, 1, 1), at(true, -4, 1, -1), at(true, 4, -1)},
		"0>=1":                 {at(false, -1)},
		"x+y+z>=3, x,y,z<=0.9": {at(false, -3, 1, 1, 1), at(false, 9, -10), at(false, 9, 0, -10), at(false, 9, 0, 0, -10)},
	} {
		if s := (system{rows: rows}); s.solvable() {
			t.Errorf("%s may have a solution", name)
		}
	}
	if s := (system{rows: []inequality{at(false, -1, 1), at(false, 1, -1)}}); !s.solvable() {
		t.Error("x>=1, x<=1 has no solution")
	}
}
