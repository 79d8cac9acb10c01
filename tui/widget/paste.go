package widget

import "strings"

// blockLimit is how many lines of a paste are looked at.
const blockLimit = 40

// Behind returns the lines that were pasted behind the one in the field, in order.
func (f *Field) Behind() []string { return f.behind }

// Drop forgets the lines that were pasted behind the one in the field.
func (f *Field) Drop() { f.behind = nil }

// Advance puts the next of the lines that were pasted into the field, and reports whether there was one.
func (f *Field) Advance() bool {
	if len(f.behind) == 0 {
		return false
	}
	next, rest := f.behind[0], f.behind[1:]
	f.SetValue(next)
	f.behind = rest
	return true
}

// paste puts in a text. Of several lines the first goes into the field, and the others wait behind it.
func (f *Field) paste(text string) {
	lines := pasted(text)
	if len(lines) < 2 {
		f.insert([]rune(text))
		return
	}
	f.insert([]rune(lines[0]))
	f.behind = lines[1:]
}

// pasted returns the lines of a text that are not blank, cleaned, as many as are looked at. A line in which a bracket stays open
// goes on in the next.
func pasted(text string) []string {
	const bytesPerRune = 4
	if most := blockLimit * FieldLimit * bytesPerRune; len(text) > most {
		text = text[:most]
	}
	var lines []string
	for _, l := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' || r == '\r' || r == '\u2028' || r == '\u2029' }) {
		l = strings.TrimSpace(Clean(l))
		switch n := len(lines); {
		case l == "":
		case n > 0 && Closers(lines[n-1]) != "":
			lines[n-1] += " " + l
		case n < blockLimit:
			lines = append(lines, l)
		}
	}
	return lines
}
