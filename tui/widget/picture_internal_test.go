package widget

import (
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"pgregory.net/rapid"

	"chainrule/tui/kit"
)

func plainStyles() *kit.Styles {
	s := kit.NewStyles(lipgloss.NewRenderer(io.Discard), kit.Look{})
	return &s
}

func logistic(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

var family = []func(float64) float64{
	logistic,
	func(x float64) float64 { return logistic(x) * (1 - logistic(x)) },
	func(x float64) float64 { return logistic(-x) },
	math.Sin,
	func(x float64) float64 { return x * x / 4 },
	func(x float64) float64 { return x - 1 },
	math.Log,
	func(x float64) float64 { return math.Abs(x) },
	func(x float64) float64 { return math.Sin(9 * x) },
	func(x float64) float64 { return 1 / x },
	func(float64) float64 { return 0.5 },
}

// anyPlot draws a plot of curves from the family.
func anyPlot(t *rapid.T) *Plot {
	p := &Plot{From: float64(rapid.IntRange(-10, 5).Draw(t, "from"))}
	p.To = p.From + rapid.SampledFrom([]float64{0.5, 3, 10, 16}).Draw(t, "range")
	for range rapid.IntRange(1, 3).Draw(t, "curves") {
		p.Curves = append(p.Curves, Curve{
			Label: rapid.SampledFrom([]string{"f(x)", "a rather long name of a curve"}).Draw(t, "label"),
			At:    rapid.SampledFrom(family).Draw(t, "function"),
		})
	}
	p.Movable = rapid.Bool().Draw(t, "movable")
	p.Tangent = rapid.Bool().Draw(t, "tangent")
	p.MoveTo(rapid.Float64Range(p.From, p.To).Draw(t, "x"))
	return p
}

// TestMarksOnCurves puts points of curves, written to four places or less than half a row off, on random pictures, and
// counts those that do not stand in the stroke of their curve, in the column of their x.
func TestMarksOnCurves(t *testing.T) {
	s := plainStyles()
	seen, off := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlot(t)
		width, height := rapid.IntRange(30, 120).Draw(t, "width"), rapid.IntRange(8, 50).Draw(t, "height")
		f, ok := p.frame(width, height, 0, p.extent(width), s)
		if !ok {
			t.Fatalf("no picture in %d columns and %d lines", width, height)
		}
		c := newCanvas(p, f, s, true)
		i := rapid.IntRange(0, len(p.Curves)-1).Draw(t, "curve")
		x := rapid.Float64Range(p.From, p.To).Draw(t, "at")
		y := math.Round(p.Curves[i].At(x)*1e4) / 1e4
		if rapid.Bool().Draw(t, "beside") {
			y = p.Curves[i].At(x) + rapid.Float64Range(-0.45, 0.45).Draw(t, "rows")*(f.y.high-f.y.low)/float64(f.y.last)
		}
		column := int(math.Round(f.x.place(x)))
		c.mark(Point{x, y}, "◆")
		for r := range c.cells {
			for k := range c.cells[r] {
				if c.cells[r][k].char == 0 {
					continue
				}
				seen++
				on := k == column && slices.ContainsFunc(c.through(Point{x, y}), func(j int) bool { return c.strokes[j].cells[r][k] != 0 })
				if _, drawn := c.strokes[i].nearest(column, 0); drawn && !on {
					off++
					t.Fatalf("(%g, %g) is marked in column %d, row %d, beside curve %d in column %d", x, y, k, r, i, column)
				}
			}
		}
	})
	least := 50
	if testing.Short() { // fewer pictures are drawn then
		least = 10
	}
	if seen < least || off > 0 {
		t.Errorf("%d of %d marks stand beside their curve", off, seen)
	}
}

// rowsOf counts the lines with the vertical axis.
func rowsOf(lines []string) int {
	n := 0
	for _, l := range lines {
		if strings.ContainsAny(ansi.Strip(l), "┤┼") {
			n++
		}
	}
	return n
}

// TestNeed fails when the height that a plot asks for does not show the rows that were asked for and the whole legend,
// or when a line less would have done; and when a plot leaves lines empty or has more than it was given.
func TestNeed(t *testing.T) {
	s := plainStyles()
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlot(t)
		if rapid.Bool().Draw(t, "head") {
			p.Head = func(_, height int) []string {
				return []string{"above", strings.Repeat("!", min(height, 20))}[:1+height%2]
			}
		}
		width, rows := rapid.IntRange(24, 120).Draw(t, "width"), rapid.IntRange(1, 40).Draw(t, "rows")
		legend := p.legend(width, s)
		whole := func(lines []string) bool {
			return len(lines) >= len(legend) && slices.Equal(lines[len(lines)-len(legend):], legend)
		}
		wanted := min(rows, mostHeight(width)-axisLines-1)
		need := p.Need(width, rows, s)
		lines := p.Lines(width, need, s)
		if n := rowsOf(lines); n < max(wanted, leastRows) || !whole(lines) || len(lines) > need {
			t.Fatalf("%d rows in %d columns and %d lines, %d are wanted", n, width, need, wanted)
		}
		if fewer := p.Lines(width, need-1, s); p.Head == nil && rowsOf(fewer) >= rows && whole(fewer) && rows >= leastRows {
			t.Fatalf("%d lines would do, %d are asked for", need-1, need)
		}
		height := rapid.IntRange(1, 70).Draw(t, "height")
		lines = p.Lines(width, height, s)
		if len(lines) > height || p.Head == nil && height >= leastRows+axisLines+1 && len(lines) < min(height, mostHeight(width))-1 {
			t.Fatalf("%d lines of %d", len(lines), height)
		}
		if len(legend) > 0 && height > leastRows+axisLines+2 && (rowsOf(lines) < leastRows || lines[len(lines)-1] == "") {
			t.Fatalf("in %d lines there are %d rows of curve:\n%s", height, rowsOf(lines), strings.Join(lines, "\n"))
		}
		for _, l := range lines {
			if w := ansi.StringWidth(l); w > width {
				t.Fatalf("%q is %d columns wide, there is room for %d", l, w, width)
			}
		}
	})
}

// TestCurvesTogether fails when of two curves that run together one is hidden by the other.
func TestCurvesTogether(t *testing.T) {
	s := plainStyles()
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlot(t)
		p.Tangent, p.Movable = false, false
		f, ok := p.frame(rapid.IntRange(30, 120).Draw(t, "width"), rapid.IntRange(8, 50).Draw(t, "height"), 0, p.extent(80), s)
		if !ok {
			t.Fatal("no picture")
		}
		c := newCanvas(p, f, s, true)
		c.curves()
		for i := range p.Curves {
			longest, hidden := 0, 0
			for column := range c.x.last + 1 {
				there, shown := false, false
				for r := range c.cells {
					there = there || c.strokes[i].cells[r][column] != 0
					shown = shown || c.cells[r][column].char != 0 && c.cells[r][column].paint == paint(i)
				}
				if hidden++; shown || !there {
					hidden = 0
				}
				longest = max(longest, hidden)
			}
			if longest >= 2*len(p.Curves) {
				t.Fatalf("curve %d is hidden in %d columns running", i, longest)
			}
		}
	})
}

// TestLegendStill fails when the legend takes another number of lines while the point moves, so that the picture would
// jump.
func TestLegendStill(t *testing.T) {
	s := plainStyles()
	for width := 24; width <= 120; width++ {
		p := &Plot{Var: "θ_1", From: -2.5, To: 2.5, Movable: true, Tangent: true, Curves: []Curve{
			{"the loss", func(x float64) float64 { return math.Log(1 + math.Exp(-2*x)) }},
			{"its slope", func(x float64) float64 { return 2 * (logistic(2*x) - 1) }},
			{"ln(x)", math.Log},
		}}
		p.MoveTo(p.From)
		for lines := len(p.legend(width, s)); p.X < p.To; p.Move(1) {
			if n := len(p.legend(width, s)); n != lines {
				t.Fatalf("in %d columns the legend has %d lines at %g, and %d at %g", width, n, p.X, lines, p.From)
			}
		}
	}
}

// TestFolded fails when the dots of a line do not stand in their cells, or not in the rhythm of the dash.
func TestFolded(t *testing.T) {
	for _, c := range []struct {
		dash dash
		up   bool
		want string
	}{
		{dash{1, 0}, false, "⠤⠤⠤⠤⠤⠤"},
		{dash{4, 2}, false, "⠤⠤ ⠤⠤ "},
		{dash{2, 2}, false, "⠤ ⠤ ⠤ "},
		{dash{1, 3}, false, "⠄ ⠄ ⠄ "},
		{dash{1, 0}, true, "⡠⠊"},
	} {
		line := table[rune](4, 12)
		if c.up {
			line = table[rune](4, 4)
		}
		for x := range line[0] {
			y := 1
			if c.up {
				y = x
			}
			line[y][x] = '.'
		}
		got := strings.ReplaceAll(string(folded(line, c.dash).cells[0]), "\x00", " ")
		if got != c.want {
			t.Errorf("a line in dashes of %+v is %q, want %q", c.dash, got, c.want)
		}
	}
}

// TestSketch fails when a sketch has not the lines that it was given, is wider, or has no line where y is 0.
func TestSketch(t *testing.T) {
	s := plainStyles()
	rapid.Check(t, func(t *rapid.T) {
		p := anyPlot(t)
		width, height := rapid.IntRange(0, 60).Draw(t, "width"), rapid.IntRange(0, 20).Draw(t, "height")
		lines := p.Sketch(width, height, s)
		if len(lines) != 0 && len(lines) != height || len(lines) == 0 && width >= 12 && height >= 3 {
			t.Fatalf("%d lines, want %d", len(lines), height)
		}
		for _, l := range lines {
			if columnsOf(l) > width {
				t.Fatalf("%q is wider than %d", l, width)
			}
		}
	})
	hill := Plot{From: -2, To: 2, Curves: []Curve{{At: func(x float64) float64 { return 1 - x*x }}}}
	if lines := hill.Sketch(16, 4, s); !strings.Contains(lines[1], "─") || !strings.Contains(lines[0], "⠤⠴⠦⠤") {
		t.Errorf("the sketch is\n%s", strings.Join(lines, "\n"))
	}
}
