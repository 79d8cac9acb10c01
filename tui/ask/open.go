package ask

import (
	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/desk"
	"chainrule/tui/figure"
	"chainrule/tui/widget"
)

// Open makes the question of a screen as the record left it. It reads and judges, so call it from a command.
func Open(d *desk.Desk, screen *lessons.Screen) *Question { return newQuestion(d, d.Attempt(screen)) }

// Again makes a fresh attempt at the question of a screen, with other numbers where they vary.
func Again(d *desk.Desk, screen *lessons.Screen) *Question { return newQuestion(d, d.Fresh(screen)) }

func newQuestion(d *desk.Desk, a *desk.Attempt) *Question {
	q := &Question{
		desk: d, styles: d.Styles, screen: a.Screen, attempt: a, feedback: a.Last, field: widget.NewField(d.Styles),
		cursor: -1,
	}
	if a.Last != nil {
		q.told = answered
		q.overlay = figure.Answer(a.Screen.Question, a.Last, d.Styles)
	}
	for _, t := range a.Typed {
		q.field.Remember(t)
	}
	q.refresh()
	if a.Last != nil {
		q.put(a.Last.Trial)
	}
	if q.runner != nil && (!a.Open || !q.state.Finished) {
		q.runner.Finish()
	}
	if f := a.Last; f != nil && f.Kind != grade.Right && f.Kind != grade.Step && q.types() {
		q.field.Offer(f.Typed) // as it was left, to be mended or written anew
		q.look()
		q.show(f.Read)
	}
	return q
}
