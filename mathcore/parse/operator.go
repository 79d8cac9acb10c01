package parse

import "chainrule/mathcore/expr"

// isPartial reports whether token i is ∂, or the δ that is written for it.
func (p *parser) isPartial(i int) bool {
	t := &p.tokens[min(i, p.last)]
	return t.kind == partial || t.kind == name && t.text == "delta"
}

// areDs reports whether tokens i and j are the two d of a derivative: d, ∂, or δ in both places.
func (p *parser) areDs(i, j int) bool {
	if p.isD(i) && p.isD(j) {
		return true
	}
	a, b := &p.tokens[min(i, p.last)], &p.tokens[min(j, p.last)]
	return a.kind == name && b.kind == name && a.text == "delta" && b.text == "delta" && !p.of("delta").declared()
}

// variableIndex reads the indices of the variable of a derivative. A bracket behind it is what is differentiated.
func (p *parser) variableIndex(letter string) []expr.Node {
	known := p.of(letter)
	var high, low []expr.Node
	for p.complaint == nil {
		switch t := p.at(); {
		case t.kind == under && low == nil:
			low = p.lowered(known)
		case t.kind == number && !t.space && low == nil && high == nil && p.gluedIndex(letter, known):
			low = p.digits(known)
		case t.kind == name && low == nil && high == nil && p.glues(letter, known, p.pos) > 0:
			low = p.gluedLetters(p.glues(letter, known, p.pos))
		case t.kind == caret && high == nil && p.isRaisedIndex(letter, low, known):
			high = p.raisedIndex(known)
		case t.kind == caret && high == nil && p.isRaisedCount(letter, low, known):
			high = p.raisedCount()
		default:
			return append(high, low...)
		}
	}
	return nil
}

// isOperatorD reports whether the D at the next token is the operator in D(x^2): nothing else is called D.
func (p *parser) isOperatorD() bool {
	t := p.ahead()
	if t.kind != opening || t.shape != '(' && t.shape != '[' || t.mate < 0 || p.of("D").declared() {
		return false
	}
	if p.seen&lookedForD == 0 {
		p.seen |= lookedForD
		for i := range p.last {
			if d := &p.tokens[i]; d.kind == name && d.text == "D" && p.tokens[i+1].kind != opening {
				p.seen |= letterD
			}
		}
	}
	return p.seen&letterD == 0
}

// isIndexedD reports whether D_x(...) comes next, with x in the brackets.
func (p *parser) isIndexedD() bool {
	i := p.pos + 3
	if i > p.last || p.of("D").declared() || p.tokens[i-2].kind != under || p.tokens[i-1].kind != name {
		return false
	}
	t := &p.tokens[i]
	if t.kind != opening || t.shape != '(' && t.shape != '[' {
		return false
	}
	for k := i + 1; k < int(t.mate); k++ {
		if p.tokens[k].kind == name && p.tokens[k].text == p.tokens[i-1].text {
			return true
		}
	}
	return false
}

// operatorD reads D(x^2).
func (p *parser) operatorD() expr.Node {
	at, start := p.pos, p.start()
	p.advance()
	n := p.bracket()
	if p.complaint != nil {
		return nothing
	}
	by := p.primeVariable(n)
	if s, ok := n.(*expr.Symbol); ok && p.isUnknown(s) && len(p.lineLetters()) == 0 {
		by = expr.Var("x")
		n = unknownOf(s, []*expr.Symbol{by})
	}
	if by == nil {
		p.fail(BadDerivative, p.since(int(p.tokens[at].start)))
		return nothing
	}
	p.note(OperatorD, start)
	return &expr.Derivative{Span: p.since(start), Var: by, Body: n, Order: 1}
}

// indexedPartial reads ∂_x with what follows.
func (p *parser) indexedPartial() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	d := leibniz{start: p.start(), partial: p.at().kind == partial}
	p.advance()
	d.order = p.order()
	p.advance()
	open := -1
	if p.at().kind == opening {
		open = p.pos
		p.advance()
	}
	for p.complaint == nil && p.at().kind == name && (open >= 0 || len(d.by) == 0) {
		if by := p.variable(); by != nil {
			d.by = append(d.by, by)
		}
	}
	if open >= 0 {
		p.close(open)
	}
	if p.complaint == nil && len(d.by) == 1 {
		d.order = max(d.order, p.order())
		for len(d.by) < d.order {
			d.by = append(d.by, d.by[0])
		}
	}
	if p.complaint == nil && (len(d.by) == 0 || d.order > 1 && len(d.by) != d.order) {
		p.fail(BadDerivative, p.since(d.start))
	}
	return p.build(&d, p.differentiated(&d))
}

// variable reads the variable of a derivative with its indices, perhaps in braces.
func (p *parser) variable() *expr.Symbol {
	open := -1
	if p.at().kind == opening {
		open = p.pos
		p.advance()
	}
	at := p.pos
	letter := p.at().text
	p.advance()
	by, ok := p.symbol(at, p.variableIndex(letter)).(*expr.Symbol)
	if open >= 0 {
		p.close(open)
	}
	if !ok || p.complaint != nil {
		return nil
	}
	return by
}

// isVariableAt reports whether the variable of a derivative can start at token i: a name, perhaps in braces.
func (p *parser) isVariableAt(i int) bool {
	i = min(i, p.last)
	switch t := &p.tokens[i]; {
	case t.kind == opening && t.shape == '{' && t.mate > 0:
		i++
	case t.kind == opening && t.shape == '(' && t.mate > 0:
		return p.tokens[i+1].kind == name && p.skipIndex(i+2) == int(t.mate)
	}
	return p.tokens[i].kind == name
}

// isBareFunction reports whether the function at the next token stands without its argument and can have that of a
// derivative: the σ of dσ/dx.
func (p *parser) isBareFunction() bool {
	t := p.at()
	known := t.kind == function && t.fn.Arity() == 1 || t.kind == name && t.maybe && !p.of(t.text).declared()
	if !known {
		return false
	}
	switch p.ahead().kind {
	case slash, closing, end, plus, minus, equals, over:
		return true
	}
	return false
}

// bareFunction reads the σ of dσ/dx.
func (p *parser) bareFunction(by *expr.Symbol) expr.Node {
	t, at := *p.at(), p.span(p.pos)
	p.advance()
	return &expr.Call{Span: at, Func: t.fn, Args: []expr.Node{&expr.Symbol{Span: at, Name: by.Name, Index: by.Index}}}
}

// skipOperand returns the token behind the operand at token i: a bracket, a name with its indices and arguments, a
// function with what it applies to; with their powers.
func (p *parser) skipOperand(i int) int {
	const mostFunctions = 4
	for n := 0; p.tokens[i].kind == function && n < mostFunctions && p.tokens[i+1].kind != slash; n++ {
		i = p.skipPower(p.skipIndex(i + 1))
	}
	if k := p.tokens[i].kind; k == name || k == function {
		i = p.skipIndex(i + 1)
	}
	for p.tokens[i].kind == prime {
		i++
	}
	for p.tokens[i].kind == opening && p.tokens[i].mate > 0 {
		i = int(p.tokens[i].mate) + 1
	}
	return p.skipPower(i)
}

// skipIndex returns the token behind the index that starts at token i, or i if none does.
func (p *parser) skipIndex(i int) int {
	i = min(i, p.last)
	switch t := &p.tokens[i]; {
	case t.kind == number && !t.space:
		return i + 1
	case t.kind != under:
		return i
	}
	i++
	if t := &p.tokens[i]; t.kind == opening {
		return int(max(t.mate, int32(i))) + 1
	}
	run := p.tokens[i].run
	i++
	for i < p.last && p.tokens[i].kind == name && p.tokens[i].run == run {
		i++
	}
	for t := &p.tokens[min(i, p.last)]; i < p.last && t.start == p.tokens[i-1].end && (p.isWhole(i) || t.kind == under && t.end > t.start || t.kind == name && p.tokens[i-1].kind == under); t = &p.tokens[min(i, p.last)] {
		i++ // a_o1, f_w_b
	}
	return min(i, p.last)
}

// isBracketedOperator reports whether (d/dx) comes next, with nothing to differentiate inside.
func (p *parser) isBracketedOperator() bool {
	if p.ahead().kind == fracSign {
		return p.at().mate > 0 && p.fracOperatorEnd(p.pos+1) == int(p.at().mate)
	}
	if p.ahead().kind == partial && p.tokens[min(p.pos+2, p.last)].kind == under {
		return false
	}
	mate := int(p.at().mate)
	if mate < 0 || !p.startsDerivative(p.pos+1) {
		return false
	}
	i := p.skipPower(p.pos + 2)
	if p.tokens[i].kind != slash || !p.areDs(p.pos+1, i+1) || !p.isVariableAt(i+2) {
		return false
	}
	if k := i + 2; p.tokens[k].kind == opening {
		return p.skipPower(int(p.tokens[k].mate)+1) == mate
	}
	return p.skipPower(p.skipPower(p.skipIndex(i+3))) == mate
}

// bracketedOperator reads (d/dx) and what follows.
func (p *parser) bracketedOperator() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	open, start := p.pos, p.start()
	p.advance()
	d := leibniz{start: start}
	if p.at().kind == fracSign {
		p.fracOperator(&d)
		p.fracDenominator(&d)
	} else {
		d.partial = p.isPartial(p.pos)
		p.advanceD()
		d.order = p.order()
		p.variables(&d)
	}
	p.close(open)
	return p.build(&d, p.differentiated(&d))
}
