package widget

import (
	"math"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
)

// A Plot draws curves over a range of x, with marked points and a point that moves. It is drawn once for a size and a
// place of the point, and kept.
type Plot struct {
	Var       string // the name of x
	From, To  float64
	Low, High *float64 // the range of y, where it is fixed
	Curves    []Curve  // the most important one first: it is drawn on top
	Marks     []Point
	Witness   *Point // a point that proves something, marked by a cross
	Movable   bool   // x can be moved; its values are told below the plot
	Tangent   bool   // the tangent of the first curve at x is drawn
	X         float64
	// Across and Up write the labels of the axes; nil writes the numbers themselves.
	Across, Up func(v float64) string
	// Ticks is how many steps the axis of x has where they have a meaning and there is room; 0 lets the plot choose.
	Ticks int
	// Head gives the lines above the plot for a size; nil gives none.
	Head func(width, height int) []string

	drawn drawing
}

// A Curve is a function with what it is called. At gives NaN where there is no value.
type Curve struct {
	Label string
	At    func(x float64) float64
}

// A Point is a point of the plane.
type Point struct{ X, Y float64 }

// drawing is what was drawn last, and for what.
type drawing struct {
	width, height int
	x             float64
	lines         []string
}

// Smallest plot that shows anything.
const (
	leastPlotWidth  = 24
	leastPlotHeight = 6
)

// mostHeight is the height beyond which a plot so wide gains nothing: a cell is about twice as high as wide.
func mostHeight(width int) int { return min(max(width*2/5, 14), 34) }

// most bounds the numbers that an axis can hold.
const most = 1e100

// Start puts the movable point in the middle of the range, or on 0 if that is inside.
func (p *Plot) Start() {
	p.X = 0
	if p.ranged() && (p.From >= 0 || p.To <= 0) {
		p.X = p.snap((p.From + p.To) / 2)
	}
}

// Move moves the point by so many steps, and stays inside the range.
func (p *Plot) Move(steps int) {
	if !p.ranged() {
		return
	}
	p.X = min(max(p.snap(p.X+float64(steps)*p.step()), p.From), p.To)
}

func (p *Plot) step() float64 { return roundStep((p.To - p.From) / 80) }

func (p *Plot) snap(x float64) float64 {
	step := p.step()
	// Dividing by the inverse keeps 0.1 from becoming 0.30000000000000004.
	inverse := math.Round(1 / step)
	if inverse >= 1 && math.Abs(1/step-inverse) < 1e-6 {
		return math.Round(x*inverse) / inverse
	}
	return math.Round(x/step) * step
}

// Lines draws the plot in at most width columns and height lines: curves, axes, legend, values at the point.
func (p *Plot) Lines(width, height int, s *kit.Styles) []string {
	if d := &p.drawn; d.lines == nil || d.width != width || d.height != height || d.x != p.X {
		*d = drawing{width, height, p.X, p.draw(width, height, s)}
	}
	return p.drawn.lines
}

func (p *Plot) draw(width, height int, s *kit.Styles) []string {
	var head []string
	if p.Head != nil {
		head = p.Head(width, height)
		head = head[:min(len(head), height)]
		height -= len(head)
	}
	return append(head, p.drawBelow(width, height, s)...)
}

func (p *Plot) drawBelow(width, height int, s *kit.Styles) []string {
	below := append(p.legend(width, s), p.readout(width, s)...)
	room := height - len(below)
	if width < leastPlotWidth || room < leastPlotHeight {
		below = p.readout(width, s)
		room = height - len(below)
	}
	if width < leastPlotWidth || room < leastPlotHeight || !p.ranged() {
		return below[:min(len(below), height)]
	}
	lines := p.graph(width, min(room, mostHeight(width)), s)
	if len(lines)+len(below) < height {
		lines = append(lines, "")
	}
	return append(lines, below...)
}

// ranged reports whether there is a range of x that can be drawn.
func (p *Plot) ranged() bool {
	return p.From < p.To && math.Abs(p.From) < most && math.Abs(p.To) < most
}

// legend names the curves beside a piece of each.
func (p *Plot) legend(width int, s *kit.Styles) []string {
	var long, entries []string
	for i, c := range p.Curves {
		mark := curveStyle(i, s).Render(sample(i, s)) + " "
		label := WrapText(c.Label, s.Text, max(width-ansi.StringWidth(mark), 1), s)
		switch {
		case c.Label == "":
		case len(label) == 1:
			entries = append(entries, mark+label[0])
		default:
			for j, l := range label {
				if j > 0 {
					mark = "    "
				}
				long = append(long, mark+l)
			}
		}
	}
	if p.Tangent {
		entries = append(entries, curveStyle(len(s.Curves)-1, s).Render(sampleOf(tangentChar(s)))+" tangent")
	}
	if p.Witness != nil {
		entries = append(entries, pointerStyle(s).Render(witnessChar(s))+" "+s.Say("here they differ: "+p.at(p.Witness.X)))
	}
	return append(long, flow(entries, width)...)
}

// readout tells the values at the movable point, and which points are marked.
func (p *Plot) readout(width int, s *kit.Styles) []string {
	if !p.Movable {
		return nil
	}
	entries := []string{pointerStyle(s).Render(pointerChar(s)) + " " + s.Say(p.at(p.X))}
	for i, c := range p.Curves {
		entries = append(entries, curveStyle(i, s).Render(s.Say(c.Label))+" = "+decimal(c.At(p.X)))
	}
	if p.Tangent && len(p.Curves) > 0 {
		entries = append(entries, "slope "+decimal(slope(p.Curves[0].At, p.X)))
	}
	return flow(entries, width)
}

func (p *Plot) at(x float64) string {
	name := p.Var
	if name == "" {
		name = "x"
	}
	return name + " = " + short(x)
}

// flow sets entries side by side, as many as fit on a line.
func flow(entries []string, width int) []string {
	var lines []string
	for _, e := range entries {
		last := len(lines) - 1
		if last >= 0 && ansi.StringWidth(lines[last])+3+ansi.StringWidth(e) <= width {
			lines[last] += "   " + e
			continue
		}
		lines = append(lines, kit.Cut(e, width))
	}
	return lines
}

// sampled evaluates a curve at n points from end to end.
func (p *Plot) sampled(c Curve, n int) []float64 {
	values := make([]float64, n)
	for i := range values {
		x := p.From + (p.To-p.From)*float64(i)/float64(n-1)
		values[i] = finite(c.At(x))
	}
	return values
}

// vertical chooses the range of y: the fixed one, or what the curves and marks need. A few values far out, as near a
// pole, do not flatten all the rest.
func (p *Plot) vertical(samples [][]float64, rows int) axis {
	var all []float64
	for _, values := range samples {
		for _, v := range values {
			if !math.IsNaN(v) {
				all = append(all, v)
			}
		}
	}
	if len(all) == 0 {
		all = []float64{0, 1}
	}
	slices.Sort(all)
	low, high := all[0], all[len(all)-1]
	q1, q3 := all[len(all)/10], all[len(all)-1-len(all)/10]
	if spread := q3 - q1; spread > 0 {
		low, high = max(low, q1-3*spread), min(high, q3+3*spread)
	}
	for _, m := range p.Marks {
		low, high = min(low, m.Y), max(high, m.Y)
	}
	if p.Low != nil {
		low = *p.Low
	}
	if p.High != nil {
		high = *p.High
	}
	if !(low < high) || high-low < 1e-12*max(math.Abs(low), math.Abs(high)) {
		wide := max(1, math.Abs(low)/2)
		low, high = low-wide, high+wide
	}
	if p.Low != nil && p.High != nil {
		return fixedAxis(low, high, rows)
	}
	return roundAxis(low, high, rows)
}

// finite returns v, or NaN for what no axis can hold.
func finite(v float64) float64 {
	if !(math.Abs(v) < most) {
		return math.NaN()
	}
	return v
}

// slope returns the slope of f at x by a central difference.
func slope(f func(float64) float64, x float64) float64 {
	h := 1e-5 * max(1, math.Abs(x))
	return (f(x+h) - f(x-h)) / (2 * h)
}

// Table gives the curves as numbers: a header, then one row for each of n places from end to end.
func (p *Plot) Table(n int) (header []string, rows [][]string) {
	name := p.Var
	if name == "" {
		name = "x"
	}
	header = append(header, name)
	for _, c := range p.Curves {
		header = append(header, c.Label)
	}
	tangent := p.Tangent && len(p.Curves) > 0
	if tangent {
		header = append(header, "slope")
	}
	for i := range n {
		x := p.snap(p.From + (p.To-p.From)*float64(i)/float64(n-1))
		x = min(max(x, p.From), p.To)
		row := []string{short(x)}
		for _, c := range p.Curves {
			row = append(row, decimal(c.At(x)))
		}
		if tangent {
			row = append(row, decimal(slope(p.Curves[0].At, x)))
		}
		rows = append(rows, row)
	}
	return header, rows
}

// sampleOf draws three characters of a kind, for the legend.
func sampleOf(char string) string { return strings.Repeat(char, 3) }

// Need returns a height at which at least so many rows of curve are drawn, with axis and legend.
func (p *Plot) Need(width, rows int, s *kit.Styles) int {
	const axisLines = 2
	spare := max(rows/3, 1) // rows that steps between labels may leave empty
	return rows + spare + axisLines + len(p.legend(width, s)) + len(p.readout(width, s))
}
