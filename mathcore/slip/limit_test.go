package slip_test

import (
	"testing"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/slip"
)

// TestLarge fails when lines that no learner writes cost more than their budget.
func TestLarge(t *testing.T) {
	for _, s := range exprtest.LongSteps(t) {
		m := budget.New(2*slip.Budget, nil)
		e := slip.Explain(slip.Question{From: s.Above, Wrong: s.Line, Scope: s.Scope.Under(m)})
		t.Logf("%s: %d units, %v", s.Place, m.Spent(), e.Slips)
		if m.Spent() > slip.Budget {
			t.Errorf("%s costs %d units, at most %d", s.Place, m.Spent(), slip.Budget)
		}
	}
}
