package lessons

import (
	"fmt"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"chainrule/mathcore/slip"
)

// A Slip is a mistake that the checker recognises, with the words for it. They are true whatever the learner meant: the
// checker has proved that the slip leads to the line typed, not that it was made.
type Slip struct {
	ID slip.ID
	// What tells which slip leads to the line; Named does so with the names of pieces in braces, such as {factor}. It is
	// told where all of them are known.
	What, Named string
	// Change names the slip inside a sentence about two.
	Change string
	// See shows that the slip is one, Do tells one thing to do.
	See, Do string
}

// Happened returns what happened, with the pieces of the explanation in their places where all of them are known.
func (s Slip) Happened(e slip.Explanation) Text {
	if s.Named == "" {
		return Say(s.What)
	}
	pieces := map[string]Text{}
	for name, n := range e.Parts {
		pieces[name] = SayFormula(n)
	}
	if e.Bracketed != "" {
		pieces["line"] = Text{{Style: Verbatim, Text: e.Bracketed}}
	}
	var all Text
	rest := s.Named
	for rest != "" {
		at := piece.FindStringIndex(rest)
		if at == nil {
			break
		}
		known, ok := pieces[rest[at[0]+1:at[1]-1]]
		if !ok {
			return Say(s.What)
		}
		if at[0] > 0 {
			all = append(all, Inline{Text: rest[:at[0]]})
		}
		all = append(all, known...)
		rest = rest[at[1]:]
	}
	return append(all, Inline{Text: rest})
}

// Pieces returns the names in braces.
func (s Slip) Pieces() []string {
	var all []string
	for _, found := range piece.FindAllString(s.Named, -1) {
		all = append(all, strings.Trim(found, "{}"))
	}
	return all
}

var piece = regexp.MustCompile(`\{[a-z]+\}`)

// Inside returns what happened as a part of a sentence.
func (s Slip) Inside() string {
	if s.Change != "" {
		return s.Change
	}
	first, size := utf8.DecodeRuneInString(s.What)
	return string(unicode.ToLower(first)) + strings.TrimSuffix(s.What[size:], ".")
}

// Together words two slips that lead to a line together.
func Together(one, other Slip) string {
	return fmt.Sprintf("Two changes together give exactly your line: %s; and %s.", one.Inside(), other.Inside())
}
