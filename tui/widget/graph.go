package widget

import (
	"math"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/guptarohit/asciigraph"

	"chainrule/tui/kit"
)

// This file is the only one that knows asciigraph. A series is given to it in rows: a value v becomes its place on the
// vertical axis, so that rows, labels and marks meet exactly, and nothing that the library cannot bear (infinities,
// empty series, ranges without bound) ever reaches it.

// A stroke is a series alone: the character in each cell, 0 where there is none. The first row is the lowest.
type stroke struct {
	cells [][]rune
	start int // the row in which the series leaves the vertical axis, -1 if it does not
}

// drawn draws a series, given in rows, as a stroke that is one column shorter.
func drawn(series []float64, last int, set asciigraph.CharSet) stroke {
	const margin = 3 // two blanks and the axis
	columns := len(series) - 1
	st := stroke{table[rune](last+1, max(columns, 0)), -1}
	if columns < 1 || allNaN(series) {
		return st
	}
	lines := strings.Split(asciigraph.Plot(series, asciigraph.Height(last), asciigraph.LowerBound(0),
		asciigraph.UpperBound(float64(last)), asciigraph.SeriesChars(set),
		asciigraph.YAxisValueFormatter(func(float64) string { return "" })), "\n")
	for i, line := range lines[:min(len(lines), last+1)] {
		row := last - i
		column := -margin - 1
		for _, r := range line {
			switch column++; {
			case column == -1 && r == '┼':
				st.start = row
			case column >= 0 && column < columns && r != ' ':
				st.cells[row][column] = r
			}
		}
	}
	return st
}

func allNaN(series []float64) bool {
	for _, v := range series {
		if !math.IsNaN(v) {
			return false
		}
	}
	return true
}

// nearest returns the row of the stroke in a column that is nearest to a place; ok is false if there is none.
func (st stroke) nearest(column int, place float64) (row int, ok bool) {
	for r := range st.cells {
		if st.cells[r][column] != 0 && (!ok || math.Abs(float64(r)-place) < math.Abs(float64(row)-place)) {
			row, ok = r, true
		}
	}
	return row, ok
}

// erase takes a column out of a stroke.
func (st stroke) erase(column int) {
	for r := range st.cells {
		st.cells[r][column] = 0
	}
}

// curveSet returns the characters of curve i: a line for the first, dots and signs for others, so that they are told
// apart without colour.
func curveSet(i int, s *kit.Styles) asciigraph.CharSet {
	if i == 0 {
		return asciigraph.DefaultCharSet
	}
	return charSet(curveChar(i, s))
}

// charSet draws a series with one character.
func charSet(char string) asciigraph.CharSet { return asciigraph.CreateCharSet(char) }

func curveStyle(i int, s *kit.Styles) lipgloss.Style {
	if len(s.Curves) == 0 {
		return s.Text
	}
	return s.Text.Foreground(lipgloss.Color(strconv.Itoa(s.Curves[i%len(s.Curves)])))
}

func pointerStyle(s *kit.Styles) lipgloss.Style {
	if len(s.Curves) == 0 {
		return s.Text
	}
	return s.Text.Foreground(lipgloss.Color(strconv.Itoa(s.Pointer)))
}
