package ask

import (
	"math"
	"math/big"

	"chainrule/lessons/grade"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Overlay returns the plot of a wrong answer over what was wanted, the witness marked; nil where no curve can be drawn.
func Overlay(f *grade.Feedback, s *kit.Styles) *widget.Plot {
	if f.Kind != grade.Wrong || f.Answer == nil || f.Wanted == nil || f.Scope == nil {
		return nil
	}
	answer, ok1 := ready(f.Answer, f.Scope)
	wanted, ok2 := ready(f.Wanted, f.Scope)
	if !ok1 || !ok2 {
		return nil
	}
	along := variable(answer, wanted, f.Witness)
	if along == nil {
		return nil
	}
	answer, wanted = fixed(answer, along, f.Witness), fixed(wanted, along, f.Witness)
	a, ok1 := eval.Compile(answer, []*expr.Symbol{along})
	w, ok2 := eval.Compile(wanted, []*expr.Symbol{along})
	if !ok1 || !ok2 {
		return nil
	}
	p := &widget.Plot{
		Var:    typeset.Inline(along, widget.Charset(s)),
		Curves: []widget.Curve{curve("wanted", w), curve("your answer", a)},
	}
	at, known := value(f.Witness, along)
	domain, _ := f.Scope.Domain(along)
	p.From, p.To = rangeOf(domain, at, known)
	if known {
		x, _ := at.Float64()
		p.Witness = &widget.Point{X: x, Y: a.Float([]float64{x})}
	}
	return p
}

// ready turns a tree into what can be computed: definitions unfolded, derivatives worked out.
func ready(n expr.Node, sc *scope.Scope) (expr.Node, bool) {
	resolved, ok := calculus.Resolve(n, sc)
	if !ok {
		return n, false
	}
	return sc.Unfold(resolved)
}

// variable picks the symbol to plot along: x if there is one, else the first.
func variable(a, b expr.Node, w *judge.Witness) *expr.Symbol {
	symbols := expr.Symbols(expr.Sum(a, b))
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
			n = expr.Substitute(n, v.Symbol, expr.Rational(v.Is))
		}
	}
	return n
}

func value(w *judge.Witness, of *expr.Symbol) (*big.Rat, bool) {
	if w != nil {
		for _, v := range w.Point {
			if expr.Equal(v.Symbol, of) {
				return v.Is, true
			}
		}
	}
	return nil, false
}

// rangeOf chooses the range of the plot: the domain where it is bounded, else some way around 0 and the witness.
func rangeOf(d scope.Domain, at *big.Rat, known bool) (from, to float64) {
	const usual = 6.0
	from, to = -usual, usual
	if known {
		x, _ := at.Float64()
		for to < math.Abs(x) && to < 1e6 {
			to *= 2
		}
		from = -to
	}
	lo, hi := math.Inf(-1), math.Inf(1)
	if d.Lo != nil {
		lo, _ = d.Lo.Float64()
	}
	if d.Hi != nil {
		hi, _ = d.Hi.Float64()
	}
	if d.Finite() && len(d.Set) > 0 {
		lo, _ = d.Set[0].Float64()
		hi, _ = d.Set[len(d.Set)-1].Float64()
	}
	from, to = max(from, lo), min(to, hi)
	if !(from < to) {
		from, to = from-1, from+1
	}
	return from, to
}

func curve(label string, p *eval.Program) widget.Curve {
	return widget.Curve{Label: label, At: func(x float64) float64 { return p.Float([]float64{x}) }}
}
