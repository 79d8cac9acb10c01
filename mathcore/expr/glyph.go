package expr

import (
	"iter"
	"unicode/utf8"
)

// The marks that are written behind the letter they stand on. A macron and an overline both make a bar.
const (
	CombiningHat      = '\u0302'
	CombiningTilde    = '\u0303'
	CombiningMacron   = '\u0304'
	CombiningOverline = '\u0305'
)

// Combining returns the mark as it is written behind a letter; of NoMark it is 0.
func (m Mark) Combining() rune {
	switch m {
	case Hat:
		return CombiningHat
	case Bar:
		return CombiningMacron
	case Tilde:
		return CombiningTilde
	case NoMark:
	}
	return 0
}

// glyphs are characters that are others in another place or with a mark, and those others, in the same order.
type glyphs struct{ shown, plain string }

var (
	markedLetters = [...]glyphs{
		NoMark: {},
		Hat:    {"âĉêĝĥîĵôŝûŵŷẑÂĈÊĜĤÎĴÔŜÛŴŶẐ", "aceghijosuwyzACEGHIJOSUWYZ"},
		Bar:    {"āēīōūȳḡĀĒĪŌŪȲḠ", "aeiouygAEIOUYG"},
		Tilde:  {"ãẽĩñõũṽỹÃẼĨÑÕŨṼỸ", "aeinouvyAEINOUVY"},
	}
	raisedCharacters = glyphs{
		"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵝᵞᵟᶿᵠᵡᵀ",
		"0123456789+-=()niabcdefghjklmoprstuvwxyzβγδθφχT",
	}
	loweredCharacters = glyphs{
		"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼᵦᵧᵨᵩᵪ",
		"0123456789+-=()aeoxhklmnpstiruvjβγρφχ",
	}
)

// all yields the characters, each with the plain one.
func (g glyphs) all(yield func(shown, plain rune) bool) {
	rest := g.plain
	for _, shown := range g.shown {
		plain, size := utf8.DecodeRuneInString(rest)
		if rest = rest[size:]; !yield(shown, plain) {
			return
		}
	}
}

// MarkedLetters yields the letters with a mark that are one character, each with the letter alone. The others are written
// with a combining mark.
func MarkedLetters(m Mark) iter.Seq2[rune, rune] { return markedLetters[m].all }

// Raised yields the raised characters, each with the one on the line: ² with 2.
func Raised() iter.Seq2[rune, rune] { return raisedCharacters.all }

// Lowered yields the lowered characters, each with the one on the line: ᵢ with i.
func Lowered() iter.Seq2[rune, rune] { return loweredCharacters.all }

// Compose returns a letter with a mark upon it, as one character where there is one.
func Compose(letter string, m Mark) string {
	if m == NoMark {
		return letter
	}
	for shown, plain := range MarkedLetters(m) {
		if string(plain) == letter {
			return string(shown)
		}
	}
	return letter + string(m.Combining())
}
