package ask

import (
	"fmt"

	"chainrule/lessons/grade"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// Preview says how many rows the preview of a formula may take: Kept even when it is empty, so that the text above does
// not jump while a fraction is being typed, and no more than Most.
type Preview struct{ Kept, Most int }

// AnswerArea draws the place to answer in, which stands below Edge: what was understood, the field and a remark, or the rules
// to choose from.
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
	rows := q.understood(width - 4)
	if len(rows) > p.Most {
		rows = rows[:0]
		if q.preview.right != nil && p.Most > 0 {
			rows = []string{s.Formula.Render(kit.Cut(s.Say(typeset.Inline(q.preview.right, widget.Charset(s))), width-4))}
		}
	}
	kept := p.Kept
	if q.state.Next == grade.TypeNumber {
		kept = 0
	}
	for range kept - len(rows) {
		lines = append(lines, "")
	}
	for _, r := range rows {
		lines = append(lines, "    "+r)
	}
	q.field.SetWidth(width)
	return append(append(lines, q.field.View()), q.remark(width)...)
}

// TypesFormula reports whether a formula is typed now, which is shown above the field as it is understood.
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
// more says.
func (q *Question) Edge(width int, more string) string {
	s := q.styles
	if q.state.Finished {
		return kit.Rule("", more, width, s)
	}
	if more == "" && q.state.Next.Picks() && q.state.Next != grade.PickRule {
		more = s.Say("go to your answer with ↑ ↓, then press enter")
		if q.judging {
			more = s.Say("checking…")
		}
	}
	goal := ""
	if q.state.Goal != nil {
		goal = s.Say(" Goal: " + typeset.Inline(q.state.Goal.Tree, widget.Charset(s)) + " ")
	}
	return kit.Rule(goal, more, width, s)
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
	const most = 3 // lines: a complaint must not push the task away; enter tells it whole
	lines := prose.Indented(widget.WrapText(say, s.Muted, width-2, s), "  ")
	if len(lines) > most {
		lines = append(lines[:most-1], kit.Cut(lines[most-1], width-3)+s.Muted.Render(s.Marks.Ellipsis))
	}
	return lines
}
