package typeset

import (
	"strconv"

	"chainrule/mathcore/expr"
)

// Formulas beyond these limits are set on one line.
const (
	mostNodes = 3000
	mostRows  = 120
	mostCells = 200_000
)

// Layout returns n drawn in two dimensions. What is too large to be drawn stands on one line.
func Layout(n expr.Node, set Charset) Box {
	if expr.Size(n) <= mostNodes {
		b := (&boxPrinter{set: set.inLayout(), signs: set.signs()}).node(n)
		if b.height() <= mostRows && b.width*b.height() <= mostCells {
			return render(b)
		}
	}
	return render(text(Inline(n, set)))
}

// A box printer turns trees into boxes.
type boxPrinter struct {
	*signs
	set    Charset
	script int // how many exponents and bounds there are around: fractions lie flat in them
}

// level returns the level of n as a layout shows it: a fraction with a bar needs no brackets in a product.
func (d *boxPrinter) level(n expr.Node) level {
	switch n.(type) {
	case *expr.Div:
		if d.script == 0 {
			return factorLevel
		}
	case *expr.Series:
		return productLevel
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative:
	}
	return lineLevel(n)
}

func (d *boxPrinter) at(n expr.Node, least level) *box {
	if d.level(n) >= least {
		return d.node(n)
	}
	return d.enclose(d.node(n))
}

func (d *boxPrinter) node(n expr.Node) *box {
	switch n := n.(type) {
	case *expr.Number:
		return text(numberText(n))
	case *expr.Constant:
		return text(constantText(n.Name, d.set))
	case *expr.Symbol:
		return text(nameText(n.Name, d.set) + indexText(n.Index, d.set))
	case *expr.Neg:
		return d.negative(n)
	case *expr.Add:
		return d.sum(n)
	case *expr.Mul:
		return d.product(n)
	case *expr.Div:
		return d.quotient(n)
	case *expr.Pow:
		return raise(d.at(n.Base, atomLevel), d.small(n.Exp))
	case *expr.Call:
		return d.call(n)
	case *expr.Apply:
		name := nameText(n.Name, d.set) + indexText(n.Index, d.set) + primesText(n.Primes, d.set)
		return beside(text(name), d.arguments(n.Args))
	case *expr.Derivative:
		return d.derivative(n, false)
	case *expr.Series:
		return d.series(n)
	}
	panic("typeset: unknown node")
}

// small returns n as an exponent or a bound.
func (d *boxPrinter) small(n expr.Node) *box {
	d.script++
	b := d.node(n)
	d.script--
	return b
}

func (d *boxPrinter) negative(n *expr.Neg) *box {
	x := d.at(n.X, productLevel)
	if d.startsWithBar(n.X) {
		return beside(text(d.minus+" "), x)
	}
	return beside(text(d.minus), x)
}

// startsWithBar reports whether a fraction bar lies leftmost on the baseline of n, where a minus would touch it.
func (d *boxPrinter) startsWithBar(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Div:
		return d.script == 0
	case *expr.Derivative:
		return true
	case *expr.Mul:
		return d.startsWithBar(n.Factors[0])
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Pow, *expr.Call, *expr.Apply, *expr.Series:
	}
	return false
}

func (d *boxPrinter) sum(n *expr.Add) *box {
	plus, minus := " + ", " "+d.minus+" "
	boxes := make([]*box, 0, 2*len(n.Terms))
	for i, t := range n.Terms {
		neg, negative := t.(*expr.Neg)
		switch {
		case i == 0 && negative && endsInSeries(neg.X):
			boxes = append(boxes, text(d.minus), d.term(neg.X, len(n.Terms) > 1))
		case i == 0 && negative:
			boxes = append(boxes, d.node(t))
		case i == 0:
			boxes = append(boxes, d.term(t, len(n.Terms) > 1))
		case negative:
			boxes = append(boxes, text(minus), d.term(neg.X, i < len(n.Terms)-1))
		default:
			boxes = append(boxes, text(plus), d.term(t, i < len(n.Terms)-1))
		}
	}
	return beside(boxes...)
}

// term returns one term of a sum. A summation that is not the last term stands in brackets, since it reaches as far to
// the right as a reader takes it.
func (d *boxPrinter) term(n expr.Node, followed bool) *box {
	if followed && endsInSeries(n) {
		return d.enclose(d.node(n))
	}
	return d.at(n, productLevel)
}

func endsInSeries(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Series:
		return true
	case *expr.Mul:
		return endsInSeries(n.Factors[len(n.Factors)-1])
	case *expr.Neg:
		return endsInSeries(n.X)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Add, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
	}
	return false
}

func (d *boxPrinter) product(n *expr.Mul) *box {
	boxes := make([]*box, 0, 2*len(n.Factors))
	for i, f := range n.Factors {
		b := d.factor(f, i == 0, i == len(n.Factors)-1)
		if i > 0 {
			before := boxes[len(boxes)-1]
			join := d.join(n.Factors[i-1], f)
			tall := before.height() > 1 || b.height() > 1
			switch series, ok := f.(*expr.Series); {
			case tall && (join == d.dot || join == "" && d.look(n.Factors[i-1]) == group):
				join = " " + d.dot + " "
			case join == " " && ok && series.Seen():
				join = "  " // else a bound would seem to belong to what stands before
			}
			if join != "" {
				boxes = append(boxes, text(join))
			}
		}
		boxes = append(boxes, b)
	}
	return beside(boxes...)
}

func (d *boxPrinter) factor(n expr.Node, first, last bool) *box {
	_, series := n.(*expr.Series)
	_, quotient := n.(*expr.Div)
	derivative, isDerivative := n.(*expr.Derivative)
	switch {
	case isDerivative:
		return d.derivative(derivative, !last)
	case series && last, quotient && first:
		return d.node(n)
	}
	return d.at(n, factorLevel)
}

func (d *boxPrinter) quotient(n *expr.Div) *box {
	if d.script == 0 {
		return d.over(d.node(n.Num), d.node(n.Den))
	}
	num := d.at(n.Num, factorLevel)
	if m, ok := n.Num.(*expr.Mul); ok && d.level(m.Factors[0]) > productLevel {
		num = d.node(n.Num)
	}
	return beside(num, text("/"), d.at(n.Den, powerLevel))
}

func (d *boxPrinter) call(n *expr.Call) *box {
	if sign, compares := comparing(n); compares {
		return inside(d.square, d.compared(n, sign), d.closeSquare)
	}
	name := n.Func.String()
	switch n.Func { //nolint:exhaustive // those that are not written as a name and arguments
	case expr.Abs:
		return d.between(d.node(n.Args[0]))
	case expr.Sqrt:
		return d.radical(d.node(n.Args[0]))
	case expr.Factorial:
		return beside(d.at(n.Args[0], atomLevel), text("!"))
	case expr.LogBase:
		return beside(text("log"+indexText(n.Args[:1], d.set)), d.arguments(n.Args[1:]))
	case expr.Sigmoid:
		name = d.sigmoid
	case expr.Where:
		return d.where(n)
	case expr.Delta:
		if d.set != ASCII {
			return text("δ" + indexText(n.Args, d.set))
		}
	}
	return beside(text(name), d.arguments(n.Args))
}

func (d *boxPrinter) arguments(args []expr.Node) *box {
	boxes := make([]*box, 0, 2*len(args))
	for i, a := range args {
		if i > 0 {
			boxes = append(boxes, text(", "))
		}
		boxes = append(boxes, d.node(a))
	}
	return d.enclose(beside(boxes...))
}

// derivative draws d/dx before the body, or dy/dx where the body is a letter. Where a factor follows, the body stands in
// brackets.
func (d *boxPrinter) derivative(n *expr.Derivative, followed bool) *box {
	sign := operatorText(n, d.set)
	top, below := text(sign), beside(text(sign), d.node(n.Var))
	if n.Order > 1 {
		order := text(strconv.Itoa(n.Order))
		top, below = raise(top, order), raise(below, order)
	}
	if _, letter := n.Body.(*expr.Symbol); letter {
		return d.over(beside(top, d.node(n.Body)), below)
	}
	body := d.node(n.Body)
	if followed || !bareBody(n.Body) {
		body = d.enclose(body)
	}
	return beside(d.over(top, below), text(" "), body)
}

// bareBody reports whether n can stand behind d/dx without brackets: a function of something, or the power of a letter.
func bareBody(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Apply:
		return true
	case *expr.Call:
		_, compares := comparing(n)
		return !compares && n.Func != expr.Factorial && n.Func != expr.Abs && n.Func != expr.Where
	case *expr.Pow:
		switch n.Base.(type) {
		case *expr.Symbol, *expr.Constant:
			return true
		case *expr.Number, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
			*expr.Series:
		}
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Derivative,
		*expr.Series:
	}
	return false
}

func (d *boxPrinter) series(n *expr.Series) *box {
	var from, to *box
	if n.Seen() {
		from = d.node(n.Index)
	}
	if n.Bounded() {
		from, to = beside(from, text("="), d.small(n.Lo)), d.small(n.Hi)
	}
	body := d.at(n.Body, bodyLevel(n))
	return beside(d.summation(n.Product, from, to, body.height()), text(" "), body)
}
