package transcript

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// latexSigns are characters that LaTeX takes for commands, or that pdflatex does not know.
var latexSigns = withLetters(map[rune]string{
	'\\': `\textbackslash{}`, '{': `\{`, '}': `\}`, '$': `\$`, '&': `\&`, '#': `\#`, '%': `\%`, '_': `\_`, '^': `\^{}`, '~': `\~{}`,
	'<': `\textless{}`, '>': `\textgreater{}`, '|': `\textbar{}`, '"': `\textquotedbl{}`, '`': `\textasciigrave{}`, '\'': `\textquotesingle{}`, '-': `-{}`,
	'\u00a0': "~", '–': "--", '—': "---", '…': `\ldots{}`, '“': "``", '”': "''", '‘': "`", '’': "'",
	'·': `$\cdot$`, '×': `$\times$`, '÷': `$\div$`, '±': `$\pm$`, '−': `$-$`, '¬': `$\neg$`, '°': `$^{\circ}$`, '½': `$\tfrac12$`, '¼': `$\tfrac14$`, '¾': `$\tfrac34$`,
	'≤': `$\le$`, '≥': `$\ge$`, '≠': `$\ne$`, '≈': `$\approx$`, '≡': `$\equiv$`, '→': `$\to$`, '←': `$\leftarrow$`, '⇒': `$\Rightarrow$`, '↦': `$\mapsto$`,
	'∞': `$\infty$`, '∂': `$\partial$`, '∇': `$\nabla$`, '√': `$\surd$`, '∑': `$\sum$`, '∏': `$\prod$`, '∈': `$\in$`, '∉': `$\notin$`, '∫': `$\int$`,
	'′': `$'$`, '″': `$''$`, '‖': `$\|$`, '∘': `$\circ$`, '⋅': `$\cdot$`, '∗': `$*$`,
	'ß': `\ss{}`, 'æ': `\ae{}`, 'Æ': `\AE{}`, 'œ': `\oe{}`, 'Œ': `\OE{}`, 'ø': `\o{}`, 'Ø': `\O{}`, 'ł': `\l{}`, 'Ł': `\L{}`, 'đ': `\dj{}`, 'Đ': `\DJ{}`,
	'ð': `\dh{}`, 'Ð': `\DH{}`, 'þ': `\th{}`, 'Þ': `\TH{}`, 'ı': `\i{}`,
})

func withLetters(signs map[rune]string) map[rune]string {
	names := strings.Fields(greekNames)
	for i, r := range []rune(greek) {
		signs[r] = `$\` + names[i] + "$"
	}
	for i, r := range []rune(raised) {
		signs[r] = "$^{" + above[i:i+1] + "}$"
	}
	for i, r := range []rune(lowered) {
		signs[r] = "$_{" + below[i:i+1] + "}$"
	}
	return signs
}

// The letters of Greek, raised and lowered characters, with what they are in mathematics.
const (
	greek      = "αβγδεζηθικλμνξπρσςτυφχψωΓΔΘΛΞΠΣΦΨΩϵϕϑϱϖ"
	greekNames = "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma varsigma tau upsilon phi chi psi omega " +
		"Gamma Delta Theta Lambda Xi Pi Sigma Phi Psi Omega epsilon phi vartheta varrho varpi"
	raised  = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃᵇᶜᵈᵉᶠᵍʰʲᵏˡᵐᵒᵖʳˢᵗᵘᵛʷˣʸᶻᵀ"
	above   = "0123456789+-=()niabcdefghjklmoprstuvwxyzT"
	lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜᵢᵣᵤᵥⱼ"
	below   = "0123456789+-=()aeoxhklmnpstiruvj"
)

// marks are the accents that may follow a letter, as text has them and as mathematics does.
var marks = map[rune][2]string{
	'\u0300': {"`", "grave"}, '\u0301': {"'", "acute"}, '\u0302': {"^", "hat"}, '\u0303': {"~", "tilde"}, '\u0304': {"=", "bar"},
	'\u0305': {"=", "bar"}, '\u0306': {"u", "breve"}, '\u0307': {".", "dot"}, '\u0308': {`"`, "ddot"}, '\u030a': {"r", "mathring"},
	'\u030b': {"H", "acute"}, '\u030c': {"v", "check"}, '\u0327': {"c", "underline"}, '\u0328': {"k", "underline"},
}

// latexPieces cuts a text into letters with their marks, each written so that pdflatex shows it.
func latexPieces(text string) []string {
	var runes []rune
	for _, r := range text {
		if _, known := latexSigns[r]; known || r < utf8.RuneSelf {
			runes = append(runes, r)
		} else {
			runes = append(runes, []rune(norm.NFD.String(string(r)))...)
		}
	}
	var all []string
	for i, r := range runes {
		mark, marked := marks[r]
		if !marked || i == 0 {
			all = append(all, latexRune(r))
			continue
		}
		last := &all[len(all)-1]
		switch below := runes[i-1]; {
		case strings.HasPrefix(*last, "$"):
			*last = "$\\" + mark[1] + "{" + strings.Trim(*last, "$") + "}$"
		case below == 'i' || below == 'j':
			*last = "\\" + mark[0] + "{\\" + string(below) + "}"
		default:
			*last = "\\" + mark[0] + "{" + *last + "}"
		}
	}
	return all
}

// latexRune writes a character of text so that pdflatex shows it. One that it does not know is told by its number.
func latexRune(r rune) string {
	if known, ok := latexSigns[r]; ok {
		return known
	}
	if r < utf8.RuneSelf {
		return string(r)
	}
	return fmt.Sprintf("[U+%04X]", r)
}
