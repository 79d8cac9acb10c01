package grade

import (
	"chainrule/lessons"
	"chainrule/mathcore/expr"
)

// A laboratory is an attempt at a gradient that is to run.
type laboratory struct {
	q      *lessons.Lab
	course *lessons.Course
}

func (l *laboratory) judge(text string) Feedback {
	var right []expr.Node
	for _, a := range l.q.Accept {
		right = append(right, a.Tree)
	}
	return aim{
		scope: l.q.Scope, wanted: right[0], name: "the right gradient", mute: true,
		equal: l.equal, listed: listedIn(l.q.Wrong, l.q.Scope),
		course: l.course, from: right[0], right: right,
	}.decide(text)
}

func (l *laboratory) equal(f *Feedback) {
	if derivativeLeft(f.Answer) {
		f.Kind, f.Say = Form, say("True, but a derivative is still to be taken.")
		return
	}
	f.Kind, f.Finished, f.Say = Right, true, say("Right.")
}

func (l *laboratory) take(Feedback) {}

func (l *laboratory) show(s *State) { s.Next = TypeFormula }

func (l *laboratory) rung(n int) Hint { return Hint{Say: l.q.Hints[n-1]} }

func (l *laboratory) reveal() Feedback {
	model := l.q.Accept[0]
	return Feedback{
		Answer: model.Tree, Wanted: model.Tree, Scope: l.q.Scope,
		Say: []lessons.Text{join(lessons.Say("The answer: "), lessons.SayFormula(model.Tree))},
	}
}
