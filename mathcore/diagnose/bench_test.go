package diagnose_test

import (
	"slices"
	"testing"
	"time"

	"chainrule/mathcore/diagnose"
)

// BenchmarkExplain explains the rows of the tables and tells how long the middle and the slowest one take.
func BenchmarkExplain(b *testing.B) {
	rows := readRows(b, "testdata/*.txt")
	slowest := map[string]time.Duration{}
	for b.Loop() {
		for _, r := range rows {
			start := time.Now()
			diagnose.Explain(r.question)
			if took := time.Since(start); slowest[r.place] == 0 || took < slowest[r.place] {
				slowest[r.place] = took
			}
		}
	}
	var all []time.Duration
	for place, d := range slowest {
		all = append(all, d)
		if d > 60*time.Millisecond {
			b.Logf("%s: %s", place, d)
		}
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Microseconds()), "median-µs")
	b.ReportMetric(float64(all[len(all)*95/100].Microseconds()), "p95-µs")
	b.ReportMetric(float64(all[len(all)-1].Microseconds()), "worst-µs")
}

// BenchmarkRules names the rules of all lines of the tables.
func BenchmarkRules(b *testing.B) {
	rows := readRows(b, "testdata/rules/*.txt")
	var worst time.Duration
	for b.Loop() {
		for _, r := range rows {
			start := time.Now()
			diagnose.Rules(r.question.From, r.question.Wrong, r.question.Scope)
			worst = max(worst, time.Since(start))
		}
	}
	b.ReportMetric(float64(worst.Microseconds()), "worst-µs")
}
