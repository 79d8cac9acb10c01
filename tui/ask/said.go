package ask

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/lipgloss"

	"chainrule/lessons/grade"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// messages lays out hints and what was said to the last answer; latest is where the last words begin. In a derivation they
// come first, below the line they speak of, elsewhere last, above the field.
func (q *Question) messages(width int, withHints bool) (lines []string, latest int) {
	var hints []string
	rung := 0
	if withHints {
		hints, rung = q.hints(width)
	}
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

// HintCard lays out the hints so far by themselves, below a heading. It is nil where there are none, and where a formula in them would
// have to be broken.
func (q *Question) HintCard(width int) []string {
	s := q.styles
	if len(q.state.Hints) == 0 || q.Finished() {
		return nil
	}
	lines := []string{kit.Rule(s.Hint.Render(s.Say(" Hints ")), "", width, s)}
	for _, h := range q.state.Hints {
		label := fmt.Sprintf("%s %d. ", s.Marks.Hint, h.Rung)
		room := width - lipgloss.Width(label)
		for _, span := range prose.Spans(h.Say, s.Text, s) {
			const stop = 2 // columns for what may end the sentence behind it
			if span.Whole && lipgloss.Width(span.Text)+stop > room {
				return nil
			}
		}
		lines = append(lines, prose.Labelled(label, s.Hint, prose.Text(h.Say, s.Text, room, s))...)
	}
	return lines
}

// feedbackLines lays out what is feedbackLines to the last answer: mark and word, then the paragraphs.
func (q *Question) feedbackLines(width int) []string {
	f := q.feedback
	if f == nil {
		return nil
	}
	s := q.styles
	h := heading(f.Kind, s)
	indent := strings.Repeat(" ", lipgloss.Width(h.mark)+1) // below the words, not below the mark
	lines := q.givenAnswer(width)
	add := func(more []string) { lines = append(lines, more...) }
	for i, t := range f.Say {
		if i > 0 {
			add(prose.Indented(prose.Text(t, s.Text, width-len(indent), s), indent))
			continue
		}
		first := prose.Spans(t, s.Text, s)
		switch {
		case h.words != "" && !strings.HasPrefix(t.Plain(), "Not "):
			first = append([]widget.Span{{Text: h.words + " ", Style: h.style}}, first...)
		case f.Kind == grade.Right, f.Kind == grade.Step:
			first = loud(first, h.style)
		}
		mark := h.mark + " "
		add(prose.Labelled(mark, h.style, widget.Wrap(first, min(width, prose.Measure)-lipgloss.Width(mark), 0, s)))
		if f.Kind == grade.Unreadable {
			add(q.faultySpot(f, width))
		}
	}
	add(q.proved(width))
	if len(f.Remark) > 0 {
		add(prose.Indented(prose.Text(f.Remark, s.Text, width-len(indent), s), indent))
	}
	for _, n := range f.Notes {
		add(prose.Indented(widget.WrapText(n, s.Muted, min(width-len(indent), prose.Measure), s), indent))
	}
	if q.runner != nil {
		add(q.runner.Lines(width, indent))
	}
	if q.overlay != nil && !q.overlaid && q.runner == nil {
		add([]string{indent + s.Muted.Render(s.Say(Keys.Picture.Help().Key+" draws both curves."))})
	}
	return lines
}

// givenAnswer repeats the answer that finished the question, since neither field nor options show it any more.
func (q *Question) givenAnswer(width int) []string {
	f, s := q.feedback, q.styles
	if !q.state.Finished || f.Kind == grade.Revealed || len(q.state.Lines) > 0 || len(q.state.Choice) > 0 {
		return nil
	}
	label := s.Marks.Prompt + " "
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
