package parse

import (
	"slices"
	"strings"

	"chainrule/mathcore/expr"
)

// Who types fast leaves the _ of an index out: Σ yi for Σ y_i. The letters are a name with its index where the name is
// that of a family and of nothing else, and the index is no letter of the question: by the declarations, or in the line
// and beside it.

// glues returns how many letters right behind the name are its indices.
func (p *parser) glues(letter string, known standing, i int) int {
	t, before := &p.tokens[i], &p.tokens[max(i-1, 0)]
	if t.kind != name || t.space || t.start != before.end || before.text != letter || p.whole || p.strict {
		return 0
	}
	count := 0
	for u := t; u.kind == name && !u.space && u.start == before.end && indexLetter(u.text); u = &p.tokens[i+count] {
		if p.isSymbol(u.text) || count == maxIndices {
			return 0
		}
		before = u
		count++
	}
	switch {
	case known.isFamily() && known.has(count):
		return count
	case count > 0 && !known.declared() && p.beside != "" && constants[letter] == 0 && letter != "d" && p.isAlwaysIndexed(letter, i, count):
		return count
	}
	return 0
}

// isSymbol reports whether a letter is declared for a number, not only as the index that a sum runs through.
func (n *names) isSymbol(letter string) bool {
	is := func(s *expr.Symbol) bool { return s.Name == letter && len(s.Index) == 0 }
	return slices.ContainsFunc(n.symbols, is) || n.of(letter).function != nil
}

// isAlwaysIndexed reports whether the letter stands nowhere without an index in the line and beside it, and somewhere with
// the same indices behind _ as the letters from token at on are.
func (p *parser) isAlwaysIndexed(letter string, at, count int) bool {
	if !p.isShort(p.src) {
		return false
	}
	glued, seen := p.tokens[at:at+count], false
	for _, tokens := range [][]token{p.tokens, p.besideTokens()} {
		for i := range tokens {
			t := &tokens[i]
			if t.kind != name || t.text != letter || i > 0 && tokens[i-1].kind == under {
				continue
			}
			next := &tokens[i+1]
			switch {
			case next.kind == under:
				from := i + 2
				if from < len(tokens) && tokens[from].kind == opening {
					from++
				}
				seen = seen || sameLetters(tokens[min(from, len(tokens)):], glued)
			case next.kind != name || next.space || next.start != t.end || !indexLetter(next.text):
				return false
			case i > 0 && isDifferential(tokens, i-1): // d/dwj
				seen = seen || sameLetters(tokens[i+1:], glued)
			}
		}
	}
	return seen
}

// sameLetters reports whether the tokens begin with the letters, and none follows that belongs to them.
func sameLetters(tokens, letters []token) bool {
	for i := range letters {
		if i >= len(tokens) || tokens[i].kind != name || tokens[i].text != letters[i].text {
			return false
		}
	}
	last := len(letters)
	return last >= len(tokens) || tokens[last].kind != name || tokens[last].run != tokens[last-1].run
}

// gluedLetters reads the indices, one a letter, that stand right behind a name.
func (p *parser) gluedLetters(count int) []expr.Node {
	start := int(p.tokens[p.pos-1].start)
	var index []expr.Node
	for range count {
		index = append(index, p.indexLetter())
	}
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

// gluedRun reports whether a run of letters is a family with several indices right behind it, as wjk is where w_jk is
// declared, or stands beside the line.
func (n *names) gluedRun(w string) bool {
	if n.strict || len(w) < 3 || len(w) > maxIndices || !indexLetters(w[1:]) || !n.isShort("") {
		return false
	}
	known := n.of(w[:1])
	indexed := strings.Contains(n.beside, w[:1]+"_"+w[1:]) || strings.Contains(n.beside, w[:1]+"_{"+w[1:])
	return known.isFamily() && known.has(len(w)-1) || !known.declared() && indexed
}
