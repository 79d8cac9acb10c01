package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// undeclared complains of the symbol s at token at. Where no letter of its run means anything, all of it is meant.
func (p *parser) undeclared(at int, s *expr.Symbol) {
	span := s.Span
	first, last := at, at
	run := p.tokens[at].run
	sameRun := func(i int) bool {
		return p.tokens[i].kind == name && p.tokens[i].run == run && !p.of(p.tokens[i].text).declared()
	}
	for first > 0 && sameRun(first-1) {
		first--
	}
	for last < p.last && sameRun(last+1) {
		last++
	}
	typed := s.Name
	if last > first && (first == 0 || p.tokens[first-1].run != run || p.tokens[first-1].kind != name) {
		span = expr.Span{Start: int(p.tokens[first].start), End: int(p.tokens[last].end)}
		typed = p.text(span)
		s = expr.Var(typed)
	}
	if p.ahead().kind == opening && p.of(typed).function == nil && last > first {
		p.unknownFunction(first, last)
		return
	}
	p.fail(Undeclared, p.withAccent(span)).Near = p.nearest(s)
}

// withAccent returns the span with the command in front of it that sets an accent on its letter.
func (p *parser) withAccent(span expr.Span) expr.Span {
	before := strings.TrimRight(p.src[:span.Start], " {")
	for _, accent := range []string{`\hat`, `\widehat`, `\bar`, `\overline`, `\tilde`} {
		if strings.HasSuffix(before, accent) {
			span.Start = len(before) - len(accent)
		}
	}
	return span
}

// isUnknownFunction complains if the letters from token at on are used as a function that is none here: three or more
// that are not all declared, right before a bracket. Two letters there are a product, as in xy(1+z).
func (p *parser) isUnknownFunction(at int) bool {
	t := &p.tokens[at]
	if at > 0 && p.tokens[at-1].kind == name && p.tokens[at-1].run == t.run {
		return false
	}
	last := at
	for last < p.last && p.tokens[last+1].run == t.run && (p.tokens[last+1].kind == name || p.tokens[last+1].kind == function) {
		if last++; last-at > longestWord {
			return false
		}
	}
	if next := &p.tokens[last+1]; last == at || p.left || next.kind != opening || next.shape != '(' || next.space {
		return false
	}
	typed := p.src[t.start:p.tokens[last].end]
	if !missing[typed] && (last-at+1 != len(typed) || last-at < 2 || p.spellsDeclared(typed)) {
		return false
	}
	p.unknownFunction(at, last)
	return true
}

func (p *parser) unknownFunction(first, last int) {
	span := expr.Span{Start: int(p.tokens[first].start), End: int(p.tokens[last].end)}
	typed := p.text(span)
	if codeMembers[typed] && typed != "sum" && typed != "mean" {
		p.fail(Vectors, span)
		return
	}
	near := nearestFunction(strings.ToLower(typed))
	if t := p.tokens[first]; near == "" && t.kind == function {
		near = t.fn.String()
	}
	p.fail(UnknownFunction, span).Near = near
}
