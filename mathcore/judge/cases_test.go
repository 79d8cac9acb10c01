package judge_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

// TestCasesAreTrue compares choices between values that do not exist everywhere with each other: those that are called
// equal must be so at points of every region where both have a value, and those that are called different somewhere.
func TestCasesAreTrue(t *testing.T) {
	conditions := []string{"x>0", "x>=0", "x<0", "x>1", "x<=1", "[0<x<1]", "ln(x)>0", "x^2>1", "x!=1"}
	values := []string{"0", "1", "x", "|x|", "ln(x)", "ln(|x|)", "1/x", "sqrt(x)", "sqrt(x^2)", "ln(1-x)", "ln(x^2)/2", "x+ln(x)-ln(x)", "e^(ln(x))"}
	points := []float64{-1, 0, 1, -2.5, -1.3, -0.7, -0.2, 0.1, 0.3, 0.6, 0.9, 1.2, 1.9, 3.4}
	pairs := 700
	if testing.Short() {
		pairs = 150
	}
	r := rand.New(rand.NewPCG(3, 5))
	pick := func(from []string) string { return from[r.IntN(len(from))] }
	side := func() string {
		inner := pick(values)
		if r.IntN(4) == 0 {
			inner = "where(" + pick(conditions) + ", " + pick(values) + ", " + pick(values) + ")"
		}
		return pick([]string{"", "x+", "ln(x)+"}) + "where(" + pick(conditions) + ", " + pick(values) + ", " + inner + ")"
	}
	counts := make(map[judge.Relation]int)
	for range pairs {
		left, right := side(), side()
		if r.IntN(3) == 0 {
			right = pick(values)
		}
		a, b := read(t, left), read(t, right)
		v := judge.Compare(a, b, nil)
		counts[v.Relation]++
		agree := true
		for _, x := range points {
			p, q := valueAt(t, a, x), valueAt(t, b, x)
			agree = agree && (math.IsNaN(p) || math.IsNaN(q) || math.Abs(p-q) < 1e-9)
		}
		if v.Relation == judge.Equal && !agree || v.Relation == judge.Different && agree {
			t.Errorf("%s against %s: %v", left, right, v.Relation)
		}
	}
	if counts[judge.Equal] < pairs/60 || counts[judge.Different] < pairs/3 {
		t.Errorf("too few of a kind: %v", counts)
	}
	t.Log(counts)
}

func read(t *testing.T, text string) expr.Node {
	t.Helper()
	n, complaint := parse.Expr(text, nil)
	if complaint != nil {
		t.Fatalf("%s: %s", text, complaint.Say())
	}
	return n
}

func valueAt(t *testing.T, n expr.Node, x float64) float64 {
	t.Helper()
	p, ok := eval.Compile(n, []*expr.Symbol{expr.Var("x")})
	if !ok {
		t.Fatal("not compiled")
	}
	return p.Float([]float64{x})
}
