package widget

import (
	"math"
	"strings"

	"github.com/guptarohit/asciigraph"

	"chainrule/tui/kit"
)

// A cell is one character of a graph, blank where char is 0.
type cell struct {
	char  rune
	paint paint
}

// A canvas lays the strokes of a graph over one another, and the marks on top. The first row is the lowest.
type canvas struct {
	plot    *Plot
	styles  *kit.Styles
	x, y    axis
	strokes []stroke // of the curves
	cells   [][]cell
	ink     map[paint]ink
}

// An ink is what a terminal is told before and after a piece of a paint. A picture has hundreds of pieces, and to ask a
// style about each of them takes longer than all the rest.
type ink struct{ before, after string }

// inked writes a piece of a paint.
func (c *canvas) inked(as paint, piece string) string {
	in, known := c.ink[as]
	if !known {
		const probe = "x"
		in.before, in.after, _ = strings.Cut(as.style(c.styles).Render(probe), probe)
		c.ink[as] = in
	}
	return in.before + piece + in.after
}

// table returns rows and columns in one piece of memory.
func table[T any](rows, columns int) [][]T {
	all, cells := make([]T, rows*columns), make([][]T, rows)
	for i := range cells {
		cells[i] = all[i*columns : (i+1)*columns : (i+1)*columns]
	}
	return cells
}

// picture draws the curves, the marks and both axes.
func (p *Plot) picture(f frame, s *kit.Styles) []string {
	c := newCanvas(p, f, s, true)
	c.tangent()
	c.curves()
	c.marks()
	return c.lines(f.labels)
}

// newCanvas returns a blank canvas, with the strokes of the curves at hand. Where the curves are told apart, each is drawn in its own
// way, and else all as the first one.
func newCanvas(p *Plot, f frame, s *kit.Styles, apart bool) *canvas {
	c := &canvas{plot: p, styles: s, x: f.x, y: f.y, cells: table[cell](f.y.last+1, f.x.last+1), ink: map[paint]ink{}}
	if k := &p.kept; k.strokes == nil || k.x != f.x || k.y != f.y || k.look != s.Look {
		*k = kept{f.x, f.y, s.Look, make([]stroke, 0, len(p.Curves))}
		for i, curve := range p.Curves {
			if !apart {
				i = 0
			}
			k.strokes = append(k.strokes, c.stroke(curve.At, i))
		}
	}
	c.strokes = p.kept.strokes
	return c
}

// kept are the strokes that were drawn last, and for what: they stay where they are while the point moves.
type kept struct {
	x, y    axis
	look    kit.Look
	strokes []stroke
}

// stroke draws curve i alone, in dots or in characters.
func (c *canvas) stroke(f func(x float64) float64, i int) stroke {
	if fine(i, c.styles) {
		return c.dotted(f, dashes[i%len(dashes)])
	}
	return c.drawn(f, cells, curveSet(i, c.styles))
}

// drawn draws a function alone, in marks of a grain.
func (c *canvas) drawn(f func(x float64) float64, g grain, set asciigraph.CharSet) stroke {
	series, gaps := c.series(f, g)
	st := drawn(series, (c.y.last+1)*g.up-1, set)
	for _, column := range gaps {
		st.erase(column)
	}
	return st
}

// series returns the places of a curve at the borders of the columns, so that the stroke in a column leads from its one
// border to the other and what lies between is met. Gaps are the columns in which the curve leaps, as at a pole. Both are counted
// in marks of a grain.
func (c *canvas) series(f func(x float64) float64, g grain) (series []float64, gaps []int) {
	columns := (c.x.last + 1) * g.across
	width := (c.x.high - c.x.low) / float64(c.x.last*g.across)
	left := c.x.low + width/2 - width*float64(g.across)/2 // the middle of the first column
	series = make([]float64, columns+1)
	for i := range series {
		x := left + (float64(i)-0.5)*width
		series[i] = c.row(f(min(max(x, c.x.low), c.x.high)), g)
	}
	for i := range columns {
		middle := left + float64(i)*width
		if c.leaps(f, min(max(middle, c.x.low), c.x.high), series[i], series[i+1], g) || c.breaks(f, middle-width/2, middle+width/2) {
			gaps = append(gaps, i)
		}
	}
	return ledToEdge(series, (c.y.last+1)*g.up-1), gaps
}

// row returns the place of a value in rows of a grain, infinite outside the graph.
func (c *canvas) row(v float64, g grain) float64 {
	up, top := float64(g.up), float64((c.y.last+1)*g.up-1)
	place := (c.y.place(finite(v))+0.5)*up - 0.5
	switch {
	case math.IsInf(v, 0):
		return v
	case place > top+0.5:
		return math.Inf(1)
	case place < -0.5:
		return math.Inf(-1)
	}
	return min(max(place, 0), top) // NaN stays
}

// leaps reports whether a curve does not run through a column whose borders it meets at these places: it comes back
// from the other side, or has no value between.
func (c *canvas) leaps(f func(x float64) float64, middle, left, right float64, g grain) bool {
	l, r := outside(left), outside(right)
	if l == 0 && r == 0 {
		return false
	}
	m := outside(c.row(f(middle), g))
	return l*r < 0 || l*m < 0 || r*m < 0 || math.IsNaN(f(middle)) || math.IsInf(f(middle), 0)
}

// breaks reports whether a curve jumps between two borders of a column, at one of which it is seen: however near one looks, what
// differs does not come nearer.
func (c *canvas) breaks(f func(x float64) float64, from, to float64) bool {
	const far, halvings = 0.2, 24 // of the height of the graph
	a, b := f(from), f(to)
	seen := func(y float64) bool { return y >= c.y.low && y <= c.y.high }
	if !(math.Abs(b-a) > far*(c.y.high-c.y.low)) || !seen(a) && !seen(b) {
		return false
	}
	before := math.Abs(b - a)
	for range halvings {
		middle := (from + to) / 2
		m := f(middle)
		if math.IsNaN(m) || math.IsInf(m, 0) {
			return true
		}
		if math.Abs(m-a) > math.Abs(b-m) {
			to, b = middle, m
		} else {
			from, a = middle, m
		}
	}
	return math.Abs(b-a) > before/2
}

// outside returns the side on which a place lies, 0 for inside or nowhere.
func outside(place float64) int {
	switch {
	case math.IsInf(place, 1):
		return 1
	case math.IsInf(place, -1):
		return -1
	}
	return 0
}

// ledToEdge turns what lies outside into gaps, but leads a curve that comes in or goes out to the edge.
func ledToEdge(series []float64, last int) []float64 {
	led := make([]float64, len(series))
	inside := func(i int) bool {
		return i >= 0 && i < len(series) && !math.IsNaN(series[i]) && !math.IsInf(series[i], 0)
	}
	for i, v := range series {
		switch {
		case !math.IsInf(v, 0):
			led[i] = v
		case !inside(i-1) && !inside(i+1):
			led[i] = math.NaN()
		case v > 0:
			led[i] = float64(last)
		}
	}
	return led
}

// tangent draws the tangent of the first curve at x, below the curves.
func (c *canvas) tangent() {
	p := c.plot
	if !p.Tangent || len(p.Curves) == 0 {
		return
	}
	f := p.Curves[0].At
	y, m := f(p.X), p.slope(p.X)
	line := func(x float64) float64 { return y + m*(x-p.X) }
	if fine(0, c.styles) {
		c.put(c.dotted(line, sparse), helpPaint)
		return
	}
	c.put(c.drawn(line, cells, charSet(tangentChar(c.styles))), helpPaint)
}

func (c *canvas) put(st stroke, as paint) {
	for r, row := range st.cells {
		for column, char := range row {
			if char != 0 {
				c.cells[r][column] = cell{char, as}
			}
		}
	}
}

// curves lays the curves over one another. Where several want the same cell, the one that has gone without for the
// longest gets it, so that of curves that run together each is seen in every other column.
func (c *canvas) curves() {
	without := make([]int, len(c.strokes))
	for column := range c.x.last + 1 {
		for r := range c.cells {
			got := -1
			for i, st := range c.strokes {
				if st.cells[r][column] == 0 {
					continue
				}
				if without[i]++; got < 0 || without[i] > without[got] {
					got = i
				}
			}
			if got >= 0 {
				without[got] = 0
				c.cells[r][column] = cell{c.strokes[got].cells[r][column], paint(got)}
			}
		}
	}
}

// lines writes the canvas with both axes. Labels of the vertical one take so many columns.
func (c *canvas) lines(labels int) []string {
	s := c.styles
	byRow := map[int]string{}
	for _, v := range c.y.ticks() {
		byRow[int(math.Round(c.y.place(v)))] = c.plot.up(c.y, v, s)
	}
	starts := map[int]bool{}
	for _, st := range c.strokes {
		starts[st.start] = true
	}
	var lines []string
	for r := c.y.last; r >= 0; r-- {
		line := '┤'
		if starts[r] {
			line = '┼'
		}
		label := byRow[r]
		margin := strings.Repeat(" ", max(labels-columnsOf(label), 0)) + label + " " + string(glyph(line, s))
		lines = append(lines, c.inked(axisPaint, margin)+c.text(c.cells[r]))
	}
	return append(lines, c.axisLine(labels)...)
}

// text writes one row, in runs of the same paint.
func (c *canvas) text(row []cell) string {
	last := len(row) - 1
	for last >= 0 && row[last].char == 0 {
		last--
	}
	var b strings.Builder
	for i := 0; i <= last; {
		var run strings.Builder
		from := row[i]
		for ; i <= last && row[i].paint == from.paint && (row[i].char == 0) == (from.char == 0); i++ {
			run.WriteRune(glyph(max(row[i].char, ' '), c.styles))
		}
		if from.char == 0 {
			b.WriteString(run.String())
			continue
		}
		b.WriteString(c.inked(from.paint, run.String()))
	}
	return b.String()
}

// axisLine writes the horizontal axis: a line with the letter at its end, and the labels.
func (c *canvas) axisLine(labels int) []string {
	s := c.styles
	line := []rune(strings.Repeat("─", c.x.last+1))
	var under strings.Builder
	start := labels + 2
	end := start + c.x.last + 1 + c.plot.letterWidth(s)
	for _, v := range c.x.ticks() {
		line[int(math.Round(c.x.place(v)))] = '┬'
	}
	for _, v := range c.x.named() {
		column := int(math.Round(c.x.place(v)))
		label := c.plot.across(c.x, v, s)
		width := columnsOf(label)
		half := (width - 1) / 2
		if strings.HasPrefix(label, "-") || strings.HasPrefix(label, "−") {
			half = width / 2 // the digits stand below the tick, not the sign
		}
		at := min(start+column-half, end-width)
		if used := columnsOf(under.String()); at > used || used == 0 && at >= 0 {
			under.WriteString(strings.Repeat(" ", at-used) + label)
		}
	}
	drawn := strings.Repeat(" ", labels+1) + "└" + string(line)
	if s.Look.ASCII {
		drawn = kit.ASCII(drawn)
	}
	return []string{c.inked(axisPaint, drawn+" "+c.plot.letter(s)), c.inked(axisPaint, under.String())}
}
