package widget

import (
	"math"

	"chainrule/tui/kit"
)

// Sketch draws the curves and the data of a plot without numbers, to be known again rather than read: the only line beside them
// is where y is 0. It has the given height, and no line where a curve could not be told.
func (p *Plot) Sketch(width, height int, s *kit.Styles) []string {
	const fewColumns, fewLines = 12, 3
	if width < fewColumns || height < fewLines || !p.ranged() {
		return nil
	}
	e := p.extent(width)
	f := frame{
		x: axis{low: p.From, high: p.To, last: width - 1, step: p.To - p.From},
		y: axis{low: e.low, high: e.high, last: height - 1, step: e.high - e.low},
	}
	c := newCanvas(p, f, s, false)
	if e.low <= 0 && e.high >= 0 {
		level := c.cells[int(math.Round(f.y.place(0)))]
		for column := range level {
			level[column] = cell{'─', axisPaint}
		}
	}
	c.curves()
	for _, d := range p.Data {
		if column, place, ok := c.spot(d); ok {
			c.set(int(math.Round(place)), column, dataChar(s), dataPaint)
		}
	}
	lines := make([]string, 0, height)
	for r := f.y.last; r >= 0; r-- {
		lines = append(lines, c.text(c.cells[r]))
	}
	return lines
}

// Alike reports whether sketches of two plots show the same: the same range, and first curves of the same values in it, as far as
// they are computed.
func (p *Plot) Alike(q *Plot) bool {
	const places, exact = 40, 1e-9
	if p.From != q.From || p.To != q.To || len(p.Curves) == 0 || len(q.Curves) == 0 {
		return false
	}
	for i := range places + 1 {
		x := p.From + (p.To-p.From)*float64(i)/places
		a, b := p.Curves[0].At(x), q.Curves[0].At(x)
		if math.IsNaN(a) != math.IsNaN(b) || math.Abs(a-b) > exact*(1+math.Abs(a)) {
			return false
		}
	}
	return true
}
