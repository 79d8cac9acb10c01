package tui

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// tooSmall asks for a larger window.
func (a *App) tooSmall() []string {
	say := fmt.Sprintf("This window has %d columns and %d lines; the screens need %d by %d. Please enlarge it. Nothing is lost. (ctrl+c quits)",
		a.width, a.height, leastWidth, leastHeight)
	return widget.WrapText(say, a.styles.Text, a.width, a.styles)
}

// footer shows the notice, if there is one, or the keys of the screen on top.
func (a *App) footer() string {
	margin := strings.Repeat(" ", kit.Margin(a.width))
	if a.notice != "" {
		mark := a.saving()
		room := a.width - 2*len(margin) - ansi.StringWidth(mark)
		return margin + a.styles.Notice.Render(kit.Cut(a.styles.Say(a.notice), room)) + mark
	}
	more := a.hint(kit.Global.Help)
	more += a.saving()
	room := a.width - 2*len(margin) - ansi.StringWidth(more) - 3
	var shown []string
	used := 0
	for _, b := range a.top().ShortHelp() {
		if !b.Enabled() {
			continue
		}
		h := a.hint(b)
		w := ansi.StringWidth(h) + 3
		if used+w > room+3 {
			break
		}
		shown = append(shown, h)
		used += w
	}
	return margin + strings.Join(append(shown, more), "   ")
}

// saving marks what is shown as not saved, or not yet.
func (a *App) saving() string {
	switch {
	case a.Unsaved != nil && a.Unsaved():
		return "   " + a.styles.Notice.Render(a.styles.Marks.Wrong+" not saved")
	case a.Saving != nil && a.Saving():
		return "   " + a.styles.Notice.Render(a.styles.Say("saving…"))
	}
	return ""
}

func (a *App) hint(b key.Binding) string {
	return a.styles.Key.Render(a.styles.Say(b.Help().Key)) + " " + a.styles.Muted.Render(a.styles.Say(b.Help().Desc))
}

// keysPage lists all keys that work now, those of the screen first.
func (a *App) keysPage() []string {
	lines := a.allKeys()
	a.keysTop = max(min(a.keysTop, len(lines)-(a.height-3)), 0)
	page := append([]string{a.styles.Title.Render("Keys"), ""}, lines[a.keysTop:]...)
	margin := strings.Repeat(" ", kit.Margin(a.width))
	for i, l := range page {
		page[i] = margin + l
	}
	return page
}

func (a *App) allKeys() []string {
	groups := append(slices.Clone(a.top().FullHelp()), kit.Global.Bindings())
	var lines []string
	for i, group := range groups {
		if i > 0 && len(lines) > 0 && lines[len(lines)-1] != "" {
			lines = append(lines, "")
		}
		for _, b := range group {
			if b.Enabled() {
				lines = append(lines, a.styles.Key.Render(kit.Pad(a.styles.Say(shown(b)), 22))+a.styles.Say(b.Help().Desc))
			}
		}
	}
	if a.Mouse {
		lines = append(lines, a.styles.Key.Render(kit.Pad("wheel", 22))+"scroll; with shift, the mouse selects text")
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

// arrows are the keys that bindings show as arrows.
var arrows = map[string]bool{
	"up": true, "down": true, "left": true, "right": true, "ctrl+up": true, "ctrl+down": true, "ctrl+left": true,
	"ctrl+right": true, "alt+left": true, "alt+right": true, "delete": true, "pgdown": true,
}

func (a *App) keysFooter() string {
	return strings.Repeat(" ", kit.Margin(a.width)) + strings.Join([]string{
		a.hint(kit.Named(kit.Global.Help, "close")), a.hint(kit.Named(kit.Scroll.PageDown, "more")),
	}, "   ")
}

func (a *App) onKeysKey(msg tea.KeyMsg) {
	switch {
	case key.Matches(msg, kit.Scroll.PageDown, kit.List.Down, kit.Scroll.Down):
		a.keysTop += max((a.height-3)/2, 1)
	case key.Matches(msg, kit.Scroll.PageUp, kit.List.Up, kit.Scroll.Up):
		a.keysTop = max(a.keysTop-max((a.height-3)/2, 1), 0)
	default:
		a.keysOpen = false
	}
}
