package widget

import (
	"cmp"
	"math"
	"slices"
)

// marks puts the single signs on the curves, the most important one last: the residuals, the data, the marked points,
// the witness, the moving point.
func (c *canvas) marks() {
	p, s := c.plot, c.styles
	for _, d := range p.Data {
		c.residual(d)
	}
	for _, d := range p.Data {
		if column, place, ok := c.spot(d); ok {
			c.set(int(math.Round(place)), column, dataChar(s), dataPaint)
		}
	}
	for _, m := range p.Marks {
		c.mark(m, markChar(s))
	}
	if w := p.Witness; w != nil {
		for _, y := range w.Values {
			c.mark(Point{w.X, y}, witnessChar(s))
		}
	}
	if p.Movable && len(p.Curves) > 0 {
		c.mark(Point{p.X, p.Curves[0].At(p.X)}, pointerChar(s))
	}
}

// spot returns the column of a point and its place in it; ok is false for a point outside the graph.
func (c *canvas) spot(at Point) (column int, place float64, ok bool) {
	place = c.row(at.Y, cells)
	if math.IsNaN(place) || math.IsInf(place, 0) || !(at.X >= c.x.low && at.X <= c.x.high) {
		return 0, 0, false
	}
	return int(math.Round(c.x.place(at.X))), place, true
}

func (c *canvas) set(row, column int, char string, as paint) {
	c.cells[row][column] = cell{[]rune(char)[0], as}
}

// mark puts a sign at a point. If the point lies on a curve, the sign stands in a cell of its stroke: at a steep place
// and at a sharp top, the stroke may pass beside the row of the value.
func (c *canvas) mark(at Point, char string) {
	column, place, ok := c.spot(at)
	if !ok {
		return
	}
	row := int(math.Round(place))
	for _, i := range c.through(at) {
		if r, ok := c.strokes[i].nearest(column, place); ok {
			row = r
			break
		}
	}
	c.set(row, column, char, pointerPaint)
}

// through returns the curves that go through a point, as far as its four written places or half a row can tell; the
// nearest first.
func (c *canvas) through(at Point) []int {
	const written = 0.6e-4
	var curves []int
	off := map[int]float64{}
	for i, curve := range c.plot.Curves {
		off[i] = math.Abs(finite(curve.At(at.X)) - at.Y)
		if off[i] <= written || off[i]/(c.y.high-c.y.low)*float64(c.y.last) <= 0.5 {
			curves = append(curves, i)
		}
	}
	slices.SortStableFunc(curves, func(i, j int) int { return cmp.Compare(off[i], off[j]) })
	return curves
}

// residual draws a dotted line from a measured point to the first curve.
func (c *canvas) residual(at Point) {
	column, place, ok := c.spot(at)
	if !c.plot.Residuals || !ok || len(c.strokes) == 0 {
		return
	}
	row := int(math.Round(place))
	end, ok := c.strokes[0].nearest(column, place)
	if !ok {
		return
	}
	for r := min(row, end) + 1; r < max(row, end); r++ {
		c.set(r, column, residualChar(c.styles), helpPaint)
	}
}
