// Package place is the screen on which questions find out what a learner knows: where to begin in the course, or whether a
// lesson can be passed over; at the end, what follows from the answers.
//
// Which questions come and what follows is told by tui/session, and questions are asked by tui/ask.
package place

import (
	"fmt"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A Screen is a row of such questions.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	lesson  *lessons.Entry // to be passed over; nil where the whole course is meant

	placing  *session.Placing // nil before the record was read
	begun    bool             // the learner said so in this visit
	opening  bool             // the next question is being made ready
	question *ask.Question
	shown    *lessons.Screen // the question without the text of its lesson
	letters  []lessons.Letter
	sections []session.Section // what follows, where that is told

	page          *page.Page
	told          *widget.Pane // the words before the questions, and what follows
	width, height int
}

// New returns the screen. ID is that of a lesson to be passed over, empty for the whole course.
func New(s *session.Session, styles *kit.Styles, id string) (*Screen, error) {
	v := &Screen{session: s, styles: styles, page: page.New(styles), told: widget.NewPane(styles)}
	if id != "" {
		e, ok := s.Course.Entry(id)
		if !ok {
			return nil, fmt.Errorf("there is no lesson %q", id)
		}
		v.lesson = e
	}
	return v, nil
}

// nextMsg brings where the learner stands.
type nextMsg struct {
	view     *Screen
	placing  *session.Placing
	question *ask.Question
	letters  []lessons.Letter
	sections []session.Section
	save     session.Save
}

// Init reads the record, each time the screen is shown.
func (v *Screen) Init() tea.Cmd {
	if v.opening {
		return nil
	}
	v.begun = false
	return v.next(false)
}

// next makes the next question ready, or what follows.
func (v *Screen) next(anew bool) tea.Cmd {
	v.opening, v.question, v.shown = true, nil, nil
	v.layout()
	return kit.Task("choosing the next question", func() tea.Msg {
		p, save := v.session.Place(v.lesson, anew)
		msg := nextMsg{view: v, placing: p, save: save}
		switch {
		case p.Attempt != nil:
			msg.question, msg.letters = ask.At(v.session, v.styles, p.Attempt), v.session.Letters(p.Attempt.Screen)
		case p.Result != nil:
			msg.sections = v.session.Sections(p)
		}
		return msg
	})
}

func (v *Screen) onNext(msg nextMsg) tea.Cmd {
	v.opening, v.placing, v.question, v.letters, v.sections = false, msg.placing, msg.question, msg.letters, msg.sections
	save := kit.Keep(msg.save)
	if v.question == nil {
		v.told.ShowTop()
		return save
	}
	v.shown = v.placing.Attempt.Screen.Alone()
	v.told.ShowTop()
	v.page.Turn()
	v.page.Opened(v.question)
	return tea.Batch(save, v.question.Init())
}

// Preparing reports whether the next question, or what follows, is being made ready.
func (v *Screen) Preparing() bool { return v.opening || v.placing == nil }

// Update takes keys, and what commands bring back.
func (v *Screen) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd = v.onKey(msg)
	case nextMsg:
		if msg.view != v {
			return nil
		}
		cmd = v.onNext(msg)
	case kit.Wheel:
		v.told.Scroll(msg.Lines)
		v.page.Scroll(msg.Lines)
	case kit.Restyled: // all is laid out below
	default:
		if v.question != nil && !v.telling() {
			cmd = v.onward(v.page.Update(msg))
		}
	}
	v.layout()
	return cmd
}

// onward goes on once the answer tells what is known.
func (v *Screen) onward(cmd tea.Cmd) tea.Cmd {
	f := v.placing.Attempt.Last()
	if f == nil || f.Kind != grade.Right && f.Kind != grade.Wrong {
		return cmd
	}
	save, done := v.placing.Attempt.Told()
	if !done {
		return cmd
	}
	return tea.Batch(cmd, kit.Keep(save), v.next(false))
}

func (v *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Map):
		return kit.Go(kit.Home, "")
	case v.opening || v.placing == nil:
		return nil
	case v.telling():
		return v.onTold(msg)
	case key.Matches(msg, Keys.Unknown):
		return tea.Batch(kit.Keep(v.placing.Attempt.NotTold()), v.next(false))
	}
	return v.onward(v.page.OnKey(msg))
}

// onTold takes a key where something is told.
func (v *Screen) onTold(msg tea.KeyMsg) tea.Cmd {
	switch p := v.placing; {
	case key.Matches(msg, Keys.Go) && p.Result == nil && v.question != nil:
		v.begun = true
	case key.Matches(msg, Keys.Go) && p.Result != nil && v.goal() != nil:
		return kit.Go(kit.Lesson, v.goal().ID)
	case key.Matches(msg, Keys.Go):
		return kit.Go(kit.Home, "")
	case key.Matches(msg, Keys.Anew) && p.Result != nil:
		v.begun = false
		return v.next(true)
	case key.Matches(msg, Keys.Tool) && p.Result != nil && p.Result.Tool != nil:
		return kit.Go(kit.Lesson, p.Result.Tool.ID)
	default:
		v.told.Update(scrolling(msg))
	}
	return nil
}

// goal is the lesson to begin with, nil where there is none.
func (v *Screen) goal() *lessons.Entry {
	if v.placing.Result.Passed {
		return nil
	}
	return v.placing.Result.Begin
}

// scrolling lets the arrows move text where nothing else is to be moved.
func scrolling(msg tea.KeyMsg) tea.KeyMsg {
	switch {
	case key.Matches(msg, kit.List.Up):
		return tea.KeyMsg{Type: tea.KeyShiftUp}
	case key.Matches(msg, kit.List.Down):
		return tea.KeyMsg{Type: tea.KeyShiftDown}
	}
	return msg
}

// telling reports whether the screen tells something, rather than asks.
func (v *Screen) telling() bool { return !v.begun || v.question == nil && !v.opening }

// Unaided reports whether a question is asked.
func (v *Screen) Unaided() bool { return !v.telling() }
