// Package printable tells which characters may reach a terminal, and writes the others so that they are seen and do
// nothing.
//
// It knows neither colours nor screens: what the program itself sends to steer the terminal does not pass through here.
package printable

import (
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// marksLimit is how many combining marks a letter may carry: a stack of hundreds runs over the lines above and below.
const marksLimit = 4

// Harmful reports whether a character may not reach a terminal as it is: it could be taken as a command, change the
// order in which others are shown, or stand there unseen. Line feeds and tabs are for the caller to judge; here they
// count as harmful.
func Harmful(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return r < ' ' || r == '\x7f'
	case r == '\u00ad', unicode.Is(unicode.Zl, r), unicode.Is(unicode.Zp, r): // soft hyphen, line and paragraph ends
		return true
	}
	return unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || unicode.Is(unicode.Cs, r)
}

// Find returns the byte offset of the first harmful character of a text of several lines, or of the first byte that is
// no UTF-8, and what to call it. It returns -1 if there is none.
func Find(text []byte) (offset int, name string) {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		switch {
		case r == utf8.RuneError && size <= 1:
			return i, fmt.Sprintf("the byte %02x, which is no UTF-8", text[i])
		case r != '\n' && r != '\t' && Harmful(r):
			return i, fmt.Sprintf("the invisible character U+%04X", r)
		}
		i += size
	}
	return -1, ""
}

// Line returns text as it may stand within a line: what is harmful as \u001b, bytes that are no UTF-8 as �, and of the
// marks over a letter only a few. In a string of JSON the result means the same as text.
func Line(text string) string { return escaped(text, false) }

// Text is Line for several lines: line feeds and tabs stay.
func Text(text string) string { return escaped(text, true) }

func escaped(text string, lines bool) string {
	if plain(text, lines) {
		return text
	}
	var b strings.Builder
	marks := 0
	for _, r := range text {
		switch {
		case lines && (r == '\n' || r == '\t'):
			marks = 0
			b.WriteRune(r)
		case Harmful(r):
			marks = 0
			for _, unit := range utf16.Encode([]rune{r}) {
				fmt.Fprintf(&b, `\u%04x`, unit)
			}
		case unicode.Is(unicode.M, r):
			if marks++; marks <= marksLimit {
				b.WriteRune(r)
			}
		default:
			marks = 0
			b.WriteRune(r)
		}
	}
	return b.String()
}

// plain reports whether a text is printable ASCII, as nearly all are.
func plain(text string, lines bool) bool {
	for i := range len(text) {
		if c := text[i]; (c < ' ' || c > '~') && (!lines || c != '\n' && c != '\t') {
			return false
		}
	}
	return true
}

// A Writer hands on what is written, as Text makes it. A character may come in several pieces; Flush hands on the rest.
type Writer struct {
	to   io.Writer
	rest []byte // of a character that is not complete
}

// NewWriter returns a Writer to w.
func NewWriter(w io.Writer) *Writer { return &Writer{to: w} }

// Write hands on p.
func (w *Writer) Write(p []byte) (int, error) {
	text := append(w.rest, p...)
	end := len(text) - incomplete(text)
	w.rest = append([]byte(nil), text[end:]...)
	if end > 0 {
		if _, err := io.WriteString(w.to, Text(string(text[:end]))); err != nil {
			return 0, err
		}
	}
	return len(p), nil
}

// Flush hands on what is left of a character that was never completed.
func (w *Writer) Flush() error {
	rest := w.rest
	w.rest = nil
	if len(rest) == 0 {
		return nil
	}
	_, err := io.WriteString(w.to, Text(string(rest)))
	return err
}

// incomplete returns how many bytes at the end of text may be the beginning of a character.
func incomplete(text []byte) int {
	for n := 1; n <= min(utf8.UTFMax-1, len(text)); n++ {
		if tail := text[len(text)-n:]; utf8.RuneStart(tail[0]) {
			if utf8.FullRune(tail) {
				return 0
			}
			return n
		}
	}
	return 0
}
