package slip_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/slip"
)

// TestRoles explains lines in letters that no book uses, and in usual letters that mean something else: letters and
// their roles | line above | line typed | slip.
func TestRoles(t *testing.T) {
	for _, row := range []string{
		"c=label q=prediction | q-c | c-q | label-prediction-swapped",
		"c=label q=prediction | -(c*ln(q)+(1-c)*ln(1-q)) | -(q*ln(c)+(1-q)*ln(1-c)) | label-prediction-swapped",
		"c=label q=prediction v=parameter k=input | (q-c)*k | q-c | input-factor",
		"v_j=parameter k_i=input | d/dv_1(1/2*(v_0+v_1 k-c)^2) | v_0+v_1 k-c | input-factor",
		" | (q-c)*k | q-c | missing-factor",
		" | q-c | c-q | sign",
		"c=label q=prediction | t-p | p-t | sign",
		"c=label q=prediction | (q-c)*x | q-c | missing-factor",
		" | (ŷ-t)*x | ŷ-t | input-factor",
	} {
		cells := strings.Split(row, " | ")
		sc := &scope.Scope{}
		for pair := range strings.FieldsSeq(cells[0]) {
			name, role, _ := strings.Cut(pair, "=")
			if err := parse.Assign(sc, name, role); err != nil {
				t.Fatal(row, err)
			}
		}
		from, c := parse.Expr(cells[1], sc)
		if c != nil {
			t.Fatal(row, c.Say())
		}
		wrong, c := parse.Expr(cells[2], sc)
		if c != nil {
			t.Fatal(row, c.Say())
		}
		e := slip.Explain(slip.Question{From: from, Wrong: wrong, Scope: sc})
		if len(e.Slips) != 1 || string(e.Slips[0]) != cells[3] {
			t.Errorf("%s: %v", row, e.Slips)
		}
	}
}
