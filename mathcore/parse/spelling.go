package parse

import (
	"strings"
	"unicode/utf8"

	"chainrule/mathcore/expr"
)

// odd are the names that hold more than letters, such as log1p and leaky_relu, as they are typed, by their first letter.
var odd [utf8.RuneSelf][]oddSpelling

type oddSpelling struct {
	text string
	fn   expr.Func
}

// isOdd reports whether a word holds more than letters.
func isOdd(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return !isLetter(r) })
}

// oddWord reads a name that holds more than letters. Such a name stands before a bracket: without one exp2 x may be
// exp(2x).
func (s *scanner) oddWord(run int) bool {
	rest := s.src[s.i:]
	for _, w := range odd[rest[0]] {
		n := len(w.text)
		if n > len(rest) || w.text[1] != rest[1] || rest[:n] != w.text {
			continue
		}
		behind := strings.TrimLeft(rest[n:], " }")
		if behind == "" || behind[0] != '(' && behind[0] != '{' && !strings.HasPrefix(behind, `\left(`) {
			continue
		}
		s.emit(token{kind: function, fn: w.fn, start: int32(s.i), run: int32(run)}, s.i+n)
		return true
	}
	return false
}

// sincOfCode reads the sinc of a module that has πx where mathematics has x.
func (s *scanner) sincOfCode(module string) {
	const name = "sinc"
	end := s.i + len(name)
	if !s.after(0, name) || end < len(s.src) && isASCIILetter(s.src[end]) || module != "np" && module != "numpy" && module != "jnp" && module != "torch" {
		return
	}
	s.emit(token{kind: function, fn: expr.SincPi, start: int32(s.i), run: int32(s.i)}, end)
}

// constantOfCode reads the E and the PI of Math.E.
func (s *scanner) constantOfCode() {
	for typed, constant := range map[string]string{"E": "e", "PI": "pi"} {
		end := s.i + len(typed)
		if s.after(0, typed) && (end == len(s.src) || !isASCIILetter(s.src[end]) && !isDigit(s.src[end])) {
			s.emit(token{kind: name, start: int32(s.i), run: int32(s.i), text: constant}, end)
			return
		}
	}
}

// unknownOfCode reads the name of a function with underscores that is none here, such as zeros_like(x).
func (s *scanner) unknownOfCode() bool {
	const shortest = 3 // letters of a part: x_new is a letter with an index
	i, parts := s.i, 0
	for {
		start := i
		for i < len(s.src) && isASCIILetter(s.src[i]) {
			i++
		}
		if i-start < shortest || s.src[start:i] == "prime" {
			return false
		}
		if parts++; i == len(s.src) || s.src[i] != '_' {
			break
		}
		i++
	}
	head, _, _ := strings.Cut(s.src[s.i:i], "_")
	if parts < 2 || !strings.HasPrefix(s.src[i:], "(") || s.names.isWord(head) || s.names.whole {
		return false
	}
	s.bad(UnknownFunction, i-s.i)
	return true
}

// facedWord reads a word whose face is changed in braces of its own: {\rm logit}.
func (s *scanner) facedWord() bool {
	inside, ok := strings.CutPrefix(s.src[s.i+1:], `\rm `)
	if !ok {
		return false
	}
	word, _, closed := strings.Cut(inside, "}")
	if last := len(s.tokens) - 1; !closed || len(word) < 2 || isOdd(word) || last >= 0 && (s.tokens[last].kind == caret || s.tokens[last].kind == under) {
		return false
	}
	s.brace(true)
	return true
}

// primeWord reads the _prime of sigmoid_prime(z), which marks a derivative.
func (s *scanner) primeWord() bool {
	if !s.after(1, "p") && !s.after(1, "_p") {
		return false
	}
	last := len(s.tokens) - 1
	for _, suffix := range [...]string{"_prime", `\_prime`} {
		end := s.i + len(suffix)
		if last < 0 || !s.after(0, suffix) || end < len(s.src) && isASCIILetter(s.src[end]) {
			continue
		}
		if t := &s.tokens[last]; (t.kind == function || t.maybe) && t.end == int32(s.i) {
			s.emit(token{kind: prime, n: 1, start: int32(s.i)}, end)
			return true
		}
	}
	return false
}

// glued reads a LaTeX command that is a function with one letter behind it: \lnx.
func (s *scanner) glued(w string, end int) bool {
	if len(w) < 3 {
		return false
	}
	f, ok := words[w[:len(w)-1]]
	if !ok || f.kind != function || f.soft {
		return false
	}
	run := int32(s.i)
	s.emit(token{kind: function, fn: f.fn, start: run, run: run}, end-1)
	s.emit(token{kind: name, start: int32(s.i), run: int32(s.i), text: w[len(w)-1:]}, end)
	return true
}

// A defaultArgument is what libraries take where no second argument is given.
type defaultArgument struct {
	text string
	note NoteCode
}

func defaultOf(f expr.Func) (d defaultArgument, ok bool) {
	switch f { //nolint:exhaustive // the others have none
	case expr.LeakyRelu:
		return defaultArgument{"0.01", DefaultSlope}, true
	case expr.Elu:
		return defaultArgument{"1", DefaultScale}, true
	}
	return d, false
}

// withDefault adds the argument that is not given to those of f, which were read at token at.
func (p *parser) withDefault(at int, f expr.Func, args []expr.Node) []expr.Node {
	d, ok := defaultOf(f)
	if !ok || len(args) != 1 || p.complaint != nil {
		return args
	}
	p.note(d.note, int(p.tokens[at].start))
	return append(args, &expr.Number{Span: args[0].Where(), Text: d.text, Value: valueOf(d.text)})
}

// remark notes what a learner may have meant otherwise by a function.
func (p *parser) remark(at int, f expr.Func) {
	if f == expr.Acot {
		p.note(ArcCotangent, int(p.tokens[at].start))
	}
}

// isNthRoot reports whether the function at token at is one of code that takes the degree as its second argument.
func (p *parser) isNthRoot(at int, args []expr.Node) bool {
	if len(args) != 2 {
		return false
	}
	typed := p.text(p.span(at))
	return p.tokens[at].fn == expr.Sqrt && (strings.EqualFold(typed, "nthRoot") || typed == "root")
}

// isEuler reports whether exp^ is e^ here: what is raised is no plain number, as in exp^2(x), or nothing follows to which
// the function could apply.
func (p *parser) isEuler(f expr.Func, exponent expr.Node) bool {
	if f != expr.Exp || exponent == nil || p.complaint != nil {
		return false
	}
	n := exponent
	if neg, ok := n.(*expr.Neg); ok {
		n = neg.X
	}
	_, number := n.(*expr.Number)
	return !number || p.at().kind != opening && (!p.startsArgument(p.pos) || p.at().kind == minus)
}
