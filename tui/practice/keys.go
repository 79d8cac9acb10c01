package practice

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
	"chainrule/tui/round"
)

// KeySet moves through a round. None of its keys types a character.
type KeySet struct{ Continue, End, Text key.Binding }

// Keys is the set of keys of a round.
var Keys = KeySet{
	Continue: kit.Bind("enter", "continue", "enter"),
	End:      kit.Bind("esc", "end", "esc"),
	Text:     kit.Bind("f8", "what the lesson says", "f8", "ctrl+n"),
}

// ShortHelp returns the keys of this moment, the most useful first.
func (v *Screen) ShortHelp() []key.Binding {
	onward := kit.Named(Keys.Continue, v.onwardSays())
	if v.telling() {
		return []key.Binding{onward, v.endKey(), v.told.Paging()}
	}
	var keys []key.Binding
	if v.question != nil && v.question.Settled() {
		keys = append(keys, onward)
	}
	if v.question != nil {
		keys = append(keys, v.page.ShortHelp()...)
	}
	return append(keys, v.endKey(), v.textKey(), v.page.ScrollHelp())
}

// FullHelp returns all keys that work now.
func (v *Screen) FullHelp() [][]key.Binding {
	onward := kit.Named(Keys.Continue, v.onwardSays())
	if v.question == nil || v.telling() {
		return [][]key.Binding{{kit.Heading("Moving"), kit.If(v.telling(), onward), v.endKey()}, v.told.Keys()}
	}
	return v.page.FullHelp([]key.Binding{kit.If(v.question.Settled(), onward), v.endKey(), v.textKey()})
}

// textKey shows the text of the lesson, where there is any.
func (v *Screen) textKey() key.Binding {
	text := Keys.Text
	if v.reading {
		text = kit.Named(text, "without the text")
	}
	return kit.If(v.question != nil && round.TextAside(v.task.Screen), text)
}

// endKey ends the round where something came of it, and else leads to the map.
func (v *Screen) endKey() key.Binding {
	if v.telling() || v.opening || v.done() == 0 {
		return kit.Named(Keys.End, "map")
	}
	return Keys.End
}

func (v *Screen) onwardSays() string {
	switch {
	case v.over:
		return "map"
	case v.telling():
		return "go on"
	case v.round != nil && !v.round.Endless() && v.at+1 >= v.round.Of():
		return "see what came of it"
	}
	return "next question"
}
