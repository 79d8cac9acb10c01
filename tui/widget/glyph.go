package widget

import (
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
)

// inASCII replaces the characters in which lines are drawn.
var inASCII = map[rune]rune{
	'┤': '|', '┼': '+', '─': '-', '┬': '+', '└': '+', '│': '|', '╭': '.', '╮': '.', '╰': '\'', '╯': '\'', '╴': '-', '╶': '-',
}

// glyph returns a character of the picture as the look can show it.
func glyph(r rune, s *kit.Styles) rune {
	if !s.Look.ASCII {
		return r
	}
	if plain, ok := inASCII[r]; ok {
		return plain
	}
	return r
}

// curveChar returns the character of curve i in the legend; curves but the first consist of it.
func curveChar(i int, s *kit.Styles) string {
	chars := []string{"─", "•", "+", "×"}
	if s.Look.ASCII {
		chars = []string{"-", "o", "+", "x"}
	}
	return chars[i%len(chars)]
}

func choose(s *kit.Styles, unicode, ascii string) string {
	if s.Look.ASCII {
		return ascii
	}
	return unicode
}

func tangentChar(s *kit.Styles) string  { return choose(s, "·", ".") }
func residualChar(s *kit.Styles) string { return choose(s, "┊", ":") }
func dataChar(s *kit.Styles) string     { return choose(s, "○", "O") }
func markChar(s *kit.Styles) string     { return choose(s, "◆", "#") }
func pointerChar(s *kit.Styles) string  { return choose(s, "●", "@") }
func witnessChar(s *kit.Styles) string  { return choose(s, "╳", "X") }

// A paint says what a cell belongs to: curve i is paint i.
type paint int8

const (
	axisPaint paint = -1 - iota
	helpPaint
	dataPaint
	pointerPaint
)

// style returns how a paint looks.
func (p paint) style(s *kit.Styles) lipgloss.Style {
	switch p {
	case axisPaint:
		return axisStyle(s)
	case helpPaint:
		return curveStyle(len(s.Curves)-1, s)
	case dataPaint:
		return s.Text
	case pointerPaint:
		return pointerStyle(s)
	}
	return curveStyle(int(p), s)
}

// axisStyle is quieter than what is drawn over the axes.
func axisStyle(s *kit.Styles) lipgloss.Style { return s.Muted }

// curveSample shows in the legend how curve i is drawn, and tangentSample how a tangent is.
func curveSample(i int, s *kit.Styles) string {
	if fine(i, s) {
		return dashes[i%len(dashes)].sample()
	}
	return strings.Repeat(curveChar(i, s), sampled)
}

func tangentSample(s *kit.Styles) string {
	if fine(0, s) {
		return sparse.sample()
	}
	return strings.Repeat(tangentChar(s), sampled)
}

// sampled is how many characters of a kind show a line in the legend.
const sampled = 3

// cut shortens a line to width columns, and says so in signs of the look.
func cut(line string, width int, s *kit.Styles) string {
	if columnsOf(line) <= width {
		return line
	}
	return ansi.Truncate(line, width, s.Marks.Ellipsis)
}

func columnsOf(text string) int { return ansi.StringWidth(text) }
