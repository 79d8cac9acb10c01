package ask

import (
	"slices"
	"strings"
	"time"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/tui/widget"
)

// A preview shows what has been understood of the answer so far.
type preview struct {
	text     string // what was read
	line     parse.Line
	right    expr.Node    // the last side; nil where nothing is understood
	readings []parse.Line // all ways in which the text can be read, the likeliest first
	shown    int          // which of them line is
	hole     string       // the letter in it that stands for what is still to come; empty where nothing is
	note     string       // a remark on what was understood
	fault    string       // why the text as it stands is not understood
	told     bool         // note and fault are shown: some time has passed since the text was changed
	number   int          // of the change, to know whether that was the last one
}

// pausedMsg tells that some time has passed since a change of the text.
type pausedMsg struct {
	question *Question
	number   int
}

// updatePreview reads what is in the field. What is wrong with it is told after a pause, by the command that is returned: a
// formula that is being typed is unfinished most of the time.
func (q *Question) updatePreview() tea.Cmd {
	text := q.field.Value()
	if text == q.preview.text {
		return nil
	}
	number := q.preview.number + 1
	if !q.state.Next.Types() || text == "" {
		q.preview = preview{number: number}
		return nil
	}
	shown, ways := q.preview.shown, len(q.preview.readings)
	q.preview = preview{text: text, number: number}
	sc := q.screen.Question.About().Scope
	lines, complaint := parse.Readings(text, sc)
	if complaint != nil {
		q.preview.fault = grade.Complain(q.screen.Question, text, complaint)
		q.readBeginning()
	} else {
		q.preview.readings = lines
		if len(lines) != ways {
			shown = 0
		}
		q.showReading(shown)
	}
	pause := q.styles.Look.Pause
	if pause == 0 {
		q.preview.told = true
		return nil
	}
	return tea.Tick(pause, func(time.Time) tea.Msg { return pausedMsg{q, number} })
}

// readNow reads what is in the field, and remarks on it at once.
func (q *Question) readNow() {
	q.updatePreview()
	q.preview.told = true
}

// onPause tells what is to be remarked, if nothing was typed since.
func (q *Question) onPause(msg pausedMsg) {
	if msg.question == q && msg.number == q.preview.number {
		q.preview.told = true
	}
}

// readBeginning reads the text as the beginning of a formula: brackets that are open are taken to be closed at its end, and
// where something must still come, a letter that is shown as a hole stands for it. What cannot be read so is not shown:
// it would be shown as something else.
func (q *Question) readBeginning() {
	p := &q.preview
	closers := widget.Closers(p.text)
	sc := q.screen.Question.About().Scope
	if line, complaint := parse.Read(p.text+closers, sc); complaint == nil {
		p.line, p.right = line, line.Right
		return
	}
	for _, letter := range holes {
		if strings.Contains(p.text, letter) || slices.ContainsFunc(sc.Symbols(), func(s *expr.Symbol) bool { return strings.Contains(s.Name, letter) }) {
			continue
		}
		open := sc.Clone()
		if err := parse.Declare(open, letter+": real"); err != nil {
			continue // it has another meaning here
		}
		for _, end := range unfinished {
			if line, complaint := parse.Read(p.text+strings.ReplaceAll(end, holes[0], letter)+closers, open); complaint == nil {
				p.line, p.right, p.hole = line, line.Right, letter
				return
			}
		}
		return
	}
}

// holes are letters that may stand for what is still to come: the first that has no meaning does. They stand in no name of a
// function, so that they are found in what is laid out.
var holes = []string{"Q", "Z", "W", "K"}

// unfinished are the ways in which a formula may have to go on: by a part of it, an argument in braces, a term of a sum and
// the end of its range.
var unfinished = []string{" Q", "{ Q}", "{ Q}{ Q}", ", Q", " Q, Q"}

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
	rows := widget.Equation(sides, relations, width, s)
	if p.hole != "" {
		for i, r := range rows {
			rows[i] = strings.ReplaceAll(r, p.hole, s.Marks.Hole)
		}
	}
	return rows
}

func isNumber(n expr.Node) bool {
	if neg, ok := n.(*expr.Neg); ok {
		n = neg.X
	}
	_, ok := n.(*expr.Number)
	return ok
}
