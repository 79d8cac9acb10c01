package exam

import (
	"fmt"
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/prose"
	"chainrule/tui/session"
	"chainrule/tui/widget"
)

// SetSize lays everything out anew if the size is another.
func (v *Screen) SetSize(width, height int) {
	if v.page.SetSize(width, height) {
		v.width, v.height = width, height
		v.layout()
	}
}

// layout makes the lines that View shows. It is called when something changed, not on every frame.
func (v *Screen) layout() {
	switch {
	case v.width == 0 || v.exam == nil:
	case v.question != nil:
		v.page.Set(page.Content{
			Head: v.head(), Intro: session.Legend(v.letters, v.shown.Question), Screen: v.shown, Question: v.question, Beside: v.beside,
		})
	default:
		width := v.width - 2*kit.Margin(v.width)
		v.list.SetSize(width, v.height-len(v.head()))
		lines, at := v.tell(width)
		v.list.SetLines(lines)
		if at >= 0 {
			v.list.Show(max(at-1, 0), at+1)
		}
	}
}

// View shows the derivation, or the list of them.
func (v *Screen) View() string {
	switch {
	case v.width == 0:
		return ""
	case v.exam != nil && v.question != nil:
		return v.page.View()
	}
	lines := v.head()
	margin := strings.Repeat(" ", kit.Margin(v.width))
	if v.exam == nil {
		return kit.Fit(append(lines, margin+v.styles.Muted.Render(v.styles.Say("Opening…"))), v.width, v.height)
	}
	for _, l := range v.list.View() {
		lines = append(lines, margin+l)
	}
	return kit.Fit(lines, v.width, v.height)
}

// head is the title with how many derivations are proved.
func (v *Screen) head() []string {
	s := v.styles
	name, progress := "", ""
	if v.exam != nil {
		name = s.Strong.Render(s.Say(v.exam.Stands()))
		done := make([]bool, len(v.exam.Parts))
		for i := range done {
			done[i] = v.exam.Parts[i].Proved
		}
		at := -1
		if v.question != nil {
			at = v.cursor
			name = s.Strong.Render(s.Say(v.session.From(v.shown)))
			if v.question.Finished() {
				name += " " + s.Right.Render(s.Marks.Done) + s.Muted.Render(s.Say(" proved"))
			}
		}
		progress = widget.Cells(done, at, s) + s.Muted.Render(fmt.Sprintf(" %d/%d", v.exam.Proved(), len(v.exam.Parts)))
	}
	return v.page.Head("Exam", name, progress)
}

// tell lays out the list, with the skills below it or at its right, and tells where the one pointed at stands in it.
func (v *Screen) tell(width int) (lines []string, at int) {
	s := v.styles
	measure := min(width, prose.Measure)
	wrap := func(words string) []string { return widget.WrapText(words, s.Text, measure, s) }
	if len(v.exam.Parts) == 0 {
		return wrap(session.NoExam), -1
	}
	says := session.ExamSays
	if v.exam.Passed() {
		says = session.ExamPassed
	}
	lines = append(wrap(says), "")
	list, pointed := v.parts(measure)
	at = len(lines) + pointed
	lines = append(lines, list...)
	const gap, least = 4, 36
	if room := width - measure - gap; room >= least {
		return kit.Beside(lines, measure, gap, v.skills(min(room, prose.Measure))), at
	}
	return slices.Concat(lines, []string{""}, v.skills(measure)), at
}

// parts lists the derivations, and tells where the one pointed at stands.
func (v *Screen) parts(width int) (lines []string, at int) {
	s := v.styles
	titles, stands := make([]string, len(v.exam.Parts)), make([]string, len(v.exam.Parts))
	narrow := false
	for i := range v.exam.Parts {
		p := &v.exam.Parts[i]
		mark, style := s.Muted.Render(s.Marks.Todo), s.Text
		switch {
		case p.Proved:
			mark = s.Right.Render(s.Marks.Done)
		case p.Running:
			mark = s.Prompt.Render(s.Marks.Open)
		case p.GivenUp:
			mark = s.Wrong.Render(s.Marks.Wrong)
		}
		pointer := " "
		if i == v.cursor {
			pointer, style, at = s.Selected.Render(s.Marks.Current), s.Selected, i
		}
		titles[i] = pointer + " " + mark + " " + style.Render(s.Say(v.session.From(p.Screen)))
		stands[i] = s.Muted.Render(s.Say(p.Stands()))
		narrow = narrow || ansi.StringWidth(titles[i])+1+ansi.StringWidth(stands[i]) > width
	}
	lines = titles
	for i := range lines {
		if narrow { // the marks say it, too
			stands[i] = ""
		}
		lines[i] = kit.Between(titles[i], stands[i], width)
	}
	return lines, at
}

// skills tells of each skill in how many derivations it was shown.
func (v *Screen) skills(width int) []string {
	s := v.styles
	lines := []string{s.Strong.Render("By skill")}
	for _, k := range v.exam.Skills {
		mark := s.Muted.Render(s.Marks.Todo)
		if k.Proved == k.All {
			mark = s.Right.Render(s.Marks.Done)
		}
		label := fmt.Sprintf(" %d of %d  ", k.Proved, k.All)
		lines = append(lines, prose.Labelled(mark+s.Muted.Render(label), s.Muted, widget.WrapText(k.Say, s.Text, width-len(label)-2, s))...)
	}
	return lines
}

// beside lists the derivations at the right of the one that is asked.
func (v *Screen) beside(width, height int) []string {
	const most = 60
	lines, _ := v.parts(min(width, most))
	return lines[:min(len(lines), height)]
}
