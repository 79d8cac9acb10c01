package tui

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/widget"
)

// tooSmall asks for a larger window.
func (a *App) tooSmall() []string {
	say := fmt.Sprintf("This window has %d columns and %d lines; the screens need %d by %d. Please enlarge it. Nothing is lost. (ctrl+c quits)",
		a.width, a.height, leastWidth, leastHeight)
	lines := widget.WrapText(say, a.styles.Text, min(a.width, 48), a.styles)
	widest := 0
	for _, l := range lines {
		widest = max(widest, ansi.StringWidth(l))
	}
	margin := strings.Repeat(" ", max(a.width-widest, 0)/2)
	centred := make([]string, max(a.height-len(lines), 0)/2, a.height+len(lines))
	for _, l := range lines {
		centred = append(centred, margin+l)
	}
	return centred
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
