package parse

import "chainrule/mathcore/expr"

// product reads factors: with *, with /, and side by side, from left to right.
func (p *parser) product(e extent) expr.Node {
	start := p.start()
	first := p.factor()
	switch p.at().kind {
	case plus, minus, closing, comma, end:
		return first
	}
	return p.productFrom(start, first, e)
}

// productFrom reads what follows the first factor of a product, which starts at byte start.
func (p *parser) productFrom(start int, first expr.Node, e extent) expr.Node {
	r := productReader{parser: p, start: start, extent: e, first: first}
	more := true
	for more && p.complaint == nil {
		more = r.more()
	}
	return r.result()
}

// A productReader holds the part of a product that was read.
type productReader struct {
	*parser
	start   int
	extent  extent
	first   expr.Node
	factors []expr.Node // all of them, where there is more than the first
	divided bool        // a divisor without brackets was read last
	over    bool        // there is a quotient
}

// result returns what was read as one tree.
func (r *productReader) result() expr.Node {
	if r.factors == nil {
		return r.first
	}
	return &expr.Mul{Span: r.since(r.start), Factors: r.factors}
}

// times takes one factor more.
func (r *productReader) times(factor expr.Node) {
	if r.factors == nil {
		r.factors = append(make([]expr.Node, 0, 2), r.first)
	}
	r.factors = append(r.factors, factor)
}

// more reads one factor more and reports whether there was one.
func (r *productReader) more() bool {
	switch r.at().kind {
	case times, slash:
		if r.extent == radicand || r.extent == argument && !r.takesQuotient() || r.extent == body && r.stopsBefore(r.pos+1) {
			return false
		}
		r.explicit(r.at().kind == slash)
		return true
	default:
		if !r.startsFactor() || r.stopsBefore(r.pos) || r.extent == argument && !r.takesBeside() {
			return false
		}
		r.implicit()
		return true
	}
}

// stopsBefore reports whether the extent ends before token i.
func (r *productReader) stopsBefore(i int) bool {
	switch r.extent {
	case argument, radicand:
		return r.startsFunction(i)
	case body:
		return r.startsDerivative(i)
	case whole:
	}
	return false
}

func (r *productReader) explicit(quotient bool) {
	r.divided = false
	if !quotient {
		byName, at := r.at().text == "xx", int(r.at().start)
		r.advance()
		if byName {
			r.note(TimesByName, at)
		}
		r.times(r.signedFactor())
		return
	}
	num := r.result()
	r.advance()
	at := r.pos
	den := r.signedFactor()
	r.first, r.factors = &expr.Div{Span: r.since(r.start), Num: num, Den: den}, nil
	r.divided, r.over = !r.closedBracket(at), true
}

func (r *productReader) implicit() {
	before := r.pos - 1
	if k := r.at().kind; k == number || k == vulgar {
		if !r.numberAfter(before) {
			return
		}
	}
	factor := r.factor()
	r.times(factor)
	if _, sum := factor.(*expr.Series); r.divided && !sum { // nobody divides by m Σ who writes 1/m Σ
		r.note(QuotientThenProduct, r.start)
	}
	r.divided = false
}
