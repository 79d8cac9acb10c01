package parse

import (
	"strings"

	"chainrule/mathcore/expr"
)

// call reads a function that the program knows: ln(x), ln x, sin^2 x, log_2(x). Without brackets it takes the product
// that follows; if it is tight, as in an exponent, only one factor.
func (p *parser) call(tight bool) expr.Node {
	if !p.enter() {
		return nothing
	}
	defer p.leave()
	at, f := p.pos, p.at().fn
	if p.isMissing(at) {
		return nothing
	}
	p.advance()
	if f == expr.Where {
		return p.whereCall(at)
	}
	var base, exponent expr.Node
	if p.at().kind == under {
		base = p.logBase(at)
	}
	if p.at().kind == caret {
		p.advance()
		exponent = p.exponent()
	}
	if p.tokens[at].kind == function && p.isEuler(f, exponent) {
		p.note(EulerByName, int(p.tokens[at].start))
		return &expr.Pow{Span: p.since(int(p.tokens[at].start)), Base: &expr.Constant{Span: p.span(at), Name: expr.E}, Exp: exponent}
	}
	primes := p.primes()
	if primes > 0 && (p.tokens[at].kind == power || f.Arity() != 1) {
		p.fail(PrimeAlone, p.since(int(p.tokens[at].start)))
	}
	if p.complaint == nil && f == expr.Sqrt && p.isRootDegree() {
		return p.root(at)
	}
	open := p.pos
	args := p.callArguments(at, tight)
	if p.complaint != nil {
		return nothing
	}
	f, args = p.withBase(at, base, args)
	args = p.withDefault(at, f, args)
	if p.isNthRoot(at, args) {
		return p.powered(rootOf(p.since(int(p.tokens[at].start)), args[1], args[0]), exponent)
	}
	p.remark(at, f)
	return p.applied(at, open, f, args, primes, exponent)
}

// applied returns what the function at token at makes of its arguments, which stand in the bracket at token open.
func (p *parser) applied(at, open int, f expr.Func, args []expr.Node, primes int, exponent expr.Node) expr.Node {
	want, isPower := f.Arity(), p.tokens[at].kind == power
	if isPower {
		want = 2
	}
	if isPower && len(args) != want || !isPower && !f.Takes(len(args)) {
		p.wrongCount(at, open, want)
		return nothing
	}
	span := p.since(int(p.tokens[at].start))
	switch {
	case isPower:
		return p.powered(&expr.Pow{Span: span, Base: args[0], Exp: args[1]}, exponent)
	case primes > 0:
		return p.powered(&expr.Apply{Span: span, Name: f.String(), Primes: primes, Args: args}, exponent)
	}
	return p.raisedFunction(&expr.Call{Span: span, Func: f, Args: args}, exponent)
}

// withBase returns the function at token at and its arguments with the base of a logarithm worked in: log_2(x), or
// log(x, 2) as code has it. In log(0,5) the comma was meant as a decimal point.
func (p *parser) withBase(at int, base expr.Node, args []expr.Node) (expr.Func, []expr.Node) {
	t := &p.tokens[at]
	isLog := t.fn == expr.Ln && strings.EqualFold(p.text(p.span(at)), "log")
	switch {
	case base != nil && t.fn == expr.Logit && len(args) == 1:
		odds := expr.Quotient(args[0], expr.Minus(expr.Int(1), args[0]))
		return logarithm(base, []expr.Node{odds})
	case base != nil && len(args) == 1:
		return logarithm(base, args)
	case base == nil && isLog && p.equals == 0 && len(args) == 1 && p.text(p.span(at)) == "LOG":
		p.note(SpreadsheetLog, int(t.start))
		return expr.Log10, args
	case base == nil && isLog && len(args) == 2 && !expr.Equal(args[0], expr.Int(0)):
		return logarithm(args[1], args[:1])
	}
	return t.fn, args
}

// callArguments reads the arguments of the function at token at.
func (p *parser) callArguments(at int, tight bool) []expr.Node {
	switch {
	case p.at().kind == opening:
		return p.arguments()
	case !p.startsArgument(p.pos):
		if k := p.at().kind; k != bad {
			p.fail(FunctionAlone, p.span(at))
		}
		p.missing()
		return nil
	case tight || p.src[p.tokens[at].start:p.tokens[at].end] == `\sqrt`:
		return []expr.Node{p.tightArgument()}
	}
	if f := p.tokens[at].fn; f != expr.Sqrt && f != expr.Cbrt {
		return []expr.Node{p.bareArgument(at)}
	}
	n := p.signed(true, radicand)
	if _, long := n.(*expr.Mul); long || p.at().kind == slash {
		p.note(RootWithoutBrackets, int(p.tokens[at].start))
	}
	return []expr.Node{n}
}

// tightArgument reads the argument of a function without brackets in an exponent.
func (p *parser) tightArgument() expr.Node {
	if p.at().kind == minus {
		return p.signedFactor()
	}
	return p.factor()
}

// hasArgument reports whether the name at token at, which may be a function, stands before something that it applies
// to: an operand right behind it, or a bracket behind its power. In σ(1-σ) it does not.
func (p *parser) hasArgument(at int) bool {
	i := at + 1
	for p.tokens[i].kind == prime {
		i++
	}
	j := p.skipPower(i)
	t := &p.tokens[j]
	if t.kind == opening {
		return t.shape != lowered && !p.mentions(p.tokens[at].text, j, int(t.mate))
	}
	return (j == i || p.strict) && t.kind != minus && p.startsArgument(j)
}

// startsArgument reports whether the argument of a function can start at token i.
func (p *parser) startsArgument(i int) bool {
	switch p.tokens[i].kind {
	case opening, number, vulgar, name, function, power, diff, sumSign, familySign, partial, fracSign, barOpen, casesSign:
		return true
	case minus:
		return p.tokens[i+1].kind != end
	case bar:
		return !p.inBars
	case norm:
		return !p.inNorm
	}
	return false
}

// skipPower returns the token behind the power that starts at token i, or i if none does.
func (p *parser) skipPower(i int) int {
	if i >= p.last || p.tokens[i].kind != caret {
		return i
	}
	j := i + 1
	if p.tokens[j].kind == minus {
		j++
	}
	if p.tokens[j].kind == opening && p.tokens[j].mate > 0 {
		j = int(p.tokens[j].mate)
	}
	return min(j+1, p.last)
}

// powered returns n to the power of exponent, if there is one.
func (p *parser) powered(n, exponent expr.Node) expr.Node {
	if exponent == nil {
		return n
	}
	return &expr.Pow{Span: n.Where(), Base: n, Exp: exponent}
}

// inverses are the functions that have the name f^-1, each with the one it names.
var inverses = [...][2]expr.Func{
	{expr.Sin, expr.Asin},
	{expr.Cos, expr.Acos},
	{expr.Tan, expr.Atan},
	{expr.Sinh, expr.Asinh},
	{expr.Cosh, expr.Acosh},
	{expr.Tanh, expr.Atanh},
	{expr.Sigmoid, expr.Logit},
	{expr.Logit, expr.Sigmoid},
	{expr.Sec, expr.Asec},
	{expr.Csc, expr.Acsc},
	{expr.Cot, expr.Acot},
	{expr.Sech, expr.Asech},
	{expr.Csch, expr.Acsch},
	{expr.Coth, expr.Acoth},
}

// raisedFunction returns sin^2 x as the power of sin x, and sin^-1 x as the inverse function.
func (p *parser) raisedFunction(n *expr.Call, exponent expr.Node) expr.Node {
	if exponent == nil {
		return n
	}
	power := &expr.Pow{Span: n.Span, Base: n, Exp: exponent}
	if !expr.Equal(exponent, expr.Int(-1)) {
		return power
	}
	for _, pair := range inverses {
		if pair[0] == n.Func {
			p.note(InverseFunction, n.Start)
			return &expr.Call{Span: n.Span, Func: pair[1], Args: n.Args}
		}
	}
	p.note(ReciprocalFunction, n.Start)
	return power
}

// logBase reads the base of log_b, or complains that the function at token at has none.
func (p *parser) logBase(at int) expr.Node {
	if f := p.tokens[at].fn; f != expr.Ln && f != expr.Logit || p.tokens[at].kind != function {
		p.fail(BadIndex, p.span(p.pos))
		return nil
	}
	p.advance()
	switch p.at().kind {
	case opening:
		return p.bracket()
	case number:
		return p.number()
	case name:
		return p.symbolBase()
	default:
		p.fail(BadIndex, p.span(p.pos-1))
		return nil
	}
}

// symbolBase reads a letter as the base of a logarithm; what follows is the argument, even in log_b(x).
func (p *parser) symbolBase() expr.Node {
	at := p.pos
	p.advance()
	t := &p.tokens[at]
	if c, ok := constants[t.text]; ok && !p.of(t.text).declared() {
		return &expr.Constant{Span: p.span(at), Name: c}
	}
	return p.symbol(at, nil)
}

// logarithm returns the function and the arguments of the logarithm of args to the base.
func logarithm(base expr.Node, args []expr.Node) (expr.Func, []expr.Node) {
	switch b := base.(type) {
	case *expr.Number:
		switch {
		case expr.Equal(b, expr.Int(2)):
			return expr.Log2, args
		case expr.Equal(b, expr.Int(10)):
			return expr.Log10, args
		}
	case *expr.Constant:
		if b.Name == expr.E {
			return expr.Ln, args
		}
	case *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	return expr.LogBase, []expr.Node{base, args[0]}
}

// isRootDegree reports whether the next bracket says which root is meant: \sqrt[3]{x}.
func (p *parser) isRootDegree() bool {
	t := p.at()
	if t.kind != opening || t.shape != '[' || t.mate < 0 {
		return false
	}
	next := p.tokens[t.mate+1]
	return next.kind == opening && next.shape != '['
}

// root reads [3]{x} behind \sqrt. The third root is that of real numbers, which negative ones have, too.
func (p *parser) root(at int) expr.Node {
	degree := p.bracket()
	args := p.arguments()
	if p.complaint != nil {
		return nothing
	}
	span := p.since(int(p.tokens[at].start))
	if len(args) != 1 {
		c := p.fail(ArgumentCount, span)
		c.Text, c.Want = "sqrt", arguments(1)
		return nothing
	}
	return rootOf(span, degree, args[0])
}

// rootOf returns the root of x of the degree.
func rootOf(span expr.Span, degree, x expr.Node) expr.Node {
	switch {
	case expr.Equal(degree, expr.Int(2)):
		return &expr.Call{Span: span, Func: expr.Sqrt, Args: []expr.Node{x}}
	case expr.Equal(degree, expr.Int(3)):
		return &expr.Call{Span: span, Func: expr.Cbrt, Args: []expr.Node{x}}
	}
	return &expr.Pow{Span: span, Base: x, Exp: expr.Quotient(expr.Int(1), degree)}
}

// isMissing complains if the function at token at is only the beginning of a name that is used as a function and is
// none here, as in sinc(x).
func (p *parser) isMissing(at int) bool {
	last := at
	for last < p.last && last-at < longestWord && p.tokens[last+1].kind == name && p.tokens[last+1].run == p.tokens[at].run {
		last++
	}
	if last == at || p.tokens[last+1].kind != opening || !missing[p.src[p.tokens[at].start:p.tokens[last].end]] {
		return false
	}
	p.unknownFunction(at, last)
	return true
}

// startsFunction reports whether a function starts at token i: one that ends the argument of another.
func (p *parser) startsFunction(i int) bool {
	switch t := &p.tokens[min(i, p.last)]; t.kind {
	case function, power, diff, sumSign, familySign:
		return true
	case name:
		known := p.of(t.text)
		switch {
		case t.maybe && !known.declared():
			return p.hasArgument(i)
		case known.function != nil:
			return true
		case !known.declared() && !p.strict && (t.text == "f" || t.text == "g" || t.text == "h"):
			next := p.tokens[min(i+1, p.last)]
			return next.kind == prime || next.kind == opening && !p.mentions(t.text, i+1, int(next.mate))
		}
	}
	return p.startsDerivative(i)
}
