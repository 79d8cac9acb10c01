package place

import (
	"fmt"
	"strings"

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
	case v.width == 0 || v.placing == nil || v.opening:
	case v.telling():
		width := v.width - 2*kit.Margin(v.width)
		v.told.SetSize(width, v.height-len(v.head()))
		v.told.SetLines(v.tell(min(width, prose.Measure)))
	default:
		v.page.Set(page.Content{Head: v.head(), Intro: session.Legend(v.letters, v.shown.Question), Screen: v.shown, Question: v.question})
	}
}

// View shows the question, or what is told.
func (v *Screen) View() string {
	switch {
	case v.width == 0:
		return ""
	case v.placing != nil && !v.opening && !v.telling():
		return v.page.View()
	}
	lines := v.head()
	margin := strings.Repeat(" ", kit.Margin(v.width))
	if v.placing == nil || v.opening {
		return kit.Fit(append(lines, margin+v.styles.Muted.Render(v.styles.Say("Opening…"))), v.width, v.height)
	}
	for _, l := range v.told.View() {
		lines = append(lines, margin+l)
	}
	return kit.Fit(lines, v.width, v.height)
}

// head is the title with how far one has come.
func (v *Screen) head() []string {
	s := v.styles
	title, name, progress := (&session.Placing{Lesson: v.lesson}).Title(), "", ""
	switch p := v.placing; {
	case p == nil:
	case p.Result != nil && !v.opening:
		name = s.Strong.Render(s.Say("What follows from your answers"))
	case v.opening || v.begun:
		asked := p.Asked
		if v.opening {
			name = s.Muted.Render(s.Say("The next question…"))
		} else {
			name = s.Strong.Render(s.Say(p.Place()))
		}
		done := make([]bool, p.Most)
		for i := range done {
			done[i] = i < asked
		}
		progress = widget.Cells(done, asked, s) + s.Muted.Render(fmt.Sprintf(" %d/%d", asked, p.Most))
	}
	return v.page.Head(title, name, progress)
}

// tell lays out what is told before the questions, or what follows from the answers.
func (v *Screen) tell(width int) []string {
	s := v.styles
	wrap := func(words string) []string { return widget.WrapText(words, s.Text, width, s) }
	p := v.placing
	var lines []string
	switch {
	case p.Result == nil && v.question == nil:
		return wrap(session.NoPlacing)
	case p.Result == nil:
		for i, words := range p.Intro(Keys.Unknown.Help().Key, Keys.Map.Help().Key+" leads to the map") {
			if i > 0 {
				lines = append(lines, "")
			}
			lines = append(lines, wrap(words)...)
		}
		return append(lines, "", s.Prompt.Render(s.Marks.Prompt)+" "+s.Key.Render("enter")+" "+s.Say(v.goSays()))
	}
	lines = append(lines, prose.Labelled(s.Marks.Arrow+" ", s.Prompt, widget.WrapText(p.Head(), s.Strong, width-2, s))...)
	lines = append(lines, wrap(p.Result.Count())...)
	for _, section := range v.sections {
		lines = append(lines, "", s.Strong.Render(s.Say(section.Title)))
		for _, says := range section.Says {
			lines = append(lines, prose.Labelled("  ", s.Muted, prose.Text(says, s.Text, width-2, s))...)
		}
	}
	return append(lines, v.answers(width)...)
}

// answers lays out the answers with what was expected.
func (v *Screen) answers(width int) []string {
	s := v.styles
	lines := []string{"", s.Strong.Render(s.Say("Your answers"))}
	for i := range v.placing.Result.Answers {
		e := &v.placing.Result.Answers[i]
		mark := s.Wrong.Render(s.Marks.Wrong)
		if e.Right {
			mark = s.Right.Render(s.Marks.Right)
		}
		label := mark + s.Muted.Render(fmt.Sprintf(" %2d ", i+1))
		const indent = 5
		asked := prose.Text(e.Ask, s.Text, width-indent, s)
		for k, l := range asked {
			if k == 0 {
				lines = append(lines, label+l)
			} else {
				lines = append(lines, strings.Repeat(" ", indent)+l)
			}
		}
		told := widget.WrapText(e.Yours(), s.Muted, width-indent, s)
		if !e.Right {
			for _, says := range e.Expected {
				told = append(told, prose.Text(says, s.Muted, width-indent, s)...)
			}
		}
		lines = append(lines, prose.Indented(told, strings.Repeat(" ", indent))...)
	}
	return lines
}
