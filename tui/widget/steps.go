package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/expr"
	"chainrule/tui/kit"
)

// A Step is one line of a derivation: the formula, or Blank where it is still to be found, and what is said beside it.
type Step struct {
	Number string
	Tree   expr.Node
	Blank  string // shown instead of a formula
	Mark   string // before the number: right, wrong, current
	Style  lipgloss.Style
	Beside string // the rule
}

// Steps lays out the lines of a derivation below each other, numbers on the left, rules on the right where there is
// room and below otherwise. It returns where each step begins.
func Steps(steps []Step, width int, s *kit.Styles) (lines []string, starts []int) {
	const gutter = 5
	aside := 0
	if width >= 64 {
		aside = min(width/3, 34)
	}
	body := max(width-gutter-aside, 8)
	for i, step := range steps {
		if i > 0 {
			lines = append(lines, "")
		}
		starts = append(starts, len(lines))
		lines = append(lines, layStep(step, gutter, body, aside, s)...)
	}
	return lines, starts
}

func layStep(step Step, gutter, body, aside int, s *kit.Styles) []string {
	content := []string{s.Muted.Render(s.Say(step.Blank))}
	if step.Tree != nil {
		content = Formula(step.Tree, body, s)
	}
	base := len(content) / 2
	mark := step.Mark
	if mark == "" {
		mark = " "
	}
	label := mark + pad(step.Number, 2) + " "
	lines := make([]string, 0, len(content)+1)
	for i, l := range content {
		left := strings.Repeat(" ", gutter)
		if i == base {
			left = step.Style.Render(label) + strings.Repeat(" ", max(gutter-ansi.StringWidth(label), 0))
		}
		if aside > 0 && i == base && step.Beside != "" {
			l = kit.Pad(l, body) + s.Muted.Render(kit.Cut(s.Say(step.Beside), aside))
		}
		lines = append(lines, left+l)
	}
	if aside == 0 && step.Beside != "" {
		for _, l := range WrapText(step.Beside, s.Muted, body, s) {
			lines = append(lines, strings.Repeat(" ", gutter)+l)
		}
	}
	return lines
}

func pad(text string, width int) string {
	return strings.Repeat(" ", max(width-len(text), 0)) + text
}
