package parse

import "chainrule/mathcore/expr"

// fraction reads \frac{a}{b} and \frac12.
func (p *parser) fraction() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	if p.isFracDerivative(p.pos) {
		return p.fracDerivative()
	}
	at, start := p.pos, p.start()
	p.advance()
	num := p.part(at)
	den := p.part(at)
	return &expr.Div{Span: p.since(start), Num: num, Den: den}
}

// part reads one part of the fraction at token at: a group in braces, or a single digit, letter or command.
func (p *parser) part(at int) expr.Node {
	if p.complaint != nil {
		return nothing
	}
	switch t := p.at(); t.kind {
	case opening:
		return p.bracket()
	case number:
		if t.text != "" && isDigit(t.text[0]) && p.src[t.start:t.end] == t.text {
			return p.digitOf(t)
		}
		return p.number()
	case name:
		known := p.of(t.text)
		p.advance()
		if c, ok := constants[t.text]; ok && !known.declared() {
			return &expr.Constant{Span: p.span(p.pos - 1), Name: c}
		}
		return p.symbol(p.pos-1, nil)
	case fracSign, vulgar:
		return p.atom()
	case bad:
		return p.missing()
	default:
		p.fail(BadFraction, p.since(int(p.tokens[at].start)))
		return nothing
	}
}

// digitOf takes the first digit off the number t.
func (p *parser) digitOf(t *token) expr.Node {
	digit := expr.Span{Start: int(t.start), End: int(t.start) + 1}
	n := &expr.Number{Span: digit, Text: t.text[:1], Value: valueOf(t.text[:1])}
	if len(t.text) == 1 {
		p.advance()
		return n
	}
	t.start++
	t.text = t.text[1:]
	return n
}

// isFracDerivative reports whether the fraction at token i is \frac{d}{dx} or \frac{dy}{dx}.
func (p *parser) isFracDerivative(i int) bool {
	num := i + 1
	if num+3 > p.last {
		return false
	}
	den := num + 1
	if p.tokens[num].kind == opening {
		if p.tokens[num].mate < 0 {
			return false
		}
		den = int(p.tokens[num].mate) + 1
		num++
	}
	if den+2 >= p.last || p.tokens[den].kind != opening {
		return false
	}
	return p.isD(num) && p.isD(den+1) && p.tokens[den+2].kind == name
}

// fracDerivative reads \frac{d}{dx} with what follows, or \frac{d y}{dx}.
func (p *parser) fracDerivative() expr.Node {
	d := leibniz{start: p.start(), fraction: true}
	p.advance()
	group := p.pos
	braces := p.at().kind == opening
	if braces {
		p.advance()
	}
	d.partial = p.at().kind == partial
	p.advanceD()
	d.order = p.order()
	if p.complaint != nil {
		return nothing
	}
	if !braces || p.at().kind == closing {
		if braces {
			p.close(group)
		}
		p.fracDenominator(&d)
		return p.build(&d, p.differentiated(&d))
	}
	numerator := p.pos
	p.pos = int(p.tokens[group].mate) + 1
	p.fracDenominator(&d)
	behind := p.pos
	if p.complaint != nil {
		return nothing
	}
	p.pos = numerator
	n := p.differentiand(&d, func(p *parser) expr.Node { return p.signed(false, whole) })
	p.close(group)
	if p.complaint == nil {
		p.pos = behind
	}
	return p.build(&d, n)
}

// fracDenominator reads {dx}, {dx^2}, {∂x ∂y}.
func (p *parser) fracDenominator(d *leibniz) {
	open := p.pos
	p.advance()
	p.denominator(d)
	p.close(open)
}
