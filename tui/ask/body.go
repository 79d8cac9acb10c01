package ask

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons/grade"
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
	lines := prose.Labelled(s.Marks.Current+" ", s.Prompt, prose.Text(q.state.Prompt, s.Strong, width-2, s))
	if q.state.Next == grade.PickOption {
		lines = append(lines, q.options(width)...)
	}
	return lines
}

// A Room is how many lines there are for what has come of a question: Spare beside the whole text before it, All if that
// scrolls away.
type Room struct{ Spare, All int }

// Work lays out what has come of the question, in lines of width columns. Where a derivation is higher than the room, its
// lines are set more tightly. What is said of a line stands below it.
func (q *Question) Work(width int, room Room) Work {
	var w Work
	talk, latest := q.messages(width)
	steps, current, next := q.working(width, Room{room.Spare - len(talk) - 1, room.All - len(talk) - 1})
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
		w.add(prose.Blocks(q.screen.After, min(width, prose.Measure), q.styles))
		w.Focus.To = len(w.Lines)
	}
	return w
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

// messages lays out hints and what was said to the last answer; latest is where the last words begin. In a derivation they
// come first, below the line they speak of, elsewhere last, above the field.
func (q *Question) messages(width int) (lines []string, latest int) {
	hints, rung := q.hints(width)
	said := q.feedbackLines(width)
	older, newer, begin := hints, said, 0
	if q.focused == onHint {
		older, newer, begin = said, hints, rung
	}
	if len(newer) == 0 {
		older, newer, begin = newer, older, 0
	}
	var w Work
	if len(q.state.Lines) > 0 {
		latest = w.add(newer) + begin
		w.add(older)
	} else {
		w.add(older)
		latest = w.add(newer) + begin
	}
	if len(w.Lines) == 0 {
		w.add(q.advice(width))
	}
	return w.Lines, latest
}

// advice tells why another level may suit the learner, as long as nothing was done.
func (q *Question) advice(width int) []string {
	said := q.attempt.Advice().Say()
	if said == "" || q.Started() {
		return nil
	}
	s := q.styles
	return prose.Indented(widget.WrapText(said+" "+Keys.Level.Help().Key+" changes it.", s.Muted, min(width-2, prose.Measure), s), "  ")
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
	lines, starts := widget.Steps(steps, width, widget.Tighter, s)
	if len(lines) <= room.Spare {
		room.All = room.Spare
	}
	for d := range widget.Tighter { // the loosest that fits
		if looser, at := widget.Steps(steps, width, d, s); len(looser) <= room.All {
			lines, starts = looser, at
			break
		}
	}
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

func (q *Question) step(i int, l session.Line) widget.Step {
	s := q.styles
	step := Step(l, s)
	if l.Current && l.Status == grade.Own {
		step.Beside = "which rule?"
	}
	switch {
	case q.state.Next == grade.PickLine && q.cursor >= 0 && i == q.cursor+1, l.Current && l.Status != grade.False:
		step.Mark, step.Style, step.Pointed = s.Marks.Current, s.Selected, true
	case l.Current:
		step.Pointed = true
	}
	return step
}

// Step returns a line of a working as it is laid out where nothing is asked about it.
func Step(l session.Line, s *kit.Styles) widget.Step {
	step := widget.Step{Tree: l.Tree, Style: s.Muted, Beside: l.By}
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

// hints lays out the hints so far; latest is the line that the last one begins with.
func (q *Question) hints(width int) (lines []string, latest int) {
	s := q.styles
	for _, h := range q.state.Hints {
		latest = len(lines)
		label := fmt.Sprintf("%s Hint %d. ", s.Marks.Hint, h.Rung)
		lines = append(lines, prose.Labelled(label, s.Hint, prose.Text(h.Say, s.Text, width-lipgloss.Width(label), s))...)
	}
	return lines, latest
}

// feedbackLines lays out what is feedbackLines to the last answer: mark and word, then the paragraphs.
func (q *Question) feedbackLines(width int) []string {
	f := q.feedback
	if f == nil {
		return nil
	}
	s := q.styles
	h := heading(f.Kind, s)
	lines := q.givenAnswer(width)
	add := func(more []string) { lines = append(lines, more...) }
	for i, t := range f.Say {
		if i > 0 {
			add(prose.Indented(prose.Text(t, s.Text, width-2, s), "  "))
			continue
		}
		first := prose.Spans(t, s.Text, s)
		if h.words != "" && !strings.HasPrefix(t.Plain(), "Not ") {
			first = append([]widget.Span{{Text: h.words + " ", Style: h.style}}, first...)
		}
		mark := h.mark + " "
		add(prose.Labelled(mark, h.style, widget.Wrap(first, min(width, prose.Measure)-lipgloss.Width(mark), 0, s)))
		if f.Kind == grade.Unreadable {
			add(q.faultySpot(f, width))
		}
	}
	if len(f.Remark) > 0 {
		add(prose.Indented(prose.Text(f.Remark, s.Text, width-2, s), "  "))
	}
	for _, n := range f.Notes {
		add(prose.Indented(widget.WrapText(n, s.Muted, min(width-2, prose.Measure), s), "  "))
	}
	if q.runner != nil {
		add(q.runner.Lines(width))
	}
	if q.overlay != nil && !q.overlaid && q.runner == nil {
		add([]string{"  " + s.Muted.Render(s.Say(Keys.Picture.Help().Key+" draws both curves."))})
	}
	return lines
}

// givenAnswer repeats the answer that finished the question, since neither field nor options show it any more.
func (q *Question) givenAnswer(width int) []string {
	f, s := q.feedback, q.styles
	if !q.state.Finished || f.Kind == grade.Revealed || len(q.state.Lines) > 0 {
		return nil
	}
	label := s.Marks.Prompt + " "
	if len(q.attempt.Chosen()) > 0 {
		return append(prose.Labelled(label, s.Prompt, prose.Text(q.attempt.Chosen(), s.Text, width-2, s)), "")
	}
	if f.Answer != nil && !isNumber(f.Answer) {
		return append(prose.Indented(widget.Formula(f.Answer, width-4, s), "    "), "")
	}
	return []string{s.Prompt.Render(label) + s.Say(widget.Clean(f.Typed)), ""}
}

// faultySpot shows the answer with the spot that could not be read.
func (q *Question) faultySpot(f *grade.Feedback, width int) []string {
	s := q.styles
	typed := widget.Clean(f.Typed)
	from := kit.Column(f.Typed, f.Span.Start)
	wide := max(kit.Column(f.Typed, f.Span.End)-from, 1)
	room := width - 4
	if from+wide > room {
		return nil
	}
	return []string{
		"    " + s.Formula.Render(kit.Cut(s.Say(typed), room)),
		"    " + strings.Repeat(" ", from) + s.Wrong.Render(strings.Repeat("^", min(wide, room-from))),
	}
}

type head struct {
	mark, words string
	style       lipgloss.Style
}

// heading gives each kind of feedback its mark, its style, and the word that is said first where the words about it do
// not begin with one.
func heading(k grade.Kind, s *kit.Styles) head {
	m := s.Marks
	switch k {
	case grade.Right, grade.Step:
		return head{m.Right, "", s.Right}
	case grade.Repeat, grade.Form, grade.Unsure:
		return head{m.Unsure, "", s.Hint}
	case grade.Wrong:
		return head{m.Wrong, "Not right.", s.Wrong}
	case grade.Undefined:
		return head{m.Wrong, "No value.", s.Wrong}
	case grade.Unreadable:
		return head{m.Wrong, "Not readable.", s.Wrong}
	case grade.Revealed:
		return head{m.Hint, "", s.Hint}
	}
	panic("ask: unknown kind of feedback")
}
