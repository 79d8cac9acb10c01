// Package practice is the screen on which tasks are asked outside their lessons: ten in a review, or practice of a skill for as
// long as one likes; at its end, what came of them.
//
// Which tasks come is told by tui/round, and questions are asked by tui/ask.
package practice

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/lessons/review"
	"chainrule/tui/ask"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/round"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A Screen is a round of tasks.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	of      string // what is practised; empty in a review
	review  bool

	round    *round.Round // nil before it was begun
	at       int          // how many tasks came before this one
	task     review.Task
	question *ask.Question
	plot     *widget.Plot
	emblem   *widget.Plot     // the picture of the lesson of the task, nil if there is none
	letters  lessons.Text     // what the letters of the question stand for
	bare     *lessons.Screen  // the screen of the task without its text
	reading  bool             // its text is shown all the same
	ends     []review.Outcome // how the tasks before went
	asked    []string         // where the tasks so far come from
	opening  bool             // the next task is being made ready
	result   *round.Result    // what came of it, while that is told
	over     bool             // no task comes any more
	fault    string           // why there is no round

	page          *page.Page
	told          *widget.Pane // the result
	width, height int
}

// NewReview returns the screen of a review.
func NewReview(s *session.Session, styles *kit.Styles) *Screen { return newScreen(s, styles, "", true) }

// New returns the screen of practice: of a skill, given by its ID, or of where a slip was made, as round.Practice takes it.
func New(s *session.Session, styles *kit.Styles, of string) *Screen {
	return newScreen(s, styles, of, false)
}

func newScreen(s *session.Session, styles *kit.Styles, of string, review bool) *Screen {
	return &Screen{session: s, styles: styles, of: of, review: review, page: page.New(styles), told: widget.NewPane(styles)}
}

// nextMsg brings the next task, or tells that there is none; with the first one comes the round.
type nextMsg struct {
	view     *Screen
	round    *round.Round
	at       int
	task     review.Task
	question *ask.Question
	letters  lessons.Text
	emblem   *lessons.Plot
	ends     []review.Outcome
	result   *round.Result // where there is no task any more
	fault    string
}

// resultMsg brings what came of the round so far.
type resultMsg struct {
	view   *Screen
	result *round.Result
}

// Inside returns the ID of the lesson from which something is asked.
func (v *Screen) Inside() string {
	if v.task.Screen == nil {
		return ""
	}
	return v.task.Screen.Lesson
}

// Init begins the round, the first time and after one that is over; else everything is still as it was left.
func (v *Screen) Init() tea.Cmd {
	switch {
	case v.opening:
		return nil
	case v.over || v.round == nil:
		v.round, v.at, v.ends, v.asked, v.over, v.result, v.fault = nil, 0, nil, nil, false, nil, ""
		return v.next(0)
	}
	v.result = nil
	v.layout()
	return nil
}

// begin begins the round.
func (v *Screen) begin() (*round.Round, error) {
	if v.review {
		return round.Review(v.session), nil
	}
	return round.Practice(v.session, v.of)
}

// next makes the task ready that comes after n others.
func (v *Screen) next(n int) tea.Cmd {
	v.opening, v.question, v.plot = true, nil, nil
	current := v.round
	v.layout()
	return kit.Task("choosing the next task", func() tea.Msg {
		msg := nextMsg{view: v, round: current, at: n}
		if current == nil {
			made, err := v.begin()
			if err != nil {
				msg.fault = "This cannot be practised: " + err.Error() + ". Choose something from the list of practice."
				return msg
			}
			msg.round = made
		}
		msg.ends = msg.round.Ends()
		task, ok := msg.round.Next(n)
		if !ok {
			msg.result = msg.round.Result()
			return msg
		}
		msg.letters = round.Letters(v.session, task.Screen)
		if of, err := v.session.Course.Lesson(task.Screen.Lesson); err == nil {
			msg.emblem = of.Plot
		}
		msg.task, msg.question = task, ask.Task(v.session, v.styles, msg.round.Name(), task)
		return msg
	})
}

func (v *Screen) onNext(msg nextMsg) tea.Cmd {
	v.opening, v.round, v.at, v.ends, v.fault = false, msg.round, msg.at, msg.ends, msg.fault
	v.task, v.question, v.letters, v.reading = msg.task, msg.question, msg.letters, false
	if v.question == nil {
		v.over, v.result = true, msg.result
		v.told.ShowTop()
		return nil
	}
	v.asked = append(v.asked[:min(v.at, len(v.asked))], v.round.From(v.task.Screen))
	bare := *v.task.Screen
	if v.bare = &bare; round.TextAside(v.task.Screen) {
		bare.Prose, bare.Plot = nil, nil
	} else if bare.Plot != nil {
		v.plot = figure.Lesson(bare.Plot, v.styles)
	}
	v.emblem = nil
	if msg.emblem != nil {
		v.emblem = figure.Lesson(msg.emblem, v.styles)
	}
	v.page.Turn()
	v.page.Opened(v.question)
	return tea.Batch(v.question.Begin(), v.question.Init())
}

// Preparing reports whether the next task is being made ready.
func (v *Screen) Preparing() bool { return v.opening }

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
	case resultMsg:
		if msg.view != v {
			return nil
		}
		v.result = msg.result
		v.told.ShowTop()
	case kit.Wheel:
		v.told.Scroll(msg.Lines)
		v.page.Scroll(msg.Lines)
	case kit.Restyled: // all is laid out below
	default:
		if v.question != nil {
			cmd = v.question.Doing(func() tea.Cmd { return v.page.Update(msg) })
		}
	}
	v.layout()
	return cmd
}

func (v *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.End):
		return v.leave()
	case v.telling():
		if key.Matches(msg, Keys.Continue) {
			return v.afterResult()
		}
		v.told.Update(scrolling(msg))
		return nil
	case v.question == nil:
		return nil
	case key.Matches(msg, Keys.Text) && round.TextAside(v.task.Screen):
		v.read()
		return nil
	case v.question.Settled() && key.Matches(msg, Keys.Continue):
		return v.next(v.at + 1)
	}
	return v.question.Doing(func() tea.Cmd { return v.page.OnKey(msg) })
}

// read shows the text of the lesson beside the question, or takes it away.
func (v *Screen) read() {
	v.reading, v.plot = !v.reading, nil
	if p := v.task.Screen.Plot; p != nil && v.reading {
		v.plot = figure.Lesson(p, v.styles)
	}
	v.page.Turn()
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

// telling reports whether the screen tells what came of the round, or why there is none.
func (v *Screen) telling() bool { return v.result != nil || v.over }

// leave tells what came of the round if something did, and goes to the map from there. Nothing is lost by it.
func (v *Screen) leave() tea.Cmd {
	done := v.done()
	if v.telling() || v.opening || done == 0 {
		return kit.Go(kit.Home, "")
	}
	current := v.round
	return kit.Task("reading your record", func() tea.Msg { return resultMsg{v, current.Result()} })
}

// Typing reports whether something is typed.
func (v *Screen) Typing() bool { return !v.telling() && v.question != nil && v.question.Typing() }

// done counts the tasks that came to their end.
func (v *Screen) done() int {
	if v.question != nil && v.question.Finished() {
		return v.at + 1
	}
	return v.at
}

// afterResult goes on with the round, or to the map where it is over.
func (v *Screen) afterResult() tea.Cmd {
	if v.over {
		return kit.Go(kit.Home, "")
	}
	v.result = nil
	if v.question.Finished() {
		return v.next(v.at + 1)
	}
	return nil
}
