package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/bubbles/key"
	tea "github.com/charmbracelet/bubbletea"

	"chainrule/tui/kit"
)

// A Pane shows lines that may be more than there is room for. Between two parts of them lines may stand that are always
// seen: they stay at the top or at the foot while their place is scrolled out of sight. Lines are made once per width,
// not in View.
type Pane struct {
	styles        *kit.Styles
	lines         []string // what scrolls
	fixed         []string // what is always seen
	at            int      // fixed stands before this line
	width, height int
	top           int

	// Bare panes leave it to others to tell that there is more; else the last line does.
	Bare bool
}

// NewPane returns an empty pane.
func NewPane(s *kit.Styles) *Pane { return &Pane{styles: s} }

// SetSize sets the room there is.
func (p *Pane) SetSize(width, height int) {
	p.width, p.height = width, max(height, 0)
	p.clamp()
}

// SetLines replaces the text and keeps the place, if that still exists.
func (p *Pane) SetLines(lines []string) { p.SetParts(lines, nil, nil) }

// SetParts replaces the text: before and after scroll, fixed between them is always seen. The first line of fixed, if it
// is blank, tells that there is more of what stands before it.
func (p *Pane) SetParts(before, fixed, after []string) {
	p.lines, p.fixed, p.at = slices.Concat(before, after), fixed, len(before)
	p.clamp()
}

// Len returns the number of lines of the text.
func (p *Pane) Len() int { return len(p.lines) + len(p.fixed) }

// ShowTop goes to the first line.
func (p *Pane) ShowTop() { p.top = 0 }

// Shows reports whether the scrolling lines [from, to) are seen, or the first of them if they are too many.
func (p *Pane) Shows(from, to int) bool {
	return p.top <= from && min(to, from+p.room()) <= p.top+p.room()
}

// Near reports whether the scrolling lines [from, to) are seen, or would be if the text moved by a few lines more than they are.
func (p *Pane) Near(from, to int) bool {
	const few = 2
	return from <= p.top+p.room()+few && to >= p.top-few
}

// Show moves no further than needed to make the scrolling lines [from, to) seen; if they are too many, the first of them
// are.
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

// Scroll moves the text by lines, and reports whether it moved.
func (p *Pane) Scroll(by int) bool {
	before := p.top
	p.top += by
	p.clamp()
	return p.top != before
}

// Update takes a key, and reports whether it moved the text.
func (p *Pane) Update(msg tea.KeyMsg) bool {
	page := max(p.room()-1, 1)
	switch {
	case key.Matches(msg, kit.Scroll.Up):
		return p.Scroll(-1)
	case key.Matches(msg, kit.Scroll.Down):
		return p.Scroll(+1)
	case key.Matches(msg, kit.Scroll.PageUp):
		return p.Scroll(-page)
	case key.Matches(msg, kit.Scroll.PageDown):
		return p.Scroll(+page)
	}
	return false
}

// Keys lists the keys that move the text now.
func (p *Pane) Keys() []key.Binding {
	above, below := p.Moves(-1), p.Moves(+1)
	return []key.Binding{
		kit.If(above, kit.Scroll.PageUp), kit.If(below, kit.Scroll.PageDown), kit.If(above, kit.Scroll.Up), kit.If(below, kit.Scroll.Down),
	}
}

// Moves reports whether there is text to move to, above (-1) or below (+1).
func (p *Pane) Moves(direction int) bool {
	if direction < 0 {
		return p.top > 0
	}
	return p.top+p.room() < len(p.lines)
}

// Paging is what a footer tells of those keys.
func (p *Pane) Paging() key.Binding {
	return kit.If(p.Scrolls(), kit.Bind("pgup pgdn", "scroll", "pgup", "pgdown"))
}

// Scrolls reports whether there is more text than room.
func (p *Pane) Scrolls() bool { return p.Len() > p.height }

// More says which way there is more text, with the keys for it; it is empty where all is seen. Where the fixed lines tell of what
// is above, it speaks of what is below alone: nothing is told twice.
func (p *Pane) More() string {
	words, _ := p.tell(p.untold())
	return words
}

// MoreKeys says so by signs and keys alone.
func (p *Pane) MoreKeys() string {
	_, keys := p.tell(p.untold())
	return keys
}

// untold reports which ways there is more text that the fixed lines do not tell of.
func (p *Pane) untold() (above, below bool) {
	above, below = p.top > 0, p.top+p.room() < len(p.lines)
	if len(p.fixed) > 0 {
		above, below = p.top > p.at && p.fixed[0] != "", below && p.at < len(p.lines)
	}
	return above, below
}

// tell says which ways there is more text, in words and by signs and keys alone.
func (p *Pane) tell(above, below bool) (words, short string) {
	var signs string
	var ways, keys []string
	if above {
		signs, ways, keys = p.styles.Marks.Less, append(ways, "above"), append(keys, kit.Scroll.PageUp.Help().Key)
	}
	if below {
		signs, ways, keys = signs+p.styles.Marks.More, append(ways, "below"), append(keys, kit.Scroll.PageDown.Help().Key)
	}
	if signs == "" {
		return "", ""
	}
	return signs + " more " + strings.Join(ways, " and ") + ": " + strings.Join(keys, ", "), signs + " " + strings.Join(keys, " ")
}

// View returns exactly the lines of its height.
func (p *Pane) View() []string {
	end := min(p.top+p.room(), len(p.lines))
	at := min(max(p.at, p.top), end)
	seen := slices.Concat(p.lines[p.top:at], p.fixed, p.lines[at:end])
	if len(p.fixed) > 0 && p.fixed[0] == "" {
		words, _ := p.tell(p.top > 0 && p.at > 0, end < p.at)
		seen[at-p.top] = p.styles.Muted.Render(words)
	}
	for len(seen) < p.height {
		seen = append(seen, "")
	}
	seen = seen[:p.height]
	if !p.Bare && p.Scrolls() && p.height > 1 {
		seen[p.height-1] = p.styles.Muted.Render(p.More())
	}
	for i, l := range seen {
		seen[i] = kit.Cut(l, p.width)
	}
	return seen
}

// room is the number of lines for what scrolls: one is kept to say that there is more.
func (p *Pane) room() int {
	room := p.height - len(p.fixed)
	if !p.Bare && p.Scrolls() && p.height > 1 {
		room--
	}
	return max(room, 0)
}

func (p *Pane) clamp() { p.top = max(min(p.top, len(p.lines)-p.room()), 0) }
