package widget

import (
	"fmt"
	"strings"

	"chainrule/tui/kit"
)

// Progress draws how far one is: the number, and a bar where there is room for one.
func Progress(done, total, width int, s *kit.Styles) string {
	count := fmt.Sprintf("%d/%d", done, total)
	bar := min(width-len(count)-1, 20)
	if bar < 5 || total <= 0 {
		return s.Muted.Render(count)
	}
	full := min(bar*done/total, bar)
	return s.Right.Render(strings.Repeat(s.Marks.Full, full)) +
		s.Muted.Render(strings.Repeat(s.Marks.Empty, bar-full)+" "+count)
}
