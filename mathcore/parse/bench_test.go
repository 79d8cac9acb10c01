package parse_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/parse"
)

func BenchmarkRead(b *testing.B) {
	strict := scopes(b)[1]
	for _, bench := range []struct{ name, line string }{
		{"short", "2x e^-x"},
		{"textbook", "-(t ln(ŷ)+(1-t) ln(1-ŷ)) + e^(-x)/(1+e^(-x))^2"},
		{"batch", "1/rate * sum(i=1..m, (h_i - y) x_ij)"},
		{"latex", `\frac{1}{2}\sum_{i=1}^{m}(h_\theta(x^{(i)})-t)x_j^{(i)}`},
	} {
		b.Run(bench.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, c := parse.Read(bench.line, strict); c != nil {
					b.Fatal(c.Say())
				}
			}
		})
	}
}

// BenchmarkNasty shows the slowest answers there are; the limit is 50 ms.
func BenchmarkNasty(b *testing.B) {
	strict := scopes(b)[1]
	for _, test := range nasty {
		b.Run(strings.ReplaceAll(test.name, " ", "-"), func(b *testing.B) {
			for b.Loop() {
				parse.Read(test.line, strict)
			}
		})
	}
}
