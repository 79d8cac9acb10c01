package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/lipgloss"
	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
)

// A Span is a piece of running text in one style. Whole spans (formulas) are kept on one line if they fit into one.
type Span struct {
	Text  string
	Style lipgloss.Style
	Whole bool
}

// piece is what Wrap does not break: a part of a word in one style.
type piece struct {
	text  string
	style lipgloss.Style
	width int
	space bool // a blank stands before it, where a line may end
	held  bool // the blank before it holds both sides together
}

// Wrap breaks running text into lines of at most width columns. It breaks at blanks only, never inside a Whole span
// that fits into a line, nor at a no-break space, between a short number and the word before it, between a number and what it
// counts, or beside a sign as = or ·, unless that would be long. It puts hang blanks before every line but the first, and shows a no-break
// space as a blank, so that what is copied can be typed.
func Wrap(spans []Span, width, hang int, s *kit.Styles) []string {
	width = max(width, 1)
	hang = min(hang, width/2)
	w := wrapper{width: width, hang: hang}
	pieces := split(spans, width-hang, s)
	for i := 0; i < len(pieces); {
		j, wide := i+1, pieces[i].width
		for ; j < len(pieces); j++ {
			more := pieces[j].width
			if pieces[j].space {
				if more += wide + 1; more > longestTied || !tied(pieces[j-1], pieces[j]) {
					break
				}
				more -= wide
			}
			wide += more
		}
		w.word(pieces[i:j], wide)
		i = j
	}
	return w.finish()
}

// longestTied is how many columns words take that stay on one line; more would leave the lines too uneven.
const longestTied = 24

// tied reports whether the blank between two pieces is no place to end a line. Of numbers in a row, as in 1, 2, 3, none is lost,
// while those of a point (1, 2) belong together.
func tied(a, b piece) bool {
	listed := isShortNumber(a.text) && strings.HasSuffix(a.text, ",") && !strings.ContainsAny(a.text+b.text, "()")
	begins := listed || strings.HasSuffix(a.text, ":") // numbers that are told one by one
	return b.held || relates(a.text) || relates(b.text) || isShortNumber(b.text) && !begins || counts(a.text, b.text)
}

func relates(word string) bool {
	switch word {
	case "=", "<", ">", "≤", "≥", "≈", "≠", "→", "<=", ">=", "->", "·", "*":
		return true
	}
	return false
}

// isShortNumber reports whether a word is a number that would look lost at the beginning of a line, with what a sentence may
// have around it.
func isShortNumber(word string) bool {
	const short = 5
	word = strings.TrimRight(strings.TrimLeft(word, "(−-"), ".,;:?!)%")
	return word != "" && len(word) <= short && isNumeral(word)
}

func isNumeral(word string) bool { return strings.Trim(word, "0123456789.,/") == "" }

// counts reports whether a number and the word behind it are read in one: 11 points, 4.2 seconds. Words that begin something new
// are not counted.
func counts(number, word string) bool {
	number = strings.TrimLeft(number, "(−-")
	if number == "" || !isNumeral(number) || strings.ContainsRune(".,", rune(number[len(number)-1])) {
		return false
	}
	word = strings.TrimRight(word, ".,;:?!)")
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz") == "" && !slices.Contains(particles, word)
}

// particles are short words that stand behind numbers and do not say what is counted.
var particles = strings.Fields("a an and are as at be but by can for from has have if in is it its not of on one only or so than that the then there to " +
	"was were when where which while with")

const noBreak = "\u00a0"

// WrapText breaks plain text in one style.
func WrapText(text string, style lipgloss.Style, width int, s *kit.Styles) []string {
	return Wrap([]Span{{Text: text, Style: style}}, width, 0, s)
}

// split cuts spans into pieces none of which is wider than width.
func split(spans []Span, width int, s *kit.Styles) []piece {
	var pieces []piece
	space, held := false, false
	for _, span := range spans {
		for n, text := range strings.Split(span.Text, noBreak) {
			if n > 0 {
				space, held = true, true
			}
			text = s.Say(text)
			if wide := ansi.StringWidth(text); span.Whole && wide <= width {
				pieces = append(pieces, piece{text, span.Style, wide, space, held})
				space, held = false, false
				continue
			}
			for i, word := range strings.Split(text, " ") {
				if i > 0 {
					space, held = true, false
				}
				for word != "" {
					head := word
					if ansi.StringWidth(word) > width {
						head = ansi.Truncate(word, max(width, 1), "")
					}
					if head == "" {
						break
					}
					pieces = append(pieces, piece{head, span.Style, ansi.StringWidth(head), space, held})
					word, space, held = word[len(head):], false, false
				}
			}
		}
	}
	return pieces
}

type wrapper struct {
	width, hang int
	lines       []string
	line        strings.Builder
	used, start int // columns of the line that are taken, and those of them that are its indentation
	// neighbours in one style are rendered together, since styling costs more than all the rest
	run   strings.Builder
	style lipgloss.Style
}

func (w *wrapper) word(parts []piece, wide int) {
	gap := 0
	if w.used > w.start && parts[0].space {
		gap = 1
	}
	if w.used > w.start && w.used+gap+wide > w.width {
		w.newline()
		gap = 0
	}
	for i, p := range parts {
		blank := 0
		if i == 0 {
			blank = gap
		} else if p.space {
			blank = 1
		}
		// A word of several pieces can still be too wide for a line; then it is broken between pieces.
		if i > 0 && w.used+blank+p.width > w.width {
			w.newline()
			blank = 0
		}
		if !sameStyle(p.style, w.style) {
			w.flush()
			w.style = p.style
		}
		if blank == 1 {
			w.run.WriteByte(' ')
			w.used++
		}
		w.run.WriteString(p.text)
		w.used += p.width
	}
}

func (w *wrapper) newline() {
	w.flush()
	w.lines = append(w.lines, w.line.String())
	w.line.Reset()
	w.line.WriteString(strings.Repeat(" ", w.hang))
	w.used, w.start = w.hang, w.hang
}

func (w *wrapper) flush() {
	if w.run.Len() > 0 {
		w.line.WriteString(w.style.Render(w.run.String()))
		w.run.Reset()
	}
}

func (w *wrapper) finish() []string {
	w.flush()
	if w.line.Len() > 0 || len(w.lines) == 0 {
		w.lines = append(w.lines, w.line.String())
	}
	return w.lines
}

func sameStyle(a, b lipgloss.Style) bool {
	return a.GetForeground() == b.GetForeground() && a.GetBold() == b.GetBold() && a.GetItalic() == b.GetItalic()
}
