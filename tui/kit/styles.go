package kit

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"chainrule/lessons/printable"
)

// Styles have names of meaning; no other package names a colour. They are made from the renderer of the terminal that
// will show them, so that each session has its own colour profile.
type Styles struct {
	Look  Look
	Marks Marks
	Inks

	renderer *lipgloss.Renderer
}

// Inks are the part of the styles that is another on another background. Commands that run beside the screens must not
// look at them.
type Inks struct {
	Title    lipgloss.Style
	Text     lipgloss.Style
	Strong   lipgloss.Style
	Emphasis lipgloss.Style
	Formula  lipgloss.Style
	Prompt   lipgloss.Style
	Right    lipgloss.Style
	Wrong    lipgloss.Style
	Hint     lipgloss.Style
	Muted    lipgloss.Style
	Key      lipgloss.Style
	Selected lipgloss.Style
	Notice   lipgloss.Style
	Cursor   lipgloss.Style // the place where the next character goes
	Mate     lipgloss.Style // a bracket at the cursor, and the one it belongs to

	// Curves are the colours of the curves of a plot, in the numbers of the terminal's 256; empty without colour.
	Curves []int
	// Pointer is the colour of what is marked in a plot: the movable point, a witness. Axis is that of axes and their
	// labels. 0 is the colour of all text.
	Pointer, Axis int
}

// Marks are the signs that go with a meaning, so that colour is never the only one.
type Marks struct {
	Right, Wrong, Hint, Unsure, Current, Done, Todo, Open string
	Rule, Full, Empty, More, Less, Ellipsis, Prompt       string
	Bullet, Arrow, Up, Down, Dash                         string
	Task                                                  string // before what is to be done
	Cell, Here, OpenCell                                  string // of a row of places: done, where somebody is, open
	Hole                                                  string // stands in a formula for what is still to come
}

var unicodeMarks = Marks{
	Right: "✓", Wrong: "✗", Hint: "?", Unsure: "~", Current: "▸", Done: "✓", Todo: "·", Open: "◦",
	Rule: "─", Full: "━", Empty: "─", More: "↓", Less: "↑", Ellipsis: "…", Prompt: "›",
	Bullet: "•", Arrow: "→", Up: "↑", Down: "↓", Dash: "–",
	Task: "▌", Cell: "●", Here: "◉", OpenCell: "○",
	Hole: "▯",
}

var asciiMarks = Marks{
	Right: "[ok]", Wrong: "[x]", Hint: "[?]", Unsure: "[~]", Current: ">", Done: "+", Todo: ".", Open: "o",
	Rule: "-", Full: "=", Empty: "-", More: "v", Less: "^", Ellipsis: "~", Prompt: ">",
	Bullet: "*", Arrow: "->", Up: "up", Down: "down", Dash: "-",
	Task: "|", Cell: "*", Here: "@", OpenCell: ".",
	Hole: "?",
}

// NewStyles makes the styles for what r draws on.
func NewStyles(r *lipgloss.Renderer, look Look) Styles {
	s := Styles{Look: look, Marks: unicodeMarks, Inks: mixed(r, look), renderer: r}
	if look.ASCII {
		s.Marks = asciiMarks
	}
	return s
}

// SetBackground makes the inks anew for another background. Who holds a pointer to the styles has to lay out again.
func (s *Styles) SetBackground(b Background) {
	s.Look.Background = b
	s.Inks = mixed(s.renderer, s.Look)
}

// mixed makes the inks from the palette of a look.
func mixed(r *lipgloss.Renderer, look Look) Inks {
	p := paletteOf(look)
	bold := r.NewStyle().Bold(true)
	in := Inks{
		// What must never vanish has no colour of its own.
		Title: bold, Key: bold, Strong: bold, Text: r.NewStyle(), Emphasis: r.NewStyle().Italic(true),
		Cursor: r.NewStyle().Reverse(true), Mate: r.NewStyle().Bold(true).Underline(true),
		Formula: p.formula.on(r), Prompt: p.prompt.on(r), Selected: p.selected.on(r), Right: p.right.on(r),
		Wrong: p.wrong.on(r), Hint: p.hint.on(r), Notice: p.notice.on(r), Muted: p.muted.on(r),
	}
	if r.ColorProfile() != termenv.Ascii {
		in.Curves, in.Pointer, in.Axis = p.curves, p.pointer, p.axis
	}
	return in
}

// Caret draws what the cursor stands on. Where the terminal's own cursor is shown, only its place is told.
func (s *Styles) Caret(on string) string {
	if s.Look.Cursor {
		return CursorHere + on
	}
	return s.Cursor.Render(on)
}

// Say returns text as it may reach the terminal and as the look can show it: without anything that could steer the
// terminal, and in ASCII if that is asked for.
func (s *Styles) Say(text string) string {
	text = printable.Text(text)
	if s.Look.ASCII {
		return ASCII(text)
	}
	return text
}
