package play

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// gapOfTable is how many blanks stand between two columns of a table.
const gapOfTable = 3

// columns cuts the cells of a table, so that its columns stand beside each other in the width, and returns how wide they are.
// Names in the header give way to numbers, which say something else when they are cut.
func columns(header []string, rows [][]string, width int) []int {
	wide := make([]int, len(header))
	room := width - gapOfTable*(len(header)-1)
	most, spare, long := max(room/len(header), 6), room, 0
	for i, name := range header {
		for _, r := range rows {
			wide[i] = max(wide[i], ansi.StringWidth(r[i]))
		}
		if spare -= wide[i]; ansi.StringWidth(name) > wide[i] {
			long++
		}
	}
	for i := range wide {
		limit := most
		if spare >= 0 {
			limit = wide[i] + spare/max(long, 1)
		}
		wide[i] = 0
		for _, r := range append([][]string{header}, rows...) {
			r[i] = kit.Cut(r[i], limit)
			wide[i] = max(wide[i], ansi.StringWidth(r[i]))
		}
	}
	return wide
}

// table lays out values at round places in at most so many lines.
func (p *Screen) table(width, height int) []string {
	if p.plot == nil {
		return nil
	}
	header, rows := p.plot.Table(max(height-1, 2))
	all := append([][]string{header}, rows...)
	for _, r := range all {
		for i := range r {
			r[i] = p.styles.Say(typeset.Numerals(r[i], widget.Charset(p.styles)))
		}
	}
	wide := columns(header, rows, width)
	var lines []string
	for k, r := range all {
		cells := make([]string, len(r))
		for i, c := range r {
			cells[i] = strings.Repeat(" ", wide[i]-ansi.StringWidth(c)) + c
		}
		line := strings.Join(cells, strings.Repeat(" ", gapOfTable))
		if k == 0 {
			line = p.styles.Muted.Render(line)
		}
		lines = append(lines, line)
	}
	return lines
}
