package notebook

import (
	"math"
	"math/big"
	"slices"
	"strings"

	"chainrule/mathcore/decimal"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// A Picture is the curve of a formula and, beside it, of the one that it was compared with.
type Picture struct {
	Along    *expr.Symbol
	From, To float64
	trees    []expr.Node // what the curves are called
	programs []*eval.Program
	slope    *eval.Program // of the first curve; nil where it is not known
	held     []Held
	witness  *float64 // where the curves differ; nil where that is not known
}

// longest bounds the instructions of what is drawn: every column of the picture takes all of them.
const longest = 4000

// Words on why there is no picture.
const (
	noLetter    = "There is no letter along which a curve could be drawn."
	noValues    = "There is no curve: something in it has no value that can be computed, such as a function that is not defined or a sum without an end."
	tooLong     = "There is no curve: it would take too long to compute it at every point."
	conditioned = "There are no curves: where a condition is given, letters do not move by themselves."
	nowhere     = "There is no curve: no value was found between -1000 and 1000. Choose a range, as in :from 2000 to 3000."
	notInSpan   = "There is no curve: no value was found in this range. Type :from alone for one that is chosen by the formula."
)

// draw makes the picture of a study, if there can be one.
func (n *Notebook) draw(s *Study) {
	trees := []expr.Node{s.Tree}
	if s.Other != nil {
		trees = append(trees, s.Other)
	}
	if s.Other != nil && len(n.scope.Conditions()) > 0 {
		s.NoPicture = conditioned
		return
	}
	along := s.By
	if along == nil && s.Other != nil {
		along = first(expr.Symbols(s.Other))
	}
	if along == nil {
		s.NoPicture = noLetter
		return
	}
	p := &Picture{Along: along, trees: trees}
	s.NoPicture = p.compile(n, s)
	if s.NoPicture != "" {
		return
	}
	domain, _ := n.scope.Domain(along)
	if n.span != nil {
		p.From, p.To = n.span.From, n.span.To
		if !p.valued() {
			s.NoPicture = notInSpan
			return
		}
	} else if !p.choose(domain) {
		s.NoPicture = nowhere
		return
	}
	s.Picture = p
}

func first(letters []*expr.Symbol) *expr.Symbol {
	if len(letters) == 0 {
		return nil
	}
	return choose(letters, nil)
}

// compile makes the programs of the curves, and returns why that cannot be.
func (p *Picture) compile(n *Notebook, s *Study) (why string) {
	if v := s.verdict; v != nil && v.At != nil {
		p.hold(v.At)
	}
	for _, tree := range p.trees {
		program, why := p.program(n, tree)
		if why != "" {
			return why
		}
		p.programs = append(p.programs, program)
	}
	if s.Derivative != nil && !s.Open && expr.Equal(s.By, p.Along) {
		p.slope, _ = p.program(n, s.Derivative)
	}
	return ""
}

// program makes the program of a formula along the letter, all others where they stand still.
func (p *Picture) program(n *Notebook, tree expr.Node) (program *eval.Program, why string) {
	prepared, ok := judge.Values(tree, n.scope)
	if !ok {
		return nil, noValues
	}
	for _, letter := range letters(tree, prepared, n.scope) {
		if !expr.Equal(letter, p.Along) && !p.holds(letter) {
			p.held = append(p.held, Held{letter, n.holding(letter)})
		}
	}
	for _, h := range p.held {
		at, ok := new(big.Rat).SetString(decimal.Short(h.At))
		if !ok {
			return nil, noValues
		}
		prepared = expr.Substitute(prepared, h.Letter, expr.Rational(at))
	}
	if prepared, ok = judge.Prepare(prepared, n.scope); !ok || expr.SizeUpTo(prepared, longest) >= longest {
		return nil, tooLong
	}
	counted, ok := eval.CompileUnder(n.scope.Meter(), prepared, []*expr.Symbol{p.Along})
	if !ok {
		return nil, noValues
	}
	if counted.Len() > longest {
		return nil, tooLong
	}
	program, _ = eval.Compile(prepared, []*expr.Symbol{p.Along}) // it is run where nothing is counted
	return program, ""
}

// hold puts the letters of a witness where they are there, all but the one along which is drawn.
func (p *Picture) hold(w *judge.Witness) {
	for _, v := range w.Point {
		x, _ := v.Is.Float64()
		if expr.Equal(v.Symbol, p.Along) {
			if v.Exactly == nil { // beside it the curves may be elsewhere
				p.witness = &x
			}
			continue
		}
		p.held = append(p.held, Held{v.Symbol, x})
	}
}

func (p *Picture) holds(letter *expr.Symbol) bool {
	return slices.ContainsFunc(p.held, func(h Held) bool { return expr.Equal(h.Letter, letter) })
}

// holding returns where a letter stands still: where it was put, else at a simple place where it may be.
func (n *Notebook) holding(letter *expr.Symbol) float64 {
	for _, h := range n.held {
		if expr.Equal(h.Letter, letter) {
			return h.At
		}
	}
	d, _ := n.scope.Domain(letter)
	if d.Finite() && len(d.Set) > 0 {
		x, _ := d.Set[len(d.Set)-1].Float64()
		return x
	}
	one := big.NewRat(1, 1)
	if d.Contains(one) {
		return 1
	}
	lo, hi := d.Span()
	switch {
	case math.IsInf(lo, 0):
		return math.Ceil(hi) - 1
	case math.IsInf(hi, 0):
		return math.Floor(lo) + 1
	}
	return (lo + hi) / 2
}

// at is the value of a curve.
func (p *Picture) at(curve int, x float64) float64 { return p.programs[curve].Float([]float64{x}) }

// slopeAt is the slope of the first curve by its derivative; NaN where there is no curve, in a kink and
// in a jump, where what differs left and right of it does so however near one looks.
func (p *Picture) slopeAt(x float64) float64 {
	if y := p.at(0, x); math.IsNaN(y) || math.IsInf(y, 0) {
		return math.NaN()
	}
	const steps = 1e5
	wide := (p.To - p.From) / steps
	stays := func(far, near float64) bool { return math.Abs(far) > 1e-6 && math.Abs(near) > math.Abs(far)/2 }
	if stays(p.bend(x, wide), p.bend(x, wide/16)) || stays(p.jump(x, wide), p.jump(x, wide/16)) {
		return math.NaN()
	}
	return p.slope.Float([]float64{x})
}

// bend is by how much the slope to the right of x differs from that to the left.
func (p *Picture) bend(x, by float64) float64 {
	y := p.at(0, x)
	return (p.at(0, x+by)-y)/by - (y-p.at(0, x-by))/by
}

// jump is by how much the values right and left of x differ.
func (p *Picture) jump(x, by float64) float64 { return p.at(0, x+by) - p.at(0, x-by) }

// showWitness widens the range until it shows where the curves differ.
func (p *Picture) showWitness() {
	if p.witness == nil {
		return
	}
	x := *p.witness
	margin := (p.To - p.From) / 12
	if x < p.From {
		p.From = x - margin
	}
	if x > p.To {
		p.To = x + margin
	}
}

// Plot makes the widget of the picture.
func (p *Picture) Plot(s *kit.Styles) *widget.Plot {
	set := widget.Charset(s)
	w := &widget.Plot{Var: typeset.Inline(p.Along, set), From: p.From, To: p.To, Movable: true, Tangent: len(p.programs) == 1}
	for i, program := range p.programs {
		label := typeset.Inline(p.trees[i], set)
		if longestLabel := 40; len([]rune(label)) > longestLabel {
			label = [...]string{"the formula", "the other one"}[i]
			if len(p.programs) > 1 {
				label = [...]string{"left", "right"}[i]
			}
		}
		w.Curves = append(w.Curves, widget.Curve{Label: label, At: func(x float64) float64 { return program.Float([]float64{x}) }})
	}
	if p.slope != nil {
		w.Slope = p.slopeAt
	}
	var values []string
	for _, h := range p.held {
		values = append(values, typeset.Inline(h.Letter, set)+" = "+decimal.Short(h.At))
	}
	w.Held = typeset.Numerals(strings.Join(values, ", "), set)
	if p.witness != nil {
		at := &widget.Witness{X: *p.witness}
		for i := range p.programs {
			at.Values = append(at.Values, p.at(i, *p.witness))
		}
		w.Witness = at
	}
	w.Start()
	return w
}
