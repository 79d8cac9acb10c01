package typeset

import (
	"strconv"
	"strings"

	"chainrule/mathcore/expr"
)

// name writes a name: a letter, a Greek letter, either with a hat, a bar or a tilde, or a word in upright letters.
func (w *latexPrinter) name(name string) {
	stem, mark := expr.Marked(name)
	if stem == expr.Sigmoid.String() {
		stem = expr.Sigmoid.Latex()
	} else if _, ok := expr.Glyph(stem); ok {
		stem = "\\" + stem
	} else if len([]rune(stem)) > 1 {
		stem = "\\mathrm{" + stem + "}"
	}
	switch mark {
	case expr.Hat:
		stem = "\\hat{" + stem + "}"
	case expr.Bar:
		stem = "\\bar{" + stem + "}"
	case expr.Tilde:
		stem = "\\tilde{" + stem + "}"
	case expr.NoMark:
	}
	w.say(stem)
}

func (w *latexPrinter) index(index []expr.Node) {
	if len(index) == 0 {
		return
	}
	w.say("_")
	if len(index) == 1 && oneSign(index[0]) {
		w.node(index[0])
		return
	}
	if product, ok := index[0].(*expr.Mul); ok && len(index) == 1 { // without the sign it may be two indices
		w.say("{")
		for i, f := range product.Factors {
			if i > 0 {
				w.say(" \\cdot ")
			}
			w.at(f, factorLevel)
		}
		w.say("}")
		return
	}
	between := ""
	for i, n := range index {
		if !oneSign(n) || i == 0 && isNumber(n) {
			between = ","
		}
	}
	w.say("{")
	for i, n := range index {
		if i > 0 {
			w.say(between)
		}
		w.node(n)
	}
	w.say("}")
}

// oneSign reports whether n is a single digit or a single Latin letter.
func oneSign(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number:
		return len(numberText(n)) == 1
	case *expr.Symbol:
		return len(n.Name) == 1 && len(n.Index) == 0
	case *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative,
		*expr.Series:
	}
	return false
}

func (w *latexPrinter) call(n *expr.Call) {
	if sign, compares := comparing(n); compares {
		w.say("[")
		w.compared(n, sign)
		w.say("]")
		return
	}
	switch n.Func { //nolint:exhaustive // those that are not written as a name and arguments
	case expr.Abs:
		w.enclosed("|", "|", n.Args[0])
	case expr.Sqrt, expr.Cbrt:
		w.group(n.Func.Latex(), n.Args[0])
	case expr.Factorial:
		w.at(n.Args[0], atomLevel)
		w.say("!")
	case expr.LogBase:
		w.group("\\log_", n.Args[0])
		w.enclosed("(", ")", n.Args[1])
	case expr.Where:
		w.where(n)
	case expr.Delta:
		w.say("\\delta")
		w.index(n.Args)
	default:
		w.say(n.Func.Latex())
		w.enclosed("(", ")", n.Args...)
	}
}

// derivative writes \frac{d}{dx} before the body, or \frac{dy}{dx} where the body is a letter. Where a factor follows,
// the body stands in brackets.
func (w *latexPrinter) derivative(n *expr.Derivative, followed bool) {
	sign, order := "d", ""
	if n.Partial {
		sign = "\\partial "
	}
	if n.Order > 1 {
		order = "^{" + strconv.Itoa(n.Order) + "}"
	}
	above, letter := n.Body.(*expr.Symbol)
	w.say("\\frac{" + strings.TrimSuffix(sign+order, " "))
	if letter {
		if n.Partial {
			w.say(" ")
		}
		w.node(above)
	}
	w.say("}{" + sign)
	w.node(n.Var)
	w.say(order + "}")
	switch {
	case letter:
	case followed || !bareBody(n.Body):
		w.bracketed(n.Body)
	default:
		w.say(" ")
		w.node(n.Body)
	}
}
