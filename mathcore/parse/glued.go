package parse

import (
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

// Who types fast leaves the _ of an index out: Σ yi for Σ y_i. The letters are a name with its index where the name is
// that of a family and of nothing else, and the index is no letter of the question: by the declarations, or in the line
// and beside it.

// glues reports whether the letter right behind a name is its index.
func (p *parser) glues(letter string, known standing, i int) bool {
	t, before := &p.tokens[i], &p.tokens[max(i-1, 0)]
	if t.kind != name || t.space || t.start != before.end || before.text != letter || !indexLetter(t.text) || p.whole || p.strict {
		return false
	}
	switch {
	case p.isSymbol(t.text):
		return false
	case known.isFamily():
		return known.has(1)
	}
	return !known.declared() && p.beside != "" && constants[letter] == 0 && letter != "d" && p.isAlwaysIndexed(letter, t.text)
}

// isSymbol reports whether a letter is declared for a number, not only as the index that a sum runs through.
func (n *names) isSymbol(letter string) bool {
	is := func(s *expr.Symbol) bool { return s.Name == letter && len(s.Index) == 0 }
	return slices.ContainsFunc(n.symbols, is) || n.of(letter).function != nil
}

// isAlwaysIndexed reports whether the name stands nowhere without an index in the line and beside it, and somewhere with
// that index behind _.
func (p *parser) isAlwaysIndexed(letter, index string) bool {
	if !p.isShort(p.src) {
		return false
	}
	seen := false
	for _, tokens := range [][]token{p.tokens, p.besideTokens()} {
		for i := range tokens {
			t := &tokens[i]
			if t.kind != name || t.text != letter || i > 0 && tokens[i-1].kind == under {
				continue
			}
			next := &tokens[i+1]
			switch {
			case next.kind == under:
				behind := &tokens[min(i+2, len(tokens)-1)]
				if behind.kind == opening && i+3 < len(tokens) {
					behind = &tokens[i+3]
				}
				seen = seen || behind.text == index
			case next.kind != name || next.space || next.start != t.end || next.text != index:
				return false
			}
		}
	}
	return seen
}

// gluedLetter reads the index that stands right behind a name.
func (p *parser) gluedLetter() []expr.Node {
	start := int(p.tokens[p.pos-1].start)
	index := []expr.Node{p.indexLetter()}
	p.note(GluedIndex, start)
	return index
}

// gluedWord reports whether a word that is the name of a Greek letter, xi, is a letter with its index here, and whether
// that is certain.
func (n *names) gluedWord(w string) (glued, certain bool) {
	if n.strict || !n.isShort("") || len(w) != len("xi") || !indexLetter(w[1:]) || n.isSymbol(w) || n.isSymbol(w[1:]) || n.of(w).declared() {
		return false, false
	}
	known := n.of(w[:1])
	indexed := strings.Contains(n.beside, w[:1]+"_"+w[1:]) || strings.Contains(n.beside, w[:1]+"_{"+w[1:]+"}")
	family := known.isFamily() && known.has(1)
	if !family && (known.declared() || !indexed || strings.Contains(n.beside, `\`+w)) {
		return false, false
	}
	return true, w != "pi"
}
