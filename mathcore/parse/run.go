package parse

import (
	"strings"
)

// A run of letters is, in this order: a name that is known; letters and names that are known side by side; two letters;
// letters of which each stands alone somewhere in the line, or in the line that is read beside it. Any other run is one
// name, or no name at all: before a bracket, where it would be a function, and where a known name stands within it.

// run reads the letters from the next byte on as one name if they are one, and reports whether they are.
func (s *scanner) run() bool {
	end := s.i
	for end < len(s.src) && isASCIILetter(s.src[end]) {
		end++
	}
	if end < len(s.src) && s.src[end] == 0xCC {
		end-- // the last letter wears a mark
	}
	w := s.src[s.i:end]
	if len(w) < 2 || s.names.whole || s.inIndex() || s.names.isWord(w) {
		return false
	}
	if _, known := words[w]; known {
		return false
	}
	if s.differential(w, end) {
		return true
	}
	if s.names.gluedRun(w) {
		return false
	}
	behind := s.src[end:]
	if k := len(s.silent) - 1; k >= 0 && s.silent[k] >= 0 {
		behind = strings.TrimPrefix(behind, "}") // \text{diag}(x)
	}
	if !s.names.strict {
		behind = strings.TrimLeft(behind, " ")
	}
	called := strings.HasPrefix(behind, "(") || strings.HasPrefix(behind, `\left(`)
	if !called && (len(w) == 2 || s.names.strict) {
		return false
	}
	u := s.units(w, called)
	switch {
	case called && len(w) == 2 && s.isUpright(): // \operatorname{tr}(A)
	case len(u.strange) == 0, !called && u.count == 2, called && len(w) == 2 && u.count == 2 && !s.names.strict:
		return false
	case !called && u.words > 0 && u.count == 3 && len(u.strange) == 2 && u.strange[0] == u.strange[1]: // x ln x
		return false
	}
	s.emit(token{kind: name, start: int32(s.i), run: int32(s.i), text: w, strange: called || u.words > 0}, end)
	return true
}

// differential reads the d of a derivative by or of a name of several letters apart: d/dinput, dloss/dw.
func (s *scanner) differential(w string, end int) bool {
	if len(w) < 4 && (len(w) < 3 || w[1:] != strings.ToUpper(w[1:])) || w[0] != 'd' || s.names.isWord("d") {
		return false
	}
	k := len(s.tokens)
	behind := strings.TrimLeft(s.src[end:], " }")
	by := k >= 2 && s.tokens[k-1].kind == slash || k >= 2 && s.tokens[k-1].kind == opening && s.tokens[k-2].kind == closing
	of := strings.HasPrefix(behind, "/d") || strings.HasPrefix(behind, "/ d") || strings.HasPrefix(behind, "{d")
	if !by && !of || by && !s.divides() {
		return false
	}
	s.emit(token{kind: name, start: int32(s.i), run: int32(s.i), text: "d"}, s.i+1)
	switch known := s.isLetterHere(w[1], false) && s.isLetterHere(w[2], false); {
	case len(w) == 3 && !known: // dET/dw
		s.emit(token{kind: name, start: int32(s.i), run: int32(s.i), text: w[1:]}, end)
	case !s.run():
		s.lettersFrom(s.i)
	}
	return true
}

// divides reports whether a d stands above the bar whose lower part begins here.
func (s *scanner) divides() bool {
	for k := len(s.tokens) - 1; k >= 0 && k >= len(s.tokens)-8; k-- {
		if t := &s.tokens[k]; t.kind == name && t.text == "d" {
			return true
		}
	}
	return false
}

// inIndex reports whether what comes is an index, which has rules of its own.
func (s *scanner) inIndex() bool {
	k := len(s.tokens) - 1
	if k >= 0 && s.tokens[k].kind == under {
		return true
	}
	const around = 8
	for i := len(s.open) - 1; i >= max(0, len(s.open)-around); i-- {
		if at := s.open[i]; at > 0 && s.tokens[at].shape != '(' && s.tokens[at-1].kind == under {
			return true
		}
	}
	return false
}

// indexRun reports whether the letters of the run that starts at byte start are indices.
func (s *scanner) indexRun(start int) bool {
	k := len(s.tokens) - 1
	for k >= 0 && s.tokens[k].kind == name && s.tokens[k].run == int32(start) {
		k--
	}
	return k >= 0 && s.tokens[k].kind == under || s.inIndex()
}

// units are the parts of a run: names of several letters that are known, and single letters.
type units struct {
	count   int
	words   int    // names of several letters that are no declared ones
	strange []byte // the single letters that are not known by themselves
}

// shortLetter is how long the names of Greek letters are that stand in many a word, as xi does in axis.
const shortLetter = 3

// units cuts a run as word does, from the left, each part as long as possible; called if a bracket follows.
func (s *scanner) units(w string, called bool) units {
	var u units
	for i := 0; i < len(w); u.count++ {
		k := min(len(w), i+max(longestFrom[w[i]], s.names.longest))
		for ; k-i > 1; k-- {
			part := w[i:k]
			if s.names.isWord(part) {
				break
			}
			if found, known := words[part]; known && (!found.soft || !s.names.spellsDeclared(part)) {
				if i == 0 || found.kind != name || len(part) > shortLetter {
					u.words++
				}
				break
			}
		}
		k = max(k, i+1)
		if k == i+1 && !s.isLetterHere(w[i], called) {
			u.strange = append(u.strange, w[i])
		}
		i = k
	}
	return u
}

// isLetterHere reports whether a letter is known by itself: declared, or one that stands alone somewhere, or e, which is
// only a slip in the name of a function otherwise.
func (s *scanner) isLetterHere(b byte, called bool) bool {
	letter := asciiNames[b : b+1]
	if b == 'e' && !called || s.names.isWord(letter) {
		return true
	}
	if s.alone == nil {
		s.alone = new(alphabet)
		s.alone.addAlone(s.src)
		s.alone.addAlone(s.names.beside)
	}
	return s.alone[b]
}

// An alphabet is a set of ASCII letters.
type alphabet [128]bool

// addAlone adds the letters that stand alone in a text, or two side by side.
func (set *alphabet) addAlone(text string) {
	for i := 0; i < len(text); {
		k := i
		for k < len(text) && isASCIILetter(text[k]) {
			k++
		}
		command := i > 0 && text[i-1] == '\\'
		index := i > 0 && text[i-1] == '_'
		if _, known := words[text[i:k]]; k-i <= 2 && !known && !command && !index {
			for ; i < k; i++ {
				set[text[i]] = true
			}
		}
		i = max(k, i+1)
	}
}

// isPlainName reports whether nobody takes a name for that of a function, so that a bracket behind a blank is a factor.
func isPlainName(typed string) bool {
	return !missing[typed] && nearestFunction(strings.ToLower(typed)) == ""
}

// strangeName complains of the run at token at, if it is one that cannot be read, and reports whether it is.
func (p *parser) strangeName(at int) bool {
	t := &p.tokens[at]
	next := &p.tokens[min(at+1, p.last)]
	called := next.kind == opening && next.shape == '('
	switch {
	case !t.strange || p.left || p.of(t.text).declared():
		return false
	case called && p.mentions(t.text, at+1, int(next.mate)): // target(1-target) is a product
		return false
	case called && next.space && isPlainName(t.text):
		return false
	case called:
		p.unknownFunction(at, at)
	default:
		p.fail(RunTogether, p.span(at))
	}
	return true
}

// isUpright reports whether the letters that come next stand in braces that make a name of them.
func (s *scanner) isUpright() bool {
	for _, command := range [...]string{"\\operatorname{", "\\mathrm{", "\\text{", "\\operatorname*{"} {
		if strings.HasSuffix(s.src[:s.i], command) {
			return true
		}
	}
	return false
}
