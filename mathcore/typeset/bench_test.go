package typeset_test

import (
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

var inputs = []struct{ name, text string }{
	{"short", "1/(1+e^(-x))"},
	{"textbook", "1/(2m) * sum(i=1..m, (θ_0+θ_1 x_i-y_i)^2)"},
	{"nasty", "(((1+e^(-x))*d/dx(1)-1*d/dx(1+e^(-x)))/(1+e^(-x))^2+sqrt(a/(b+1/(c+1/x))))^(1/2)*|x/(1+x^2)|"},
}

func BenchmarkLayout(b *testing.B) {
	benchmark(b, func(n expr.Node) { typeset.Layout(n, typeset.Unicode) })
}

func BenchmarkLine(b *testing.B) {
	benchmark(b, func(n expr.Node) { typeset.Line(n) })
}

func BenchmarkLaTeX(b *testing.B) {
	benchmark(b, func(n expr.Node) { typeset.LaTeX(n) })
}

func benchmark(b *testing.B, write func(expr.Node)) {
	b.Helper()
	for _, in := range inputs {
		n, complaint := parse.Expr(in.text, &scope.Scope{})
		if complaint != nil {
			b.Fatal(complaint.Say())
		}
		b.Run(in.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				write(n)
			}
		})
	}
}
