package kit

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// Wide is how many columns make a window wide: then things stand side by side. Usual is how many most windows have.
const (
	Wide  = 100
	Usual = 80
)

// Margin returns the blank columns left and right of a window so wide. A narrow one has none to spare.
func Margin(width int) int {
	switch {
	case width >= Wide:
		return 2
	case width >= Usual:
		return 1
	}
	return 0
}

// Column returns how many columns of a terminal the first offset bytes of a typed text take, which is where a caret under the
// next byte belongs. A character that offset splits is not counted; a tab and what is no text take one.
func Column(typed string, offset int) int {
	offset = min(offset, len(typed))
	for offset > 0 && offset < len(typed) && !utf8.RuneStart(typed[offset]) {
		offset--
	}
	return ansi.StringWidth(strings.Map(func(r rune) rune {
		if r == '\t' || r == utf8.RuneError {
			return ' '
		}
		return r
	}, typed[:offset]))
}

// Fit cuts lines to a box of width columns and returns exactly height of them, joined. What is too long ends in an
// ellipsis; what is too short is left short, since trailing blanks cost time on every frame.
func Fit(lines []string, width, height int) string {
	fitted := make([]string, max(height, 0))
	for i := range fitted {
		if i < len(lines) {
			fitted[i] = Cut(lines[i], width)
		}
	}
	return strings.Join(fitted, "\n")
}

// Cut shortens a line to width columns.
func Cut(line string, width int) string {
	if width <= 0 {
		return ""
	}
	// A string has at most as many columns as bytes.
	if len(line) <= width || ansi.StringWidth(line) <= width {
		return line
	}
	return ansi.Truncate(line, width, "…")
}

// Pad fills a line with blanks up to width columns, after cutting it.
func Pad(line string, width int) string {
	line = Cut(line, width)
	if missing := width - ansi.StringWidth(line); missing > 0 {
		return line + strings.Repeat(" ", missing)
	}
	return line
}

// Beside puts two blocks of lines next to each other: left in leftWidth columns, a gap, then right.
func Beside(left []string, leftWidth, gap int, right []string) []string {
	lines := make([]string, max(len(left), len(right)))
	between := strings.Repeat(" ", gap)
	for i := range lines {
		var l, r string
		if i < len(left) {
			l = left[i]
		}
		if i < len(right) {
			r = right[i]
		}
		if r == "" {
			lines[i] = Cut(l, leftWidth)
			continue
		}
		lines[i] = Pad(l, leftWidth) + between + r
	}
	return lines
}

// Between puts left and right at the ends of a line of width columns; left is cut first.
func Between(left, right string, width int) string {
	r := Cut(right, width)
	room := width - ansi.StringWidth(r) - 1
	if room < 1 {
		return r
	}
	return Pad(left, room) + " " + r
}

// Rule draws a line from side to side of width columns, with words in it: those on the left as they are styled, those on the
// right quiet. The words on the left are cut first.
func Rule(left, right string, width int, s *Styles) string {
	const lead = 3 // columns of line before the words on the left and behind those on the right
	line := func(n int) string { return s.Muted.Render(strings.Repeat(s.Marks.Rule, max(n, 0))) }
	end := ""
	room := width
	if right != "" {
		right = " " + right + " "
		end = s.Muted.Render(right) + line(lead)
		room -= ansi.StringWidth(right) + lead
	}
	if left != "" {
		left = Cut(left, room-lead-1)
		return Cut(line(lead)+left+line(room-lead-ansi.StringWidth(left))+end, width)
	}
	return Cut(line(room)+end, width)
}
