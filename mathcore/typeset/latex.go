package typeset

import (
	"strings"

	"chainrule/mathcore/expr"
)

// LaTeX returns n as LaTeX, for mathematics mode.
func LaTeX(n expr.Node) string {
	w := latexPrinter{out: make([]byte, 0, 128)}
	w.node(n)
	return string(w.out)
}

type latexPrinter struct{ out []byte }

func (w *latexPrinter) say(text string) { w.out = append(w.out, text...) }

// latexLevel is lineLevel for LaTeX, where a fraction is a block of its own and a sum sign takes what follows.
func latexLevel(n expr.Node) level {
	switch n.(type) {
	case *expr.Div:
		return factorLevel
	case *expr.Series:
		return productLevel
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative:
	}
	return lineLevel(n)
}

func (w *latexPrinter) at(n expr.Node, least level) {
	if latexLevel(n) >= least {
		w.node(n)
		return
	}
	w.bracketed(n)
}

// bracketed writes n in brackets, stretched where n is higher than a line.
func (w *latexPrinter) bracketed(n expr.Node) { w.enclosed("(", ")", n) }

func (w *latexPrinter) enclosed(open, end string, parts ...expr.Node) {
	stretch := false
	for _, n := range parts {
		stretch = stretch || expr.Contains(n, tall)
	}
	if stretch || open == "|" {
		open, end = "\\left"+open, "\\right"+end
	}
	w.say(open)
	for i, n := range parts {
		if i > 0 {
			w.say(", ")
		}
		w.node(n)
	}
	w.say(end)
}

// tall reports whether a node is higher than one line of text.
func tall(n expr.Node) bool {
	switch n.(type) {
	case *expr.Div, *expr.Derivative, *expr.Series:
		return true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply:
	}
	return false
}

func (w *latexPrinter) node(n expr.Node) {
	switch n := n.(type) {
	case *expr.Number:
		w.number(n)
	case *expr.Constant:
		if n.Name == expr.Pi {
			w.say("\\pi")
			return
		}
		w.say(n.Name.String())
	case *expr.Symbol:
		w.name(n.Name)
		w.index(n.Index)
	case *expr.Neg:
		w.say("-")
		w.at(n.X, productLevel)
	case *expr.Add:
		w.sum(n)
	case *expr.Mul:
		w.product(n)
	case *expr.Div:
		w.group("\\frac", n.Num)
		w.group("", n.Den)
	case *expr.Pow:
		w.base(n.Base)
		w.group("^", n.Exp)
	case *expr.Call:
		w.call(n)
	case *expr.Apply:
		w.name(n.Name)
		w.index(n.Index)
		w.say(strings.Repeat("'", n.Primes))
		w.enclosed("(", ")", n.Args...)
	case *expr.Derivative:
		w.derivative(n, false)
	case *expr.Series:
		w.series(n)
	}
}

func (w *latexPrinter) series(n *expr.Series) {
	sign := "\\sum"
	if n.Product {
		sign = "\\prod"
	}
	w.say(sign)
	switch {
	case n.Bounded():
		w.say("_{")
		w.node(n.Index)
		w.say("=")
		w.node(n.Lo)
		w.say("}")
		w.group("^", n.Hi)
	case n.Seen():
		w.group("_", n.Index)
	}
	w.say(" ")
	w.at(n.Body, bodyLevel(n))
}

// group writes n in braces behind a sign.
func (w *latexPrinter) group(sign string, n expr.Node) {
	w.say(sign + "{")
	w.node(n)
	w.say("}")
}

func (w *latexPrinter) number(n *expr.Number) {
	text := numberText(n)
	if text == "½" {
		text = "\\frac{1}{2}"
	}
	w.say(strings.ReplaceAll(text, "%", "\\%"))
}

// startsWithNumber reports whether the first sign of an unbracketed n is a digit.
func startsWithNumber(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number:
		return true
	case *expr.Pow:
		return startsWithNumber(n.Base)
	case *expr.Call:
		return n.Func == expr.Factorial && startsWithNumber(n.Args[0])
	case *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

func isNumber(n expr.Node) bool {
	_, ok := n.(*expr.Number)
	return ok
}

func (w *latexPrinter) sum(n *expr.Add) {
	for i, t := range n.Terms {
		last := i == len(n.Terms)-1
		neg, negative := t.(*expr.Neg)
		switch {
		case i == 0 && negative:
			w.say("-")
			w.term(neg.X, last)
		case negative:
			w.say(" - ")
			w.term(neg.X, last)
		case i > 0:
			w.say(" + ")
			w.term(t, last)
		default:
			w.term(t, last)
		}
	}
}

// term writes one term of a sum. A sum sign that is not in the last term stands in brackets, for clearness.
func (w *latexPrinter) term(n expr.Node, last bool) {
	if !last && endsInSeries(n) {
		w.bracketed(n)
		return
	}
	w.at(n, productLevel)
}

func (w *latexPrinter) product(n *expr.Mul) {
	for i, f := range n.Factors {
		last := i == len(n.Factors)-1
		if i > 0 {
			w.say(latexJoin(n.Factors[i-1], f))
		}
		switch g := f.(type) {
		case *expr.Derivative:
			w.derivative(g, !last)
			continue
		case *expr.Series:
			if last {
				w.node(f)
				continue
			}
		case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call,
			*expr.Apply:
		}
		w.at(f, factorLevel)
	}
}

// latexJoin returns what stands between two factors: a dot before a number, behind a derivative and between fractions,
// else a space.
func latexJoin(a, b expr.Node) string {
	_, operator := a.(*expr.Derivative)
	if operator || startsWithNumber(b) || isStack(a) && isStack(b) {
		return " \\cdot "
	}
	if isPlain(a) && (oneSign(leading(b)) || latexLevel(b) < factorLevel) {
		return ""
	}
	return " "
}

func isStack(n expr.Node) bool {
	switch n.(type) {
	case *expr.Div, *expr.Derivative:
		return true
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Neg, *expr.Add, *expr.Mul, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Series:
	}
	return false
}

// base writes what is raised to a power; a fraction there stands in brackets.
func (w *latexPrinter) base(n expr.Node) {
	if c, ok := n.(*expr.Call); ok && c.Func == expr.Sqrt {
		w.bracketed(n)
		return
	}
	w.at(n, atomLevel)
}
