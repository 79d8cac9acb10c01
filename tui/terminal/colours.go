// Package terminal finds out what the terminal can show, and hands on what it sends in whole sequences.
//
// It draws nothing and gives no key a meaning; what to do with a colour or a key is decided elsewhere.
package terminal

import (
	"os"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/term"
	"github.com/muesli/termenv"

	"chainrule/tui/kit"
)

// An Environment looks up an environment variable, as os.Getenv does.
type Environment func(name string) string

// many are the names of terminals with 256 colours that do not say so in their name.
var many = []string{"alacritty", "contour", "foot", "ghostty", "kitty", "rio", "wezterm", "xterm-ghostty", "xterm-kitty"}

// Colours tells how many colours the terminal has, as far as the environment knows. A name that says nothing of colours
// is no reason to use none: nearly every terminal has the first sixteen. Windows Terminal has no name but WT_SESSION.
func Colours(env Environment) kit.Colours {
	forced := env("CLICOLOR_FORCE") != "" && env("CLICOLOR_FORCE") != "0"
	name := strings.ToLower(env("TERM"))
	switch {
	case env("NO_COLOR") != "", env("CLICOLOR") == "0" && !forced, name == "dumb" && !forced:
		return kit.NoColours
	case name == "dumb":
		return kit.SixteenColours
	}
	switch strings.ToLower(env("COLORTERM")) {
	case "truecolor", "24bit":
		return kit.ManyColours
	}
	if env("WT_SESSION") != "" || strings.Contains(name, "256color") || strings.Contains(name, "-direct") {
		return kit.ManyColours
	}
	for _, known := range many {
		if name == known || strings.HasPrefix(name, known+"-") || strings.HasPrefix(name, known+"+") {
			return kit.ManyColours
		}
	}
	return kit.SixteenColours
}

// Renderer returns what makes styles for a file, and how many colours they may name. What is no terminal gets plain
// text, unless the environment insists; a terminal without colours keeps bold, italic, underlined and reversed text.
func Renderer(out *os.File, env Environment) (*lipgloss.Renderer, kit.Colours) {
	r := lipgloss.NewRenderer(out)
	forced := env("CLICOLOR_FORCE") != "" && env("CLICOLOR_FORCE") != "0"
	if !forced && (!term.IsTerminal(out.Fd()) || env("TERM") == "dumb") {
		r.SetColorProfile(termenv.Ascii)
		return r, kit.NoColours
	}
	colours := Colours(env)
	r.SetColorProfile(profiles[colours])
	return r, colours
}

// profiles are the profiles of the renderer. It drops all attributes with the profile that has no colours.
var profiles = map[kit.Colours]termenv.Profile{
	kit.NoColours: termenv.ANSI, kit.SixteenColours: termenv.ANSI, kit.ManyColours: termenv.ANSI256,
}
