// Package card is the card of a lesson on a screen: letters, rules with their formulas, what was derived, words; narrowed by
// typing.
//
// What stands on it is chosen by tui/formulary. It changes nothing, and leads back to where one was.
package card

import (
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/formulary"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// KeySet works on the card. None of its keys types a character.
type KeySet struct{ Up, Down, Back key.Binding }

// Keys is the set of keys of the card.
var Keys = KeySet{
	Up:   kit.Bind("↑", "line up", "up"),
	Down: kit.Bind("↓", "line down", "down"),
	Back: kit.Bind("esc", "back", "esc"),
}

// A Screen is the card of one lesson.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	lesson  string // its ID, empty for the one that the learner is in
	card    *formulary.Card

	field         *widget.Field
	pane          *widget.Pane
	width, height int
}

// New returns the card of a lesson.
func New(s *session.Session, styles *kit.Styles, lesson string) *Screen {
	return &Screen{session: s, styles: styles, lesson: lesson, field: widget.NewField(styles), pane: widget.NewPane(styles)}
}

// readMsg brings what stands on the card.
type readMsg struct {
	screen *Screen
	card   *formulary.Card
}

// Init reads the lesson and the record, each time the card comes up: what was derived meanwhile stands on it.
func (c *Screen) Init() tea.Cmd {
	return kit.Task("reading the card", func() tea.Msg { return readMsg{c, formulary.Of(c.session, c.lesson)} })
}

// Update takes keys and what was read.
func (c *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return c.onKey(msg)
	case kit.Wheel:
		c.pane.Scroll(msg.Lines)
	case kit.Restyled:
		c.layout()
	case readMsg:
		if msg.screen == c {
			c.card = msg.card
			c.layout()
		}
	}
	return nil
}

func (c *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Back):
		return func() tea.Msg { return kit.Back{} }
	case key.Matches(msg, Keys.Up):
		c.pane.Scroll(-1)
	case key.Matches(msg, Keys.Down):
		c.pane.Scroll(+1)
	case c.pane.Update(msg):
	default:
		if before := c.field.Value(); c.field.Update(msg) && c.field.Value() != before {
			c.pane.ShowTop()
			c.layout()
		}
	}
	return nil
}

// SetSize lays everything out anew if the size is another.
func (c *Screen) SetSize(width, height int) {
	if width != c.width || height != c.height {
		c.width, c.height = width, height
		c.layout()
	}
}

// The lines of head and foot, the most columns of a card, and of two columns beside each other the least of each and those between.
const (
	aroundLines = 4
	mostWidth   = 110
	leastColumn = 80
	columnGap   = 4
)

// layout makes the lines that View shows.
func (c *Screen) layout() {
	if c.width == 0 {
		return
	}
	inner := c.width - 2*kit.Margin(c.width)
	width := min(inner, mostWidth)
	c.field.SetWidth(width)
	c.pane.SetSize(width, c.height-aroundLines)
	if c.card == nil {
		c.pane.SetLines(nil)
		return
	}
	s := c.styles
	found := c.card.Among(c.field.Value())
	lines := c.rows(found.Groups, width)
	if half := (inner - columnGap) / 2; len(lines) > c.height-aroundLines && half >= leastColumn {
		lines = parted(c.rows(found.Groups, half), half)
		c.pane.SetSize(inner, c.height-aroundLines)
	}
	switch {
	case len(lines) == 0 && len(c.card.Groups) == 0:
		lines = widget.WrapText("There is nothing on this card yet.", s.Text, width, s)
	case len(lines) == 0:
		lines = widget.WrapText("Nothing on the card has “"+c.field.Value()+"”. / on the map looks in the whole course.", s.Text, width, s)
	}
	c.pane.SetLines(lines)
}

// rows lays out groups below each other.
func (c *Screen) rows(groups []formulary.Group, width int) []string {
	s := c.styles
	var lines []string
	for _, g := range groups {
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, s.Strong.Render(s.Say(g.Title)))
		for _, r := range g.Rows {
			lines = append(lines, c.row(r, width)...)
		}
	}
	return lines
}

// parted sets lines in two columns, the second one from the blank line on that is nearest to the middle.
func parted(lines []string, width int) []string {
	middle, best := len(lines)/2, len(lines)
	for i, l := range lines {
		if l == "" && abs(i-middle) < abs(best-middle) {
			best = i
		}
	}
	return kit.Beside(lines[:best], width, columnGap, lines[min(best+1, len(lines)):])
}

func abs(n int) int { return max(n, -n) }

// row lays out one thing: its formula or name on the left, what is said of it on the right, or below where it is long.
func (c *Screen) row(r formulary.Row, width int) []string {
	s := c.styles
	const indent, gap = 2, 2
	column := min(max(width*3/10, 18), 30)
	blank := strings.Repeat(" ", indent)
	left, style := r.Line(widget.Charset(s)), s.Formula
	words := r.Words(widget.Charset(s))
	switch {
	case left == "" && r.Formula == "":
		left, style = r.Name, s.Emphasis
	case left == "":
		left = r.Formula
		words = r.Name + ". " + words
	case r.Name != "":
		words = r.Name + "; " + words
	}
	left = s.Say(left)
	text := widget.WrapText(words, s.Text, width-indent-column-gap, s)
	if ansi.StringWidth(left) <= column {
		return prose.Labelled(blank+style.Render(kit.Pad(left, column))+strings.Repeat(" ", gap), s.Text, text)
	}
	lines := prose.Indented(widget.WrapText(left, style, width-indent, s), blank)
	return append(lines, prose.Indented(text, strings.Repeat(" ", indent+column+gap))...)
}

// View draws the card.
func (c *Screen) View() string {
	if c.width == 0 {
		return ""
	}
	s, margin := c.styles, kit.Margin(c.width)
	title := "Card"
	if c.card != nil && c.card.Lesson != "" {
		title += ": " + c.card.Lesson
	}
	width := min(c.width-2*margin, mostWidth)
	lines := append([]string{s.Title.Render(s.Say(kit.Cut(title, width))), ""}, c.pane.View()...)
	hint := ""
	if c.field.Empty() {
		hint = "type to search"
	}
	lines = append(lines, kit.Rule("", hint, width, s), c.field.View())
	for i, l := range lines {
		if l != "" && margin > 0 {
			lines[i] = strings.Repeat(" ", margin) + l
		}
	}
	return kit.Fit(lines, c.width, c.height)
}

// ShortHelp returns the keys of this moment.
func (c *Screen) ShortHelp() []key.Binding {
	return []key.Binding{Keys.Back, c.pane.Paging()}
}

// FullHelp returns all keys of the card.
func (c *Screen) FullHelp() [][]key.Binding {
	scrolls := c.pane.Scrolls()
	return [][]key.Binding{
		{kit.Heading("Moving"), Keys.Back},
		append([]key.Binding{kit.Heading("Reading"), kit.If(scrolls, kit.Bind("↑ ↓", "line up, line down", "up", "down"))}, c.pane.Keys()...),
		append([]key.Binding{kit.Heading("In the line you type")}, c.field.Bindings()...),
	}
}

// Typing reports whether something is typed.
func (c *Screen) Typing() bool { return !c.field.Empty() }
