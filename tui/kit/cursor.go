package kit

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// CursorHere marks in a picture where the terminal's own cursor belongs. To the terminal it says that what follows is not
// reversed, which nothing is by then; so it takes no room, does no harm, and a picture in which only the cursor moved is
// another one, which is drawn.
const CursorHere = "\x1b[27m"

// CursorIn returns the column and the line, from 0, at which a picture marks the cursor.
func CursorIn(view string) (column, line int, ok bool) {
	before, _, ok := strings.Cut(view, CursorHere)
	if !ok {
		return 0, 0, false
	}
	from := strings.LastIndexByte(before, '\n') + 1
	return ansi.StringWidth(before[from:]), strings.Count(before, "\n"), true
}
