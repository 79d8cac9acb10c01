package parse

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// A level tells whether a character is raised, lowered, or on the line.
type level uint8

const (
	online level = iota
	above
	below
)

// A glyph is one character as a reader sees it, whatever the bytes: ŷ is y with a hat, precomposed or combined.
type glyph struct {
	r     rune
	mark  expr.Mark
	level level
	size  int // in bytes
}

var composed = map[rune]glyph{}

func init() {
	add := func(all iter.Seq2[rune, rune], g glyph) {
		for shown, plain := range all {
			g.r = plain
			composed[shown] = g
		}
	}
	for _, mark := range []expr.Mark{expr.Hat, expr.Bar, expr.Tilde} {
		add(expr.MarkedLetters(mark), glyph{mark: mark})
	}
	add(expr.Raised(), glyph{level: above})
	add(expr.Lowered(), glyph{level: below})
	styled := []rune("hegoLIHRBEFMedDij")
	for i, r := range []rune("ℎℯℊℴℒℐℋℛℬℰℱℳⅇⅆⅅⅈⅉ") {
		composed[r] = glyph{r: styled[i]}
	}
	composed['ı'] = glyph{r: 'i'}
	composed['ȷ'] = glyph{r: 'j'}
}

// glyphAt decodes the character at byte i of source. A size of 1 with utf8.RuneError is a byte that is no text.
func glyphAt(source string, i int) glyph {
	g := glyph{r: rune(source[i]), size: 1}
	if g.r >= utf8.RuneSelf {
		r, size := utf8.DecodeRuneInString(source[i:])
		var ok bool
		if g, ok = composed[r]; !ok {
			g = glyph{r: plainMath(r)}
		}
		g.size = size
	}
	if next := i + g.size; next+1 < len(source) && source[next] == 0xCC && g.mark == expr.NoMark && isLetter(g.r) {
		switch r, size := utf8.DecodeRuneInString(source[next:]); r {
		case expr.CombiningHat:
			g.mark, g.size = expr.Hat, g.size+size
		case expr.CombiningTilde:
			g.mark, g.size = expr.Tilde, g.size+size
		case expr.CombiningMacron, expr.CombiningOverline:
			g.mark, g.size = expr.Bar, g.size+size
		}
	}
	return g
}

// plainMath returns the everyday letter or digit for one of the styled ones (𝑥, 𝜃, 𝟏) that text copied from books has.
func plainMath(r rune) rune {
	const (
		letters, lettersEnd = 0x1D400, 0x1D6A4
		greeks, greeksEnd   = 0x1D6A8, 0x1D7CC
		digits, digitsEnd   = 0x1D7CE, 0x1D800
		full, fullEnd       = 0xFF01, 0xFF5F // the wide forms of ASCII
	)
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
	switch {
	case letters <= r && r < lettersEnd:
		return rune(alphabet[(r-letters)%rune(len(alphabet))])
	case greeks <= r && r < greeksEnd:
		greek := []rune("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡϴΣΤΥΦΧΨΩ∇αβγδεζηθικλμνξοπρςστυφχψω∂ϵϑϰϕϱϖ")
		return greek[(r-greeks)%rune(len(greek))]
	case digits <= r && r < digitsEnd:
		return '0' + (r-digits)%10
	case full <= r && r < fullEnd && (isASCIILetter(byte(r-full+'!')) || isDigit(byte(r-full+'!'))):
		return r - full + '!'
	}
	return r
}

// isLetter reports whether r can be a name: a Latin or Greek letter. Letters of other alphabets are refused, since
// many look just like these.
func isLetter(r rune) bool {
	if r < utf8.RuneSelf {
		return isASCIILetter(byte(r))
	}
	switch r {
	case 'ℓ', 'µ':
		return true
	case 'Σ', '\u037A', '\u0384', '\u0385':
		return false
	}
	return unicode.IsLetter(r) && unicode.In(r, unicode.Latin, unicode.Greek)
}

func isASCIILetter(b byte) bool { return 'a' <= b|0x20 && b|0x20 <= 'z' }

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// letterName returns the canonical name of one letter with its mark.
func letterName(r rune, mark expr.Mark) string {
	var stem string
	if r < utf8.RuneSelf {
		stem = asciiNames[r : r+1]
	} else {
		stem = expr.CanonicalLetter(string(r))
	}
	if mark == expr.NoMark {
		return stem
	}
	return stem + mark.String()
}

// asciiNames holds every ASCII character at its own place, so that one-letter names need no memory of their own.
var asciiNames = func() string {
	var b strings.Builder
	for r := range utf8.RuneSelf {
		b.WriteByte(byte(r))
	}
	return b.String()
}()

// vulgars are the fractions that are one character.
var vulgars = map[rune]string{
	'½': "1/2", '⅓': "1/3", '⅔': "2/3", '¼': "1/4", '¾': "3/4", '⅕': "1/5", '⅖': "2/5", '⅗': "3/5", '⅘': "4/5",
	'⅙': "1/6", '⅚': "5/6", '⅐': "1/7", '⅛': "1/8", '⅜': "3/8", '⅝': "5/8", '⅞': "7/8", '⅑': "1/9", '⅒': "1/10",
}

// signs are the operators outside ASCII.
var signs = map[rune]kind{
	'−': minus, '–': minus, '—': minus, '‐': minus, '‑': minus, '‒': minus, '﹣': minus, '－': minus,
	'·': times, '⋅': times, '×': times, '•': times, '∙': times, '∗': times, '⨯': times, '＊': times,
	'÷': slash, '∕': slash, '⁄': slash, '／': slash,
	'＋': plus, '＝': equals, '≔': equals, '≈': about, 'ˆ': caret, '∣': bar, '｜': bar,
	'′': prime, '″': prime, '‴': prime, '’': prime, '‘': prime, 'ʹ': prime, '´': prime, '‖': norm, '∥': norm, '⊤': top,
	'Σ': sumSign, '∑': sumSign, '∏': sumSign, '∂': partial, '…': dots, '‥': dots, '，': comma, '；': comma,
	'（': opening, '）': closing, '［': opening, '］': closing, '｛': opening, '｝': closing,
}

// primeCounts tells how many primes a sign stands for, where it is more than one.
var primeCounts = map[rune]int32{'″': 2, '‴': 3}

// shapes of the brackets outside ASCII.
var shapes = map[rune]byte{'（': '(', '）': '(', '［': '[', '］': '[', '｛': '{', '｝': '{'}

// isBlank reports whether r separates and says nothing: spaces, the signs of "invisible times" and "apply", joiners.
func isBlank(r rune) bool {
	switch r {
	case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\u2061', '\u2062', '\u2063', '\uFEFF', '\uFE0E', '\uFE0F':
		return true
	}
	return unicode.IsSpace(r) || unicode.Is(unicode.Zs, r)
}

// isRelation reports whether r compares and is not the equals sign.
func isRelation(r rune) bool {
	return strings.ContainsRune("≤≥≠≡∼≃≅≲≳∝∈∉≪≫⇒⇔→↦←", r)
}

// isVectorSign reports whether r is a sign of products of vectors.
func isVectorSign(r rune) bool { return strings.ContainsRune("⊙⟨⟩", r) }

// isUnsupported reports whether r is a sign of mathematics that this grammar does not have.
func isUnsupported(r rune) bool {
	return strings.ContainsRune("∫∮∞±∓∇∜∪∩∀∃⊗⊕∘°⌊⌋⌈⌉", r)
}
