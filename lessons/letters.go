package lessons

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// A Letter is a symbol of a lesson as a question uses it. Is is what it is defined as, nil where it is not.
type Letter struct {
	Symbol

	Is expr.Node
}

// Says tells what the letter is defined as in a question, and what it stands for.
func (k Letter) Says(q Question) Text {
	f := &Formula{Source: k.Name}
	if head, err := ReadFormula(k.Name, q.About().Scope); err == nil {
		*f = head
	}
	if k.Is != nil {
		f.Parts, f.Relations = append(slices.Clip(f.Parts), k.Is), []string{"="}
		f.Source += " = " + typeset.Line(k.Is)
	}
	if len(f.Parts) == 0 {
		f.Parts = []expr.Node{&expr.Symbol{Name: k.Name}}
	}
	return Text{{Style: Math, Text: f.Source, Formula: f}, {Text: ": " + k.Means + "."}}
}

// Letters returns the symbols of the lesson that stand in the formulas of a question: in what it asks and begins with, in each of its
// answers, and in the definitions that those use. So it tells what is needed to understand the question, and to answer it, without
// the text around it. A letter that only some of the answers have is none of these.
func (l *Lesson) Letters(q Question) []Letter {
	seen := shownBy(q)
	var all []Letter
	taken := make([]bool, len(l.Symbols))
	for range l.Symbols { // definitions bring letters of their own
		before := len(all)
		for i, s := range l.Symbols {
			head, complaint := parse.Expr(s.Name, loose(l.Scope))
			if complaint != nil || taken[i] || !stands(head, expr.Product(seen...)) && !mustBeTyped(head, q) {
				continue
			}
			letter := Letter{Symbol: s}
			if s.Domain == "" {
				if body, ok := q.About().Scope.Meaning(head); ok {
					letter.Is, seen = body, append(seen, body)
				}
			}
			taken[i], all = true, append(all, letter)
		}
		if len(all) == before {
			break
		}
	}
	return all
}

// shownBy returns the formulas that a question shows before it is answered.
func shownBy(q Question) []expr.Node {
	var all []expr.Node
	text := func(t Text) {
		for _, part := range t {
			if part.Formula != nil {
				all = append(all, part.Formula.Parts...)
			}
		}
	}
	term := func(t Term) {
		if t.Tree != nil {
			all = append(all, t.Tree)
		}
	}
	text(q.About().Ask)
	switch q := q.(type) {
	case *Expression:
		term(q.From)
	case *Derive:
		term(q.From)
		term(q.To)
	case *Spot:
		term(q.From)
	case *Choice:
		for _, o := range q.Options {
			text(o.Text)
		}
	case *Number, *Lab:
	}
	return all
}

// stands reports whether a symbol stands in a formula.
func stands(head, in expr.Node) bool {
	return expr.Contains(in, func(n expr.Node) bool { return isNamed(n, head) })
}

// mustBeTyped reports whether a symbol stands in all right answers: nobody could guess its name.
func mustBeTyped(head expr.Node, q Question) bool {
	e, ok := q.(*Expression)
	return ok && !slices.ContainsFunc(e.Accept, func(a Term) bool { return !stands(head, a.Tree) })
}

// isNamed reports whether a part of a formula is a symbol, or a function at any place, of the given name.
func isNamed(n, head expr.Node) bool {
	switch head := head.(type) {
	case *expr.Symbol:
		s, ok := n.(*expr.Symbol)
		return ok && s.Name == head.Name && slices.EqualFunc(s.Index, head.Index, counts)
	case *expr.Apply:
		a, ok := n.(*expr.Apply)
		return ok && a.Name == head.Name && slices.EqualFunc(a.Index, head.Index, counts)
	case *expr.Call:
		c, ok := n.(*expr.Call)
		return ok && c.Func == head.Func
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Derivative, *expr.Series:
	}
	return false
}

// counts reports whether an index is meant by one of a table of symbols: a letter there stands for any.
func counts(index, named expr.Node) bool { return !expr.IsNumber(named) || expr.Equal(index, named) }
