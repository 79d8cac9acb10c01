package typeset

import (
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// nameText returns a canonical name as the charset shows it: θ for theta, ŷ for yhat.
func nameText(name string, set Charset) string {
	if set == ASCII || len(name) == 1 {
		return name
	}
	if name == expr.Sigmoid.String() {
		return set.signs().sigmoid // with a prime it is a name: σ'(z)
	}
	if letter, ok := expr.Glyph(name); ok {
		return letter
	}
	stem, mark := expr.Marked(name)
	if mark == expr.NoMark {
		return name
	}
	if letter, ok := expr.Glyph(stem); ok {
		stem = letter
	}
	return expr.Compose(stem, mark)
}

// constantText returns a constant as the charset shows it.
func constantText(c expr.Const, set Charset) string {
	if c == expr.Pi && set != ASCII {
		return "π"
	}
	return c.String()
}

// indexText returns indices as they stand behind a name on one line: _1, _i, _ij, _{i+1}, _{1,2}, _(2i), which is one where _{2i} may be
// two, and in Book ₁, ᵢ, ᵢⱼ, ᵢ₊₁.
func indexText(index []expr.Node, set Charset) string {
	if len(index) == 0 {
		return ""
	}
	texts := make([]string, len(index))
	short := true
	for i, n := range index {
		w := linePrinter{set: set, tight: true}
		w.node(n)
		texts[i] = string(w.out)
		short = short && shortIndex(n, texts[i], i, len(index))
	}
	if low, ok := loweredIndex(index, texts, short); ok && set == Book {
		return low
	}
	if short {
		return "_" + strings.Join(texts, "")
	}
	if _, product := index[0].(*expr.Mul); product && len(index) == 1 {
		return "_(" + texts[0] + ")"
	}
	return "_{" + strings.Join(texts, ",") + "}"
}

// shortIndex reports whether an index can stand without braces: a whole number alone, else one letter that usually counts
// something or stands alone, else one digit that follows a letter.
func shortIndex(n expr.Node, text string, place, count int) bool {
	switch n := n.(type) {
	case *expr.Symbol:
		counts := "i" <= text && text <= "n" // others side by side are read as something else
		return len(n.Index) == 0 && utf8.RuneCountInString(text) == 1 && (count == 1 || counts)
	case *expr.Number:
		if !digits(text) {
			return false
		}
		return count == 1 || place == count-1 && len(text) == 1
	case *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
		return false
	}
	panic("typeset: unknown node")
}

func digits(text string) bool {
	return text != "" && strings.Trim(text, "0123456789") == ""
}
