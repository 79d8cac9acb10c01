package parse

import "strings"

// wideSpaces are the spaces behind which the number of an equation stands.
var wideSpaces = map[string]bool{"quad": true, "qquad": true, "hfill": true}

// oldFonts are the commands that change the face of all that follows in the same braces.
var oldFonts = map[string]bool{"rm": true, "bf": true, "it": true, "sf": true, "tt": true, "cal": true}

// lookBehind looks at what stands behind a command without braces of its own: the number of an equation, which says
// nothing, or the one letter of {\rm d}, for which the braces are nothing.
func (s *scanner) lookBehind(command string) {
	switch {
	case wideSpaces[command] && s.isEquationNumber():
		s.i = len(s.src)
	case oldFonts[command]:
		s.skipBlanks()
		k := len(s.tokens) - 1
		if k >= 0 && s.tokens[k].kind == opening && s.tokens[k].shape == '{' && s.loneLetter(s.i) {
			s.silent[len(s.silent)-1] = s.tokens[k].start
			s.tokens = s.tokens[:k]
			s.open = s.open[:len(s.open)-1]
		}
	}
}

// isEquationNumber reports whether the rest of the line is (12) and no more.
func (s *scanner) isEquationNumber() bool {
	const longest = 16
	rest := s.src[s.i:]
	if len(rest) > longest {
		return false
	}
	inside, opened := strings.CutPrefix(strings.Trim(rest, " \t\r\n$.,"), "(")
	inside, closed := strings.CutSuffix(inside, ")")
	return opened && closed && inside != "" && strings.Trim(inside, "0123456789.*") == ""
}

// loneLetter reports whether one letter, one sign or one command stands at byte i, and then the closing brace. Such braces are
// nothing: the coloured w of w_1 is the w.
func (s *scanner) loneLetter(i int) bool {
	first := i
	if i < len(s.src) && s.src[i] == '\\' {
		for i++; i < len(s.src) && isASCIILetter(s.src[i]); {
			i++
		}
	} else if i < len(s.src) && strings.IndexByte("+-*/=,", s.src[i]) >= 0 {
		i++
	} else if i < len(s.src) {
		if g := glyphAt(s.src, i); g.level == online && isLetter(g.r) {
			i += g.size
		}
	}
	return i > first && i < len(s.src) && s.src[i] == '}'
}

// signBehindOperand reports whether the braces that come next stand behind an operand and begin with a sign: x and then
// a coloured +1 are a sum.
func (s *scanner) signBehindOperand() bool {
	k := len(s.tokens) - 1
	if k < 0 || !endsOperand(s.tokens[k].kind) {
		return false
	}
	inside := strings.TrimLeft(s.src[s.i+1:min(s.i+16, len(s.src))], " ")
	return strings.HasPrefix(inside, "+") || strings.HasPrefix(inside, "-") || strings.HasPrefix(inside, "−") ||
		strings.HasPrefix(inside, "=") || strings.HasPrefix(inside, "*") || strings.HasPrefix(inside, `\cdot`) || strings.HasPrefix(inside, `\times`)
}

// unseenUnderBrace reads what leaves no braces of \underbrace{x}_{a} and drops what stands below or above.
func (s *scanner) unseenUnderBrace(side bracing) {
	for open := len(s.silent); len(s.silent) >= open && s.i < len(s.src) && !s.stopped(); {
		s.next()
	}
	if side == belowIt {
		s.dropScript('_')
	} else {
		s.dropScript('^')
	}
}

// isWholeLine reports whether the braces that come next hold all of the line.
func (s *scanner) isWholeLine() bool {
	if len(s.tokens) > 0 || len(s.silent) > 0 {
		return false
	}
	until := s.closingBrace(s.i)
	return until > 0 && strings.Trim(s.src[until+1:], " \t\r\n$.,;\\") == ""
}

// isWholeEquation reports whether the brace that comes next stands around a whole line with an equals sign.
func (s *scanner) isWholeEquation() bool {
	return len(s.tokens) == 0 && strings.IndexByte(s.src, '=') > s.i && s.isWholeLine()
}

// isLoneSign reports whether the brace that comes next stands around a sign and nothing else, as in {=}.
func (s *scanner) isLoneSign() bool {
	if s.i+2 >= len(s.src) || s.src[s.i+2] != '}' {
		return s.after(1, `\partial}`)
	}
	return strings.IndexByte("+-*/=,", s.src[s.i+1]) >= 0
}

// closingBraceWithin returns the place of the brace that closes the one that comes next, or 0 if there is none so near.
func (s *scanner) closingBraceWithin(bytes int) int {
	return s.closing(s.i, min(s.i+bytes, len(s.src)))
}

// closingBrace returns the place of the brace that closes the one at byte i, or 0 if there is none.
func (s *scanner) closingBrace(i int) int { return s.closing(i, len(s.src)) }

func (s *scanner) closing(i, end int) int {
	depth := 0
	for ; i < end; i++ {
		switch s.src[i] {
		case '\\':
			i++
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return 0
}

// dropLength goes past the [4pt] behind the end of a row.
func (s *scanner) dropLength() {
	const longest = 12
	inside, opened := strings.CutPrefix(s.src[s.i:min(s.i+longest, len(s.src))], "[")
	length, _, closed := strings.Cut(inside, "]")
	if opened && closed && length != "" && strings.Trim(length, "-0123456789. ptemxcin") == "" && strings.Trim(length, "-0123456789. ") != "" {
		s.i += len(length) + 2
	}
}

// brace reads {; a silent one leaves no trace in the tokens.
func (s *scanner) brace(silent bool) {
	if silent {
		s.silent = append(s.silent, int32(s.i))
		s.i++
		return
	}
	s.silent = append(s.silent, seenBrace)
	s.bracket(opening, '{', 1)
}

func (s *scanner) closeBrace(size int) {
	brace := seenBrace
	if k := len(s.silent) - 1; k >= 0 {
		brace = s.silent[k]
		s.silent = s.silent[:k]
		if brace >= 0 {
			s.i += size
			return
		}
	}
	if k := len(s.open) - 1; k > 0 && size == 1 && s.after(1, `\}`) && s.src[s.tokens[s.open[k]].start] == '\\' && s.tokens[s.open[k-1]].shape == '{' {
		s.bracket(closing, '(', 1) // {\{0, x}\}
		size = 2
	}
	s.bracket(closing, '{', size)
	switch brace {
	case underBrace:
		s.dropScript('_')
	case overBrace:
		s.dropScript('^')
	}
}
