package lessons

import (
	"strings"

	"chainrule/mathcore/typeset"
)

// Words returns the formula in words, for speech.
func (f Formula) Words() string {
	parts := make([]string, 0, len(f.Parts))
	for i, p := range f.Parts {
		words := typeset.Words(p)
		if i > 0 {
			words = typeset.RelationWords(f.Relations[i-1]) + " " + words
		}
		parts = append(parts, words)
	}
	return strings.Join(parts, ", ")
}

var law = strings.NewReplacer("opening bracket", "open", "closing bracket", "close", "slash", "over", "star", "times")

// Words returns the text as it is to be spoken: its formulas in words, with a pause around those of more than one, and what is
// to be typed sign by sign.
func (t Text) Words() string {
	var b strings.Builder
	pause := false
	for _, i := range t {
		words := typeset.Spoken(i.Text)
		switch {
		case b.Len() > 0 && strings.HasPrefix(i.Text, "?"): // behind a formula it ends a question, and is nothing to type
			words = "?" + typeset.Spoken(i.Text[1:])
		case i.Formula != nil:
			words = i.Formula.Words()
		case i.Style == Verbatim:
			words = typeset.Spelled(i.Text)
			if strings.Contains(i.Text, " = ") { // a law to be heard, not something to be typed
				words = law.Replace(words)
			}
		}
		long := (i.Formula != nil || i.Style == Verbatim) && strings.Contains(words, " ")
		before := strings.TrimRight(b.String(), " ")
		if (long || pause) && words != "" && !strings.ContainsAny(words[:1], ".,;:!?)") && before != "" && !strings.ContainsAny(before[len(before)-1:], ".,;:!?(") {
			b.WriteString(",")
			words = " " + strings.TrimLeft(words, " ")
		}
		pause = long
		b.WriteString(words)
	}
	return strings.ReplaceAll(b.String(), " ,", ",")
}
