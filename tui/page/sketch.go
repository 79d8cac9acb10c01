package page

import (
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Sketch draws the picture of a lesson below a list at the right, where there is much room; nothing where there is not.
func Sketch(of *widget.Plot, width, height int, s *kit.Styles) []string {
	const least, most, above = 9, 100, 2
	width = min(width, most)
	high := min(height-above, width/3)
	if of == nil || high < least {
		return nil
	}
	return append(make([]string, above), of.Sketch(width, high, s)...)
}
