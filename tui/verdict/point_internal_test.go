package verdict

import "testing"

func TestPointed(t *testing.T) {
	for _, c := range []struct {
		source      string
		start, stop int
		line, mark  string
	}{
		{"2 + ) x", 4, 5, "2 + ) x", "    ^"},
		{"ŷ + 2)", 6, 7, "ŷ + 2)", "     ^"},
		{"y\u0302 + )", 6, 7, "y\u0302 + )", "    ^"},
		{"x", 5, 9, "x", " ^"},
		{"学習 + )", 9, 10, "学習 + )", "       ^"},
		{"a\tb\x1b", 3, 4, "a·b·", "   ^"},
		{"foo + 1", 0, 3, "foo + 1", "^^^"},
	} {
		if got := Pointed(c.source, c.start, c.stop); got[0] != c.line || got[1] != c.mark {
			t.Errorf("%q at %d: got\n%s\n%s\nwant\n%s\n%s", c.source, c.start, got[0], got[1], c.line, c.mark)
		}
	}
}
