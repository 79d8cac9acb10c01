package typeset

import (
	"strings"

	"chainrule/mathcore/expr"
)

// Words returns n in words, for speech: "one over, one plus e to the minus x, end". No sign is left to be guessed by a voice, and two
// trees that differ have words that differ.
//
// Behind over, to the, of, sub and the like stands one letter or number, or a pause (a comma), a formula and the word end. Times, plus
// and minus go by the order of operations, and what is against it stands between open and close.
func Words(n expr.Node) string {
	var w wordPrinter
	w.node(n)
	return strings.Join(w.out, "")
}

type wordPrinter struct{ out []string }

// say adds words; a blank stands before them, but for a comma and at the beginning.
func (w *wordPrinter) say(words string) {
	if len(w.out) > 0 && words != "," {
		w.out = append(w.out, " ")
	}
	w.out = append(w.out, words)
}

// group says n between a pause and the word that ends it.
func (w *wordPrinter) group(n expr.Node, end string) {
	w.say(",")
	w.node(n)
	w.say(",")
	w.say(end)
}

// short says n behind a word: as it is where it is one letter or number, else as a group.
func (w *wordPrinter) short(n expr.Node) {
	if isWord(n) {
		w.node(n)
		return
	}
	w.group(n, "end")
}

// isWord reports whether n is a letter, with simple indices or none, or a number.
func isWord(n expr.Node) bool {
	switch n := n.(type) {
	case *expr.Number, *expr.Constant:
		return true
	case *expr.Symbol:
		for _, i := range n.Index {
			if s, ok := i.(*expr.Symbol); !isWord(i) || ok && len(s.Index) > 0 {
				return false
			}
		}
		return true
	case *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
	}
	return false
}

// at says n, between open and close if it binds less tightly than least.
func (w *wordPrinter) at(n expr.Node, least level) {
	if wordLevel(n) >= least {
		w.node(n)
		return
	}
	w.say("open")
	w.group(n, "close")
}

// wordLevel is lineLevel for words, where fractions and powers end themselves.
func wordLevel(n expr.Node) level {
	switch n := n.(type) {
	case *expr.Add, *expr.Neg:
		return sumLevel
	case *expr.Mul:
		return productLevel
	case *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		return factorLevel
	case *expr.Number, *expr.Constant:
		return atomLevel
	case *expr.Symbol:
		if isWord(n) {
			return atomLevel
		}
		return factorLevel
	}
	panic("typeset: unknown node")
}

func (w *wordPrinter) node(n expr.Node) {
	switch n := n.(type) {
	case *expr.Number:
		w.say(numberWords(n))
	case *expr.Constant:
		w.say(n.Name.String())
	case *expr.Symbol:
		w.name(n.Name)
		w.index(n.Index)
	case *expr.Neg:
		w.say("minus")
		w.at(n.X, productLevel)
	case *expr.Add:
		w.sum(n)
	case *expr.Mul:
		for i, f := range n.Factors {
			if i > 0 {
				w.breathe(n.Factors[i-1])
				w.say("times")
			}
			w.at(f, factorLevel)
		}
	case *expr.Div:
		w.quotient(n)
	case *expr.Pow:
		w.power(n)
	case *expr.Call:
		w.call(n)
	case *expr.Apply:
		w.apply(n)
	case *expr.Derivative:
		w.derivative(n)
	case *expr.Series:
		w.series(n)
	}
}

func (w *wordPrinter) sum(n *expr.Add) {
	for i, t := range n.Terms {
		neg, negative := t.(*expr.Neg)
		if i > 0 {
			w.breathe(n.Terms[i-1])
		}
		if negative {
			w.say("minus")
			t = neg.X
		} else if i > 0 {
			w.say("plus")
		}
		w.at(t, productLevel)
	}
}

// breathe pauses behind what was said last, where what follows could seem to belong to the end of it: e to the x, plus y.
func (w *wordPrinter) breathe(before expr.Node) {
	if neg, ok := before.(*expr.Neg); ok {
		before = neg.X
	}
	switch last := w.out[len(w.out)-1]; {
	case isWord(before), last == "end", last == "close", last == "squared", last == "cubed":
	default:
		w.say(",")
	}
}

// quotient says one over m, and one over, a formula, end. A numerator of more than a word begins with fraction.
func (w *wordPrinter) quotient(n *expr.Div) {
	if isWord(n.Num) {
		w.node(n.Num)
	} else {
		w.say("fraction")
		w.say(",")
		w.node(n.Num)
		w.say(",")
	}
	w.say("over")
	w.short(n.Den)
}

func (w *wordPrinter) power(n *expr.Pow) {
	w.at(n.Base, atomLevel)
	if number, ok := n.Exp.(*expr.Number); ok {
		switch numberText(number) {
		case "2":
			w.say("squared")
			return
		case "3":
			w.say("cubed")
			return
		}
	}
	w.say("to the")
	if neg, ok := n.Exp.(*expr.Neg); ok && isWord(neg.X) {
		w.node(neg)
		return
	}
	w.short(n.Exp)
}

// index says sub i, sub i j, and sub, a formula, end.
func (w *wordPrinter) index(index []expr.Node) {
	if len(index) == 0 {
		return
	}
	w.say("sub")
	for _, n := range index {
		if s, ok := n.(*expr.Symbol); isWord(n) && (!ok || len(s.Index) == 0) {
			w.node(n)
		} else {
			w.group(n, "end")
		}
	}
}

func (w *wordPrinter) call(n *expr.Call) {
	switch n.Func { //nolint:exhaustive // the others are a name and what it is of
	case expr.Factorial:
		w.at(n.Args[0], atomLevel)
		w.say("factorial")
		return
	case expr.LogBase:
		w.say("log base")
		w.short(n.Args[0])
		w.arguments(n.Args[1:])
		return
	}
	name, ok := spokenFuncs[n.Func]
	if !ok {
		name = strings.NewReplacer("_", " ", ".", " ").Replace(n.Func.String())
	}
	w.say(name)
	w.arguments(n.Args)
}

func (w *wordPrinter) arguments(args []expr.Node) {
	w.say("of")
	if len(args) == 1 {
		w.short(args[0])
		return
	}
	for i, a := range args {
		w.say(",")
		if i > 0 {
			w.say("and")
			w.say(",")
		}
		w.node(a)
	}
	w.say(",")
	w.say("end")
}

func (w *wordPrinter) apply(n *expr.Apply) {
	w.name(n.Name)
	w.index(n.Index)
	switch {
	case n.Primes == 1:
		w.say("prime")
	case n.Primes == 2:
		w.say("double prime")
	case n.Primes > 2:
		w.say("prime order " + wordOf(n.Primes))
	}
	w.arguments(n.Args)
}

// derivative says d by d x of a formula, or d y by d x.
func (w *wordPrinter) derivative(n *expr.Derivative) {
	d := "d"
	if n.Partial {
		d = "partial"
	}
	w.say(d)
	if n.Order > 1 {
		w.say("order " + wordOf(n.Order))
	}
	letter, bare := n.Body.(*expr.Symbol)
	if bare {
		w.node(letter)
	}
	w.say("by " + d)
	w.node(n.Var)
	if !bare {
		w.say("of")
		w.group(n.Body, "end")
	}
}

// series says sum over i from one to m of, a formula, end.
func (w *wordPrinter) series(n *expr.Series) {
	if n.Product {
		w.say("product")
	} else {
		w.say("sum")
	}
	if n.Seen() {
		w.say("over")
		w.node(n.Index)
	}
	if n.Bounded() {
		w.say("from")
		w.short(n.Lo)
		w.say("to")
		w.short(n.Hi)
	}
	w.say("of")
	w.group(n.Body, "end")
}
