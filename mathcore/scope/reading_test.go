package scope_test

import (
	"strings"
	"testing"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
)

// TestOnlyNames fails when letters at indices are taken for names where they run, or the reverse. A row: declarations;
// definitions; lines; a member, and whether its letters only name.
func TestOnlyNames(t *testing.T) {
	for row := range strings.SplitSeq(strings.TrimSpace(`
		;; z_a+z_b; z_a yes
		;; z_a+sum(k=1..n, z_k); z_a no
		;; z_a+sum(k=1..n, x_k); z_a yes
		;; w_k δ_jk; w_k no
		;; w_k+δ_ij; w_k yes
		;; Σ x; x_i yes
		;; x_i+Σ_k x_k; x_i no
		;; x_1+x_2; x_1 no
		x_i:real;; x_i+x_j; x_j no
		z_a:real z_b:real;; z_a+z_b; z_a yes
		z_a:real;; z_a+z_b; z_b no
		z_i:real z_j:real;; z_i+z_j; z_i no
		y_pred:real;; y_pred-y_true; y_pred yes
		; h_i = θ_0+θ_1 x_i; h_j-y_j; x_j no
		; h_i = θ_0+θ_1 x_i; h_j-y_j; y_j yes
		; o_b = σ(z_b); o_b+z_a; z_a yes
		; y_i = e^(z_i)/sum(k=1..C, e^(z_k)); y_j+t_j; z_j no
	`), "\n") {
		cells := strings.Split(row, ";")
		sc := declared(t, cells[0])
		if d := strings.TrimSpace(cells[1]); d != "" {
			sc = declared(t, cells[0], d)
		}
		name, want, _ := strings.Cut(strings.TrimSpace(cells[3]), " ")
		line, member := tree(t, cells[2], sc), tree(t, name, nil).(*expr.Symbol)
		for _, told := range []bool{false, true} {
			known := sc
			if told { // of something else before
				known = sc.For(expr.Int(1))
			}
			if got := known.For(line, member).OnlyNames(member); got != (want == "yes") {
				t.Errorf("%s: %v", strings.TrimSpace(row), got)
			}
		}
	}
}

// TestMembers checks which definition explains a member, and that a name is in doubt of which only a sibling is defined.
func TestMembers(t *testing.T) {
	sc := declared(t, "", "p_k = k", "p_1 = 7", "o_b = e^(z_b)/(e^(z_a)+e^(z_b))", "q_1(x) = x^2", "q_2(x) = x^3")
	for _, test := range []struct{ text, want string }{
		{"p_1", "7"},
		{"p_2", "2"},
		{"p_i", "i"},
		{"p_1+p_2", "7+2"},
		{"o_b", "e^(z_b)/(e^(z_a)+e^(z_b))"},
		{"o_a", "o_a"},
		{"q_1(t)+q_2(t)", "t^2+t^3"},
		{"d/dp_1(p_1 p_2)", "d/dp_1(p_1*2)"},
	} {
		want, _ := parse.Expr(test.want, nil)
		if got, ok := sc.Unfold(tree(t, test.text, sc)); !ok || !expr.Equal(got, want) {
			t.Errorf("%s is unfolded to something else than %s", test.text, test.want)
		}
	}
	for text, want := range map[string]bool{"o_b": false, "o_a+o_b": true, "p_1+p_2": false, "z_a": false} {
		if sc.For(tree(t, text, sc)).Doubtful() != want {
			t.Errorf("%s: in doubt is %v", text, !want)
		}
	}
	if again := declared(t, "", "p_1 = 7", "p_2 = 8", "p_1 = 9"); len(again.Definitions()) != 2 {
		t.Errorf("there are %d definitions", len(again.Definitions()))
	}
}
