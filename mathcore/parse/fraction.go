package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

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
	if p.dividesByD() {
		p.fail(BadDerivative, p.span(at))
		return nothing
	}
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
		if t.text != "" && isDigit(t.text[0]) && strings.TrimSuffix(p.src[t.start:t.end], ".") == t.text {
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
	return p.areParts(num, den+1) && p.isVariableAt(den+2)
}

// areParts reports whether what starts at the tokens is above and below the bar of one derivative. Where one of them is a
// derivative by itself it is a fraction of two: (dE/dz)/(dp/dz).
func (p *parser) areParts(above, below int) bool {
	return p.areDs(above, below) && p.slashOf(above) == 0 && p.slashOf(below) == 0
}

// dividesByD reports whether both parts of the fraction start with the d of a derivative, and an expression follows below:
// \frac{dy}{d(-x)}.
func (p *parser) dividesByD() bool {
	t := p.at()
	if t.kind != opening || t.mate < 0 || p.tokens[t.mate+1].kind != opening {
		return false
	}
	below := int(t.mate) + 2
	return p.areDs(p.pos+1, below) && p.tokens[min(below+1, p.last)].kind == opening
}

// over reads the denominator behind \over, which divides all that stands before it in the same brackets.
func (p *parser) over(num expr.Node, start int) expr.Node {
	p.advance()
	first := p.start()
	den := p.terms(first, p.term(true), p.last)
	return &expr.Div{Span: p.since(start), Num: num, Den: den}
}

// An overBar is the \over in a bracket, and what stands above and below it: tokens from the first to before the last.
type overBar struct{ sign, above, aboveEnd, below, belowEnd int }

// overDerivativeAt returns where the parts of {d \over dx} or {dy \over dx} are, if one starts at token i. The parts may
// have braces of their own.
func (p *parser) overDerivativeAt(i int) (overBar, bool) {
	b := overBar{above: i + 1, belowEnd: int(p.tokens[i].mate)}
	if p.tokens[i].shape != '{' || b.belowEnd < 0 {
		return b, false
	}
	own := p.tokens[b.above].kind == opening && p.tokens[b.above].shape == '{' && p.tokens[b.above].mate > 0
	if !p.isD(i+1) && !p.isPartial(i+1) && !own {
		return b, false
	}
	for j := i + 1; j < b.belowEnd && b.sign == 0; j++ {
		switch t := &p.tokens[j]; {
		case t.kind == over:
			b.sign = j
		case t.kind == opening && t.mate > 0:
			j = int(t.mate)
		}
	}
	if b.sign == 0 {
		return b, false
	}
	b.aboveEnd, b.below = b.sign, b.sign+1
	if own && int(p.tokens[b.above].mate)+1 == b.sign {
		b.above, b.aboveEnd = b.above+1, b.sign-1
	}
	if t := &p.tokens[b.below]; t.kind == opening && t.shape == '{' && int(t.mate)+1 == b.belowEnd {
		b.below, b.belowEnd = b.below+1, b.belowEnd-1
	}
	return b, p.areParts(b.above, b.below) && p.isVariableAt(b.below+1)
}

// overDerivative reads {d \over dx} with what follows, or {d y \over dx}.
func (p *parser) overDerivative(b overBar) expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	d := leibniz{start: p.start(), partial: p.isPartial(b.above)}
	behind := int(p.at().mate) + 1
	p.pos = b.above
	p.advanceD()
	d.order = p.order()
	numerator := p.pos
	p.pos = b.below
	p.denominator(&d)
	if p.complaint == nil && p.pos != b.belowEnd {
		p.fail(BadDerivative, expr.Span{Start: d.start, End: int(p.tokens[b.belowEnd].end)})
	}
	if p.complaint != nil {
		return nothing
	}
	if numerator == b.aboveEnd {
		p.pos = behind
		return p.build(&d, p.differentiated(&d))
	}
	p.pos = numerator
	n := p.differentiand(&d, func(p *parser) expr.Node { return p.signed(false, whole) })
	if p.complaint == nil && p.pos != b.aboveEnd {
		p.fail(BadDerivative, expr.Span{Start: d.start, End: int(p.tokens[b.sign].end)})
	}
	if p.complaint == nil {
		p.pos = behind
	}
	return p.build(&d, n)
}

// fracOperatorEnd returns the token behind \frac{d}{dx} at token i, or 0 if it is none, or has something to differentiate
// above.
func (p *parser) fracOperatorEnd(i int) int {
	if !p.isFracDerivative(i) {
		return 0
	}
	num := i + 1
	den := p.skipPower(num + 1)
	if t := &p.tokens[num]; t.kind == opening {
		if p.skipPower(num+2) != int(t.mate) {
			return 0
		}
		den = int(t.mate) + 1
	}
	if t := &p.tokens[den]; t.kind != opening || t.mate < 0 {
		return 0
	}
	return int(p.tokens[den].mate) + 1
}

// fracOperator reads \frac{d} or \frac{d^2}, and goes into the braces and past the d where more stands in them: it
// returns the token of these braces then, or -1.
func (p *parser) fracOperator(d *leibniz) int {
	p.advance()
	group := p.pos
	braces := p.at().kind == opening
	if braces {
		p.advance()
	}
	d.partial = p.isPartial(p.pos)
	p.advanceD()
	d.order = p.order()
	if braces && p.at().kind != closing {
		return group
	}
	if braces {
		p.close(group)
	}
	return -1
}

// fracDerivative reads \frac{d}{dx} with what follows, or \frac{d y}{dx}.
func (p *parser) fracDerivative() expr.Node {
	d := leibniz{start: p.start(), fraction: true}
	group := p.fracOperator(&d)
	if p.complaint != nil {
		return nothing
	}
	if group < 0 {
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

// isBracketedFraction reports whether (dy)/(dx) comes next.
func (p *parser) isBracketedFraction() bool {
	t := p.at()
	if t.shape != '(' || t.mate < 0 || int(t.mate)+3 > p.last || p.tokens[t.mate+1].kind != slash || p.tokens[t.mate+2].kind != opening {
		return false
	}
	below := int(t.mate) + 3
	return p.areParts(p.pos+1, below) && p.isVariableAt(below+1)
}

// bracketedFraction reads (d)/(dx) with what follows, or (dy)/(dx).
func (p *parser) bracketedFraction() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	d := leibniz{start: p.start(), fraction: true, partial: p.isPartial(p.pos + 1)}
	group, behind := p.pos, int(p.at().mate)
	p.advance()
	p.advanceD()
	d.order = p.order()
	numerator := p.pos
	p.pos = behind + 2
	p.fracDenominator(&d)
	if p.complaint != nil || numerator == behind {
		return p.build(&d, p.differentiated(&d))
	}
	behind, p.pos = p.pos, numerator
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
