package parse

import (
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// letters reads a run of letters: words where there are some, else one letter at a time.
func (s *scanner) letters() {
	if s.members {
		s.modules()
	}
	if s.i == len(s.src) || isASCIILetter(s.src[s.i]) && s.wholeRun() {
		return
	}
	s.lettersFrom(s.i)
}

// wholeRun reads a run of ASCII letters that is one name, with what belongs to it, and reports whether it is.
func (s *scanner) wholeRun() bool {
	if s.cases > 0 && s.caseWord() || odd[s.src[s.i]] != nil && s.oddWord(s.i) {
		return true
	}
	return s.inRun() && (s.codeForm() || s.unknownOfCode() || s.run())
}

// inRun reports whether a word can start here: one letter alone is none, unless everything is.
func (s *scanner) inRun() bool {
	return s.i+1 < len(s.src) && isASCIILetter(s.src[s.i+1]) || s.names.whole
}

// plainLetter reads an ASCII letter that wears no mark, and reports whether there is one.
func (s *scanner) plainLetter(run int) bool {
	if s.mark != expr.NoMark || s.i+1 < len(s.src) && s.src[s.i+1] >= utf8.RuneSelf {
		return false
	}
	s.emit(token{kind: name, start: int32(s.i), run: int32(run), text: asciiNames[s.src[s.i] : s.src[s.i]+1]}, s.i+1)
	return true
}

// lettersFrom reads a run that is no name as a whole.
func (s *scanner) lettersFrom(run int) {
	for s.i < len(s.src) && !s.stopped() {
		if isASCIILetter(s.src[s.i]) {
			if s.members && s.module() {
				run = s.i
				continue
			}
			if odd[s.src[s.i]] != nil && s.oddWord(run) || s.inRun() && s.word(run) {
				continue
			}
			if s.plainLetter(run) {
				continue
			}
		}
		g := glyphAt(s.src, s.i)
		if g.level != online || !isLetter(g.r) {
			return
		}
		if g.size > 1 && g.r < utf8.RuneSelf && s.mark == expr.NoMark && s.styledWord(run) {
			continue
		}
		mark := g.mark
		if s.mark != expr.NoMark {
			mark, s.mark = s.mark, expr.NoMark
		}
		t := token{kind: name, start: int32(s.i), run: int32(run), text: letterName(g.r, mark)}
		if t.text == "sigma" {
			t.fn, t.maybe = expr.Sigmoid, true
		}
		s.emit(t, s.i+g.size)
	}
}

// modules skips the torch.nn. of torch.nn.relu.
func (s *scanner) modules() {
	for s.i < len(s.src) && isASCIILetter(s.src[s.i]) {
		if !s.module() {
			return
		}
	}
}

// module skips the np. of np.exp.
func (s *scanner) module() bool {
	i := s.i
	for i < len(s.src) && i-s.i <= longestWord && isASCIILetter(s.src[i]) {
		i++
	}
	if i+1 < len(s.src) && s.src[i] == '.' && isASCIILetter(s.src[i+1]) && modules[s.src[s.i:i]] {
		module := s.src[s.i:i]
		s.i = i + 1
		s.sincOfCode(module)
		s.constantOfCode()
		return true
	}
	return false
}

// word reads the longest word that starts here and reports whether there was one.
func (s *scanner) word(run int) bool {
	k, longest := s.i, max(longestFrom[s.src[s.i]], s.names.longest)
	for k < len(s.src) && k-s.i < longest && isASCIILetter(s.src[k]) {
		k++
	}
	if s.names.whole && s.mark == expr.NoMark {
		for k < len(s.src) && isASCIILetter(s.src[k]) {
			k++
		}
		if glyphAt(s.src, k-1).mark != expr.NoMark && k-s.i == 1 {
			return false // one letter with a hat
		}
		return s.take(run, k, true)
	}
	if k+1 < len(s.src) && s.src[k] == 0xCC && glyphAt(s.src, k-1).mark != expr.NoMark {
		k-- // the last letter wears a hat
	}
	for ; k-s.i > 1; k-- {
		if s.take(run, k, false) {
			return true
		}
	}
	return false
}

// take emits the letters up to byte k as one word if they are one, or if they must be.
func (s *scanner) take(run, k int, must bool) bool {
	w := s.src[s.i:k]
	t := token{kind: name, start: int32(s.i), run: int32(run), text: w}
	found, known := words[w]
	if known && found.kind == name && !must {
		if glued, certain := s.names.gluedWord(w); glued && certain {
			return false
		} else if glued {
			s.bad(RunTogether, len(w))
			return true
		}
	}
	switch {
	case len(w) <= s.names.longest && s.names.isWord(w) || must:
		t.fn, t.maybe = found.fn, known && found.kind == name && found.fn != 0
	case !known || s.mark != expr.NoMark && found.kind != name || found.soft && (s.names.spellsDeclared(w) || found.kind == function && s.indexRun(run)):
		return false
	default:
		t.kind, t.fn, t.text, t.maybe = found.kind, found.fn, found.text, found.kind == name && found.fn != 0
	}
	if s.mark != expr.NoMark && t.kind == name {
		t.text, t.maybe, s.mark = t.text+s.mark.String(), false, expr.NoMark
	}
	if t.kind == function && strings.EqualFold(w, "log") {
		k = s.logBase(&t, k)
	}
	s.emit(t, k)
	return true
}

// logBase reads the digits of log2 and log10 as part of the name.
func (s *scanner) logBase(t *token, k int) int {
	j := skipDigits(s.src, k)
	switch s.src[k:j] {
	case "2":
		t.fn = expr.Log2
	case "10":
		t.fn = expr.Log10
	default:
		return k
	}
	if strings.HasPrefix(s.src[j:], ".") && j+1 < len(s.src) && isDigit(s.src[j+1]) {
		t.fn = expr.Ln
		return k
	}
	return j
}

// command reads what starts with a backslash, as LaTeX writes it.
func (s *scanner) command() {
	start := s.i
	i := start + 1
	for i < len(s.src) && isASCIILetter(s.src[i]) {
		i++
	}
	if i == start+1 {
		s.escaped()
		return
	}
	w := s.src[start+1 : i]
	size := i - start
	if k, ok := commandSigns[w]; ok {
		n := int32(0)
		if k == prime {
			n = 1
		}
		s.emit(token{kind: k, start: int32(start), n: n, shape: commandShapes[w]}, i)
		return
	}
	if d, ok := decorations[w]; ok {
		s.decorate(d, size)
		return
	}
	switch {
	case fontCommands[w]:
		s.font(w, size)
	case (w == "begin" || w == "end") && s.casesEnvironment(w == "begin", size):
	case w == "begin" || w == "end":
		s.environment(size)
	case markCommands[w] != expr.NoMark:
		s.marked(markCommands[w], size)
	case delimiters[w] != 0:
		s.delimiter(delimiters[w] == barOpen, size)
	case w == "mathbb" && s.blackboard(size), s.compare(w, size):
	case relationCommands[w]:
		s.bad(Inequality, size)
	case w == "not" && s.after(size, "="):
		s.compare("!=", size+1)
	case vectorCommands[w]:
		s.bad(Vectors, size)
	case unsupportedCommands[w]:
		s.bad(Unsupported, size)
	default:
		s.commandWord(w, i)
	}
}

func (s *scanner) commandWord(w string, end int) {
	if letter, ok := greekVariants[w]; ok {
		w = letter
	}
	found, ok := words[w]
	if !ok && s.glued(w, end) {
		return
	}
	if !ok || found.kind == power || found.kind == diff || w == "dot" {
		s.bad(UnknownCommand, end-s.i)
		return
	}
	t := token{kind: found.kind, fn: found.fn, start: int32(s.i), run: int32(s.i), text: found.text}
	t.maybe = found.kind == name && found.fn != 0
	if s.mark != expr.NoMark && t.kind == name {
		t.text, t.maybe, s.mark = t.text+s.mark.String(), false, expr.NoMark
	}
	s.emit(t, end)
}

// escaped reads a backslash before something that is no letter: \, and \; are spaces, \{ is a bracket.
func (s *scanner) escaped() {
	if s.cases > 0 && s.after(0, `\\`) {
		s.one(rowEnd, 2)
		return
	}
	next := byte(0)
	if s.i+1 < len(s.src) {
		next = s.src[s.i+1]
	}
	switch next {
	case ',', ';', ':', '!', ' ', '>', '(', ')', '[', ']', '\\':
		s.space = true
		s.i += 2
		if next == '\\' {
			s.dropLength()
		}
	case '{':
		s.bracket(opening, '(', 2)
	case '}':
		s.bracket(closing, '(', 2)
	case '|':
		s.one(norm, 2)
	case '%':
		s.one(percent, 2)
	case '_':
		if !s.primeWord() {
			s.one(under, 2)
		}
	default:
		s.bad(UnknownCommand, 1)
	}
}

// marked reads \hat and \bar, and the brace behind them: the mark goes to the next name.
func (s *scanner) marked(m expr.Mark, size int) {
	if s.mark != expr.NoMark {
		s.bad(BadMark, size)
		return
	}
	start := s.i
	s.i += size
	s.skipBlanks()
	braces := s.after(0, "{")
	if braces {
		s.brace(true)
		s.skipBlanks()
	}
	if s.i < len(s.src) {
		g := glyphAt(s.src, s.i)
		if g.r == '\\' || isLetter(g.r) && g.level == online {
			s.mark = m
			before := len(s.tokens)
			s.next()
			if s.mark == expr.NoMark && (!braces || len(s.tokens) <= before+1) {
				return
			}
			s.tokens = s.tokens[:before]
		}
	}
	s.mark = expr.NoMark
	s.i = start
	s.bad(BadMark, size)
}

func (s *scanner) skipBlanks() {
	for s.i < len(s.src) && (s.src[s.i] == ' ' || s.src[s.i] == '\t') {
		s.i++
	}
}

// underscore reads _, or the end of y_hat.
func (s *scanner) underscore() {
	if s.primeWord() {
		return
	}
	next, last := strings.TrimLeft(s.src[s.i+1:min(s.i+3, len(s.src))], "{"), len(s.tokens)-1
	if next == "" || strings.IndexByte("hbt", next[0]) < 0 {
		s.one(under, 1)
		return
	}
	for _, suffix := range [...]string{"_hat", "_bar", "_tilde", "_{hat}", "_{bar}", "_{tilde}"} {
		n := len(suffix)
		if last < 0 || !s.after(0, suffix) || suffix[1] != '{' && s.i+n < len(s.src) && isASCIILetter(s.src[s.i+n]) {
			continue
		}
		t := &s.tokens[last]
		if marked := t.text + strings.Trim(suffix, "_{}"); t.kind == name && t.end == int32(s.i) && !s.names.isWord(t.text+suffix) {
			if _, mark := expr.Marked(marked); mark != expr.NoMark {
				t.text, t.maybe = marked, false
				s.i += n
				t.end = int32(s.i)
				return
			}
		}
	}
	s.one(under, 1)
}
