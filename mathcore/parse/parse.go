// Package parse reads what a learner types: one line of text into a tree, or a complaint that points at the spot.
//
// There is one grammar for handwriting on a keyboard, Unicode, LaTeX and code, and the scope decides what a letter
// means: x(1-x) is a product, g(x) a call. The package neither judges nor simplifies: the tree holds what was written.
//
// In short, from loose to tight: terms with + and -; factors with *, / and side by side, all of the same strength and
// from left to right; a minus; powers, from right to left; postfix ! and indices.
package parse

import (
	"slices"
	"strings"
	"sync"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// The limits that make every input answer at once.
const (
	maxLength   = 64 << 10 // bytes of a line
	maxDepth    = 250      // brackets, powers and operators inside each other
	maxTree     = 1000     // levels of the tree: a/b/c/… needs no bracket to get deep
	maxDigits   = 2000     // of a number
	maxExponent = 330      // of a number like 1e-3
	maxIndices  = 7        // of a symbol
)

// A Line is one line of a derivation as it was read: an expression, or a chain of sides with = between them.
type Line struct {
	Source string
	// Left is the first side of a chain; nil where there is no equals sign with something before it.
	Left expr.Node
	// Between are the sides of a chain between the first and the last.
	Between []expr.Node
	// Right is the last side, and all there is of a line without an equals sign.
	Right expr.Node
	// Rounded is what stands behind ≈, nil where that is nowhere between two sides. It is equal to nothing.
	Rounded expr.Node
	Notes   []Note
}

// Sides returns the sides of a chain in order. A line without an equals sign has one.
func (l Line) Sides() []expr.Node {
	if l.Left == nil {
		return []expr.Node{l.Right}
	}
	return slices.Concat([]expr.Node{l.Left}, l.Between, []expr.Node{l.Right})
}

// Read reads one line: an expression, a chain of them with = between, perhaps with what people write in front of a line
// and behind it, such as = or ⇒ or a full stop. A nil scope is the empty one.
func Read(source string, sc *scope.Scope) (Line, *Complaint) {
	p, complaint := newLineParser(source, namesOf(sc))
	if complaint != nil {
		return Line{}, complaint
	}
	defer p.release()
	line := p.line(source)
	if p.complaint == nil {
		return line, nil
	}
	if len(p.forks) > 0 && len(source) <= maxTried {
		if all, _ := Readings(source, sc); len(all) > 0 {
			return all[0], nil
		}
	}
	return Line{}, p.complaint
}

// newLineParser leaves out what people write in front of a line and behind it.
func newLineParser(source string, n names) (*parser, *Complaint) {
	if len(source) > maxLength {
		return newParser(source, 0, n)
	}
	from, to := mannered(source, &n)
	return newParser(source[:to], from, n)
}

// line reads all of the line.
func (p *parser) line(source string) Line {
	line := Line{Source: source}
	p.chain(&line)
	p.putIn(&line)
	line.Notes = p.notes
	return line
}

// Expr reads one expression, without an equals sign.
func Expr(source string, sc *scope.Scope) (expr.Node, *Complaint) {
	p, complaint := newParser(source, 0, namesOf(sc))
	if complaint != nil {
		return nil, complaint
	}
	defer p.release()
	if p.equals == 0 { // as a spreadsheet has it
		p.advance()
	}
	n := p.sum()
	p.finish(n)
	if p.clause.from > 0 {
		p.fail(Words, p.clause.Span)
	}
	if p.complaint != nil {
		return nil, p.complaint
	}
	return n, nil
}

// A parser reads the tokens of one line. At the first complaint it goes to the end and stays there, so that everything
// that is being read comes to an end too; the trees made after that are never seen.
type parser struct {
	names
	src       string
	tokens    []token
	pos       int
	last      int   // index of the last token
	equals    int32 // the = that divides the line, -1 if there is none
	brace     int32 // the place of an open { that only serves \hat or \text, -1 if there is none
	depth     int
	letters   []string     // see lineLetters; nil before it is asked for
	seen      sight        // what has been looked for in the whole line
	unprimed  string       // the letter that was looked for without a prime last
	inNorm    bool         // a norm is open in these brackets
	inBars    bool         // an absolute value is open in these brackets
	left      bool         // reading what stands before the first =, where a new name is welcome
	stranger  *expr.Symbol // the first name there that means nothing, nil if there is none
	bounds    bool         // reading the bounds of a sum, likewise
	indexing  bool         // reading an index, likewise
	by        *expr.Symbol // the variable of the derivative that is being read
	loss      string       // the unknown function that is differentiated on the left side
	bare      int          // where the function without brackets starts whose argument is being read
	bareFunc  expr.Func    // that function
	turned    []fork       // where the less likely way is taken
	forks     []fork       // other places where there are two ways
	crowded   bool         // there are more of them than are remembered
	notes     []Note
	complaint *Complaint

	open, silent []int32 // memory for scan

	exceptions []exception // of the sums that are being read
	clause     clause      // what the line says of one of its letters
	ternary    bool        // a ? stands in the line
	askedAt    int         // the ? whose condition is being read
	aside      []token     // see besideTokens
	isCut      bool        // aside has been made
	usage      *usage      // how indices are written in the line, once somebody asks
}

// newParser cuts source from byte from on into tokens.
func newParser(source string, from int, n names) (*parser, *Complaint) {
	if len(source) > maxLength {
		return nil, &Complaint{Span: expr.Span{Start: 0, End: len(source)}, Code: TooLong, Text: printable(source[:64])}
	}
	p, _ := spare.Get().(*parser)
	if p == nil {
		p = new(parser)
	}
	p.names, p.src = n, source
	p.scan(from)
	return p, nil
}

// spare holds parsers between two lines, empty but for the memory that scanning takes.
var spare sync.Pool

// release gives the memory of the parser back. It cannot be used after that.
func (p *parser) release() {
	const keep = 512
	if cap(p.tokens) <= keep {
		clear(p.tokens)
		*p = parser{tokens: p.tokens[:0], open: p.open, silent: p.silent}
		spare.Put(p)
	}
}

func (p *parser) at() *token { return &p.tokens[p.pos] }

// ahead returns the token behind the next; behind the last there is only the last.
func (p *parser) ahead() *token { return &p.tokens[min(p.pos+1, p.last)] }

func (p *parser) advance() {
	if p.pos < p.last {
		p.pos++
	}
}

// start returns where the next token starts.
func (p *parser) start() int { return int(p.at().start) }

// since returns the span from byte start to the end of what was read last.
func (p *parser) since(start int) expr.Span {
	if p.pos == 0 {
		return expr.Span{Start: start, End: start}
	}
	return expr.Span{Start: start, End: int(p.tokens[p.pos-1].end)}
}

// enter goes one level deeper and reports whether that is allowed. Where it is, leave must follow.
func (p *parser) enter() bool {
	if p.depth == maxDepth {
		p.fail(TooDeep, p.span(p.pos))
		return false
	}
	p.depth++
	return true
}

func (p *parser) leave() { p.depth-- }

// span returns the place of token i.
func (p *parser) span(i int) expr.Span {
	return expr.Span{Start: int(p.tokens[i].start), End: int(p.tokens[i].end)}
}

func (p *parser) text(s expr.Span) string { return p.src[s.Start:s.End] }

// note remarks something on the text from byte start to the end of what was read last, once for each kind of remark.
func (p *parser) note(code NoteCode, start int) {
	seen := func(n Note) bool { return n.Code == code }
	if p.complaint == nil && !slices.ContainsFunc(p.notes, seen) {
		s := p.since(start)
		p.notes = append(p.notes, Note{Span: s, Code: code, Text: printable(p.text(s))})
	}
}

// finish complains of what is left and of trees that are too deep.
func (p *parser) finish(trees ...expr.Node) {
	if p.complaint == nil && p.at().kind != end {
		p.leftover()
	}
	if p.complaint == nil && p.brace >= 0 {
		p.fail(MissingClose, expr.Span{Start: int(p.brace), End: int(p.brace) + 1}).Want = "}"
	}
	if p.complaint != nil || len(p.src) < maxTree {
		return
	}
	for _, n := range trees {
		if n != nil && deeper(n, maxTree) {
			p.fail(TooDeep, expr.Span{Start: 0, End: len(p.src)})
		}
	}
}

// deeper reports whether n has more levels than that.
func deeper(n expr.Node, levels int) bool {
	if levels == 0 {
		return true
	}
	return slices.ContainsFunc(expr.Children(n), func(c expr.Node) bool { return deeper(c, levels-1) })
}

// nothing stands for what could not be read, after a complaint.
var nothing expr.Node = expr.Int(0)

// fail records the complaint, unless there is one already, and goes to the end.
func (p *parser) fail(code Code, at expr.Span) *Complaint {
	if t := p.at(); p.complaint == nil && t.kind == bad {
		p.complaint = p.complainOf(t)
	} else if p.complaint == nil && t.kind == comparison {
		p.complaint = &Complaint{Span: p.span(p.pos), Code: Inequality, Text: printable(p.text(p.span(p.pos)))}
	}
	if p.complaint != nil {
		return &Complaint{}
	}
	p.complaint = &Complaint{Span: at, Code: code, Text: printable(p.text(at)), Want: p.example(code)}
	p.pos = p.last
	return p.complaint
}

// complainOf returns the complaint of a bad token.
func (p *parser) complainOf(t *token) *Complaint {
	c := &Complaint{Span: expr.Span{Start: int(t.start), End: int(t.end)}, Code: t.code, Text: printable(t.text), Want: p.example(t.code)}
	if t.code == BadCharacter && t.text == "." && t.start > 0 && int(t.end) == len(p.src) {
		c.Code = Misplaced
	}
	if t.code == UnknownFunction {
		c.Near = nearestFunction(strings.ToLower(t.text))
	}
	if t.code == RunTogether && t.text == "pi" {
		c.Want = "Write p_i, or π for the number."
	}
	if t.code == RunTogether && strings.HasPrefix(t.text, "xx") {
		c.Want = "Write * for times, or x*x for the square."
	}
	if t.code == MissingClose {
		c.Want = "}"
	}
	if t.code == UnknownCommand {
		c.Near = nearestCommand(t.text)
	}
	return c
}
