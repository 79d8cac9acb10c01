package figure

import (
	"math"
	"strings"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Answer returns the plot of a wrong answer over what was wanted, the witness marked; nil where no curve can be drawn.
func Answer(q lessons.Question, f *grade.Feedback, s *kit.Styles) *widget.Plot {
	if _, runs := q.(*lessons.Lab); runs || f.Kind != grade.Wrong || f.Answer == nil || f.Wanted == nil || f.Scope == nil {
		return nil
	}
	answer, ok1 := judge.Values(f.Answer, f.Scope)
	wanted, ok2 := judge.Values(f.Wanted, f.Scope)
	if !ok1 || !ok2 {
		return nil
	}
	along := variable(answer, wanted, f.Witness)
	if along == nil {
		return nil
	}
	held := held(expr.Symbols(answer, wanted), along, f.Witness, widget.Charset(s))
	answer, wanted = fixed(answer, along, f.Witness), fixed(wanted, along, f.Witness)
	a, ok1 := eval.Compile(answer, []*expr.Symbol{along})
	w, ok2 := eval.Compile(wanted, []*expr.Symbol{along})
	if !ok1 || !ok2 || a.Len()+w.Len() > longest {
		return nil
	}
	p := &widget.Plot{
		Var:    typeset.Inline(along, widget.Charset(s)),
		Curves: []widget.Curve{curve(wantedName(q), w), curve("your answer", a)},
		Held:   held,
	}
	at, known := value(f.Witness, along)
	domain, _ := f.Scope.Domain(along)
	lo, hi := domain.Span()
	if !known {
		p.From, p.To = window(0, usual, lo, hi)
	} else {
		x, _ := at.Is.Float64()
		p.From, p.To = showing(p.Curves, x, lo, hi)
		if at.Exactly == nil { // beside it the curves may be elsewhere
			p.Witness = &widget.Witness{X: x, Values: []float64{w.Float([]float64{x}), a.Float([]float64{x})}}
		}
	}
	return p
}

// longest bounds the instructions of what is drawn: every column of the picture takes all of them.
const longest = 10_000

// wantedName calls what an answer is compared with.
func wantedName(q lessons.Question) string {
	switch q.(type) {
	case *lessons.Derive, *lessons.Spot:
		return "the line above"
	case *lessons.Expression, *lessons.Number, *lessons.Choice, *lessons.Lab:
	}
	return "wanted"
}

// variable picks the symbol to plot along: x if there is one, else the first.
func variable(a, b expr.Node, w *judge.Witness) *expr.Symbol {
	symbols := expr.Symbols(a, b)
	for _, s := range symbols {
		if s.Name == "x" && len(s.Index) == 0 {
			return s
		}
	}
	if len(symbols) > 0 && (len(symbols) == 1 || w != nil) {
		return symbols[0]
	}
	return nil
}

// fixed puts the values of the witness in for all symbols but one.
func fixed(n expr.Node, but *expr.Symbol, w *judge.Witness) expr.Node {
	if w == nil {
		return n
	}
	for _, v := range w.Point {
		if !expr.Equal(v.Symbol, but) {
			n = expr.Substitute(n, v.Symbol, v.Number())
		}
	}
	return n
}

// held tells the values that fixed puts in for some letters, all but one.
func held(letters []*expr.Symbol, but *expr.Symbol, w *judge.Witness, set typeset.Charset) string {
	var values []string
	for _, s := range letters {
		if is, known := value(w, s); known && !expr.Equal(s, but) {
			values = append(values, typeset.Inline(s, set)+" = "+is.Written(func(n expr.Node) string { return typeset.Inline(n, set) }))
		}
	}
	return typeset.Numerals(strings.Join(values, ", "), set)
}

func value(w *judge.Witness, of *expr.Symbol) (judge.Value, bool) {
	if w != nil {
		for _, v := range w.Point {
			if expr.Equal(v.Symbol, of) {
				return v, true
			}
		}
	}
	return judge.Value{}, false
}

// usual is how far a plot goes to both sides where nothing asks for another range.
const usual = 6.0

// window returns a range of so much to both sides of the middle, inside the bounds.
func window(middle, reach, lo, hi float64) (from, to float64) {
	from, to = max(middle-reach, lo), min(middle+reach, hi)
	if !(from < to) {
		return middle - 1, middle + 1
	}
	return from, to
}

// showing returns the widest of some ranges in which the curves are seen to differ at x: where they run away to one
// side, the difference at x would vanish in the height of the plot.
func showing(curves []widget.Curve, x, lo, hi float64) (from, to float64) {
	const enough = 0.15 // of the height of the plot
	best, bestShare := [2]float64{x - 1, x + 1}, -1.0
	for _, reach := range []float64{usual, 4, 3, 2, 1, 0.5} {
		middle := 0.0
		if math.Abs(x) > 0.8*reach {
			middle = x
		}
		from, to = window(middle, reach, lo, hi)
		share := difference(curves, x) / height(curves, from, to)
		if share >= enough {
			return from, to
		}
		if share > bestShare {
			best, bestShare = [2]float64{from, to}, share
		}
	}
	return best[0], best[1]
}

func difference(curves []widget.Curve, x float64) float64 {
	return math.Abs(curves[0].At(x) - curves[1].At(x))
}

// height returns how much height curves need over a range.
func height(curves []widget.Curve, from, to float64) float64 {
	const places = 40
	low, high := math.Inf(1), math.Inf(-1)
	for _, c := range curves {
		for i := range places + 1 {
			y := c.At(from + (to-from)*float64(i)/places)
			if !math.IsNaN(y) && !math.IsInf(y, 0) {
				low, high = min(low, y), max(high, y)
			}
		}
	}
	return high - low
}

func curve(label string, p *eval.Program) widget.Curve {
	return widget.Curve{Label: label, At: func(x float64) float64 { return p.Float([]float64{x}) }}
}
