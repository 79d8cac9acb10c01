package ask

import (
	"fmt"
	"strconv"

	"chainrule/lessons"
	"chainrule/lessons/grade"
	"chainrule/mathcore/expr"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// A Work is what has come of a question so far, laid out: the lines of a derivation, hints, what was said.
type Work struct {
	Lines  []string
	Focus  Range // what the learner should see next, the line that is spoken of first
	Words  int   // where the words in it begin
	Choice int   // the end of the lines that there are to choose from, which begin with it; 0 if the answer is none of them
}

// A Range is the lines from From to before To.
type Range struct{ From, To int }

// Task lays out what is to be done, in lines of width columns, with the options where one of them is the answer.
func (q *Question) Task(width int) []string {
	s := q.styles
	lines := prose.Indented(prose.Text(q.state.Prompt, s.Strong, width-2, s), s.Prompt.Render(s.Marks.Task)+" ")
	switch {
	case q.state.Next == grade.PickOption:
		lines = append(lines, q.options(width)...)
	case len(q.state.Choice) > 0:
		lines = append(lines, q.chosen(width)...)
	}
	return lines
}

// A Room is how many lines there are for what has come of a question: Spare beside the whole text before it, All if that
// scrolls away. Ever is how many there are for the question as a whole, the same in all its states. Where the hints stand
// elsewhere, HintsAside is set.
type Room struct {
	Spare, All, Ever int
	HintsAside       bool
}

// Work lays out what has come of the question, in lines of width columns. Where a derivation is higher than the room, its
// lines are set more tightly. What is said of a line stands below it.
func (q *Question) Work(width int, room Room) Work {
	var w Work
	talk, latest := q.messages(width, !room.HintsAside)
	below := len(talk) + 1
	var after Work // what follows once the question is done
	if q.Finished() {
		after.add(q.backLines(width))
		after.add(prose.Blocks(q.screen.After, min(width, prose.Measure), q.styles))
		if len(after.Lines) > 0 {
			below += len(after.Lines) + 1
		}
	}
	steps, current, next := q.working(width, Room{Spare: room.Spare - below, All: room.All - below, Ever: room.Ever})
	w.add(steps[:next])
	from := len(w.Lines)
	if current < 0 {
		current = from
	}
	at := w.add(talk) + latest
	w.Focus, w.Words = Range{current, len(w.Lines)}, at
	switch {
	case len(talk) > 0:
	case len(steps) > 0:
		w.Words, w.Focus.To = current, min(current+3, len(steps))
	default:
		w.Focus.From = at
	}
	if q.state.Next == grade.PickLine {
		w.Focus.From, w.Choice = 0, len(steps)
	}
	w.add(steps[next:])
	if q.Finished() {
		w.add(after.Lines)
		w.Focus.To = len(w.Lines)
	}
	return w
}

// backLines tell of a screen to go back to.
func (q *Question) backLines(width int) []string {
	if q.back == nil {
		return nil
	}
	s := q.styles
	said := q.back.Why() + " " + q.back.Where() + " " + Keys.Back.Help().Key + " opens it."
	return widget.WrapText(said, s.Text, min(width, prose.Measure), s)
}

// add puts lines below the others, a blank one between, and tells where they begin.
func (w *Work) add(lines []string) (from int) {
	if len(lines) == 0 {
		return len(w.Lines)
	}
	if len(w.Lines) > 0 && w.Lines[len(w.Lines)-1] != "" && lines[0] != "" {
		w.Lines = append(w.Lines, "")
	}
	from = len(w.Lines)
	w.Lines = append(w.Lines, lines...)
	return from
}

// working lays out the lines of a derivation. The first screen line of the place to work at is current, -1 if there is
// none, and next is the one below that place.
func (q *Question) working(width int, room Room) (lines []string, current, next int) {
	current = -1
	if len(q.state.Lines) == 0 {
		return nil, current, 0
	}
	s := q.styles
	steps := make([]widget.Step, len(q.state.Lines))
	for i, l := range q.session.Lines(q.state) {
		steps[i] = q.step(i, l)
	}
	if q.state.Next == grade.PickLine {
		for _, o := range q.state.Options { // that none is the one, where that may be
			steps = append(steps, q.pick(len(steps), widget.Step{Number: strconv.Itoa(len(steps)), Style: s.Muted, Blank: o.Plain()}))
		}
	}
	lines, starts := q.setSteps(steps, width, room)
	next = len(lines)
	for i, step := range steps {
		if step.Pointed {
			current = starts[i]
			if i+1 < len(steps) && q.state.Next != grade.PickLine {
				next = starts[i+1]
			}
		}
	}
	return lines, current, next
}

// setSteps sets the lines of a derivation in the loosest way that fits. Lines that were seen in two dimensions stay so, whatever is
// said of them, unless all must be seen to choose from.
func (q *Question) setSteps(steps []widget.Step, width int, room Room) (lines []string, starts []int) {
	loosest := widget.Airy
	if q.high(width, room.Ever) {
		loosest = widget.Loose
		lines, starts = widget.Steps(steps, width, loosest, q.styles)
		if len(lines) <= room.All || q.state.Next != grade.PickLine {
			return lines, starts
		}
	}
	lines, starts = widget.Steps(steps, width, widget.Tight, q.styles)
	if len(lines) <= room.Spare {
		room.All = room.Spare
	}
	for d := loosest; d < widget.Tight; d++ {
		if looser, at := widget.Steps(steps, width, d, q.styles); len(looser) <= room.All {
			return looser, at
		}
	}
	return lines, starts
}

// high reports whether the lines of a derivation are set in two dimensions. That follows from the author's lines and the window
// alone, so that a line that was seen keeps its form: there must be room for all of them with what is said at the end.
func (q *Question) high(width, rows int) bool {
	const (
		low    = 24 // rows in which a derivation stands line by line
		said   = 9  // rows for the task, what is said, and the rule below
		repair = 8  // rows for a line that is typed while all others are seen
	)
	if rows < low {
		return false
	}
	var trees []expr.Node
	sum := said
	switch asked := q.screen.Question.(type) {
	case *lessons.Derive:
		trees = written(asked.From, asked.Lines)
	case *lessons.Spot:
		trees = written(asked.From, asked.Lines)
		sum += repair
	case *lessons.Expression, *lessons.Number, *lessons.Choice, *lessons.Lab:
	}
	for _, tree := range trees {
		sum += len(widget.Formula(tree, max(width-widget.Gutter(q.styles), 8), q.styles)) + 1
	}
	return sum <= rows
}

// written returns the trees of a derivation as its author wrote it, its start first.
func written(from lessons.Term, lines []lessons.Line) []expr.Node {
	trees := []expr.Node{from.Tree}
	for _, l := range lines {
		trees = append(trees, l.Tree)
	}
	return trees
}

func (q *Question) step(i int, l session.Line) widget.Step {
	s := q.styles
	step := Step(l, s)
	if l.Current && l.Status == grade.Own {
		step.Beside = "which rule?"
	}
	switch {
	case l.Current && l.Status != grade.False:
		step.Mark, step.Style, step.Pointed = s.Marks.Current, s.Selected, true
	case l.Current:
		step.Pointed = true
	}
	return q.pick(i, step)
}

// pick marks a line if it is the one that would be chosen.
func (q *Question) pick(i int, step widget.Step) widget.Step {
	if q.state.Next == grade.PickLine && q.cursor >= 0 && i == q.cursor+1 {
		step.Mark, step.Style, step.Pointed = q.styles.Marks.Current, q.styles.Selected, true
	}
	return step
}

// Step returns a line of a working as it is laid out where nothing is asked about it.
func Step(l session.Line, s *kit.Styles) widget.Step {
	step := widget.Step{Tree: l.Tree, Style: s.Muted, Beside: l.ByIn(widget.Charset(s))}
	if l.Number > 0 {
		step.Number = strconv.Itoa(l.Number)
	}
	switch l.Status {
	case grade.Start, grade.Model:
	case grade.Own:
		step.Mark, step.Style = s.Marks.Right, s.Right
	case grade.Repaired:
		step.Mark, step.Style, step.Beside = s.Marks.Right, s.Right, labelled("repaired", step.Beside)
	case grade.False:
		step.Mark, step.Style, step.Beside = s.Marks.Wrong, s.Wrong, "false"
	case grade.Blank:
		step.Tree, step.Blank = nil, "left out"
	}
	return step
}

func labelled(word, more string) string {
	if more == "" {
		return word
	}
	return word + ": " + more
}

// options lists what there is to choose from.
func (q *Question) options(width int) []string {
	s := q.styles
	var lines []string
	if q.state.Next == grade.PickRule {
		if columns := q.rules(width); columns != nil {
			return columns
		}
	}
	for i, o := range q.state.Options {
		mark, style, text := " ", s.Muted, s.Text
		if i == q.cursor && !q.state.Finished {
			mark, style, text = s.Marks.Current, s.Selected, s.Strong
		}
		label := fmt.Sprintf("%s %d. ", mark, i+1)
		lines = append(lines, prose.Labelled(label, style, prose.Text(o, text, width-len([]rune(label)), s))...)
	}
	return lines
}
