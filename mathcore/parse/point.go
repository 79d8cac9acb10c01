package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// codeMembers are what stands behind the point in code that has arrays: X.T, x.sum().
var codeMembers = map[string]bool{
	"T": true, "dot": true, "sum": true, "mean": true, "transpose": true, "matmul": true, "shape": true, "reshape": true,
}

// pointBetween reads a point that belongs to no number: between two operands it is a product sign.
func (s *scanner) pointBetween() {
	k := len(s.tokens)
	i := s.i + 1
	for i < len(s.src) && (s.src[i] == ' ' || s.src[i] == '\t') {
		i++
	}
	if k == 0 || !endsOperand(s.tokens[k-1].kind) || i == len(s.src) {
		s.bad(BadCharacter, 1)
		return
	}
	if apart := i > s.i+1 || s.space; !apart && isASCIILetter(s.src[i]) {
		s.memberOrProduct()
		return
	}
	if s.startsOperand(i) {
		s.one(times, 1)
		return
	}
	if s.endsSentence(i) {
		s.i = i
		return
	}
	s.bad(BadCharacter, 1)
}

// endsSentence reports whether something that says nothing stands at byte i, as the number of an equation does: the point
// before it ends the sentence.
func (s *scanner) endsSentence(i int) bool {
	command, ok := strings.CutPrefix(s.src[i:min(i+longestWord+1, len(s.src))], `\`)
	if !ok {
		return false
	}
	j := 0
	for j < len(command) && isASCIILetter(command[j]) {
		j++
	}
	d, known := decorations[command[:j]]
	return known && d.braces == ownBraces || command[:j] == "end" || j == 0 && command != "" && command[0] == '\\'
}

// memberOrProduct reads the point of x.y and x.sin(y), where no space stands on either side, and refuses that of X.T.
func (s *scanner) memberOrProduct() {
	j := s.i + 1
	for j < len(s.src) && isASCIILetter(s.src[j]) && j-s.i <= longestWord {
		j++
	}
	member := s.src[s.i+1 : j]
	first := s.i
	for first > 0 && isASCIILetter(s.src[first-1]) && s.i-first <= longestWord {
		first--
	}
	_, isWord := words[s.src[first:s.i]]
	object := s.i-first > 1 && !isWord && !s.names.isWord(s.src[first:s.i]) // self.w
	found, known := words[member]
	switch {
	case codeMembers[member]:
		s.bad(Vectors, j-s.i)
	case object:
		s.bad(BadCharacter, 1)
	case len(member) == 1, known && found.kind == function && found.fn.Arity() == 1 && !strings.HasPrefix(s.src[j:], "()"):
		s.one(times, 1)
	default:
		s.bad(BadCharacter, 1)
	}
}

// startsOperand reports whether an operand starts at byte i.
func (s *scanner) startsOperand(i int) bool {
	switch b := s.src[i]; {
	case isDigit(b), isASCIILetter(b), b == '(', b == '[', b == '{', b == '|':
		return true
	case b == '\\':
		j := i + 1
		for j < len(s.src) && isASCIILetter(s.src[j]) {
			j++
		}
		return s.commandStartsOperand(s.src[i+1 : j])
	}
	g := glyphAt(s.src, i)
	return g.level == online && (isLetter(g.r) || g.r == '√' || g.r == '∛' || vulgars[g.r] != "" || beginsOperand(signs[g.r]))
}

// commandStartsOperand reports whether the LaTeX command can start an operand.
func (s *scanner) commandStartsOperand(command string) bool {
	if k, ok := commandSigns[command]; ok {
		return beginsOperand(k)
	}
	if d, ok := decorations[command]; ok {
		return d.braces != ownBraces
	}
	_, isWord := words[command]
	return isWord || greekVariants[command] != "" || fontCommands[command] && !textCommands[command] ||
		markCommands[command] != expr.NoMark || delimiters[command] == barOpen
}

// constant reads %e and %pi, as Maxima writes the constants, and reports whether one stands here.
func (s *scanner) constant() bool {
	if k := len(s.tokens); k > 0 && endsOperand(s.tokens[k-1].kind) {
		return false
	}
	for _, c := range [...]string{"pi", "e"} {
		if end := s.i + 1 + len(c); s.after(1, c) && (end == len(s.src) || !isASCIILetter(s.src[end])) {
			s.emit(token{kind: name, start: int32(s.i), run: int32(s.i), text: c}, end)
			return true
		}
	}
	return false
}

// styledWord reads the longest word in letters of another face that starts here, 𝑠𝑖𝑛, and reports whether there was one.
func (s *scanner) styledWord(run int) bool {
	var letters []byte
	var ends []int
	for i := s.i; i < len(s.src) && len(letters) < longestWord; {
		g := glyphAt(s.src, i)
		if g.size == 1 || g.level != online || g.mark != expr.NoMark || g.r >= 0x80 || !isASCIILetter(byte(g.r)) {
			break
		}
		i += g.size
		letters, ends = append(letters, byte(g.r)), append(ends, i)
	}
	for k := len(letters); k > 1; k-- {
		if w, ok := words[string(letters[:k])]; ok && w.kind == function && !w.soft {
			s.emit(token{kind: function, fn: w.fn, start: int32(s.i), run: int32(run)}, ends[k-1])
			return true
		}
	}
	return false
}

// raisedPrime makes f' of f^\prime and reports whether the token t is that prime.
func (s *scanner) raisedPrime(t token, end int) bool {
	k := len(s.tokens) - 1
	if k < 0 || s.tokens[k].kind != caret {
		return false
	}
	t.end = int32(end)
	s.tokens[k] = t
	s.i = end
	return true
}

// raisedPrimes makes f' of f^{\prime}, and nothing of an empty index or exponent, when a bracket was closed.
func (s *scanner) raisedPrimes() {
	last := len(s.tokens) - 1
	first := last - 1
	for first >= 0 && s.tokens[first].kind == prime {
		first--
	}
	if first < 1 || s.tokens[first].kind != opening || int(s.tokens[first].mate) != last || s.tokens[first].shape != '{' {
		return
	}
	switch s.tokens[first-1].kind {
	case caret:
		s.tokens = append(s.tokens[:first-1], s.tokens[first+1:last]...)
	case under:
		if first == last-1 {
			s.tokens = s.tokens[:first-1]
		}
	}
}

// hasMembers reports whether some point stands between two letters.
func hasMembers(src string) bool {
	for at := strings.IndexByte(src, '.'); at >= 0 && at+1 < len(src); {
		if at > 0 && isASCIILetter(src[at-1]) && isASCIILetter(src[at+1]) {
			return true
		}
		next := strings.IndexByte(src[at+1:], '.')
		if next < 0 {
			return false
		}
		at += 1 + next
	}
	return false
}
