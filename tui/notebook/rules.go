package notebook

import (
	"chainrule/lessons"
	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rule"
	"chainrule/mathcore/typeset"
)

// Rules is the tree of rules by which a derivative comes about, folded at some of its uses.
type Rules struct {
	root *calculus.Step
	open map[*calculus.Step]bool
}

// A Row is one use of a rule that is seen.
type Row struct {
	Step  *calculus.Step
	Depth int
	// Folds tells that there are parts below it, Open that they are seen.
	Folds, Open bool
	// Inner is what the letter stands for by which the outer part of a chain is differentiated; nil for all else.
	Inner expr.Node
}

// NewRules returns the tree with all but its first use folded.
func NewRules(root *calculus.Step) *Rules {
	return &Rules{root, map[*calculus.Step]bool{}}
}

// Rows returns the uses that are seen, from the top.
func (r *Rules) Rows() []Row {
	if r == nil || r.root == nil {
		return nil
	}
	return r.add(nil, r.root, 0, nil)
}

func (r *Rules) add(rows []Row, s *calculus.Step, depth int, inner expr.Node) []Row {
	rows = append(rows, Row{s, depth, len(s.Parts) > 0, r.open[s], inner})
	if !r.open[s] {
		return rows
	}
	for i, p := range s.Parts {
		var of expr.Node
		if s.Rule == calculus.ChainRule && i == 0 && len(s.Parts) > 1 {
			of = s.Parts[1].Of
		}
		rows = r.add(rows, p, depth+1, of)
	}
	return rows
}

// Unfold shows the parts of a use, and reports whether they were not seen before.
func (r *Rules) Unfold(s *calculus.Step) bool {
	if len(s.Parts) == 0 || r.open[s] {
		return false
	}
	r.open[s] = true
	return true
}

// Fold hides the parts of a use, and reports whether they were seen before.
func (r *Rules) Fold(s *calculus.Step) bool {
	was := r.open[s]
	delete(r.open, s)
	return was
}

// UnfoldAll shows parts, from the top down, as long as no more than so many uses are seen.
func (r *Rules) UnfoldAll(most int) {
	waiting := []*calculus.Step{r.root}
	seen := 1
	for len(waiting) > 0 {
		s := waiting[0]
		waiting = waiting[1:]
		if seen += len(s.Parts); seen > most {
			return
		}
		r.open[s] = len(s.Parts) > 0
		waiting = append(waiting, s.Parts...)
	}
}

// Parent returns the row below which a row stands, the row itself at the top.
func Parent(rows []Row, at int) int {
	for i := at - 1; i >= 0; i-- {
		if rows[i].Depth < rows[at].Depth {
			return i
		}
	}
	return at
}

// Says writes what the use comes to, on one line: d/dx(x²) = 2x.
func (r Row) Says(set typeset.Charset) string {
	operator := &expr.Derivative{Var: r.Step.By, Body: r.Step.Of, Order: 1}
	said := typeset.Inline(operator, set) + " = " + typeset.Inline(calculus.Tidy(r.Step.Result), set)
	if r.Inner != nil {
		said += ", with " + typeset.Inline(r.Step.By, set) + " = " + typeset.Inline(r.Inner, set)
	}
	return said
}

// Rule returns the rule of a use with its words.
func (r Row) Rule(course *lessons.Course) lessons.Rule {
	return course.RuleOrID(rule.ID(r.Step.Rule.String()))
}

// RulesOf returns the tree of the formula that is looked at; nil where there is none.
func (s *Study) RulesOf() *Rules {
	if s == nil || s.Step == nil {
		return nil
	}
	return NewRules(s.Step)
}
