package kit

import (
	"github.com/charmbracelet/lipgloss"
	"github.com/muesli/termenv"

	"chainrule/lessons/printable"
)

// A Look is what the user chose about the appearance.
type Look struct {
	Light bool // the background is light
	ASCII bool // characters of ASCII only
}

// Styles have names of meaning; no other package names a colour. They are made from the renderer of the terminal that
// will show them, so that each session has its own colour profile.
type Styles struct {
	Look Look

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

	// Curves are the colours of the curves of a plot, in the numbers of the terminal's 256; empty without colour.
	Curves []int
	// Pointer is the colour of what is marked in a plot: the movable point, a witness.
	Pointer int

	Marks Marks
}

// Marks are the signs that go with a meaning, so that colour is never the only one.
type Marks struct {
	Right, Wrong, Hint, Unsure, Current, Done, Todo, Open string
	Rule, Full, Empty, More, Less, Ellipsis, Prompt       string
	Bullet, Arrow, Up, Down, Dash                         string
}

var unicodeMarks = Marks{
	Right: "✓", Wrong: "✗", Hint: "?", Unsure: "~", Current: "▸", Done: "✓", Todo: "·", Open: "◦",
	Rule: "─", Full: "━", Empty: "─", More: "↓", Less: "↑", Ellipsis: "…", Prompt: "›",
	Bullet: "•", Arrow: "→", Up: "↑", Down: "↓", Dash: "–",
}

var asciiMarks = Marks{
	Right: "[ok]", Wrong: "[x]", Hint: "[?]", Unsure: "[~]", Current: ">", Done: "x", Todo: ".", Open: "o",
	Rule: "-", Full: "=", Empty: "-", More: "v", Less: "^", Ellipsis: "~", Prompt: ">",
	Bullet: "*", Arrow: "->", Up: "up", Down: "down", Dash: "-",
}

// palette is one choice of colours for each meaning, in the 16 that every terminal theme defines for its background.
type palette struct{ title, formula, prompt, right, wrong, hint, muted, key, notice string }

var (
	onDark  = palette{title: "15", formula: "14", prompt: "12", right: "10", wrong: "9", hint: "11", muted: "245", key: "7", notice: "11"}
	onLight = palette{title: "0", formula: "6", prompt: "4", right: "2", wrong: "1", hint: "5", muted: "243", key: "0", notice: "5"}
)

// NewStyles makes the styles for what r draws on.
func NewStyles(r *lipgloss.Renderer, look Look) Styles {
	p := onDark
	if look.Light {
		p = onLight
	}
	colour := func(c string) lipgloss.Style { return r.NewStyle().Foreground(lipgloss.Color(c)) }
	s := Styles{
		Look:     look,
		Title:    colour(p.title).Bold(true),
		Text:     r.NewStyle(),
		Strong:   r.NewStyle().Bold(true),
		Emphasis: r.NewStyle().Italic(true),
		Formula:  colour(p.formula),
		Prompt:   colour(p.prompt).Bold(true),
		Right:    colour(p.right).Bold(true),
		Wrong:    colour(p.wrong).Bold(true),
		Hint:     colour(p.hint),
		Muted:    colour(p.muted),
		Key:      colour(p.key).Bold(true),
		Selected: colour(p.prompt).Bold(true),
		Notice:   colour(p.notice),
		Marks:    unicodeMarks,
	}
	if look.ASCII {
		s.Marks = asciiMarks
	}
	if r.ColorProfile() != termenv.Ascii {
		s.Curves, s.Pointer = []int{14, 13, 10, 12}, 11
		if look.Light {
			s.Curves, s.Pointer = []int{4, 5, 2, 6}, 1
		}
	}
	return s
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
