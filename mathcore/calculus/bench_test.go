package calculus_test

import (
	"testing"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/parse"
)

func BenchmarkDifferentiate(b *testing.B) {
	for _, in := range []struct{ name, text string }{
		{"short", "1/(1+e^(-x))"},
		{"textbook", "-(t ln(1/(1+e^(-x)))+(1-t) ln(1-1/(1+e^(-x))))"},
		{"nasty", "sin(x^x)^cos(x)*sqrt(1+ln(1+x^2)/(x-atan(x)))"},
	} {
		n, complaint := parse.Expr(in.text, nil)
		if complaint != nil {
			b.Fatal(complaint.Say())
		}
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				calculus.Differentiate(n, exprtest.X, nil)
			}
		})
	}
}
