package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// Code chooses between two values in one line: x > 0 ? x : 0, or x if x > 0 else 0.

// ternary reads ? and : of "x > 0 ? x : 0".
func (s *scanner) ternary(b byte) bool {
	if b == '?' && strings.IndexByte(s.src[s.i:], ':') > 0 {
		s.asked++
		s.questions++
		s.one(question, 1)
		return true
	}
	if b == ':' && s.asked > 0 {
		s.asked--
		s.one(colon, 1)
		return true
	}
	return false
}

// asks reports whether the sum that comes next is the condition of "x > 0 ? x : 0".
func (p *parser) asks() bool {
	for i := p.pos; i < p.last; i++ {
		switch t := &p.tokens[i]; {
		case t.kind == question:
			return p.askedAt != i
		case t.kind == closing, t.kind == comma, t.kind == colon, t.kind == equals && t.end-t.start < 2:
			return false
		case t.kind == opening && t.mate > 0:
			i = int(t.mate)
		}
	}
	return false
}

// choose reads "x > 0 ? x : 0".
func (p *parser) choose() expr.Node {
	start, asked := p.start(), p.askedAt
	for p.askedAt = p.pos; p.tokens[p.askedAt].kind != question; p.askedAt++ {
		if t := &p.tokens[p.askedAt]; t.kind == opening && t.mate > 0 {
			p.askedAt = int(t.mate)
		}
	}
	condition := p.wholeCondition(p.askedAt)
	p.askedAt = asked
	return p.branches(start, condition, question, colon, nil)
}

// wholeCondition reads the condition before token until, perhaps in a bracket.
func (p *parser) wholeCondition(until int) expr.Node {
	if t := p.at(); t.kind == opening && int(t.mate)+1 == until && p.comparesIn(p.pos, true) {
		return p.indicator(p.start())
	}
	return p.condition()
}

// branches reads what stands behind a condition: the sign, a value, the other sign, and another value. In Python's order the
// value yes is read already.
func (p *parser) branches(start int, condition expr.Node, sign, other kind, yes expr.Node) expr.Node {
	for _, k := range [...]kind{sign, other} {
		if k == end {
			continue
		}
		if p.complaint != nil || p.at().kind != k {
			p.fail(BadCondition, p.since(start))
			return nothing
		}
		p.advance()
		n := p.sum()
		if yes != nil {
			return &expr.Call{Span: p.since(start), Func: expr.Where, Args: []expr.Node{condition, yes, n}}
		}
		yes = n
	}
	return nothing
}

// unless reads "if x > 0 else 0" behind the value n, which starts at byte start.
func (p *parser) unless(n expr.Node, start int) expr.Node {
	p.advance()
	until := p.pos
	for until < p.last && p.tokens[until].kind != otherwise {
		until++
	}
	condition := p.wholeCondition(until)
	return p.branches(start, condition, end, otherwise, n)
}

// comparesAsFactor reports whether the bracket that comes next is a comparison that code takes for 1 or 0: 1.0*(z > 0). A
// condition that stands behind a formula has no times sign.
func (p *parser) comparesAsFactor() bool {
	t := p.at()
	if t.shape != '(' || t.mate < 0 || !p.comparesIn(p.pos, false) {
		return false
	}
	for i := p.pos; i < int(t.mate); i++ {
		if k := p.tokens[i].kind; k == question || k == ifWord {
			return false
		}
	}
	return p.pos > 0 && p.tokens[p.pos-1].kind == times || p.tokens[t.mate+1].kind == times
}
