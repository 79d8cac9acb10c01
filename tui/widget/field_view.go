package widget

import (
	"slices"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"chainrule/tui/kit"
)

// View draws the field in one line, scrolled so that the cursor is seen. A bracket at the cursor is marked with the one it
// belongs to.
func (f *Field) View() string {
	prompt := f.styles.Prompt.Render(f.styles.Marks.Prompt) + " "
	room := max(f.width-ansi.StringWidth(prompt)-1, 1)
	start := f.scroll(room)
	end := start
	for end < len(f.value) && ansi.StringWidth(string(f.value[start:end+1])) <= room {
		end++
	}
	end = max(end, min(f.pos, len(f.value)))
	near, mate := f.brackets()
	var line strings.Builder
	line.WriteString(prompt)
	for i := start; i < end; {
		next := f.after(i)
		text := f.styles.Say(string(f.value[i:next]))
		switch i {
		case f.pos:
			line.WriteString(f.styles.Caret(text))
		case near, mate:
			line.WriteString(f.styles.Mate.Render(text))
		default:
			line.WriteString(text)
		}
		i = next
	}
	if f.pos >= end {
		line.WriteString(f.styles.Caret(" "))
	}
	return kit.Cut(line.String(), f.width)
}

// after returns the place of the character after the one at i; combining marks belong to their letter.
func (f *Field) after(i int) int {
	for i++; i < len(f.value) && combining(f.value[i]); {
		i++
	}
	return i
}

// scroll returns the first character to show.
func (f *Field) scroll(room int) int {
	start := 0
	for start < f.pos && ansi.StringWidth(string(f.value[start:f.pos])) >= room {
		start++
	}
	return start
}

// closing says what closes a bracket.
var closing = map[rune]rune{'(': ')', '[': ']', '{': '}'}

// brackets returns the place of a bracket at the cursor, that before it rather than that under it, and of the one it belongs
// to; both are -1 where there are none.
func (f *Field) brackets() (near, mate int) {
	for _, i := range []int{f.pos - 1, f.pos} {
		if mate := f.mate(i); mate >= 0 {
			return i, mate
		}
	}
	return -1, -1
}

// mate returns the place of the bracket that belongs to the one at i, -1 if there is none.
func (f *Field) mate(i int) int {
	if i < 0 || i >= len(f.value) {
		return -1
	}
	var open []int
	for k, r := range f.value {
		if closing[r] != 0 {
			open = append(open, k)
			continue
		}
		n := len(open)
		if n == 0 || closing[f.value[open[n-1]]] != r {
			continue
		}
		if k == i {
			return open[n-1]
		}
		if open[n-1] == i {
			return k
		}
		open = open[:n-1]
	}
	return -1
}

// Closers returns what closes the brackets that are open at the end of text.
func Closers(text string) string {
	var open []rune
	for _, r := range text {
		if c := closing[r]; c != 0 {
			open = append(open, c)
		} else if n := len(open); n > 0 && r == open[n-1] {
			open = open[:n-1]
		}
	}
	var all strings.Builder
	for _, r := range slices.Backward(open) {
		all.WriteRune(r)
	}
	return all.String()
}
