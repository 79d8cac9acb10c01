package typeset_test

import (
	"math/big"
	"slices"
	"strconv"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/typeset"
)

// A listener understands words by what Words promises: behind a word like over comes one letter or number, or a pause and a formula up
// to its end.
type listener struct {
	t    fataler
	rest []string
}

type fataler interface{ Fatalf(string, ...any) }

func heard(t fataler, words string) expr.Node {
	l := &listener{t, strings.Fields(strings.ReplaceAll(words, ",", " , "))}
	n := l.sum()
	if len(l.rest) > 0 {
		t.Fatalf("%s goes on with %q", words, l.rest)
	}
	return n
}

// is takes these words if they come next.
func (l *listener) is(words string) bool {
	all := strings.Fields(words)
	if len(l.rest) < len(all) || !slices.Equal(l.rest[:len(all)], all) {
		return false
	}
	l.rest = l.rest[len(all):]
	return true
}

func (l *listener) must(words string) {
	if !l.is(words) {
		l.t.Fatalf("want %s before %q", words, l.rest)
	}
}

func (l *listener) next() string {
	if len(l.rest) == 0 {
		l.t.Fatalf("the words end too early")
	}
	word := l.rest[0]
	l.rest = l.rest[1:]
	return word
}

// group hears a formula up to the word that ends it.
func (l *listener) group(end string) expr.Node {
	l.must(",")
	n := l.sum()
	l.must(",")
	l.must(end)
	return n
}

func (l *listener) short() expr.Node {
	if len(l.rest) > 0 && l.rest[0] == "," {
		return l.group("end")
	}
	return l.word()
}

func (l *listener) sum() expr.Node {
	var terms []expr.Node
	for first := true; ; first = false {
		switch {
		case l.is("minus") || l.is(", minus"):
			terms = append(terms, expr.Negative(l.product()))
		case first:
			terms = append(terms, l.product())
		case l.is("plus") || l.is(", plus"):
			terms = append(terms, l.product())
		default:
			return expr.Sum(terms...)
		}
	}
}

func (l *listener) product() expr.Node {
	factors := []expr.Node{l.factor()}
	for l.is("times") || l.is(", times") {
		factors = append(factors, l.factor())
	}
	return expr.Product(factors...)
}

func (l *listener) factor() expr.Node {
	if l.is("fraction") {
		l.must(",")
		num := l.sum()
		l.must(", over")
		return expr.Quotient(num, l.short())
	}
	n := l.operand()
	switch {
	case l.is("over"):
		return expr.Quotient(n, l.short())
	case l.is("squared"):
		return expr.Power(n, expr.Int(2))
	case l.is("cubed"):
		return expr.Power(n, expr.Int(3))
	case l.is("to the minus"):
		return expr.Power(n, expr.Negative(l.word()))
	case l.is("to the"):
		return expr.Power(n, l.short())
	case l.is("factorial"):
		return expr.Of(expr.Factorial, n)
	}
	return n
}

func (l *listener) operand() expr.Node {
	switch {
	case l.is("open"):
		return l.group("close")
	case l.is("sum"):
		return l.series(false)
	case l.is("product"):
		return l.series(true)
	case l.is("partial"):
		return l.derivative("partial")
	case len(l.rest) > 1 && l.rest[0] == "d" && !slices.Contains(strings.Fields("over to times plus minus , squared cubed factorial sub of end close"), l.rest[1]):
		l.next()
		return l.derivative("d")
	case l.is("log base"):
		base := l.short()
		l.must("of")
		return expr.Of(expr.LogBase, base, l.short())
	}
	for _, f := range expr.Funcs() {
		if name := typeset.Words(expr.Of(f, expr.Int(0))); f != expr.Factorial && f != expr.LogBase && l.is(strings.TrimSuffix(name, " zero")) {
			return expr.Of(f, l.arguments()...)
		}
	}
	return l.word()
}

func (l *listener) arguments() []expr.Node {
	if len(l.rest) > 0 && l.rest[0] != "," {
		return []expr.Node{l.word()}
	}
	l.must(",")
	all := []expr.Node{l.sum()}
	for l.is(", and ,") {
		all = append(all, l.sum())
	}
	l.must(", end")
	return all
}

func (l *listener) series(product bool) expr.Node {
	var index *expr.Symbol
	if l.is("over") {
		index = l.word().(*expr.Symbol)
	}
	s := expr.Unbounded(index, nil)
	s.Product = product
	if l.is("from") {
		s.Lo = l.short()
		l.must("to")
		s.Hi = l.short()
	}
	l.must("of")
	s.Body = l.group("end")
	return s
}

func (l *listener) derivative(d string) expr.Node {
	n := &expr.Derivative{Order: 1, Partial: d == "partial"}
	if l.is("order") {
		n.Order = l.count()
	}
	if !l.is("by " + d) {
		n.Body = l.word()
		l.must("by " + d)
	}
	n.Var = l.word().(*expr.Symbol)
	if n.Body == nil {
		l.must("of")
		n.Body = l.group("end")
	}
	return n
}

var small = strings.Fields("zero one two three four five six seven eight nine ten eleven twelve")

func (l *listener) count() int {
	word := l.next()
	if n := slices.Index(small, word); n >= 0 {
		return n
	}
	n, err := strconv.Atoi(word)
	if err != nil {
		l.t.Fatalf("%s is no number", word)
	}
	return n
}

// word hears a number, or a letter with its indices; where it is applied to something, that, too.
func (l *listener) word() expr.Node {
	if l.is("one half") {
		return number("½")
	}
	if at := slices.Index(small, l.rest[0]); at >= 0 {
		l.next()
		return expr.Int(int64(at))
	}
	if text := l.rest[0]; text[0] >= '0' && text[0] <= '9' {
		l.next()
		switch {
		case l.is("percent"):
			text += "%"
		case l.is("by ten to minus"):
			text += "e-" + l.next()
		case l.is("by ten to"):
			text += "e" + l.next()
		}
		return number(text)
	}
	name := l.name()
	if name == "e" {
		return &expr.Constant{Name: expr.E}
	}
	if name == "pi" {
		return &expr.Constant{Name: expr.Pi}
	}
	var index []expr.Node
	if l.is("sub") {
		for len(l.rest) > 0 && !slices.Contains(strings.Fields("over to times plus minus squared cubed factorial of end close by prime double from and"), l.rest[0]) {
			if l.rest[0] == "," && !l.opens() {
				break
			}
			index = append(index, l.short())
		}
	}
	primes := 0
	switch {
	case l.is("double prime"):
		primes = 2
	case l.is("prime order"):
		primes = l.count()
	case l.is("prime"):
		primes = 1
	}
	if primes > 0 || len(l.rest) > 0 && l.rest[0] == "of" && slices.Contains([]string{"f", "g", "h"}, name) {
		l.must("of")
		return &expr.Apply{Name: name, Index: index, Primes: primes, Args: l.arguments()}
	}
	return expr.Var(name, index...)
}

// opens reports whether a pause begins a group: something that is said follows, and no word that joins or ends.
func (l *listener) opens() bool {
	return len(l.rest) > 1 && !slices.Contains(strings.Fields("times plus minus end close over and"), l.rest[1])
}

func (l *listener) name() string {
	l.is("called")
	name := l.next()
	if name == "capital" {
		name = l.next()
		name = strings.ToUpper(name[:1]) + name[1:]
	}
	for _, m := range []expr.Mark{expr.Hat, expr.Bar, expr.Tilde} {
		if l.is(m.String()) {
			name += m.String()
		}
	}
	return name
}

func number(text string) expr.Node {
	n, complaint := parse.Expr(text, nil)
	if complaint != nil {
		return &expr.Number{Text: text, Value: new(big.Rat)}
	}
	return n
}
