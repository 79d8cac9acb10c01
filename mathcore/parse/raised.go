package parse

import (
	"slices"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// A raised bracket is the (i) of x^(i), the [l-1] of a^{[l-1]}: the tokens between its brackets, and what stands around.
type raisedBracket struct {
	from, to int // the tokens inside
	shape    byte
	braces   bool // of LaTeX, or of raised characters
}

// raisedAt returns the bracket that stands behind the ^ at token i, if nothing stands beside it.
func (p *parser) raisedAt(i int) (b raisedBracket, ok bool) {
	if i >= p.last || p.tokens[i].kind != caret {
		return b, false
	}
	i++
	outer := &p.tokens[i]
	if b.braces = outer.kind == opening && outer.shape != '(' && outer.shape != '['; b.braces {
		i++
	}
	inner := &p.tokens[min(i, p.last)]
	if inner.kind != opening || inner.shape != '(' && inner.shape != '[' || inner.mate < 0 || b.braces && outer.mate != inner.mate+1 {
		return b, false
	}
	b.from, b.to, b.shape = i+1, int(inner.mate), inner.shape
	return b, b.to > b.from
}

// counts reports whether a number, a letter, or a letter with a number added stands in the bracket.
func (b raisedBracket) counts(p *parser) bool {
	t := p.tokens[b.from:b.to]
	switch len(t) {
	case 1:
		return b.number(p) || b.letter(p) != ""
	case 3:
		return indexLetter(b.letter(p)) && (t[1].kind == plus || t[1].kind == minus) && p.isWhole(b.from+2)
	}
	return false
}

// number reports whether the bracket holds one whole number.
func (b raisedBracket) number(p *parser) bool { return b.to == b.from+1 && p.isWhole(b.from) }

// letter returns the letter with which the bracket begins.
func (b raisedBracket) letter(p *parser) string {
	if t := &p.tokens[b.from]; t.kind == name && len(t.text) == 1 {
		return t.text
	}
	return ""
}

// isRaisedCount reports whether the power that comes next is an index that is no single letter in round brackets: a layer,
// z^{[2]}, whatever is in it; the number of an example, x^{(1)}, and the layer before, a^{(l-1)}, where the line or a
// declaration shows that raised brackets are indices.
func (p *parser) isRaisedCount(letter string, low []expr.Node, known standing) bool {
	b, ok := p.raisedAt(p.pos)
	if !ok || !b.counts(p) || known.function != nil || constants[letter] != 0 || letter == "e" {
		return false
	}
	if known.families != 0 {
		return !known.plain && (known.has(len(low)+1) || len(low) == 0 && known.has(2))
	}
	switch {
	case known.declared() || p.strict:
		return false
	case b.shape == '[':
		return true
	case b.number(p):
		return (b.braces && p.used().raised || p.used().names[letter]) && (!p.used().letter || p.raisesIndex())
	case b.to > b.from+1:
		return b.braces && p.used().letters[b.letter(p)]
	}
	return false
}

// usage tells how indices are written in the line.
type usage struct {
	letter  bool            // some x^(i)
	raised  bool            // some x^{(i)} or x^{(1)} stands in braces
	names   map[string]bool // those with a raised letter, x in x^(i)
	letters map[string]bool // those that are raised in braces, l in a^{(l)}
	single  map[string]bool // names with one lowered letter or sum, x in x_i and x_(i+1)
	double  map[string]bool // names with several lowered, x in x_ij and x_{i,j}
}

// used looks through the line once.
func (p *parser) used() *usage {
	if p.usage != nil {
		return p.usage
	}
	u := &usage{names: map[string]bool{}, letters: map[string]bool{}, single: map[string]bool{}, double: map[string]bool{}}
	p.usage = u
	for i := range p.last {
		t := &p.tokens[i]
		if t.kind != name || constants[t.text] != 0 || t.text == "e" {
			continue
		}
		if b, ok := p.raisedAt(i + 1); ok && b.shape == '(' && b.to == b.from+1 {
			letter := b.letter(p)
			u.raised = u.raised || b.braces && (indexLetter(letter) || p.tokens[b.from].text == "1")
			u.letter = u.letter || indexLetter(letter)
			u.names[t.text] = u.names[t.text] || indexLetter(letter)
			u.letters[letter] = u.letters[letter] || b.braces
		}
		switch p.loweredCount(i + 1) {
		case 1:
			u.single[t.text] = true
		case 2:
			u.double[t.text] = true
		}
	}
	return u
}

// loweredCount returns how many indices are lowered at token i: 1 for a letter, or for a sum in brackets; 2 for more letters or a list;
// 0 where that is not seen.
func (p *parser) loweredCount(i int) int {
	if i+1 > p.last || p.tokens[i].kind != under {
		return 0
	}
	from, to := i+1, i+2
	if p.tokens[from].kind == opening {
		from, to = from+1, int(p.tokens[from].mate)
		if to <= from {
			return 0
		}
		for k := from; k < to; k++ {
			switch t := &p.tokens[k]; t.kind {
			case opening:
				k = int(t.mate)
			case comma:
				return 2
			case plus, minus:
				return 1
			}
		}
	} else {
		for p.tokens[from].kind == name && p.sameRun(from, to) {
			to++
		}
	}
	switch {
	case p.tokens[from].kind != name || slices.ContainsFunc(p.tokens[from:to], func(t token) bool { return t.kind != name }):
		return 0
	case to == from+1:
		return 1
	}
	return 2
}

// raisedCount reads a raised bracket that is an index.
func (p *parser) raisedCount() []expr.Node {
	b, _ := p.raisedAt(p.pos)
	outer := &p.tokens[p.pos+1]
	behind := int(outer.mate) + 1
	p.pos = b.from
	var index []expr.Node
	switch {
	case b.number(p):
		index = p.digits(standing{})
	case b.to == b.from+1:
		index = []expr.Node{p.indexLetter()}
	default:
		indexing := p.indexing
		p.indexing = true
		index = []expr.Node{p.sum()}
		p.indexing = indexing
	}
	if p.complaint == nil {
		p.pos = behind
	}
	return index
}

// isMultiple reports whether what stands lowered behind the letter is 2i alone, where the letter has one index. Round brackets hold
// one, unless more are seen elsewhere.
func (p *parser) isMultiple(letter string, known standing) bool {
	i := p.pos + 1
	if i+3 > p.last || p.tokens[i].kind != opening || !p.isWhole(i+1) || p.tokens[i+2].kind != name || int(p.tokens[i].mate) != i+3 {
		return false
	}
	if known.families != 0 {
		return known.has(1) && !known.has(2)
	}
	u := p.used()
	return u.single[letter] || p.tokens[i].shape == '(' && !u.double[letter]
}

// multiple reads _{2i} as one index.
func (p *parser) multiple() []expr.Node {
	open, indexing := p.pos+1, p.indexing
	p.pos += 2
	p.indexing = true
	index := []expr.Node{p.sum()}
	p.indexing = indexing
	p.close(open)
	return index
}

// script reads a run of raised or lowered characters as a bracket behind ^ or _.
func (s *scanner) script(l level) {
	operator, shape := caret, raised
	if l == below {
		operator, shape = under, lowered
	}
	s.one(operator, 0)
	s.bracket(opening, shape, 0)
	for s.i < len(s.src) && !s.stopped() {
		g := glyphAt(s.src, s.i)
		if g.level != l {
			break
		}
		s.scriptGlyph(g)
	}
	s.bracket(closing, shape, 0)
}

func (s *scanner) scriptGlyph(g glyph) {
	start := s.i
	switch {
	case '0' <= g.r && g.r <= '9':
		s.styledNumber(g.level)
	case g.r == 'T' && g.level == above:
		s.one(top, g.size)
	case g.r < utf8.RuneSelf && asciiSigns[g.r] != 0:
		s.emit(token{kind: asciiSigns[g.r], start: int32(start), shape: asciiShapes[g.r]}, start+g.size)
	default:
		s.emit(token{kind: name, start: int32(start), run: int32(start), text: letterName(g.r, expr.NoMark)}, start+g.size)
	}
}
