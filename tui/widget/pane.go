package widget

import (
	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
)

// A Pane shows lines that may be more than there is room for. Lines are made once per width, not in View.
type Pane struct {
	styles        *kit.Styles
	lines         []string
	width, height int
	top           int
}

// NewPane returns an empty pane.
func NewPane(s *kit.Styles) *Pane { return &Pane{styles: s} }

// SetSize sets the room there is.
func (p *Pane) SetSize(width, height int) {
	p.width, p.height = width, max(height, 0)
	p.clamp()
}

// SetLines replaces the text and keeps the place as far as it still exists.
func (p *Pane) SetLines(lines []string) {
	p.lines = lines
	p.clamp()
}

// Len returns the number of lines of the text.
func (p *Pane) Len() int { return len(p.lines) }

// ShowTop goes to the first line.
func (p *Pane) ShowTop() { p.top = 0 }

// Shows reports whether the lines [from, to) are seen, or the first of them if they are too many.
func (p *Pane) Shows(from, to int) bool {
	return p.top <= from && min(to, from+p.room()) <= p.top+p.room()
}

// Show moves no further than needed to make the lines [from, to) seen; if they are too many, the first of them are.
func (p *Pane) Show(from, to int) {
	room := p.room()
	if to > p.top+room {
		p.top = to - room
	}
	if from < p.top {
		p.top = from
	}
	p.clamp()
}

// Update takes a key, and reports whether it moved the text.
func (p *Pane) Update(msg tea.KeyMsg) bool {
	before := p.top
	switch {
	case key.Matches(msg, kit.Scroll.Up):
		p.top--
	case key.Matches(msg, kit.Scroll.Down):
		p.top++
	case key.Matches(msg, kit.Scroll.PageUp):
		p.top -= max(p.room()-1, 1)
	case key.Matches(msg, kit.Scroll.PageDown):
		p.top += max(p.room()-1, 1)
	default:
		return false
	}
	p.clamp()
	return p.top != before
}

// Scroll moves the text by so many lines, down if they are positive.
func (p *Pane) Scroll(lines int) {
	p.top += lines
	p.clamp()
}

// Scrolls reports whether there is more text than room.
func (p *Pane) Scrolls() bool { return len(p.lines) > p.height }

// Below reports whether there is text below what is seen.
func (p *Pane) Below() bool { return p.top+p.room() < len(p.lines) }

// View returns exactly the lines of its height; the last one says that there is more, if there is.
func (p *Pane) View() []string {
	seen := make([]string, p.height)
	room := p.room()
	for i := range room {
		if p.top+i < len(p.lines) {
			seen[i] = kit.Cut(p.lines[p.top+i], p.width)
		}
	}
	if room < p.height {
		seen[p.height-1] = kit.Cut(p.more(), p.width)
	}
	return seen
}

// room is the number of lines for text: one is kept to say that there is more.
func (p *Pane) room() int {
	if p.Scrolls() && p.height > 1 {
		return p.height - 1
	}
	return p.height
}

func (p *Pane) more() string {
	m := p.styles.Marks
	switch above, below := p.top > 0, p.Below(); {
	case above && below:
		return p.styles.Muted.Render(m.Less + m.More + " more above and below: pgup, pgdn")
	case below:
		return p.styles.Muted.Render(m.More + " more below: pgdn")
	case above:
		return p.styles.Muted.Render(m.Less + " more above: pgup")
	}
	return ""
}

func (p *Pane) clamp() { p.top = max(min(p.top, len(p.lines)-p.room()), 0) }
