// Package finish is the page at the end of a lesson: what was proved and how, the skills that moved, slips, what is next.
//
// It tells what the record says and asks nothing.
package finish

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// PageKeys work on the page, which has nothing to type in.
type PageKeys struct{ Next, Map, Refresh key.Binding }

// Keys is the set of keys of the page.
var Keys = PageKeys{
	Next: kit.Bind("enter", "go on", "enter"),
	Map:  kit.Bind("esc", "map", "esc"),
	// Refresh goes to the screen of an optional lesson, where one is told of.
	Refresh: kit.Bind("t", "refresh", "t"),
}

// Bindings lists the keys of the page.
func (k PageKeys) Bindings() []key.Binding { return []key.Binding{k.Next, k.Map, k.Refresh} }

// A Screen is the page at the end of one lesson.
type Screen struct {
	session       *session.Session
	styles        *kit.Styles
	entry         *lessons.Entry
	report        *session.Report // nil before the record was read
	plots         []*widget.Plot  // of each of its proofs, nil where there is none
	fault         string
	pane          *widget.Pane
	width, height int
}

// New returns the page of the lesson called id.
func New(s *session.Session, styles *kit.Styles, id string) (*Screen, error) {
	e, ok := s.Course.Entry(id)
	if !ok {
		return nil, fmt.Errorf("there is no lesson %q", id)
	}
	return &Screen{session: s, styles: styles, entry: e, pane: widget.NewPane(styles)}, nil
}

// readMsg brings what the record says.
type readMsg struct {
	screen *Screen
	report session.Report
	err    error
}

// Init reads the record, each time the page is shown.
func (v *Screen) Init() tea.Cmd {
	v.pane.ShowTop()
	return kit.Task("reading your record", func() tea.Msg {
		r, err := v.session.Report(v.entry)
		return readMsg{v, r, err}
	})
}

// Update takes keys and what the record says.
func (v *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case readMsg:
		if msg.screen != v {
			return nil
		}
		v.report, v.fault = &msg.report, ""
		v.plots = v.pictures()
		if msg.err != nil {
			v.report, v.fault = nil, msg.err.Error()
		}
		v.layout()
	case kit.Wheel:
		v.pane.Scroll(msg.Lines)
	case kit.Restyled:
		v.layout()
	case tea.KeyMsg:
		return v.onKey(msg)
	}
	return nil
}

// pictures makes the plot of each proof, nil where none can be drawn, and where one before it has the same curve.
func (v *Screen) pictures() []*widget.Plot {
	plots := make([]*widget.Plot, len(v.report.Proofs))
	for i := range plots {
		p := figure.Proved(v.report.Proofs[i].Derive, v.styles)
		if p != nil && !slices.ContainsFunc(plots[:i], func(before *widget.Plot) bool { return before != nil && p.Alike(before) }) {
			plots[i] = p
		}
	}
	return plots
}

func (v *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Map):
		return kit.Go(kit.Home, "")
	case key.Matches(msg, Keys.Next):
		if next := v.next(); next != nil {
			return kit.Go(kit.Lesson, next.ID)
		}
		return kit.Go(kit.Home, "")
	case key.Matches(msg, Keys.Refresh) && v.refresh() != nil:
		return kit.Go(kit.Lesson, v.refresh().Screen.ID)
	case key.Matches(msg, kit.List.Up):
		v.pane.Scroll(-1)
	case key.Matches(msg, kit.List.Down):
		v.pane.Scroll(+1)
	default:
		v.pane.Update(msg)
	}
	return nil
}

// next is the lesson to go on with, nil where all are finished.
func (v *Screen) next() *lessons.Entry {
	if v.report == nil {
		return nil
	}
	return v.report.Next
}

// refresh is what is told to go back to, nil where nothing is.
func (v *Screen) refresh() *session.Refresh {
	if v.report == nil {
		return nil
	}
	return v.report.Refresh
}

// SetSize lays everything out anew if the size is another.
func (v *Screen) SetSize(width, height int) {
	if width != v.width || height != v.height {
		v.width, v.height = width, height
		v.layout()
	}
}

// The lines above and below what scrolls: title and blank; rule and what is next.
const aboveAndBelow = 4

func (v *Screen) layout() {
	if v.width == 0 {
		return
	}
	width := v.width - 2*kit.Margin(v.width)
	v.pane.SetSize(width, v.height-aboveAndBelow)
	switch {
	case v.report != nil:
		v.pane.SetLines(v.tell(width))
	case v.fault != "":
		v.pane.SetLines(widget.WrapText(v.fault, v.styles.Text, width, v.styles))
	default:
		v.pane.SetLines([]string{v.styles.Muted.Render(v.styles.Say("Reading your record…"))})
	}
}

// View draws the page.
func (v *Screen) View() string {
	if v.width == 0 {
		return ""
	}
	s := v.styles
	margin := kit.Margin(v.width)
	width := v.width - 2*margin
	title := s.Title.Render(s.Say(v.entry.Title))
	state := ""
	if r := v.report; r != nil {
		title = s.Muted.Render(fmt.Sprintf("%d ", r.Number)) + title
		state = s.Right.Render(s.Marks.Done + " finished")
		if !r.Progress.Finished() {
			state = s.Muted.Render(fmt.Sprintf("%d of %d done", r.Progress.Count(), len(r.Progress.Done)))
		}
	}
	lines := append([]string{kit.Between(title, state, width), ""}, v.pane.View()...)
	lines = append(lines, kit.Rule("", "", width, s), v.nextLine())
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, v.width, v.height)
}

// nextLine tells where enter goes.
func (v *Screen) nextLine() string {
	s := v.styles
	if v.report == nil {
		return ""
	}
	where := "to the map: " + v.report.AllDone()
	if next := v.next(); next != nil {
		where = fmt.Sprintf("next: %d %s", v.report.NextNumber, next.Title)
	}
	return s.Prompt.Render(s.Marks.Prompt) + " " + s.Key.Render("enter") + " " + s.Say(where)
}

// ShortHelp returns the keys of the page.
func (v *Screen) ShortHelp() []key.Binding {
	next := Keys.Next
	if v.next() != nil {
		next = kit.Named(next, "next lesson")
	}
	keys := []key.Binding{kit.If(v.next() != nil, next), Keys.Map, kit.If(v.refresh() != nil, Keys.Refresh)}
	return append(keys, v.pane.Paging())
}

// FullHelp returns the keys of the page.
func (v *Screen) FullHelp() [][]key.Binding {
	moving := []key.Binding{kit.Heading("Moving")}
	moving = append(moving, v.ShortHelp()[:3]...)
	return [][]key.Binding{moving, append([]key.Binding{kit.Heading("Reading")}, v.pane.Keys()...)}
}
