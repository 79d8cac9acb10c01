package linear_test

import (
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
	_ "chainrule/mathcore/exprtest/fixed"
	"chainrule/mathcore/linear"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// letters are those of the table, by their numbers.
const letters = "xyz"

// read returns the inequality that a cell spells.
func read(t *testing.T, text string) linear.Inequality {
	t.Helper()
	for _, sign := range []string{">=", "<=", ">", "<"} {
		left, right, found := strings.Cut(text, sign)
		if !found {
			continue
		}
		if sign[0] == '<' {
			left, right = right, left
		}
		row := linear.Inequality{Coefficients: make([]rat.Rat, len(letters))}
		if len(sign) == 1 {
			row.Relation = linear.Positive
		}
		add(t, &row, tree(t, left), rat.Int(1))
		add(t, &row, tree(t, right), rat.Int(-1))
		return row
	}
	t.Fatalf("no inequality: %s", text)
	return linear.Inequality{}
}

func tree(t *testing.T, text string) expr.Node {
	t.Helper()
	n, c := parse.Expr(strings.TrimSpace(text), &scope.Scope{})
	if c != nil {
		t.Fatalf("%s: %s", text, c.Say())
	}
	return n
}

// add adds c·n to the left side.
func add(t *testing.T, row *linear.Inequality, n expr.Node, c rat.Rat) {
	t.Helper()
	switch n := n.(type) {
	case *expr.Number:
		row.Number = row.Number.Add(c.Mul(rat.Of(n.Value)))
	case *expr.Symbol:
		i := strings.Index(letters, n.Name)
		row.Coefficients[i] = row.Coefficients[i].Add(c)
	case *expr.Neg:
		add(t, row, n.X, c.Neg())
	case *expr.Add:
		for _, x := range n.Terms {
			add(t, row, x, c)
		}
	case *expr.Mul:
		add(t, row, n.Factors[1], c.Mul(rat.Of(n.Factors[0].(*expr.Number).Value)))
	case *expr.Div:
		add(t, row, n.Num, c.Mul(rat.Of(n.Den.(*expr.Number).Value).Inv()))
	case *expr.Constant, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		t.Fatalf("not linear: %T", n)
	}
}

// satisfied reports whether the inequality holds at the point.
func satisfied(row linear.Inequality, point []rat.Rat) bool {
	left := row.Number
	for i, c := range row.Coefficients {
		left = left.Add(c.Mul(point[i]))
	}
	return left.Sign() > 0 || row.Relation == linear.NotNegative && left.IsZero()
}

// TestSystems fails when a system is called solvable that is not, or the other way round, when no point is found for one
// that is, or when a point is no solution.
func TestSystems(t *testing.T) {
	for _, line := range exprtest.Rows(t, "testdata/systems.txt") {
		line.Demand(t, 2, "inequalities | none or some")
		some := line.Cells[1] == "some"
		s := linear.NewSystem(nil)
		var rows []linear.Inequality
		for text := range strings.SplitSeq(line.Cells[0], ", ") {
			row := read(t, text)
			rows = append(rows, row)
			s.Require(row)
		}
		if s.Solvable() != some {
			t.Errorf("%s: %s: solvable: %t", line.Place, line.Text, s.Solvable())
		}
		points := s.Solutions()
		if (len(points) > 0) != some {
			t.Errorf("%s: %s: points %v", line.Place, line.Text, points)
		}
		for _, point := range points {
			for _, row := range rows {
				if !satisfied(row, point) {
					t.Errorf("%s: %s: %v is no solution", line.Place, line.Text, point)
				}
			}
		}
	}
}

// TestKeepsSolutions fails when a system is called unsolvable that was built around a solution, or when a point that is
// found does not solve it.
func TestKeepsSolutions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 4).Draw(t, "letters")
		small := rapid.Int64Range(-4, 4)
		point := rapid.SliceOfN(small, n, n).Draw(t, "point")
		var s linear.System
		var rows []linear.Inequality
		for range rapid.IntRange(1, 8).Draw(t, "rows") {
			var row linear.Inequality
			rest := int64(0)
			for _, x := range point {
				c := small.Draw(t, "c")
				row.Coefficients = append(row.Coefficients, rat.Frac(c, 3))
				rest -= c * x
			}
			slack := rapid.Int64Range(0, 3).Draw(t, "slack")
			if rapid.Bool().Draw(t, "strict") {
				row.Relation = linear.Positive
				slack++
			}
			row.Number = rat.Frac(rest+slack, 3)
			rows = append(rows, row)
			s.Require(row)
		}
		if !s.Solvable() {
			t.Fatalf("%v solves %v", point, rows)
		}
		for _, found := range s.Solutions() {
			for _, row := range rows {
				if !satisfied(row, found) {
					t.Fatalf("%v is no solution of %v", found, row)
				}
			}
		}
	})
}

// TestLargeSystem fails when a system that grows too large on the way is decided all the same, or costs nothing.
func TestLargeSystem(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	m := budget.New(1<<40, nil)
	s := linear.NewSystem(m)
	for range 20 {
		row := linear.Inequality{Number: rat.Int(-1)}
		for range 12 {
			row.Coefficients = append(row.Coefficients, rat.Int(random.Int64N(11)-5))
		}
		s.Require(row)
	}
	if !s.Solvable() {
		t.Error("a system that is too large has no solution")
	}
	if m.Spent() == 0 {
		t.Error("elimination costs nothing")
	}
	if points := s.Solutions(); len(points) > 0 {
		t.Errorf("a system that is too large has the solution %v", points[0])
	}
}
