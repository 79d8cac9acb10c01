package exam

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
)

// KeySet works on the exam. At a derivation, where all letters can be typed, only those work that type none.
type KeySet struct{ Open, Up, Down, Look, Certificate, Map, GiveUp, Back key.Binding }

// Keys is the set of keys of the exam.
var Keys = KeySet{
	Open:        kit.Bind("enter", "derive this", "enter"),
	Up:          kit.Bind("↑", "up", "up", "k"),
	Down:        kit.Bind("↓", "down", "down", "j"),
	Look:        kit.Bind("s", "see the lines", "s"),
	Certificate: kit.Bind("c", "copy the certificate", "c"),
	Map:         kit.Bind("esc", "map", "esc"),
	GiveUp:      kit.Bind("f2", "give it up", "f2", "ctrl+t"),
	Back:        kit.Bind("esc", "the list", "esc"),
}

// ShortHelp returns the keys of this moment, the most useful first.
func (v *Screen) ShortHelp() []key.Binding {
	switch {
	case v.exam == nil || v.opening:
		return []key.Binding{Keys.Map}
	case v.question != nil && v.question.Finished():
		return []key.Binding{kit.Named(Keys.Open, "the list"), v.page.ScrollHelp()}
	case v.question != nil:
		return append(v.page.ShortHelp(), Keys.Back, Keys.GiveUp, v.page.ScrollHelp())
	case len(v.exam.Parts) == 0:
		return []key.Binding{Keys.Map}
	}
	part := &v.exam.Parts[v.cursor]
	open := Keys.Open
	switch {
	case part.Running:
		open = kit.Named(open, "go on")
	case part.Proved:
		open = kit.Named(open, "derive it again")
	}
	return []key.Binding{
		open, kit.Bind("↑ ↓", "choose", "up", "down"), kit.If(v.exam.Passed(), Keys.Certificate), kit.If(part.Proved, Keys.Look), Keys.Map,
		v.list.Paging(),
	}
}

// FullHelp returns all keys that work now.
func (v *Screen) FullHelp() [][]key.Binding {
	if v.question != nil {
		return v.page.FullHelp([]key.Binding{Keys.Back, kit.If(!v.question.Finished(), Keys.GiveUp)})
	}
	return [][]key.Binding{v.ShortHelp(), v.list.Keys()}
}
