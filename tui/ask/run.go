package ask

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/descent"
)

// setRun sets up the run of a formula, if the question is a lab.
func (q *Question) setRun(t *grade.Trial) {
	q.runner = nil
	if l, ok := q.screen.Question.(*lessons.Lab); ok && t != nil {
		q.runner = descent.New(l, t, q.styles)
	}
}

// Runs reports whether there is a run of a formula.
func (q *Question) Runs() bool { return q.runner != nil }

// Watching reports whether a run goes on that the learner looks at.
func (q *Question) Watching() bool { return q.runner != nil && !q.runner.Ended() }

// Init returns the command that lets a run go on that is not at its end.
func (q *Question) Init() tea.Cmd {
	if q.runner == nil {
		return nil
	}
	return q.runner.Init()
}

// onRunKey does what a key asks of the run. It reports false if the key means nothing here.
func (q *Question) onRunKey(msg tea.KeyMsg) (tea.Cmd, bool) {
	r, enter := q.runner, key.Matches(msg, Keys.Answer)
	switch {
	case r == nil:
		return nil, false
	case enter && r.Going() && q.sameAnswer():
		return r.Hurry(), true
	case enter && q.state.Finished && !r.Ended():
		return r.Toggle(), true
	}
	return r.Update(msg)
}

// sameAnswer reports whether nothing else stands in the field than what runs: enter is about the run then.
func (q *Question) sameAnswer() bool {
	return q.state.Finished || q.feedback != nil && q.field.Value() == q.feedback.Typed
}
