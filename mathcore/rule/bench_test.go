package rule_test

import (
	"testing"
	"time"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/rule"
)

// BenchmarkRules names the rules of all lines of the tables.
func BenchmarkRules(b *testing.B) {
	rows := exprtest.ReadSteps(b, "testdata/rules/*.txt")
	var worst time.Duration
	for b.Loop() {
		for _, r := range rows {
			start := time.Now()
			rule.Between(r.Above, r.Line, r.Scope)
			worst = max(worst, time.Since(start))
		}
	}
	b.ReportMetric(float64(worst.Microseconds()), "worst-µs")
}
