// Package background settles the colour of the terminal's background before anybody asks the terminal for it.
//
// Bubble Tea asks in an init function and waits five seconds for terminals that do not answer. Go initialises packages
// in the order of their import paths, and this one comes before github.com; so it must import lipgloss only, and never
// a package that imports Bubble Tea. It decides nothing else about colours.
package background

import (
	"os"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// Dark reports whether the background is taken to be dark: it is, unless COLORFGBG says otherwise.
var Dark = dark(os.Getenv("COLORFGBG"))

func init() { lipgloss.SetHasDarkBackground(Dark) }

// dark reads COLORFGBG, "foreground;background" or "foreground;default;background" in the numbers of the 16 colours.
func dark(colorfgbg string) bool {
	fields := strings.Split(colorfgbg, ";")
	switch fields[len(fields)-1] {
	case "7", "9", "10", "11", "12", "13", "14", "15":
		return false
	}
	return true
}
