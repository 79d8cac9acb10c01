package practice

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/round"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// ChooserKeys work on the list of what can be practised, which has nothing to type in.
type ChooserKeys struct{ Open, Up, Down, Easier, Harder, First, Last, Map key.Binding }

// Choosing is the set of keys of the list.
var Choosing = ChooserKeys{
	Open:   kit.Bind("enter", "practise this", "enter"),
	Up:     kit.Bind("↑", "up", "up", "k"),
	Down:   kit.Bind("↓", "down", "down", "j"),
	Easier: kit.Bind("←", "easier questions", "left", "h"),
	Harder: kit.Bind("→", "harder questions", "right", "l"),
	First:  kit.Bind("home", "first", "home"),
	Last:   kit.Bind("end", "last", "end"),
	Map:    kit.Bind("esc", "map", "esc"),
}

// Bindings lists the keys of the list.
func (k ChooserKeys) Bindings() []key.Binding {
	return []key.Binding{k.Open, k.Up, k.Down, k.Easier, k.Harder, k.First, k.Last, k.Map}
}

// A Chooser is the screen on which one chooses what to practise.
type Chooser struct {
	session       *session.Session
	styles        *kit.Styles
	choices       []round.Option
	later         int // skills that were not met yet
	seen          bool
	cursor        int
	difficulty    lessons.Difficulty // of questions that are drawn; 0 where the record decides
	width, height int
}

// NewChooser returns the list of what can be practised.
func NewChooser(s *session.Session, styles *kit.Styles) *Chooser {
	return &Chooser{session: s, styles: styles}
}

// choicesMsg brings what can be practised.
type choicesMsg struct {
	view    *Chooser
	choices []round.Option
	later   int
}

// Init reads the record, each time the list is shown.
func (c *Chooser) Init() tea.Cmd {
	return kit.Task("reading your record", func() tea.Msg {
		choices, later := round.Choices(c.session)
		return choicesMsg{c, choices, later}
	})
}

// Update takes keys, and what the record says.
func (c *Chooser) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case choicesMsg:
		if msg.view == c {
			c.choices, c.later, c.seen = msg.choices, msg.later, true
			c.move(0)
		}
	case kit.Wheel:
		c.move(max(min(msg.Lines, 1), -1))
	case tea.KeyMsg:
		return c.onKey(msg)
	}
	return nil
}

func (c *Chooser) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Choosing.Map):
		return kit.Go(kit.Home, "")
	case key.Matches(msg, Choosing.Up):
		c.move(-1)
	case key.Matches(msg, Choosing.Down):
		c.move(1)
	case key.Matches(msg, Choosing.Easier) && c.draws():
		c.difficulty = max(c.difficulty-1, 0)
	case key.Matches(msg, Choosing.Harder) && c.draws():
		c.difficulty = min(c.difficulty+1, lessons.Hard)
	case key.Matches(msg, Choosing.First):
		c.move(-len(c.choices))
	case key.Matches(msg, Choosing.Last):
		c.move(len(c.choices))
	case key.Matches(msg, kit.Scroll.PageUp):
		c.move(-c.room() / 2)
	case key.Matches(msg, kit.Scroll.PageDown):
		c.move(c.room() / 2)
	case key.Matches(msg, Choosing.Open) && len(c.choices) > 0:
		return kit.Go(kit.Practice, round.At(c.choices[c.cursor].Place, c.difficulty))
	}
	return nil
}

// move moves the pointer, which is always seen.
func (c *Chooser) move(by int) {
	c.cursor = max(min(c.cursor+by, len(c.choices)-1), 0)
}

// SetSize sets the room there is.
func (c *Chooser) SetSize(width, height int) { c.width, c.height = width, height }

// The lines above and below the list.
const (
	headLines = 2
	footLines = 2
)

func (c *Chooser) room() int {
	head := headLines
	if c.draws() {
		head++
	}
	return max(c.height-head-footLines, 1)
}

// ShortHelp returns the keys of the list.
func (c *Chooser) ShortHelp() []key.Binding {
	return []key.Binding{
		kit.If(len(c.choices) > 0, Choosing.Open), kit.If(len(c.choices) > 1, kit.Bind("↑ ↓", "choose", "up", "down")),
		Choosing.Map, kit.If(c.draws(), kit.Bind("← →", "how hard", "left", "right")),
	}
}

// FullHelp returns the keys of the list.
func (c *Chooser) FullHelp() [][]key.Binding {
	n := len(c.choices)
	first, last := c.cursor == 0, c.cursor >= n-1
	return [][]key.Binding{{
		kit.Heading("Choosing"), kit.If(n > 0, Choosing.Open), kit.If(!first, Choosing.Up), kit.If(!last, Choosing.Down), kit.If(!first, Choosing.First),
		kit.If(!last, Choosing.Last), kit.If(!first, kit.Scroll.PageUp), kit.If(!last, kit.Scroll.PageDown), Choosing.Map,
	}}
}

// View draws the list, as far as there is room for it.
func (c *Chooser) View() string {
	if c.width == 0 {
		return ""
	}
	s, margin := c.styles, strings.Repeat(" ", kit.Margin(c.width))
	width := c.width - 2*len(margin)
	lines := []string{s.Title.Render("Practice") + "  " + s.Say("choose what to practise"), ""}
	switch {
	case !c.seen:
		lines = append(lines, s.Muted.Render(s.Say("Opening…")))
	case len(c.choices) == 0:
		lines = append(lines, widget.WrapText(round.NoChoice, s.Text, min(width, prose.Measure), s)...)
	default:
		if c.draws() {
			lines = append(lines[:1], c.hardness(width), "")
		}
		lines = append(lines, c.list(width)...)
		if c.later > 0 {
			lines = append(lines, "", s.Muted.Render(s.Say(round.Later(c.later))))
		}
	}
	for i, l := range lines {
		if l != "" {
			lines[i] = margin + l
		}
	}
	return kit.Fit(lines, c.width, c.height)
}

// hardness tells the difficulties, with the one that is chosen.
func (c *Chooser) hardness(width int) string {
	s := c.styles
	parts := []string{s.Key.Render(s.Say("← →")), s.Muted.Render(s.Say(" how hard:"))}
	for d := lessons.Difficulty(0); d <= lessons.Hard; d++ {
		name := "  " + s.Muted.Render(s.Say(round.Hardness(d)))
		if d == c.difficulty {
			name = " " + s.Selected.Render(s.Marks.Current+s.Say(round.Hardness(d)))
		}
		parts = append(parts, name)
	}
	return kit.Cut(strings.Join(parts, ""), width)
}

// draws reports whether there are questions of which one chooses how hard they are.
func (c *Chooser) draws() bool { return len(c.choices) > 0 && len(c.session.Course.Families()) > 0 }

// list draws what can be chosen around the pointer.
func (c *Chooser) list(width int) []string {
	s := c.styles
	var lines []string
	at, ids, stands := 0, 0, 0 // the columns of what is told of a choice before what it is
	for _, choice := range c.choices {
		ids, stands = max(ids, ansi.StringWidth(choice.ID)+1), max(stands, ansi.StringWidth(s.Say(choice.Stands))+1)
	}
	for i, choice := range c.choices {
		mark, style := " ", s.Text
		if i == c.cursor {
			mark, style, at = s.Marks.Current, s.Selected, len(lines)
		}
		label := fmt.Sprintf("%s %s ", mark, kit.Pad(s.Say(choice.Stands), stands))
		if width >= kit.Wide {
			label = fmt.Sprintf("%s %s %s ", mark, kit.Pad(choice.ID, ids), kit.Pad(s.Say(choice.Stands), stands))
		}
		lines = append(lines, prose.Labelled(label, s.Muted, widget.WrapText(choice.Say, style, width-len([]rune(label)), s))...)
	}
	room := c.room()
	first := max(min(at-room/2, len(lines)-room), 0)
	return lines[first:min(first+room, len(lines))]
}
