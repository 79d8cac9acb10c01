package grade

import (
	"strconv"

	"chainrule/lessons"
	"chainrule/lessons/lab"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// A laboratory is an attempt at a gradient that is to run.
type laboratory struct {
	q      *lessons.Lab
	course *lessons.Course
	scope  *scope.Scope // that of the question, with a meter while an answer is judged
}

func (l *laboratory) judge(a answer) Feedback {
	var right []expr.Node
	for _, a := range l.q.Accept {
		right = append(right, a.Tree)
	}
	f := comparison{
		question: l.q, scope: l.scope, wanted: right[0], name: "the right gradient", mute: true,
		equal: l.equal, listed: listedIn(l.q.Wrong, l.scope),
		course: l.course, from: right[0], right: right,
	}.decide(a)
	if f.Kind == Wrong && f.Slip == "" && l.countedOut(f.Answer) {
		points := strconv.Itoa(len(l.q.Model.Data))
		f.Say = say("It is right for " + points + " points alone, as many as there are in the data. Write " +
			typeset.Line(l.q.Model.Count) + " for their number.")
	}
	f.Witness = nil // the run shows what is wrong
	if !f.Verdict.Leads() && (f.Kind == Right || f.Kind == Wrong || f.Kind == Unsure) {
		l.try(&f)
	}
	return f
}

// countedOut reports whether an answer is the gradient for as many examples as the data have.
func (l *laboratory) countedOut(answer expr.Node) bool {
	if answer == nil {
		return false
	}
	count := expr.Int(int64(len(l.q.Model.Data)))
	put := func(n expr.Node) expr.Node { return expr.Substitute(n, l.q.Model.Count, count) }
	return judge.Compare(put(answer), put(l.q.Accept[0].Tree), l.scope).Relation == judge.Equal
}

func (l *laboratory) equal(f *Feedback) {
	if derivativeLeft(f.Answer) {
		f.Kind, f.Say = Form, say("True, but a derivative is still to be taken.")
		return
	}
	f.Kind, f.Finished, f.Say = Right, true, say("Right. This is the slope of "+l.q.Called+" for every parameter.")
}

// try makes an answer ready to run. One that cannot run is not refused for that alone, and not accepted either.
func (l *laboratory) try(f *Feedback) {
	trial, stuck := (*Trial)(nil), &lab.Stuck{}
	l.scope.Meter().Within(l.scope.Meter().Left(), func() {
		trial, stuck = newTrial(l.q, l.course, f.Answer, f.Verdict.Relation == judge.Equal, l.scope.Meter())
	})
	if stuck == nil {
		trial.unsure = f.Kind == Unsure
		f.Trial = trial
		return
	}
	if f.Kind == Right {
		f.Kind, f.Finished, f.Say = Form, false, say("True.")
	}
	f.Say = append(f.Say, lessons.Written(func(set typeset.Charset) lessons.Text {
		return lessons.Say("It cannot run: " + l.sayStuck(stuck.Symbol, set))
	}))
}

func (l *laboratory) take(Feedback) {}

func (l *laboratory) show(s *State) { s.Next = TypeFormula }

func (l *laboratory) rung(n int) Hint { return Hint{Say: l.q.Hints[n-1]} }

func (l *laboratory) reveal() Feedback {
	model := l.q.Accept[0]
	trial, _ := newTrial(l.q, l.course, model.Tree, true, nil)
	return Feedback{
		Answer: model.Tree, Wanted: model.Tree, Scope: l.q.Scope, Trial: trial,
		Say: []lessons.Text{join(lessons.Say("The answer: "), lessons.SayFormula(model.Tree))},
	}
}
