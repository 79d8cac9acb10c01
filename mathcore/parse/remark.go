package parse

import (
	"slices"
	"strings"
	"unicode"
)

// textCommands are the commands whose braces may hold words.
var textCommands = map[string]bool{
	"text": true, "textrm": true, "textit": true, "textbf": true, "textsf": true, "texttt": true, "textnormal": true,
	"mbox": true, "hbox": true,
}

// A remark is where words stand beside the formula.
type remark struct {
	made       bool
	at         int // the token before which the formula ends
	start, end int // the place of the words
	closes     bool
}

// closers are words behind which nothing more is said about the value of the formula.
var closers = wordSet("where with since because by using as via from recall note")

// connectors are words that join one formula to the text around it.
var connectors = wordSet("therefore so hence thus then now and or but finally if for when let we get have obtain find that this is are be the a an of in to " +
	"answer result gives yields which means follows it its equals chain rule product quotient power step also because since where with by using as via")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// longestRemark bounds how far the end of words is looked for.
const longestRemark = 1000

// isRemark reports whether the braces that come next hold words and no name, and reads them then: words before the
// formula say nothing, words behind it end it.
func (s *scanner) isRemark(start int) bool {
	until := 0
	if !s.isIndex() {
		until = s.closingBraceWithin(longestRemark)
	}
	if until == 0 {
		return false
	}
	content := s.src[s.i+1 : until]
	words := strings.FieldsFunc(content, func(r rune) bool { return !unicode.IsLetter(r) && r != '\\' && r != '$' && r != '\'' })
	if !isProse(content, words) {
		return false
	}
	s.i = until + 1
	s.space = true
	if len(words) == 0 && !isLabel(strings.TrimSpace(content)) {
		return true
	}
	k := len(s.open) - 1
	closes := len(words) > 0 && closers[strings.ToLower(words[0])]
	if k >= 0 && int(s.open[k]) == len(s.tokens)-1 && s.tokens[s.open[k]].shape != '{' {
		s.bracketed(closes)
	}
	switch {
	case s.remark.made || len(s.tokens) == 0:
	case len(s.open) > 0:
		s.i = start
		s.bad(Words, until+1-start)
	default:
		s.remark = remark{true, len(s.tokens), start, until + 1, closes}
	}
	return true
}

// bracketed takes back the bracket that was opened before words, if the words are all of it or end the formula.
func (s *scanner) bracketed(closes bool) {
	k := len(s.open) - 1
	shape := s.tokens[s.open[k]].shape
	i := s.i
	for i < len(s.src) && (s.src[i] == ' ' || s.src[i] == '\t') {
		i++
	}
	all := i < len(s.src) && asciiSigns[s.src[i]&0x7F] == closing && asciiShapes[s.src[i]&0x7F] == shape
	if !all && !closes {
		return
	}
	s.tokens = s.tokens[:len(s.tokens)-1]
	s.open = s.open[:k]
	if all {
		s.i = i + 1
	}
}

// isIndex reports whether what comes next names an index: it stands behind _ or inside its braces.
func (s *scanner) isIndex() bool {
	k := len(s.tokens)
	if k > 0 && s.tokens[k-1].kind == opening && s.tokens[k-1].shape == '{' {
		k--
	}
	return k > 0 && (s.tokens[k-1].kind == under || s.tokens[k-1].kind == caret)
}

// isProse reports whether the content of \text, which has these words, is no name and no formula.
func isProse(content string, found []string) bool {
	trimmed := strings.TrimSpace(content)
	switch {
	case isLabel(trimmed):
		return true
	case len(found) == 0:
		return !strings.ContainsFunc(trimmed, func(r rune) bool { return !unicode.IsPunct(r) })
	case strings.HasPrefix(trimmed, "$") && strings.HasSuffix(trimmed, "$"):
		return false
	case len(found) == 1:
		return closers[strings.ToLower(found[0])] || connectors[strings.ToLower(found[0])] || trimmed[0] == '(' && len(found[0]) > 2
	}
	return slices.ContainsFunc(found, func(w string) bool { return words[w].kind == end && len(w) > 1 })
}

// isLabel reports whether the text is the number of an equation: (1), (a), (*).
func isLabel(text string) bool {
	inside, opened := strings.CutPrefix(text, "(")
	inside, closed := strings.CutSuffix(inside, ")")
	const longest = 4
	return opened && closed && inside != "" && len(inside) <= longest && !strings.ContainsAny(inside, "+-/^\\ ")
}

// endRemark takes what stands behind words out of the tokens, or complains of the words.
func (s *scanner) endRemark() {
	r := &s.remark
	if !r.made {
		return
	}
	rest := s.tokens[r.at:]
	s.tokens = s.tokens[:r.at]
	if int(s.equals) >= r.at {
		s.equals = -1
	}
	if k := len(s.tokens) - 1; k >= 0 && s.tokens[k].kind == comma {
		s.tokens = s.tokens[:k]
	}
	if r.closes && (!s.defines(rest) || s.given(rest)) || isPunctuation(rest) {
		return
	}
	s.i = r.start
	s.bad(Words, r.end-r.start)
}

// dropComma takes back a comma that ends the formula, where something that says nothing stands behind it.
func (s *scanner) dropComma() {
	k := len(s.tokens) - 1
	if k > 0 && len(s.open) == 0 && s.tokens[k].kind == comma && endsOperand(s.tokens[k-1].kind) && strings.Contains(s.src[s.tokens[k].end:], `\`) {
		s.tokens = s.tokens[:k]
	}
}

// isPunctuation reports whether the tokens are at most a comma or a full stop.
func isPunctuation(rest []token) bool {
	return len(rest) == 0 || len(rest) == 1 && (rest[0].kind == comma || rest[0].kind == bad && rest[0].text == ".")
}

// defines reports whether the tokens behind words may give a meaning to a letter of the formula that has none: the letter
// stands there first, or before an equals sign.
func (s *scanner) defines(rest []token) bool {
	said := map[string]bool{}
	for i := range rest {
		t := &rest[i]
		if t.kind == name && !s.names.of(t.text).declared() {
			first := i == 0
			before := i+1 < len(rest) && rest[i+1].kind == equals
			if first || before {
				said[t.text] = true
			}
		}
	}
	for i := range s.tokens {
		t := &s.tokens[i]
		applied := t.maybe && i+1 < len(s.tokens) && s.tokens[i+1].kind == opening
		if t.kind == name && said[t.text] && !applied {
			return true
		}
	}
	return false
}

// dollar reads a dollar sign, which says nothing, unless a word that joins two formulas stands behind it and then another
// dollar sign: $x$ and $y$ are two formulas.
func (s *scanner) dollar() {
	const longest = 24
	s.space = true
	s.i++
	between, _, more := strings.Cut(s.src[s.i:min(s.i+longest, len(s.src))], "$")
	if word := strings.ToLower(strings.Trim(between, " ,")); more && len(word) > 1 && connectors[word] {
		s.bad(Words, len(between))
	} else if len(s.tokens) > 0 && s.endsInWords() {
		s.i = len(s.src)
	}
}

// endsInWords reports whether the rest of the line are words around the formula: $x$ is the answer.
func (s *scanner) endsInWords() bool {
	const longest = 100
	if len(s.src)-s.i > longest {
		return false
	}
	found := strings.FieldsFunc(strings.ToLower(s.src[s.i:]), func(r rune) bool { return strings.ContainsRune(" \t\r\n.,;:!", r) })
	long := slices.ContainsFunc(found, func(w string) bool { return len(w) > 2 })
	return long && !slices.ContainsFunc(found, func(w string) bool { return len(w) < 2 && w != "a" || !connectors[w] })
}
