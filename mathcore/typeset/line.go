package typeset

import (
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// Line returns n on one line, with as few brackets as a form needs that can be read in one way only. Read again it
// gives an Equal tree.
func Line(n expr.Node) string { return Inline(n, Unicode) }

// Inline is Line in the given charset. In Book it has more brackets, where people would ask for them.
func Inline(n expr.Node, set Charset) string {
	w := linePrinter{set: set, out: make([]byte, 0, 64)}
	w.node(n)
	return string(w.out)
}

type linePrinter struct {
	out   []byte
	set   Charset
	tight bool // no blanks around plus and minus, as in an index
}

func (w *linePrinter) say(text string) { w.out = append(w.out, text...) }

// at writes n, in brackets if it binds less tightly than least.
func (w *linePrinter) at(n expr.Node, least level) {
	if w.level(n) >= least {
		w.node(n)
		return
	}
	w.bracketed(n)
}

func (w *linePrinter) bracketed(n expr.Node) {
	w.say("(")
	w.node(n)
	w.say(")")
}

func (w *linePrinter) node(n expr.Node) {
	switch n := n.(type) {
	case *expr.Number:
		w.say(numberText(n))
	case *expr.Constant:
		w.say(constantText(n.Name, w.set))
	case *expr.Symbol:
		w.say(nameText(n.Name, w.set))
		w.say(indexText(n.Index, w.set))
	case *expr.Neg:
		w.say(w.minus())
		w.at(n.X, productLevel)
	case *expr.Add:
		w.sum(n)
	case *expr.Mul:
		w.product(n)
	case *expr.Div:
		w.quotient(n)
	case *expr.Pow:
		w.at(n.Base, atomLevel)
		w.raised(n.Exp)
	case *expr.Call:
		w.call(n)
	case *expr.Apply:
		w.say(nameText(n.Name, w.set))
		w.say(indexText(n.Index, w.set))
		w.say(primesText(n.Primes, w.set))
		w.arguments(n.Args)
	case *expr.Derivative:
		w.derivative(n)
	case *expr.Series:
		w.series(n)
	}
}

// series writes sum(i=1..n, x_i), or prod for a product; without bounds sum(i, x_i), and without an index sum(x).
func (w *linePrinter) series(n *expr.Series) {
	if w.set == Book && w.sigma(n) {
		return
	}
	w.say(seriesName(n))
	switch {
	case n.Bounded():
		w.node(n.Index)
		w.say("=")
		w.node(n.Lo)
		w.say("..")
		w.node(n.Hi)
		w.say(", ")
	case n.Seen():
		w.node(n.Index)
		w.say(", ")
	}
	w.node(n.Body)
	w.say(")")
}

// seriesName returns the name to type for a sum or a product over a range, with its opening bracket.
func seriesName(n *expr.Series) string {
	if n.Product {
		return "prod("
	}
	return "sum("
}

// bodyLevel returns how tightly the body of a series behind its sign must bind to stand there without brackets. Behind ∏
// factors that do not count along would be taken to stand outside.
func bodyLevel(n *expr.Series) level {
	if !n.Product {
		return productLevel
	}
	if product, ok := n.Body.(*expr.Mul); ok && expr.Mentions(product.Factors[len(product.Factors)-1], n.Index) {
		return productLevel
	}
	return factorLevel
}

func (w *linePrinter) sum(n *expr.Add) {
	plus, minus := " + ", " "+w.minus()+" "
	if w.tight {
		plus, minus = "+", w.minus()
	}
	for i, t := range n.Terms {
		neg, negative := t.(*expr.Neg)
		switch {
		case i == 0 && negative:
			w.say(w.minus())
			t = neg.X
		case i == 0:
		case negative:
			w.say(minus)
			t = neg.X
		default:
			w.say(plus)
		}
		if w.set == Book && i < len(n.Terms)-1 && endsInSeries(t) {
			w.bracketed(t) // else the sum would seem to reach over what follows
			continue
		}
		w.at(t, productLevel)
	}
}

func (w *linePrinter) product(n *expr.Mul) {
	for i, f := range n.Factors {
		if w.set == Book {
			w.factor(n.Factors, i)
			continue
		}
		if i > 0 {
			w.say(lineJoin(n.Factors[i-1], f, i == 1))
		}
		if _, quotient := f.(*expr.Div); quotient && i == 0 {
			w.node(f)
			continue
		}
		w.at(f, factorLevel)
	}
}

func (w *linePrinter) quotient(n *expr.Div) {
	least := factorLevel
	if m, ok := n.Num.(*expr.Mul); ok {
		if _, nested := m.Factors[0].(*expr.Div); !nested {
			least = productLevel
		}
	}
	switch {
	case startsWithNumber(n.Den) && endsInNumber(n.Num):
		least = atomLevel // x^1/2 could be meant as x^(1/2)
	case w.set == Book && endsInRoot(n.Num):
		least = atomLevel // √x/2 could be meant as √(x/2)
	case w.set == Book && endsInSeries(n.Num):
		least = factorLevel
	}
	w.at(n.Num, least)
	w.say("/")
	if number, ok := n.Den.(*expr.Number); ok && numberLevel(number) < atomLevel {
		w.bracketed(n.Den)
		return
	}
	w.at(n.Den, powerLevel)
}

// endsInNumber reports whether the last sign of n is a number raised.
func endsInNumber(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Pow:
		return isNumber(n.Exp)
	case *expr.Mul:
		return endsInNumber(n.Factors[len(n.Factors)-1])
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Div, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return false
}

// exponent writes what is raised: a number or a bare letter as it is, all else in brackets.
func (w *linePrinter) exponent(n expr.Node) {
	switch n := n.(type) {
	case *expr.Number:
		if numberLevel(n) == atomLevel {
			w.node(n)
			return
		}
	case *expr.Symbol:
		if len(n.Index) == 0 {
			w.node(n)
			return
		}
	case *expr.Constant:
		w.node(n)
		return
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	w.bracketed(n)
}

func (w *linePrinter) call(n *expr.Call) {
	sign, compares := comparing(n)
	switch {
	case compares:
		w.say("[")
		w.compared(n, sign)
		w.say("]")
	case n.Func == expr.Where:
		w.where(n)
	case n.Func == expr.Abs && !expr.Contains(n.Args[0], isAbs):
		w.say("|")
		w.node(n.Args[0])
		w.say("|")
	case n.Func == expr.Factorial:
		w.at(n.Args[0], atomLevel)
		w.say("!")
	case n.Func == expr.LogBase:
		w.say("log")
		w.say(indexText(n.Args[:1], w.set))
		w.arguments(n.Args[1:])
	case n.Func == expr.Delta && w.set != ASCII:
		w.say("δ")
		w.say(indexText(n.Args, w.set))
	case n.Func == expr.Sqrt && w.set == Book:
		w.root(n.Args[0])
	case n.Func == expr.Sigmoid && w.set != ASCII:
		w.say("σ")
		w.arguments(n.Args)
	case w.set == Book && n.Func == expr.Log2, w.set == Book && n.Func == expr.Log10:
		base, _ := translated(strings.TrimPrefix(n.Func.String(), "log"), belows)
		w.say("log" + base)
		w.arguments(n.Args)
	default:
		w.say(n.Func.String())
		w.arguments(n.Args)
	}
}

func isAbs(n expr.Node) bool {
	c, ok := n.(*expr.Call)
	return ok && c.Func == expr.Abs
}

func (w *linePrinter) arguments(args []expr.Node) {
	w.say("(")
	for i, a := range args {
		if i > 0 {
			w.say(", ")
		}
		w.node(a)
	}
	w.say(")")
}

// derivative writes d/dx(body), or dy/dx where the body is a letter.
func (w *linePrinter) derivative(n *expr.Derivative) {
	d := operatorText(n, w.set)
	power := ""
	if n.Order > 1 {
		power = w.order(n.Order)
	}
	w.say(d + power)
	letter, bare := n.Body.(*expr.Symbol)
	bare = bare && utf8.RuneCountInString(nameText(letter.Name, w.set)) == 1
	if bare {
		w.node(letter)
	}
	w.say("/" + d)
	w.node(n.Var)
	w.say(power)
	if !bare {
		w.bracketed(n.Body)
	}
}

// operatorText returns the d of a derivative.
func operatorText(n *expr.Derivative, set Charset) string {
	if n.Partial && set != ASCII {
		return "∂"
	}
	return "d"
}
