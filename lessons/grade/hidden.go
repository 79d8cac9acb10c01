package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
)

// sayHidden tells of a true line that differs from one of the author's in one small part, where the two parts are not
// equal: the whole hides it, as a factor 0 or the derivative of a constant does.
func (d *derivation) sayHidden(n expr.Node) []lessons.Text {
	for _, l := range d.q.Lines {
		model, yours := sample.Shrink(l.Tree, n)
		if model == nil || 2*expr.Size(model) > expr.Size(l.Tree) {
			continue
		}
		if judge.Compare(yours, model, d.q.Scope).Relation != judge.Different {
			continue
		}
		return []lessons.Text{join(lessons.Say("Here "), lessons.SayFormula(yours), lessons.Say(" stands where the author's line has "),
			lessons.SayFormula(model), lessons.Say(". The two differ, but in the whole line that does not show."))}
	}
	return nil
}
