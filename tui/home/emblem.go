package home

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons"
	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// The least room for the picture of a lesson, the most, and the blank columns beside it.
const (
	emblemWidth  = 26
	emblemHeight = 8
	emblemMost   = 100
	emblemGap    = 4
)

// emblem draws the picture of a lesson with the formula of its first curve below, in the middle of the width; nothing where
// there is no room for both, or no picture.
func (m *Map) emblem(l *lessons.Lesson, width, height int) []string {
	s := m.styles
	if l == nil || l.Plot == nil || len(l.Plot.Curves) == 0 || width < emblemWidth || height < emblemHeight {
		return nil
	}
	wide := min(width, emblemMost)
	formula := widget.Formula(l.Plot.Curves[0].Tree, wide, s)
	high := min(height-len(formula)-1, wide/3)
	sketch := figure.Lesson(l.Plot, s).Sketch(wide, high, s)
	if sketch == nil {
		return nil
	}
	widest := 0
	for _, line := range formula {
		widest = max(widest, ansi.StringWidth(line))
	}
	lines := slices.Concat(indent(sketch, (width-wide)/2), []string{""}, indent(formula, (width-widest)/2))
	return lines
}

// indent sets lines off by blank columns.
func indent(lines []string, by int) []string {
	margin := strings.Repeat(" ", max(by, 0))
	set := make([]string, len(lines))
	for i, l := range lines {
		if l != "" {
			set[i] = margin + l
		}
	}
	return set
}

// pictured returns the lesson pointed at, as far as it was read.
func (m *Map) pictured() *lessons.Lesson {
	if len(m.texts) == 0 {
		return nil
	}
	return m.texts[m.cursor].lesson
}

// edge is the line above what is told of a lesson: its title, and where one is in it.
func (m *Map) edge(width int) string {
	if len(m.rows) == 0 {
		return kit.Rule("", "", width, m.styles)
	}
	return kit.Rule(m.styles.Prompt.Render(" "+m.styles.Say(m.entry().Title)+" "), m.styles.Say(m.place()), width, m.styles)
}
