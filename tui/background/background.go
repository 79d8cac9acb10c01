// Package background settles the colour of the terminal's background before anybody asks the terminal for it.
//
// Bubble Tea asks in an init function and waits five seconds for terminals that do not answer. Go initialises packages
// in the order of their import paths, and this one comes before github.com; so it must import lipgloss only, and never
// a package that imports Bubble Tea. It decides nothing else about colours.
package background

import (
	"os"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
)

// Dark reports whether the background is taken to be dark: it is, unless COLORFGBG says otherwise.
var Dark bool

// Known reports whether COLORFGBG says anything, so that nobody has to be asked.
var Known bool

func init() {
	Dark, Known = dark(os.Getenv("COLORFGBG"))
	lipgloss.SetHasDarkBackground(Dark)
}

// dark reads COLORFGBG, "foreground;background" or "foreground;default;background" in the numbers of the 16 colours.
func dark(colorfgbg string) (dark, known bool) {
	fields := strings.Split(colorfgbg, ";")
	if len(fields) < 2 {
		return true, false
	}
	switch n, err := strconv.Atoi(fields[len(fields)-1]); {
	case err != nil || n < 0 || n > 15:
		return true, false
	default:
		return n != 7 && n < 9, true
	}
}
