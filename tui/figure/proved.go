package figure

import (
	"chainrule/lessons"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// Proved makes the plot of what a derivation proves: the values of both its sides, which are computed apart and meet. It is nil
// where they depend on more than one letter, or on none.
func Proved(d *lessons.Derive, s *kit.Styles) *widget.Plot {
	from, ok1 := judge.Values(d.From.Tree, d.Scope)
	to, ok2 := judge.Values(d.To.Tree, d.Scope)
	if !ok1 || !ok2 {
		return nil
	}
	letters := expr.Symbols(from, to)
	if len(letters) != 1 {
		return nil
	}
	left, ok1 := eval.Compile(from, letters)
	right, ok2 := eval.Compile(to, letters)
	if !ok1 || !ok2 || left.Len()+right.Len() > longest {
		return nil
	}
	set := widget.Charset(s)
	p := &widget.Plot{
		Var:    typeset.Inline(letters[0], set),
		Curves: []widget.Curve{curve(typeset.Inline(d.To.Tree, set), right), curve(typeset.Inline(d.From.Tree, set), left)},
	}
	domain, _ := d.Scope.Domain(letters[0])
	lo, hi := domain.Span()
	p.From, p.To = window(0, usual, lo, hi)
	return p
}
