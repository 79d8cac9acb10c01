package judge_test

import (
	"slices"
	"testing"
	"time"

	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// BenchmarkCompare reads and judges a pair, as for one answer of a learner.
func BenchmarkCompare(b *testing.B) {
	pairs := []struct{ name, where, left, right string }{
		{"short", "x:real", "2x+3x", "5x"},
		{"textbook", "x:real", "e^-x/(1+e^-x)^2", "1/(1+e^-x)*(1-1/(1+e^-x))"},
		{"different", "x:real", "e^-x/(1+e^-x)", "1/(1+e^-x)*(1-1/(1+e^-x))"},
		{"logs", "t:[0,1] p:(0,1)", "d/dp(-(t ln(p)+(1-t) ln(1-p)))", "(p-t)/(p(1-p))"},
		{"nasty", "z:real t:real", "max(z,0)-z t+ln(1+e^(-abs(z)))", "ln(1+e^z)-t z"},
	}
	for _, p := range pairs {
		sc := &scope.Scope{}
		if err := parse.Declare(sc, p.where); err != nil {
			b.Fatal(err)
		}
		b.Run(p.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				left, _ := parse.Expr(p.left, sc)
				right, _ := parse.Expr(p.right, sc)
				judge.Compare(left, right, sc)
			}
		})
	}
}

// BenchmarkTables reads and judges every row of the tables and reports how long the median row takes, how long all but
// one in twenty, and the longest.
func BenchmarkTables(b *testing.B) {
	rows := readRows(b, tables)
	taken := make([]time.Duration, len(rows))
	for b.Loop() {
		for i, r := range rows {
			start := time.Now()
			left, _ := parse.Expr(r.learner, r.scope)
			right, _ := parse.Expr(r.expected, r.scope)
			judge.Compare(left, right, r.scope)
			taken[i] = time.Since(start)
		}
	}
	slices.Sort(taken)
	micros := func(share int) float64 { return float64(taken[(len(taken)-1)*share/100].Nanoseconds()) / 1000 }
	b.ReportMetric(micros(50), "µs/median")
	b.ReportMetric(micros(95), "µs/p95")
	b.ReportMetric(micros(100), "µs/longest")
	b.ReportMetric(float64(len(rows)), "rows")
}
