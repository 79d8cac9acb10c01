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

// shortest is how many letters must be there before a beginning is completed; a whole name always is.
const shortest = 2

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

// completions returns what a name may become: the one it is, or else those it begins. Without a backslash only whole
// names count, since letters side by side are a product.
func completions(name string) []completion {
	bare, marked := strings.CutPrefix(name, `\`)
	if i := slices.IndexFunc(completable, func(c completion) bool { return c.name == bare }); i >= 0 {
		return completable[i : i+1]
	}
	if !marked || len(bare) < shortest {
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

// complete replaces the name before the cursor by its character, or by what all names that begin so share.
func (f *Field) complete() {
	name, start := f.name()
	found := completions(name)
	if len(found) == 0 {
		return
	}
	text := found[0].text
	if len(found) > 1 {
		text = `\` + shared(found)
	}
	f.delete(start, f.pos)
	f.insert([]rune(text))
}

// shared returns the longest beginning of all the names.
func shared(found []completion) string {
	prefix := found[0].name
	for _, c := range found[1:] {
		for !strings.HasPrefix(c.name, prefix) {
			prefix = prefix[:len(prefix)-1]
		}
	}
	return prefix
}
