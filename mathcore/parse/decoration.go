package parse

import "strings"

// A bracing says what the braces are that stand behind a command.
type bracing uint8

const (
	ownBraces bracing = iota // nothing that the command changes
	grouping                 // brackets around what is decorated; around one letter they are nothing
	box                      // likewise; around a whole line they are nothing
	strike                   // likewise; struck out is something only together with something else
	aboveIt                  // likewise; what stands above the brace is dropped
	belowIt                  // likewise; what stands below the brace is dropped
	unseen                   // nothing
)

// A decoration says what is done with a command that changes how a formula looks and not what it means: so many of its
// arguments are dropped.
type decoration struct {
	drops  int
	braces bracing
}

// decorations are the commands that say nothing about values.
var decorations = func() map[string]decoration {
	all := map[string]decoration{
		"boxed": {0, box}, "fbox": {0, box}, "framebox": {0, box}, "bbox": {0, box}, "ensuremath": {0, grouping},
		"cancel": {0, strike}, "bcancel": {0, strike}, "xcancel": {0, strike},
		"underbrace": {0, belowIt}, "underbracket": {0, belowIt}, "overbrace": {0, aboveIt}, "overbracket": {0, aboveIt},
		"color": {1, grouping}, "textcolor": {1, grouping}, "mathcolor": {1, grouping}, "colorbox": {1, grouping},
		"fcolorbox": {2, grouping}, "style": {1, grouping}, "class": {1, grouping},
		"stackrel": {1, unseen}, "overset": {1, unseen}, "underset": {1, unseen},
		"mathop": {0, unseen}, "mathbin": {0, unseen}, "mathrel": {0, unseen}, "mathord": {0, unseen}, "smash": {0, grouping},
		"mathopen": {0, unseen}, "mathclose": {0, unseen}, "mathinner": {0, grouping}, "strut": {},
		"tag": {1, ownBraces}, "label": {1, ownBraces}, "hspace": {1, ownBraces}, "vspace": {1, ownBraces},
		"mspace": {1, ownBraces}, "phantom": {1, ownBraces}, "hphantom": {1, ownBraces}, "vphantom": {1, ownBraces},
	}
	const blanks = "space quad qquad enspace enskip thinspace negthinspace medspace negmedspace thickspace negthickspace " +
		"nobreakspace hfill hfil hss nonumber notag hline mathstrut displaystyle textstyle scriptstyle scriptscriptstyle " +
		"limits nolimits displaylimits middle big Big bigg Bigg bigm Bigm biggm Biggm rm bf it sf tt cal boldmath " +
		"normalsize small large Large LARGE huge Huge centering allowbreak nobreak relax noindent"
	for command := range strings.FieldsSeq(blanks) {
		all[command] = decoration{}
	}
	return all
}()

// What the open braces are that leave a trace in the tokens. One that leaves none is kept by its place.
const (
	seenBrace  int32 = -1
	underBrace int32 = -2 // of \underbrace{x}_{a}
	overBrace  int32 = -3
)

// decorate reads a command of so many bytes that changes the look.
func (s *scanner) decorate(d decoration, size int) {
	start := s.i
	s.i += size
	s.space = true
	for range d.drops {
		if !s.dropArgument(start, size) {
			return
		}
	}
	if d.braces == ownBraces {
		s.lookBehind(s.src[start+1 : start+size])
		return
	}
	s.skipBlanks()
	if d.braces == strike && !s.struck {
		s.struck = true
		if !strings.Contains(s.src[s.i:], "cancel") {
			s.i = start
			s.bad(Misplaced, size)
			return
		}
	}
	if !s.after(0, "{") {
		return
	}
	switch {
	case d.braces == unseen, s.loneLetter(s.i + 1), d.braces == box && s.isWholeLine():
		s.brace(true, 1)
		if d.braces == aboveIt || d.braces == belowIt {
			s.letterUnderBrace(d.braces)
		}
	case d.braces == belowIt:
		s.brace(false, 1)
		s.silent[len(s.silent)-1] = underBrace
	case d.braces == aboveIt:
		s.brace(false, 1)
		s.silent[len(s.silent)-1] = overBrace
	default:
		s.brace(false, 1)
	}
}

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

// loneLetter reports whether one letter or one command stands at byte i, and then the closing brace. Such braces are
// nothing: the coloured w of w_1 is the w.
func (s *scanner) loneLetter(i int) bool {
	first := i
	if i < len(s.src) && s.src[i] == '\\' {
		for i++; i < len(s.src) && isASCIILetter(s.src[i]); {
			i++
		}
	} else if i < len(s.src) {
		if g := glyphAt(s.src, i); g.level == online && isLetter(g.r) {
			i += g.size
		}
	}
	return i > first && i < len(s.src) && s.src[i] == '}'
}

// letterUnderBrace reads the one letter of \underbrace{x}_{a} and drops what stands below or above.
func (s *scanner) letterUnderBrace(side bracing) {
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
	close := s.closingBrace(s.i)
	return close > 0 && strings.Trim(s.src[close+1:], " \t\r\n$.,;\\") == ""
}

// isWholeEquation reports whether the brace that comes next stands around a whole line with an equals sign.
func (s *scanner) isWholeEquation() bool {
	return len(s.tokens) == 0 && strings.IndexByte(s.src, '=') > s.i && s.isWholeLine()
}

// closingBrace returns the place of the brace that closes the one at byte i, or 0 if there is none.
func (s *scanner) closingBrace(i int) int {
	depth := 0
	for ; i < len(s.src); i++ {
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

// dropArgument goes past the argument of the command at byte start, with a star or square brackets before it, and
// reports whether there is one.
func (s *scanner) dropArgument(start, size int) bool {
	s.skipBlanks()
	if s.after(0, "*") {
		s.i++
	}
	if s.after(0, "[") {
		if k := strings.IndexByte(s.src[s.i:], ']'); k > 0 {
			s.i += k + 1
		}
	}
	s.skipBlanks()
	if !s.after(0, "{") {
		s.i = start
		s.bad(Misplaced, size)
		return false
	}
	close := s.closingBrace(s.i)
	if close == 0 {
		s.bad(MissingClose, 1)
		return false
	}
	s.i = close + 1
	return true
}

// dropScript goes past what stands below or above a brace: _{a}, _a.
func (s *scanner) dropScript(sign byte) {
	before := s.i
	s.skipBlanks()
	if s.i >= len(s.src) || s.src[s.i] != sign {
		s.i = before
		return
	}
	s.i++
	s.skipBlanks()
	switch {
	case s.after(0, "{"):
		if close := s.closingBrace(s.i); close > 0 {
			s.i = close + 1
			return
		}
		s.bad(MissingClose, 1)
	case s.after(0, `\`):
		for s.i++; s.i < len(s.src) && isASCIILetter(s.src[s.i]); {
			s.i++
		}
	case s.i < len(s.src):
		s.i += glyphAt(s.src, s.i).size
	}
}

// environments are those that hold one formula, each with how many arguments it has.
var environments = map[string]int{
	"align": 0, "aligned": 0, "alignat": 1, "alignedat": 1, "equation": 0, "gather": 0, "gathered": 0, "split": 0,
	"multline": 0, "multlined": 0, "array": 1, "eqnarray": 0, "flalign": 0, "displaymath": 0, "math": 0, "dmath": 0,
}

// environment reads \begin{aligned} and \end{aligned}, which say nothing.
func (s *scanner) environment(size int) {
	start, begins := s.i, s.after(0, `\begin`)
	s.i += size
	s.skipBlanks()
	if !s.after(0, "{") {
		s.i = start
		s.bad(Misplaced, size)
		return
	}
	close := strings.IndexByte(s.src[s.i:], '}')
	if close < 0 {
		s.bad(MissingClose, 1)
		return
	}
	arguments, known := environments[strings.TrimSuffix(s.src[s.i+1:s.i+close], "*")]
	if !known {
		s.i = start
		s.bad(Unsupported, size)
		return
	}
	s.i += close + 1
	s.space = true
	for range arguments {
		if begins && !s.dropArgument(start, size) {
			return
		}
	}
}

// behindCell returns the token t behind the & of an alignment. Between two operands the & stands in a table, where no
// product is meant.
func (s *scanner) behindCell(t token, end int) (token, int) {
	cell := s.cell
	s.cell = 0
	if k := len(s.tokens); k == 0 || !endsOperand(s.tokens[k-1].kind) || !beginsOperand(t.kind) {
		return t, end
	}
	return token{kind: bad, code: Misplaced, start: int32(cell - 1), text: "&"}, cell
}

// endsOperand reports whether an operand can end with a token of the kind.
func endsOperand(k kind) bool {
	switch k {
	case number, vulgar, name, closing, barClose, bar, norm, bang, prime, percent, top:
		return true
	}
	return false
}

// beginsOperand reports whether an operand can begin with a token of the kind.
func beginsOperand(k kind) bool {
	switch k {
	case number, vulgar, name, function, power, diff, sumSign, partial, fracSign, opening, barOpen, bar, norm:
		return true
	}
	return false
}

// delimiters are the commands before a bracket that say on which side it stands.
var delimiters = map[string]kind{
	"left": barOpen, "bigl": barOpen, "Bigl": barOpen, "biggl": barOpen, "Biggl": barOpen,
	"right": barClose, "bigr": barClose, "Bigr": barClose, "biggr": barClose, "Biggr": barClose,
}

// delimiter reads the bracket behind \left and \right. A point stands for none.
func (s *scanner) delimiter(left bool, size int) {
	s.i += size
	s.skipBlanks()
	side := barClose
	if left {
		side = barOpen
	}
	switch {
	case s.after(0, "."):
		s.i++
	case s.after(0, "|"):
		s.one(side, 1)
	case s.after(0, `\vert`) && !s.after(len(`\vert`), "e"):
		s.one(side, len(`\vert`))
	}
}

// font reads a command that changes the face of the letters in braces behind it, in which words may stand instead.
func (s *scanner) font(command string, size int) {
	start := s.i
	s.arrow = command == "vec" || command == "overrightarrow"
	s.i += size
	s.skipBlanks()
	if !s.after(0, "{") {
		return
	}
	if textCommands[command] && s.isRemark(start) {
		return
	}
	s.brace(true, 1)
}
