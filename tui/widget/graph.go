package widget

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/guptarohit/asciigraph"

	"chainrule/tui/kit"
)

// This file is the only one that knows asciigraph. The graph is given in rows: a value v becomes (v-low)/(high-low)
// times the number of rows, so that rows, labels and markers meet exactly, and nothing that the library cannot bear
// (infinities, empty series, ranges without bound) ever reaches it.

// graph draws the curves and axes.
func (p *Plot) graph(width, height int, s *kit.Styles) []string {
	const axisLines = 2
	rows := height - axisLines - 1
	samples := make([][]float64, len(p.Curves))
	for i, c := range p.Curves {
		samples[i] = p.sampled(c, max(width, 2))
	}
	y := p.vertical(samples, rows)
	rows = max(rows/y.steps, 1) * y.steps
	up := labels(p.Up, y)
	labelWidth := max(len(up(y.low)), len(up(y.high)), len(up(y.low+y.step())))
	room := width - labelWidth - 5
	if p.Across != nil {
		room -= len(p.Across(p.To)) / 2 // the last label sticks out
	}
	x := fixedAxis(p.From, p.To, room/9)
	if p.Ticks > 0 && p.Ticks <= room/7 {
		x.steps = p.Ticks
	}
	columns := room/x.steps*x.steps + 1
	for i, c := range p.Curves {
		samples[i] = p.sampled(c, columns)
	}
	g := grid{plot: p, styles: s, y: y, rows: rows, columns: columns}
	g.tangent()
	for i, values := range slices.Backward(samples) {
		g.add(clip(g.toRows(values)), curveSet(i, s), curveColour(i, s))
	}
	for _, m := range p.Marks {
		g.mark(m, markChar(s), pointerColour(s))
	}
	if p.Witness != nil {
		g.mark(*p.Witness, witnessChar(s), pointerColour(s))
	}
	if p.Movable && len(p.Curves) > 0 {
		g.mark(Point{p.X, p.Curves[0].At(p.X)}, pointerChar(s), pointerColour(s))
	}
	lines := g.lines(x, labelWidth)
	for i, l := range lines {
		lines[i] = kit.Cut(l, width) // the last label of x may stick out
	}
	return lines
}

// labels returns what writes the labels of an axis.
func labels(own func(float64) string, a axis) func(float64) string {
	if own != nil {
		return own
	}
	return a.label
}

// A grid gathers the series of one graph, in rows from 0 at the bottom.
type grid struct {
	plot          *Plot
	styles        *kit.Styles
	y             axis
	rows, columns int
	series        [][]float64
	sets          []asciigraph.CharSet
	colours       []asciigraph.AnsiColor
}

func (g *grid) add(values []float64, set asciigraph.CharSet, colour asciigraph.AnsiColor) {
	g.series = append(g.series, values)
	g.sets = append(g.sets, set)
	g.colours = append(g.colours, colour)
}

func (g *grid) row(v float64) float64 {
	return (finite(v) - g.y.low) / (g.y.high - g.y.low) * float64(g.rows)
}

func (g *grid) toRows(values []float64) []float64 {
	rows := make([]float64, len(values))
	for i, v := range values {
		rows[i] = g.row(v)
		if rows[i] > float64(g.rows) && rows[i] < float64(g.rows)+0.5 || rows[i] < 0 && rows[i] > -0.5 {
			rows[i] = min(max(rows[i], 0), float64(g.rows))
		}
		if rows[i] > float64(g.rows) {
			rows[i] = math.Inf(1)
		}
		if rows[i] < 0 {
			rows[i] = math.Inf(-1)
		}
	}
	return clipTo(rows, float64(g.rows))
}

// clipTo turns what lies outside into gaps, but leads a curve that comes in or goes out to the edge.
func clipTo(rows []float64, top float64) []float64 {
	clipped := make([]float64, len(rows))
	inside := func(i int) bool {
		return i >= 0 && i < len(rows) && !math.IsNaN(rows[i]) && !math.IsInf(rows[i], 0)
	}
	for i, v := range rows {
		switch {
		case !math.IsInf(v, 0):
			clipped[i] = v
		case !inside(i-1) && !inside(i+1):
			clipped[i] = math.NaN()
		case v > 0:
			clipped[i] = top
		default:
			clipped[i] = 0
		}
	}
	return clipped
}

// clip keeps a series that has no value at all from the library.
func clip(rows []float64) []float64 {
	if len(rows) == 0 {
		return []float64{math.NaN()}
	}
	return rows
}

// mark puts one character at a point: a series that ends there, since only ends are drawn as single cells.
func (g *grid) mark(at Point, char string, colour asciigraph.AnsiColor) {
	p := g.plot
	row := g.row(at.Y)
	if math.IsNaN(row) || row < -0.5 || row > float64(g.rows)+0.5 || !(at.X >= p.From && at.X <= p.To) {
		return
	}
	// The stroke in column i leads from sample i to the next, so what lies between belongs there, and not to the
	// nearest sample.
	column := int((at.X-p.From)/(p.To-p.From)*float64(g.columns-1) + 1e-9)
	column = min(column, g.columns-2)
	series := make([]float64, column+2)
	for i := range series {
		series[i] = math.NaN()
	}
	series[column+1] = min(max(row, 0), float64(g.rows))
	g.add(series, asciigraph.CreateCharSet(char), colour)
}

// tangent adds the tangent of the first curve at x, below the curves.
func (g *grid) tangent() {
	p := g.plot
	if !p.Tangent || len(p.Curves) == 0 {
		return
	}
	f := p.Curves[0].At
	y, m := f(p.X), slope(f, p.X)
	line := Curve{At: func(x float64) float64 { return y + m*(x-p.X) }}
	g.add(clip(g.toRows(p.sampled(line, g.columns))), asciigraph.CreateCharSet(tangentChar(g.styles)), curveColour(len(g.styles.Curves)-1, g.styles))
}

// lines draws what was gathered.
func (g *grid) lines(x axis, labelWidth int) []string {
	empty := make([]float64, g.columns)
	for i := range empty {
		empty[i] = math.NaN()
	}
	series := append([][]float64{empty}, g.series...)
	perStep := g.rows / g.y.steps
	options := []asciigraph.Option{
		asciigraph.Height(g.rows), asciigraph.LowerBound(0), asciigraph.UpperBound(float64(g.rows)),
		asciigraph.SeriesChars(append([]asciigraph.CharSet{asciigraph.DefaultCharSet}, g.sets...)...),
		asciigraph.XAxisRange(x.low, x.high), asciigraph.XAxisTickCount(x.steps + 1),
		asciigraph.XAxisValueFormatter(labels(g.plot.Across, x)),
		asciigraph.YAxisValueFormatter(func(row float64) string {
			r := int(math.Round(row))
			label := ""
			if r%perStep == 0 {
				label = labels(g.plot.Up, g.y)(g.y.low + float64(r)/float64(g.rows)*(g.y.high-g.y.low))
			}
			return strings.Repeat(" ", max(labelWidth-len(label), 0)) + label
		}),
	}
	if len(g.styles.Curves) > 0 {
		options = append(options, asciigraph.SeriesColors(append([]asciigraph.AnsiColor{0}, g.colours...)...),
			asciigraph.AxisColor(muted(g.styles)), asciigraph.LabelColor(muted(g.styles)))
	}
	drawn := asciigraph.PlotMany(series, options...)
	if g.styles.Look.ASCII {
		drawn = inASCII.Replace(drawn)
	}
	return strings.Split(drawn, "\n")
}

var inASCII = strings.NewReplacer("┤", "|", "┼", "+", "─", "-", "┬", "+", "└", "+", "│", "|",
	"╭", ".", "╮", ".", "╰", "'", "╯", "'", "╴", "-", "╶", "-")

// curveSet returns the characters of curve i: a line for the first, dots and signs for others, so that they are told
// apart without colour.
func curveSet(i int, s *kit.Styles) asciigraph.CharSet {
	if i == 0 {
		return asciigraph.DefaultCharSet
	}
	return asciigraph.CreateCharSet(sample(i, s)[:len(sample(i, s))/3])
}

// sample returns a piece of curve i for the legend.
func sample(i int, s *kit.Styles) string {
	chars := []string{"─", "•", "+", "×"}
	if s.Look.ASCII {
		chars = []string{"-", "o", "+", "x"}
	}
	return sampleOf(chars[i%len(chars)])
}

func choose(s *kit.Styles, unicode, ascii string) string {
	if s.Look.ASCII {
		return ascii
	}
	return unicode
}

func tangentChar(s *kit.Styles) string { return choose(s, "·", ".") }
func markChar(s *kit.Styles) string    { return choose(s, "◆", "#") }
func pointerChar(s *kit.Styles) string { return choose(s, "●", "@") }
func witnessChar(s *kit.Styles) string { return choose(s, "╳", "X") }

func curveColour(i int, s *kit.Styles) asciigraph.AnsiColor {
	if len(s.Curves) == 0 {
		return asciigraph.Default
	}
	return asciigraph.AnsiColor(s.Curves[i%len(s.Curves)])
}

func pointerColour(s *kit.Styles) asciigraph.AnsiColor { return asciigraph.AnsiColor(s.Pointer) }

func muted(s *kit.Styles) asciigraph.AnsiColor { return asciigraph.AnsiColor(s.Axis) }

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
