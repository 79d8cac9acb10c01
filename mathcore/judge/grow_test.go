package judge_test

import (
	"fmt"
	"strings"
	"testing"

	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
)

// BenchmarkGrowth judges pairs that grow: sums should cost near linearly more, what explodes is cut off by a budget.
func BenchmarkGrowth(b *testing.B) {
	for _, n := range []int{10, 100, 1000} {
		b.Run(fmt.Sprintf("sum/%d", n), func(b *testing.B) { comparePair(b, longSum(n, false), longSum(n, true)) })
	}
	b.Run("product/100", func(b *testing.B) { comparePair(b, longProduct(100, false), longProduct(100, true)) })
	b.Run("power/30", func(b *testing.B) { comparePair(b, "(a+b+c+d)^30", "(d+c+b+a)^29*(a+b+c+d)+0") })
	b.Run("difference-of-powers/6000", func(b *testing.B) { comparePair(b, "(x-a)^6000-(a-x)^6000+1", "1") })
	b.Run("unequal-powers/6000", func(b *testing.B) { comparePair(b, "(x-a)^6000+x", "(a-x)^6000+x^2/x+0") })
	b.Run("expansion/400", func(b *testing.B) { comparePair(b, "(x+y)^400-(x+y)^399*x-(x+y)^399*y", "0") })
	b.Run("tower", func(b *testing.B) { comparePair(b, "10^9^9^9^9", "10^9^9^9^8") })
	b.Run("fractions/30", func(b *testing.B) { comparePair(b, continued(30), continued(30)+"+0") })
	b.Run("logs/20", func(b *testing.B) { comparePair(b, logSum(20), logProduct(20)) })
	b.Run("unsure", func(b *testing.B) {
		comparePair(b, "sqrt(sqrt(x^2+1)+x)*sqrt(sqrt(x^2+1)-x)+cos(cos(x))", "1+cos(cos(x))")
	})
	b.Run("precise", func(b *testing.B) { comparePair(b, "sin(sin(x)+10^-90)", "sin(sin(x))") })
}

func comparePair(b *testing.B, left, right string) {
	b.Helper()
	sc := &scope.Scope{}
	p, c := parse.Expr(left, sc)
	if c != nil {
		b.Fatal(left, c.Say())
	}
	q, c := parse.Expr(right, sc)
	if c != nil {
		b.Fatal(right, c.Say())
	}
	b.ReportAllocs()
	var v judge.Verdict
	for b.Loop() {
		v = judge.Compare(p, q, sc)
	}
	b.Logf("%s %s", v.Relation, v.Evidence)
}

func longSum(n int, backwards bool) string {
	terms := make([]string, n)
	for i := range terms {
		k := i
		if backwards {
			k = n - 1 - i
		}
		terms[i] = fmt.Sprintf("%d*x_%d*(y_%d+1)", k+1, k, k)
	}
	return strings.Join(terms, "+")
}

func longProduct(n int, backwards bool) string {
	factors := make([]string, n)
	for i := range factors {
		k := i
		if backwards {
			k = n - 1 - i
		}
		factors[i] = fmt.Sprintf("(x_%d+%d)", k%5, k%7)
	}
	return strings.Join(factors, "*")
}

func continued(n int) string {
	return strings.Repeat("1/(1+x/(2+", n) + "x" + strings.Repeat("))", n)
}

func logSum(n int) string {
	terms := make([]string, n)
	for i := range terms {
		terms[i] = fmt.Sprintf("ln(x+%d)", i+1)
	}
	return strings.Join(terms, "+")
}

func logProduct(n int) string {
	factors := make([]string, n)
	for i := range factors {
		factors[i] = fmt.Sprintf("(x+%d)", i+1)
	}
	return "ln(" + strings.Join(factors, "*") + ")"
}
