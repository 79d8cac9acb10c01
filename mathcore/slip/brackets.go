package slip

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/sample"
)

// bracketsSlip is a pair of brackets that is missing, or set otherwise: 1/1-y for 1/(1-y). It is found in the text that
// was typed.
//
// Example: 1/(1-y) -> 1/1-y
// Example: ln((1-y)/y) -> ln 1-y - ln(y)
// Example: ln(y/(1-y)) -> ln(y)/(1-y)
// Example: (a+b)/(a*b) -> (a+b)/ab
// Example: -(1+e^(-x))^(-2)*(-e^(-x)) -> -(1+e^-x)^-2 - e^-x
const bracketsSlip ID = "brackets"

// The limits of the search for brackets.
const (
	bracketLimit  = 240 // texts that are read
	longestText   = 160 // bytes of a text
	unitsOfRead   = 3   // what it costs to read a byte
	bracketProofs = 3   // lines that the judge is asked about
)

// A bracketing is the text with one pair of brackets set otherwise, and the line that it is.
type bracketing struct {
	text  string
	line  expr.Node
	plain bool // the pair stands where a reader looks for one: behind a bar, a power or a function, or around a minus
}

// bracketed returns the text typed with a pair of brackets set so that it is the right line.
func (s *search) bracketed(text string) (bracketing, bool) {
	text, ok := s.typedIn(text)
	if !ok {
		return bracketing{}, false
	}
	tries, proofs := bracketLimit, bracketProofs
	var best bracketing
	found := false
	for b := range bracketings(text, s.multipliesByNegative()) {
		if tries--; tries < 0 || proofs == 0 {
			break
		}
		if found && !b.plain {
			continue
		}
		line, ok := s.read(b.text)
		if !ok || !sample.Same(s.sample.Of(line), s.rightValues) {
			continue
		}
		proofs--
		if judge.Compare(line, s.sources[0], s.in.Scope).Relation == judge.Equal {
			b.line = line
			best, found = b, true
			if b.plain {
				break
			}
		}
	}
	return best, found
}

// multipliesByNegative reports whether a factor with a minus stands in the line above or in one that was due.
func (s *search) multipliesByNegative() bool {
	return slices.ContainsFunc(s.sources, func(n expr.Node) bool {
		return expr.Contains(n, func(n expr.Node) bool {
			product, ok := n.(*expr.Mul)
			return ok && slices.ContainsFunc(product.Factors[1:], func(f expr.Node) bool { _, negative := expr.Unsigned(f); return negative })
		})
	})
}

// typedIn returns the side of the text, between equals signs, that the line typed was read from.
func (s *search) typedIn(text string) (side string, ok bool) {
	if len(text) > longestText {
		return "", false
	}
	for _, side := range sidesOf(text) {
		side = strings.TrimSpace(side)
		if typed, ok := s.read(side); ok && expr.Equal(typed, s.in.typed) {
			return side, true
		}
	}
	return "", false
}

// sidesOf cuts a text at the equals signs that stand in no brackets: those in them belong to the range of a sum.
func sidesOf(text string) (sides []string) {
	depth, from := 0, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth--
		case r == '=' && depth == 0:
			sides = append(sides, text[from:i])
			from = i + 1
		}
	}
	return append(sides, text[from:])
}

func (s *search) read(text string) (expr.Node, bool) {
	s.in.Scope.Meter().Spend(unitsOfRead * len(text))
	line, complaint := parse.Expr(text, s.in.Scope)
	return line, complaint == nil
}

// A word is a piece of text between two places where a bracket may stand.
type word struct {
	start, end int
	kind       wordKind
}

type wordKind uint8

const (
	operand wordKind = iota // a number, letters
	function
	opening
	closing
	minus
	tight    // a sign that takes what comes next and no more: a bar or a power
	operator // any other sign
)

// bracketings calls yield with the text with one pair added, and then with one bracket of a pair moved. Behind a minus none
// is added: what that would change is a sign.
//
// A minus between two terms is put into brackets, so that a product is left, only on demand.
func bracketings(text string, products bool) func(yield func(bracketing) bool) {
	words := wordsOf(text)
	joins := func(at int) bool {
		return at > 0 && words[at].kind == minus && (words[at-1].kind == operand || words[at-1].kind == closing)
	}
	one := func(at int) bool { // nobody writes the factor 1
		return joins(at) && text[words[at-1].start:words[at-1].end] == "1"
	}
	return func(yield func(bracketing) bool) {
		for from := range words {
			for to := from; to < len(words); to++ {
				if !encloses(words, from, to) || from > 0 && words[from-1].kind == minus || joins(from) && !products || one(from) {
					continue
				}
				inside := text[words[from].start:words[to].end]
				added := text[:words[from].start] + "(" + inside + ")" + text[words[to].end:]
				if !yield(bracketing{text: added, plain: isPlain(words, from)}) {
					return
				}
				if from == 0 || words[from-1].kind != tight {
					continue
				}
				before := text[words[from-1].start:words[from].start] // who left out one pair left out all that are like it
				if strings.Count(text, before+inside) > 1 && !yield(bracketing{text: strings.ReplaceAll(text, before+inside, before+"("+inside+")"), plain: true}) {
					return
				}
			}
		}
		for at := range words {
			partner := partnerOf(words, at)
			if words[at].kind != opening || partner < 0 || text[words[at].start] != '(' || raisesOne(text, words, partner) {
				continue
			}
			without := text[:words[partner].start] + " " + text[words[partner].end:]
			for to := at + 1; to < len(words); to++ {
				if end := words[to].end; takes(words, at, to, partner) && !isNumber(text[words[at+1].start:end]) {
					moved := strings.TrimRight(without[:end]+")"+without[end:], " ")
					if !yield(bracketing{text: moved, plain: isPlain(words, at)}) {
						return
					}
				}
			}
		}
	}
}

// raisesOne reports whether a power would act on the number 1, which nobody writes, if the bracket before it were gone.
func raisesOne(text string, words []word, closed int) bool {
	if closed+1 == len(words) || text[words[closed+1].start] != '^' {
		return false
	}
	return text[words[closed-1].start:words[closed-1].end] == "1"
}

// takes reports whether the bracket at a place may be closed behind another word, its partner gone.
func takes(words []word, at, to, partner int) bool {
	if to == partner || words[to].kind >= minus || words[to].kind == function {
		return false
	}
	depth := 0
	for i := at + 1; i <= to; i++ {
		switch {
		case words[i].kind == opening:
			depth++
		case words[i].kind == closing && i != partner:
			depth--
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

// isNumber reports whether a text is a plain number.
func isNumber(text string) bool {
	return span(text, func(r rune) bool { return unicode.IsDigit(r) || r == '.' }) == len(text)
}

// encloses reports whether a pair around the words from one to another would enclose something whole. A single word is that only behind
// a bar or a power, where it may be a product: 1/ab.
func encloses(words []word, from, to int) bool {
	first, last := words[from].kind, words[to].kind
	if to == from {
		return first == operand && words[from].end-words[from].start > 1 && from > 0 && words[from-1].kind == tight
	}
	if first == closing || first >= tight || last == opening || last >= minus || last == function {
		return false
	}
	depth := 0
	for _, w := range words[from : to+1] {
		switch w.kind {
		case opening:
			depth++
		case closing:
			depth--
		case operand, function, minus, tight, operator:
		}
		if depth < 0 {
			return false
		}
	}
	return depth == 0
}

// isPlain reports whether a reader looks for a bracket before the word.
func isPlain(words []word, at int) bool {
	if words[at].kind == minus {
		return at > 0
	}
	return at > 0 && (words[at-1].kind == function || words[at-1].kind == tight)
}

// partnerOf returns the bracket that closes the one given, -1 if there is none.
func partnerOf(words []word, at int) int {
	depth := 0
	for i := at; i < len(words); i++ {
		switch words[i].kind {
		case opening:
			depth++
		case closing:
			if depth--; depth == 0 {
				return i
			}
		case operand, function, minus, tight, operator:
		}
	}
	return -1
}

// wordsOf cuts a text where brackets may stand. It need not know what a word means: each text made of it is read again.
func wordsOf(text string) []word {
	var all []word
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		w := word{start: i, end: i + size, kind: operator}
		switch {
		case unicode.IsSpace(r):
			i += size
			continue
		case strings.ContainsRune("([{", r):
			w.kind = opening
		case strings.ContainsRune(")]}", r):
			w.kind = closing
		case r == '-' || r == '−':
			w.kind = minus
		case strings.ContainsRune("/÷^", r):
			w.kind = tight
		case unicode.IsDigit(r):
			w.kind, w.end = operand, i+span(text[i:], func(r rune) bool { return unicode.IsDigit(r) || r == '.' })
		case unicode.IsLetter(r) || r == '\\':
			w.kind = operand
			w.end = i + size + span(text[i+size:], func(r rune) bool {
				return unicode.IsLetter(r) || unicode.IsMark(r) || unicode.IsDigit(r) || r == '_' || r == '\''
			})
			if isFunction(text[i:w.end]) {
				w.kind = function
			}
		}
		all = append(all, w)
		i = w.end
	}
	return all
}

// span returns how many bytes the runes at the start take that are of a kind.
func span(text string, is func(rune) bool) int {
	if i := strings.IndexFunc(text, func(r rune) bool { return !is(r) }); i >= 0 {
		return i
	}
	return len(text)
}

func isFunction(name string) bool {
	name = strings.TrimPrefix(name, `\`)
	return slices.ContainsFunc(expr.Funcs(), func(f expr.Func) bool {
		return f.String() == name || slices.Contains(f.Spellings(), name)
	})
}
