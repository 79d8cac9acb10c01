package lesson

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/tui/kit"
	"chainrule/tui/widget"
)

// SetSize lays everything out anew if the size is another.
func (v *Screen) SetSize(width, height int) {
	if width != v.width || height != v.height {
		v.width, v.height = width, height
		v.layout()
	}
}

// layout makes the lines that View shows. It is called when something changed, not on every frame.
func (v *Screen) layout() {
	if v.width == 0 {
		return
	}
	v.arranged = v.arrange()
	a := &v.arranged
	v.pane.Bare = a.bare
	v.pane.SetSize(a.text, a.rows)
	v.pane.SetParts(a.before, a.fixed, a.after)
	if v.follow && a.focus.From >= 0 {
		v.pane.Show(a.focus.From, a.focus.To)
		switch {
		case a.choice > 0: // what there is to choose from must be seen before what was said of it
			v.pane.Show(a.focus.From, a.choice)
		case !v.pane.Shows(a.words, a.focus.To):
			v.pane.Show(a.words, a.focus.To)
		}
	}
	v.follow = false
	v.markMore()
}

// markMore tells in the rule above the place to answer that there is more text.
func (v *Screen) markMore() {
	a := &v.arranged
	if q := v.question(); q != nil && a.edge >= 0 && a.bare {
		width := a.text
		a.below[a.edge] = q.Edge(width, v.pane.More())
	}
}

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

// View joins what compose made, in exactly the lines and columns of the size.
func (v *Screen) View() string {
	if v.width == 0 {
		return ""
	}
	a := &v.arranged
	body := a.figure
	switch {
	case body != nil:
		for len(body) < v.height-len(v.head())-len(a.below) {
			body = append(slices.Clip(body), "")
		}
	case a.beside != nil:
		body = kit.Beside(v.pane.View(), a.text, gap, a.beside)
	default:
		body = v.pane.View()
	}
	body = slices.Concat(body, a.below)
	if a.side != nil {
		body = kit.Beside(body, a.text, gap, a.side)
	}
	margin := strings.Repeat(" ", a.margin)
	for i, l := range body {
		if l != "" {
			body[i] = margin + l
		}
	}
	return kit.Fit(append(v.head(), body...), v.width, v.height)
}

// head is the title of the lesson with its progress, and the title of the screen; in a low window that of the screen alone.
func (v *Screen) head() []string {
	s := v.styles
	screen := v.screen()
	name := s.Muted.Render(fmt.Sprintf("%d.%d ", v.index+1, screen.Number)) + s.Strong.Render(s.Say(screen.Title))
	if v.progress.Done[v.at] {
		name += " " + s.Right.Render(s.Marks.Done) + s.Muted.Render(" done")
	}
	left := kit.Margin(v.width)
	width, margin := v.width-2*left, strings.Repeat(" ", left)
	progress := widget.Progress(v.progress.Count(), len(v.lesson.Screens), v.width/3, s)
	if v.height < smallHeight {
		return []string{margin + kit.Between(name, progress, width)}
	}
	title := s.Title.Render(s.Say(v.lesson.Title))
	return []string{margin + kit.Between(title, progress, width), margin + kit.Cut(name, width), ""}
}

func (v *Screen) continueLine() string {
	s := v.styles
	return s.Prompt.Render(s.Marks.Prompt) + " " + s.Key.Render("enter") + " " + s.Say(v.continueSays())
}
