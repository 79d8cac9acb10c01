package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/account"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/transcript"
	"chainrule/tui/widget"
)

// A Transcript shows the lines of one finished derivation, with the rules by which they follow.
type Transcript struct {
	session *session.Session
	styles  *kit.Styles
	id      string // of the screen
	told    transcriptMsg

	pane          *widget.Pane
	width, height int
}

// NewTranscript returns the screen of the derivation that came to its end at a screen last.
func NewTranscript(s *session.Session, styles *kit.Styles, id string) *Transcript {
	return &Transcript{session: s, styles: styles, id: id, pane: widget.NewPane(styles)}
}

// transcriptMsg brings the lines.
type transcriptMsg struct {
	screen     *Transcript
	title, how string
	lines      []session.Line
	part       transcript.Part
	err        error
}

// Init reads the record.
func (t *Transcript) Init() tea.Cmd {
	return kit.Task("reading your derivation", func() tea.Msg {
		a := account.Read(t.session)
		at := slices.IndexFunc(a.Derivations, func(d session.Derivation) bool { return d.Screen.ID == t.id })
		if at < 0 {
			return transcriptMsg{screen: t, err: fmt.Errorf("there is no finished derivation %q", t.id)}
		}
		d := &a.Derivations[at]
		lines, err := t.session.Working(*d)
		if err != nil {
			return transcriptMsg{screen: t, err: err}
		}
		part, err := transcript.Of(t.session, a, d)
		return transcriptMsg{t, part.Title, part.How, lines, part, err}
	})
}

// Update takes keys and the lines.
func (t *Transcript) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return t.onKey(msg)
	case kit.Wheel:
		t.pane.Scroll(msg.Lines)
	case kit.Restyled:
		t.layout()
	case transcriptMsg:
		if msg.screen == t {
			t.told = msg
			t.layout()
		}
	}
	return nil
}

func (t *Transcript) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Back):
		return func() tea.Msg { return kit.Back{} }
	case key.Matches(msg, Keys.Copy) && t.told.lines != nil:
		var text strings.Builder
		transcript.Markdown(&text, &transcript.Document{Parts: []transcript.Part{t.told.part}})
		return func() tea.Msg { return kit.Copy{Text: text.String(), What: "This derivation, as Markdown,"} }
	case key.Matches(msg, Keys.Up):
		t.pane.Scroll(-1)
	case key.Matches(msg, Keys.Down):
		t.pane.Scroll(+1)
	default:
		t.pane.Update(msg)
	}
	return nil
}

// SetSize lays everything out anew if the size is another.
func (t *Transcript) SetSize(width, height int) {
	if width != t.width || height != t.height {
		t.width, t.height = width, height
		t.layout()
	}
}

// layout makes the lines that View shows.
func (t *Transcript) layout() {
	if t.width == 0 {
		return
	}
	width := min(t.width-2*kit.Margin(t.width), mostText)
	t.pane.SetSize(width, t.height-headLines)
	s := t.styles
	if t.told.err != nil {
		t.pane.SetLines(widget.WrapText("This derivation cannot be shown: "+t.told.err.Error(), s.Text, width, s))
		return
	}
	steps := make([]widget.Step, len(t.told.lines))
	for i, l := range t.told.lines {
		steps[i] = ask.Step(l, s)
	}
	for d := range widget.Tight + 1 { // the loosest that fits
		lines, _ := widget.Steps(steps, width, d, s)
		t.pane.SetLines(lines)
		if !t.pane.Scrolls() {
			break
		}
	}
}

// View draws the derivation.
func (t *Transcript) View() string {
	if t.width == 0 {
		return ""
	}
	s, margin := t.styles, kit.Margin(t.width)
	head := kit.Between(s.Title.Render(s.Say(t.told.title)), s.Muted.Render(s.Say(t.told.how)), t.width-2*margin)
	lines := append([]string{head, ""}, t.pane.View()...)
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, t.width, t.height)
}

// ShortHelp returns the keys of this moment.
func (t *Transcript) ShortHelp() []key.Binding {
	keys := []key.Binding{Keys.Back, kit.If(t.told.lines != nil, Keys.Copy)}
	return append(keys, t.pane.Paging())
}

// FullHelp returns the keys of the transcript.
func (t *Transcript) FullHelp() [][]key.Binding {
	return [][]key.Binding{
		{kit.Heading("Moving"), kit.If(t.told.lines != nil, Keys.Copy), Keys.Back},
		append([]key.Binding{kit.Heading("Reading")}, t.pane.Keys()...),
	}
}
