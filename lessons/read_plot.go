package lessons

import (
	"fmt"
	"math"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

var moves = map[string]Motion{"": Still, "x": MoveX, "tangent": MoveTangent}

// rawPlot is a plot as written.
type rawPlot struct {
	Var       string
	Scope     string
	X, Y      []float64
	Curves    []string
	Labels    []string
	Marks     [][]float64
	Marked    string
	Points    [][]float64
	Residuals bool
	Move      string
	Notice    string
}

func (b *blockReader) plot(text []byte, offset int) {
	var raw rawPlot
	if !b.open(text, offset, &raw) {
		return
	}
	if b.screen.Plot != nil {
		b.reader.fault(b.at, "this screen has a second plot", "begin a new screen with ##")
	}
	p := &Plot{Scope: b.made.Scope.Clone(), Marked: raw.Marked, Residuals: raw.Residuals, Notice: b.sentence("notice", raw.Notice, b.prose)}
	if !b.rangeOf(p, raw.X, raw.Y) || !b.variable(p, raw.Var, raw.Scope) {
		return
	}
	var known bool
	if p.Move, known = moves[raw.Move]; !known {
		b.fail("move", fmt.Sprintf("%q cannot be moved", raw.Move), `write "x" or "tangent"`)
	}
	b.curves(p, raw.Curves, raw.Labels)
	p.Marks = b.inside(p, "marks", "mark", raw.Marks)
	p.Points = b.inside(p, "points", "point", raw.Points)
	b.together(p)
	b.screen.Plot = p
}

// variable declares the letter of the horizontal axis. It must be a letter of the lesson or of the plot, so that a
// learner can ask what it means.
func (b *blockReader) variable(p *Plot, name, scope string) bool {
	if scope != "" {
		if err := parse.Declare(p.Scope, scope); err != nil {
			b.fail("scope", err.Error(), "")
			return false
		}
	}
	if name == "" {
		name = "x"
	}
	within := p.Scope.Clone()
	if err := parse.Declare(within, fmt.Sprintf("%s: [%g,%g]", name, p.From, p.To)); err != nil {
		b.fail("var", err.Error(), "")
		return false
	}
	symbol, ok := b.term("var", name, within).Tree.(*expr.Symbol)
	if !ok {
		b.fail("var", fmt.Sprintf("%s is no symbol", name), "name the letter on the horizontal axis")
		return false
	}
	if _, declared := p.Scope.Domain(symbol); !declared && p.Scope.Strict {
		b.fail("var", fmt.Sprintf("%s, on the horizontal axis, is no letter of the lesson", name),
			fmt.Sprintf(`name one that is with var = "…", or write scope = "%s: real"`, name))
		return false
	}
	p.Var, p.Scope = symbol, within
	return true
}

// inside reads marks or data: points over the range, and between the ends of the vertical axis where they are fixed.
func (b *blockReader) inside(p *Plot, key, called string, pairs [][]float64) []Mark {
	var all []Mark
	for i, m := range pairs {
		at := fmt.Sprintf("%s[%d]", key, i)
		switch {
		case len(m) != 2 || !(m[0] >= p.From && m[0] <= p.To) || math.IsNaN(m[1]) || math.IsInf(m[1], 0):
			b.fail(at, fmt.Sprintf("this %s is no point over the range", called), "write [x, y] with x in the range")
		case p.Low != nil && m[1] < *p.Low || p.High != nil && m[1] > *p.High:
			b.fail(at, fmt.Sprintf("this %s lies above or below the plot", called), "choose a wider range y = [low, high]")
		default:
			all = append(all, Mark{m[0], m[1]})
		}
	}
	return all
}

// together demands that what speaks of other things has them.
func (b *blockReader) together(p *Plot) {
	if p.Residuals && len(p.Points) == 0 {
		b.fail("residuals", "there are no points whose residuals could be drawn", "write points = [[x, y], …]")
	}
	if p.Marked != "" && len(p.Marks) == 0 {
		b.fail("marked", "there are no marks to be named", "write marks = [[x, y], …]")
	}
}

func (b *blockReader) rangeOf(p *Plot, x, y []float64) bool {
	if len(x) != 2 || x[0] >= x[1] || math.IsInf(x[0], 0) || math.IsInf(x[1], 0) {
		b.fail("x", "the plot has no range", "write x = [from, to], smaller number first")
		return false
	}
	p.From, p.To = x[0], x[1]
	switch {
	case len(y) == 0:
	case len(y) == 2 && y[0] < y[1]:
		p.Low, p.High = &y[0], &y[1]
	default:
		b.fail("y", "the vertical range is no pair", "write y = [low, high] or leave it out")
	}
	return true
}

func (b *blockReader) curves(p *Plot, sources, labels []string) {
	if len(sources) == 0 {
		b.reader.fault(b.at, "the plot has no curve", `write curves = ["…"]`)
	}
	if len(labels) > len(sources) {
		b.fail("labels", "there are more labels than curves", "write one for each curve, or none")
		labels = nil
	}
	for i, s := range sources {
		path := fmt.Sprintf("curves[%d]", i)
		term := b.term(path, s, p.Scope)
		if term.Tree == nil {
			continue
		}
		meaning, ok := judge.Values(term.Tree, p.Scope)
		if !ok {
			b.fail(path, "this curve is too large to compute", "look for definitions that run in a circle")
			continue
		}
		program, ok := eval.Compile(meaning, []*expr.Symbol{p.Var})
		if !ok {
			b.fail(path, fmt.Sprintf("%s is not a function of %s alone", s, p.Var.Name), "use no other letter than the plot's")
			continue
		}
		c := Curve{Term: term, Program: program, Slope: slopeOf(term.Tree, p)}
		if i < len(labels) {
			c.Label = labels[i]
		}
		p.Curves = append(p.Curves, c)
	}
}

// slopeOf returns what computes the derivative of a curve with a tangent, nil where there is none. A slope that was measured
// would tell of 0.0000000001 where it is 0.
func slopeOf(curve expr.Node, p *Plot) *eval.Program {
	if p.Move != MoveTangent {
		return nil
	}
	meaning, ok := judge.Values(&expr.Derivative{Var: p.Var, Body: curve, Order: 1}, p.Scope)
	if !ok {
		return nil
	}
	program, ok := eval.Compile(meaning, []*expr.Symbol{p.Var})
	if !ok {
		return nil
	}
	return program
}
