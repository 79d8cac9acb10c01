package tui

import (
	"github.com/charmbracelet/bubbles/key"

	"chainrule/tui/kit"
)

// Shown returns the keys that the footer may show, and those of the page of keys.
func (a *App) Shown() (footer, page []key.Binding) {
	for _, g := range append(a.top().FullHelp(), a.everywhere()) {
		for _, b := range g {
			if b.Enabled() {
				page = append(page, b)
			}
		}
	}
	return a.enabled(), page
}

// BreakScreens makes every screen that is opened from now on panic when it is drawn.
func BreakScreens() {
	makers = func(map[kit.Kind]Maker) map[kit.Kind]Maker {
		broken := func(string) (kit.Screen, error) { return brokenScreen{}, nil }
		return map[kit.Kind]Maker{kit.Home: broken, kit.Lesson: broken}
	}
}

type brokenScreen struct{ kit.Screen }
