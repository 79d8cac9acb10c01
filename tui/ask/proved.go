package ask

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// loud sets the verdict in a style, which is what is said up to the first full stop or colon.
func loud(spans []widget.Span, style lipgloss.Style) []widget.Span {
	if len(spans) == 0 || spans[0].Whole {
		return spans
	}
	verdict := spans[0]
	end := strings.IndexAny(verdict.Text, ".:") + 1
	if end == 0 {
		return spans
	}
	rest := verdict
	verdict.Text, verdict.Style, rest.Text = verdict.Text[:end], style, verdict.Text[end:]
	return append([]widget.Span{verdict, rest}, spans[1:]...)
}

// proved frames what a derivation has proved, where the learner wrote lines of it; nothing where that is too wide.
func (q *Question) proved(width int) []string {
	goal := q.state.Goal
	if goal == nil || !q.state.Finished || q.state.Revealed || q.state.Level == lessons.Worked || len(q.state.Lines) == 0 {
		return nil
	}
	s, set := q.styles, widget.Charset(q.styles)
	equation := typeset.Inline(q.state.Lines[0].Tree, set) + " " + typeset.Relation("=", set) + " " + typeset.Inline(goal.Tree, set)
	const word = "Proved: "
	const sides = 4 // columns
	inside := len(word) + lipgloss.Width(equation)
	if inside+sides > width {
		return nil
	}
	edge := func(left, right string) string {
		return s.Right.Render(s.Say(left + strings.Repeat("─", inside+2) + right))
	}
	side := s.Right.Render(s.Say("│"))
	return []string{
		edge("╭", "╮"), side + " " + s.Right.Render(word) + s.Formula.Render(s.Say(equation)) + " " + side, edge("╰", "╯"),
	}
}

// chosen lists what there was to choose from once that is done: the right one is marked, the others are quiet.
func (q *Question) chosen(width int) []string {
	s := q.styles
	var lines []string
	for i, o := range q.state.Choice {
		mark, style, text := " ", s.Muted, prose.Quiet(o, width-markWidth(s)-numberWidth, s)
		if i == q.state.Right {
			mark, style, text = s.Marks.Right, s.Right, prose.Text(o, s.Text, width-markWidth(s)-numberWidth, s)
		}
		lines = append(lines, prose.Labelled(kit.Pad(mark, markWidth(s))+fmt.Sprintf(" %d. ", i+1), style, text)...)
	}
	return lines
}

// numberWidth is the columns of the number of an option, and markWidth those of a mark before it.
const numberWidth = 4

func markWidth(s *kit.Styles) int { return lipgloss.Width(s.Marks.Right) }

// rules lists the rules that there are to choose from in two columns, names and formulas; nil where they do not fit.
func (q *Question) rules(width int) []string {
	const gap, label = 2, 5
	s := q.styles
	names, formulas := make([]string, len(q.state.Options)), make([]string, len(q.state.Options))
	widest := 0
	for i, o := range q.state.Options {
		if len(o) != 2 {
			return nil
		}
		names[i] = s.Say(strings.TrimSuffix(o[0].In(widget.Charset(s)), ": "))
		formulas[i] = s.Say(o[1].In(widget.Charset(s)))
		widest = max(widest, lipgloss.Width(names[i]))
	}
	var lines []string
	for i, name := range names {
		if label+widest+gap+lipgloss.Width(formulas[i]) > width {
			return nil
		}
		mark, style, text := " ", s.Muted, s.Text
		if i == q.cursor && !q.state.Finished {
			mark, style, text = s.Marks.Current, s.Selected, s.Strong
		}
		lines = append(lines, style.Render(fmt.Sprintf("%s %d. ", mark, i+1))+text.Render(kit.Pad(name, widest+gap))+s.Formula.Render(formulas[i]))
	}
	return lines
}
