package judge_test

import (
	"testing"

	"chainrule/mathcore/judge"
)

// TestSinglePoints fails when a verdict is missed on a pair that has values at single points alone.
func TestSinglePoints(t *testing.T) {
	for _, r := range readRows(t, singleTables) {
		a, b := r.trees(t)
		want := r.verdict
		if r.evidence == open {
			want = judge.Unsure.String()
		}
		for _, got := range []judge.Verdict{judge.Compare(a, b, r.scope), judge.Compare(b, a, r.scope)} {
			if got.Relation.String() != want {
				t.Errorf("%s: %s against %s: %s, want %s", r.place, r.learner, r.expected, got.Relation, want)
			}
		}
	}
}
