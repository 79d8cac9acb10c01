package expr_test

import (
	"iter"
	"testing"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// TestGlyphs fails where a character of the tables stands for two, or for none.
func TestGlyphs(t *testing.T) {
	seen := map[rune]bool{}
	for name, row := range map[string]struct {
		all  iter.Seq2[rune, rune]
		want int
	}{
		"hat": {expr.MarkedLetters(expr.Hat), 26}, "bar": {expr.MarkedLetters(expr.Bar), 14},
		"tilde": {expr.MarkedLetters(expr.Tilde), 16}, "raised": {expr.Raised(), 47}, "lowered": {expr.Lowered(), 37},
	} {
		count := 0
		for shown, plain := range row.all {
			count++
			if seen[shown] || shown == plain || plain == utf8.RuneError {
				t.Errorf("%s: %c for %c", name, shown, plain)
			}
			seen[shown] = true
		}
		if count != row.want {
			t.Errorf("%s: %d characters, want %d", name, count, row.want)
		}
	}
}

func TestCompose(t *testing.T) {
	for _, row := range []struct {
		letter string
		mark   expr.Mark
		want   string
	}{
		{"y", expr.Hat, "ŷ"},
		{"p", expr.Hat, "p\u0302"},
		{"θ", expr.Hat, "θ\u0302"},
		{"x", expr.Bar, "x\u0304"},
		{"Y", expr.Bar, "Ȳ"},
		{"n", expr.Tilde, "ñ"},
		{"y", expr.NoMark, "y"},
	} {
		if got := expr.Compose(row.letter, row.mark); got != row.want {
			t.Errorf("%s with %q: %q, want %q", row.letter, row.mark, got, row.want)
		}
	}
}
