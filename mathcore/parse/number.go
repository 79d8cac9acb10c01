package parse

import (
	"math/big"
	"strings"

	"chainrule/mathcore/expr"
)

// small holds the values of the numbers that are typed most, so that reading them costs nothing.
var small = func() (values [101]*big.Rat) {
	for i := range values {
		values[i] = big.NewRat(int64(i), 1)
	}
	return values
}()

var hundred = big.NewRat(100, 1)

// number reads a number and the percent sign behind it.
func (p *parser) number() expr.Node {
	t := *p.at()
	if t.text == "1" {
		if open, ok := p.indicatorAfter(p.pos); ok {
			p.pos = open
			return p.indicator(int(t.start))
		}
	}
	p.advance()
	text, value := t.text, valueOf(t.text)
	if p.at().kind == percent {
		p.advance()
		text, value = text+"%", new(big.Rat).Quo(value, hundred)
	}
	n := &expr.Number{Span: p.since(int(t.start)), Text: text, Value: value}
	if i := strings.IndexAny(text, "eE"); i > 0 && !strings.ContainsAny(text, ".+") && text[:i] != "1" {
		p.note(ExponentOfTen, int(t.start))
	}
	return n
}

// valueOf returns the value of a number token.
func valueOf(text string) *big.Rat {
	if len(text) <= 2 {
		v, whole := 0, true
		for i := range len(text) {
			whole = whole && isDigit(text[i])
			v = 10*v + int(text[i]-'0')
		}
		if whole {
			return small[v]
		}
	}
	if value, ok := new(big.Rat).SetString(text); ok {
		return value
	}
	panic("parse: a number token is no number")
}

// vulgarFraction returns the tree of ½ and the like: text is 1/2.
func vulgarFraction(text string, at expr.Span) expr.Node {
	num, den, _ := strings.Cut(text, "/")
	return &expr.Div{
		Span: at,
		Num:  &expr.Number{Span: at, Text: num, Value: valueOf(num)},
		Den:  &expr.Number{Span: at, Text: den, Value: valueOf(den)},
	}
}
