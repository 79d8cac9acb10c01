package judge_test

import (
	"testing"

	"chainrule/mathcore/judge"
)

// TestFamilies judges sums whose range nobody wrote. What they are worth depends on the other side, so that they are no
// rows that can be computed one side at a time.
func TestFamilies(t *testing.T) {
	for _, r := range readRows(t, "testdata/unwritten/families.txt") {
		a, b := r.trees(t)
		for _, got := range []judge.Verdict{judge.Compare(a, b, r.scope), judge.Compare(b, a, r.scope)} {
			if got.Relation.String() != r.verdict || r.evidence != "" && got.Evidence.String() != r.evidence {
				t.Errorf("%s: %s against %s: %s (%s), want %s %s", r.place, r.learner, r.expected, got.Relation, got.Evidence, r.verdict, r.evidence)
			}
		}
	}
}
