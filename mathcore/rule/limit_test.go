package rule_test

import (
	"testing"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/rule"
)

// TestLarge fails when lines that no learner writes cost more than their budget.
func TestLarge(t *testing.T) {
	for _, s := range exprtest.LongSteps(t) {
		m := budget.New(2*rule.Budget, nil)
		rules := rule.Between(s.Above, s.Line, s.Scope.Under(m))
		t.Logf("%s: %d units, %v", s.Place, m.Spent(), rules)
		if m.Spent() > rule.Budget {
			t.Errorf("%s costs %d units, at most %d", s.Place, m.Spent(), rule.Budget)
		}
	}
}
