package parse

import "chainrule/mathcore/expr"

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
		return b.braces && p.showsRaised(func(_ string, c raisedBracket) bool {
			return c.braces && (indexLetter(c.letter(p)) || p.tokens[c.from].text == "1")
		}) || p.showsRaised(func(name string, c raisedBracket) bool { return name == letter && indexLetter(c.letter(p)) })
	case b.to > b.from+1:
		return b.braces && p.showsRaised(func(_ string, c raisedBracket) bool { return c.braces && c.letter(p) == b.letter(p) })
	}
	return false
}

// showsRaised reports whether a name of the line has a raised bracket with one letter or number that is such.
func (p *parser) showsRaised(such func(name string, b raisedBracket) bool) bool {
	for i := range p.last {
		if t := &p.tokens[i]; t.kind == name && constants[t.text] == 0 && t.text != "e" {
			if b, ok := p.raisedAt(i + 1); ok && b.shape == '(' && b.to == b.from+1 && such(t.text, b) {
				return true
			}
		}
	}
	return false
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

// hasOneIndex reports whether the letter has one index where it stands in this line otherwise: x_i, and not x_ij.
func (p *parser) hasOneIndex(letter string) bool {
	for i := 0; i+2 < p.last; i++ {
		if p.tokens[i].kind != name || p.tokens[i].text != letter || p.tokens[i+1].kind != under {
			continue
		}
		first := i + 2
		if p.tokens[first].kind == opening {
			if first++; int(p.tokens[i+2].mate) == first+1 && p.tokens[first].kind == name {
				return true
			}
			continue
		}
		if p.tokens[first].kind == name && !p.sameRun(first, first+1) {
			return true
		}
	}
	return false
}

// isMultiple reports whether a number with a letter, 2i, stands alone between two brackets of an index.
func (p *parser) isMultiple() bool {
	t := &p.tokens[min(p.pos+1, p.last)]
	return p.isWhole(p.pos) && t.kind == name && p.tokens[min(p.pos+2, p.last)].kind == closing
}
