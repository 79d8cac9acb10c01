package check_test

import (
	"testing"

	"chainrule/mathcore/check"
	"chainrule/mathcore/parse"
)

func TestExplain(t *testing.T) {
	sc, err := parse.Scope("x:real", "g(x)=1/(1+e^-x)")
	if err != nil {
		t.Fatal(err)
	}
	from, complaint := parse.Expr("d/dx(g(2x))", sc)
	if complaint != nil {
		t.Fatal(complaint.Say())
	}
	for _, row := range []struct{ answer, slip string }{
		{"g(2x)*(1-g(2x))", "chain-factor"},
		{"2g(2x)*(1+g(2x))", "sigma-prime-plus"},
		{"2g(2x)*(1-g(2x))", ""}, // right
		{"2g(2x", ""},            // unreadable
		{"ln(-1-x^2)", ""},       // without a value
	} {
		e := check.Explain(check.Text(row.answer, from, sc), from, sc)
		got := ""
		if len(e.Slips) > 0 {
			got = string(e.Slips[0])
		}
		if got != row.slip {
			t.Errorf("%s is explained by %q, want %q", row.answer, got, row.slip)
		}
	}
}
