package kit

import (
	"maps"
	"strings"
	"unicode"

	"chainrule/mathcore/expr"

	"golang.org/x/text/unicode/norm"
)

// spelled says how to write in ASCII what mathematical prose has besides. Marks above letters are spelled after them.
var spelled = map[rune]string{
	'α': "alpha", 'β': "beta", 'γ': "gamma", 'δ': "delta", 'ε': "epsilon", 'ζ': "zeta", 'η': "eta", 'θ': "theta",
	'κ': "kappa", 'λ': "lambda", 'μ': "mu", 'ν': "nu", 'ξ': "xi", 'π': "pi", 'ρ': "rho", 'σ': "sigma", 'τ': "tau",
	'φ': "phi", 'χ': "chi", 'ψ': "psi", 'ω': "omega", 'Γ': "Gamma", 'Δ': "Delta", 'Θ': "Theta", 'Λ': "Lambda",
	'Σ': "Sum ", 'Φ': "Phi", 'Ψ': "Psi", 'Ω': "Omega", 'ℓ': "ell",
	'∑': "Sum ", '∂': "d", '∇': "grad ", '√': "sqrt ", '∞': "inf", '∫': "int ", '±': "+-",
	'−': "-", '·': "*", '×': "*", '÷': "/", '∕': "/", '≤': "<=", '≥': ">=", '≠': "!=", '≈': "~", '∈': " in ",
	'→': "->", '←': "<-", '↑': "up", '↓': "down", '⇒': "=>", '⋅': "*", 'ℝ': "R", '∣': "|", '‖': "||",
	'½': "1/2", '¼': "1/4", '¾': "3/4", '′': "'", '″': "''", '’': "'", '‘': "'", '“': "\"", '”': "\"",
	'–': "-", '—': "-", '…': "...", '•': "*", '\u00a0': " ", 'ß': "ss", '✓': "[ok]", '✗': "[x]", '‑': "-",
	'─': "-", '│': "|", '┤': "|", '┼': "+", '┬': "+", '└': "+", '╭': ".", '╮': ".", '╰': "'", '╯': "'", '╴': "-", '╶': "-",
	expr.CombiningHat: "hat", expr.CombiningMacron: "bar", expr.CombiningTilde: "~",
}

// raised and lowered say what the raised and the lowered characters are on the line.
var raised, lowered = maps.Collect(expr.Raised()), maps.Collect(expr.Lowered())

// ASCII spells text with the characters of ASCII: x² as x^2, e⁻ˣ as e^(-x), ŷ as yhat, θ as theta.
func ASCII(text string) string {
	if isASCII(text) {
		return text
	}
	var b strings.Builder
	runes := []rune(norm.NFC.String(text))
	for i := 0; i < len(runes); {
		if n := run(runes[i:], raised); n > 0 {
			b.WriteString("^" + scripted(runes[i:i+n], raised))
			i += n
			continue
		}
		if n := run(runes[i:], lowered); n > 0 {
			b.WriteString("_" + scripted(runes[i:i+n], lowered))
			i += n
			continue
		}
		word := spell(runes[i])
		i++
		if !strings.HasPrefix(word, " ") && !startsWord(runes[i:]) {
			word = strings.TrimRight(word, " ") // the blank parts a word from the one that follows
		}
		b.WriteString(word)
	}
	return b.String()
}

// startsWord reports whether a letter or a digit comes next, on the line.
func startsWord(runes []rune) bool {
	return len(runes) > 0 && (unicode.IsLetter(runes[0]) || unicode.IsDigit(runes[0])) && raised[runes[0]] == 0 && lowered[runes[0]] == 0
}

func run(runes []rune, table map[rune]rune) int {
	n := 0
	for n < len(runes) && table[runes[n]] != 0 {
		n++
	}
	return n
}

func scripted(runes []rune, table map[rune]rune) string {
	var b strings.Builder
	for _, r := range runes {
		b.WriteString(spell(table[r]))
	}
	if len(runes) == 1 || strings.Trim(b.String(), "0123456789") == "" {
		return b.String()
	}
	return "(" + b.String() + ")"
}

func spell(r rune) string {
	if r < unicode.MaxASCII {
		return string(r)
	}
	if s, ok := spelled[r]; ok {
		return s
	}
	var b strings.Builder
	for _, d := range norm.NFD.String(string(r)) {
		switch s, ok := spelled[d]; {
		case d < unicode.MaxASCII:
			b.WriteRune(d)
		case ok:
			b.WriteString(s)
		case unicode.Is(unicode.Mn, d):
		default:
			b.WriteByte('?')
		}
	}
	return b.String()
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] > unicode.MaxASCII {
			return false
		}
	}
	return true
}
