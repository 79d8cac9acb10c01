package parse

import "chainrule/mathcore/expr"

// Code has names with numbers and underscores in their indices: a_o1, y_pred_i.

// maxCodeName bounds the tokens of such an index.
const maxCodeName = 12

// isNumbered reports whether the letter at token first, which is an index of so many tokens, has digits right behind it
// that belong to its name: o1 in a_o1. In a_i1 there are two indices.
func (p *parser) isNumbered(first, length int, known standing) bool {
	t, next := &p.tokens[first], &p.tokens[min(first+1, p.last)]
	name := first - 1 // of what has the index
	for name > 0 && (p.tokens[name].kind == under || p.tokens[name].kind == opening) {
		name--
	}
	return length == 1 && p.tokens[max(name, 0)].text != "delta" && len(t.text) == 1 && !indexLetter(t.text) && !known.has(2) && (!p.strict || p.whole || known.has(1)) &&
		next.kind == number && next.start == t.end && p.isWhole(first+1)
}

// namingIndex returns what stands from token first up to the present one as one name.
func (p *parser) namingIndex(first int) *expr.Symbol {
	s := p.since(int(p.tokens[first].start))
	return &expr.Symbol{Span: s, Name: p.text(s)}
}

// codeName reads the rest of an index with underscores, of which index is the first part: y_pred_i. Each part is one index.
// Where all may count something, as in x_i_j, it is not clear what is meant, and the rest is left.
func (p *parser) codeName(index []expr.Node) []expr.Node {
	first := p.pos - 1
	for first > 0 && p.tokens[first-1].kind != under {
		first--
	}
	names := first >= 0 && !countsOnly(p, first, p.pos)
	for p.complaint == nil && !p.strict && p.pos-first < maxCodeName && p.at().kind == under && p.at().start == p.tokens[p.pos-1].end && p.tokens[first].kind != opening {
		i := p.pos + 1
		t := &p.tokens[min(i, p.last)]
		if t.kind != name && t.kind != number || t.start != p.at().end {
			break
		}
		for i < p.last && (p.tokens[i+1].kind == name || p.isWhole(i+1)) && p.tokens[i+1].start == p.tokens[i].end {
			i++
		}
		if names = names || !countsOnly(p, p.pos+1, i+1); !names {
			break
		}
		part := p.pos + 1
		p.pos = i
		p.advance()
		if p.tokens[part].kind == number {
			index = append(index, p.digit(p.tokens[part].text))
		} else {
			index = append(index, p.namingIndex(part))
		}
	}
	return index
}

// countsOnly reports whether all tokens from the first to before the last are numbers and letters that usually count.
func countsOnly(p *parser, first, last int) bool {
	for _, t := range p.tokens[first:last] {
		if t.kind == name && !indexLetter(t.text) {
			return false
		}
	}
	return true
}

// isNamingIndex reports whether an index is a name of several characters, which counts nothing.
func isNamingIndex(index *expr.Symbol) bool {
	_, greek := expr.Glyph(index.Name)
	return len(index.Name) > 1 && len(index.Index) == 0 && !greek && asciiOnly(index.Name)
}
