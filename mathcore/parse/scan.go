package parse

import (
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// A scanner cuts a line into tokens. What it cannot read becomes one bad token, at which it stops; the parser tells of
// it when it gets there, so that the first mistake of a line is the one that is told.
type scanner struct {
	src        string
	names      *names
	i          int
	space      bool
	tokens     []token
	open       []int32 // brackets that are not closed yet
	equals     int32   // the first = outside all brackets, -1 if there is none
	silent     []int32 // for each { that is not closed yet: its place if it only serves \hat or \text, else what it is
	mark       expr.Mark
	arrow      bool // the next name stands under \vec
	barCount   int  // how many bars were read, whatever became of them
	strictBars bool // see mayOpen
	latex      bool // some backslash stands in the line
	members    bool // some point between two letters does
	struck     bool // something was struck out
	cases      int  // environments of cases that are open
	// ampersand is the place behind the & that was read last, 0 if something else was read since.
	ampersand int
	remark    remark
	clause    clause
	quoteEnd  int       // the place of the mark that ends a quoted text, 0 if there is none
	questions int       // all ? that choose
	asked     int       // those whose : has not come yet
	choices   int       // all if behind a value
	alone     *alphabet // the letters that stand alone, once somebody asks
}

// scan cuts the line from byte from on into tokens.
func (p *parser) scan(from int) {
	s := scanner{src: p.src, names: &p.names, i: from, equals: -1, tokens: p.tokens, open: p.open, silent: p.silent}
	s.latex, s.members = strings.IndexByte(s.src, '\\') >= 0, hasMembers(s.src)
	for s.i < len(s.src) && !s.stopped() {
		s.next()
	}
	s.endRemark()
	s.dropComma()
	s.ampersand = 0
	s.emit(token{kind: end, start: int32(len(s.src))}, len(s.src))
	s.bars()
	p.clause, p.ternary = s.clause, s.questions > 0
	p.tokens, p.last, p.equals, p.brace = s.tokens, len(s.tokens)-1, s.equals, -1
	for _, at := range s.silent {
		p.brace = max(p.brace, at)
	}
	p.open, p.silent = s.open[:0], s.silent[:0]
}

func (s *scanner) stopped() bool {
	return len(s.tokens) > 0 && s.tokens[len(s.tokens)-1].kind == bad
}

func (s *scanner) next() {
	b := s.src[s.i]
	switch {
	case b == ' ' || b == '\t' || b == '\n' || b == '\r':
		s.space = true
		s.i++
	case b == '$' && s.cell():
	case b == '$':
		s.dollar()
	case isDigit(b):
		s.number()
	case isASCIILetter(b):
		s.letters()
	case b == '\\':
		s.command()
	case b == '~' && s.latex:
		s.space = true
		s.i++
	case b == '&' && s.cases == 0:
		s.i++
		s.ampersand = s.i
	case b < utf8.RuneSelf:
		s.sign(b)
	default:
		s.wide()
	}
}

// emit appends t, which ends before byte end, and goes on there.
func (s *scanner) emit(t token, end int) {
	if s.stopped() {
		return
	}
	if s.ampersand > 0 {
		t, end = s.behindCell(t, end)
	}
	t.arrow, s.arrow = s.arrow, false
	if t.kind == prime && s.raisedPrime(t, end) {
		return
	}
	t.end = int32(end)
	t.space = s.space
	s.space = false
	at := int32(len(s.tokens))
	switch t.kind {
	case opening, barOpen:
		t.mate = -1
		s.open = append(s.open, at)
	case closing, barClose:
		if k := len(s.open) - 1; k >= 0 && matches(s.tokens[s.open[k]], t) {
			s.tokens[s.open[k]].mate = at
			s.open = s.open[:k]
		}
	case comma:
		if k := len(s.open) - 1; k >= 0 {
			s.tokens[s.open[k]].n++
		}
	case bar:
		s.barCount++
	case equals:
		if len(s.open) == 0 && s.equals < 0 && !s.inBound() {
			s.equals = at
		}
	}
	s.tokens = append(s.tokens, t)
	s.i = end
	if t.kind == closing && t.shape == '{' {
		s.raisedPrimes()
	}
}

// matches reports whether c closes o.
func matches(o, c token) bool {
	return o.kind == opening && c.kind == closing && o.shape == c.shape || o.kind == barOpen && c.kind == barClose
}

// inBound reports whether an equals sign here belongs to a sum without braces: sum_i=1^n.
func (s *scanner) inBound() bool {
	k := len(s.tokens)
	return k >= 3 && s.tokens[k-1].kind == name && s.tokens[k-2].kind == under && s.tokens[k-3].kind == sumSign
}

// one emits a token of size bytes that needs nothing but its kind.
func (s *scanner) one(k kind, size int) {
	s.emit(token{kind: k, start: int32(s.i)}, s.i+size)
}

func (s *scanner) bracket(k kind, shape byte, size int) {
	s.emit(token{kind: k, start: int32(s.i), shape: shape}, s.i+size)
}

func (s *scanner) bad(code Code, size int) {
	s.emit(token{kind: bad, code: code, start: int32(s.i), text: s.src[s.i : s.i+size]}, s.i+size)
}

// after reports whether the text behind the next size bytes starts with prefix.
func (s *scanner) after(size int, prefix string) bool {
	return strings.HasPrefix(s.src[s.i+size:], prefix)
}

var asciiSigns = [utf8.RuneSelf]kind{
	'+': plus, '-': minus, '/': slash, '^': caret, '|': bar, '!': bang, '\'': prime, '%': percent,
	',': comma, ';': comma, '=': equals,
	'(': opening, '[': opening, '{': opening, ')': closing, ']': closing, '}': closing,
}

var asciiShapes = [utf8.RuneSelf]byte{'(': '(', ')': '(', '[': '[', ']': '[', '{': '{', '}': '{'}

// sign reads one of the ASCII signs.
func (s *scanner) sign(b byte) {
	switch b {
	case '+', '-', '/', '^', ',':
		s.one(asciiSigns[b], 1)
		return
	case '(', ')':
		s.bracket(asciiSigns[b], '(', 1)
		return
	}
	switch {
	case b == '{' && s.facedWord():
	case b == '{':
		s.brace(s.isWholeEquation() || s.isLoneSign())
	case b == '}':
		s.closeBrace(1)
	case b == '*' && s.after(1, "*"):
		s.one(caret, 2)
	case b == '*':
		s.one(times, 1)
	case b == '.':
		s.point()
	case b == '_':
		s.underscore()
	case (b == '"' || b == '\'') && s.quote(b), (b == '?' || b == ':') && !s.after(1, "=") && s.ternary(b):
	case (b == '"' || b == '\'') && len(s.tokens) == 0: // a quotation mark that nothing answers
		s.bad(BadCharacter, 1)
	case b == '"':
		s.emit(token{kind: prime, n: 2, start: int32(s.i)}, s.i+1)
	case b == '!' && s.after(1, "=") || b == '<' || b == '>':
		s.compare(s.src[s.i:s.i+s.relationSize()], s.relationSize())
	case b == '&' && s.cases > 0:
		s.one(cell, 1)
	case b == '~':
		s.bad(Inequality, 1)
	case b == '=' && s.after(1, "="), b == ':' && s.after(1, "="):
		s.one(equals, 2)
	case b == '=' && s.after(1, ">"):
		s.bad(Inequality, 2)
	case b == '\'':
		s.emit(token{kind: prime, n: 1, start: int32(s.i)}, s.i+1)
	case b == '@':
		s.bad(Vectors, 1)
	case b == '%' && s.constant():
	case asciiShapes[b] != 0:
		s.bracket(asciiSigns[b], asciiShapes[b], 1)
	case asciiSigns[b] != 0:
		s.one(asciiSigns[b], 1)
	default:
		s.bad(BadCharacter, 1)
	}
}

// relationSize returns how many bytes the sign has that compares here: <, <=, !=.
func (s *scanner) relationSize() int {
	if s.after(1, "=") {
		return 2
	}
	return 1
}

// point reads what starts with a point: a number, dots between bounds, the point of ./ and .*, which says nothing.
func (s *scanner) point() {
	switch {
	case s.i+1 < len(s.src) && isDigit(s.src[s.i+1]):
		s.number()
	case s.after(1, ".."):
		s.one(dots, 3)
	case s.after(1, "."):
		s.one(dots, 2)
	case s.after(1, "*"), s.after(1, "/"), s.after(1, "^"):
		s.i++
	default:
		s.pointBetween()
	}
}

// wide reads a character outside ASCII.
func (s *scanner) wide() {
	g := glyphAt(s.src, s.i)
	switch {
	case g.r == utf8.RuneError && g.size == 1:
		s.bad(BadText, 1)
	case g.level != online:
		s.script(g.level)
	case g.r < utf8.RuneSelf && isDigit(byte(g.r)):
		s.styledNumber(online)
	case isLetter(g.r):
		s.letters()
	case isBlank(g.r):
		s.space = true
		s.i += g.size
	case vulgars[g.r] != "":
		s.emit(token{kind: vulgar, start: int32(s.i), text: vulgars[g.r]}, s.i+g.size)
	case g.r == '√':
		s.emit(token{kind: function, fn: expr.Sqrt, start: int32(s.i), run: int32(s.i)}, s.i+g.size)
	case g.r == '∛':
		s.emit(token{kind: function, fn: expr.Cbrt, start: int32(s.i), run: int32(s.i)}, s.i+g.size)
	case signs[g.r] != end:
		n := max(primeCounts[g.r], 1)
		if signs[g.r] != prime {
			n = 0
		}
		s.emit(token{kind: signs[g.r], n: n, shape: shapes[g.r], start: int32(s.i)}, s.i+g.size)
	case s.compare(string(g.r), g.size):
	case isRelation(g.r):
		s.bad(Inequality, g.size)
	case isVectorSign(g.r):
		s.bad(Vectors, g.size)
	case isUnsupported(g.r):
		s.bad(Unsupported, g.size)
	default:
		s.bad(BadCharacter, g.size)
	}
}
