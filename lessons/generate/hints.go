package generate

import (
	"slices"
	"strings"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/typeset"
)

// hints returns the rungs to a derivative that is reached by lines: the rules of the first, what they take apart, and a line on
// the way.
func (d *drawer) hints(from expr.Node, lines []expr.Node) ([]any, error) {
	if _, err := d.ruled(from, lines); err != nil {
		return nil, err
	}
	var names []string
	for _, id := range rule.Between(from, lines[0], d.scope) {
		if r, ok := d.course.Rule(id); ok && !slices.Contains(names, r.Name) {
			names = append(names, r.Name)
		}
	}
	way := "The answer is $" + typeset.Line(lines[0]) + "$."
	if len(lines) > 1 {
		way = "One line before the answer stands $" + typeset.Line(lines[len(lines)-2]) + "$."
	} else {
		for _, open := range []func(expr.Node) expr.Node{d.half, d.outermost} {
			if line := calculus.Tidy(expr.Map(from, open)); !expr.Alike(line, lines[0]) && !expr.Alike(line, from) {
				way = "On the way stands $" + typeset.Line(line) + "$."
				break
			}
		}
	}
	return []any{"Rules for the first step: " + strings.Join(names, ", ") + ".", d.pieces(from), way}, nil
}

// half carries out the outermost rules of a derivative, and leaves all inside of them.
func (d *drawer) half(n expr.Node) expr.Node {
	v, ok := n.(*expr.Derivative)
	if !ok || v.Order != 1 {
		return n
	}
	return d.opened(calculus.Differentiate(v.Body, v.Var, d.scope), 0)
}

// outermost carries out the rules of a derivative that everybody uses in passing, and leaves what has a rule of its own.
func (d *drawer) outermost(n expr.Node) expr.Node {
	v, ok := n.(*expr.Derivative)
	if !ok || v.Order != 1 {
		return n
	}
	var open func(s *calculus.Step) expr.Node
	open = func(s *calculus.Step) expr.Node {
		switch {
		case depth(s) == 0:
			return s.Result
		case s.Rule == calculus.SumRule, s.Rule == calculus.ConstantMultiple, s.Rule == calculus.Definition:
			parts := make([]expr.Node, len(s.Parts))
			for i, p := range s.Parts {
				parts[i] = open(p)
			}
			return s.With(parts)
		}
		return &expr.Derivative{Var: v.Var, Body: s.Of, Order: 1, Partial: v.Partial}
	}
	return open(calculus.Differentiate(v.Body, v.Var, d.scope))
}

// pieces says what the first rule that counts takes apart.
func (d *drawer) pieces(from expr.Node) string {
	v, ok := from.(*expr.Derivative)
	if !ok {
		return "Go part by part."
	}
	s := calculus.Differentiate(v.Body, v.Var, d.scope)
	for len(s.Parts) > 0 && (s.Rule == calculus.SumRule || s.Rule == calculus.ConstantMultiple || s.Rule == calculus.Definition) {
		deepest := s.Parts[0]
		for _, p := range s.Parts[1:] {
			if depth(p) > depth(deepest) || depth(p) == depth(deepest) && p.Rule == calculus.ChainRule {
				deepest = p
			}
		}
		s = deepest
	}
	letter := "$" + typeset.Line(v.Var) + "$"
	of := func(i int) string { return "$" + typeset.Line(calculus.Tidy(s.Parts[i].Of)) + "$" }
	switch {
	case s.Rule == calculus.ChainRule:
		return "There is something inside: " + of(1) + ". Its derivative is a factor."
	case s.Rule == calculus.ProductRule && len(s.Parts) == 2:
		return "Two factors contain " + letter + ": " + of(0) + " and " + of(1) + "."
	case s.Rule == calculus.QuotientRule:
		return "On top stands " + of(0) + ", below the bar " + of(1) + "."
	}
	if r, ok := d.course.Rule(rule.ID(s.Rule.String())); ok && len(r.Say) > 0 {
		return "The " + r.Name + ": " + r.Formula + "."
	}
	return "Take it term by term. What does not contain " + letter + " is constant."
}
