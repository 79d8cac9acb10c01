package ask

import (
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/tui/widget"
)

// A preview shows what has been understood of the answer so far.
type preview struct {
	left, right expr.Node
	note        string // a remark on what was understood
	fault       string // why the text as it stands is not understood
}

// look reads what is in the field. What was understood last stays while a formula is being finished.
func (q *Question) look() {
	text := q.field.Value()
	if !q.types() || text == "" {
		q.preview = preview{}
		return
	}
	line, complaint := parse.Read(text, q.screen.Question.About().Scope)
	if complaint != nil {
		q.preview.fault, q.preview.note = grade.Complain(q.screen.Question, complaint), ""
		return
	}
	q.preview = preview{left: line.Left, right: line.Right}
	for _, n := range line.Notes {
		q.preview.note = n.Say()
	}
}

// understood lays out what was understood; it is dim while the text as it stands is not.
func (q *Question) understood(width int) []string {
	p, s := q.preview, q.styles
	if p.fault != "" {
		dim := *s
		dim.Formula = s.Muted
		s = &dim
	}
	switch {
	case p.right == nil:
		return nil
	case q.state.Next == grade.TypeNumber && isNumber(p.right):
		return nil
	case p.left != nil:
		return widget.Equation([]expr.Node{p.left, p.right}, []string{"="}, width, s)
	}
	return widget.Formula(p.right, width, s)
}

func isNumber(n expr.Node) bool {
	if neg, ok := n.(*expr.Neg); ok {
		n = neg.X
	}
	_, ok := n.(*expr.Number)
	return ok
}
