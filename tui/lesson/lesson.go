// Package lesson is the screen on which a lesson is studied: prose and working, plot, the place to answer.
//
// It moves through the screens of one lesson and keeps the record of where one is. Questions are asked by tui/ask.
package lesson

import (
	"fmt"
	"slices"
	"strings"

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

// A Screen is the screen of one lesson.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	lesson  *lessons.Lesson
	index   int // of the lesson in the course

	start     int // the screen to begin with, -1 if none was asked for
	at        int // the screen that is shown
	progress  session.Progress
	questions []*ask.Question // nil where not opened yet
	plots     []*widget.Plot
	emblem    *widget.Plot // of the lesson, once it was drawn
	opened    bool         // the record was read
	opening   bool         // a question is being opened
	jump      jump
	warmUp    *warmUp // what is asked before the lesson begins; nil where nothing is

	page  *page.Page
	width int
}

// New returns the screen of a lesson, given by its ID or by the place of one of its screens.
func New(s *session.Session, styles *kit.Styles, place string) (*Screen, error) {
	entry, screen, ok := s.Course.Locate(place)
	if !ok {
		return nil, fmt.Errorf("there is no lesson %q", place)
	}
	l, err := entry.Lesson()
	if err != nil {
		return nil, err
	}
	v := &Screen{
		session: s, styles: styles, lesson: l, index: slices.Index(s.Course.Lessons, entry), start: -1, page: page.New(styles),
	}
	if screen != nil {
		v.start = screen.Number - 1
	}
	n := len(v.lesson.Screens)
	if n == 0 {
		return nil, fmt.Errorf("the lesson %q has no screens", l.ID)
	}
	v.progress, v.questions, v.plots = session.NoProgress(entry), make([]*ask.Question, n), make([]*widget.Plot, n)
	for i, s := range v.lesson.Screens {
		if s.Plot != nil {
			v.plots[i] = figure.Lesson(s.Plot, styles)
		}
	}
	return v, nil
}

// resumedMsg brings what the record says about the lesson.
type resumedMsg struct {
	view     *Screen
	progress session.Progress
	tasks    []review.Task // to warm up
	says     []string      // what the record has to say about itself
}

// openedMsg brings a question made ready.
type openedMsg struct {
	view     *Screen
	at       int
	question *ask.Question
}

// Init reads where the learner was, the first time; later everything is still as it was left.
func (v *Screen) Init() tea.Cmd {
	if v.opened {
		return nil
	}
	return tea.Batch(kit.Task("opening the lesson", func() tea.Msg {
		entry := v.session.Course.Lessons[v.index]
		msg := resumedMsg{view: v, progress: v.session.Progress(entry), says: v.session.Notices()}
		if v.start < 0 {
			msg.tasks = v.session.WarmUp(entry)
		}
		return msg
	}), v.readBefore())
}

// Open goes to a screen of the lesson, if its ID is that of one.
func (v *Screen) Open(place string) tea.Cmd {
	_, screen, ok := v.session.Course.Locate(place)
	if !ok || screen == nil || v.warmUp != nil {
		return nil
	}
	if !v.opened {
		v.start = screen.Number - 1
		return nil
	}
	if v.at == screen.Number-1 {
		return nil
	}
	cmd := v.show(screen.Number - 1)
	v.layout()
	return cmd
}

// Inside returns the ID of the lesson.
func (v *Screen) Inside() string { return v.lesson.ID }

// readBefore reads the lessons before this one while the learner reads: a question may ask which rules were met there.
func (v *Screen) readBefore() tea.Cmd {
	before := v.session.Course.Lessons[:v.index]
	return kit.Task("reading the lessons before", func() tea.Msg {
		for _, e := range before {
			_, _ = e.Lesson() // what is wrong with one is told where it is opened
		}
		return nil
	})
}

// Update takes keys, and what commands bring back.
func (v *Screen) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd = v.onKey(msg)
	case resumedMsg:
		if msg.view != v || v.opened {
			return nil
		}
		v.opened, v.progress = true, msg.progress
		cmd = v.warm(msg.tasks)
		if len(msg.says) > 0 {
			cmd = tea.Batch(cmd, kit.Tell(strings.Join(msg.says, " ")))
		}
	case warmMsg:
		cmd = v.onWarm(msg)
	case openedMsg:
		if msg.view != v {
			return nil
		}
		cmd = v.onOpened(msg)
	case kit.Wheel:
		v.page.Scroll(msg.Lines)
	case kit.Restyled: // all is laid out below
	default:
		if v.warmUp != nil {
			cmd = v.onTask(func() tea.Cmd { return v.page.Update(msg) })
			break
		}
		cmd = v.onOther(msg)
	}
	v.layout()
	return cmd
}

// first is the screen to begin with: the one that was asked for, or where the learner was.
func (v *Screen) first() int {
	if v.start >= 0 {
		return v.start
	}
	return max(v.progress.At, 0)
}

func (v *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	if v.warmUp != nil {
		return v.onWarmKey(msg)
	}
	if v.jump.open {
		return v.onJumpKey(msg)
	}
	q := v.question()
	switch {
	case key.Matches(msg, Keys.Map):
		return v.leave()
	case !v.opened:
		return nil
	case key.Matches(msg, Keys.Earlier):
		return v.show(v.at - 1)
	case key.Matches(msg, Keys.Later):
		return v.show(v.at + 1)
	case key.Matches(msg, Keys.Jump):
		v.jump.open = true
		return nil
	case v.mayContinue() && key.Matches(msg, Keys.Continue):
		return v.advance()
	case q != nil && q.Settled() && key.Matches(msg, ask.Keys.Again):
		return v.openQuestion(v.at, ask.Again)
	case q == nil:
		return v.page.OnKey(msg)
	}
	return v.onQuestion(func() tea.Cmd { return v.page.OnKey(msg) })
}

// onQuestion lets the question do something, and sees whether that finished it.
func (v *Screen) onQuestion(do func() tea.Cmd) tea.Cmd {
	q := v.question()
	was := q.Finished()
	cmd := do()
	if q.Finished() && !was {
		cmd = tea.Batch(cmd, v.finish(v.at))
	}
	return cmd
}

// onOther gives what is no key to all questions: an answer may come back, or a run end, after one has gone on.
func (v *Screen) onOther(msg tea.Msg) tea.Cmd {
	var cmds []tea.Cmd
	for i, q := range v.questions {
		switch {
		case q == nil:
		case i == v.at:
			cmds = append(cmds, v.onQuestion(func() tea.Cmd { return v.page.Update(msg) }))
		default:
			was := q.Finished()
			cmd, _ := q.Update(msg)
			cmds = append(cmds, cmd)
			if q.Finished() && !was {
				cmds = append(cmds, v.finish(i))
			}
		}
	}
	return tea.Batch(cmds...)
}

// number is that of the lesson in the course.
func (v *Screen) number() int { return v.session.Course.Lessons[v.index].Number }

func (v *Screen) leave() tea.Cmd { return kit.Go(kit.Home, "") }

func (v *Screen) screen() *lessons.Screen { return v.lesson.Screens[v.at] }

func (v *Screen) question() *ask.Question { return v.questions[v.at] }

// Preparing reports whether the record is being read, or a question made ready.
func (v *Screen) Preparing() bool {
	if v.warmUp != nil {
		return v.warmUp.question == nil
	}
	return !v.opened || v.opening
}

// Typing reports whether something is typed.
func (v *Screen) Typing() bool {
	q := v.question()
	if v.warmUp != nil {
		q = v.warmUp.question
	}
	return q != nil && q.Typing()
}
