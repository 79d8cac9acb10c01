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

// generator reads "for i in range", as Python writes the index of a sum.
func (s *scanner) generator() bool {
	words := strings.Fields(s.src[s.i:min(len(s.src), s.i+longestClause)])
	if !s.wordAt("for") || len(words) < 4 || words[2] != "in" {
		return false
	}
	end := s.i + strings.Index(s.src[s.i:], " in ") + len(" in ")
	for end < len(s.src) && s.src[end] == ' ' {
		end++
	}
	const over = "range"
	if len(words[1]) != 1 || !isASCIILetter(words[1][0]) || !strings.HasPrefix(s.src[end:], over+"(") {
		s.bad(BadSum, len("for"))
		return true
	}
	s.emit(token{kind: generator, start: int32(s.i), text: words[1]}, end+len(over))
	return true
}

// longestClause bounds how far "for i in range" is looked for.
const longestClause = 40

// choice reads the if and the else of "x if x > 0 else 0".
func (s *scanner) choice() bool {
	k := len(s.tokens) - 1
	switch {
	case k < 0 || s.latex || s.cases > 0:
	case s.wordAt("if") && endsOperand(s.tokens[k].kind) && strings.Contains(s.src[s.i:], " else "):
		s.one(ifWord, len("if"))
		return true
	case s.wordAt("else") && s.hasChoice():
		s.emit(token{kind: otherwise, start: int32(s.i)}, s.i+len("else"))
		return true
	}
	return false
}

func (s *scanner) hasChoice() bool {
	for i := range s.tokens {
		if s.tokens[i].kind == ifWord {
			return true
		}
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
// nothing, or the x behind it is one too many, it is refused.
func (s *scanner) timesByName() bool {
	n := 0
	for s.i+n < len(s.src) && s.src[s.i+n] == 'x' {
		n++
	}
	k := len(s.tokens) - 1
	if n < 2 || n > 3 || k < 0 || s.latex || s.space || !endsOperand(s.tokens[k].kind) || s.names.isWord("xx") || s.names.isWord("xxx") {
		return false
	}
	behind := s.src[s.i+n:]
	digit := behind != "" && isDigit(behind[0])
	closed := s.tokens[k].kind == closing || s.tokens[k].kind == number
	ascii := strings.Contains(s.src, "=>") || strings.Contains(s.src, ")/(d")
	switch {
	case !closed, n == 2 && !digit && !ascii:
		return false
	case ascii && (n == 3 || digit || behind != "" && (behind[0] == '(' || isASCIILetter(behind[0]))):
		s.emit(token{kind: times, start: int32(s.i), text: "xx"}, s.i+len("xx"))
	case n == 3 && s.tokens[k].kind == number || behind == "" && n == 3:
		return false // 2xxx
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
	if s.i == s.quoteEnd {
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

// ternary reads ? and : of "x > 0 ? x : 0".
func (s *scanner) ternary(b byte) bool {
	if b == '?' && strings.IndexByte(s.src[s.i:], ':') > 0 {
		s.asked++
		s.one(question, 1)
		return true
	}
	if b == ':' && s.asked > 0 {
		s.asked--
		s.one(colon, 1)
		return true
	}
	return false
}

// asks reports whether the sum that comes next is the condition of "x > 0 ? x : 0".
func (p *parser) asks() bool {
	if !p.ternary {
		return false
	}
	for i := p.pos; i < p.last; i++ {
		switch t := &p.tokens[i]; {
		case t.kind == question:
			return p.askedAt != i
		case t.kind == closing, t.kind == comma, t.kind == colon, t.kind == equals && t.end-t.start < 2:
			return false
		case t.kind == opening && t.mate > 0:
			i = int(t.mate)
		}
	}
	return false
}

// choose reads "x > 0 ? x : 0".
func (p *parser) choose() expr.Node {
	start, asked := p.start(), p.askedAt
	for p.askedAt = p.pos; p.tokens[p.askedAt].kind != question; p.askedAt++ {
		if t := &p.tokens[p.askedAt]; t.kind == opening && t.mate > 0 {
			p.askedAt = int(t.mate)
		}
	}
	condition := p.wholeCondition(p.askedAt)
	p.askedAt = asked
	return p.branches(start, condition, question, colon, nil)
}

// wholeCondition reads the condition before token until, perhaps in a bracket.
func (p *parser) wholeCondition(until int) expr.Node {
	if t := p.at(); t.kind == opening && int(t.mate)+1 == until && p.comparesIn(p.pos, true) {
		return p.indicator(p.start())
	}
	return p.condition()
}

// branches reads what stands behind a condition: the sign, a value, the other sign, and another value. In Python's order the
// value yes is read already.
func (p *parser) branches(start int, condition expr.Node, sign, other kind, yes expr.Node) expr.Node {
	for _, k := range [...]kind{sign, other} {
		if k == end {
			continue
		}
		if p.complaint != nil || p.at().kind != k {
			p.fail(BadCondition, p.since(start))
			return nothing
		}
		p.advance()
		n := p.sum()
		if yes != nil {
			return &expr.Call{Span: p.since(start), Func: expr.Where, Args: []expr.Node{condition, yes, n}}
		}
		yes = n
	}
	return nothing
}

// unless reads "if x > 0 else 0" behind the value n, which starts at byte start.
func (p *parser) unless(n expr.Node, start int) expr.Node {
	p.advance()
	until := p.pos
	for until < p.last && p.tokens[until].kind != otherwise {
		until++
	}
	condition := p.wholeCondition(until)
	return p.branches(start, condition, end, otherwise, n)
}

// comparesAsFactor reports whether the bracket that comes next is a comparison that code takes for 1 or 0: 1.0*(z > 0). A
// condition that stands behind a formula has no times sign.
func (p *parser) comparesAsFactor() bool {
	t := p.at()
	if t.shape != '(' || t.mate < 0 || !p.comparesIn(p.pos, false) {
		return false
	}
	for i := p.pos; i < int(t.mate); i++ {
		if k := p.tokens[i].kind; k == question || k == ifWord {
			return false
		}
	}
	return p.pos > 0 && p.tokens[p.pos-1].kind == times || p.tokens[t.mate+1].kind == times
}

// generatorIn returns the token of "for i in range" in the bracket at token open, or 0.
func (p *parser) generatorIn(open int) int {
	for i := open + 1; i < int(p.tokens[open].mate); i++ {
		if p.tokens[i].kind == generator {
			return i
		}
		if t := &p.tokens[i]; t.kind == opening && t.mate > 0 && (i > open+1 || t.mate+1 != p.tokens[open].mate) {
			i = int(t.mate)
		}
	}
	return 0
}

// generated reads (x[i] for i in range(n)). Python counts from 0; where the index does nothing but tell the members apart,
// and none of them is named by its number, they are counted from 1, as in mathematics.
func (p *parser) generated(s *expr.Series, start int) {
	open, at, bars := p.pos, p.generatorIn(p.pos), p.inBars
	p.inBars = false
	p.pos = at
	s.Index = &expr.Symbol{Span: p.span(at), Name: p.tokens[at].text}
	p.advance()
	limits := p.bound((*parser).argumentsInOne).(*expr.Call).Args
	behind := p.pos
	if p.complaint != nil || len(limits) > 2 {
		p.badSum(start)
		return
	}
	p.pos = open + 1
	list := p.at().kind == opening && p.at().shape == '[' && int(p.at().mate)+1 == int(p.tokens[open].mate)
	if list {
		p.advance()
	}
	p.bind(s, (*parser).sum)
	if p.complaint != nil || p.pos != at {
		p.badSum(start)
		return
	}
	s.Lo, s.Hi = expr.Int(0), expr.Minus(limits[len(limits)-1], expr.Int(1))
	if len(limits) == 2 {
		s.Lo = limits[0]
	} else if onlyNames(s.Body, s.Index) && !p.numbersMembers() {
		s.Lo, s.Hi = expr.Int(1), limits[0]
	}
	p.pos = behind
	if list {
		p.close(open + 1)
	}
	p.inBars = bars
	p.close(open)
}

// onlyNames reports whether the letter stands in n, and nowhere but alone as the index of a name.
func onlyNames(n expr.Node, letter *expr.Symbol) bool {
	only, seen := true, false
	expr.Walk(n, func(n expr.Node) bool {
		s, ok := n.(*expr.Symbol)
		if !ok {
			return true
		}
		only = only && !expr.Equal(s, letter)
		for _, i := range s.Index {
			alone := expr.Equal(i, letter)
			seen, only = seen || alone, only && (alone || !expr.Contains(i, func(m expr.Node) bool { return expr.Equal(m, letter) }))
		}
		return false
	})
	return only && seen
}

// numbersMembers reports whether members are named by numbers in the line or beside it, or ranges begin somewhere.
func (p *parser) numbersMembers() bool {
	for _, tokens := range [][]token{p.tokens, p.besideTokens()} {
		for i := 1; i+1 < len(tokens); i++ {
			t := &tokens[i]
			if t.kind == number && (tokens[i-1].kind == under || tokens[i-1].kind == opening && tokens[i-1].shape == '[' && tokens[i+1].kind == closing) {
				return true
			}
			if t.kind == opening && t.n > 0 && tokens[i-1].kind == generator {
				return true
			}
		}
	}
	return false
}
