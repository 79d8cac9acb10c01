package parse

import "chainrule/mathcore/expr"

// series reads a sum with a sign: sum(i=1..n, a_i), sum_{i=1}^{n} a_i, Σ, ∑, or a product with one: prod, ∏.
func (p *parser) series() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	start := p.start()
	p.advance()
	s := &expr.Series{Product: p.isProduct(start)}
	var outside []expr.Node
	switch k := p.at().kind; {
	case k == under || k == caret:
		outside = p.script(s, start)
	case k == name && !s.Product && p.isIndexBehind():
		p.indexName(s)
		p.unbounded(s, start, func(p *parser) expr.Node { return p.summand(s, start) })
	case k == opening && p.generatorIn(p.pos) > 0:
		p.generated(s, start)
	case k == opening && p.indexFirst(p.pos+1):
		p.seriesCall(s, start)
	case k == opening && p.indexLast(p.pos) > 0:
		p.seriesCallBackwards(s, start)
	case k == opening && p.indexAlone(p.pos):
		p.unboundedCall(s, start)
	case k == bad:
		p.missing()
	case !s.Product && (p.startsFactor() || k == minus):
		p.unbounded(s, start, func(p *parser) expr.Node { return p.summand(s, start) })
	default:
		p.badSum(start)
	}
	if p.complaint != nil {
		return nothing
	}
	stop := s.End // of a product with factors behind it
	s.Span = p.since(start)
	if len(outside) > 0 {
		s.End = stop
		return &expr.Mul{Span: p.since(start), Factors: append([]expr.Node{s}, outside...)}
	}
	return p.without(s)
}

func (p *parser) badSum(start int) {
	if p.isProduct(start) {
		p.fail(BadProduct, p.since(start))
		return
	}
	p.fail(BadSum, p.since(start))
}

// indexFirst reports whether "i =" starts at token i.
func (p *parser) indexFirst(i int) bool {
	return i+1 < p.last && p.tokens[i].kind == name && p.tokens[i+1].kind == equals
}

// indexLast returns the comma before the "i =" at the end of the bracket at token open, or 0.
func (p *parser) indexLast(open int) int {
	for i := open + 1; i < int(p.tokens[open].mate); i++ {
		t := &p.tokens[i]
		if t.kind == comma && p.indexFirst(i+1) {
			return i
		}
		if t.kind == opening && t.mate > 0 {
			i = int(t.mate)
		}
	}
	return 0
}

// script reads the bounds below and above the sign, in either order, and the product that follows. It returns the factors
// that stand behind a product over a range.
func (p *parser) script(s *expr.Series, start int) (outside []expr.Node) {
	for p.complaint == nil {
		switch k := p.at().kind; {
		case k == under && s.Index == nil:
			p.advance()
			p.below(s, start)
			continue
		case k == caret && s.Hi == nil:
			p.advance()
			p.above(s, start)
			continue
		}
		break
	}
	if p.complaint != nil {
		return nil
	}
	if s.Index == nil || !p.startsFactor() && p.at().kind != minus {
		p.badSum(start)
		return nil
	}
	if s.Product {
		return p.factors(s, start)
	}
	p.unbounded(s, start, func(p *parser) expr.Node { return p.summand(s, start) })
	return nil
}

// upper reads the bound above the sign: in ∑^m_{i=1} the m has no index.
func (p *parser) upper() expr.Node {
	if p.at().kind != name || p.ahead().kind != under {
		return p.exponent()
	}
	p.advance()
	return p.symbol(p.pos-1, nil)
}

// below reads i=1, bare or in brackets.
func (p *parser) below(s *expr.Series, start int) {
	open := p.pos
	braces := p.at().kind == opening
	if braces {
		p.advance()
	}
	switch {
	case p.indexFirst(p.pos):
		p.index(s)
	case p.indexOnly(s, braces):
		if braces {
			p.close(open)
		}
		return
	default:
		p.advance()
		p.badSum(start)
		return
	}
	if !braces {
		s.Lo = p.bound((*parser).atom)
		return
	}
	s.Lo = p.bound((*parser).sum)
	if p.at().kind == dots {
		p.advance()
		s.Hi = p.bound((*parser).sum)
	}
	p.exception(s)
	p.close(open)
}

// index reads "i =".
func (p *parser) index(s *expr.Series) {
	at := p.pos
	p.advance()
	s.Index = &expr.Symbol{Span: p.span(at), Name: p.tokens[at].text}
	p.advance()
}

// bound reads a bound, where names need not be declared.
func (p *parser) bound(read func(*parser) expr.Node) expr.Node {
	bounds := p.bounds
	p.bounds = true
	n := read(p)
	p.bounds = bounds
	return n
}

// bind reads what is added, in which the index means something.
func (p *parser) bind(s *expr.Series, read func(*parser) expr.Node) {
	p.names.bound = append(p.names.bound, s.Index)
	s.Body = read(p)
	p.names.bound = p.names.bound[:len(p.names.bound)-1]
}

// seriesCall reads (i=1..n, a_i).
func (p *parser) seriesCall(s *expr.Series, start int) {
	open, bars := p.pos, p.inBars
	p.inBars = false
	p.advance()
	p.index(s)
	p.limits(s, start)
	if p.complaint == nil && p.at().kind != comma {
		p.badSum(start)
	}
	p.advance()
	p.bind(s, (*parser).sum)
	p.inBars = bars
	p.close(open)
}

// limits reads 1..n, or 1, n.
func (p *parser) limits(s *expr.Series, start int) {
	s.Lo = p.bound((*parser).sum)
	if k := p.at().kind; p.complaint == nil && k != dots && k != comma {
		p.badSum(start)
	}
	p.advance()
	s.Hi = p.bound((*parser).sum)
}

// seriesCallBackwards reads (a_i, i=1..n).
func (p *parser) seriesCallBackwards(s *expr.Series, start int) {
	open, bars, at := p.pos, p.inBars, p.indexLast(p.pos)
	p.inBars = false
	p.pos = at + 1
	p.index(s)
	p.limits(s, start)
	p.inBars = bars
	p.close(open)
	behind := p.pos
	if p.complaint != nil {
		return
	}
	p.pos = open + 1
	p.bind(s, (*parser).sum)
	if p.complaint == nil && p.pos != at {
		p.badSum(start)
	}
	if p.complaint == nil {
		p.pos = behind
	}
}
