// Package exam is the screen of the exam: the derivations that the course is about, each on a blank page and without help, and
// what the learner has proved of them.
//
// Where the learner stands is told by tui/session, and the derivations are asked for by tui/ask.
package exam

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/tui/account"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
	"chainrule/tui/widget"
)

// A Screen is the exam.
type Screen struct {
	session *session.Session
	styles  *kit.Styles

	exam     *session.Exam // nil before the record was read
	cursor   int           // the derivation that is pointed at
	opening  bool          // a derivation is being made ready
	attempt  *session.Attempt
	question *ask.Question // nil while the list is shown
	shown    *lessons.Screen
	letters  []lessons.Letter
	asked    bool // to press the key once more, to give up

	page          *page.Page
	list          *widget.Pane
	width, height int
}

// New returns the screen of the exam.
func New(s *session.Session, styles *kit.Styles) *Screen {
	return &Screen{session: s, styles: styles, page: page.New(styles), list: widget.NewPane(styles)}
}

// readMsg brings where the learner stands.
type readMsg struct {
	view *Screen
	exam *session.Exam
}

// openMsg brings a derivation.
type openMsg struct {
	view     *Screen
	attempt  *session.Attempt
	question *ask.Question
	letters  []lessons.Letter
}

// Init reads the record, each time the screen is shown; a derivation that is open stays so.
func (v *Screen) Init() tea.Cmd {
	if v.question != nil || v.opening {
		return nil
	}
	return v.read()
}

func (v *Screen) read() tea.Cmd {
	return kit.Task("reading your record", func() tea.Msg { return readMsg{v, v.session.Exam()} })
}

// Preparing reports whether the record is being read, or a derivation made ready.
func (v *Screen) Preparing() bool { return v.opening || v.exam == nil }

// Update takes keys, and what commands bring back.
func (v *Screen) Update(msg tea.Msg) tea.Cmd {
	var cmd tea.Cmd
	switch msg := msg.(type) {
	case tea.KeyMsg:
		cmd = v.onKey(msg)
	case readMsg:
		if msg.view != v {
			return nil
		}
		before := v.exam
		v.exam = msg.exam
		if before == nil || v.exam.Parts[v.cursor].Proved && !before.Parts[v.cursor].Proved && !v.exam.Passed() {
			v.cursor = v.next()
		}
	case openMsg:
		if msg.view != v {
			return nil
		}
		cmd = v.onOpen(msg)
	case kit.Wheel:
		v.list.Scroll(msg.Lines)
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

// next is the first derivation that is open or not proved.
func (v *Screen) next() int {
	for i := range v.exam.Parts {
		if !v.exam.Parts[i].Proved {
			return i
		}
	}
	return 0
}

// open makes a derivation ready.
func (v *Screen) open(at int) tea.Cmd {
	v.opening = true
	part := v.exam.Parts[at]
	return kit.Task("opening the derivation", func() tea.Msg {
		a := v.session.Task(session.Examining, part.Task())
		return openMsg{v, a, ask.At(v.session, v.styles, a), v.session.Letters(part.Screen)}
	})
}

func (v *Screen) onOpen(msg openMsg) tea.Cmd {
	v.opening, v.asked = false, false
	v.attempt, v.question, v.letters = msg.attempt, msg.question, msg.letters
	v.shown = msg.attempt.Screen.Alone()
	v.page.Turn()
	v.page.Opened(v.question)
	if v.question.Finished() { // the program ended between the last line and what it says
		return v.question.Finish()
	}
	return tea.Batch(v.question.Begin(), v.question.Init())
}

// leave goes back to the list.
func (v *Screen) leave() tea.Cmd {
	v.question, v.attempt, v.asked = nil, nil, false
	return v.read()
}

func (v *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case v.opening:
		return nil
	case v.question == nil:
		return v.onList(msg)
	case key.Matches(msg, Keys.Back), v.question.Finished() && key.Matches(msg, Keys.Open):
		return v.leave()
	case key.Matches(msg, Keys.GiveUp) && !v.question.Finished():
		if !v.asked {
			v.asked = true
			return kit.Tell("Give it up? It stays unproved, and may be begun anew. " + Keys.GiveUp.Help().Key + " again gives it up.")
		}
		save := kit.Keep(v.attempt.GiveUp())
		return tea.Batch(save, v.leave())
	}
	v.asked = false
	return v.question.Doing(func() tea.Cmd { return v.page.OnKey(msg) })
}

// onList takes a key at the list.
func (v *Screen) onList(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Map):
		return kit.Go(kit.Home, "")
	case v.exam == nil || len(v.exam.Parts) == 0:
		return nil
	case key.Matches(msg, Keys.Up):
		v.cursor = max(v.cursor-1, 0)
	case key.Matches(msg, Keys.Down):
		v.cursor = min(v.cursor+1, len(v.exam.Parts)-1)
	case key.Matches(msg, Keys.Open):
		return v.open(v.cursor)
	case key.Matches(msg, Keys.Look) && v.exam.Parts[v.cursor].Proved:
		return kit.Go(kit.Record, v.exam.Parts[v.cursor].Screen.ID)
	case key.Matches(msg, Keys.Certificate) && v.exam.Passed():
		return v.certificate()
	default:
		v.list.Update(msg)
	}
	return nil
}

// certificate puts the certificate on the clipboard.
func (v *Screen) certificate() tea.Cmd {
	return kit.Task("writing the certificate", func() tea.Msg {
		d, err := transcript.Certificate(v.session, account.Read(v.session))
		if err != nil {
			return kit.Notice{Text: "The certificate cannot be written: " + err.Error()}
		}
		var text strings.Builder
		transcript.Markdown(&text, d)
		return kit.Copy{Text: text.String(), What: "The certificate, as Markdown,"}
	})
}

// Unaided reports whether a question is asked.
func (v *Screen) Unaided() bool { return v.question != nil && !v.question.Finished() }
