package record

import (
	"os"
	"testing"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/session"
)

// TestMarkdown writes a derivation with a line of one's own, one that was shown and one that was left out. What Markdown would take for
// marks in a title must be shown as it is.
func TestMarkdown(t *testing.T) {
	c, err := lessons.Load(os.DirFS("../testdata/course"), nil)
	if err != nil {
		t.Fatal(err)
	}
	screen, err := c.Screen("slope/5")
	if err != nil {
		t.Fatal(err)
	}
	q := screen.Question.(*lessons.Derive)
	lines := []session.Line{
		{Shown: grade.Shown{Status: grade.Start, Tree: q.From.Tree}},
		{Shown: grade.Shown{Status: grade.Own, Tree: q.Lines[0].Tree}, Number: 1, By: "chain rule"},
		{Shown: grade.Shown{Status: grade.Blank}, Number: 2},
		{Shown: grade.Shown{Status: grade.Model, Tree: q.To.Tree}, Number: 3, By: "collect: x_1 * 2"},
	}
	const want = "**1.5 A \\*very\\* long\\_name** (free, 14 March 2026)\n\n" +
		"- start: `d/dx((1 + e^(-x))^(-1))`\n" +
		"- 1: `-1*(1 + e^(-x))^(-2)*d/dx(1 + e^(-x))`, by chain rule (my own)\n" +
		"- 2: left out\n" +
		"- 3: `e^(-x)/(1 + e^(-x))^2`, by collect: x\\_1 \\* 2\n"
	if got := markdown("1.5 A *very* long_name", "free, 14 March 2026", lines); got != want {
		t.Errorf("written as\n%s\nwant\n%s", got, want)
	}
}
