package prose

import (
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

const (
	tableGap  = 3
	leastCell = 8    // columns of a cell that is broken into lines
	unbroken  = 1000 // more columns than a cell has
)

// A column of a table is as wide as it may be; in one of numbers after is the room behind the points.
type tableColumn struct {
	wide, after int
	numbers     bool
}

// table lays out a table, with a rule below its head. Columns of words give way where there is no room for all.
func table(t *lessons.Table, width int, s *kit.Styles) []string {
	columns := make([]tableColumn, len(t.Head))
	for i := range columns {
		columns[i] = measured(t, i, s)
	}
	shrink(columns, width)
	lines := tableRow(t.Head, columns, true, s)
	wide := -tableGap
	for _, c := range columns {
		wide += c.wide + tableGap
	}
	lines = append(lines, s.Muted.Render(s.Say(strings.Repeat("─", max(min(wide, width), 0)))))
	for _, row := range t.Rows {
		lines = append(lines, tableRow(row, columns, false, s)...)
	}
	return lines
}

// measured returns how wide a column is by itself.
func measured(t *lessons.Table, i int, s *kit.Styles) tableColumn {
	c := tableColumn{numbers: t.Numbers[i]}
	before := 0
	for _, row := range t.Rows {
		whole := cellWidth(row[i], s)
		behind := 0
		if c.numbers {
			behind = behindPoint(row[i], s)
		}
		before, c.after = max(before, whole-behind), max(c.after, behind)
	}
	c.wide = max(before+c.after, cellWidth(t.Head[i], s))
	return c
}

func cellWidth(cell lessons.Text, s *kit.Styles) int {
	return lipgloss.Width(strings.Join(widget.Wrap(Spans(cell, s.Text, s), unbroken, 0, s), ""))
}

// behindPoint returns how many columns of a cell stand from the point of the number on that it ends in.
func behindPoint(cell lessons.Text, s *kit.Styles) int {
	if len(cell) == 0 {
		return 0
	}
	last := cell[len(cell)-1].In(widget.Charset(s))
	before := strings.TrimRight(last, "0123456789")
	if !strings.HasSuffix(before, ".") || len(before) == len(last) {
		return 0
	}
	return len(last) - len(before) + 1
}

// shrink takes from the widest column of words as long as there is no room for all.
func shrink(columns []tableColumn, width int) {
	for {
		all, widest := -tableGap, -1
		for i, c := range columns {
			all += c.wide + tableGap
			if !c.numbers && c.wide > leastCell && (widest < 0 || c.wide > columns[widest].wide) {
				widest = i
			}
		}
		if all <= width || widest < 0 {
			return
		}
		columns[widest].wide--
	}
}

// tableRow lays out one row, in as many lines as its longest cell has. The words above numbers end where these end.
func tableRow(cells []lessons.Text, columns []tableColumn, isHead bool, s *kit.Styles) []string {
	style := s.Text
	if isHead {
		style = s.Muted
	}
	parts, height := make([][]string, len(columns)), 1
	for i, c := range columns {
		parts[i] = widget.Wrap(Spans(cells[i], style, s), c.wide, 0, s)
		height = max(height, len(parts[i]))
	}
	lines := make([]string, height)
	for k := range lines {
		var b strings.Builder
		blanks := 0
		for i, c := range columns {
			part := ""
			if k < len(parts[i]) {
				part = parts[i][k]
			}
			before, free := 0, max(c.wide-lipgloss.Width(part), 0)
			switch {
			case c.numbers && isHead:
				before = free
			case c.numbers:
				before = max(free-c.after+behindPoint(cells[i], s), 0)
			}
			if part != "" {
				b.WriteString(strings.Repeat(" ", blanks+before) + part)
				blanks = -before - lipgloss.Width(part)
			}
			blanks += c.wide + tableGap
		}
		lines[k] = b.String()
	}
	return lines
}
