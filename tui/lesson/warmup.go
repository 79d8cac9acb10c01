package lesson

import (
	"fmt"
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/review"
	"chainrule/tui/ask"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A warmUp is what is asked before the first screen of a lesson: a few tasks of earlier ones.
type warmUp struct {
	tasks    []review.Task
	at       int           // the task that is asked
	question *ask.Question // nil while it is made ready
	plot     *widget.Plot
}

// warmMsg brings the question of a task made ready.
type warmMsg struct {
	view     *Screen
	at       int
	question *ask.Question
}

// warm asks the tasks before the lesson, if there are any.
func (v *Screen) warm(tasks []review.Task) tea.Cmd {
	if len(tasks) == 0 {
		return v.show(v.first())
	}
	v.warmUp = &warmUp{tasks: tasks, at: -1}
	return v.nextTask()
}

// nextTask asks the next task, and after the last begins the lesson.
func (v *Screen) nextTask() tea.Cmd {
	w := v.warmUp
	if w.at+1 == len(w.tasks) {
		return v.pass()
	}
	w.at++
	w.question, w.plot = nil, nil
	v.page.Turn()
	at, task := w.at, w.tasks[w.at]
	if task.Screen.Plot != nil {
		w.plot = figure.Lesson(task.Screen.Plot, v.styles)
	}
	return kit.Task("opening the question", func() tea.Msg {
		return warmMsg{v, at, ask.Task(v.session, v.styles, session.WarmingUp, task)}
	})
}

// pass leaves what was not asked open, and begins the lesson.
func (v *Screen) pass() tea.Cmd {
	v.warmUp = nil
	return v.show(v.first())
}

func (v *Screen) onWarm(msg warmMsg) tea.Cmd {
	w := v.warmUp
	if msg.view != v || w == nil || msg.at != w.at {
		return nil
	}
	w.question = msg.question
	v.page.Opened(msg.question)
	return tea.Batch(msg.question.Begin(), msg.question.Init())
}

// onWarmKey takes a key before the lesson.
func (v *Screen) onWarmKey(msg tea.KeyMsg) tea.Cmd {
	q := v.warmUp.question
	switch {
	case key.Matches(msg, Keys.Map, Keys.Later):
		return v.pass()
	case q == nil:
		return nil
	case q.Settled() && key.Matches(msg, Keys.Continue):
		return v.nextTask()
	}
	return v.onTask(func() tea.Cmd { return v.page.OnKey(msg) })
}

// onTask lets the question of a task do something, and takes it down when that finished it.
func (v *Screen) onTask(do func() tea.Cmd) tea.Cmd {
	q := v.warmUp.question
	if q == nil {
		return nil
	}
	was := q.Finished()
	cmd := do()
	if q.Finished() && !was {
		cmd = tea.Batch(cmd, q.Finish())
	}
	return cmd
}

// content is what the page shows before the lesson.
func (w *warmUp) content(v *Screen) page.Content {
	screen := w.tasks[w.at].Screen
	c := page.Content{
		Screen: screen, Plot: w.plot, Question: w.question, Opening: w.question == nil,
	}
	if w.at == 0 {
		c.Intro = []lessons.Block{&lessons.Paragraph{Text: lessons.Say(session.WarmUpSays(len(w.tasks)))}}
	}
	s := v.styles
	done := make([]bool, len(w.tasks))
	for i := range done {
		done[i] = i < w.at
	}
	name := s.Strong.Render(s.Say(v.session.From(screen)))
	places := widget.Cells(done, w.at, s) + s.Muted.Render(fmt.Sprintf(" %d/%d", w.at+1, len(w.tasks)))
	c.Head = v.page.Head(fmt.Sprintf("Warm-up before %d %s", v.number(), v.lesson.Title), name, places)
	return c
}

func (w *warmUp) onwardSays() string {
	if w.at+1 < len(w.tasks) {
		return "next question"
	}
	return "to the lesson"
}

// shortHelp returns the keys of this moment, the most useful first.
func (w *warmUp) shortHelp(v *Screen) []key.Binding {
	pass := kit.Named(Keys.Map, "to the lesson")
	if w.question == nil {
		return []key.Binding{pass}
	}
	keys := append(v.page.ShortHelp(), v.page.ScrollHelp())
	if w.question.Settled() {
		onward := kit.Named(Keys.Continue, w.onwardSays())
		return slices.Concat([]key.Binding{onward, kit.If(w.at+1 < len(w.tasks), pass)}, keys)
	}
	return slices.Insert(keys, 1, pass) // a narrow window drops the last ones
}

func (w *warmUp) fullHelp(v *Screen) [][]key.Binding {
	own := []key.Binding{kit.If(w.question != nil && w.question.Settled(), kit.Named(Keys.Continue, w.onwardSays())), kit.Named(Keys.Map, "to the lesson")}
	if w.question == nil {
		return [][]key.Binding{own}
	}
	return v.page.FullHelp(own)
}
