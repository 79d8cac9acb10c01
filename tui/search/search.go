// Package search is the screen that looks for something in the course: lessons, screens, words, letters, rules, skills.
//
// What can be found is listed by tui/find. It goes to what is chosen, and back to where one was.
package search

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/typeset"
	"chainrule/tui/find"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// KeySet works on the search. None of its keys types a character.
type KeySet struct{ Go, Up, Down, PageUp, PageDown, Back key.Binding }

// Keys is the set of keys of the search.
var Keys = KeySet{
	Go:       kit.Bind("enter", "go there", "enter"),
	Up:       kit.Bind("↑", "up", "up"),
	Down:     kit.Bind("↓", "down", "down"),
	PageUp:   kit.Bind("pgup", "page up", "pgup"),
	PageDown: kit.Bind("pgdn", "page down", "pgdown"),
	Back:     kit.Bind("esc", "back", "esc"),
}

// A Screen is the search.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	all     []find.Entry // nil before the course was read
	found   []find.Entry
	cursor  int

	field         *widget.Field
	pane          *widget.Pane
	width, height int
}

// New returns the search.
func New(s *session.Session, styles *kit.Styles) *Screen {
	p := widget.NewPane(styles)
	p.Bare = true
	return &Screen{session: s, styles: styles, field: widget.NewField(styles), pane: p}
}

// readMsg brings what there is in the course.
type readMsg struct {
	screen *Screen
	all    []find.Entry
}

// Init reads the course, the first time.
func (v *Screen) Init() tea.Cmd {
	if v.all != nil {
		return nil
	}
	return kit.Task("reading the course", func() tea.Msg { return readMsg{v, find.Index(v.session.Course)} })
}

// Update takes keys and what was read.
func (v *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return v.onKey(msg)
	case kit.Wheel:
		v.point(v.cursor + msg.Lines)
	case kit.Restyled:
		v.layout()
	case readMsg:
		if msg.screen == v {
			v.all = msg.all
			v.look()
		}
	}
	return nil
}

func (v *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Back):
		return func() tea.Msg { return kit.Back{} }
	case key.Matches(msg, Keys.Go):
		if len(v.found) > 0 {
			p := v.found[v.cursor].Place
			return kit.Go(p.Kind, p.ID)
		}
	case key.Matches(msg, Keys.Up):
		v.point(v.cursor - 1)
	case key.Matches(msg, Keys.Down):
		v.point(v.cursor + 1)
	case key.Matches(msg, Keys.PageUp):
		v.point(v.cursor - max(v.room()/2, 1))
	case key.Matches(msg, Keys.PageDown):
		v.point(v.cursor + max(v.room()/2, 1))
	default:
		if before := v.field.Value(); v.field.Update(msg) && v.field.Value() != before {
			v.look()
		}
	}
	return nil
}

// look finds what is typed, and points at the first of it.
func (v *Screen) look() {
	v.found, v.cursor = find.Among(v.all, v.field.Value()), 0
	v.pane.ShowTop()
	v.layout()
}

func (v *Screen) point(at int) {
	v.cursor = max(min(at, len(v.found)-1), 0)
	v.layout()
}

// SetSize lays everything out anew if the size is another.
func (v *Screen) SetSize(width, height int) {
	if width != v.width || height != v.height {
		v.width, v.height = width, height
		v.layout()
	}
}

const aroundLines = 4 // of head and foot

func (v *Screen) room() int { return max(v.height-aroundLines, 1) }

func (v *Screen) inner() int { return v.width - 2*kit.Margin(v.width) }

// layout makes the lines that View shows.
func (v *Screen) layout() {
	if v.width == 0 {
		return
	}
	width := v.inner()
	v.pane.SetSize(width, v.room())
	v.field.SetWidth(width)
	var lines []string
	from, to := 0, 0
	for i, e := range v.found {
		if i == v.cursor {
			from = len(lines)
		}
		lines = append(lines, v.entry(e, i == v.cursor, width)...)
		if i == v.cursor {
			to = len(lines)
		}
	}
	if len(lines) == 0 && v.all != nil {
		lines = widget.WrapText("Nothing in the course has “"+v.field.Value()+"”. Each word that you type must stand in it; a letter is found by its name, too.", v.styles.Text, width, v.styles)
	}
	v.pane.SetLines(lines)
	v.pane.Show(from, to)
}

// entry lays out what was found: what it is, its name, and of the one pointed at what is said of it.
func (v *Screen) entry(e find.Entry, pointed bool, width int) []string {
	s := v.styles
	const kind = 8
	name := e.Name
	if e.Tree != nil {
		name = typeset.Inline(e.Tree, widget.Charset(s))
	}
	mark, style := " ", s.Text
	if pointed {
		mark, style = s.Marks.Current, s.Selected
	}
	line := style.Render(mark) + " " + s.Muted.Render(kit.Pad(string(e.Kind), kind)) + style.Render(s.Say(name))
	right := e.At
	if e.Says != "" && !pointed && e.Kind == find.Letter {
		right = e.Says
	}
	if used := ansi.StringWidth(line); right != "" && used+3 < width {
		line = kit.Between(line, s.Muted.Render(kit.Cut(s.Say(right), width-used-3)), width)
	}
	lines := []string{kit.Cut(line, width)}
	if pointed && e.Says != "" {
		for _, l := range widget.WrapText(e.Says, s.Muted, min(width-kind-2, 78), s) {
			lines = append(lines, strings.Repeat(" ", kind+2)+l)
		}
	}
	return lines
}

// View draws the search.
func (v *Screen) View() string {
	if v.width == 0 {
		return ""
	}
	s, margin := v.styles, kit.Margin(v.width)
	count := ""
	if v.all != nil {
		count = fmt.Sprintf("%d of %d", len(v.found), len(v.all))
	}
	lines := []string{kit.Between(s.Title.Render("Find"), s.Muted.Render(count), v.inner()), v.field.View(), s.Muted.Render(strings.Repeat(s.Marks.Rule, v.inner()))}
	lines = append(lines, v.pane.View()...)
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, v.width, v.height)
}

// ShortHelp returns the keys of this moment.
func (v *Screen) ShortHelp() []key.Binding {
	some := len(v.found) > 0
	return []key.Binding{kit.If(some, Keys.Go), kit.If(len(v.found) > 1, kit.Bind("↑ ↓", "choose", "up", "down")), Keys.Back}
}

// FullHelp returns all keys of the search.
func (v *Screen) FullHelp() [][]key.Binding {
	n := len(v.found)
	up, down := v.cursor > 0, v.cursor < n-1
	return [][]key.Binding{
		{kit.Heading("Choosing"), kit.If(n > 0, Keys.Go), kit.If(up, Keys.Up), kit.If(down, Keys.Down), kit.If(up, Keys.PageUp), kit.If(down, Keys.PageDown), Keys.Back},
		append([]key.Binding{kit.Heading("In the line you type")}, v.field.Bindings()...),
	}
}

// Typing reports whether something is typed.
func (v *Screen) Typing() bool { return !v.field.Empty() }
