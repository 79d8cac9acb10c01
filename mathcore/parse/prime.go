package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// derived returns the derivative of n that the primes at token at ask for. They do not say by what: the derivative around
// them does, or the question, or that there is only one letter.
func (p *parser) derived(n expr.Node, start, at, primes int) expr.Node {
	if p.complaint != nil {
		return nothing
	}
	by := p.primeVariable(n)
	if by == nil {
		p.fail(PrimeAlone, p.since(int(p.tokens[at].start)))
		return nothing
	}
	if s, ok := n.(*expr.Symbol); ok && p.isUnknown(s) {
		n = unknownOf(s, []*expr.Symbol{by})
	}
	return &expr.Derivative{Span: p.since(start), Var: by, Body: n, Order: primes}
}

// primeVariable returns the letter by which primes behind n differentiate, or nil if that is not certain.
func (p *parser) primeVariable(n expr.Node) *expr.Symbol {
	if p.by != nil {
		return p.by
	}
	if p.asked != nil {
		return p.asked
	}
	if p.strict {
		if len(p.symbols) == 1 && len(p.symbols[0].Index) == 0 {
			return expr.Var(p.symbols[0].Name)
		}
		return nil
	}
	switch letters := p.lineLetters(); {
	case len(letters) > 1:
		return nil
	case len(letters) == 0:
		return expr.Var("x")
	case !strings.Contains(letters[0], "_"):
		return expr.Var(letters[0])
	}
	if free := p.freeLetters(n, nil, 0); len(free) == 1 {
		return free[0]
	}
	return nil
}

// primedLetter reads y', where the letter is no function: a defined one, or the variable itself, as in x'.
func (p *parser) primedLetter(at int, index []expr.Node, primes int) expr.Node {
	t := &p.tokens[at]
	s := &expr.Symbol{Span: p.since(int(t.start)), Name: t.text, Index: index}
	if by := p.primeVariable(s); by != nil && (!p.free() || p.isVariable(s, by)) && (p.free() || p.allows(s)) {
		n := &expr.Symbol{Span: p.span(at), Name: t.text, Index: index}
		return &expr.Derivative{Span: s.Span, Var: by, Body: n, Order: primes}
	}
	p.fail(PrimeAlone, s.Span)
	return nothing
}

// isVariable reports whether the lone letter s is what by names, or is defined by it. A letter that stands nowhere
// without its prime is more likely a function of which nothing is known, unless it is x.
func (p *parser) isVariable(s, by *expr.Symbol) bool {
	if p.defines(s) != nil || p.by != nil && expr.Equal(s, by) {
		return true
	}
	if !expr.Equal(s, by) {
		return false
	}
	return s.Name == "x" && len(s.Index) == 0 || p.isBare(s.Name)
}

// isBare reports whether the letter stands somewhere without a prime.
func (p *parser) isBare(letter string) bool {
	if p.unprimed != letter {
		p.unprimed, p.seen = letter, p.seen&^bareLetter
		for i := range p.tokens {
			if t := &p.tokens[i]; t.kind == name && t.text == letter && p.tokens[i+1].kind != prime {
				p.seen |= bareLetter
				break
			}
		}
	}
	return p.seen&bareLetter != 0
}

// A sight holds what was seen when the whole line was looked through, which is done once for each question.
type sight uint8

const (
	lookedForT sight = 1 << iota
	letterT          // a T that is no sign of transposition
	lookedForD
	letterD    // a D that is no operator
	bareLetter // the letter parser.unprimed without a prime
)

// defines returns what the scope defines s as, or nil.
func (p *parser) defines(s *expr.Symbol) expr.Node {
	for i := range p.definitions {
		if d := &p.definitions[i]; d.Name == s.Name && d.Explains(s.Name, s.Index, 0) {
			return d.Body
		}
	}
	return nil
}

// nameAt returns the name at token i with the number that is its index, if one is.
func (p *parser) nameAt(i int) *expr.Symbol {
	s := expr.Var(p.tokens[i].text)
	if k := i + 2; k <= p.last && p.tokens[i+1].kind == under && p.isWhole(k) {
		s.Index = []expr.Node{&expr.Number{Text: p.tokens[k].text, Value: valueOf(p.tokens[k].text)}}
	}
	return s
}

// mostNested bounds how deep definitions are looked into.
const mostNested = 8

// freeLetters adds to found the letters that n depends on, definitions put in. It stops at two.
func (p *parser) freeLetters(n expr.Node, found []*expr.Symbol, depth int) []*expr.Symbol {
	expr.Walk(n, func(n expr.Node) bool {
		if len(found) > 1 {
			return false
		}
		switch n := n.(type) {
		case *expr.Symbol:
			if body := p.defines(n); body != nil && depth < mostNested {
				found = p.freeLetters(body, found, depth+1)
			} else if len(found) == 0 || !expr.Equal(found[0], n) {
				found = append(found, &expr.Symbol{Name: n.Name, Index: n.Index})
			}
			return false
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
			*expr.Derivative, *expr.Series:
		}
		return true
	})
	return found
}

// lineLetters returns the different letters of the line, with the text of their indices, up to two: those that stand for
// a number which nothing defines.
func (p *parser) lineLetters() []string {
	if p.letters != nil {
		return p.letters
	}
	p.letters = []string{}
	add := func(letter string) {
		if len(p.letters) == 0 || len(p.letters) == 1 && p.letters[0] != letter {
			p.letters = append(p.letters, letter)
		}
	}
	for i := max(int(p.equals), 0); i < p.last && len(p.letters) < 2; i++ {
		t := &p.tokens[i]
		if t.kind != name || !p.isLetter(i) {
			continue
		}
		behind := p.skipIndex(i + 1)
		letter := t.text
		if behind > i+1 {
			letter += "_" + p.src[p.tokens[i+1].start:p.tokens[behind-1].end]
		}
		if body := p.defines(p.nameAt(i)); body != nil && (behind == i+1 || p.tokens[i+1].kind == under) {
			for _, s := range p.freeLetters(body, nil, 0) {
				add(withIndex(s))
			}
		} else {
			add(letter)
		}
		i = behind - 1
	}
	return p.letters
}

// withIndex returns the letter s as lineLetters has it; which member it is, is not told apart.
func withIndex(s *expr.Symbol) string {
	if len(s.Index) == 0 {
		return s.Name
	}
	return s.Name + "_"
}

// isLetter reports whether the name at token i stands for a number: no constant, no function, no d of a derivative.
func (p *parser) isLetter(i int) bool {
	t, next := &p.tokens[i], &p.tokens[min(i+1, p.last)]
	known := p.of(t.text)
	switch {
	case known.function != nil:
		return false
	case known.declared():
		return true
	case t.maybe:
		return next.kind != prime && !p.hasArgument(i)
	case t.text == "f" || t.text == "g" || t.text == "h":
		alone := i > 0 && p.tokens[i-1].kind == opening && next.kind == closing
		return next.kind != prime && next.kind != opening && !alone
	case t.text == "d" && next.kind != under:
		return next.kind != slash && next.kind != name && next.kind != caret
	case t.text == "D":
		return next.kind != opening
	}
	return constants[t.text] == 0 && t.text != "e"
}
