package widget

import (
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Clean returns text as an answer may hold it: composed (NFC), on one line, without control sequences and without the
// invisible marks that could show something else than what is read. The text is cut at FieldLimit characters first,
// so that a paste of a megabyte costs nothing.
func Clean(text string) string {
	const bytesPerRune = 4
	if len(text) > FieldLimit*bytesPerRune {
		text = strings.ToValidUTF8(text[:FieldLimit*bytesPerRune], "")
	}
	text = ansi.Strip(text) // colours and the like that come along with text copied from a terminal
	clean := strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r', r == '\v', r == '\f', unicode.Is(unicode.Zs, r), r == '\u2028', r == '\u2029':
			return ' '
		case unicode.IsControl(r), unicode.Is(unicode.Cf, r), r == unicode.ReplacementChar, !unicode.IsGraphic(r):
			return -1
		}
		return r
	}, text)
	if runes := []rune(clean); len(runes) > FieldLimit {
		clean = string(runes[:FieldLimit])
	}
	return compose(clean)
}

func compose(text string) string { return norm.NFC.String(text) }

func combining(r rune) bool { return unicode.Is(unicode.Mn, r) }

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || combining(r) }
