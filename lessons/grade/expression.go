package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/form"
)

// An expression is an attempt at a formula.
type expression struct {
	q      *lessons.Expression
	course *lessons.Course
}

func (e *expression) judge(a answer) Feedback {
	from, right := e.q.From.Tree, []expr.Node{}
	for _, a := range e.q.Accept {
		right = append(right, a.Tree)
	}
	if from == nil {
		from = e.q.Accept[0].Tree
	}
	return comparison{
		question: e.q, scope: e.q.Scope, wanted: e.q.Accept[0].Tree, name: "the right answer", secret: true,
		equal: e.equal, listed: listedIn(e.q.Wrong, e.q.Scope),
		course: e.course, shown: e.q.From.Tree != nil, from: from, right: right,
	}.decide(a)
}

func (e *expression) equal(f *Feedback) {
	model := e.q.Accept[0].Tree
	switch {
	case e.q.From.Tree != nil && expr.Alike(f.Answer, e.q.From.Tree):
		f.Kind, f.Say = Repeat, say("That is the question itself. Write what it is equal to.")
	case derivativeLeft(f.Answer) && !derivativeLeft(model):
		f.Kind, f.Say = Form, say("True, but a derivative is still to be taken.")
	case e.q.Form.Kind() == form.AsGoal && e.accepted(f.Answer):
		f.Kind, f.Finished, f.Say = Right, true, say("Right.")
	case e.q.Form.Met(bounded(f.Answer, model), model):
		f.Kind, f.Finished, f.Say = Right, true, say("Right.")
	default:
		f.Kind, f.Say = Form, say("The value is right. "+wantedForm(e.q.Form))
	}
}

func (e *expression) accepted(n expr.Node) bool {
	for _, a := range e.q.Accept {
		if expr.Alike(bounded(n, a.Tree), a.Tree) {
			return true
		}
	}
	return false
}

func (e *expression) take(Feedback) {}

func (e *expression) show(s *State) { s.Next = TypeFormula }

func (e *expression) rung(n int) Hint { return Hint{Say: e.q.Hints[n-1]} }

func (e *expression) reveal() Feedback {
	model := e.q.Accept[0]
	return Feedback{
		Answer: model.Tree, Wanted: model.Tree, Scope: e.q.Scope,
		Say: []lessons.Text{join(lessons.Say("The answer: "), lessons.SayFormula(model.Tree))},
	}
}
