package lesson

import (
	"fmt"

	"chainrule/tui/kit"
	"chainrule/tui/page"
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
		Head: v.head(), Screen: v.screen(), Plot: v.plots[v.at], Question: v.question(), Opening: v.opening, Onward: v.continueSays(),
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
	s := v.styles
	lines := make([]string, 0, len(v.lesson.Screens))
	for i, screen := range v.lesson.Screens {
		mark, style, text := s.Muted.Render(s.Marks.Todo), s.Muted, s.Muted
		if v.progress.Done[i] {
			mark = s.Right.Render(s.Marks.Done)
		}
		pointer := " "
		if i == v.at {
			pointer, style, text = s.Selected.Render(s.Marks.Current), s.Selected, s.Text
		}
		lines = append(lines, kit.Cut(pointer+mark+style.Render(fmt.Sprintf(" %2d ", screen.Number))+text.Render(s.Say(screen.Title)), width))
	}
	if first := v.at - height/2; len(lines) > height && first > 0 {
		lines = lines[min(first, len(lines)-height):]
	}
	return lines[:min(len(lines), height)]
}

// head is the title of the lesson with its progress, and the title of the screen.
func (v *Screen) head() []string {
	s := v.styles
	screen := v.screen()
	name := s.Muted.Render(fmt.Sprintf("%d.%d ", v.index+1, screen.Number)) + s.Strong.Render(s.Say(screen.Title))
	if v.progress.Done[v.at] {
		name += " " + s.Right.Render(s.Marks.Done) + s.Muted.Render(" done")
	}
	return v.page.Head(v.lesson.Title, name, v.places())
}

// places shows each screen of the lesson in one column, where there is room, and counts those that are done.
func (v *Screen) places() string {
	count := v.styles.Muted.Render(fmt.Sprintf("%d/%d", v.progress.Count(), len(v.lesson.Screens)))
	if len(v.lesson.Screens) > v.width/3 {
		return count
	}
	return widget.Cells(v.progress.Done, v.at, v.styles) + " " + count
}
