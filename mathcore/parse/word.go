package parse

import (
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// A word is a name of several letters that means something everywhere.
type word struct {
	kind kind
	fn   expr.Func
	text string
	// soft words give way to the product of their letters where all of these are declared.
	soft bool
}

// longestWord bounds how many letters are looked at in search of the name of a function.
const longestWord = 12

// words are the names that can be typed as they are; a LaTeX command of the same name means the same.
var words = map[string]word{
	"sum": {kind: sumSign}, "Sigma": {kind: sumSign}, "prod": {kind: sumSign, soft: true},
	"softmax": {kind: familySign, text: "softmax", soft: true}, "mean": {kind: familySign, text: "mean", soft: true},
	"average": {kind: familySign, text: "mean", soft: true}, "dot": {kind: familySign, text: "dot", soft: true},
	"logsumexp": {kind: familySign, text: "logsumexp", soft: true},
	"pow":       {kind: power}, "power": {kind: power},
	"diff": {kind: diff}, "derivative": {kind: diff},
	"pi":    {kind: name, text: "pi"},
	"sigma": {kind: name, text: "sigma", fn: expr.Sigmoid},
	"POW":   {kind: power}, "POWER": {kind: power},
	"nthRoot": {kind: function, fn: expr.Sqrt}, "nthroot": {kind: function, fn: expr.Sqrt},
}

// modules are the names that stand before a function in code: np.exp. They say nothing here.
var modules = map[string]bool{
	"np": true, "numpy": true, "math": true, "Math": true, "cmath": true, "torch": true, "tf": true, "jnp": true,
	"jax": true, "sp": true, "sympy": true, "scipy": true, "special": true, "F": true, "nn": true, "functional": true,
}

// missing are functions of mathematics and code that learners know and this program does not.
var missing = map[string]bool{
	"floor": true, "ceil": true, "round": true, "mod": true, "gcd": true, "lcm": true,
	"lim": true, "int": true, "integral": true, "integrate": true, "det": true,
	"argmax": true, "argmin": true, "hypot": true, "trunc": true,
	"vers": true, "binom": true,
	"sine": true, "cosine": true, "tangent": true, "logarithm": true,
}

// greekVariants are the LaTeX names of the other shapes of Greek letters.
var greekVariants = map[string]string{
	"varepsilon": "epsilon", "vartheta": "theta", "varphi": "phi", "varrho": "rho", "varsigma": "sigma",
}

func init() {
	for _, f := range expr.Funcs() {
		words[f.String()] = word{kind: function, fn: f}
		for _, spelling := range f.Spellings() {
			words[spelling] = word{kind: function, fn: f, soft: len(spelling) == len("lg")}
		}
	}
	delete(words, expr.LogBase.String())
	delete(words, expr.SincPi.String())
	for text, w := range maps.Clone(words) {
		if w.kind != function || w.soft {
			continue
		}
		for _, spelling := range [...]string{strings.ToUpper(text), strings.ToUpper(text[:1]) + text[1:]} {
			if _, taken := words[spelling]; !taken {
				words[spelling] = w
			}
		}
	}
	for _, stem := range stems() {
		for _, text := range [...]string{stem, stem + "hat", stem + "bar", stem + "tilde"} {
			if _, taken := words[text]; !taken && len(text) > 1 {
				words[text] = word{kind: name, text: text, soft: true}
			}
		}
	}
	for text := range words {
		if isOdd(text) && !strings.HasPrefix(strings.ToLower(text), "log2") && !strings.HasPrefix(strings.ToLower(text), "log10") {
			odd[text[0]] = append(odd[text[0]], oddSpelling{text, words[text].fn})
			if latex := strings.ReplaceAll(text, "_", `\_`); latex != text {
				odd[text[0]] = append(odd[text[0]], oddSpelling{latex, words[text].fn})
			}
			continue
		}
		longestFrom[text[0]] = max(longestFrom[text[0]], len(text))
	}
	for _, spellings := range odd {
		slices.SortFunc(spellings, func(a, b oddSpelling) int { return strings.Compare(a.text, b.text) })
	}
}

// longestFrom tells how long the longest word is that starts with a letter.
var longestFrom [utf8.RuneSelf]int

// stems returns the names that can wear a hat: the letters, Latin and Greek.
func stems() []string {
	all := expr.GreekNames()
	for r := 'a'; r <= 'z'; r++ {
		all = append(all, string(r), string(r-'a'+'A'))
	}
	return all
}
