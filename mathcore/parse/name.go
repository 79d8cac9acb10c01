package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// name reads what starts with a name: a symbol with its indices, a constant, the call of a function that somebody
// named, a derivative.
func (p *parser) name() expr.Node {
	at, t := p.pos, *p.at()
	known := p.of(t.text)
	if t.text == "I" && !known.declared() {
		if open, ok := p.indicatorAfter(at); ok {
			p.pos = open
			return p.indicator(int(t.start))
		}
	}
	switch {
	case (t.text == "d" || t.text == "delta") && !known.declared() && p.startsDerivative(at):
		return p.derivative()
	case t.text == "D" && !known.declared() && p.ahead().kind == opening && p.ahead().n > 0:
		return p.derivativeCall()
	case t.text == "D" && p.isIndexedD():
		return p.indexedPartial()
	case t.text == "D" && p.isOperatorD():
		return p.operatorD()
	case t.maybe && !known.symbol() && known.function == nil && p.hasArgument(at):
		return p.call(false)
	case t.strange && p.strangeName(at):
		return nothing
	case !known.declared():
		if c, ok := constants[t.text]; ok && p.ahead().kind != under {
			p.advance()
			return &expr.Constant{Span: p.span(at), Name: c}
		}
		if p.isUnknownFunction(at) {
			return nothing
		}
	}
	if known.function != nil && p.isInverse(at) {
		return nothing
	}
	return p.named(known)
}

// isInverse complains of g^-1(y), which is no function that has a name.
func (p *parser) isInverse(at int) bool {
	behind := p.skipPower(at + 1)
	if behind == at+1 || p.tokens[behind].kind != opening || p.tokens[behind].shape == lowered {
		return false
	}
	power := p.text(expr.Span{Start: int(p.tokens[at].end), End: int(p.tokens[behind].start)})
	switch strings.Trim(power, "^{}() ") {
	case "-1", "−1", "⁻¹":
		c := p.fail(UnknownFunction, expr.Span{Start: int(p.tokens[at].start), End: int(p.tokens[behind].start)})
		c.Want = "Write the inverse function as a formula, and one over " + p.tokens[at].text + " as 1/" + p.tokens[at].text + "(...)."
		return true
	}
	return false
}

var constants = map[string]expr.Const{"e": expr.E, "pi": expr.Pi}

// named reads the indices, the primes and the arguments of the name at the next token.
func (p *parser) named(known standing) expr.Node {
	at, t := p.pos, *p.at()
	p.advance()
	index := p.indices(t.text, known)
	if t.text == "delta" && len(index) == 2 && !known.declared() {
		return &expr.Call{Span: p.since(int(t.start)), Func: expr.Delta, Args: index}
	}
	primes := p.primes()
	switch {
	case p.complaint != nil:
		return nothing
	case primes > 0:
		return p.primed(at, index, primes, known)
	case p.isCall(t.text, len(index), known):
		return p.apply(at, t.text, index, 0, known)
	case known.function != nil && !known.plain && !known.has(len(index)):
		return p.short(at, index, 0, known)
	case len(index) == 0 && known.isFamily() && p.isTransposed(at):
		return p.innerProduct(at)
	case p.isHypothesis(index, known):
		return p.hypothesis(at, known)
	}
	return p.symbol(at, index)
}

// isHypothesis reports whether what comes is h_θ(x^(i)), as machine learning writes the prediction for example i, where
// the question has h_i, or h, for it.
func (p *parser) isHypothesis(index []expr.Node, known standing) bool {
	if len(index) != 1 || !known.has(1) && !known.plain || known.function != nil || p.at().kind != opening {
		return false
	}
	s, ok := index[0].(*expr.Symbol)
	return ok && s.Name == "theta" && !p.of("theta").plain && p.ahead().kind == name
}

// hypothesis reads the argument of h_θ.
func (p *parser) hypothesis(at int, known standing) expr.Node {
	open := p.pos
	args := p.arguments()
	if p.complaint != nil {
		return nothing
	}
	s, ok := args[0].(*expr.Symbol)
	switch {
	case ok && len(args) == 1 && len(s.Index) == 0 && known.plain:
		return p.symbol(at, nil)
	case ok && len(args) == 1 && len(s.Index) > 0 && known.has(1):
		return p.symbol(at, s.Index[:1])
	}
	p.wrongCount(at, open, 1)
	return nothing
}

// symbol returns the symbol whose name is token at, or complains that it is not declared.
func (p *parser) symbol(at int, index []expr.Node) expr.Node {
	t := &p.tokens[at]
	s := &expr.Symbol{Span: p.since(int(t.start)), Name: t.text, Index: index}
	if t.arrow {
		p.note(VectorAsNumber, int(t.start))
	}
	if p.free() || p.allows(s) {
		if p.left && p.strict && p.stranger == nil && !p.allows(s) {
			p.stranger = s
		}
		return s
	}
	if t.maybe {
		p.fail(FunctionAlone, p.span(at))
		return nothing
	}
	if p.at().kind == caret && len(index) == 0 && p.raisesT() && !p.of("T").declared() {
		p.vectors(int(t.start))
		return nothing
	}
	p.undeclared(at, s)
	return nothing
}

// free reports whether names may be used that are not declared.
func (p *parser) free() bool { return !p.strict || p.left || p.bounds || p.indexing || p.whole }

// primes reads primes and returns how many there are.
func (p *parser) primes() int {
	count := 0
	for p.at().kind == prime && p.complaint == nil {
		count += int(p.at().n)
		p.advance()
		if count > maxDepth {
			p.fail(TooDeep, p.span(p.pos-1))
		}
	}
	return count
}

// primed reads the argument behind f'.
func (p *parser) primed(at int, index []expr.Node, primes int, known standing) expr.Node {
	t := p.tokens[at]
	called := p.at().kind == opening && (known.function != nil || !p.mentions(t.text, p.pos, int(p.at().mate)))
	switch {
	case called && known.function == nil && p.strict && !p.left:
		p.unknownFunction(at, at)
	case called:
		return p.apply(at, t.text, index, primes, known)
	case known.function != nil:
		return p.short(at, index, primes, known)
	case p.left && p.at().kind == equals && !known.symbol():
		return &expr.Apply{Span: p.since(int(t.start)), Name: t.text, Index: index, Primes: primes, Args: []expr.Node{p.onlySymbol()}}
	default:
		return p.primedLetter(at, index, primes)
	}
	return nothing
}

// onlySymbol returns the symbol that f' on the left of = most likely depends on: the only one there is, or x.
func (p *parser) onlySymbol() expr.Node {
	if len(p.symbols) == 1 {
		return expr.Var(p.symbols[0].Name, p.symbols[0].Index...)
	}
	return expr.Var("x")
}

// isCall reports whether the bracket that comes next holds the argument of the name, rather than a factor.
//
// A function that is declared or defined is called. In an open scope f, g and h are unknown functions, unless they are
// declared as symbols; all other letters are factors. But nobody writes a function inside its own argument without
// giving it one: g(1-g) is a product.
func (p *parser) isCall(letter string, indices int, known standing) bool {
	open := p.pos
	if p.at().kind == caret {
		open = p.skipPower(p.pos)
		if p.tokens[p.pos+1].kind == minus || p.tokens[p.pos+1].kind == opening && p.tokens[p.pos+2].kind == minus {
			return false
		}
	}
	if t := &p.tokens[open]; t.kind != opening || t.shape == raised || t.shape == lowered {
		return false
	}
	switch {
	case known.function != nil && known.function.Indices() == indices:
	case known.plain && indices == 0, known.has(indices):
		return false
	case p.left && !known.declared() && p.heads(letter, open):
	case letter == p.loss, !known.declared() && indices == 0 && p.isApplied(p.pos-1, open):
		return true
	case !p.strict && isFunctional(letter) && p.tokens[open].shape == '(' && p.tokens[open].n > 0:
	case p.strict || letter != "f" && letter != "g" && letter != "h":
		return false
	}
	return !p.mentions(letter, open, int(p.tokens[open].mate))
}

// mentions reports whether the name stands without brackets behind it between tokens i and j.
func (p *parser) mentions(function string, i, j int) bool {
	for k := i + 1; k < j; k++ {
		t := &p.tokens[k]
		if t.kind != name || t.text != function || p.tokens[k-1].kind == under {
			continue
		}
		if next := p.tokens[k+1].kind; next != opening && next != prime && next != under && next != caret {
			return true
		}
	}
	return false
}

// apply reads the bracketed arguments of a function that somebody named.
func (p *parser) apply(at int, function string, index []expr.Node, primes int, known standing) expr.Node {
	start := int(p.tokens[at].start)
	var exponent expr.Node
	if p.at().kind == caret {
		p.advance()
		exponent = p.exponent()
	}
	open := p.pos
	args := p.arguments()
	if p.complaint != nil {
		return nothing
	}
	n := &expr.Apply{Span: p.since(start), Name: function, Index: index, Primes: primes, Args: args}
	want := len(args)
	if f := known.function; f != nil {
		want = len(f.Params)
	}
	if primes > 0 {
		want = 1
	}
	if len(args) != want {
		p.wrongCount(at, open, want)
		return nothing
	}
	if exponent != nil {
		return &expr.Pow{Span: n.Span, Base: n, Exp: exponent}
	}
	return n
}

// wrongCount complains that the function at token at does not take the arguments in the bracket at token open.
func (p *parser) wrongCount(at, open, want int) {
	if want == 1 && p.tokens[open].n == 1 {
		for i := open; i < p.pos; i++ {
			if s, ok := p.decimalComma(i); ok && p.tokens[i].kind == comma {
				p.fail(DecimalComma, s)
				return
			}
		}
	}
	c := p.fail(ArgumentCount, p.since(int(p.tokens[at].start)))
	c.Text, c.Want = printable(p.text(p.span(at))), arguments(want)
}

// short reads a function without its argument: it gets the one it was defined with, or the variable of the derivative.
func (p *parser) short(at int, index []expr.Node, primes int, known standing) expr.Node {
	start, f := int(p.tokens[at].start), known.function
	arg := p.by
	if arg == nil && len(f.Params) == 1 {
		arg = f.Params[0]
	}
	touching := primes == 0 && (p.at().kind == number || p.at().kind == name && p.of(p.at().text).function == nil)
	if arg == nil || len(f.Params) != 1 || f.Indices() != len(index) || touching || !p.free() && !p.allows(arg) {
		c := p.fail(FunctionAlone, p.since(start))
		c.Text = printable(p.text(p.span(at)))
		return nothing
	}
	span := p.since(start)
	args := []expr.Node{&expr.Symbol{Span: span, Name: arg.Name, Index: arg.Index}}
	n := &expr.Apply{Span: span, Name: f.Name, Index: index, Primes: primes, Args: args}
	if p.by == nil {
		p.note(FunctionShort, start)
	}
	return n
}

// arguments reads one argument or more in brackets.
func (p *parser) arguments() []expr.Node {
	if !p.enter() {
		return nil
	}
	defer p.leave()
	if p.isDoubled() {
		return p.doubled()
	}
	open, bars := p.pos, p.inBars
	p.inBars = false
	p.advance()
	args := append(make([]expr.Node, 0, 1), p.sum())
	for p.at().kind == comma && p.complaint == nil {
		p.advance()
		args = append(args, p.sum())
	}
	p.inBars = bars
	p.close(open)
	return args
}
