package ask

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// Preview says how many rows the preview of a formula may take: Kept even when it is empty, so that the text above does
// not jump while a fraction is being typed, and no more than Most.
type Preview struct{ Kept, Most int }

// AnswerArea draws the place to answer in, which stands below Edge: the field, a remark and what was understood, or the rules
// to choose from. The field comes first, so that it stays where it is whatever is typed.
func (q *Question) AnswerArea(width int, p Preview) []string {
	s := q.styles
	var lines []string
	switch {
	case q.state.Finished:
		return nil
	case q.state.Next == grade.PickRule:
		lines = append(lines, kit.Cut(s.Strong.Render(s.Say(q.rulePrompt())), width))
		return append(lines, q.options(width)...)
	case q.state.Next.Picks():
		return nil // what there is to choose from stands with the task
	}
	q.field.SetWidth(width)
	lines = append(append(lines, q.field.View()), q.remark(width)...)
	rows := q.readsAs(width, p.Most)
	lines = append(lines, rows...)
	kept := p.Kept
	if q.state.Next == grade.TypeNumber {
		kept = 0
	}
	for range kept - len(rows) {
		lines = append(lines, "")
	}
	return lines
}

// readsAs lays out what was understood in no more rows than most, in the column of the lines of a derivation, which it will join,
// and says what it is.
func (q *Question) readsAs(width, most int) []string {
	s := q.styles
	const label = "reads as"
	gutter := widget.Gutter(s)
	indent, room := strings.Repeat(" ", gutter), width-gutter
	rows := q.understood(room)
	if len(rows) > most {
		rows = rows[:0]
		if q.preview.right != nil && q.preview.hole == "" && most > 0 {
			rows = append(rows, s.Formula.Render(kit.Cut(s.Say(typeset.Inline(q.preview.right, widget.Charset(s))), room)))
		}
	}
	widest := 0
	for _, r := range rows {
		widest = max(widest, lipgloss.Width(r))
	}
	const gap = 4
	for i, r := range rows {
		if i == len(rows)/2 && widest+gap+len(label) <= room {
			r = kit.Pad(r, widest+gap) + s.Muted.Render(label)
		}
		rows[i] = indent + r
	}
	return rows
}

// TypesFormula reports whether a formula is typed now, which is shown below the field as it is understood.
func (q *Question) TypesFormula() bool { return q.state.Next == grade.TypeFormula }

// rulePrompt asks for the rule that is to be chosen.
func (q *Question) rulePrompt() string {
	switch {
	case q.judging:
		return "Checking…"
	case q.state.AsksRules:
		return "By which rule did you get the marked line? " + Keys.Rule.Help().Key + " leaves it open."
	}
	return "Which rule leads to the marked line?"
}

// Edge is the line above the place to answer, with the goal of a derivation in it, or how to choose, and at its end what
// the first of ends says, or a later one, which is shorter, where the goal needs the room.
func (q *Question) Edge(width int, ends ...string) string {
	s := q.styles
	more := ""
	if len(ends) > 0 {
		more = ends[0]
	}
	if q.state.Finished {
		return kit.Rule("", more, width, s)
	}
	if more == "" && q.state.Next.Picks() && q.state.Next != grade.PickRule {
		more = s.Say("choose with ↑ ↓ or " + q.numbers())
		if q.cursor >= 0 {
			more = s.Say("enter takes the marked one")
		}
		if q.judging {
			more = s.Say("checking…")
		}
	}
	goal := q.goal()
	for _, shorter := range ends[min(1, len(ends)):] {
		if lipgloss.Width(goal)+lipgloss.Width(more)+seams > width {
			more = shorter
		}
	}
	return kit.Rule(goal, more, width, s)
}

// seams are the columns of line and blanks around what stands in the line above the place to answer.
const seams = 8

func (q *Question) goal() string {
	if q.state.Goal == nil {
		return ""
	}
	s := q.styles
	return s.Muted.Render(s.Say(" Goal: ")) + s.Formula.Render(s.Say(typeset.Inline(q.state.Goal.Tree, widget.Charset(s)))) + " "
}

// Aim is the goal as it stands in the line above the place to answer, where it can be seen whole there; else there is none.
func (q *Question) Aim(width int) []string {
	const shortest = 12 // columns of the signs and keys that tell of more
	if goal := q.goal(); goal != "" && lipgloss.Width(goal)+shortest+seams <= width {
		return []string{goal}
	}
	return nil
}

// pastedSays tells of the lines that were pasted behind the one in the field.
func (q *Question) pastedSays(behind int) string {
	if !q.attempt.Derives() {
		return fmt.Sprintf("%d lines were pasted and one is asked for: the first stands here.", behind+1)
	}
	if behind == 1 {
		return "One more line was pasted: it is judged when this one is accepted. Enter begins."
	}
	return fmt.Sprintf("%d more lines were pasted: each is judged when the one before it is accepted. Enter begins.", behind)
}

// toldAbove reports whether what is wrong with the text was said to the answer already: one complaint stands in one place.
func (q *Question) toldAbove() bool {
	f := q.feedback
	if f == nil || f.Kind != grade.Unreadable {
		return false
	}
	return f.Typed == q.preview.text || len(f.Say) > 0 && f.Say[0].Plain() == q.preview.fault
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
	case len(q.field.Behind()) > 0:
		say = q.pastedSays(len(q.field.Behind()))
	case q.field.Cut():
		say = fmt.Sprintf("Only the first %d characters were kept.", widget.FieldLimit)
	case q.field.Offered():
		say = "Your last answer. Type to write anew, or go back into it with the arrow keys to mend it."
	case q.preview.told && q.preview.fault != "" && !q.toldAbove():
		say = q.preview.fault
	case q.preview.told && q.preview.note != "":
		say = q.preview.note
	case q.field.Empty() && q.state.Next == grade.TypeNumber:
		say = "Type a number."
	case q.field.Empty() && q.state.Next == grade.TypeFormula:
		say = "Type a formula, such as e^(-x)/(1+x)^2."
		if more := say + " Tab turns \\sigma into σ."; lipgloss.Width(s.Say(more)) <= width-2 {
			say = more
		}
	}
	const most = 3 // lines: a complaint must not push the task away; enter tells it whole
	if say == "" {
		return []string{""}
	}
	lines := prose.Indented(widget.WrapText(say, s.Muted, width-2, s), "  ")
	if len(lines) > most {
		lines = append(lines[:most-1], kit.Cut(lines[most-1], width-3)+s.Muted.Render(s.Marks.Ellipsis))
	}
	return lines
}
