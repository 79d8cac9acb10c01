package home

import (
	"slices"

	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
	"chainrule/tui/session"
)

// MapKeys work on the course map, which has nothing to type in.
type MapKeys struct{ Open, Up, Down, First, Last, Page, Review, Practice, Record, Play, Find, Place, Decline, Pass, Exam, Quit key.Binding }

// Keys is the set of keys of the course map.
var Keys = MapKeys{
	Open:  kit.Bind("enter", "open", "enter"),
	Up:    kit.Bind("↑", "up", "up", "k"),
	Down:  kit.Bind("↓", "down", "down", "j"),
	First: kit.Bind("home", "first", "home"),
	Last:  kit.Bind("end", "last", "end"),
	// Page shows what a finished lesson came to.
	Page:     kit.Bind("s", "what it came to", "s"),
	Review:   kit.Bind("v", "review", "v"),
	Practice: kit.Bind("p", "practice", "p"),
	Record:   kit.Bind("r", "record", "r"),
	Play:     kit.Bind("f", "playground", "f"),
	Find:     kit.Bind("/", "find", "/"),
	// Place finds out where to begin, which Decline wants no more of where it is offered; Pass finds out whether the lesson can
	// be passed over.
	Place:   kit.Bind("w", "find your place", "w"),
	Decline: kit.Bind("esc", "decline", "esc"),
	Pass:    kit.Bind("t", "test out of it", "t"),
	Exam:    kit.Bind("x", "exam", "x"),
	Quit:    kit.Bind("q", "quit", "q"),
}

// Bindings lists the keys of the map.
func (k MapKeys) Bindings() []key.Binding {
	return []key.Binding{k.Open, k.Up, k.Down, k.First, k.Last, k.Page, k.Review, k.Practice, k.Record, k.Play, k.Find, k.Place, k.Pass, k.Exam, k.Quit}
}

// ShortHelp returns the keys of the map.
func (m *Map) ShortHelp() []key.Binding {
	keys := []key.Binding{
		kit.Named(Keys.Open, m.openSays()), kit.Bind("↑ ↓", "choose", "up", "down"),
		kit.If(len(m.rows) > 0 && m.rows[m.cursor].Finished(), Keys.Page),
	}
	begun := m.begun()
	if m.offer != session.NoOffer {
		keys = slices.Insert(keys, 1, Keys.Place, kit.If(m.offer == session.FirstOffer, Keys.Decline))
	}
	return append(keys, m.about.Paging(),
		kit.If(begun || m.due() > 0, Keys.Review), kit.If(begun, Keys.Practice), Keys.Record, Keys.Play, Keys.Find, Keys.Quit,
		kit.If(m.canPass(), Keys.Pass), kit.If(len(m.session.Course.Headlines) > 0, Keys.Exam),
	)
}

// FullHelp returns the keys of the map.
func (m *Map) FullHelp() [][]key.Binding {
	first, last := m.cursor == 0, m.cursor >= len(m.rows)-1
	return [][]key.Binding{
		{
			kit.Heading("Choosing"), kit.Named(Keys.Open, m.openSays()), kit.If(!first, Keys.Up), kit.If(!last, Keys.Down), kit.If(!first, Keys.First),
			kit.If(!last, Keys.Last), kit.If(len(m.rows) > 0 && m.rows[m.cursor].Finished(), Keys.Page),
		},
		{kit.Heading("Elsewhere"), Keys.Review, Keys.Practice, Keys.Record, Keys.Play, Keys.Find, Keys.Quit},
		{kit.Heading("What you know"), Keys.Place, kit.If(m.canPass(), Keys.Pass), Keys.Exam},
		append([]key.Binding{kit.Heading("Reading")}, m.about.Keys()...),
	}
}

func (m *Map) openSays() string {
	if len(m.rows) == 0 {
		return "open"
	}
	switch r := m.rows[m.cursor]; {
	case r.Finished():
		return "look again"
	case r.Begun:
		return "go on"
	}
	return "begin"
}
