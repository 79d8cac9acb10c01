package parse

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// bareArgument reads the argument of the function at token at, which stands without brackets: ln 2x, sin -x. It ends
// before *, and before a bracket behind something complete; before / there are two ways.
func (p *parser) bareArgument(at int) expr.Node {
	outer, of := p.bare, p.bareFunc
	p.bare, p.bareFunc = int(p.tokens[at].start), p.tokens[at].fn
	n := p.signed(true, argument)
	p.bare, p.bareFunc = outer, of
	if k := p.at().kind; k == times && !p.startsFunction(p.pos+1) || k == opening || p.isPowerOfE() {
		p.note(FunctionThenProduct, int(p.tokens[at].start))
	}
	return n
}

// takesQuotient reports whether the sign that comes next belongs to the argument of a function without brackets: a
// slash may. In sin x/x the function most likely ends before it, in ln 1/p the argument is a fraction.
func (r *productReader) takesQuotient() bool {
	if r.at().kind == times {
		return false
	}
	likely := r.over || !expr.Contains(r.result(), unknownValue)
	if !likely && r.startsFunction(r.pos+1) {
		return false // sin x/cos x
	}
	takes := likely != r.rival(r.pos, r.bare)
	if takes {
		r.note(FunctionOfQuotient, r.bare)
	} else {
		r.note(FunctionThenQuotient, r.bare)
	}
	return takes
}

// takesBeside reports whether the factor that comes next without a sign belongs to the argument of a function without
// brackets: a letter does, a bracket does not.
func (r *productReader) takesBeside() bool {
	switch {
	case r.at().kind == opening:
		return r.takesBracket()
	case r.isPowerOfE():
		return r.takesPowerOfE()
	}
	return true
}

// isPowerOfE reports whether e^ comes next.
func (p *parser) isPowerOfE() bool {
	return p.at().kind == name && p.at().text == "e" && p.ahead().kind == caret && !p.of("e").declared()
}

// takesPowerOfE reports whether e^… belongs to the argument of a function without brackets. Behind a number it does.
// Else it is a function of its own in sin x e^x, where a logarithm most likely takes it, too: ln λ e^(-λx).
func (r *productReader) takesPowerOfE() bool {
	if _, number := r.result().(*expr.Number); number {
		return true
	}
	logarithm := r.bareFunc == expr.Ln || r.bareFunc == expr.Log2 || r.bareFunc == expr.Log10
	takes := logarithm != r.rival(r.pos, r.bare)
	if takes {
		r.note(FunctionOfPower, r.bare)
	}
	return takes
}

// takesBracket reports whether the bracket that comes next belongs to the argument of a function without brackets: only
// a number before it may be its factor, and most likely is where it stands close, as in sin 2(x+1).
func (r *productReader) takesBracket() bool {
	if _, number := r.result().(*expr.Number); !number {
		return false
	}
	takes := !r.at().space != r.rival(r.pos, r.bare)
	if takes {
		r.note(FunctionOfBracket, r.bare)
	}
	return takes
}

// unbracketed reads what is differentiated where no bracket follows d/dx: the product that follows. Behind a bare number
// the sum may be meant, and most likely is unless a term behind it is differentiated, too.
func (p *parser) unbracketed(d *leibniz) expr.Node {
	at, start := p.pos, p.start()
	n := p.signed(false, body)
	if _, number := n.(*expr.Number); !number || p.pos != at+1 || !p.isSign() {
		return n
	}
	if p.differentiatesBehind() != p.rival(p.pos, d.start) {
		p.note(DerivativeThenSum, d.start)
		return n
	}
	n = p.terms(start, n, p.last)
	p.note(DerivativeOfSum, d.start)
	return n
}

// raisesIndex reports whether a number raised in brackets, beside which a letter is, is an index: most likely all of the
// line are. They are indices or powers together.
func (p *parser) raisesIndex() bool {
	index := !p.rival(-1, -1)
	if index {
		p.note(RaisedNumberIndex, int(p.tokens[p.pos-1].start))
	} else {
		p.note(RaisedNumberPower, int(p.tokens[p.pos-1].start))
	}
	return index
}

// isSign reports whether + or - comes next.
func (p *parser) isSign() bool { k := p.at().kind; return k == plus || k == minus }

// differentiatesBehind reports whether a derivative stands behind the next token in the same brackets.
func (p *parser) differentiatesBehind() bool {
	for i := p.pos; i < p.last && p.tokens[i].kind != closing; i++ {
		if p.startsDerivative(i) {
			return true
		}
		if t := &p.tokens[i]; t.kind == opening && t.mate > 0 {
			i = int(t.mate)
		}
	}
	return false
}

// bracketOf reads the bracket with its power behind d/dx. A factor that follows without a sign may be meant to be
// differentiated, too.
func (p *parser) bracketOf(d *leibniz) expr.Node {
	at, start := p.pos, p.start()
	n := p.factor()
	if p.complaint != nil {
		return nothing
	}
	apart := d.fraction || p.tokens[at].space
	switch {
	case p.startsFactor() && !p.startsDerivative(p.pos), p.at().kind == slash && apart:
		takes := apart || !p.dependsOn(n, d.by)
		if takes == p.rival(p.pos, d.start) {
			p.note(DerivativeThenProduct, d.start)
			return n
		}
		n = p.productFrom(start, n, body)
		p.note(DerivativeOfProduct, d.start)
	case p.tokens[p.pos-1].kind != prime && !p.closedBracket(at):
		p.note(DerivativeOfPower, d.start)
	}
	return n
}

// dependsOn reports whether n may depend on one of the symbols: it stands there, or something that somebody defined. Who
// differentiates a letter alone takes it to depend on them.
func (p *parser) dependsOn(n expr.Node, by []*expr.Symbol) bool {
	if _, alone := n.(*expr.Symbol); alone {
		return true
	}
	return expr.Contains(n, func(n expr.Node) bool {
		if _, call := n.(*expr.Apply); call {
			return true
		}
		s, ok := n.(*expr.Symbol)
		return ok && (slices.ContainsFunc(by, func(v *expr.Symbol) bool { return expr.Equal(s, v) }) ||
			slices.ContainsFunc(p.definitions, func(d scope.Definition) bool { return d.Name == s.Name }))
	})
}

// summand reads what a Σ adds up: the product that follows. If its index stands behind the next + or -, the terms up
// to there are most likely meant, too, since outside of Σ the index means nothing.
func (p *parser) summand(s *expr.Series, start int) expr.Node {
	first := p.start()
	n := p.signed(false, whole)
	if p.complaint != nil || !p.isSign() {
		return n
	}
	index := s.Index
	if index == nil {
		index, _ = p.onlyIndex(n)
	}
	if index == nil {
		return n
	}
	last := p.lastUse(index.Name)
	switch {
	case last < p.pos:
	case p.rival(p.pos, start):
		p.note(SeriesThenSum, start)
	default:
		n = p.terms(first, n, last)
		p.note(SeriesOfSum, start)
	}
	return n
}

// lastUse returns the last token in the present brackets that is the index, up to another Σ with the same; -1 if there is none.
func (p *parser) lastUse(index string) int {
	last, depth, bound := -1, 0, 0 // bound is the depth from which on another Σ has the index
	for i := p.pos; i < p.last; i++ {
		switch t := &p.tokens[i]; {
		case t.kind == opening:
			depth++
		case t.kind == closing:
			if depth == 0 {
				return last
			}
			depth--
			if depth < bound {
				bound = 0
			}
		case depth == 0 && (separates(t.kind) || t.kind == bar && p.inBars):
			return last
		case bound > 0:
		case t.kind == sumSign && p.binds(i, index):
			if depth == 0 {
				return last
			}
			bound = depth
		case t.kind == name && t.text == index:
			last = i
		}
	}
	return last
}

// separates reports whether a sum ends before a token of that kind whatever it adds up.
func separates(k kind) bool {
	switch k {
	case comma, equals, about, comparison, cell, rowEnd, otherwise, barClose:
		return true
	}
	return false
}

// binds reports whether the sum sign at token i has the index, or none, so that it may have this one.
func (p *parser) binds(i int, index string) bool {
	if i++; p.tokens[i].kind != under && p.tokens[i].kind != caret {
		t := &p.tokens[min(i+1, p.last)]
		return p.tokens[i].kind != opening || t.kind != name || t.text == index || t.n == 0 && !p.indexFirst(i+1)
	}
	for ; i < p.last && p.tokens[i].kind != name; i++ {
		if t := &p.tokens[i]; t.kind != under && t.kind != opening && t.kind != number && t.kind != comparison {
			return true
		}
	}
	return p.tokens[i].text == index
}

// unknownValue reports whether a node stands for something other than a number.
func unknownValue(n expr.Node) bool {
	switch n.(type) {
	case *expr.Symbol, *expr.Apply, *expr.Derivative, *expr.Series:
		return true
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call:
	}
	return false
}
