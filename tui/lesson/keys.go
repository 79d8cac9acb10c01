package lesson

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
)

// KeySet moves through a lesson. None of its keys types a character.
type KeySet struct{ Continue, Earlier, Later, Jump, Map key.Binding }

// Keys is the set of keys of the lesson screen.
var Keys = KeySet{
	Continue: kit.Bind("enter", "continue", "enter"),
	Earlier:  kit.Bind("ctrl+p", "screen before", "ctrl+p", "f7"),
	Later:    kit.Bind("ctrl+n", "screen after", "ctrl+n", "f8"),
	Jump:     kit.Bind("ctrl+j", "go to screen…", "ctrl+j", "alt+g"),
	Map:      kit.Bind("esc", "map", "esc"),
}

// ShortHelp returns the keys of this moment, the most useful first.
func (v *Screen) ShortHelp() []key.Binding {
	if v.warmUp != nil {
		return v.warmUp.shortHelp(v)
	}
	if v.jump.open {
		return v.jumpKeys()
	}
	var keys []key.Binding
	if v.mayContinue() {
		keys = append(keys, kit.Named(Keys.Continue, v.continueSays()))
	}
	keys = append(keys, v.page.ShortHelp()...)
	return append(keys, Keys.Map, v.page.ScrollHelp(), kit.If(v.at > 0, Keys.Earlier), Keys.Jump)
}

// FullHelp returns all keys that work on the lesson screen.
func (v *Screen) FullHelp() [][]key.Binding {
	if v.warmUp != nil {
		return v.warmUp.fullHelp(v)
	}
	if v.jump.open {
		return [][]key.Binding{append([]key.Binding{kit.Heading("Moving")}, v.jumpKeys()...)}
	}
	last := v.at == len(v.lesson.Screens)-1
	return v.page.FullHelp([]key.Binding{
		kit.If(v.mayContinue(), kit.Named(Keys.Continue, v.continueSays())), Keys.Map, kit.If(v.at > 0, Keys.Earlier), kit.If(!last, Keys.Later), Keys.Jump,
	})
}
