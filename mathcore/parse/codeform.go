package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// What programs and AsciiMath write in words: sum(x[i] for i in range(n)), x if x > 0 else 0, hat y, 2 xx 3.

// codeForm reads such a word at the next byte and reports whether there is one.
func (s *scanner) codeForm() bool {
	if s.names.whole || s.i > 0 && isASCIILetter(s.src[s.i-1]) {
		return false
	}
	switch s.src[s.i] {
	case 'f':
		return s.generator()
	case 'i', 'e':
		return s.choice() || s.quoted()
	case 'q':
		return s.quoted()
	case 's', 't':
		return s.member() || s.asciiMark()
	case 'h', 'b':
		return s.asciiMark()
	case 'x':
		return s.timesByName()
	}
	return false
}

// wordAt reports whether the word stands alone at the next byte and means nothing else.
func (s *scanner) wordAt(word string) bool {
	end := s.i + len(word)
	return s.after(0, word) && (end == len(s.src) || !isASCIILetter(s.src[end])) && !s.names.isWord(word)
}

// choice reads the if and the else of "x if x > 0 else 0".
func (s *scanner) choice() bool {
	k := len(s.tokens) - 1
	switch {
	case k < 0 || s.latex || s.cases > 0:
	case s.wordAt("if") && endsOperand(s.tokens[k].kind) && strings.Contains(s.src[s.i:], " else "):
		s.choices++
		s.one(ifWord, len("if"))
		return true
	case s.wordAt("else") && s.choices > 0:
		s.emit(token{kind: otherwise, start: int32(s.i)}, s.i+len("else"))
		return true
	}
	return false
}

// quoted goes past the name of R for a formula that is not computed: D(expression(x^2), "x").
func (s *scanner) quoted() bool {
	for _, word := range [...]string{"expression", "quote"} {
		k := len(s.tokens) - 1
		if s.after(0, word+"(") && k > 0 && s.tokens[k].kind == opening && (s.tokens[k-1].text == "D" || s.tokens[k-1].kind == diff) {
			s.i += len(word)
			return true
		}
	}
	return false
}

// member goes past the self. of self.f(z), where f is known.
func (s *scanner) member() bool {
	for _, object := range [...]string{"self.", "this."} {
		end := s.i + len(object)
		for s.after(0, object) && end < len(s.src) && isASCIILetter(s.src[end]) {
			end++
		}
		if !s.after(0, object) {
			continue
		}
		name := s.src[s.i+len(object) : end]
		found, known := words[name]
		if known && found.kind == function && !codeMembers[name] || s.names.isWord(name) {
			s.i += len(object)
			return true
		}
	}
	return false
}

// asciiMark reads hat y and bar{x}.
func (s *scanner) asciiMark() bool {
	for word, mark := range map[string]expr.Mark{"hat": expr.Hat, "bar": expr.Bar, "tilde": expr.Tilde} {
		if !s.wordAt(word) || s.i > 0 && (s.src[s.i-1] == '_' || s.src[s.i-1] == '{') {
			continue
		}
		i := s.i + len(word)
		rest := strings.TrimLeft(s.src[i:], " ")
		brace := strings.HasPrefix(rest, "{") && len(rest) > 1 && isLetter(glyphAt(rest, 1).r)
		letter := len(rest) < len(s.src[i:]) && rest != "" && isASCIILetter(rest[0]) && (len(rest) == 1 || !isASCIILetter(rest[1]))
		if brace || letter {
			s.marked(mark, len(word))
			return true
		}
	}
	return false
}

// timesByName reads the xx of AsciiMath, where the line has more of it. Elsewhere it may be x times x; where that means
// nothing, where it stands between blanks as a sign does, or where the x behind it is one too many, it is refused.
func (s *scanner) timesByName() bool {
	n := 0
	for s.i+n < len(s.src) && s.src[s.i+n] == 'x' {
		n++
	}
	k := len(s.tokens) - 1
	behind := strings.TrimLeft(s.src[s.i+n:], " ")
	ascii := strings.Contains(s.src, "=>") || strings.Contains(s.src, ")/(d")
	if n < 2 || n > 3 || k < 0 || behind == "" && (n == 2 || !ascii) || s.latex || !endsOperand(s.tokens[k].kind) || s.names.isWord("xx") || s.names.isWord("xxx") {
		return false
	}
	digit := behind != "" && isDigit(behind[0])
	operand := n == 3 || digit || behind[0] == '(' || isASCIILetter(behind[0])
	apart := n == 2 && operand && s.space && s.src[s.i+n] == ' '
	closed := s.tokens[k].kind == closing || s.tokens[k].kind == number && digit || apart
	switch {
	case !closed || !operand, n == 2 && !apart && !ascii && !digit:
		return false
	case ascii:
		s.emit(token{kind: times, start: int32(s.i), text: "xx"}, s.i+len("xx"))
	default:
		s.bad(RunTogether, n)
	}
	return true
}

// cell goes past the $ of a spreadsheet, as in $B$1, and reports whether it is one.
func (s *scanner) cell() bool {
	k := len(s.tokens) - 1
	if s.latex || k < 0 || s.i+1 == len(s.src) || !isDigit(s.src[s.i+1]) || s.tokens[k].kind != name || s.tokens[k].end != int32(s.i) {
		return false
	}
	if c := s.src[s.i-1]; c < 'A' || c > 'Z' {
		return false
	}
	s.i++
	return true
}

// quote goes past the marks around a text in code: diff("x^2", "x").
func (s *scanner) quote(mark byte) bool {
	if s.quoteEnd > 0 && s.i == s.quoteEnd {
		s.i++
		s.quoteEnd = 0
		return true
	}
	k := len(s.tokens) - 1
	if s.quoteEnd > 0 || k < 0 || s.tokens[k].kind != opening && s.tokens[k].kind != comma {
		return false
	}
	size := strings.IndexByte(s.src[s.i+1:], mark)
	if size <= 0 {
		return false
	}
	behind := strings.TrimLeft(s.src[s.i+size+2:], " ")
	if behind == "" || behind[0] != ',' && behind[0] != ')' {
		return false
	}
	s.quoteEnd = s.i + 1 + size
	s.i++
	return true
}
