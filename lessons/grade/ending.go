package grade

import (
	"slices"

	"chainrule/lessons"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
	"chainrule/mathcore/rule"
)

// sayGoalItself answers a goal that nothing leads to yet.
func sayGoalItself() []lessons.Text {
	return say("True, but that is the goal itself. Write at least one line that shows the way to it.")
}

// reaches reports whether a line ends the derivation: the goal, one in the form asked for, or one that the author calls as
// good as the goal.
func (d *derivation) reaches(n expr.Node) bool {
	return reached(d.q.Form, n, d.q.To.Tree) || d.asGood(n)
}

func (d *derivation) asGood(n expr.Node) bool {
	asGoal, err := form.Parse("as-goal")
	return err == nil && slices.ContainsFunc(d.q.Ends, func(end lessons.Term) bool { return reached(asGoal, n, end.Tree) })
}

// remarkGoal tells how the goal was written, where a line ends the derivation that is another: as good where the author
// asks for no form, else of the form asked for.
func (d *derivation) remarkGoal(f *Feedback) {
	if isGoal(f.Answer, d.q.To.Tree) {
		return
	}
	after := "; yours has the form asked for, too."
	if d.q.Form.Kind() == form.Any || d.asGood(f.Answer) {
		after = "; this is as good."
	}
	f.Remark = join(lessons.Say("The goal was written "), lessons.SayFormula(d.q.To.Tree), lessons.Say(after))
}

// sayNotYet answers a true line that should be the goal and is not.
func (d *derivation) sayNotYet(n expr.Node) []lessons.Text {
	return []lessons.Text{d.bring("True. This is the last line: bring it", d.needs(n))}
}

// sayFold tells of a line off the author's way that only the way of writing keeps from being the goal. It looks finished,
// and the form is what the screen is about.
func (d *derivation) sayFold(n expr.Node) []lessons.Text {
	if _, on := d.modelLike(n); on || !expr.Alike(calculus.Tidy(n), n) {
		return nil
	}
	rules := d.needs(n)
	if len(rules) == 0 || len(without(rules, onlyWriting)) > 0 {
		return nil
	}
	return []lessons.Text{d.bring("Now bring it", rules)}
}

// onlyWriting are the rules that nothing is found out by.
var onlyWriting = []rule.ID{rule.Factor, rule.Expand, rule.Collect, rule.SubstituteDefinition}

// bring tells to bring a line to the goal, and by which rules if they are known.
func (d *derivation) bring(said string, rules []rule.ID) lessons.Text {
	text := join(lessons.Say(said+" to the form asked for, "), lessons.SayFormula(d.q.To.Tree), lessons.Say("."))
	if len(rules) > 0 {
		text = join(text, lessons.Say(" It takes: "+d.course.RuleNames(rules)+"."))
	}
	return text
}

// needs returns the rules that lead from a line to the goal; none where they are not known, or many.
func (d *derivation) needs(n expr.Node) []rule.ID {
	rules := rule.Between(n, d.q.To.Tree, d.q.Scope, d.q.Proves...)
	if steps(rules) >= jump {
		return nil
	}
	return rules
}
