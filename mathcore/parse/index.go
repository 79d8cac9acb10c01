package parse

import (
	"chainrule/mathcore/expr"
)

// indices reads the indices behind the symbol letter: x_1, x1, x₁, x_ij, x_{i,j}, x^(i), x^{(i)}_j, x[i,j]. They come in
// the order of the data: a raised index, which says which example, before a lowered one, which says which input.
func (p *parser) indices(letter string, known standing) []expr.Node {
	var high, low []expr.Node
	for p.complaint == nil {
		switch t := p.at(); {
		case t.kind == under && low == nil && p.isMultiple(letter, known):
			low = p.multiple()
		case t.kind == under && low == nil:
			if letter == "delta" && !known.declared() && p.ahead().kind == number {
				known.families = bit(1) | bit(2) // Kronecker's has two
			}
			low = p.codeName(p.lowered(known))
		case t.kind == number && !t.space && low == nil && high == nil && p.gluedIndex(letter, known):
			low = p.digits(known)
		case t.kind == name && low == nil && high == nil && p.glues(letter, known, p.pos) > 0:
			low = p.gluedLetters(p.glues(letter, known, p.pos))
		case t.kind == opening && t.shape == '[' && !t.space && low == nil && p.isSubscript(known):
			low = p.bracketed(nil, known)
		case t.kind == caret && high == nil && p.isRaisedIndex(letter, low, known):
			high = p.raisedIndex(known)
		default:
			return append(high, low...)
		}
	}
	return nil
}

// gluedIndex reports whether the digits right behind a letter are its index: anywhere in an open scope, in a strict one
// where there is such a symbol.
func (p *parser) gluedIndex(letter string, known standing) bool {
	if !p.isWhole(p.pos) {
		return false
	}
	if p.free() {
		return true
	}
	return known.has(2) || p.allows(expr.Var(letter, p.digit(p.at().text)))
}

// digits reads a number as an index. It is one index, 10 in x_10, unless the symbol has two: then x_12 is [1,2].
func (p *parser) digits(known standing) []expr.Node {
	t := *p.at()
	p.advance()
	if known.has(2) && !known.has(1) && len(t.text) == 2 {
		return []expr.Node{p.digit(t.text[:1]), p.digit(t.text[1:])}
	}
	return []expr.Node{p.digit(t.text)}
}

// digit returns one index; text is digits.
func (p *parser) digit(text string) expr.Node {
	return &expr.Number{Span: p.span(max(p.pos-1, 0)), Text: text, Value: valueOf(text)}
}

// lowered reads _ and what is lowered.
func (p *parser) lowered(known standing) []expr.Node {
	at := p.pos
	p.advance()
	switch p.at().kind {
	case opening:
		return p.bracketed(nil, known)
	case number:
		return p.loweredNumber(known)
	case name, function:
		return p.loweredLetters(known)
	default:
		p.fail(BadIndex, p.span(at))
	}
	return nil
}

// loweredNumber reads the 1 of x_1, and the 1j of x_1j where x has two indices.
func (p *parser) loweredNumber(known standing) []expr.Node {
	if !p.isWhole(p.pos) {
		p.fail(BadIndex, p.span(p.pos))
		return nil
	}
	index := p.digits(known)
	if t := p.at(); len(index) == 1 && known.has(2) && t.kind == name && !t.space && indexLetter(t.text) {
		index = append(index, p.indexLetter())
	}
	return index
}

// isWhole reports whether token i is a number of digits alone.
func (p *parser) isWhole(i int) bool {
	t := &p.tokens[i]
	return t.kind == number && skipDigits(t.text, 0) == len(t.text)
}

// loweredLetters reads the ij of x_ij: as many letters as the symbol has indices. Where it is not declared, letters
// that usually are indices are taken one by one, a Greek letter is one index, and so is a longer word, as in J_train.
func (p *parser) loweredLetters(known standing) []expr.Node {
	first := p.pos
	length := 1
	old := false
	for p.sameRun(first, first+length) || p.endsWord(first, first+length) {
		old = old || p.tokens[first+length].kind == function
		length++
	}
	typed := p.src[p.tokens[first].start:p.tokens[first+length-1].end]
	isFunction := p.tokens[first].kind == function
	isWord := (length > 2 || old) && !indexLetter(p.tokens[first].text) || indexWords[typed]
	if _, greek := expr.Glyph(p.tokens[first].text); isFunction || known.most() < 2 && (isWord || p.whole && len(typed) > 2 && !greek && !indexLetters(typed)) {
		p.pos = first + length - 1
		p.advance()
		return []expr.Node{&expr.Symbol{Span: p.since(int(p.tokens[first].start)), Name: typed}}
	}
	if p.isNumbered(first, length, known) {
		p.pos = first + 1
		p.advance()
		return []expr.Node{p.namingIndex(first)}
	}
	if p.whole && len(typed) > 1 && p.tokens[first].text == typed && asciiOnly(typed) {
		if _, greek := expr.Glyph(typed); !greek {
			return p.splitLetters(typed)
		}
	}
	most := maxIndices
	if known.families != 0 {
		most = known.most()
	}
	index := []expr.Node{p.indexLetter()}
	for len(index) < most {
		switch t := p.at(); {
		case t.kind == name && !t.space && indexLetter(t.text) && p.sameRun(first, p.pos):
			index = append(index, p.indexLetter())
		case t.kind == number && !t.space && len(index) == 1 && (known.has(2) || !known.declared()):
			index = append(index, p.digits(standing{})...)
			return index
		default:
			return index
		}
	}
	return index
}

// splitLetters returns the letters of a name in a declaration, x_ij, as indices.
func (p *parser) splitLetters(typed string) []expr.Node {
	t := *p.at()
	p.advance()
	var index []expr.Node
	for i := range len(typed) {
		at := expr.Span{Start: int(t.start) + i, End: int(t.start) + i + 1}
		index = append(index, &expr.Symbol{Span: at, Name: typed[i : i+1]})
	}
	if p.at().kind == number && !p.at().space {
		index = append(index, p.digits(standing{})...)
	}
	return index
}

func asciiOnly(s string) bool {
	for i := range len(s) {
		if s[i] >= 0x80 {
			return false
		}
	}
	return true
}

// indexWords are words that name and begin like an index: all others that are long enough are known by their first letter.
var indexWords = map[string]bool{
	"init": true, "initial": true, "inner": true, "input": true, "label": true, "last": true, "layer": true, "left": true, "loss": true,
	"low": true, "lower": true, "max": true, "mean": true, "mid": true, "min": true, "model": true, "neg": true, "net": true, "new": true,
	"next": true, "noise": true, "norm": true,
}

// endsWord reports whether token i is the ld of x_old, which is no logarithm: it belongs to the run of letters in which token
// first stands, and that is no usual index.
func (p *parser) endsWord(first, i int) bool {
	t := &p.tokens[min(i, p.last)]
	return t.kind == function && t.run == p.tokens[first].run && p.text(p.span(i)) == "ld" && !indexLetter(p.tokens[first].text)
}

// sameRun reports whether token i belongs to the run of letters in which token first stands.
func (p *parser) sameRun(first, i int) bool {
	t := &p.tokens[min(i, p.last)]
	return t.kind == name && t.run == p.tokens[first].run
}

// indexLetter reads one letter as an index.
func (p *parser) indexLetter() expr.Node {
	at := p.pos
	p.advance()
	return &expr.Symbol{Span: p.span(at), Name: p.tokens[at].text}
}

// indexLetter reports whether the letter usually counts something.
func indexLetter(letter string) bool { return len(letter) == 1 && 'i' <= letter[0] && letter[0] <= 'n' }

func indexLetters(letters string) bool {
	for i := range len(letters) {
		if !indexLetter(letters[i : i+1]) {
			return false
		}
	}
	return true
}

// bracketed reads indices in brackets: {ij}, {i,j}, (i+1), [0][1]. Letters and digits side by side are one index each.
func (p *parser) bracketed(index []expr.Node, known standing) []expr.Node {
	if !p.enter() {
		return nil
	}
	defer p.leave()
	open, indexing, bars := p.pos, p.indexing, p.inBars
	p.indexing, p.inBars = true, false
	p.advance()
	for {
		index = p.indexItems(index, known)
		if p.at().kind != comma || p.complaint != nil {
			break
		}
		p.advance()
	}
	p.indexing, p.inBars = indexing, bars
	p.close(open)
	if next := p.at(); p.tokens[open].shape == '[' && next.kind == opening && next.shape == '[' && !next.space && p.simple(p.pos) {
		return p.bracketed(index, known)
	}
	if len(index) > maxIndices {
		p.fail(BadIndex, p.span(open))
		return nil
	}
	return index
}

// indexItems reads what stands between two commas of an index: letters and digits, or an expression.
func (p *parser) indexItems(index []expr.Node, known standing) []expr.Node {
	for i := p.pos; ; i++ {
		switch t := &p.tokens[i]; {
		case p.isWhole(i) || t.kind == name || t.kind == function && p.tokens[i+1].kind == closing:
			continue
		case (t.kind == comma || t.kind == closing) && i > p.pos:
			return p.plainItems(index, known)
		}
		return append(index, p.sum())
	}
}

// plainItems reads letters and digits side by side.
func (p *parser) plainItems(index []expr.Node, known standing) []expr.Node {
	for p.complaint == nil {
		if len(index) > maxIndices {
			p.fail(BadIndex, p.span(p.pos))
			return nil
		}
		switch p.at().kind {
		case name, function:
			index = append(index, p.loweredLetters(known)...)
		case number:
			index = append(index, p.digits(known)...)
		default:
			return index
		}
	}
	return index
}

// isSubscript reports whether the square bracket that comes next holds indices, rather than a factor: the symbol has
// indices, or nothing is known of it and plain letters or numbers stand there.
func (p *parser) isSubscript(known standing) bool {
	return known.families != 0 || !known.plain && known.function == nil && !p.strict && p.simple(p.pos)
}

// simple reports whether the bracket at token i holds index letters and numbers and nothing else.
func (p *parser) simple(i int) bool {
	for k := i + 1; k < int(p.tokens[i].mate); k++ {
		switch t := &p.tokens[k]; {
		case t.kind == comma, t.kind == number, t.kind == name && indexLetter(t.text):
		default:
			return false
		}
	}
	return int(p.tokens[i].mate) > i+1
}

// isRaisedIndex reports whether the power that comes next is an index: the number of an example or of a layer, or a single
// letter in brackets, x^(i), x^{(i)}, x⁽ⁱ⁾, behind a symbol that has indices. Where nothing is known of the symbol, i, j
// and k are indices, and behind the braces of LaTeX also l, m and n; in x^(n) the n is an exponent.
func (p *parser) isRaisedIndex(letter string, low []expr.Node, known standing) bool {
	return p.isRaisedLetter(letter, low, known) || p.isRaisedCount(letter, low, known)
}

func (p *parser) isRaisedLetter(letter string, low []expr.Node, known standing) bool {
	i := p.pos + 1
	braces := p.tokens[i].kind == opening && p.tokens[i].shape != '('
	if braces {
		i++
	}
	if i+2 > p.last || p.tokens[i].kind != opening || p.tokens[i+1].kind != name || int(p.tokens[i].mate) != i+2 {
		return false
	}
	if braces && int(p.tokens[i-1].mate) != i+3 {
		return false
	}
	raisedLetter := p.tokens[i+1].text
	switch {
	case len(raisedLetter) != 1:
		return false
	case known.families != 0:
		return known.has(len(low)+1) || len(low) == 0 && known.has(2)
	case known.declared() || p.strict || constants[letter] != 0 || letter == "e":
		return false
	}
	return indexLetter(raisedLetter) && (braces || raisedLetter <= "k")
}

// raisedIndex reads the (i) of x^(i).
func (p *parser) raisedIndex(known standing) []expr.Node {
	if b, ok := p.raisedAt(p.pos); ok && (b.shape == '[' || b.to > b.from+1 || b.letter(p) == "") {
		return p.raisedCount()
	}
	start := int(p.tokens[p.pos-1].start)
	p.advance()
	outer := int(p.at().mate)
	for p.at().kind == opening {
		p.advance()
	}
	index := []expr.Node{p.indexLetter()}
	plain := p.tokens[outer].shape == '('
	p.pos = outer
	p.advance()
	if plain && known.families == 0 {
		p.note(RaisedIndex, start)
	}
	return index
}
