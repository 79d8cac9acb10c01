package parse

import (
	"chainrule/mathcore/expr"
)

// An extent says how far a product goes.
type extent uint8

const (
	whole    extent = iota // to the next + - = , or closing bracket
	argument               // of a function without brackets: what stands side by side, to the next sign, bracket or function
	radicand               // of a root without brackets: what stands side by side, to the next sign or function
	body                   // of a derivative without brackets: to the next derivative besides
)

// sum reads terms with + and - between them.
func (p *parser) sum() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	start := p.start()
	if p.ternary && p.asks() {
		return p.choose()
	}
	n := p.term(true)
	if p.isSign() {
		n = p.terms(start, n, p.last)
	}
	if p.at().kind == ifWord {
		return p.unless(n, start)
	}
	if p.at().kind == over {
		return p.over(n, start)
	}
	return n
}

// terms reads what follows the first term of a sum, which starts at byte start, as far as signs stand before token until.
func (p *parser) terms(start int, first expr.Node, until int) expr.Node {
	var terms []expr.Node
	for p.pos < until {
		at := p.start()
		negative := p.at().kind == minus
		if !negative && p.at().kind != plus {
			break
		}
		p.advance()
		term := p.term(false)
		if negative {
			term = &expr.Neg{Span: p.since(at), X: term}
		}
		if terms == nil {
			terms = append(make([]expr.Node, 0, 4), first)
		}
		terms = append(terms, term)
	}
	if terms == nil {
		return first
	}
	return &expr.Add{Span: p.since(start), Terms: terms}
}

// term reads a product with signs before it. A plus sign says nothing and stands only at the beginning of a sum.
func (p *parser) term(first bool) expr.Node { return p.signed(first, whole) }

// signed reads a product of the extent with signs before it.
func (p *parser) signed(plusToo bool, e extent) expr.Node {
	switch {
	case p.at().kind == minus:
		if !p.enter() {
			return nothing
		}
		defer p.leave()
		start := p.start()
		p.advance()
		x := p.signed(false, e)
		return &expr.Neg{Span: p.since(start), X: x}
	case p.at().kind == plus && plusToo:
		p.advance()
	}
	return p.product(e)
}

// numberAfter complains of a number behind another number or behind a letter, and reports whether it may stand there.
func (p *parser) numberAfter(before int) bool {
	if p.at().text == "1" {
		if _, indicator := p.indicatorAfter(p.pos); indicator {
			return true
		}
	}
	at := p.span(p.pos)
	switch t := p.tokens[before]; t.kind {
	case percent:
		p.fail(TwoNumbers, expr.Span{Start: int(p.tokens[before-1].start), End: at.End})
	case number, vulgar:
		p.fail(TwoNumbers, expr.Span{Start: int(t.start), End: at.End})
	case name:
		if before > 0 && (t.text == "x" || t.text == "X") && p.tokens[before-1].kind == number {
			p.fail(TimesSign, p.span(before))
			break
		}
		span := expr.Span{Start: int(t.start), End: at.End}
		letter, digits := p.text(p.span(before)), p.text(at)
		p.fail(NumberAfter, span).Want = "Write " + digits + letter + ", " + letter + "^" + digits + " or " + letter + "_" + digits + "."
	default:
		return true
	}
	return false
}

// closedBracket reports whether what was read since token i is one bracket and nothing more.
func (p *parser) closedBracket(i int) bool {
	t := p.tokens[i]
	return t.kind == opening && int(t.mate) == p.pos-1
}

// signedFactor reads a factor behind an operator, where a minus may come first.
func (p *parser) signedFactor() expr.Node {
	if p.at().kind != minus {
		return p.factor()
	}
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	start := p.start()
	p.advance()
	return &expr.Neg{X: p.signedFactor(), Span: p.since(start)}
}

// startsFactor reports whether the next token can start a factor that stands beside another.
func (p *parser) startsFactor() bool {
	switch p.at().kind {
	case number, vulgar, name, function, power, diff, sumSign, familySign, partial, fracSign, opening, barOpen, casesSign:
		return true
	case bar:
		return !p.inBars
	case norm:
		return !p.inNorm
	}
	return false
}

// factor reads an operand with its powers.
func (p *parser) factor() expr.Node {
	start, at := p.start(), p.pos
	n := p.atom()
	for p.complaint == nil {
		switch p.at().kind {
		case caret:
			if p.raisesT() {
				if p.isTransposed(at) {
					p.transposed(start)
					continue
				}
				if p.matrixProduct(at) {
					return p.vectors(start)
				}
			}
			p.advance()
			n = p.raise(n, start, at)
		case top:
			p.advance()
			p.note(VectorAsNumber, start)
		case prime:
			mark := p.pos
			n = p.derived(n, start, mark, p.primes())
		case bang:
			p.advance()
			n = p.factorial(n, start)
		default:
			return n
		}
	}
	return nothing
}

func (p *parser) factorial(n expr.Node, start int) expr.Node {
	return &expr.Call{Span: p.since(start), Func: expr.Factorial, Args: []expr.Node{n}}
}

// raise reads the exponent of base, which starts at byte start and token first.
func (p *parser) raise(base expr.Node, start, first int) expr.Node {
	at := p.pos
	exponent := p.exponent()
	n := &expr.Pow{Span: p.since(start), Base: base, Exp: exponent}
	if p.complaint != nil || p.tokens[at].kind == opening {
		return n
	}
	next := p.at()
	if next.kind == prime || p.tokens[p.pos-1].kind == prime {
		p.fail(PrimeAlone, p.since(start)) // x^2' can be two things
		return nothing
	}
	_, euler := base.(*expr.Constant)
	_, letter := exponent.(*expr.Symbol)
	doubtful := euler || letter || p.tokens[first].kind == number || p.tokens[at].kind == minus
	switch {
	case !next.space && (next.kind == name || next.kind == function) && doubtful:
		p.note(PowerThenProduct, start)
	case next.kind == slash && p.tokens[p.pos-1].kind == number && p.ahead().kind == number:
		p.note(PowerThenQuotient, start)
	}
	return n
}

// exponent reads what stands behind ^: signs, one operand, and its own powers.
func (p *parser) exponent() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	start := p.start()
	switch p.at().kind {
	case minus:
		p.advance()
		return &expr.Neg{X: p.exponent(), Span: p.since(start)}
	case plus:
		p.advance()
		return p.exponent()
	case function:
		return p.call(true)
	}
	seen := p.at().shape == raised
	n := p.atom()
	for p.complaint == nil && p.at().kind == bang && !seen {
		p.advance()
		n = p.factorial(n, start)
	}
	if p.at().kind != caret || seen {
		return n
	}
	p.advance()
	exponent := p.exponent()
	return &expr.Pow{Span: p.since(start), Base: n, Exp: exponent}
}

// atom reads one operand.
func (p *parser) atom() expr.Node {
	switch t := p.at(); t.kind {
	case number:
		return p.number()
	case vulgar:
		p.advance()
		return vulgarFraction(t.text, p.since(int(t.start)))
	case name:
		if k := p.ahead().kind; (k == under || k == caret) && p.capitalPi(p.pos) {
			return p.series()
		}
		return p.name()
	case function, power:
		return p.call(false)
	case diff:
		return p.derivativeCall()
	case sumSign:
		return p.series()
	case familySign:
		return p.family()
	case partial:
		return p.partial()
	case fracSign:
		return p.fraction()
	case opening:
		return p.bracket()
	case casesSign:
		return p.casesForm()
	case bar, barOpen:
		return p.absolute()
	case norm:
		return p.norm()
	default:
		return p.missing()
	}
}
