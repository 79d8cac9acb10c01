package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
)

// asksForKeys reports whether a key asks for the page of keys: a question mark does where none can be typed.
func (a *App) asksForKeys(msg tea.KeyMsg) bool {
	if key.Matches(msg, kit.Global.Help) {
		return true
	}
	if msg.Paste || string(msg.Runes) != "?" || a.keysOpen || len(a.stack) == 0 {
		return false
	}
	typist, ok := a.top().(kit.Typist)
	return !ok || !typist.Typing()
}

// keysPage lists all keys that work now, those of the screen first.
func (a *App) keysPage() []string {
	lines := a.allKeys()
	a.keysTop = max(min(a.keysTop, len(lines)-a.keysRoom()), 0)
	page := append([]string{a.styles.Title.Render("Keys"), ""}, lines[a.keysTop:]...)
	margin := strings.Repeat(" ", kit.Margin(a.width))
	for i, l := range page {
		page[i] = margin + l
	}
	return page
}

// keysRoom is how many lines of the page of keys are seen: those of the window without title, blank line and footer.
func (a *App) keysRoom() int { return max(a.height-3, 1) }

// allKeys lays out the keys in groups, side by side where the window is wide, or they are short.
func (a *App) allKeys() []string {
	width := a.width - 2*kit.Margin(a.width)
	var groups [][]string
	widest := 0
	for _, g := range append(slices.Clone(a.top().FullHelp()), a.everywhere()) {
		if lines := a.group(g); len(lines) > 0 {
			groups = append(groups, lines)
			for _, l := range lines {
				widest = max(widest, ansi.StringWidth(l))
			}
		}
	}
	const between = 4
	half := (width - between) / 2
	if a.width < kit.Wide && widest > half {
		return stacked(groups)
	}
	for i, g := range groups {
		for k, l := range g {
			groups[i][k] = kit.Cut(l, half)
		}
	}
	at := halfway(groups)
	return kit.Beside(stacked(groups[:at]), half, between, stacked(groups[at:]))
}

// halfway returns where to part groups so that both parts are about as long.
func halfway(groups [][]string) int {
	all := len(stacked(groups))
	for at := range groups {
		if 2*len(stacked(groups[:at+1])) >= all {
			return at + 1
		}
	}
	return len(groups)
}

// stacked sets groups below each other, a blank line between two.
func stacked(groups [][]string) []string {
	var lines []string
	for i, g := range groups {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, g...)
	}
	return lines
}

// everywhere is the group of the keys that work on all screens.
func (a *App) everywhere() []key.Binding {
	g := kit.Global
	g.Card = kit.If(!a.unaided(), g.Card)
	if a.onCard() {
		g.Card = kit.Named(g.Card, "back from the card")
	}
	keys := append([]key.Binding{kit.Heading("Everywhere")}, g.Bindings()...)
	if a.Mouse {
		keys = append(keys, kit.Sample("wheel", "scroll; shift lets the mouse select"))
	}
	return keys
}

// group lays out a group of keys. It is empty where none of them works now.
func (a *App) group(keys []key.Binding) []string {
	s := a.styles
	column := 0
	for _, b := range keys {
		if b.Enabled() || len(b.Keys()) == 0 {
			column = max(column, ansi.StringWidth(a.keyName(shown(b)))+2)
		}
	}
	var lines []string
	heading := 0
	for _, b := range keys {
		h := b.Help()
		switch {
		case h.Key == "" && h.Desc != "":
			lines = append(lines, s.Strong.Render(s.Say(h.Desc)))
			heading++
		case b.Enabled(), len(b.Keys()) == 0 && h.Key != "":
			name := a.keyName(shown(b))
			lines = append(lines, "  "+s.Key.Render(kit.Pad(name, column))+s.Say(h.Desc))
		}
	}
	if len(lines) == heading {
		return nil
	}
	return lines
}

// shown names a binding as the footer does, with its other keys behind.
func shown(b key.Binding) string {
	name := b.Help().Key
	for _, k := range b.Keys() {
		if !strings.Contains(" "+name+" ", " "+k+" ") && !arrows[k] {
			name += " " + k
		}
	}
	return name
}

// arrows are the keys that bindings show as arrows, or together.
var arrows = map[string]bool{
	"up": true, "down": true, "left": true, "right": true, "ctrl+up": true, "ctrl+down": true, "ctrl+left": true,
	"ctrl+right": true, "alt+left": true, "alt+right": true, "shift+left": true, "shift+right": true, "delete": true, "pgdown": true,
	"1": true, "2": true, "3": true, "4": true, "5": true, "6": true, "7": true, "8": true, "9": true,
}

func (a *App) keysFooter() string {
	keys := []string{a.hint(kit.Named(kit.Global.Help, "close"))}
	below := len(a.allKeys()) - a.keysRoom() - a.keysTop
	switch {
	case below > 0 && a.keysTop > 0:
		keys = append(keys, a.keyHint("pgup pgdn", "more"))
	case below > 0:
		keys = append(keys, a.keyHint("pgdn", "more"))
	case a.keysTop > 0:
		keys = append(keys, a.keyHint("pgup", "back"))
	}
	return strings.Repeat(" ", kit.Margin(a.width)) + strings.Join(keys, apart)
}

func (a *App) onKeysKey(msg tea.KeyMsg) {
	step := max(a.keysRoom()/2, 1)
	switch {
	case key.Matches(msg, kit.Scroll.PageDown, kit.List.Down, kit.Scroll.Down):
		a.keysTop += step
	case key.Matches(msg, kit.Scroll.PageUp, kit.List.Up, kit.Scroll.Up):
		a.keysTop = max(a.keysTop-step, 0)
	default:
		a.keysOpen = false
	}
}
