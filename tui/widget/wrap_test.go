package widget_test

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

func TestWrap(t *testing.T) {
	s := styles(kit.Look{})
	whole := func(text string) widget.Span { return widget.Span{Text: text, Style: s.Formula, Whole: true} }
	plain := func(text string) widget.Span { return widget.Span{Text: text, Style: s.Text} }
	for _, c := range []struct {
		spans []widget.Span
		width int
		want  string
	}{
		{[]widget.Span{plain("one two three")}, 8, "one two|three"},
		{[]widget.Span{plain("one two three")}, 80, "one two three"},
		{[]widget.Span{plain("the slope "), whole("g(x) = 1"), plain(", always")}, 16, "the slope|g(x) = 1, always"},
		{[]widget.Span{plain("the slope "), whole("g(x) = 1"), plain(", always")}, 14, "the slope|g(x) = 1,|always"},
		{[]widget.Span{whole("a + b + c + d")}, 7, "a + b +|c + d"},
		{[]widget.Span{plain("unbreakable")}, 4, "unbr|eaka|ble"},
		{[]widget.Span{plain("")}, 4, ""},
		{[]widget.Span{plain("as in the lesson 5.")}, 17, "as in the|lesson 5."},
		{[]widget.Span{plain("the cost "), whole("J"), plain(" = 0.6256 there")}, 12, "the cost|J = 0.6256|there"},
		{[]widget.Span{plain("the scores (1, 2, 3).")}, 14, "the|scores (1, 2,|3)."},
		{[]widget.Span{plain("the scores (1, 2, 3).")}, 17, "the|scores (1, 2, 3)."},
		{[]widget.Span{plain("and gets a number: −5.5, 0.4, 6.5, anything")}, 26, "and gets a number: −5.5,|0.4, 6.5, anything"},
		{[]widget.Span{plain("and gets a number: −5.5, 0.4, 6.5, anything")}, 24, "and gets a number: −5.5,|0.4, 6.5, anything"},
		{[]widget.Span{plain("and gets a number: −5.5, 0.4, 6.5, anything")}, 22, "and gets a number:|−5.5, 0.4, 6.5,|anything"},
		{[]widget.Span{plain("1 2 3 4 5 6 7 8 9 10 11 12 13")}, 26, "1 2 3 4 5 6 7 8 9 10 11|12 13"},
		{[]widget.Span{plain("at x = 123456789")}, 5, "at|x =|12345|6789"},
		{[]widget.Span{plain("all of the 11 points lie")}, 14, "all of|the 11 points|lie"},
		{[]widget.Span{plain("all the 11 points")}, 8, "all|the 11|points"},
		{[]widget.Span{plain("it is 0.5 and then")}, 11, "it is 0.5|and then"},
		{[]widget.Span{plain("in all 3, then 4")}, 9, "in all 3,|then 4"},
		{[]widget.Span{plain("as on screen 6.10")}, 14, "as on|screen 6.10"},
		{[]widget.Span{plain("the slope"), whole("\u00a0g(x)\u00a0+\u00a01"), plain("\u00a0of it")}, 14, "the|slope g(x) + 1|of it"},
		{[]widget.Span{plain("a term 0 · "), whole("ln 0")}, 14, "a|term 0 · ln 0"},
		{[]widget.Span{plain("it ends at step 10265.")}, 16, "it ends at|step 10265."},
		{[]widget.Span{plain("by\u00a0the way of all")}, 7, "by the|way of|all"},
		{[]widget.Span{plain("well-known e^(−x)-like")}, 12, "well-known|e^(−x)-like"},
	} {
		if got := strings.Join(widget.Wrap(c.spans, c.width, 0, s), "|"); ansi.Strip(got) != c.want {
			t.Errorf("%v at %d: got %q, want %q", c.spans, c.width, got, c.want)
		}
	}
}

func TestWrapFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := styles(kit.Look{ASCII: rapid.Bool().Draw(t, "ascii")})
		var spans []widget.Span
		text := rapid.StringOf(rapid.SampledFrom([]rune("ab cθ ŷ−x² \u0302(1=\u00a0")))
		for range rapid.IntRange(0, 6).Draw(t, "spans") {
			spans = append(spans, widget.Span{Text: text.Draw(t, "text"), Style: s.Text, Whole: rapid.Bool().Draw(t, "whole")})
		}
		width, hang := rapid.IntRange(2, 40).Draw(t, "width"), rapid.IntRange(0, 6).Draw(t, "hang")
		for _, l := range widget.Wrap(spans, width, hang, s) {
			if w := ansi.StringWidth(l); w > width {
				t.Fatalf("%q is %d columns wide, there is room for %d", l, w, width)
			}
		}
	})
}

func TestPane(t *testing.T) {
	p := widget.NewPane(styles(kit.Look{}))
	p.SetSize(10, 4)
	p.SetLines(strings.Split("a b c d e f g h", " "))
	check := func(want string) {
		t.Helper()
		if got := ansi.Strip(strings.Join(p.View(), "|")); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
	check("a|b|c|↓ more be…")
	p.Show(6, 7)
	check("e|f|g|↑↓ more a…")
	p.Show(7, 8)
	check("f|g|h|↑ more ab…")
	p.Show(1, 8)
	check("b|c|d|↑↓ more a…")
	p.ShowTop()
	check("a|b|c|↓ more be…")
	p.SetLines([]string{"a", "b"})
	check("a|b||")
}
