package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// missing complains that an operand is wanted where the next token stands.
func (p *parser) missing() expr.Node {
	here, before := p.at(), token{kind: end}
	if p.pos > 0 {
		before = p.tokens[p.pos-1]
	}
	switch {
	case here.kind == bad:
		p.fail(here.code, p.span(p.pos))
	case p.pos == 0 && here.kind == end:
		p.fail(Empty, expr.Span{Start: 0, End: 0})
	case p.isEllipsis():
		p.fail(Dots, p.span(p.pos))
	case before.kind == opening && here.kind == closing:
		p.fail(EmptyBrackets, expr.Span{Start: int(before.start), End: int(here.end)})
	case before.kind == opening && here.kind == end:
		p.missingClose(p.pos - 1)
	case isOperator(before.kind) && isOperator(here.kind):
		p.fail(DoubleOperator, expr.Span{Start: int(before.start), End: int(here.end)})
	case isOperator(before.kind) || before.kind == equals || before.kind == about || before.kind == comma:
		p.fail(Dangling, p.span(p.pos-1))
	case isOperator(here.kind):
		p.fail(NothingBefore, p.span(p.pos))
	case here.kind == end && (before.kind == bar || before.kind == norm):
		p.fail(UnclosedBar, p.span(p.pos-1))
	default:
		p.leftover()
	}
	return nothing
}

func isOperator(k kind) bool {
	switch k {
	case plus, minus, times, slash, caret, over:
		return true
	}
	return false
}

// leftover complains of the next token, which has no place after what was read.
func (p *parser) leftover() {
	at := p.span(p.pos)
	switch t := p.at(); t.kind {
	case dots:
		if p.isEllipsis() {
			p.fail(Dots, at)
			return
		}
		p.fail(Misplaced, at)
	case closing:
		p.fail(StrayClose, at)
	case barClose:
		p.fail(StrayClose, at)
	case comma:
		p.strayComma()
	case equals:
		p.fail(MisplacedEquals, at)
	case about:
		p.fail(Inequality, at)
	case percent:
		p.fail(MisplacedPercent, at)
	case prime:
		p.fail(PrimeAlone, at)
	case under:
		p.fail(BadIndex, at)
	case bar:
		p.fail(UnclosedBar, at)
	default:
		p.fail(Misplaced, at)
	}
}

// isEllipsis reports whether dots come next that leave something out; two dots, as between bounds, do not.
func (p *parser) isEllipsis() bool {
	t := p.at()
	return t.kind == dots && p.src[t.start:t.end] != ".."
}

// strayComma complains of a comma: between digits it was meant as a decimal point.
func (p *parser) strayComma() {
	if s, ok := p.decimalComma(p.pos); ok {
		p.fail(DecimalComma, s)
		return
	}
	p.fail(StrayComma, p.span(p.pos))
}

// decimalComma reports whether the comma at token i stands between digits, and returns the span of the number.
func (p *parser) decimalComma(i int) (expr.Span, bool) {
	if i == 0 || i >= p.last {
		return expr.Span{}, false
	}
	a, c, b := p.tokens[i-1], p.tokens[i], p.tokens[i+1]
	isWhole := !strings.ContainsAny(a.text+b.text, ".eE")
	ok := a.kind == number && b.kind == number && !c.space && !b.space && isWhole && c.end-c.start == 1
	return expr.Span{Start: int(a.start), End: int(b.end)}, ok
}
