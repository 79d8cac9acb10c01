package widget

import (
	"slices"
	"strings"

	"chainrule/tui/kit"
)

// A grain says how many marks stand in a cell of the graph, across and up.
type grain struct{ across, up int }

// The grains: a character in each cell, or the eight dots of a character of Braille.
var (
	cells = grain{1, 1}
	dots  = grain{2, 4}
)

// A dash is the rhythm of a dotted line: so many dots are set, so many left out, again and again.
type dash struct{ on, off int }

// dashes tell curves apart that are drawn in dots: the first is whole. Sparse is that of a tangent.
var (
	dashes = []dash{{1, 0}, {4, 2}, {2, 2}, {7, 2}}
	sparse = dash{1, 3}
)

// fine reports whether curve i is drawn in dots. On a line of Braille dots read as letters, and without colours the rhythm
// alone would have to tell curves apart that share their cells.
func fine(i int, s *kit.Styles) bool {
	return !s.Look.ASCII && !s.Look.Typed && (i == 0 || len(s.Curves) > 0)
}

// dotted draws a function in dots, two to a column and four to a row.
func (c *canvas) dotted(f func(x float64) float64, d dash) stroke {
	whole := c.drawn(f, dots, charSet("."))
	return folded(whole.cells, d)
}

// braille is the first character of its block, a cell without dots; dotBits are what a dot adds to it, from the lowest row up.
const braille = '\u2800'

var dotBits = [4][2]rune{{0x40, 0x80}, {0x04, 0x20}, {0x02, 0x10}, {0x01, 0x08}}

// folded sets the dots of a line into cells, in the rhythm of a dash along the line. The first row is the lowest.
func folded(line [][]rune, d dash) stroke {
	rows, columns := len(line)/dots.up, 0
	if rows > 0 {
		columns = len(line[0]) / dots.across
	}
	st := stroke{table[rune](rows, columns), -1}
	set, before := 0, 0
	for x := range columns * dots.across {
		var in []int
		for y := range line {
			if line[y][x] != 0 {
				in = append(in, y)
			}
		}
		if len(in) > 0 && before >= in[len(in)-1] { // it comes from above
			slices.Reverse(in)
		}
		for _, y := range in {
			before = y
			if set++; (set-1)%(d.on+d.off) < d.on {
				st.dot(x, y)
			}
		}
	}
	return st
}

// dot sets one dot of a cell.
func (st stroke) dot(x, y int) {
	cell := &st.cells[y/dots.up][x/dots.across]
	*cell = max(*cell, braille) | dotBits[y%dots.up][x%dots.across]
}

// sample draws a short level line in the rhythm of a dash.
func (d dash) sample() string {
	const columns, height = 5, 1
	line := table[rune](dots.up, columns*dots.across)
	for x := range line[height] {
		line[height][x] = '.'
	}
	drawn := folded(line, d).cells[0]
	for i, char := range drawn {
		drawn[i] = max(char, ' ')
	}
	return strings.TrimRight(string(drawn), " ")
}
