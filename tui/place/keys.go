package place

import (
	"strconv"

	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
)

// KeySet works on the questions. None of its keys types a character while one is asked.
type KeySet struct{ Go, Unknown, Anew, Tool, Map key.Binding }

// Keys is the set of keys of the questions.
var Keys = KeySet{
	Go:      kit.Bind("enter", "begin", "enter"),
	Unknown: kit.Bind("f2", "I do not know", "f2", "ctrl+t"),
	Anew:    kit.Bind("n", "be asked anew", "n"),
	Tool:    kit.Bind("t", "the screen on tools", "t"),
	Map:     kit.Bind("esc", "map", "esc"),
}

// ShortHelp returns the keys of this moment, the most useful first.
func (v *Screen) ShortHelp() []key.Binding {
	if v.placing == nil || v.opening {
		return []key.Binding{Keys.Map}
	}
	if !v.telling() {
		keys := v.page.ShortHelp()
		if len(keys) > 0 {
			keys = append(keys[:1:1], append([]key.Binding{Keys.Unknown}, keys[1:]...)...)
		}
		return append(keys, kit.Named(Keys.Map, "later"), v.page.ScrollHelp())
	}
	r := v.placing.Result
	return []key.Binding{
		kit.Named(Keys.Go, v.goSays()), kit.If(r != nil && r.Tool != nil, Keys.Tool), Keys.Map, kit.If(r != nil, Keys.Anew),
		v.told.Paging(),
	}
}

// FullHelp returns all keys that work now.
func (v *Screen) FullHelp() [][]key.Binding {
	if v.placing == nil || v.opening || v.telling() {
		return [][]key.Binding{v.ShortHelp(), v.told.Keys()}
	}
	return v.page.FullHelp([]key.Binding{Keys.Unknown, kit.Named(Keys.Map, "later")})
}

// goSays tells what enter does where something is told.
func (v *Screen) goSays() string {
	p := v.placing
	switch {
	case p.Result == nil && v.question == nil, p.Result != nil && v.goal() == nil:
		return "map"
	case p.Result != nil:
		return "open lesson " + strconv.Itoa(v.goal().Number)
	case p.Asked > 0:
		return "go on"
	}
	return "begin"
}
