package ask

import (
	"slices"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/lessons/review"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// Open makes the question of a screen as the record left it. It reads and judges, so call it from a command.
func Open(s *session.Session, styles *kit.Styles, screen *lessons.Screen) *Question {
	return newQuestion(s, styles, s.Attempt(screen))
}

// Task makes the question of a task, where name says what it is asked for in the record, as the record left it. Like Open,
// it is for commands.
func Task(s *session.Session, styles *kit.Styles, name string, t review.Task) *Question {
	return newQuestion(s, styles, s.Task(name, t))
}

// At makes the question of an attempt.
func At(s *session.Session, styles *kit.Styles, a *session.Attempt) *Question {
	return newQuestion(s, styles, a)
}

// Again makes a fresh attempt at the question of a screen, with other numbers where they vary.
func Again(s *session.Session, styles *kit.Styles, screen *lessons.Screen) *Question {
	return newQuestion(s, styles, s.Fresh(screen))
}

func newQuestion(s *session.Session, styles *kit.Styles, a *session.Attempt) *Question {
	last := a.Last()
	q := &Question{
		session: s, styles: styles, screen: a.Screen, attempt: a, feedback: last, field: widget.NewField(styles), cursor: -1,
	}
	if last != nil {
		q.focused = onAnswer
		if !a.Alone() {
			q.overlay = figure.Answer(a.Screen.Question, last, styles)
		}
	}
	for _, t := range slices.Concat(a.Earlier(), a.Typed()) {
		q.field.Remember(t)
	}
	q.refresh()
	if last != nil {
		q.setRun(last.Trial)
	}
	if q.runner != nil && (!a.Running() || !q.state.Finished) {
		q.runner.Finish()
	}
	if f := last; f != nil && f.Kind != grade.Right && f.Kind != grade.Step && q.state.Next.Types() {
		q.field.Offer(f.Typed) // as it was left, to be mended or written anew
		q.readNow()
		q.selectReading(f.Read)
	}
	return q
}
