package widget_test

import (
	"io"
	"maps"
	"math"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"
	"github.com/muesli/termenv"
	"pgregory.net/rapid"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

func sigmoid(x float64) float64 { return 1 / (1 + math.Exp(-x)) }

func slopeOf(x float64) float64 { return sigmoid(x) * (1 - sigmoid(x)) }

func TestPlotGolden(t *testing.T) {
	marks := []widget.Point{{X: 0, Y: 0.5}, {X: 6, Y: 0.9975}}
	for name, c := range map[string]struct {
		plot          widget.Plot
		width, height int
		look          kit.Look
	}{
		"sigmoid": {widget.Plot{
			From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}}, Marks: marks, Movable: true, X: 2,
		}, 60, 18, kit.Look{}},
		"sigmoid_typed": {widget.Plot{
			From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}}, Marks: marks, Movable: true, X: 2,
		}, 60, 18, kit.Look{Typed: true}},
		"sigmoid_ascii": {widget.Plot{
			From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}}, Marks: marks, Movable: true, X: 2,
		}, 60, 18, kit.Look{ASCII: true}},
		"both_curves": {widget.Plot{
			From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}, {"g(x)(1−g(x))", slopeOf}}, Movable: true, X: 0,
		}, 100, 30, kit.Look{}},
		"tangent": {widget.Plot{
			From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}}, Movable: true, Tangent: true, X: 1,
		}, 80, 24, kit.Look{}},
		"logit": {widget.Plot{
			Var: "y", From: 0.02, To: 0.98, Curves: []widget.Curve{{"ln(y/(1−y))", func(y float64) float64 { return math.Log(y / (1 - y)) }}},
		}, 60, 20, kit.Look{}},
		"pole": {widget.Plot{
			From: -3, To: 3, Curves: []widget.Curve{{"1/x", func(x float64) float64 { return 1 / x }}},
		}, 50, 16, kit.Look{}},
		"witness": {widget.Plot{
			From: -6, To: 6, Curves: []widget.Curve{{"wanted", slopeOf}, {"your answer", func(x float64) float64 { return -slopeOf(x) }}},
			Held:    "ŷ = 0.7",
			Witness: &widget.Witness{X: 1, Values: []float64{slopeOf(1), -slopeOf(1)}},
		}, 60, 20, kit.Look{}},
		"measured": {widget.Plot{
			From: 2, To: 16, Curves: []widget.Curve{{"prediction at x", func(x float64) float64 { return 3 + x/2 }}},
			Data: []widget.Point{{X: 6, Y: 7.24}, {X: 10, Y: 8.04}, {X: 12, Y: 10.84}, {X: 13, Y: 7.58}}, Residuals: true,
			Marks: []widget.Point{{X: 6, Y: 6}}, Marked: "the prediction at 6",
		}, 60, 18, kit.Look{}},
		"measured_ascii": {widget.Plot{
			Var: "θ₁", From: 2, To: 16, Curves: []widget.Curve{{"½θ₁ + 3", func(x float64) float64 { return 3 + x/2 }}},
			Data: []widget.Point{{X: 6, Y: 7.24}, {X: 10, Y: 8.04}, {X: 12, Y: 10.84}, {X: 13, Y: 7.58}}, Residuals: true,
		}, 60, 18, kit.Look{ASCII: true}},
		"short": {widget.Plot{
			From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}, {"g(x)(1−g(x))", slopeOf}}, Marks: marks, Movable: true, Tangent: true,
		}, 38, 8, kit.Look{}},
	} {
		t.Run(name, func(t *testing.T) {
			golden(t, name, strings.Join(c.plot.Lines(c.width, c.height, styles(c.look)), "\n"))
		})
	}
}

// TestPlotBears draws what asciigraph alone would not survive.
func TestPlotBears(t *testing.T) {
	functions := []func(float64) float64{
		sigmoid, math.Tan, math.Exp, math.Log,
		func(float64) float64 { return 0 },
		func(float64) float64 { return 1e300 },
		func(float64) float64 { return -1e-300 },
		func(float64) float64 { return math.NaN() },
		func(float64) float64 { return math.Inf(-1) },
		func(x float64) float64 { return 1 / x },
		func(x float64) float64 { return math.Pow(10, 30*x) },
		func(x float64) float64 { return 1e9 + x },
		math.Sqrt,
	}
	rapid.Check(t, func(t *rapid.T) {
		p := widget.Plot{
			From:    rapid.Float64Range(-100, 100).Draw(t, "from"),
			Movable: rapid.Bool().Draw(t, "movable"), Tangent: rapid.Bool().Draw(t, "tangent"),
		}
		p.To = p.From + rapid.SampledFrom([]float64{0, 1e-9, 0.3, 1, 12, 1e6, math.Inf(1), math.NaN()}).Draw(t, "range")
		for range rapid.IntRange(0, 4).Draw(t, "curves") {
			f := rapid.SampledFrom(functions).Draw(t, "function")
			p.Curves = append(p.Curves, widget.Curve{Label: "f(x) with a rather long name", At: f})
		}
		for range rapid.IntRange(0, 3).Draw(t, "marks") {
			p.Marks = append(p.Marks, widget.Point{X: rapid.Float64().Draw(t, "x"), Y: rapid.Float64().Draw(t, "y")})
			p.Data = append(p.Data, widget.Point{X: rapid.Float64().Draw(t, "x"), Y: rapid.Float64().Draw(t, "y")})
		}
		p.Residuals, p.Held = rapid.Bool().Draw(t, "residuals"), rapid.SampledFrom([]string{"", "ŷ = 0.7, θ_1 = −2"}).Draw(t, "held")
		p.X = rapid.Float64().Draw(t, "at")
		p.Move(rapid.IntRange(-5, 5).Draw(t, "move"))
		width, height := rapid.IntRange(1, 130).Draw(t, "width"), rapid.IntRange(1, 50).Draw(t, "height")
		ascii := rapid.Bool().Draw(t, "ascii")
		lines := p.Lines(width, height, styles(kit.Look{ASCII: ascii}))
		if text := strings.Join(lines, ""); ascii && strings.ContainsFunc(text, func(r rune) bool { return r > '~' }) {
			t.Fatalf("%q is not ASCII", text)
		}
		if len(lines) > height {
			t.Fatalf("%d lines, there is room for %d", len(lines), height)
		}
		for _, l := range lines {
			if w := ansi.StringWidth(l); w > width {
				t.Fatalf("%q is %d columns wide, there is room for %d", l, w, width)
			}
		}
	})
}

func TestMove(t *testing.T) {
	p := widget.Plot{From: -8, To: 8}
	p.Start()
	for _, step := range []struct {
		by   int
		want float64
	}{{0, 0}, {1, 0.2}, {9, 2}, {-20, -2}, {1000, 8}, {-10000, -8}, {5, -7}} {
		p.Move(step.by)
		if math.Abs(p.X-step.want) > 1e-12 {
			t.Errorf("after %+d: x = %v, want %v", step.by, p.X, step.want)
		}
	}
}

// TestPages fails when a page is no tenth of the range, or an end of the range cannot be reached.
func TestPages(t *testing.T) {
	p := widget.Plot{From: 0.005, To: 0.995}
	p.Start()
	for _, c := range []struct {
		what string
		move func()
		want float64
	}{
		{"start", func() {}, 0.5},
		{"a page on", func() { p.Page(1) }, 0.6},
		{"two pages back", func() { p.Page(-2) }, 0.4},
		{"the end", func() { p.MoveTo(p.To) }, 0.995},
		{"a step back", func() { p.Move(-1) }, 0.99},
		{"the beginning", func() { p.MoveTo(p.From) }, 0.005},
		{"a step on", func() { p.Move(1) }, 0.01},
		{"before the beginning", func() { p.Page(-1) }, 0.005},
		{"a place between", func() { p.MoveTo(0.123) }, 0.12},
	} {
		if c.move(); math.Abs(p.X-c.want) > 1e-12 {
			t.Errorf("%s: x = %v, want %v", c.what, p.X, c.want)
		}
	}
}

// TestLookChanges fails when a picture that was drawn for one look is shown in another.
func TestLookChanges(t *testing.T) {
	p := widget.Plot{Var: "ŷ", From: 0, To: 1, Curves: []widget.Curve{{"ŷ", func(y float64) float64 { return y }}}}
	s := styles(kit.Look{})
	p.Lines(60, 15, s)
	*s = *styles(kit.Look{ASCII: true})
	if text := strings.Join(p.Lines(60, 15, s), "\n"); !strings.Contains(text, "yhat") || strings.Contains(text, "ŷ") {
		t.Errorf("drawn in ASCII:\n%s", text)
	}
}

// TestPlotInColour fails when other colours change what is drawn, when two curves have the same, or when they are told apart
// by nothing where there are no colours.
func TestPlotInColour(t *testing.T) {
	r := lipgloss.NewRenderer(io.Discard)
	r.SetColorProfile(termenv.TrueColor)
	coloured := kit.NewStyles(r, kit.Look{Colours: kit.ManyColours})
	fewer := kit.NewStyles(r, kit.Look{Colours: kit.SixteenColours, Background: kit.Dark})
	plot := func(s *kit.Styles) string {
		p := widget.Plot{From: -8, To: 8, Curves: []widget.Curve{{"g(x)", sigmoid}, {"g′(x)", slopeOf}}, Movable: true, Tangent: true}
		return strings.Join(p.Lines(80, 24, s), "\n")
	}
	got := plot(&coloured)
	if ansi.Strip(got) != ansi.Strip(plot(&fewer)) {
		t.Errorf("in many colours it is\n%s\nin sixteen it is\n%s", ansi.Strip(got), ansi.Strip(plot(&fewer)))
	}
	if !strings.Contains(plot(styles(kit.Look{})), "•••") {
		t.Errorf("without colours it is\n%s", plot(styles(kit.Look{})))
	}
	seen := map[string]bool{}
	for _, code := range regexp.MustCompile(`\x1b\[[0-9;]+m`).FindAllString(got, -1) {
		seen[code] = true
	}
	if len(seen) < 5 { // two curves, the tangent, the point, the axes, and the end of each
		t.Errorf("the colours are %q", slices.Sorted(maps.Keys(seen)))
	}
}

// TestTable fails when a table of values does not stand at round places in even steps, or leaves a marked place out.
func TestTable(t *testing.T) {
	for _, c := range []struct {
		from, to float64
		marks    []widget.Point
		want     string
	}{
		{-5, 5, nil, "-5 -4 -3 -2 -1 0 1 2 3 4 5"},
		{-8, 4, []widget.Point{{X: -6, Y: 0}, {X: 0.5, Y: 0}}, "-8 -6 -4 -2 0 0.5 2 4"},
		{0.02, 0.98, []widget.Point{{X: 0.5, Y: 0}}, "0.1 0.2 0.3 0.4 0.5 0.6 0.7 0.8 0.9"},
		{0.1, 3, nil, "0.5 1 1.5 2 2.5 3"},
	} {
		p := widget.Plot{From: c.from, To: c.to, Marks: c.marks}
		_, rows := p.Table(11)
		var got []string
		for _, r := range rows {
			got = append(got, r[0])
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("from %g to %g: %s, want %s", c.from, c.to, strings.Join(got, " "), c.want)
		}
	}
}

// TestTableDigits holds the numbers of a table to four places: a slope that is measured has no more that are right.
func TestTableDigits(t *testing.T) {
	g := func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }
	p := widget.Plot{From: -2, To: 2, Tangent: true, Curves: []widget.Curve{{Label: "g", At: g}}}
	_, rows := p.Table(5)
	var got []string
	for _, r := range rows {
		got = append(got, strings.Join(r, " "))
	}
	want := "-2 0.1192 0.1050, -1 0.2689 0.1966, 0 0.5000 0.2500, 1 0.7311 0.1966, 2 0.8808 0.1050"
	if strings.Join(got, ", ") != want {
		t.Errorf("%s, want %s", strings.Join(got, ", "), want)
	}
}

// TestBreaks draws curves that jump: where they do there must be a gap in each row between, and a steep curve that does not jump has
// none.
func TestBreaks(t *testing.T) {
	for name, c := range map[string]struct {
		at    func(x float64) float64
		whole bool
	}{
		"tan":      {math.Tan, false},
		"step":     {func(x float64) float64 { return math.Copysign(1, x-0.01) }, false},
		"pole":     {func(x float64) float64 { return 1 / (x - 0.013) }, false},
		"steep":    {func(x float64) float64 { return math.Tanh(300 * x) }, true},
		"straight": {func(x float64) float64 { return 50 * x }, true},
	} {
		p := widget.Plot{From: -2, To: 2, Curves: []widget.Curve{{"f", c.at}}}
		s := styles(kit.Look{})
		lines := p.Lines(60, 20, s)
		rows := 0 // of the graph in which nothing of the curve is seen
		for _, l := range lines {
			_, graph, ok := strings.Cut(ansi.Strip(l), "┤")
			if ok && strings.TrimSpace(graph) == "" {
				rows++
			}
		}
		if c.whole && rows > 0 {
			t.Errorf("%s: the curve is broken:\n%s", name, strings.Join(lines, "\n"))
		}
		joined := slices.ContainsFunc(columnsOf(lines), func(high int) bool { return high > 13 })
		if !c.whole && joined {
			t.Errorf("%s: what jumps is joined:\n%s", name, strings.Join(lines, "\n"))
		}
	}
}

// columnsOf returns how many rows of a graph each column fills.
func columnsOf(lines []string) []int {
	var all []int
	for _, l := range lines {
		_, graph, ok := strings.Cut(ansi.Strip(l), "┤")
		if !ok {
			continue
		}
		for i, r := range []rune(graph) {
			for len(all) <= i {
				all = append(all, 0)
			}
			if r != ' ' {
				all[i]++
			}
		}
	}
	return all
}
