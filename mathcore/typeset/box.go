package typeset

import (
	"strings"

	"chainrule/mathcore/expr"
)

// A Box is a formula drawn in rows of text, each exactly Width columns wide. Baseline is the number of the row that
// stands level with the text around it.
type Box struct {
	Lines           []string
	Baseline, Width int
}

// A box is a rectangle with either rows of text or other boxes in it. It reaches up rows above its baseline
// and down rows below.
type box struct {
	width, up, down int
	rows            []string
	parts           []part
	bar             bool // a fraction bar lies at both ends of the baseline
}

// A part is a box inside another, moved right by x and down by y from baseline to baseline.
type part struct {
	*box
	x, y int
}

func (b *box) height() int { return b.up + 1 + b.down }

// text returns a box of one row.
func text(s string) *box { return &box{width: expr.Columns(s), rows: []string{s}} }

// column returns a box of several rows of equal width, up of which stand above the baseline.
func column(up int, rows ...string) *box {
	return &box{width: expr.Columns(rows[0]), up: up, down: len(rows) - 1 - up, rows: rows}
}

// place puts part into b and stretches b to hold it.
func (b *box) place(p *box, x, y int) {
	b.parts = append(b.parts, part{p, x, y})
	b.width = max(b.width, x+p.width)
	b.up = max(b.up, p.up-y)
	b.down = max(b.down, p.down+y)
}

// beside sets boxes side by side on one baseline.
func beside(boxes ...*box) *box {
	if len(boxes) == 1 {
		return boxes[0]
	}
	all := &box{parts: make([]part, 0, len(boxes))}
	for _, b := range boxes {
		all.place(b, all.width, 0)
	}
	return all
}

// A cell is one column of one row: a character and the mark upon it. The second column of a wide character holds none.
type cell struct{ char, mark rune }

type canvas struct {
	width int
	cells []cell
}

func (c *canvas) draw(b *box, x, y int) {
	for i, row := range b.rows {
		c.write(row, x, y-b.up+i)
	}
	for _, p := range b.parts {
		c.draw(p.box, x+p.x, y+p.y)
	}
}

func (c *canvas) write(row string, x, y int) {
	at := y*c.width + x
	for _, r := range row {
		switch expr.ColumnsOf(r) {
		case 0:
			c.cells[at-1].mark = r
		case 1:
			c.cells[at].char = r
			at++
		default:
			c.cells[at].char = r
			c.cells[at+1].char = 0
			at += 2
		}
	}
}

// render draws b.
func render(b *box) Box {
	c := canvas{b.width, make([]cell, b.width*b.height())}
	for i := range c.cells {
		c.cells[i].char = ' '
	}
	c.draw(b, 0, b.up)
	lines := make([]string, b.height())
	var row strings.Builder
	for y := range lines {
		row.Reset()
		row.Grow(b.width * 2)
		for _, cell := range c.cells[y*b.width : (y+1)*b.width] {
			if cell.char != 0 {
				row.WriteRune(cell.char)
			}
			if cell.mark != 0 {
				row.WriteRune(cell.mark)
			}
		}
		lines[y] = row.String()
	}
	return Box{lines, b.up, b.width}
}
