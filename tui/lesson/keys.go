package lesson

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
)

// KeySet moves through a lesson. None of its keys types a character.
type KeySet struct {
	Continue, Earlier, Later, Plot, Map                           key.Binding
	MoveLeft, MoveRight, PageLeft, PageRight, MoveFirst, MoveLast key.Binding // of the point of a plot
}

// Keys is the set of keys of the lesson screen.
var Keys = KeySet{
	Continue:  kit.Bind("enter", "continue", "enter"),
	Earlier:   kit.Bind("ctrl+p", "earlier screen", "ctrl+p", "f7"),
	Later:     kit.Bind("ctrl+n", "later screen", "ctrl+n", "f8"),
	Plot:      kit.Bind("f5", "plot", "f5", "ctrl+g"),
	MoveLeft:  kit.Bind("←", "move left", "left"),
	MoveRight: kit.Bind("→", "move right", "right"),
	PageLeft:  kit.Bind("ctrl+←", "far left", "ctrl+left", "alt+left"),
	PageRight: kit.Bind("ctrl+→", "far right", "ctrl+right", "alt+right"),
	MoveFirst: kit.Bind("home", "to the left end", "home"),
	MoveLast:  kit.Bind("end", "to the right end", "end"),
	Map:       kit.Bind("esc", "map", "esc"),
}

// Moving lists the keys that move the point of a plot.
func (k KeySet) Moving() []key.Binding {
	return []key.Binding{k.MoveLeft, k.MoveRight, k.PageLeft, k.PageRight, k.MoveFirst, k.MoveLast}
}

// ShortHelp returns the keys of this moment, the most useful first.
func (v *Screen) ShortHelp() []key.Binding {
	var keys []key.Binding
	if v.mayContinue() {
		keys = append(keys, kit.Named(Keys.Continue, v.continueSays()))
	}
	q, turn := v.question(), v.turnKey()
	if q != nil && q.Runs() {
		keys = append(keys, turn) // half of what is told of a run is on the other side
	}
	if q != nil {
		keys = append(keys, q.ShortHelp()...)
	}
	if q == nil || !q.Runs() {
		keys = append(keys, turn)
	}
	if v.canMove() {
		keys = append(keys, kit.Bind("← →", "move "+v.plot().Name(), "left", "right"))
	}
	keys = append(keys, Keys.Map)
	if v.pane.Scrolls() {
		keys = append(keys, kit.Bind("pgup pgdn", "scroll", "pgup", "pgdown"))
	}
	return append(keys, kit.If(v.at > 0, kit.Named(Keys.Earlier, "back")))
}

// turnKey makes the figure large, and turns back to the text.
func (v *Screen) turnKey() key.Binding {
	does := "larger"
	switch {
	case v.size == large:
		does = "text"
	case !v.arranged.pictured:
		does = "plot"
	}
	return kit.If(v.plot() != nil, kit.Named(Keys.Plot, does))
}

// movingKeys are those that move the point of the plot, while it can be moved.
func (v *Screen) movingKeys() []key.Binding {
	keys := Keys.Moving()
	for i, k := range keys {
		keys[i] = kit.If(v.canMove(), k)
	}
	return keys
}

// FullHelp returns all keys that work on the lesson screen.
func (v *Screen) FullHelp() [][]key.Binding {
	var groups [][]key.Binding
	if q := v.question(); q != nil {
		groups = append(groups, q.FullHelp()...)
	}
	last := v.at == len(v.lesson.Screens)-1
	return append(groups, []key.Binding{
		kit.If(v.mayContinue(), Keys.Continue), Keys.Map, kit.If(v.at > 0, Keys.Earlier), kit.If(!last, Keys.Later),
		v.turnKey(),
	}, v.movingKeys(), kit.Scroll.Bindings())
}
