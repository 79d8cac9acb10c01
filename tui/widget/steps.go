package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/typeset"
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
	// Pointed tells that this is the line to look at now.
	Pointed bool
}

// The columns between a formula and what stands beside it, and the least and most of those.
const (
	asideGap   = 3
	leastAside = 20
	mostAside  = 48
)

// Gutter is how many columns there are before a formula: for a mark, a number, and blanks behind both.
func Gutter(s *kit.Styles) int { return markWidth(s) + 4 }

// markWidth is how many columns the widest mark before a line takes.
func markWidth(s *kit.Styles) int { return ansi.StringWidth(s.Marks.Right) }

// A Density says how tightly the lines of a derivation are set.
type Density uint8

// The densities.
const (
	Loose Density = iota // all in two dimensions
	Airy                 // all on a single line, where that fits, with blank lines between; rules below where there is no room beside
	Told                 // the same without blank lines
	Tight                // as Told, but with no rule below other lines than the one pointed at
)

// Steps lays out the lines of a derivation below each other, numbers on the left, rules on the right where there is
// room and below otherwise. It returns where each step begins.
func Steps(steps []Step, width int, density Density, s *kit.Styles) (lines []string, starts []int) {
	compact, gutter := density != Loose, Gutter(s)
	laid := make([]laidStep, len(steps))
	widest := 0
	for i, step := range steps {
		laid[i] = layStep(step, max(width-gutter, 8), compact, s)
		widest = max(widest, laid[i].width)
	}
	aside := min(width-gutter-widest-asideGap, mostAside)
	for i, step := range steps {
		if i > 0 && (density < Told || len(laid[i].lines) > 1 || len(laid[i-1].lines) > 1) {
			lines = append(lines, "")
		}
		starts = append(starts, len(lines))
		lines = append(lines, laid[i].with(step, widest, aside, width, density != Tight || step.Pointed, s)...)
	}
	return lines, starts
}

// A laidStep is the formula of a step in lines, and which of them is the one to read along.
type laidStep struct {
	lines       []string
	width, base int
}

func layStep(step Step, width int, compact bool, s *kit.Styles) laidStep {
	if step.Tree == nil {
		line := s.Muted.Render(s.Say(step.Blank))
		return laidStep{lines: []string{line}, width: ansi.StringWidth(line)}
	}
	if compact {
		if line := typeset.Inline(step.Tree, Charset(s)); ansi.StringWidth(line) <= width {
			return laidStep{lines: []string{s.Formula.Render(line)}, width: ansi.StringWidth(line)}
		}
	}
	box := typeset.Layout(step.Tree, Charset(s))
	if box.Width > width {
		lines := Formula(step.Tree, width, s)
		return laidStep{lines: lines, width: width}
	}
	return laidStep{lines: Formula(step.Tree, width, s), width: box.Width, base: box.Baseline}
}

// with sets mark and number before the formula, and the rule beside it, or below where that may be.
func (l laidStep) with(step Step, widest, aside, width int, below bool, s *kit.Styles) []string {
	var rule []string
	from := 0
	if step.Beside != "" && aside >= leastAside {
		rule = WrapText(step.Beside, s.Muted, aside, s)
		from = max(l.base-(len(rule)-1)/2, 0)
	}
	gutter := Gutter(s)
	label := kit.Pad(step.Mark, markWidth(s)) + pad(step.Number, 2) + " "
	lines := make([]string, max(len(l.lines), from+len(rule)))
	for i := range lines {
		left := strings.Repeat(" ", gutter)
		if i == l.base {
			left = step.Style.Render(label) + strings.Repeat(" ", max(gutter-ansi.StringWidth(label), 0))
		}
		if i < len(l.lines) {
			left += l.lines[i]
		}
		if i >= from && i < from+len(rule) {
			left = kit.Pad(left, gutter+widest+asideGap) + rule[i-from]
		}
		lines[i] = left
	}
	if step.Beside != "" && rule == nil && below {
		for _, line := range WrapText(step.Beside, s.Muted, max(width-gutter, 8), s) {
			lines = append(lines, strings.Repeat(" ", gutter)+line)
		}
	}
	return lines
}

func pad(text string, width int) string {
	return strings.Repeat(" ", max(width-len(text), 0)) + text
}
