package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/parse"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// TestFormulaBroken breaks formulas that are too wide: in as few brackets as can be, between terms.
func TestFormulaBroken(t *testing.T) {
	s := styles(kit.Look{})
	for _, c := range []struct {
		typed string
		width int
		want  string
	}{
		{"d/dθ_1(-(t ln(σ(θ_0+θ_1 x))+(1-t)ln(1-σ(θ_0+θ_1 x))))", 52, "d/dθ₁(−(t ln(σ(θ₀ + θ₁ x))|+ (1 − t)·ln(1 − σ(θ₀ + θ₁ x))))"},
		{"a b c + d e f + g h i", 16, "a b c + d e·f|+ g h i"},
		{"a b c d e f g h", 9, "a b c d|e·f g h"},
		{"ln(aaa*bbb)*ln(ccc*ddd)", 14, "ln(aaa bbb)|·ln(ccc ddd)"},
		{"a+b", 9, "a + b"},
	} {
		n, complaint := parse.Expr(c.typed, nil)
		if complaint != nil {
			t.Fatalf("%s: %s", c.typed, complaint.Say())
		}
		if got := ansi.Strip(strings.Join(widget.Formula(n, c.width, s), "|")); got != c.want {
			t.Errorf("%s at %d: got %s, want %s", c.typed, c.width, got, c.want)
		}
	}
}
