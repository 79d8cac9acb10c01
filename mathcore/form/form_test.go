package form_test

import (
	"testing"

	"chainrule/mathcore/exprtest"
	"chainrule/mathcore/form"
)

func TestForms(t *testing.T) {
	for _, r := range exprtest.Rows(t, "testdata/forms.txt") {
		r.Demand(t, 4, "form | goal | answer | met or not")
		f, err := form.Parse(r.Cells[0])
		if err != nil {
			t.Fatal(err)
		}
		if f.String() != r.Cells[0] {
			t.Errorf("String: got %s, want %s", f, r.Cells[0])
		}
		goal, answer := r.Tree(t, r.Cells[1]), r.Tree(t, r.Cells[2])
		if got := f.Met(answer, goal); got != (r.Cells[3] == "met") {
			t.Errorf("%s: %s: got %t", r.Place, r.Text, got)
		}
		if !f.Met(goal, goal) {
			t.Errorf("%s: %s: the goal itself is not in the form", r.Place, r.Text)
		}
	}
}

func TestParseRefuses(t *testing.T) {
	for _, name := range []string{"", "pretty", "factored x", "in-terms-of", "in-terms-of x+1", "decimal many", "decimal -1", "in-terms-of g("} {
		if f, err := form.Parse(name); err == nil {
			t.Errorf("%q: got %v, want an error", name, f)
		}
	}
}
