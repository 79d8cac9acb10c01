package grade

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/typeset"
)

// path returns the derivation so far as the checker measures it; lines are the true ones, the start first.
func (d *derivation) path(lines []expr.Node) rule.Path {
	p := rule.Path{Lines: lines, Goal: d.q.To.Tree, Never: d.q.Proves, Scope: d.q.Scope}
	for _, l := range d.q.Lines {
		p.Model = append(p.Model, l.Tree)
	}
	return p
}

// ahead returns the index of the model line after n; it is false where n is neither the start nor a model line.
func (d *derivation) ahead(n expr.Node) (int, bool) {
	for k, l := range slices.Backward(d.q.Lines) {
		if expr.Alike(bounded(n, l.Tree), l.Tree) {
			return k + 1, true
		}
	}
	return 0, expr.Alike(n, d.q.From.Tree)
}

// follow finds out by which rules the answer follows from the last of the lines: the author's where one model line
// follows another, else those that are recognised. Where model lines were passed over and nothing is recognised, the
// author's rules for all of them are told.
func (d *derivation) follow(f *Feedback, lines []expr.Node) {
	above := lines[len(lines)-1]
	at, _ := d.ahead(above)
	k, ok := d.modelLike(f.Answer)
	if _, on := d.ahead(above); !on || !ok || k < at {
		f.Rules = d.path(lines).Rules(f.Answer)
		f.Several = steps(f.Rules) >= jump
		return
	}
	if k == at {
		f.Rules = d.q.Lines[k].Rules
		return
	}
	f.Rules = d.path(lines).Rules(f.Answer)
	if len(f.Rules) == 0 {
		for _, l := range d.q.Lines[at : k+1] {
			f.Rules = append(f.Rules, without(l.Rules, f.Rules)...)
		}
	}
	f.Several = steps(f.Rules) > 1
}

// jump is how many steps in one line are called several.
const jump = 3

// inPassing are rules that nobody writes a line of their own for, byOuter those that go without one beside the chain rule.
var (
	inPassing = []rule.ID{rule.Collect, "constant", "identity"}
	byOuter   = []rule.ID{"power-rule", "exp-rule", "log-rule", "sigmoid-rule"}
)

// steps counts the rules that somebody would write a line of their own for: not the arithmetic, nor the derivative of a
// constant, nor that of the outer function beside the chain rule.
func steps(rules []rule.ID) int {
	count := 0
	for _, r := range rules {
		beside := slices.Contains(byOuter, r) && slices.Contains(rules, "chain-rule")
		if !beside && !slices.Contains(inPassing, r) {
			count++
		}
	}
	return count
}

// without returns what of a list is not in another.
func without(list, other []rule.ID) []rule.ID {
	return slices.DeleteFunc(slices.Clone(list), func(s rule.ID) bool { return slices.Contains(other, s) })
}

// sayStep words a true line: its rules, and where it leads.
func (d *derivation) sayStep(f *Feedback, lines []expr.Node) {
	said := d.head("True", f)
	if where := d.where(f, lines); where != "" {
		said += " " + where
	}
	f.Say = say(said)
}

// head adds the rules of a true line to what is said first, unless the learner is to name them.
func (d *derivation) head(said string, f *Feedback) string {
	if k := len(f.before) + 1; k > 1 {
		return said + ", " + numeral(k) + " lines at once."
	}
	switch {
	case len(f.Rules) == 0 || d.asks && !f.Finished:
		return said + "."
	case f.Several:
		return said + ", several steps in one: " + d.course.RuleNames(f.Rules) + "."
	}
	return said + ": " + d.course.RuleNames(f.Rules) + "."
}

// where tells what a true line does for the derivation, where that is known and worth saying.
func (d *derivation) where(f *Feedback, lines []expr.Node) string {
	p := d.path(lines)
	f.Progress = p.Progress(f.Answer)
	switch f.Progress {
	case rule.Back:
		for i, l := range lines[1:] {
			if expr.Alike(l, f.Answer) {
				return fmt.Sprintf("This is line %d again, so you are back there.", i+1)
			}
		}
		return "This is the start again."
	case rule.Same, rule.Unknown, rule.Nearer:
	}
	left, ok := p.Left(f.Answer)
	switch {
	case d.counted || !ok || left == 0 || left >= len(numerals):
		return ""
	case left == 1:
		return "By the author's way, one line to go."
	}
	return "By the author's way, " + numerals[left] + " lines to go."
}

// onward computes the step after the last line.
func (d *derivation) onward(p rule.Path) Aid {
	var a Aid
	a.next, a.found = p.Next()
	return a
}

// computedLine is a step that was computed, as a line to be shown.
func (d *derivation) computedLine(next rule.Next) Shown {
	rules := next.Rules
	return Shown{Status: Model, Tree: next.Line, Rules: rules, Several: steps(rules) >= jump}
}

// backRung is a rung about model line k from a line that it does not follow from by a known step.
func (d *derivation) backRung(n, k int) Hint {
	l := d.q.Lines[k]
	h := Hint{Say: ruleExplained(d.course, l.Rules)}
	switch {
	case n == 1:
		h = Hint{Say: join(lessons.Say("From your line no short step is known. The author's way goes on by: "), ruleWords(d.course, l.Rules))}
	case n == 2 && len(l.Note) > 0:
		h = Hint{Say: step(d.course, "On the author's way", l.Rules, l.Note)}
	case n == lessons.Rungs:
		h = Hint{Say: join(lessons.Say("Back to the author's way, the line: "), lessons.SayFormula(l.Tree)), Line: &l.Term}
	}
	return h
}

// computedRung is a rung about a step that was computed: its rules; its rules with their pieces; the line. A step to a line of the
// model leads back to the author's way, and so may undo what the learner did.
func (d *derivation) computedRung(n int, next rule.Next) Hint {
	rules := next.Rules
	head, line := "Next", "The line: "
	if k, back := d.modelLike(next.Line); back && k < len(d.q.Lines)-1 {
		head, line = "Back to the author's way", "Back to the author's way, the line: "
	}
	if steps(rules) >= jump {
		head += ", several steps in one"
	}
	switch n {
	case 1:
		return Hint{Say: join(lessons.Say(head+": "), ruleWords(d.course, rules))}
	case 2:
		return Hint{Say: join(lessons.Say(head+" ("+d.course.RuleNames(rules)+"): "), d.pieces(next))}
	}
	return Hint{
		Say:  join(lessons.Say(line), lessons.SayFormula(next.Line)),
		Line: &lessons.Term{Source: typeset.Line(next.Line), Tree: next.Line},
	}
}

// pieces tells what a step is taken on, and what its rule makes of that.
func (d *derivation) pieces(n rule.Next) lessons.Text {
	switch {
	case n.Of == nil && len(n.Rules) > fewRules:
		return lessons.Say("all of the line changes.")
	case n.Of == nil:
		return ruleExplained(d.course, n.Rules)
	case len(n.Pieces) == 0:
		return join(lessons.Say("change "), lessons.SayFormula(n.Of), lessons.Say("."), d.explained(n.Rules))
	}
	said := join(lessons.Say("in "), lessons.SayFormula(n.Of))
	for i, p := range n.Pieces {
		said = join(said, lessons.Say(pieceWords(n.Rules[0], p.Role, i)), lessons.SayFormula(p.Tree))
	}
	return join(said, lessons.Say("."), d.explained(n.Rules))
}

// pieceWords stand before piece i of the use of a rule.
func pieceWords(id rule.ID, role rule.PieceRole, i int) string {
	first := i == 0
	switch role {
	case rule.Outer:
		return " the outer function is "
	case rule.Inner:
		return ", the inner one u = "
	case rule.Top:
		return " the top is "
	case rule.Bottom:
		return ", the bottom "
	case rule.Part:
	}
	switch {
	case !first:
		return " and "
	case id == "product-rule":
		return " the factors are "
	case id == "sum-rule":
		return " the terms are "
	}
	return " differentiate "
}

// fewRules is how many rules are explained at once.
const fewRules = 2

// explained tells what the rules of a step say, where they are few.
func (d *derivation) explained(rules []rule.ID) lessons.Text {
	if len(rules) > fewRules {
		return nil
	}
	said := ruleExplained(d.course, rules)
	if strings.TrimSpace(said.Plain()) == "" {
		return nil
	}
	return join(lessons.Say(" "), said)
}
