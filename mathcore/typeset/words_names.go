package typeset

import (
	"strconv"
	"strings"

	"chainrule/mathcore/expr"
)

// name says a letter, a Greek letter by its name, capitals as such, and what stands upon it.
func (w *wordPrinter) name(name string) {
	stem, mark := expr.Marked(name)
	if stem == expr.Sigmoid.String() {
		stem = "sigma"
	}
	_, greek := expr.Glyph(stem)
	lower := strings.ToLower(stem)
	switch {
	case reserved[stem] || strings.Contains(stem, "_"):
		stem = "called " + stem
	case stem != lower && (greek || len(stem) == 1):
		stem = "capital " + lower
	}
	w.say(stem)
	switch mark {
	case expr.Hat:
		w.say("hat")
	case expr.Bar:
		w.say("bar")
	case expr.Tilde:
		w.say("tilde")
	case expr.NoMark:
	}
}

// reserved are the words that formulas are said with, so that a name of that kind is said as a name.
var reserved = func() map[string]bool {
	words := strings.Fields("over to the end open close of from sum product squared cubed plus minus times sub prime double order partial by " +
		"fraction factorial capital hat bar tilde called and half percent log base")
	for _, said := range spokenFuncs {
		words = append(words, strings.Fields(said)...)
	}
	all := map[string]bool{}
	for _, word := range append(words, smallNumbers...) {
		all[word] = len(word) > 1
	}
	return all
}()

// spokenFuncs say functions whose names a voice would not.
var spokenFuncs = map[expr.Func]string{ //nolint:exhaustive // the others are said as they are called
	expr.Ln: "natural log", expr.Log2: "binary log", expr.Log10: "common log", expr.Sqrt: "square root",
	expr.Cbrt: "cube root", expr.Abs: "absolute value", expr.Max: "maximum", expr.Min: "minimum", expr.Sigmoid: "sigma", expr.Sin: "sine", expr.Cos: "cosine",
	expr.Tan: "tangent", expr.Sec: "secant", expr.Csc: "cosecant", expr.Cot: "cotangent", expr.Asin: "arc sine", expr.Acos: "arc cosine", expr.Atan: "arc tangent",
	expr.Sinh: "hyperbolic sine", expr.Cosh: "hyperbolic cosine", expr.Tanh: "hyperbolic tangent", expr.Log1p: "log one p", expr.Expm1: "exp m one",
	expr.Exp2: "exp two", expr.SincPi: "numpy sinc", expr.Where: "where condition then else",
}

// numberWords says a number; small whole ones are words, since a voice may run a digit into what follows.
func numberWords(n *expr.Number) string {
	text := numberText(n)
	if small, err := strconv.Atoi(text); err == nil && strconv.Itoa(small) == text {
		return wordOf(small)
	}
	switch {
	case text == "½":
		return "one half"
	case strings.HasSuffix(text, "%"):
		return strings.TrimSuffix(text, "%") + " percent"
	case strings.ContainsAny(text, "eE"):
		return strings.NewReplacer("e-", " by ten to minus ", "e+", " by ten to ", "e", " by ten to ").Replace(strings.ToLower(text))
	case strings.HasPrefix(text, "."):
		return "0" + text
	case strings.Contains(text, "/"):
		return "the number " + strings.Replace(text, "/", " to ", 1)
	}
	return text
}

var smallNumbers = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve")

func wordOf(n int) string {
	if n < len(smallNumbers) {
		return smallNumbers[n]
	}
	return strconv.Itoa(n)
}
