package lesson

import (
	"fmt"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/session"
)

func (v *Screen) onOpened(msg openedMsg) tea.Cmd {
	v.questions[msg.at] = msg.question
	v.opening = false
	if msg.at != v.at {
		return nil
	}
	v.page.Opened(msg.question)
	if msg.question.Finished() {
		return msg.question.Init()
	}
	return tea.Batch(msg.question.Begin(), msg.question.Init())
}

// show goes to a screen; nothing is left behind unsaved.
func (v *Screen) show(at int) tea.Cmd {
	if at < 0 || at >= len(v.lesson.Screens) {
		return nil
	}
	v.at, v.opening = at, false
	v.page.Turn()
	screen := v.screen()
	switch {
	case screen.Question != nil && v.questions[at] == nil:
		return v.openQuestion(at, ask.Open)
	case v.progress.Done[at]:
		// Looking back begins nothing, so nothing is taken down.
		return nil
	case screen.Question == nil:
		return kit.Keep(v.session.Begin(screen))
	}
	return v.questions[at].Begin()
}

func (v *Screen) openQuestion(at int, open func(*session.Session, *kit.Styles, *lessons.Screen) *ask.Question) tea.Cmd {
	v.questions[at], v.opening = nil, true
	screen := v.lesson.Screens[at]
	return kit.Task("opening the question", func() tea.Msg {
		return openedMsg{v, at, open(v.session, v.styles, screen)}
	})
}

// finish marks a screen as done and takes it down.
func (v *Screen) finish(at int) tea.Cmd {
	v.progress.Done[at] = true
	if q := v.questions[at]; q != nil {
		return q.Finish()
	}
	return kit.Keep(v.session.Finish(v.lesson.Screens[at]))
}

// advance goes to the next screen, and from the last one to the page at the end of the lesson, or to the map where screens are
// still open.
func (v *Screen) advance() tea.Cmd {
	var cmd tea.Cmd
	if !v.progress.Done[v.at] {
		cmd = v.finish(v.at)
	}
	if v.at+1 < len(v.lesson.Screens) {
		return tea.Batch(cmd, v.show(v.at+1))
	}
	if open := v.openScreens(); len(open) > 0 {
		return tea.Batch(cmd, v.leave(), kit.Tell("That was the last screen. Still open: "+strings.Join(open, ", ")+"."))
	}
	return tea.Batch(cmd, kit.Go(kit.Finish, v.lesson.ID))
}

// openScreens lists the screens that are not finished.
func (v *Screen) openScreens() []string {
	var open []string
	for _, i := range v.progress.Open() {
		open = append(open, fmt.Sprintf("%d.%d", v.number(), v.lesson.Screens[i].Number))
	}
	return open
}

// mayContinue reports whether enter goes on: on a screen to read, or when the question is done.
func (v *Screen) mayContinue() bool {
	if v.Preparing() {
		return false
	}
	q := v.question()
	return q == nil && v.screen().Question == nil || q != nil && q.Settled()
}

func (v *Screen) continueSays() string {
	if v.at+1 < len(v.lesson.Screens) {
		return "continue"
	}
	return "finish the lesson"
}
