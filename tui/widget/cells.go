package widget

import (
	"strings"

	"chainrule/tui/kit"
)

// Cells draws a row of places, one column each: those that are done, the one where somebody is, and those still open. At is
// less than 0 where nobody is.
func Cells(done []bool, at int, s *kit.Styles) string {
	var row strings.Builder
	for i, d := range done {
		switch {
		case i == at:
			row.WriteString(s.Prompt.Render(s.Marks.Here))
		case d:
			row.WriteString(s.Right.Render(s.Marks.Cell))
		default:
			row.WriteString(s.Muted.Render(s.Marks.OpenCell))
		}
	}
	return row.String()
}
