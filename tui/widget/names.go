package widget

import (
	"slices"
	"strings"
	"unicode"

	"chainrule/mathcore/expr"
)

// A completion is a name and the character that stands for it.
type completion struct{ name, text string }

// completable lists the names that Tab turns into characters, in the order they are offered: the Greek letters, then
// what else is hard to type.
var completable = append(greek(), []completion{
	{"yhat", "ŷ"},
	{"y_hat", "ŷ"},
	{"hat{y}", "ŷ"},
	{"phat", "p̂"},
	{"xbar", "x̄"},
	{"ybar", "ȳ"},
	{"sqrt", "√"},
	{"sum", "Σ"},
	{"partial", "∂"},
	{"cdot", "·"},
	{"times", "×"},
	{"half", "½"},
}...)

func greek() []completion {
	var all []completion
	for _, name := range expr.GreekNames() {
		if letter, ok := expr.Glyph(name); ok {
			all = append(all, completion{name, letter})
		}
	}
	return all
}

// How many letters must be there before a beginning is completed: after a backslash, and without one, where letters side by
// side may be a product. A whole name always is.
const (
	shortest     = 2
	shortestBare = 3
)

// name returns the name that ends at the cursor, with its backslash if it has one, and where it starts.
func (f *Field) name() (string, int) {
	start := f.pos
	for start > 0 && nameRune(f.value[start-1]) {
		start--
	}
	if start > 0 && f.value[start-1] == '\\' {
		start--
	}
	return string(f.value[start:f.pos]), start
}

func nameRune(r rune) bool {
	return r < unicode.MaxASCII && (unicode.IsLetter(r) || r == '_' || r == '{' || r == '}')
}

// completions returns what a name may become: the one it is, or else those it begins.
func completions(name string) []completion {
	bare, marked := strings.CutPrefix(name, `\`)
	if i := slices.IndexFunc(completable, func(c completion) bool { return c.name == bare }); i >= 0 {
		return completable[i : i+1]
	}
	if len(bare) < shortest || !marked && len(bare) < shortestBare {
		return nil
	}
	var found []completion
	for _, c := range completable {
		if strings.HasPrefix(c.name, bare) {
			found = append(found, c)
		}
	}
	return found
}

// A cycle is what Tab offers in turn for what was typed: each completion, and at the end what was typed again.
type cycle struct {
	typed string
	start int // where it begins in the value
	found []completion
	at    int // the one that is shown, len(found) for what was typed
}

// text is what is shown.
func (c *cycle) text() string {
	if c.at < len(c.found) {
		return c.found[c.at].text
	}
	return c.typed
}

// complete replaces the name before the cursor by a character. Pressed again, it offers the next, and after the last
// one what was typed.
func (f *Field) complete() {
	c := f.cycle
	if len(c.found) > 0 {
		c.at = (c.at + 1) % (len(c.found) + 1)
	} else {
		c.typed, c.start = f.name()
		if c.found = completions(c.typed); len(c.found) == 0 {
			return
		}
	}
	f.delete(c.start, f.pos)
	f.insert([]rune(c.text()))
	f.cycle = c
}

// completes reports whether Tab would do something now.
func (f *Field) completes() bool {
	name, _ := f.name()
	return len(f.cycle.found) > 0 || len(completions(name)) > 0
}

// Hint says what Tab would do now: the letter for the name before the cursor, or those whose names begin so. While one of
// several is shown it stands in brackets.
func (f *Field) Hint() string {
	if c := f.cycle; len(c.found) > 1 {
		return "tab: " + f.offers(c.found, c.at) + f.offer(c.typed, c.at == len(c.found))
	}
	if len(f.cycle.found) > 0 {
		return ""
	}
	name, _ := f.name()
	found := completions(name)
	if len(found) == 0 {
		return ""
	}
	return "tab: " + strings.TrimRight(f.offers(found, -1), " ")
}

func (f *Field) offers(found []completion, at int) string {
	var all strings.Builder
	for i, c := range found {
		all.WriteString(f.offer(c.text, i == at))
		all.WriteByte(' ')
	}
	return all.String()
}

func (f *Field) offer(text string, shown bool) string {
	if text = f.styles.Say(text); shown {
		return "[" + text + "]"
	}
	return text
}
