// Package page sets one question in a window: which of text, figure, working and place to answer stands where, what scrolls,
// and what is seen when something was said.
//
// The screens that ask questions share it. It knows nothing of lessons in their order, of a record or of other places, and
// what a question says is laid out by tui/ask.
package page

import (
	"slices"
	"strings"

	tea "github.com/charmbracelet/bubbletea"

	"chainrule/lessons"
	"chainrule/tui/ask"
	"chainrule/tui/kit"
	"chainrule/tui/prose"
	"chainrule/tui/widget"
)

// A Content is what is set.
type Content struct {
	Head   []string        // the lines above all else, see Page.Head
	Intro  []lessons.Block // read before the text of the screen
	Screen *lessons.Screen // the text that is read
	Plot   *widget.Plot    // the figure that belongs to the text, nil if there is none
	// Question is what is asked; nil where nothing is. While it is made ready, Opening is set.
	Question *ask.Question
	Opening  bool
	// Beside draws a list at the right of all, in the given width and height; nil where there is none.
	Beside func(width, height int) []string
}

// A Page is one question in a window. Make it with New.
type Page struct {
	styles  *kit.Styles
	content Content

	pane          *widget.Pane
	follow        bool // go to the news at the next layout
	scrolled      bool // the text of the screen was moved
	size          size // of the figure
	width, height int
	arranged      arrangement
	texts         map[int][]string // the text of the screen, by its width
	textsFor      textKey
}

// New returns an empty page.
func New(styles *kit.Styles) *Page { return &Page{styles: styles, pane: widget.NewPane(styles)} }

// SetSize sets the room there is, and reports whether it is another: then the page is to be set anew.
func (p *Page) SetSize(width, height int) bool {
	if width == p.width && height == p.height {
		return false
	}
	p.width, p.height = width, height
	return true
}

// Turn begins a page with other text, at its top.
func (p *Page) Turn() {
	p.size, p.scrolled, p.texts = fitting, false, nil
	p.pane.ShowTop()
}

// Opened takes it that a question was made ready: what was said to it before is seen, and a run that goes on.
func (p *Page) Opened(q *ask.Question) {
	p.pane.ShowTop()
	p.follow = q.Started()
	p.sizeForRun(q.Watching())
}

// Follow lets the next Set show what was said last.
func (p *Page) Follow() { p.follow = true }

// Scroll moves the text by lines.
func (p *Page) Scroll(lines int) { p.scrolled = p.pane.Scroll(lines) || p.scrolled }

// Set makes the lines that View shows. It is called when something changed, not on every frame.
func (p *Page) Set(c Content) {
	p.content = c
	if p.width == 0 {
		return
	}
	p.arranged = p.arrange()
	a := &p.arranged
	p.pane.Bare = a.bare
	p.pane.SetSize(a.text, a.rows)
	p.pane.SetParts(a.before, a.fixed, a.after)
	if p.follow && a.focus.From >= 0 {
		p.pane.Show(a.focus.From, a.focus.To)
		switch {
		case a.choice > 0: // what there is to choose from must be seen before what was said of it
			p.pane.Show(a.focus.From, a.choice)
		case !p.pane.Shows(a.words, a.focus.To):
			p.pane.Show(a.words, a.focus.To)
		}
	}
	p.follow = false
	p.markMore()
}

// markMore tells in the rule above the place to answer that there is more text.
func (p *Page) markMore() {
	a := &p.arranged
	if q := p.content.Question; q != nil && a.edge >= 0 && a.bare {
		a.below[a.edge] = q.Edge(a.text, p.pane.More(), p.pane.MoreKeys())
	}
}

// View joins what Set made, in exactly the lines and columns of the size.
func (p *Page) View() string {
	if p.width == 0 {
		return ""
	}
	a := &p.arranged
	body := a.figure
	switch {
	case body != nil:
		for len(body) < p.height-len(p.content.Head)-len(a.below) {
			body = append(slices.Clip(body), "")
		}
	case a.beside != nil:
		body = kit.Beside(p.pane.View(), a.text, gap, a.beside)
	default:
		body = p.pane.View()
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
	return kit.Fit(slices.Concat(p.content.Head, body), p.width, p.height)
}

// Head lays out what stands above all else: a title with how far one has come, and the name of the screen; in a low window the
// name alone.
func (p *Page) Head(title, name, progress string) []string {
	left := kit.Margin(p.width)
	width, margin := p.width-2*left, strings.Repeat(" ", left)
	if p.height < smallHeight {
		if name == "" {
			name = p.styles.Title.Render(p.styles.Say(title))
		}
		return []string{margin + kit.Between(name, progress, width)}
	}
	return []string{margin + kit.Between(p.styles.Title.Render(p.styles.Say(title)), progress, width), margin + kit.Cut(name, width), ""}
}

// textKey says what a text was laid out for, besides its width.
type textKey struct {
	screen *lessons.Screen
	look   kit.Look
}

// prose lays out what is read on this screen before anything is done. It is kept, since it stays the same while one types.
func (p *Page) prose(width int) []string {
	const most = 8 // widths
	if of := (textKey{p.content.Screen, p.styles.Look}); of != p.textsFor || p.texts == nil || len(p.texts) > most {
		p.textsFor, p.texts = of, map[int][]string{}
	}
	lines, ok := p.texts[width]
	if !ok {
		lines = p.layOutProse(width)
		p.texts[width] = lines
	}
	return slices.Clone(lines)
}

func (p *Page) layOutProse(width int) []string {
	s, screen := p.styles, p.content.Screen
	measure := min(width, prose.Measure)
	lines := prose.Blocks(p.content.Intro, measure, s)
	lines = joinBlocks(lines, prose.Blocks(screen.Prose, measure, s))
	if plot := screen.Plot; plot != nil && len(plot.Notice) > 0 {
		lines = joinBlocks(lines, prose.Labelled(s.Marks.Arrow+" ", s.Text, prose.Text(plot.Notice, s.Text, measure-2, s)))
	}
	return lines
}

// Musts returns the blocks of lines that must be seen now, each in one piece: the task, the place to answer, the goal, and each line
// that may be chosen. There are none once the question is done.
func (p *Page) Musts() [][]string {
	q, a := p.content.Question, &p.arranged
	if q == nil || q.Finished() {
		return nil
	}
	width := a.text
	if a.beside != nil {
		width = p.inner()
	}
	place := []string{p.styles.Marks.Prompt + " "}
	if q.Picks() {
		place = q.AnswerArea(width, ask.Preview{})
	}
	blocks := [][]string{q.Task(width), place, q.Aim(width)}
	for _, l := range slices.Concat(a.before, a.after)[max(a.focus.From, 0):max(a.choice, a.focus.From, 0)] {
		blocks = append(blocks, []string{l})
	}
	return blocks
}

// Draws reports whether there is a curve that must be seen, or a line that tells the key for it.
func (p *Page) Draws() bool {
	return p.plot() != nil && (p.content.Question == nil || !p.content.Question.Finished())
}

// Update gives a message to the question, and makes room for the picture or the run that comes of it.
func (p *Page) Update(msg tea.Msg) tea.Cmd {
	q := p.content.Question
	pictured, watched := q.Picture() != nil, q.Watching()
	cmd, taken := q.Update(msg)
	p.follow = p.follow || taken
	if now := q.Picture() != nil; now != pictured {
		p.size = fitting
		if now && p.small() {
			p.size = large
		}
	}
	if now := q.Watching(); now != watched {
		p.sizeForRun(now)
	}
	return cmd
}
