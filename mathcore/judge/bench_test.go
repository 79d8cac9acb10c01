package judge_test

import (
	"testing"

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
