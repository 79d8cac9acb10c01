package practice

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/lessons"
	"chainrule/lessons/review"
	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/prose"
	"chainrule/tui/round"
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
	case v.width == 0:
	case v.telling():
		width := v.width - 2*kit.Margin(v.width)
		v.told.SetSize(width, v.height-len(v.head()))
		v.told.SetLines(v.tell(min(width, prose.Measure)))
	case v.question != nil:
		screen := v.bare
		if v.reading {
			screen = v.task.Screen
		}
		v.page.Set(page.Content{
			Head: v.head(), Intro: v.intro(), Screen: screen, Plot: v.plot, Question: v.question,
			Beside: v.beside,
		})
	}
}

// View shows the task, or what came of the round.
func (v *Screen) View() string {
	switch {
	case v.width == 0:
		return ""
	case !v.telling() && v.question != nil:
		return v.page.View()
	}
	lines := v.head()
	margin := strings.Repeat(" ", kit.Margin(v.width))
	if !v.telling() {
		return kit.Fit(append(lines, margin+v.styles.Muted.Render(v.styles.Say("Opening…"))), v.width, v.height)
	}
	for _, l := range v.told.View() {
		lines = append(lines, margin+l)
	}
	return kit.Fit(lines, v.width, v.height)
}

// title is what the round is called.
func (v *Screen) title() string {
	switch {
	case v.round == nil && v.review:
		return "Review"
	case v.round == nil:
		return "Practice"
	case v.round.Says != "":
		return v.round.Title + ": " + v.round.Says
	}
	return v.round.Title
}

// head is the title with how far one has come, and where the question comes from.
func (v *Screen) head() []string {
	s := v.styles
	name := s.Strong.Render(s.Say("What came of it"))
	switch {
	case v.fault != "" || v.telling() && v.at == 0:
		name = ""
	case v.opening:
		name = s.Muted.Render(s.Say("The next question…"))
	case !v.telling() && v.question != nil:
		name = s.Strong.Render(s.Say(v.round.From(v.task.Screen)))
		if v.question.Finished() {
			name += " " + s.Right.Render(s.Marks.Done) + s.Muted.Render(" done")
		}
	}
	return v.page.Head(v.title(), name, v.progress())
}

// progress tells the place of the question in a review, and how many were done in practice.
func (v *Screen) progress() string {
	switch n := v.done(); {
	case v.round == nil:
		return ""
	case !v.round.Endless() && v.round.Of() > 0:
		done, at := make([]bool, v.round.Of()), v.at
		for i := range done {
			done[i] = i < n
		}
		if v.telling() {
			at = -1
		}
		return widget.Cells(done, at, v.styles) + v.styles.Muted.Render(fmt.Sprintf(" %d/%d", n, v.round.Of()))
	case v.round.Endless():
		return v.styles.Muted.Render(fmt.Sprintf("%d done", n))
	}
	return ""
}

// intro tells the place of the task in the round, what it repeats, and what its letters stand for.
func (v *Screen) intro() []lessons.Block {
	says := v.round.Repeats(v.task)
	if !v.round.Endless() {
		says = fmt.Sprintf("Question %d of %d. %s", v.at+1, v.round.Of(), says)
	}
	all := []lessons.Block{&lessons.Paragraph{Text: lessons.Say(says)}}
	if v.letters != nil {
		all = append(all, &lessons.Paragraph{Text: v.letters})
	}
	return all
}

// beside is the list of the tasks, where there is more than this one, and below it the picture of the lesson.
func (v *Screen) beside(width, height int) []string {
	var lines []string
	if v.at > 0 || !v.round.Endless() {
		lines = v.list(width, height)
	}
	if v.plot != nil {
		return lines
	}
	return append(lines, page.Sketch(v.emblem, width, height-len(lines), v.styles)...)
}

// list tells how the tasks so far went and where they came from, the last ones where there is no room for all, and how many follow.
func (v *Screen) list(width, height int) []string {
	s := v.styles
	var lines []string
	for i := range min(v.at, len(v.ends)) {
		begins := "  " + kit.Pad(v.mark(v.ends[i]), 1)
		line := begins + s.Muted.Render(fmt.Sprintf(" %2d %-14s", i+1, outcomes[v.ends[i]]))
		if i < len(v.asked) {
			from := s.Muted.Render(s.Say(v.asked[i]))
			if line += from; ansi.StringWidth(line) > width { // the mark says how it went, too
				line = begins + s.Muted.Render(fmt.Sprintf(" %2d  ", i+1)) + from
			}
		}
		lines = append(lines, kit.Cut(line, width))
	}
	lines = append(lines, kit.Cut(s.Selected.Render(s.Marks.Current)+" "+s.Muted.Render(s.Marks.Todo)+s.Selected.Render(fmt.Sprintf(" %2d ", v.at+1))+s.Text.Render("this one"), width))
	if more := v.round.Of() - v.at - 1; more > 0 && !v.round.Endless() {
		lines = append(lines, kit.Cut(s.Muted.Render(fmt.Sprintf("       %d more", more)), width))
	}
	return lines[max(len(lines)-max(height, 0), 0):]
}

// outcomes are the words for how a task went.
var outcomes = [...]string{review.Unaided: "without help", review.Helped: "with help", review.Told: "shown"}

func (v *Screen) mark(o review.Outcome) string {
	s := v.styles
	switch o {
	case review.Unaided:
		return s.Right.Render(s.Marks.Right)
	case review.Helped:
		return s.Hint.Render(s.Marks.Hint)
	case review.Told:
		return s.Muted.Render(s.Marks.Arrow)
	}
	return " "
}

// tell lays out what came of the round.
func (v *Screen) tell(width int) []string {
	s := v.styles
	wrap := func(words string) []string { return widget.WrapText(words, s.Text, width, s) }
	switch {
	case v.fault != "":
		return wrap(v.fault)
	case v.at == 0 && v.over:
		return wrap(v.round.Nothing())
	}
	lines := wrap(v.result.Tally)
	for _, g := range v.result.Groups {
		lines = append(lines, "", s.Strong.Render(s.Say(g.Title)))
		for _, m := range g.Moves {
			lines = append(lines, v.move(m, width)...)
		}
	}
	lines = append(append(lines, ""), wrap(v.result.Soon)...)
	if !v.over {
		lines = append(lines, "")
		lines = append(lines, wrap("Nothing is lost: enter goes on where you are, esc leads to the map.")...)
	}
	return lines
}

// move lays out how a skill moved.
func (v *Screen) move(m round.Change, width int) []string {
	s := v.styles
	const change, when = 21, 20
	label := "  " + kit.Pad(s.Say(m.Change), change) + " " + kit.Pad(s.Say(m.When), when) + " "
	if room := width - change - when - 4; room < change+when {
		lines := []string{s.Muted.Render(strings.TrimRight(label, " "))}
		return append(lines, prose.Indented(widget.WrapText(m.Say, s.Text, width-4, s), "    ")...)
	}
	return prose.Labelled(label, s.Muted, widget.WrapText(m.Say, s.Text, width-change-when-4, s))
}
