package algebra_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/exprtest"
)

// spell writes evidence as the table does.
func spell(e algebra.Result) string {
	word := map[algebra.Answer]string{
		algebra.Unproved: "unproved", algebra.Proved: "proved", algebra.Modular: "modular", algebra.Exceeded: "exceeded",
	}[e.Answer]
	if e.Proof != nil {
		word += " by " + e.Proof.Name
	}
	return word
}

// TestProve fails when a row of the table is not proved, or by another proof, or otherwise the other way round, and when there
// is a proof that no row needs.
func TestProve(t *testing.T) {
	needed := map[string]bool{}
	for _, row := range exprtest.Rows(t, "testdata/equal.txt") {
		row.Demand(t, 3, "left | right | what is proved")
		left, right := expr.Expressed(row.Tree(t, row.Cells[0])), expr.Expressed(row.Tree(t, row.Cells[1]))
		want := row.Cells[2]
		if got := spell(algebra.Prove(left, right, row.Scope)); got != want {
			t.Errorf("%s: %s: got %s", row.Place, row.Text, got)
		}
		if got := spell(algebra.Prove(right, left, row.Scope)); got != want {
			t.Errorf("%s: %s: turned round, got %s", row.Place, row.Text, got)
		}
		_, by, _ := strings.Cut(want, " by ")
		needed[by] = true
	}
	for _, p := range algebra.Proofs() {
		if !needed[p.Name] {
			t.Errorf("no row is proved by %s", p.Name)
		}
		if !strings.HasSuffix(p.Shows, ".") {
			t.Errorf("%s shows no sentence: %q", p.Name, p.Shows)
		}
	}
}
