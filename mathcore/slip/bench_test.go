package slip_test

import (
	"slices"
	"testing"
	"time"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/slip"
)

// BenchmarkExplain explains the rows of the tables and tells how long the middle and the slowest one take.
func BenchmarkExplain(b *testing.B) {
	rows := exprtest.ReadSteps(b, "testdata/*.txt")
	slowest := map[string]time.Duration{}
	for b.Loop() {
		for _, r := range rows {
			start := time.Now()
			slip.Explain(question(r))
			if took := time.Since(start); slowest[r.Place] == 0 || took < slowest[r.Place] {
				slowest[r.Place] = took
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
