package typeset

import (
	"regexp"
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

var relationWords = map[string]string{
	":=": "is defined as", "=": "equals", "<": "is less than", ">": "is greater than", "<=": "is at most", "≤": "is at most", ">=": "is at least",
	"≥": "is at least", "≈": "is about", "!=": "is not", "≠": "is not", "->": "goes to", "→": "goes to", "←": "becomes", "↔": "stands for",
}

// RelationWords returns the sign between two formulas in words.
func RelationWords(sign string) string {
	if words, ok := relationWords[sign]; ok {
		return words
	}
	return sign
}

// A spokenSign is a sign among words, and what a voice is to say for it.
type spokenSign struct {
	sign  *regexp.Regexp
	words string
}

// firstSigns are tried before brackets are said.
var firstSigns = []spokenSign{
	{regexp.MustCompile(`\b([d∂])(\pL?)/[d∂](\pL)`), "$1 $2 by $1 $3"},
	{regexp.MustCompile(`\^\(([-−]?[\d\pL]+)\)`), "^$1"},
	{regexp.MustCompile(`(\pL)(?:″|'')`), "$1 double prime"},
	{regexp.MustCompile(`′|\b(\pL)'(\PL|$)`), "$1 prime$2"},
	{regexp.MustCompile(`([\pL₀-₉ᵢⱼₖ]| prime)\(([-−]?[^-()+*/^·−]*)\)`), "$1 of $2"},
}

// spokenSigns are tried in this order.
var spokenSigns = []spokenSign{
	{regexp.MustCompile(`(\pL)_\{?(\w+)\}?`), "$1 sub $2"},
	{regexp.MustCompile(`([\d\pL)⟧])\s*/\s*([\d(⟦]|\pL\b)`), "$1 over $2"},
	{regexp.MustCompile(`\^([^\s()⟦⟧/*]+)`), " to the $1"},
	{regexp.MustCompile(`\^`), " to the "},
	{regexp.MustCompile(`([\pL₀-₉ᵢⱼₖ]| prime)⟦`), "$1 of open "},
	{regexp.MustCompile(`⟦`), " open "},
	{regexp.MustCompile(`⟧`), " close "},
	{regexp.MustCompile(`²($|[^⁰-ⁿᵃ-ᶻ])`), " squared$1"},
	{regexp.MustCompile(`√`), " square root of "},
	{regexp.MustCompile(`[Σ∑]`), " sum "},
	{regexp.MustCompile(`[Π∏]`), " product "},
	{regexp.MustCompile(`∂`), "partial "},
	{regexp.MustCompile(`(\d)\s*%`), "$1 percent"},
	{regexp.MustCompile(`\s*(:=|<=|>=|!=|->|[=≤≥≈≠→←↔])\s*`), " «$1» "},
	{regexp.MustCompile(`\s([<>])\s`), " «$1» "},
	{regexp.MustCompile(`−\s*`), " minus "},
	{regexp.MustCompile(`(^|[\s(,])-\s*([\d\pL(])`), "$1 minus $2"},
	{regexp.MustCompile(`([\d)])\s+-\s+`), "$1 minus "},
	{regexp.MustCompile(`(\d)-(\pL)\b`), "$1 minus $2"},
	{regexp.MustCompile(`\s*[·×]\s*|\s*\*\s*`), " times "},
	{regexp.MustCompile(`\+`), " plus "},
}

// grouped is what stands between brackets of a formula: it has a sign of arithmetic that is not its first character.
var grouped = regexp.MustCompile(`\(([^()]+(?:[+*/^·⟧]| [-−] |[\d)⟧]-[\d\pL(])[^()]*)\)`)

// spacing mends what the words for signs leave behind.
var spacing = strings.NewReplacer("( ", "(", " .", ".", " ,", ",", " ;", ";")

var markedRelation = regexp.MustCompile(`«([^»]*)»`)

// Spoken returns words in which a few signs stand, as in a title or about a point, with words for these signs: at x equals minus one.
// It does not understand them. A formula that is a tree is for Words.
func Spoken(text string) string {
	if strings.IndexFunc(text, isSign) < 0 {
		return text
	}
	blankAtEnd := strings.HasSuffix(text, " ")
	words := strings.Split(text, " ")
	for i, word := range words {
		if _, size := utf8.DecodeRuneInString(word); size == len(word) && len(words) > 1 && strings.Contains("()[]{}^_|?", word) { // a sign by itself
			words[i] = Spelled(word)
		}
	}
	text = strings.Join(words, " ")
	for _, s := range firstSigns {
		text = s.sign.ReplaceAllString(text, s.words)
	}
	for grouped.MatchString(text) { // the innermost brackets first
		text = grouped.ReplaceAllString(text, "⟦$1⟧")
	}
	for _, s := range spokenSigns {
		text = s.sign.ReplaceAllString(text, s.words)
	}
	text = markedRelation.ReplaceAllStringFunc(text, func(found string) string { return RelationWords(strings.Trim(found, "«»")) })
	var b strings.Builder
	script := ""
	for _, r := range text {
		plain, opening := scriptOf(r)
		if opening != script && opening != "" {
			b.WriteString(opening)
		}
		if script = opening; script == "" {
			b.WriteString(spokenRune(r))
		} else {
			b.WriteString(" " + plain)
		}
	}
	said := spacing.Replace(b.String())
	lead := len(said) - len(strings.TrimLeft(said, " "))
	tail := ""
	if blankAtEnd {
		tail = " "
	}
	return said[:lead] + strings.Join(strings.Fields(said), " ") + tail
}

// scriptOf returns a lowered or raised character on the line, and what is said before a row of such; both are empty for any other.
func scriptOf(r rune) (plain, opening string) {
	for low, plain := range expr.Lowered() {
		if low == r {
			return spokenScript(plain), " sub"
		}
	}
	for high, plain := range expr.Raised() {
		if high == r {
			return spokenScript(plain), " to the"
		}
	}
	return "", ""
}

func spokenScript(r rune) string {
	switch r {
	case '+':
		return "plus"
	case '-':
		return "minus"
	}
	return spokenRune(r)
}

// isSign reports whether a voice may leave a character out or spell its name.
func isSign(r rune) bool {
	return r > '~' && !strings.ContainsRune("–—…“”‘’", r) || strings.ContainsRune("+-*/^_=<>()[]{}|?%'", r)
}

// spokenRune returns a letter as it is said: Greek by its name, with what stands upon it.
func spokenRune(r rune) string {
	for m := expr.Hat; m <= expr.Tilde; m++ {
		if r == m.Combining() {
			return " " + m.String()
		}
		for marked, plain := range expr.MarkedLetters(m) {
			if marked == r {
				return string(plain) + " " + m.String()
			}
		}
	}
	if name := expr.CanonicalLetter(string(r)); name != string(r) {
		return name
	}
	return string(r)
}

// signNames are what a voice calls the signs that are typed.
var signNames = map[rune]string{
	'(': "opening bracket", ')': "closing bracket", '[': "opening square bracket", ']': "closing square bracket", '{': "opening brace", '}': "closing brace",
	'^': "caret", '_': "underscore", '*': "star", '/': "slash", '\\': "backslash", '+': "plus", '-': "minus", '−': "minus", '=': "equals", '|': "bar",
	'!': "exclamation mark", '\'': "prime", '′': "prime", ',': "comma", '.': "dot", ';': "semicolon", ':': "colon", '<': "less than", '>': "greater than",
	'Σ': "sum", '∑': "sum", '∏': "product", '∂': "partial", '√': "root", '≤': "at most", '≥': "at least", '≈': "about", '→': "arrow", '↔': "stands for", '·': "times", '?': "question mark", '"': "quotation mark", '$': "dollar", '&': "and sign", '#': "hash", '%': "percent", '~': "tilde",
}

// Spelled returns what is to be typed, or was, sign by sign: yhat underscore i.
func Spelled(text string) string {
	var b strings.Builder
	script := ""
	for i, r := range text {
		plain, opening := scriptOf(r)
		if opening != script {
			b.WriteString(opening)
		}
		if script = opening; script != "" {
			b.WriteString(" " + plain + " ")
			continue
		}
		name, ok := signNames[r]
		inNumber := r == '.' && i > 0 && i+1 < len(text) && digits(text[i-1:i]) && digits(text[i+1:i+2])
		if ok && !inNumber {
			b.WriteString(" " + name + " ")
		} else {
			b.WriteString(spokenRune(r))
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}
