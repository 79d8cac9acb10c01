package widget

import (
	"math"
	"slices"

	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
)

// A Plot draws curves over a range of x, with points and a point that moves. It is drawn once for a size and a place of
// the point, and kept.
type Plot struct {
	Var       string // the name of x
	From, To  float64
	Low, High *float64 // y reaches at least from Low to High, where they are set
	Curves    []Curve  // the most important one first
	Marks     []Point
	Marked    string  // what the marks are; without it the legend tells where they stand
	Data      []Point // what was measured: it need not lie on a curve
	Residuals bool    // lines lead from the data to the first curve
	Witness   *Witness
	Held      string // the values of letters that stand still, such as "ŷ = 0.7"
	Movable   bool   // x can be moved; the legend tells its values
	Tangent   bool   // the tangent of the first curve at x is drawn
	// Slope is the derivative of the first curve, NaN where it has none; without it the slope is measured.
	Slope func(x float64) float64
	X     float64
	// Across and Up write the labels of the axes, at whole numbers only; nil writes the numbers themselves.
	Across, Up func(v float64) string
	// Head gives the lines above the plot for a size; nil gives none.
	Head func(width, height int) []string
	// With is another picture, drawn above or at the left, and alone where there is no room for both.
	With *Plot

	drawn drawing
	kept  kept
}

// A Curve is a function with what it is called. At gives NaN where there is no value.
type Curve struct {
	Label string
	At    func(x float64) float64
}

// A Point is a point of the plane.
type Point struct{ X, Y float64 }

// A Witness is a place that proves curves to be different, with their values there, marked by crosses. Values may be
// empty.
type Witness struct {
	X      float64
	Values []float64
}

// drawing is what was drawn last, and for what.
type drawing struct {
	width, height int
	x             float64
	look          kit.Look
	lines         []string
}

// The smallest graph that shows anything: its columns, its rows of curve, and the lines below them.
const (
	leastPlotWidth = 24
	leastRows      = 5
	axisLines      = 2
	leastColumns   = 8
)

// mostHeight is the height beyond which a graph so wide gains nothing: a cell is about twice as high as wide.
func mostHeight(width int) int { return max(14, width/2) }

// most bounds the numbers that an axis can hold, and least those that it tells from 0.
const (
	most  = 1e100
	least = 1e-100
)

// Lines draws the plot in at most width columns and height lines: curves, axes, legend, values at the point. Where the
// lines are few, rows of curve go first, down to five of them, then lines of the legend, down to one, then the curve.
func (p *Plot) Lines(width, height int, s *kit.Styles) []string {
	if d := &p.drawn; d.lines == nil || d.width != width || d.height != height || d.x != p.X || d.look != s.Look {
		*d = drawing{width, height, p.X, s.Look, p.draw(width, height, s)}
	}
	return p.drawn.lines
}

// Need returns the least height at which Lines draws so many rows of curve, both axes and the whole legend, so that who
// shares out the lines of a screen can ask for them. A graph never has more rows than its width deserves; where the
// width is too small for any, the legend is what is needed.
func (p *Plot) Need(width, rows int, s *kit.Styles) int {
	if p.With != nil {
		return p.needBoth(width, rows, s)
	}
	legend := len(p.legend(width, s))
	rows = max(min(rows, mostHeight(width)-axisLines), leastRows)
	e := p.extent(width)
	const tries = 64
	for height := legend + axisLines + rows; height < legend+axisLines+rows+tries; height++ {
		f, ok := p.frame(width, height-len(p.head(width, height)), legend, e, s)
		if !ok {
			if _, ever := p.frame(width, mostHeight(width)+legend, legend, e, s); !ever {
				return len(p.head(width, legend)) + legend
			}
			continue
		}
		if f.kept == legend && (f.y.last+1 >= rows || f.full) {
			return height
		}
	}
	return legend + axisLines + rows
}

func (p *Plot) head(width, height int) []string {
	if p.Head == nil {
		return nil
	}
	head := p.Head(width, height)
	return head[:min(len(head), height)]
}

func (p *Plot) draw(width, height int, s *kit.Styles) []string {
	head := p.head(width, height)
	height -= len(head)
	if p.With != nil {
		return append(head, p.both(width, height, s)...)
	}
	below := p.legend(width, s)
	f, ok := p.frame(width, height, len(below), p.extent(width), s)
	if !ok {
		return append(head, below[:min(len(below), height)]...)
	}
	lines := append(head, p.picture(f, s)...)
	if f.y.last+1+axisLines+f.kept < height {
		lines = append(lines, "")
	}
	return append(lines, below[:f.kept]...)
}

// A frame says how a graph fills its lines and columns.
type frame struct {
	x, y   axis
	labels int  // columns that the labels of y take
	kept   int  // lines of the legend for which there is room
	full   bool // there are as many rows as the width deserves
}

// frame shares lines out between rows of curve and the legend; ok is false where no graph can be drawn.
func (p *Plot) frame(width, height, legend int, e extent, s *kit.Styles) (f frame, ok bool) {
	f.kept = min(legend, max(height-axisLines-leastRows, 1))
	rows := min(height-f.kept, mostHeight(width)) - axisLines
	if width < leastPlotWidth || rows < leastRows || !p.ranged() {
		return f, false
	}
	f.full = rows == mostHeight(width)-axisLines
	f.y = upright(e, rows)
	for _, v := range f.y.ticks() {
		f.labels = max(f.labels, columnsOf(p.up(f.y, v, s)))
	}
	const line = 2 // a blank and the axis
	columns := width - f.labels - line - p.letterWidth(s)
	if columns < leastColumns {
		return f, false
	}
	f.x = across(p.From, p.To, columns, p.Across != nil, func(a axis, v float64) string { return p.across(a, v, s) })
	return f, true
}

// ranged reports whether there is a range of x that can be drawn.
func (p *Plot) ranged() bool {
	return p.From < p.To && math.Abs(p.From) < most && math.Abs(p.To) < most && p.To-p.From > least
}

// Name returns the letter of x.
func (p *Plot) Name() string {
	if p.Var == "" {
		return "x"
	}
	return p.Var
}

// letter writes the name of x as it stands at the end of the axis.
func (p *Plot) letter(s *kit.Styles) string { return s.Say(p.Name()) }

// letterWidth returns how many columns the letter takes, with a blank before it.
func (p *Plot) letterWidth(s *kit.Styles) int { return 1 + columnsOf(p.letter(s)) }

// up and across write the labels of the axes.
func (p *Plot) up(a axis, v float64, s *kit.Styles) string     { return label(p.Up, a, v, s) }
func (p *Plot) across(a axis, v float64, s *kit.Styles) string { return label(p.Across, a, v, s) }

func label(own func(float64) string, a axis, v float64, s *kit.Styles) string {
	if own == nil {
		own = a.label
	}
	return s.Say(typeset.Numerals(own(v), Charset(s)))
}

// extent chooses the range of y: at least the fixed one, or what the curves and points need. A few values far out, as
// near a pole, do not flatten all the rest.
func (p *Plot) extent(width int) extent {
	low, high := p.middling(max(width, leastPlotWidth))
	for _, points := range [][]Point{p.Marks, p.Data} {
		for _, m := range points {
			if y := finite(m.Y); !math.IsNaN(y) {
				low, high = min(low, y), max(high, y)
			}
		}
	}
	e := extent{low: low, high: high, fixed: p.Low != nil && p.High != nil, whole: p.Up != nil}
	const near = 0.1 // of the height: an axis that begins so near to 0 begins there
	if !e.whole && e.low > 0 && e.low < near*(e.high-e.low) {
		e.low = 0
	}
	if p.Low != nil {
		e.low = *p.Low
	}
	if p.High != nil {
		e.high = *p.High
	}
	if !(e.low < e.high) || e.high-e.low < 1e-9*max(math.Abs(e.low), math.Abs(e.high)) {
		wide := max(1, math.Abs(e.low)/2)
		e.low, e.high = e.low-wide, e.high+wide
	}
	return e
}

// middling returns the range in which the curves run, without what is far out.
func (p *Plot) middling(places int) (low, high float64) {
	var all []float64
	if p.ranged() {
		for _, c := range p.Curves {
			for i := range places {
				if v := finite(c.At(p.From + (p.To-p.From)*float64(i)/float64(places-1))); !math.IsNaN(v) {
					all = append(all, v)
				}
			}
		}
	}
	if len(all) == 0 {
		return 0, 1
	}
	slices.Sort(all)
	low, high = all[0], all[len(all)-1]
	q1, q3 := all[len(all)/10], all[len(all)-1-len(all)/10]
	if spread := q3 - q1; spread > 0 {
		low, high = max(low, q1-3*spread), min(high, q3+3*spread)
	}
	return low, high
}

// finite returns v, or NaN for what no axis can hold.
func finite(v float64) float64 {
	switch {
	case !(math.Abs(v) < most):
		return math.NaN()
	case math.Abs(v) < least:
		return 0
	}
	return v
}

// slope returns the slope of the first curve at x.
func (p *Plot) slope(x float64) float64 {
	if p.Slope != nil {
		return p.Slope(x)
	}
	return slope(p.Curves[0].At, x)
}

// slope returns the slope of f at x by a central difference.
func slope(f func(float64) float64, x float64) float64 {
	h := 1e-5 * max(1, math.Abs(x))
	return (f(x+h) - f(x-h)) / (2 * h)
}
