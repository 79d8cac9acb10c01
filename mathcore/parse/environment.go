package parse

import "strings"

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
	until := strings.IndexByte(s.src[s.i:], '}')
	if until < 0 {
		s.bad(MissingClose, 1)
		return
	}
	arguments, known := environments[strings.TrimSuffix(s.src[s.i+1:s.i+until], "*")]
	if !known {
		s.i = start
		s.bad(Unsupported, size)
		return
	}
	s.i += until + 1
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
	at := s.ampersand
	s.ampersand = 0
	if k := len(s.tokens); k == 0 || !endsOperand(s.tokens[k-1].kind) || !beginsOperand(t.kind) {
		return t, end
	}
	return token{kind: bad, code: Misplaced, start: int32(at - 1), text: "&"}, at
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
	case left && s.after(0, `\{`) && strings.HasPrefix(strings.TrimLeft(s.src[s.i+2:], " "), `\begin{`):
		s.i += 2
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
	if textCommands[command] && s.cases == 0 && s.isRemark(start) {
		return
	}
	s.brace(true)
}

// behindBrace reports whether a brace that is shown stands before what comes next, as before an array of cases.
func (s *scanner) behindBrace() bool {
	return strings.HasSuffix(strings.TrimRight(s.src[:s.i], " "), `\{`)
}
