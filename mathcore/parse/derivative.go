package parse

import (
	"slices"

	"chainrule/mathcore/expr"
)

// isD reports whether token i is the d of a derivative, or ∂.
func (p *parser) isD(i int) bool {
	t := &p.tokens[min(i, p.last)]
	return t.kind == partial || t.kind == name && t.text == "d" && !p.of("d").declared()
}

// startsDerivative reports whether d/dx, dy/dx, d(...)/dx or a \frac of them starts at token i.
func (p *parser) startsDerivative(i int) bool {
	if i >= p.last {
		return false
	}
	if p.tokens[i].kind == fracSign {
		return p.isFracDerivative(i)
	}
	if p.tokens[i].kind == partial && p.tokens[i+1].kind == under {
		return true
	}
	return (p.isD(i) || p.isPartial(i)) && p.slashOf(i) > 0
}

// slashOf returns the token of the / in the derivative that starts at token i, or 0 if it is none.
func (p *parser) slashOf(i int) int {
	j := p.skipPower(i + 1)
	if p.tokens[j].kind != slash {
		j = p.skipOperand(j)
	}
	if p.tokens[j].kind != slash {
		return 0
	}
	k := j + 1
	if p.tokens[k].kind == opening {
		k++
		if p.tokens[min(p.skipOperand(min(k+1, p.last)), p.last)].kind == slash {
			return 0 // a derivative stands in the bracket, and it divides
		}
	}
	if k < p.last && p.areDs(i, k) && (p.isVariableAt(k+1) || p.tokens[k].kind == partial) {
		return j
	}
	return 0
}

// A leibniz is what a derivative written with d or ∂ says, apart from what is differentiated.
type leibniz struct {
	start   int
	order   int
	partial bool
	// fraction tells that it is written \frac{d}{dx}.
	fraction bool
	// power is that of the variable in d/dσ^2, 0 if it has none.
	power int
	by    []*expr.Symbol // from the outermost to the innermost, one for each order
}

// partial reads what starts with ∂.
func (p *parser) partial() expr.Node {
	if p.ahead().kind == under || p.ahead().kind == caret && p.tokens[p.skipPower(p.pos+1)].kind == under {
		return p.indexedPartial()
	}
	if p.startsDerivative(p.pos) {
		return p.derivative()
	}
	p.fail(BadDerivative, p.span(p.pos))
	return nothing
}

// derivative reads d/dx with what follows, or dy/dx, or d(...)/dx.
func (p *parser) derivative() expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	d := leibniz{start: p.start(), partial: p.isPartial(p.pos)}
	slashAt := p.slashOf(p.pos)
	p.advanceD()
	d.order = p.order()
	var inside expr.Node
	operand := p.pos
	if p.pos != slashAt {
		// The variable comes behind the operand, which may need it: look there first.
		p.pos = slashAt
		p.variables(&d)
		behind := p.pos
		if p.complaint != nil {
			return nothing
		}
		p.pos = operand
		inside = p.differentiand(&d, (*parser).operand)
		if p.complaint == nil && p.pos != slashAt {
			p.fail(BadDerivative, expr.Span{Start: d.start, End: int(p.tokens[slashAt].end)})
		}
		if p.complaint == nil {
			p.pos = behind
		}
		return p.build(&d, inside)
	}
	p.variables(&d)
	return p.build(&d, p.differentiated(&d))
}

// advanceD goes past the d of dy, and makes the letters behind it a run of their own.
func (p *parser) advanceD() {
	run := p.at().run
	p.advance()
	if p.at().kind != name && p.at().kind != function {
		return
	}
	own := p.at().start
	for i := p.pos; i < p.last && i-p.pos < longestWord && p.tokens[i].run == run; i++ {
		p.tokens[i].run = own
	}
}

// order reads the ^2 of d^2/dx^2.
func (p *parser) order() int {
	if p.at().kind != caret {
		return 1
	}
	start := p.start()
	p.advance()
	n, ok := p.exponent().(*expr.Number)
	if !ok || !n.Value.IsInt() || !n.Value.Num().IsInt64() || n.Value.Num().Int64() > 9 || n.Value.Sign() == 0 {
		p.fail(BadDerivative, p.since(start))
		return 1
	}
	return int(n.Value.Num().Int64())
}

// variables reads /dx, /dx^2, /(∂x ∂y).
func (p *parser) variables(d *leibniz) {
	p.advance()
	open := -1
	if p.at().kind == opening {
		open = p.pos
		p.advance()
	}
	p.denominator(d)
	if open >= 0 {
		p.close(open)
	}
}

// denominator reads dx, dx^2, ∂x ∂y and checks that there are as many as the order says.
func (p *parser) denominator(d *leibniz) {
	for p.complaint == nil && len(d.by) < d.order && (p.isD(p.pos) || p.isPartial(p.pos)) {
		p.advanceD()
		if !p.isVariableAt(p.pos) {
			break
		}
		by := p.variable()
		if by == nil {
			return
		}
		n := p.order()
		if p.isSquareLetter(d, by, n) {
			d.power, n = n, 1
		}
		for range n {
			d.by = append(d.by, by)
		}
	}
	if len(d.by) != d.order {
		p.fail(BadDerivative, p.since(d.start))
	}
}

// isSquareLetter reports whether by^n is the letter by which something is differentiated once, as σ^2 is in statistics.
func (p *parser) isSquareLetter(d *leibniz, by *expr.Symbol, n int) bool {
	_, greek := expr.Glyph(by.Name)
	return n > 1 && d.order == 1 && len(d.by) == 0 && greek && len(by.Index) == 0
}

// differentiated reads what stands behind d/dx: one bracket with its power, or the product that follows.
func (p *parser) differentiated(d *leibniz) expr.Node {
	if p.complaint != nil {
		return nothing
	}
	if k := p.at().kind; k != opening {
		if !p.startsFactor() && k != minus && k != bar {
			p.fail(BadDerivative, p.since(d.start))
			return nothing
		}
		return p.differentiand(d, func(p *parser) expr.Node { return p.unbracketed(d) })
	}
	return p.differentiand(d, func(p *parser) expr.Node { return p.bracketOf(d) })
}

// differentiand reads with read what is differentiated. A function without its argument has that of the derivative: in
// d/dx f an unknown f is f(x).
func (p *parser) differentiand(d *leibniz, read func(*parser) expr.Node) expr.Node {
	outer := p.by
	if len(d.by) > 0 {
		p.by = d.by[len(d.by)-1]
	}
	if p.isLoss(p.pos) {
		loss := p.loss
		p.loss = p.at().text
		defer func() { p.loss = loss }()
	}
	var n expr.Node
	if p.by != nil && p.isBareFunction() {
		n = p.bareFunction(p.by)
	} else {
		n = read(p)
	}
	if s, ok := n.(*expr.Symbol); ok && p.isUnknown(s) {
		n = unknownOf(s, d.by)
	}
	p.by = outer
	return n
}

// unknownOf returns the unknown function s of the different symbols that it is differentiated by.
func unknownOf(s *expr.Symbol, by []*expr.Symbol) expr.Node {
	n := &expr.Apply{Span: s.Span, Name: s.Name}
	for _, v := range by {
		if !slices.ContainsFunc(n.Args, func(a expr.Node) bool { return expr.Equal(a, v) }) {
			n.Args = append(n.Args, &expr.Symbol{Span: s.Span, Name: v.Name, Index: v.Index})
		}
	}
	return n
}

// isUnknown reports whether the symbol is the f, g or h of which nothing is known.
func (p *parser) isUnknown(s *expr.Symbol) bool {
	return len(s.Index) == 0 && (s.Name == "f" || s.Name == "g" || s.Name == "h") && !p.of(s.Name).declared()
}

// operand reads what stands between d and /dx: a name with its argument, a function, a bracket.
func (p *parser) operand() expr.Node {
	if p.at().kind == function && p.ahead().kind != opening {
		return p.call(true)
	}
	return p.factor()
}

// build returns the derivative of n.
func (p *parser) build(d *leibniz, n expr.Node) expr.Node {
	if p.complaint != nil {
		return nothing
	}
	span := p.since(d.start)
	if d.power > 0 && !IsName(n) {
		p.note(BySquare, d.start)
		derivative := &expr.Derivative{Span: span, Var: d.by[0], Body: n, Order: 1, Partial: d.partial}
		inner := expr.Product(expr.Int(int64(d.power)), expr.Power(d.by[0], expr.Int(int64(d.power-1))))
		return &expr.Div{Span: span, Num: derivative, Den: inner}
	}
	for i := len(d.by) - 1; i >= 0; {
		j := i
		for j > 0 && expr.Equal(d.by[j-1], d.by[i]) {
			j--
		}
		n = &expr.Derivative{Span: span, Var: d.by[i], Body: n, Order: i - j + 1, Partial: d.partial}
		i = j - 1
	}
	return n
}

// derivativeCall reads D(f, x) and D(f, x, 2).
func (p *parser) derivativeCall() expr.Node {
	at, open := p.pos, p.pos+1
	if p.tokens[min(open, p.last)].kind != opening {
		p.fail(FunctionAlone, p.span(at))
		return nothing
	}
	d := leibniz{start: p.start(), order: 1}
	p.advance()
	args := p.arguments()
	if p.complaint != nil {
		return nothing
	}
	if len(args) == 1 && p.tokens[at].kind == diff {
		if by := p.primeVariable(args[0]); by != nil {
			d.by = append(d.by, by)
			return p.build(&d, args[0])
		}
	}
	if len(args) < 2 || len(args) > 3 {
		p.wrongCount(at, open, 2)
		return nothing
	}
	by, ok := args[1].(*expr.Symbol)
	if len(args) == 3 {
		n, whole := args[2].(*expr.Number)
		if ok = ok && whole && n.Value.IsInt() && n.Value.Sign() > 0 && n.Value.Cmp(small[9]) <= 0; ok {
			d.order = int(n.Value.Num().Int64())
		}
	}
	if !ok {
		p.fail(BadDerivative, p.since(d.start))
		return nothing
	}
	for range d.order {
		d.by = append(d.by, by)
	}
	n := args[0]
	if s, isSymbol := n.(*expr.Symbol); isSymbol && p.isUnknown(s) {
		n = unknownOf(s, d.by)
	}
	return p.build(&d, n)
}
