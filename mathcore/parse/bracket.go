package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// bracket reads what stands in brackets.
func (p *parser) bracket() expr.Node {
	if p.isIndicator(p.pos) || p.comparesAsFactor() {
		return p.indicator(p.start())
	}
	at := p.pos
	if k := p.ahead().kind; k == name || k == partial || k == fracSign {
		if p.isBracketedOperator() {
			return p.bracketedOperator()
		}
		if p.isBracketedFraction() {
			return p.bracketedFraction()
		}
	}
	if p.at().shape == '{' {
		if b, ok := p.overDerivativeAt(at); ok {
			return p.overDerivative(b)
		}
	}
	p.advance()
	bars, norms := p.inBars, p.inNorm
	p.inBars, p.inNorm = false, false
	n := p.sum()
	p.inBars, p.inNorm = bars, norms
	p.close(at)
	return n
}

// close reads the bracket that closes the one at token i.
func (p *parser) close(i int) {
	if p.complaint != nil {
		return
	}
	switch t := p.at(); {
	case t.kind == closing && t.shape == p.tokens[i].shape:
		p.advance()
	case t.kind == closing && (p.tokens[i].shape == raised || p.tokens[i].shape == lowered):
		p.fail(StrayClose, p.span(p.pos))
	case t.kind == closing && t.shape != lowered && t.shape != raised:
		p.fail(MismatchedClose, p.span(p.pos)).Want = p.text(p.opener(i))
	case t.kind == end || t.kind == bad || t.kind == closing || t.kind == cell || t.kind == rowEnd:
		p.missingClose(i)
	default:
		p.leftover()
	}
}

// missingClose complains of what opens at token i and is closed nowhere.
func (p *parser) missingClose(i int) {
	at := p.opener(i)
	want := closer(p.tokens[i].shape)
	if p.tokens[i].shape == caseShape && strings.Contains(p.text(at), "{array}") {
		want = `\end{array}`
	}
	p.fail(MissingClose, at).Want = want
}

// opener returns where the bracket of token i is typed: the one around cases is unseen, and a command stands before it.
func (p *parser) opener(i int) expr.Span {
	if p.tokens[i].shape == caseShape {
		return p.span(i - 1)
	}
	return p.span(i)
}

func closer(shape byte) string {
	switch shape {
	case '[':
		return "]"
	case '{':
		return "}"
	case caseShape:
		return `\end{cases}`
	}
	return ")"
}

// absolute reads |x|. A bar closes where one is open in the same brackets and something stands before it.
func (p *parser) absolute() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	at, start, bars := p.pos, p.start(), p.inBars
	want := bar
	if p.at().kind == barOpen {
		want = barClose
	}
	p.inBars = want == bar
	if p.isDoubleBar() {
		return p.familyNorm(start)
	}
	p.advance()
	n := p.sum()
	p.inBars = bars
	if p.complaint != nil {
		return nothing
	}
	if !p.closeBar(at, want) {
		return nothing
	}
	if inner, ok := n.(*expr.Call); ok && inner.Func == expr.Abs && !p.normKind() {
		return p.vectors(start)
	}
	return &expr.Call{Span: p.since(start), Func: expr.Abs, Args: []expr.Node{n}}
}

// closeBar goes past the bar of a kind that closes the one at token open, or complains.
func (p *parser) closeBar(open int, want kind) bool {
	switch p.at().kind {
	case want:
		p.advance()
		return true
	case end, closing, bad:
		p.fail(UnclosedBar, p.span(open))
	default:
		p.leftover()
	}
	return false
}
