package typeset

import (
	"slices"
	"strconv"
	"strings"

	"chainrule/mathcore/expr"
)

// What is raised or lowered in Book, and how. Of the letters only those are here that common fonts have, and no T: raised it
// transposes.
const (
	online  = "0123456789+−abcdefghijklmnoprstuvwxyz"
	above   = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ"
	lowable = "0123456789+−=aehijklmnoprstuvx"
	below   = "₀₁₂₃₄₅₆₇₈₉₊₋₌ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ"
)

var aboves, belows = pairs(online, above), pairs(lowable, below)

func pairs(from, to string) map[rune]rune {
	table, targets := map[rune]rune{}, []rune(to)
	for i, r := range []rune(from) {
		table[r] = targets[i]
	}
	return table
}

// translated returns text in the characters of a table, and false where one is missing.
func translated(text string, table map[rune]rune) (string, bool) {
	var b strings.Builder
	for _, r := range text {
		to, ok := table[r]
		if !ok {
			return "", false
		}
		b.WriteRune(to)
	}
	return b.String(), text != ""
}

// inLayout returns the charset of a drawing in two dimensions: there names and indices are written as in Book.
func (set Charset) inLayout() Charset {
	if set == ASCII {
		return ASCII
	}
	return Book
}

// level is lineLevel for the charset of w.
func (w *linePrinter) level(n expr.Node) level {
	if w.set == Book {
		switch n := n.(type) {
		case *expr.Series:
			if _, ok := bounds(n); ok {
				return productLevel
			}
		case *expr.Call:
			if n.Func == expr.Sqrt {
				return powerLevel
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Apply,
			*expr.Derivative:
		}
	}
	return lineLevel(n)
}

func (w *linePrinter) minus() string {
	if w.set == Book {
		return "−"
	}
	return "-"
}

// primesText tells how often a function is differentiated.
func primesText(n int, set Charset) string {
	switch {
	case set != Book:
		return strings.Repeat("'", n)
	case n == 2:
		return "″"
	}
	return strings.Repeat("′", n)
}

// order writes what is raised behind the d of a derivative.
func (w *linePrinter) order(n int) string {
	text := strconv.Itoa(n)
	if high, ok := translated(text, aboves); ok && w.set == Book {
		return high
	}
	return "^" + text
}

// raised writes an exponent.
func (w *linePrinter) raised(n expr.Node) {
	if w.set == Book {
		if text, ok := scriptText(n, aboves); ok {
			w.say(text)
			return
		}
	}
	w.say("^")
	w.exponent(n)
}

// longestScript is how many characters are raised or lowered at most; more are hard to read.
const longestScript = 5

// scriptText returns n raised or lowered, by the table. It must be simple: a letter or a whole number, a product of both, a
// sum of these.
func scriptText(n expr.Node, table map[rune]rune) (string, bool) {
	if !simple(n, sumLevel) {
		return "", false
	}
	w := linePrinter{set: Book, tight: true}
	w.node(n)
	text, ok := translated(string(w.out), table)
	return text, ok && len([]rune(text)) <= longestScript
}

// simple reports whether n has no brackets in it wherever it stands, and nothing that is raised or lowered itself.
func simple(n expr.Node, least level) bool {
	switch n := n.(type) {
	case *expr.Number:
		return digits(numberText(n))
	case *expr.Symbol:
		return len(n.Index) == 0 && len([]rune(nameText(n.Name, Book))) == 1
	case *expr.Constant:
		return n.Name == expr.E
	case *expr.Neg:
		return least == sumLevel && simple(n.X, productLevel)
	case *expr.Add:
		return least == sumLevel && !slices.ContainsFunc(n.Terms[1:], func(t expr.Node) bool {
			if neg, negative := t.(*expr.Neg); negative {
				t = neg.X
			}
			return !simple(t, productLevel)
		}) && simple(n.Terms[0], sumLevel)
	case *expr.Mul:
		number, numeral := n.Factors[0].(*expr.Number)
		_, letter := n.Factors[1].(*expr.Symbol)
		return least <= productLevel && len(n.Factors) == 2 && numeral && letter && simple(number, atomLevel) &&
			simple(n.Factors[1], atomLevel)
	case *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// loweredIndex returns indices lowered, given their texts: those that can stand side by side, or one that is simple.
func loweredIndex(index []expr.Node, texts []string, short bool) (string, bool) {
	if short {
		return translated(strings.Join(texts, ""), belows)
	}
	if sum, ok := index[0].(*expr.Add); ok && len(index) == 1 {
		return scriptText(sum, belows)
	}
	return "", false
}

// factor writes a factor of a product with what joins it to the one before. A fraction stands in brackets, so that nobody
// takes 1/m·x for 1/(m·x); a sum may stand bare where nothing follows it.
func (w *linePrinter) factor(all []expr.Node, i int) {
	f := all[i]
	series, isSeries := f.(*expr.Series)
	sigma := isSeries && w.level(series) == productLevel && i == len(all)-1
	if i > 0 {
		join := lineJoin(all[i-1], f, i == 1)
		switch {
		case sigma && !endsInOperand(all[i-1]):
			join = " "
		case join == "*":
			join = "·"
		}
		w.say(join)
	}
	if sigma {
		w.node(f)
		return
	}
	w.at(f, factorLevel)
}

// root writes √x, and √(x + 1) where what is under the root is more than a letter or a number.
func (w *linePrinter) root(n expr.Node) {
	w.say("√")
	switch n := n.(type) {
	case *expr.Symbol:
		w.node(n)
		return
	case *expr.Number:
		if digits(numberText(n)) {
			w.node(n)
			return
		}
	case *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	w.bracketed(n)
}

// endsInRoot reports whether n ends in what is under a root.
func endsInRoot(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Call:
		return n.Func == expr.Sqrt
	case *expr.Mul:
		return endsInRoot(n.Factors[len(n.Factors)-1])
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Div, *expr.Pow, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// sigma writes Σᵢ xᵢ or Σᵢ₌₁ᵐ xᵢ. It reports false, and writes nothing, where the bounds cannot be raised and lowered.
func (w *linePrinter) sigma(n *expr.Series) bool {
	scripts, ok := bounds(n)
	if !ok {
		return false
	}
	sign := "Σ"
	if n.Product {
		sign = "∏"
	}
	w.say(sign + scripts + " ")
	w.at(n.Body, bodyLevel(n))
	return true
}

// bounds returns the index and the bounds of a series as they stand behind its sign, and false where they cannot.
func bounds(n *expr.Series) (string, bool) {
	if !n.Seen() {
		return "", true
	}
	index, ok := scriptText(n.Index, belows)
	if !ok || !n.Bounded() {
		return index, ok
	}
	lo, low := scriptText(n.Lo, belows)
	hi, high := scriptText(n.Hi, aboves)
	return index + "₌" + lo + hi, low && high
}

// Numerals returns words with numbers among them, with the minus of the charset before each number that has one.
func Numerals(words string, set Charset) string {
	if set != Book || !strings.Contains(words, "-") {
		return words
	}
	var b strings.Builder
	for i, r := range words {
		begins := i == 0 || strings.ContainsRune(" (,", rune(words[i-1]))
		if r == '-' && begins && i+1 < len(words) && digits(words[i+1:i+2]) {
			r = '−'
		}
		b.WriteRune(r)
	}
	return b.String()
}
