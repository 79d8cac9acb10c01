package verdict

import (
	"strings"
	"unicode/utf8"

	"chainrule/lessons/printable"
	"chainrule/tui/kit"
)

// How much of a long line is shown around the spot that is Pointed at, in characters.
const (
	shownBefore = 50
	shownAfter  = 25
)

// Pointed returns the text around the bytes from start to stop and, below it, carets under them.
func Pointed(source string, start, stop int) [2]string {
	start = min(max(start, 0), len(source))
	stop = min(max(stop, start), len(source))
	before, cutBefore := lastRunes(source[:start], shownBefore)
	at, cutAt := firstRunes(source[start:stop], shownAfter)
	after, cutAfter := firstRunes(source[stop:], shownAfter)
	before, at, after = dotted(before), dotted(at), dotted(after)
	if cutBefore {
		before = "…" + before
	}
	switch {
	case cutAt:
		after = "…"
	case cutAfter:
		after += "…"
	}
	carets := max(width(before+at)-width(before), 1)
	return [2]string{before + at + after, strings.Repeat(" ", width(before)) + strings.Repeat("^", carets)}
}

func width(s string) int { return kit.Column(s, len(s)) }

// dotted replaces what may not reach a terminal by a middle dot, one for each character, so that a caret below still
// points at its place.
func dotted(s string) string {
	return strings.Map(func(r rune) rune {
		if r == utf8.RuneError || printable.Harmful(r) {
			return '·'
		}
		return r
	}, s)
}

// firstRunes returns the first n characters of s and whether that cut something off.
func firstRunes(s string, n int) (head string, cut bool) {
	for i := range s {
		if n == 0 {
			return s[:i], true
		}
		n--
	}
	return s, false
}

// lastRunes returns the last n characters of s and whether that cut something off.
func lastRunes(s string, n int) (tail string, cut bool) {
	i := len(s)
	for ; i > 0 && n > 0; n-- {
		_, size := utf8.DecodeLastRuneInString(s[:i])
		i -= size
	}
	return s[i:], i > 0
}
