package tui

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// footed puts the keys of the screen on top below it or, where there is one, the notice. A notice that is longer than the line covers
// the last lines of the screen, until the next key, since it must be read to its end.
func (a *App) footed(view string) string {
	margin := strings.Repeat(" ", kit.Margin(a.width))
	mark := a.saving()
	room := a.width - 2*len(margin) - ansi.StringWidth(mark)
	if a.notice == "" {
		return view + "\n" + margin + a.fitting(a.enabled(), room) + mark
	}
	const most = 4 // lines
	notice := widget.WrapText(a.notice, a.styles.Notice, room, a.styles)
	notice = notice[:min(len(notice), most)]
	lines := strings.Split(view, "\n")
	lines = lines[:max(len(lines)-len(notice)+1, 0)]
	for _, l := range notice {
		lines = append(lines, margin+l)
	}
	return strings.Join(lines, "\n") + mark
}

// apart stands between the keys of a footer, and closer where they would not fit otherwise.
const (
	apart  = "   "
	closer = "  "
)

// enabled lists the keys of the screen on top that work now, and behind them the one that shows all.
func (a *App) enabled() []key.Binding {
	keys := slices.DeleteFunc(slices.Clone(a.top().ShortHelp()), func(b key.Binding) bool { return !b.Enabled() })
	if a.width >= kit.Wide && !a.onCard() && !a.unaided() {
		keys = append(keys, kit.Global.Card)
	}
	return append(keys, kit.Global.Help)
}

// fitting draws the keys that there is room for, in their order: first of all those that nobody should have to look for, and
// then each as it fits. Where all fit a wide footer names their other keys, too.
func (a *App) fitting(keys []key.Binding, room int) string {
	if a.width >= kit.Wide && !a.styles.Look.Twins {
		for _, few := range []bool{false, true} { // all their other keys, or that of the last one, which shows the others
			all := make([]string, len(keys))
			for i, b := range keys {
				all[i] = a.hint(b)
				if !few || i == len(keys)-1 {
					all[i] = a.keyHint(withTwin(b), b.Help().Desc)
				}
			}
			if line := strings.Join(all, apart); ansi.StringWidth(line) <= room {
				return line
			}
		}
	}
	between := apart
	plain := make([]string, len(keys))
	for i, b := range keys {
		plain[i] = a.hint(b)
	}
	if ansi.StringWidth(strings.Join(plain, apart)) > room {
		between = closer
	}
	shown := make([]string, len(keys))
	for _, first := range []bool{true, false} {
		for i, b := range keys {
			if always(b) != first {
				continue
			}
			if w := ansi.StringWidth(plain[i]) + len(between); w <= room+len(between) {
				shown[i] = plain[i]
				room -= w
			}
		}
	}
	return strings.Join(slices.DeleteFunc(shown, func(h string) bool { return h == "" }), between)
}

// always reports whether a key is one that nobody should have to look for: what goes on, what helps, what leads out.
func always(b key.Binding) bool {
	return slices.ContainsFunc(b.Keys(), func(k string) bool { return slices.Contains([]string{"enter", "f1", "f2", "esc", "q"}, k) })
}

// hint names a key and what it does.
func (a *App) hint(b key.Binding) string {
	name := b.Help().Key
	if t := twin(b); t != "" && a.styles.Look.Twins {
		name = t
	}
	return a.keyHint(name, b.Help().Desc)
}

// keyHint draws the name of a key and what it does. In ASCII arrows have names, as other keys have.
func (a *App) keyHint(name, does string) string {
	name = a.keyName(name)
	return a.styles.Key.Render(name) + " " + a.styles.Muted.Render(a.styles.Say(does))
}

func (a *App) keyName(name string) string {
	if a.styles.Look.ASCII {
		name = arrowNames.Replace(name)
	}
	return a.styles.Say(name)
}

var arrowNames = strings.NewReplacer("←", "left", "→", "right", "↑", "up", "↓", "down")

// withTwin names a function key together with the key that does the same where terminals keep function keys for themselves.
func withTwin(b key.Binding) string {
	if t := twin(b); t != "" {
		return b.Help().Key + "/" + t
	}
	return b.Help().Key
}

// twin is that key, empty where b is no function key.
func twin(b key.Binding) string {
	name := b.Help().Key
	if len(name) < 2 || name[0] != 'f' || name[1] < '1' || name[1] > '9' {
		return ""
	}
	at := slices.IndexFunc(b.Keys(), func(k string) bool { return strings.HasPrefix(k, "ctrl+") })
	if at < 0 {
		return ""
	}
	return b.Keys()[at]
}
