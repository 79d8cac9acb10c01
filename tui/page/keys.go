package page

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/ask"
	"chainrule/tui/kit"
)

// KeySet works on the figure of a page. None of its keys types a character.
type KeySet struct {
	Plot                                                          key.Binding
	MoveLeft, MoveRight, PageLeft, PageRight, MoveFirst, MoveLast key.Binding // of the point of a plot
}

// Keys is the set of keys of the figure.
var Keys = KeySet{
	Plot:      kit.Bind("f5", "plot", "f5", "ctrl+g"),
	MoveLeft:  kit.Bind("←", "move left", "left"),
	MoveRight: kit.Bind("→", "move right", "right"),
	PageLeft:  kit.Bind("ctrl+←", "far left", "ctrl+left", "alt+left"),
	PageRight: kit.Bind("ctrl+→", "far right", "ctrl+right", "alt+right"),
	MoveFirst: kit.Bind("home", "to the left end", "home"),
	MoveLast:  kit.Bind("end", "to the right end", "end"),
}

// Moving lists the keys that move the point of a plot.
func (k KeySet) Moving() []key.Binding {
	return []key.Binding{k.MoveLeft, k.MoveRight, k.PageLeft, k.PageRight, k.MoveFirst, k.MoveLast}
}

// OnKey does what a key asks of the figure, the text or the question, in this order.
func (p *Page) OnKey(msg tea.KeyMsg) tea.Cmd {
	q := p.content.Question
	switch {
	case key.Matches(msg, Keys.Plot) && p.plot() != nil:
		p.resizeFigure()
	case p.canMove() && p.moved(msg):
	case p.pane.Update(msg):
		p.scrolled = true
	case key.Matches(msg, kit.Scroll.Up, kit.Scroll.Down, kit.Scroll.PageUp, kit.Scroll.PageDown):
		// There is no more that way: the page stays where it is, and does not follow what is typed.
	case q == nil:
		if key.Matches(msg, kit.List.Up) {
			p.pane.Update(tea.KeyMsg{Type: tea.KeyShiftUp})
		} else if key.Matches(msg, kit.List.Down) {
			p.pane.Update(tea.KeyMsg{Type: tea.KeyShiftDown})
		}
	case q.Picks() && key.Matches(msg, ask.Keys.Answer) && p.hidesFocus():
		p.follow = true // nobody chooses what is not seen
	default:
		return p.Update(msg)
	}
	return nil
}

// hidesFocus reports whether the line that is asked about, or what was said last, is out of sight.
func (p *Page) hidesFocus() bool {
	a := &p.arranged
	return a.figure == nil && a.focus.From >= 0 && !p.pane.Shows(a.focus.From, a.focus.To)
}

// ShortHelp returns the keys of this moment, the most useful first.
func (p *Page) ShortHelp() []key.Binding {
	var keys []key.Binding
	q, turn := p.content.Question, p.turnKey()
	if q != nil && q.Runs() {
		keys = append(keys, turn) // half of what is told of a run is on the other side
	}
	if q != nil {
		keys = append(keys, q.ShortHelp()...)
	}
	if q == nil || !q.Runs() {
		keys = append(keys, turn)
	}
	if p.canMove() {
		keys = append(keys, kit.Bind("← →", "move "+p.plot().Name(), "left", "right"))
	}
	return keys
}

// ScrollHelp returns the keys that move the text, if there is more of it than is seen.
func (p *Page) ScrollHelp() key.Binding {
	b := p.pane.Paging()
	return kit.If(b.Enabled() && p.arranged.figure == nil, b)
}

// FullHelp returns all keys that work on the page now, with those of its owner where they belong.
func (p *Page) FullHelp(owner []key.Binding) [][]key.Binding {
	var groups [][]key.Binding
	if q := p.content.Question; q != nil {
		groups = append(groups, q.FullHelp()...)
	}
	reading := slices.Concat([]key.Binding{kit.Heading("Reading"), p.turnKey()}, p.movingKeys())
	if p.arranged.figure == nil {
		reading = append(reading, p.pane.Keys()...)
	}
	moving := append([]key.Binding{kit.Heading("Moving")}, owner...)
	last := max(len(groups)-1, min(len(groups), 1)) // what edits the line comes last: most of it everybody knows
	return slices.Concat(groups[:last], [][]key.Binding{moving, reading}, groups[last:])
}

// turnKey makes the figure large, and turns back to the text.
func (p *Page) turnKey() key.Binding {
	does := "larger"
	switch {
	case p.size == large:
		does = "text"
	case !p.arranged.pictured:
		does = "plot"
	}
	return kit.If(p.plot() != nil, kit.Named(Keys.Plot, does))
}

// movingKeys are those that move the point of the plot, while it can be moved.
func (p *Page) movingKeys() []key.Binding {
	keys := Keys.Moving()
	for i, k := range keys {
		keys[i] = kit.If(p.canMove(), k)
	}
	return keys
}
