package lesson

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/lessons"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// Layout. In a wide window the plot stands at the right; else it shares the column with the text.
const (
	gap        = 3
	headLines  = 3
	leastStack = 11 // lines that a plot needs below the text
	textWidth  = 84
	plotWidth  = 112
	listWidth  = 34
)

// A frame says where everything goes for one size and one state.
type frame struct {
	text, side int  // columns
	body       int  // lines
	left       int  // blank columns on the left
	stacked    bool // the plot stands below the text
}

func (v *View) wide() bool { return v.width >= kit.Wide }

// SetSize lays everything out anew if the size is another.
func (v *View) SetSize(width, height int) {
	if width != v.width || height != v.height {
		v.width, v.height = width, height
		v.compose()
	}
}

// compose makes the lines that View shows. It is called when something changed, not on every frame.
func (v *View) compose() {
	if v.width == 0 {
		return
	}
	f := frame{text: v.width}
	room := v.height - headLines
	plot := v.plot()
	if v.wide() {
		f.left = kit.Margin(v.width)
		f.text = min(v.width-2*f.left-gap-listWidth, textWidth)
		if plot != nil {
			f.text = min(max(v.width*45/100, 54), textWidth)
		}
		f.side = min(v.width-2*f.left-f.text-gap, plotWidth)
	}
	v.dock = v.below(f.text, room)
	f.body = max(room-len(v.dock), 1)
	lines, news, newsEnd := v.text(f.text, f.body)
	v.plotLines = nil
	switch {
	case v.wide() && plot == nil:
		v.plotLines = v.contents(f.side, room)
	case plot == nil:
	case v.wide():
		v.plotLines = plot.Lines(f.side, room, v.styles)
	case v.plotOpen:
		v.plotLines = plot.Lines(v.width, f.body, v.styles)
	case v.question() == nil && f.body-len(lines)-1 >= leastStack:
		v.plotLines = plot.Lines(v.width, f.body-len(lines)-1, v.styles)
	}
	f.stacked = !v.wide() && !v.plotOpen && v.plotLines != nil
	// The place to answer follows the text as on a page, and stays at the foot once the page is full.
	f.body = min(f.body, max(len(lines), 1))
	v.frame = f
	v.pane.SetSize(f.text, f.body)
	v.pane.SetLines(lines)
	v.news, v.newsEnd = news, newsEnd
	if v.follow {
		v.pane.Show(news, newsEnd)
		v.follow = false
	}
}

// below is what stands below the text: the place to answer, or how to go on.
func (v *View) below(width, room int) []string {
	q := v.question()
	switch {
	case v.opening:
		return []string{"", v.styles.Muted.Render(v.styles.Say("Opening…"))}
	case q == nil:
		return nil
	case q.Finished():
		return append(q.Dock(width, room/2), v.continueLine())
	case v.plotOpen && !v.wide():
		return q.Dock(width, 5) // the plot needs the room
	}
	return q.Dock(width, max(room/2, 5))
}

// contents lists the screens of the lesson: what is done, where one is.
func (v *View) contents(width, height int) []string {
	s := v.styles
	lines := make([]string, 0, len(v.lesson.Screens))
	for i, screen := range v.lesson.Screens {
		mark, style, text := s.Muted.Render(s.Marks.Todo), s.Muted, s.Muted
		if v.done[i] {
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

// text lays out what is read on this screen, and tells which lines are news.
func (v *View) text(width, room int) (lines []string, news, newsEnd int) {
	s, screen := v.styles, v.screen()
	measure := min(width, prose.Measure)
	if v.at == 0 {
		lines = append(lines, prose.Blocks(v.lesson.Intro, measure, s)...)
	}
	add := func(more []string) {
		if len(lines) > 0 && len(more) > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, more...)
	}
	add(prose.Blocks(screen.Prose, measure, s))
	if p := screen.Plot; p != nil && len(p.Notice) > 0 {
		add(prose.Text(slices.Concat(lessons.Say(s.Marks.Arrow+" "), p.Notice), s.Text, measure, s))
	}
	newsEnd = 0
	if q := v.question(); q != nil {
		body := q.Body(width, room)
		if len(lines) > 0 {
			lines = append(lines, "")
		}
		news, newsEnd = len(lines)+body.News, len(lines)+body.NewsEnd
		lines = append(lines, body.Lines...)
	}
	return lines, news, newsEnd
}

// View joins what compose made, in exactly the lines and columns of the size.
func (v *View) View() string {
	if v.width == 0 {
		return ""
	}
	lines := v.head()
	var body []string
	switch {
	case v.plotOpen && v.plotLines != nil && !v.wide():
		body = slices.Clone(v.plotLines)
	case v.frame.stacked:
		body = slices.Concat(v.pane.View(), []string{""}, v.plotLines)
	default:
		body = v.pane.View()
	}
	body = append(body, v.dock...)
	if v.wide() {
		body = kit.Beside(body, v.frame.text, gap, v.plotLines)
		margin := strings.Repeat(" ", v.frame.left)
		for i, l := range body {
			if l != "" {
				body[i] = margin + l
			}
		}
	}
	return kit.Fit(append(lines, body...), v.width, v.height)
}

// head is the title of the lesson with its progress, and the title of the screen.
func (v *View) head() []string {
	s := v.styles
	done := 0
	for i := range v.lesson.Screens {
		if v.done[i] {
			done++
		}
	}
	title := s.Title.Render(s.Say(v.lesson.Title))
	progress := widget.Progress(done, len(v.lesson.Screens), v.width/3, s)
	screen := v.screen()
	name := s.Muted.Render(fmt.Sprintf("%d.%d ", v.index+1, screen.Number)) + s.Strong.Render(s.Say(screen.Title))
	if v.done[v.at] {
		name += " " + s.Right.Render(s.Marks.Done) + s.Muted.Render(" done")
	}
	margin := strings.Repeat(" ", v.frame.left)
	return []string{
		margin + kit.Between(title, progress, v.width-2*v.frame.left),
		margin + kit.Cut(name, v.width-2*v.frame.left), "",
	}
}

func (v *View) continueLine() string {
	s := v.styles
	return s.Prompt.Render(s.Marks.Prompt) + " " + s.Key.Render("enter") + " " + s.Say(v.continueSays())
}
