package lesson

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/figure"
	"chainrule/tui/kit"
	"chainrule/tui/page"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// SetSize lays everything out anew if the size is another.
func (v *Screen) SetSize(width, height int) {
	if v.page.SetSize(width, height) {
		v.width = width
		v.layout()
	}
}

// layout sets the page. It is called when something changed, not on every frame.
func (v *Screen) layout() {
	if v.warmUp != nil {
		v.page.Set(v.warmUp.content(v))
		return
	}
	c := page.Content{
		Head: v.head(), Screen: v.screen(), Plot: v.plots[v.at], Question: v.question(), Opening: v.opening,
		Beside: v.contents,
	}
	if v.at == 0 {
		c.Intro = v.lesson.Intro
	}
	v.page.Set(c)
}

// View shows the page.
func (v *Screen) View() string { return v.page.View() }

// contents lists the screens of the lesson: what is done, where one is.
func (v *Screen) contents(width, height int) []string {
	lines, at := v.list(width, true)
	if len(lines) > height {
		lines, at = v.list(width, false)
	}
	if first := at - height/2; len(lines) > height && first > 0 {
		lines = lines[min(first, len(lines)-height):]
	}
	return append(lines[:min(len(lines), height)], v.sketch(width, height-len(lines))...)
}

// list draws a line for each screen, or more where titles are whole and one is longer than the line; at is that of the screen
// one is on.
func (v *Screen) list(width int, whole bool) (lines []string, at int) {
	s := v.styles
	for i, screen := range v.lesson.Screens {
		mark, style, text := s.Muted.Render(s.Marks.Todo), s.Muted, s.Muted
		if v.progress.Done[i] {
			mark = s.Right.Render(s.Marks.Done)
		}
		pointer := " "
		if i == v.at {
			pointer, style, text = s.Selected.Render(s.Marks.Current), s.Selected, s.Text
			at = len(lines)
		}
		label := pointer + " " + mark + style.Render(fmt.Sprintf(" %2d ", screen.Number))
		title := []string{kit.Cut(text.Render(s.Say(screen.Title)), width-ansi.StringWidth(label))}
		if whole {
			title = widget.WrapText(screen.Title, text, width-ansi.StringWidth(label), s)
		}
		lines = append(lines, label+title[0])
		lines = append(lines, prose.Indented(title[1:], strings.Repeat(" ", ansi.StringWidth(label)))...)
	}
	return lines, at
}

// sketch draws the picture of the lesson below the list of its screens.
func (v *Screen) sketch(width, height int) []string {
	if v.lesson.Plot == nil || v.plots[v.at] != nil {
		return nil
	}
	if v.emblem == nil {
		v.emblem = figure.Lesson(v.lesson.Plot, v.styles)
	}
	return page.Sketch(v.emblem, width, height, v.styles)
}

// head is the title of the lesson with its progress, and the title of the screen.
func (v *Screen) head() []string {
	s := v.styles
	screen := v.screen()
	name := s.Muted.Render(fmt.Sprintf("%d.%d ", v.number(), screen.Number)) + s.Strong.Render(s.Say(screen.Title))
	places := v.places()
	if v.progress.Done[v.at] {
		const word = " done"
		name += " " + s.Right.Render(s.Marks.Done)
		if room := v.width - 2*kit.Margin(v.width) - ansi.StringWidth(places) - 1; ansi.StringWidth(name+word) <= room {
			name += s.Muted.Render(word)
		}
	}
	if v.jump.open {
		name = v.jumpLine()
	}
	return v.page.Head(v.lesson.Title, name, places)
}

// places shows each screen of the lesson in one column, where there is room, and counts those that are done.
func (v *Screen) places() string {
	count := v.styles.Muted.Render(fmt.Sprintf("%d/%d", v.progress.Count(), len(v.lesson.Screens)))
	if len(v.lesson.Screens) > v.width/3 {
		return count
	}
	return widget.Cells(v.progress.Done, v.at, v.styles) + " " + count
}
