package expr

import (
	"strings"
	"unicode/utf8"
)

// greek lists the Greek letters that may stand for symbols, by canonical name.
var greek = []struct{ name, letter string }{
	{"alpha", "α"},
	{"beta", "β"},
	{"gamma", "γ"},
	{"delta", "δ"},
	{"epsilon", "ε"},
	{"zeta", "ζ"},
	{"eta", "η"},
	{"theta", "θ"},
	{"iota", "ι"},
	{"kappa", "κ"},
	{"lambda", "λ"},
	{"mu", "μ"},
	{"nu", "ν"},
	{"xi", "ξ"},
	{"pi", "π"},
	{"rho", "ρ"},
	{"sigma", "σ"},
	{"tau", "τ"},
	{"upsilon", "υ"},
	{"phi", "φ"},
	{"chi", "χ"},
	{"psi", "ψ"},
	{"omega", "ω"},
	{"Gamma", "Γ"},
	{"Delta", "Δ"},
	{"Theta", "Θ"},
	{"Lambda", "Λ"},
	{"Xi", "Ξ"},
	{"Phi", "Φ"},
	{"Psi", "Ψ"},
	{"Omega", "Ω"},
	{"ell", "ℓ"},
}

var (
	letterByName = map[string]string{}
	nameByLetter = map[string]string{"ϵ": "epsilon", "ϑ": "theta", "ϕ": "phi", "µ": "mu", "ς": "sigma"}
)

func init() {
	for _, g := range greek {
		letterByName[g.name] = g.letter
		nameByLetter[g.letter] = g.name
	}
}

// CanonicalLetter returns the canonical name of one letter: theta for θ, the letter itself for all that is not Greek.
func CanonicalLetter(letter string) string {
	if name, ok := nameByLetter[letter]; ok {
		return name
	}
	return letter
}

// GreekNames returns the canonical names of the Greek letters.
func GreekNames() []string {
	names := make([]string, len(greek))
	for i, g := range greek {
		names[i] = g.name
	}
	return names
}

// Glyph returns the Greek letter that name spells, and whether it spells one. A name that ends in hat or bar is
// spelled by its stem and the mark: see Marked.
func Glyph(name string) (letter string, ok bool) {
	letter, ok = letterByName[name]
	return letter, ok
}

// A Mark is what stands above a letter.
type Mark uint8

// The marks. A hat is told of estimates (ŷ), a bar of means (x̄), a tilde of anything.
const (
	NoMark Mark = iota
	Hat
	Bar
	Tilde
)

var markNames = [...]string{NoMark: "", Hat: "hat", Bar: "bar", Tilde: "tilde"}

// String returns what the mark adds to the name of a letter: the hat of yhat.
func (m Mark) String() string { return markNames[m] }

// Marked splits a canonical name into its stem and the mark above it: yhat into y and Hat. A mark is part of the
// name only after a single letter or the name of a Greek one, so that "that" stays whole.
func Marked(name string) (stem string, mark Mark) {
	for m := Hat; m <= Tilde; m++ {
		stem, ok := strings.CutSuffix(name, m.String())
		if !ok {
			continue
		}
		if _, isGreek := letterByName[stem]; isGreek || utf8.RuneCountInString(stem) == 1 {
			return stem, m
		}
	}
	return name, NoMark
}
