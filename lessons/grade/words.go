package grade

import (
	"math/big"
	"strconv"
	"strings"

	"chainrule/lessons"
	"chainrule/mathcore/check"
	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/typeset"
)

// say returns sentences as paragraphs.
func say(sentences ...string) []lessons.Text {
	all := make([]lessons.Text, len(sentences))
	for i, s := range sentences {
		all[i] = lessons.Say(s)
	}
	return all
}

// join returns one text of several.
func join(parts ...lessons.Text) lessons.Text {
	var all lessons.Text
	for _, p := range parts {
		all = append(all, p...)
	}
	return all
}

var faultWords = map[eval.Fault]string{
	eval.NoFault:          "it is not defined",
	eval.DivisionByZero:   "it divides by 0",
	eval.LogOfNonPositive: "it takes the logarithm of something that is not positive",
	eval.RootOfNegative:   "it takes the root of something negative",
	eval.PowerUndefined:   "it holds a power that is not defined, such as 0^0",
	eval.OutOfDomain:      "it applies a function outside of its domain",
	eval.NotWhole:         "it takes the factorial of something that is not a whole number",
	eval.TooLarge:         "its numbers are too large to compute with",
	eval.TooLong:          "it takes too long to compute",
	eval.Dependence:       "it differentiates a letter, and nothing says how that depends on the variable",
	eval.SinglePoints:     "it differentiates what has values at single points at most",
}

// sayWitness tells the point at which an answer differs. It is empty without a witness.
func (m comparison) sayWitness(v check.Verdict) []lessons.Text {
	w := v.Witness
	if w == nil || m.name == "" || m.mute {
		return nil
	}
	return []lessons.Text{lessons.Written(func(set typeset.Charset) lessons.Text { return m.witnessed(w, set) })}
}

// pointText writes a point, as in x = 1, θ_1 = 2.
func pointText(at []judge.Value, set typeset.Charset) string {
	values := make([]string, len(at))
	for i, v := range at {
		values[i] = typeset.Inline(v.Symbol, set) + " = " + v.Written(func(n expr.Node) string { return typeset.Inline(n, set) })
	}
	return typeset.Numerals(strings.Join(values, ", "), set)
}

func (m comparison) witnessed(w *judge.Witness, set typeset.Charset) lessons.Text {
	left, right := w.Decimals()
	said := m.subject("Yours") + " is " + left + ", " + m.name + " is " + right + "."
	if len(w.Point) > 0 {
		yours := m.yours
		if yours == "" {
			yours = "yours"
		}
		said = "At " + pointText(w.Point, set) + " " + yours + " is " + left + ", " + m.name + " is " + right + "."
	}
	for _, e := range w.Examples {
		said += " (Taking " + e.Name + "(" + typeset.Inline(e.Of, set) + ") = " + typeset.Inline(e.Body, set) + " for example.)"
	}
	return lessons.Say(typeset.Numerals(said, set))
}

// number returns a decimal number as a text.
func number(r *big.Rat, places int) lessons.Text {
	written := new(big.Rat).Abs(r).FloatString(places)
	var n expr.Node = &expr.Number{Text: written, Value: new(big.Rat).Abs(r)}
	if r.Sign() < 0 && strings.Trim(written, "0.") != "" {
		n = expr.Negative(n)
	}
	return lessons.SayFormula(n)
}

var numerals = []string{"no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"}

// numeral writes a small number as a word.
func numeral(n int) string {
	if n < len(numerals) {
		return numerals[n]
	}
	return strconv.Itoa(n)
}

// places says how many places, as in four places.
func places(n int) string {
	if n == 1 {
		return "one place"
	}
	return numerals[n] + " places"
}
