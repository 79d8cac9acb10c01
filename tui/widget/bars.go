package widget

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"chainrule/tui/kit"
)

// Bars draw counts side by side, with the count above each bar and round ticks on both axes.
type Bars struct {
	Values []int
	// Labels stand below the bars, as far as there is room. Unit is what they count, at the end of the axis.
	Labels []string
	Unit   string
}

// The most columns of one bar with the blank behind it, and the columns up to the axis.
const (
	mostBar = 5
	barAxis = 4
)

// Lines draws the bars in at most width columns and height lines; where that is too little for any, there are none.
func (b *Bars) Lines(width, height int, s *kit.Styles) []string {
	const around = 3 // the counts above the highest bar, the axis and its labels
	most := max(b.Most(), 1)
	cell, rows := min((width-barAxis+1)/max(len(b.Values), 1), mostBar), height-around
	if cell < 1+len(strconv.Itoa(most)) || rows < 1 || len(b.Values) == 0 {
		return nil
	}
	per := unitOf(most, rows)
	rows = (most + per - 1) / per
	lines := make([]string, 0, rows+around)
	for row := rows; row >= 0; row-- {
		lines = append(lines, strings.TrimRight(b.row(row, per, cell, row == rows, s), " "))
	}
	return append(lines, b.axis(cell, width, s)...)
}

// Most returns the highest count.
func (b *Bars) Most() int {
	most := 0
	for _, v := range b.Values {
		most = max(most, v)
	}
	return most
}

// unitOf returns how many one row stands for, a number that a person counts in, so that most fits into so many rows.
func unitOf(most, rows int) int {
	unit := 1
	steps(1, float64(most), true, func(step float64) bool {
		unit = int(math.Round(step))
		return unit*rows < most
	})
	return unit
}

// row draws what of the bars stands in a row, counted from the axis. The one on top has the counts of the highest bars alone.
func (b *Bars) row(row, per, cell int, top bool, s *kit.Styles) string {
	var line strings.Builder
	label := fmt.Sprintf("%*d", barAxis-1, (row+1)*per)
	if top {
		label = strings.Repeat(" ", barAxis-1)
	}
	line.WriteString(s.Muted.Render(label + verticalOf(s)))
	for i, v := range b.Values {
		piece := strings.Repeat(" ", cell-1)
		switch full := (v + per - 1) / per; {
		case v > 0 && row < full:
			piece = curveStyle(0, s).Render(strings.Repeat(block(float64(v-row*per)/float64(per), s), cell-1))
		case v > 0 && row == full:
			piece = s.Strong.Render(kit.Pad(strconv.Itoa(v), cell-1))
		}
		line.WriteString(piece)
		if i < len(b.Values)-1 {
			line.WriteByte(' ')
		}
	}
	return line.String()
}

// axis draws the line below the bars and the labels below it.
func (b *Bars) axis(cell, width int, s *kit.Styles) []string {
	line := []rune(strings.Repeat("─", len(b.Values)*cell-1))
	under, used := strings.Builder{}, 0
	for i, label := range b.Labels {
		if label == "" || i >= len(b.Values) {
			continue
		}
		line[i*cell+(cell-2)/2] = '┬'
		at := max(i*cell+(cell-2)/2-(columnsOf(label)-1)/2, 0)
		if i > 0 && at <= used {
			continue
		}
		under.WriteString(strings.Repeat(" ", at-used) + label)
		used = at + columnsOf(label)
	}
	before := strings.Repeat(" ", barAxis-1)
	drawn := "└" + string(line)
	if s.Look.ASCII {
		drawn = kit.ASCII(drawn)
	}
	drawn = before + drawn
	if unit := " " + s.Say(b.Unit); columnsOf(drawn+unit) <= width {
		drawn += unit
	}
	return []string{
		s.Muted.Render(drawn), s.Muted.Render(before + " " + s.Say(under.String())),
	}
}

// block returns the character of a cell that is filled to a part, however small.
func block(part float64, s *kit.Styles) string {
	if s.Look.ASCII {
		return "#"
	}
	eighths := []rune("▁▂▃▄▅▆▇█")
	return string(eighths[min(max(int(math.Ceil(part*8)), 1), len(eighths))-1])
}

func verticalOf(s *kit.Styles) string {
	if s.Look.ASCII {
		return kit.ASCII("│")
	}
	return "│"
}
