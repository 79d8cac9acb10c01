package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// maxSides bounds the sides of a chain.
const maxSides = 30

// chain reads the sides of a line.
func (p *parser) chain(line *Line) {
	if k := p.operatorAlone(); k > 0 {
		p.pos = k
	}
	first := int32(p.pos)
	if p.at().kind == equals {
		p.advance()
	}
	p.left = p.equals > first
	side := p.codeDerivative()
	if side == nil {
		side = p.sum()
	}
	for p.at().kind == equals && p.complaint == nil {
		switch {
		case line.Left == nil:
			line.Left = p.welcome(side)
		case len(line.Between) == maxSides-2:
			p.fail(SeveralEquals, p.span(p.pos))
		default:
			line.Between = append(line.Between, side)
		}
		p.left = false
		p.advance()
		side = p.sum()
	}
	line.Right = side
	for p.at().kind == about && p.complaint == nil {
		p.advance()
		start := p.start()
		line.Rounded = p.sum()
		p.note(NotJudged, start)
	}
	p.finish(line.Left, line.Right, line.Rounded)
	for _, n := range line.Between {
		p.finish(n)
	}
}

// codeDerivative reads dL_dw on the left side, as code calls a derivative; nil if something else stands there.
func (p *parser) codeDerivative() expr.Node {
	if !p.left || p.strict || p.tokens[0].kind != name || p.equals < 1 {
		return nil
	}
	whole := expr.Span{Start: int(p.tokens[0].start), End: int(p.tokens[p.equals-1].end)}
	text := p.text(whole)
	of, by, ok := strings.Cut(text, "_d")
	letters := func(s string) bool { return s != "" && strings.Trim(s, asciiLetters+"0123456789_") == "" }
	if !ok || len(of) < 2 || of[0] != 'd' || !letters(of) || !letters(by) || p.of("d").declared() {
		return nil
	}
	p.pos = int(p.equals)
	return &expr.Symbol{Span: whole, Name: text}
}

const asciiLetters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

// operatorAlone returns the = behind \frac{d}{dx} or d/dx where nothing more stands before it, else 0: so people begin a
// line that tells the derivative of what was spoken of.
func (p *parser) operatorAlone() int {
	if p.equals < 1 || !p.startsDerivative(0) {
		return 0
	}
	k := p.fracOperatorEnd(0)
	if p.tokens[0].kind != fracSign {
		if k = p.skipPower(1); p.tokens[k].kind != slash {
			return 0
		}
		k = p.skipPower(p.skipIndex(k + 3))
	}
	if k != int(p.equals) {
		return 0
	}
	return k
}

// welcome takes a new name on the left side where the side is a name, and complains of it where it is part of an
// expression. A word is one name.
func (p *parser) welcome(side expr.Node) expr.Node {
	s := p.stranger
	if s == nil || IsName(side) {
		return side
	}
	first, word := 0, true
	for i := range p.pos {
		t := &p.tokens[i]
		word = word && t.kind == name && t.run == p.tokens[0].run
		if int(t.start) == s.Start {
			first = i
		}
	}
	if word {
		whole := p.since(int(p.tokens[0].start))
		return &expr.Symbol{Span: whole, Name: p.text(whole)}
	}
	p.undeclared(first, s)
	return side
}

// heads reports whether all that stands before the first = is a new function with letters or numbers as its arguments,
// as in f(x) = …, rather than a product such as x(1-x): then the letter stands nowhere else by itself.
func (p *parser) heads(letter string, open int) bool {
	mate := int(p.tokens[open].mate)
	if mate < 0 || mate+1 != int(p.equals) {
		return false
	}
	for i := open + 1; i < mate; i++ {
		switch p.tokens[i].kind {
		case name, comma, number, under, opening, closing:
		case minus:
			if i > open+1 {
				return false
			}
		default:
			return false
		}
	}
	return !p.mentions(letter, open, p.last)
}

// IsName reports whether a side only names what the others tell: y, f(x), g'(x), dE/dz, or a product of such
// derivatives.
func IsName(side expr.Node) bool { return len(Named(side)) > 0 }

// Named returns the letters and functions that a side names: E of dE/dz, E and y of dE/dy·dy/dz. There are none where the
// side has a value of its own.
func Named(side expr.Node) []string {
	switch n := side.(type) {
	case *expr.Symbol:
		return []string{n.Name}
	case *expr.Apply:
		return []string{n.Name}
	case *expr.Derivative:
		if _, product := n.Body.(*expr.Mul); !product {
			return Named(n.Body)
		}
	case *expr.Mul:
		var all []string
		for _, f := range n.Factors {
			names := []string(nil)
			if d, ok := f.(*expr.Derivative); ok {
				names = Named(d)
			}
			if len(names) == 0 {
				return nil
			}
			all = append(all, names...)
		}
		return all
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Div, *expr.Pow, *expr.Call, *expr.Series:
	}
	return nil
}
