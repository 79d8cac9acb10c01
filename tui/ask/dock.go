package ask

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// The rows of the dock: the preview keeps a few even when it is empty, so that the text above does not jump while a
// fraction is being typed.
const (
	keptRows = 3
	mostRows = 9
)

// Dock draws the place to answer in, in at most height lines: the goal, what was understood, the field, a remark.
func (q *Question) Dock(width, height int) []string {
	s := q.styles
	lines := []string{"", q.edge(width)}
	switch {
	case q.state.Finished:
		return lines
	case q.picks():
		return append(lines, s.Muted.Render(s.Say(q.pickSays())))
	}
	rows := q.understood(width - 4)
	room := min(mostRows, max(height-4, 0))
	if len(rows) > room {
		rows = rows[:0]
		if q.preview.right != nil && room > 0 {
			rows = []string{s.Formula.Render(kit.Cut(s.Say(typeset.Inline(q.preview.right, widget.Charset(s))), width-4))}
		}
	}
	kept := keptRows
	if q.state.Next == grade.TypeNumber {
		kept = 0
	}
	for range min(kept, room) - len(rows) {
		lines = append(lines, "")
	}
	for _, r := range rows {
		lines = append(lines, "    "+r)
	}
	q.field.SetWidth(width)
	return append(append(lines, q.field.View()), q.remark(width)...)
}

func (q *Question) pickSays() string {
	switch {
	case q.judging:
		return "Checking…"
	case q.state.Next == grade.PickLine:
		return "Which line is false? Go to it and press enter."
	case q.state.Next == grade.PickRule && q.state.AsksRules:
		return "By which rule did you get the marked line? " + Keys.Rule.Help().Key + " leaves it open."
	case q.state.Next == grade.PickRule:
		return "Which rule leads to the marked line?"
	}
	return "Go to your answer and press enter."
}

// edge is the line above the dock, with the goal of a derivation in it.
func (q *Question) edge(width int) string {
	s := q.styles
	if q.state.Goal == nil || q.state.Finished {
		return s.Muted.Render(strings.Repeat(s.Marks.Rule, width))
	}
	goal := s.Say(" Goal: " + typeset.Inline(q.state.Goal.Tree, widget.Charset(s)) + " ")
	if ansi.StringWidth(goal) > width-4 {
		goal = kit.Cut(goal, width-4)
	}
	rest := max(width-3-ansi.StringWidth(goal), 0)
	return s.Muted.Render(strings.Repeat(s.Marks.Rule, 3)) + s.Prompt.Render(goal) +
		s.Muted.Render(strings.Repeat(s.Marks.Rule, rest))
}

// remark is the line below the field: what is being done, what is wrong with the text as it stands, what Tab would do,
// or in which two ways it could be read.
func (q *Question) remark(width int) []string {
	s := q.styles
	say := ""
	switch tab := q.field.Hint(); {
	case q.judging:
		say = "Checking…"
	case q.field.Recalled():
		say = "An earlier answer; ↓ comes back to what you typed."
	case tab != "":
		say = tab
	case q.field.Cut():
		say = fmt.Sprintf("Only the first %d characters were kept.", widget.FieldLimit)
	case q.field.Offered():
		say = "Your last answer. Type to write anew, or go back into it with the arrow keys to mend it."
	case q.preview.fault != "":
		say = q.preview.fault
	case q.preview.note != "":
		say = q.preview.note
	case q.field.Empty() && q.state.Next == grade.TypeNumber:
		say = "Type a number."
	case q.field.Empty() && q.state.Next == grade.TypeFormula:
		say = "Type a formula, such as e^(-x)/(1+x)^2. Tab turns \\sigma into σ."
	}
	return prose.Indented(widget.WrapText(say, s.Muted, width-2, s), "  ")
}
