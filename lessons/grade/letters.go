package grade

import (
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// Complain words what could not be read in an answer to a question. Where the letters are listed, those of the question
// are, not all that the lesson has.
func Complain(q lessons.Question, c *parse.Complaint) string {
	if c.Code != parse.Undeclared || c.Near != "" && !strings.Contains(c.Near, ", ") {
		return c.Say()
	}
	names := letters(q)
	switch len(names) {
	case 0:
		return c.Say()
	case 1:
		return c.Text + " has no meaning here. The only letter is " + names[0] + "."
	}
	narrowed := *c
	narrowed.Near = strings.Join(names, ", ")
	return narrowed.Say()
}

// letters returns the letters that stand in the formulas of a question, in the order in which they come up.
func letters(q lessons.Question) []string {
	var names []string
	known := map[string]bool{}
	add := func(name string) {
		if !known[name] {
			known[name] = true
			names = append(names, name)
		}
	}
	for _, n := range formulas(q) {
		expr.Walk(n, func(n expr.Node) bool {
			if call, ok := n.(*expr.Apply); ok {
				add(call.Name)
			}
			return true
		})
		for _, s := range expr.Symbols(n) {
			add(typeset.Line(s))
		}
	}
	return names
}

// formulas returns the formulas of a question: those in its words, and those that it asks for.
func formulas(q lessons.Question) []expr.Node {
	var all []expr.Node
	add := func(terms ...lessons.Term) {
		for _, t := range terms {
			if t.Tree != nil {
				all = append(all, t.Tree)
			}
		}
	}
	for _, i := range q.About().Ask {
		if i.Formula != nil {
			all = append(all, i.Formula.Parts...)
		}
	}
	switch q := q.(type) {
	case *lessons.Expression:
		add(append([]lessons.Term{q.From}, q.Accept...)...)
	case *lessons.Number:
		add(q.Answer)
	case *lessons.Derive:
		add(q.From, q.To)
		for _, l := range q.Lines {
			add(l.Term)
		}
	case *lessons.Spot:
		add(q.From, q.Repair.Term)
	case *lessons.Lab:
		add(q.Accept...)
	case *lessons.Choice:
	}
	return all
}
