package kit

import (
	"runtime"

	"github.com/charmbracelet/bubbles/key"
)

// GlobalKeys work on every screen. None of them types a character, so that every letter can be typed.
type GlobalKeys struct{ Help, Card, Quit, Suspend, Redraw key.Binding }

// Global is the set of keys that the root answers itself.
var Global = GlobalKeys{
	Help:    bind("f1", "keys", "f1", "ctrl+y"),
	Card:    bind("f11", "card", "f11", "ctrl+_"),
	Quit:    bind("ctrl+c", "quit", "ctrl+c"),
	Suspend: If(runtime.GOOS != "windows", bind("ctrl+z", "suspend", "ctrl+z")), // Windows cannot
	Redraw:  bind("ctrl+l", "draw again", "ctrl+l"),
}

// Bindings lists the global keys.
func (k GlobalKeys) Bindings() []key.Binding {
	return []key.Binding{k.Help, k.Card, k.Quit, k.Suspend, k.Redraw}
}

// ScrollKeys move text that is longer than its place.
type ScrollKeys struct{ Up, Down, PageUp, PageDown key.Binding }

// Scroll is the set of keys that move text.
var Scroll = ScrollKeys{
	Up:       bind("ctrl+↑", "line up", "ctrl+up", "shift+up"),
	Down:     bind("ctrl+↓", "line down", "ctrl+down", "shift+down"),
	PageUp:   bind("pgup", "page up", "pgup"),
	PageDown: bind("pgdn", "page down", "pgdown"),
}

// Bindings lists the scrolling keys.
func (k ScrollKeys) Bindings() []key.Binding {
	return []key.Binding{k.Up, k.Down, k.PageUp, k.PageDown}
}

// ListKeys choose from a list.
type ListKeys struct{ Up, Down, Choose key.Binding }

// List is the set of keys that choose from a list.
var List = ListKeys{
	Up:     bind("↑", "up", "up"),
	Down:   bind("↓", "down", "down"),
	Choose: bind("enter", "choose", "enter"),
}

// Bind returns a binding: how it is shown, what it does, and the keys themselves.
func Bind(shown, does string, keys ...string) key.Binding { return bind(shown, does, keys...) }

func bind(shown, does string, keys ...string) key.Binding {
	return key.NewBinding(key.WithKeys(keys...), key.WithHelp(shown, does))
}

// Heading returns what stands above a group of keys on the page of keys. It is no key.
func Heading(words string) key.Binding { return bind("", words) }

// Sample returns a line of the page of keys that is no key: how something is typed, and what it is.
func Sample(typed, means string) key.Binding { return bind(typed, means) }

// Named returns the binding with another word for what it does.
func Named(b key.Binding, does string) key.Binding {
	b.SetHelp(b.Help().Key, does)
	return b
}

// If returns the binding, enabled only where it makes sense now.
func If(enabled bool, b key.Binding) key.Binding {
	b.SetEnabled(enabled)
	return b
}
