package judge_test

import (
	"testing"

	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

// TestUnknownDependence checks derivatives of letters of which nothing is said: what is different for constants and for
// functions is different, and the witness names a function.
func TestUnknownDependence(t *testing.T) {
	for _, row := range []struct {
		learner, expected string
		want              judge.Relation
	}{
		{"dy/dx", "1", judge.Different},
		{"du/dx + 1", "du/dx", judge.Different},
		{"du/dx + u", "u + 2", judge.Different},
		{"du/dx", "0", judge.Unsure},
		{"dŷ/dz", "0", judge.Unsure},
		{"du/dx", "dv/dx", judge.Unsure},
		{"d^2y/dx^2", "0", judge.Unsure},
		{"∂E/∂w", "0", judge.Unsure},
		{"∂z_1/∂w", "0", judge.Unsure},
		{"∂z_1/∂w", "∂z_1/∂w", judge.Equal},
		{`\mathcal{L}(a,y)`, `\mathcal{L}(a,y)`, judge.Equal},
		{`\mathcal{L}(a,y) + 1`, `1 + \mathcal{L}(a,y)`, judge.Equal},
		{"2J(w,b)", "J(w,b) + J(w,b)", judge.Equal},
		{"J(w,b)", "J(b,w)", judge.Unsure},
	} {
		a, c := parse.Expr(row.learner, nil)
		if c != nil {
			t.Fatal(c.Say())
		}
		b, c := parse.Expr(row.expected, nil)
		if c != nil {
			t.Fatal(c.Say())
		}
		v := judge.Compare(a, b, nil)
		if v.Relation != row.want {
			t.Errorf("%s against %s: %s, want %s", row.learner, row.expected, v.Relation, row.want)
		}
		if v.Relation == judge.Different && (v.Witness == nil || len(v.Witness.Examples) == 0) {
			t.Errorf("%s against %s: the witness names no function", row.learner, row.expected)
		}
	}
}
