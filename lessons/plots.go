package lessons

import (
	"fmt"
	"math"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
)

var moves = map[string]Move{"": Still, "x": MoveX, "tangent": MoveTangent}

func (b *blockReader) plot(text []byte, offset int) {
	var raw struct {
		Var    string
		X, Y   []float64
		Curves []string
		Labels []string
		Marks  [][]float64
		Move   string
		Notice string
	}
	if !b.open(text, offset, &raw) {
		return
	}
	if b.screen.Plot != nil {
		b.reader.fault(b.at, "this screen has a second plot", "begin a new screen with ##")
	}
	p := &Plot{Scope: b.made.Scope.Clone(), Notice: b.sentence("notice", raw.Notice, b.prose)}
	if raw.Var == "" {
		raw.Var = "x"
	}
	if !b.rangeOf(p, raw.X, raw.Y) {
		return
	}
	if err := parse.Declare(p.Scope, fmt.Sprintf("%s: [%g,%g]", raw.Var, p.From, p.To)); err != nil {
		b.fail("var", err.Error(), "")
		return
	}
	symbol, ok := b.term("var", raw.Var, p.Scope).Tree.(*expr.Symbol)
	if !ok {
		b.fail("var", fmt.Sprintf("%s is no symbol", raw.Var), "name the letter on the horizontal axis")
		return
	}
	p.Var = symbol
	if p.Move, ok = moves[raw.Move]; !ok {
		b.fail("move", fmt.Sprintf("%q cannot be moved", raw.Move), `write "x" or "tangent"`)
	}
	b.curves(p, raw.Curves, raw.Labels)
	for i, m := range raw.Marks {
		if len(m) != 2 || m[0] < p.From || m[0] > p.To {
			b.fail(fmt.Sprintf("marks[%d]", i), "this mark is no point over the range", "write [x, y] with x in the range")
			continue
		}
		p.Marks = append(p.Marks, Mark{m[0], m[1]})
	}
	b.screen.Plot = p
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
		meaning, ok := judge.Prepare(term.Tree, p.Scope)
		if !ok {
			b.fail(path, "this curve is too large to compute", "look for definitions that run in a circle")
			continue
		}
		program, ok := eval.Compile(meaning, []*expr.Symbol{p.Var})
		if !ok {
			b.fail(path, fmt.Sprintf("%s is not a function of %s alone", s, p.Var.Name), "use no other letter than the plot's")
			continue
		}
		c := Curve{Term: term, Program: program}
		if i < len(labels) {
			c.Label = labels[i]
		}
		p.Curves = append(p.Curves, c)
	}
}
