// Package record is the screen of what the learner knows: skills with their memory, what is due when, a calendar of study,
// slips, and finished derivations, one of which can be opened.
//
// It computes no figure (tui/account has them all), asks nothing, and opens practice for what is pointed at.
package record

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/account"
	"chainrule/tui/kit"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// KeySet works on the record, which has nothing to type in.
type KeySet struct{ Open, Up, Down, First, Last, Copy, Back key.Binding }

// Keys is the set of keys of the record.
var Keys = KeySet{
	Open:  kit.Bind("enter", "open or practise", "enter"),
	Up:    kit.Bind("↑", "up", "up", "k"),
	Down:  kit.Bind("↓", "down", "down", "j"),
	First: kit.Bind("home", "to the beginning", "home"),
	Last:  kit.Bind("end", "to the end", "end"),
	Copy:  kit.Bind("c", "copy", "c"),
	Back:  kit.Bind("esc", "back", "esc", "q"),
}

// Bindings lists the keys of the record.
func (k KeySet) Bindings() []key.Binding {
	return []key.Binding{k.Open, k.Up, k.Down, k.First, k.Last, k.Copy, k.Back}
}

// A Screen is the record on a screen.
type Screen struct {
	session *session.Session
	styles  *kit.Styles
	account *account.Account // nil until the record was read
	items   []item           // what can be opened, from top to bottom
	cursor  int              // the one pointed at; -1 while none is

	pane          *widget.Pane
	side          []string // what stands beside the text, where there is room
	width, height int
}

// An item is something in the text that can be opened, in its lines [from, to).
type item struct {
	place    kit.Place
	does     string // what enter does
	from, to int
}

// New returns the screen of the record.
func New(s *session.Session, styles *kit.Styles) *Screen {
	return &Screen{session: s, styles: styles, cursor: -1, pane: widget.NewPane(styles)}
}

// Open returns the screen of the record or, where there is an ID, that of the derivation that came to its end at that screen last.
func Open(s *session.Session, styles *kit.Styles, id string) kit.Screen {
	if id == "" {
		return New(s, styles)
	}
	return NewTranscript(s, styles, id)
}

// readMsg brings the account of the record.
type readMsg struct {
	screen  *Screen
	account *account.Account
}

// Init reads the record, each time the screen comes up.
func (r *Screen) Init() tea.Cmd {
	return kit.Task("reading your record", func() tea.Msg { return readMsg{r, account.Read(r.session)} })
}

// Update takes keys and what the record says.
func (r *Screen) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyMsg:
		return r.onKey(msg)
	case kit.Wheel:
		r.pane.Scroll(msg.Lines)
	case kit.Restyled:
		r.layout()
	case readMsg:
		if msg.screen == r {
			r.account = msg.account
			r.layout()
		}
	}
	return nil
}

func (r *Screen) onKey(msg tea.KeyMsg) tea.Cmd {
	switch {
	case key.Matches(msg, Keys.Back):
		return func() tea.Msg { return kit.Back{} }
	case key.Matches(msg, Keys.Up):
		r.step(-1)
	case key.Matches(msg, Keys.Down):
		r.step(+1)
	case key.Matches(msg, Keys.First):
		r.pane.ShowTop()
		r.point(-1)
	case key.Matches(msg, Keys.Last):
		r.point(len(r.items) - 1)
		r.pane.Scroll(r.pane.Len())
	case key.Matches(msg, Keys.Open):
		if r.pointed() {
			return kit.Go(r.items[r.cursor].place.Kind, r.items[r.cursor].place.ID)
		}
	default:
		r.pane.Update(msg)
	}
	return nil
}

// pointed reports whether something that can be opened is pointed at.
func (r *Screen) pointed() bool { return r.cursor >= 0 && r.cursor < len(r.items) }

// step points at the next thing that can be opened, up or down. Where that is out of sight the text moves first: nothing between is
// passed over.
func (r *Screen) step(by int) {
	const lines = 3
	next := r.cursor + by
	if !r.pointed() || !r.pane.Shows(r.items[r.cursor].from, r.items[r.cursor].to) {
		if seen := r.firstSeen(by); seen >= 0 {
			next = seen
		}
	}
	there := next >= 0 && next < len(r.items)
	if there && r.pane.Near(r.items[next].from, r.items[next].to) || !r.pane.Scroll(by*lines) && there {
		r.point(next)
	}
}

// firstSeen returns the first thing that is seen from the side that one comes from, less than 0 where none is.
func (r *Screen) firstSeen(by int) int {
	found := -1
	for i, it := range r.items {
		if r.pane.Shows(it.from, it.to) {
			if found = i; by > 0 {
				break
			}
		}
	}
	return found
}

func (r *Screen) point(at int) {
	r.cursor = at
	r.layout()
	if r.pointed() {
		r.pane.Show(r.items[at].from, r.items[at].to)
	}
}

// SetSize lays everything out anew if the size is another.
func (r *Screen) SetSize(width, height int) {
	if width != r.width || height != r.height {
		r.width, r.height = width, height
		r.layout()
	}
}

// ShortHelp returns the keys of this moment.
func (r *Screen) ShortHelp() []key.Binding {
	var keys []key.Binding
	if r.pointed() {
		keys = append(keys, kit.Named(Keys.Open, r.items[r.cursor].does))
	}
	if len(r.items) > 0 {
		keys = append(keys, kit.Bind("↑ ↓", "choose", "up", "down"))
	}
	return append(keys, r.pane.Paging(), Keys.Back)
}

// FullHelp returns the keys of the record.
func (r *Screen) FullHelp() [][]key.Binding {
	open, below := kit.If(false, Keys.Open), r.pane.Moves(+1)
	if r.pointed() {
		open = kit.Named(Keys.Open, r.items[r.cursor].does)
	}
	above, last := r.pane.Moves(-1), r.cursor >= len(r.items)-1 && !below
	return [][]key.Binding{
		{kit.Heading("Moving"), open, kit.If(above || r.cursor > 0, Keys.Up), kit.If(!last, Keys.Down), kit.If(above || r.cursor >= 0, Keys.First), kit.If(!last, Keys.Last), Keys.Back},
		append([]key.Binding{kit.Heading("Reading")}, r.pane.Keys()...),
	}
}
