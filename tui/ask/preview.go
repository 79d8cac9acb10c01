package ask

import (
	"slices"

	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/tui/widget"
)

// A preview shows what has been understood of the answer so far.
type preview struct {
	line     parse.Line
	right    expr.Node    // the last side
	readings []parse.Line // all ways in which the text can be read, the likeliest first
	shown    int          // which of them line is
	note     string       // a remark on what was understood
	fault    string       // why the text as it stands is not understood
}

// updatePreview reads what is in the field. A bracket that is still open is taken to be closed at the end; else what was understood
// last stays while a formula is being finished.
func (q *Question) updatePreview() {
	text := q.field.Value()
	if !q.state.Next.Types() || text == "" {
		q.preview = preview{}
		return
	}
	sc := q.screen.Question.About().Scope
	lines, complaint := parse.Readings(text, sc)
	if complaint != nil {
		q.preview.readings = nil
		q.preview.fault, q.preview.note = grade.Complain(q.screen.Question, complaint), ""
		if line, still := parse.Read(text+closers(text), sc); still == nil {
			q.preview.line, q.preview.right = line, line.Right
		}
		return
	}
	shown := q.preview.shown
	if len(lines) != len(q.preview.readings) {
		shown = 0
	}
	q.preview = preview{readings: lines}
	q.showReading(shown)
}

// closers returns what closes the brackets that are open at the end of text.
func closers(text string) string {
	closing := map[rune]rune{'(': ')', '[': ']', '{': '}'}
	var open []rune
	for _, r := range text {
		if c, opens := closing[r]; opens {
			open = append(open, c)
		} else if n := len(open); n > 0 && r == open[n-1] {
			open = open[:n-1]
		}
	}
	slices.Reverse(open)
	return string(open)
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
	case q.state.Next == grade.TypeNumber && p.line.Left == nil && p.line.Rounded == nil && isNumber(p.right):
		return nil
	}
	sides := p.line.Sides()
	relations := slices.Repeat([]string{"="}, len(sides)-1)
	if p.line.Rounded != nil {
		sides, relations = append(sides, p.line.Rounded), append(relations, "≈")
	}
	return widget.Equation(sides, relations, width, s)
}

func isNumber(n expr.Node) bool {
	if neg, ok := n.(*expr.Neg); ok {
		n = neg.X
	}
	_, ok := n.(*expr.Number)
	return ok
}
