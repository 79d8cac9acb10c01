package parse

import (
	"errors"
	"fmt"
	"strings"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// mostDeclared bounds the symbols of a scope. Every name that is read is looked up among them.
const mostDeclared = 1000

// Scope reads declarations such as "p:(0,1) t:{0,1}" and definitions such as "g(x)=1/(1+e^-x)" into a new scope. Letters
// that are not declared are real.
func Scope(where string, defines ...string) (*scope.Scope, error) {
	sc := &scope.Scope{}
	if err := Declare(sc, where); err != nil {
		return nil, fmt.Errorf("reading declarations: %w", err)
	}
	for _, d := range defines {
		if err := Define(sc, d); err != nil {
			return nil, fmt.Errorf("reading definitions: %w", err)
		}
	}
	return sc, nil
}

// Declare adds the symbols that where names to the scope: "p:(0,1) t:{0,1}" or "x: real; y: (0,1)". Names may be
// spelled in any way that Read accepts; a letter as an index declares the family: "x_i: real".
func Declare(sc *scope.Scope, where string) error {
	if len(where) > maxLength {
		return fmt.Errorf("declaring: %d bytes are too many, %d are allowed; declare only what is used, and families at once: x_i: real", len(where), maxLength)
	}
	rest := where
	count := len(sc.Symbols())
	for {
		rest = strings.TrimLeft(rest, " \t\r\n;,")
		if rest == "" {
			return nil
		}
		letters, after, ok := strings.Cut(rest, ":")
		if !ok {
			return fmt.Errorf("declaring %q: a domain is missing; write %s: real", rest, strings.TrimSpace(rest))
		}
		text, behind := cutDomain(strings.TrimLeft(after, " \t"))
		domain, err := scope.ParseDomain(text)
		if err != nil {
			return fmt.Errorf("declaring %q: %w", strings.TrimSpace(letters), err)
		}
		for _, letter := range splitNames(letters) {
			symbol, err := readName(letter)
			if err != nil {
				return fmt.Errorf("declaring %q: %w", strings.TrimSpace(letter), err)
			}
			if count++; count > mostDeclared {
				return fmt.Errorf("declaring %q: these are more than %d symbols; declare only what is used, and families at once: x_i: real", strings.TrimSpace(letter), mostDeclared)
			}
			sc.Declare(symbol, domain)
		}
		rest = behind
	}
}

// splitNames cuts "x, y" at the commas that stand in no brackets.
func splitNames(letters string) []string {
	var parts []string
	depth, start := 0, 0
	for i := range len(letters) {
		switch letters[i] {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth--
		case ',':
			if depth == 0 {
				parts = append(parts, letters[start:i])
				start = i + 1
			}
		}
	}
	return append(parts, letters[start:])
}

// cutDomain cuts the domain off the beginning of text: a bracket, or a word.
func cutDomain(text string) (domain, behind string) {
	stop := strings.IndexAny(text, " \t\r\n;,")
	if text != "" && strings.ContainsRune("([{", rune(text[0])) {
		stop = strings.IndexAny(text, ")]}")
		if k := strings.Index(text[1:], text[:1]); k >= 0 && stop > k+1 {
			stop = -1
		}
		if stop >= 0 {
			stop++
		}
	}
	if stop < 0 {
		return text, ""
	}
	return text[:stop], text[stop:]
}

// readName reads one name with its indices.
func readName(text string) (*expr.Symbol, error) {
	p, complaint := newParser(text, 0, names{whole: true})
	if complaint != nil {
		return nil, errors.New(complaint.Say())
	}
	if p.at().kind != name {
		if p.at().kind == end {
			return nil, errors.New("a name is missing")
		}
		return nil, fmt.Errorf("%q is no name", text)
	}
	s := p.pattern()
	p.finish()
	if p.complaint != nil {
		return nil, fmt.Errorf("%q is no name: %s", text, p.complaint.Say())
	}
	return s, nil
}

// pattern reads a name with its indices, where names are made and not used.
func (p *parser) pattern() *expr.Symbol {
	t := *p.at()
	p.advance()
	known := standing{}
	if p.at().kind == caret {
		known.families = bit(1) | bit(2) // in x^(i) the i is an index
	}
	index := p.indices(t.text, known)
	return &expr.Symbol{Span: p.since(int(t.start)), Name: t.text, Index: index}
}

// Define adds the definition to the scope: "g(x) = 1/(1+e^-x)", "z := θ_0+θ_1 x", "h_i := θ_0+θ_1 x_i". A name alone,
// "f" or "f(x)", is an unknown function.
func Define(sc *scope.Scope, text string) error { return define(sc, text, false) }

// DefinePlainly is Define for authors: it refuses a definition that can be read in several ways.
func DefinePlainly(sc *scope.Scope, text string) error { return define(sc, text, true) }

func define(sc *scope.Scope, text string, plainly bool) error {
	head, from := cutEquals(text)
	d, err := readHead(head)
	if err != nil {
		return fmt.Errorf("defining %q: %w", strings.TrimSpace(text), err)
	}
	if from == 0 {
		if len(d.Params) == 0 {
			d.Params = []*expr.Symbol{expr.Var("x")}
		}
		sc.Define(d)
		return nil
	}
	n := namesOf(sc)
	n.bound = append(append(n.bound, d.Params...), d.Index...)
	n.measure()
	p, complaint := newParser(text, from, n)
	if complaint == nil {
		d.Body = p.sum()
		p.finish(d.Body)
		complaint = p.complaint
		d = ofMember(d)
	}
	if complaint != nil {
		return fmt.Errorf("defining %q: column %d: %s", strings.TrimSpace(text), expr.Columns(text[:complaint.Start])+1, complaint.Say())
	}
	if plainly && len(p.forks) > 0 {
		return fmt.Errorf("defining %q: this can be read in two ways; set brackets", strings.TrimSpace(text))
	}
	sc.Define(d)
	return nil
}

// cutEquals returns what stands before = or :=, and the byte behind it, 0 if there is none.
func cutEquals(text string) (head string, from int) {
	for i := range len(text) {
		if text[i] == '=' {
			return strings.TrimSuffix(text[:i], ":"), i + 1
		}
	}
	return text, 0
}

// readHead reads g(x), z or h_i.
func readHead(text string) (scope.Definition, error) {
	p, complaint := newParser(text, 0, names{whole: true})
	if complaint != nil {
		return scope.Definition{}, errors.New(complaint.Say())
	}
	if p.at().kind != name {
		return scope.Definition{}, errors.New("a name is missing; write g(x) = …")
	}
	s := p.pattern()
	d := scope.Definition{Name: s.Name}
	for _, n := range s.Index {
		switch n := n.(type) {
		case *expr.Symbol:
			if isNamingIndex(n) {
				d.Of = append(d.Of, n)
				continue
			}
			d.Index = append(d.Index, n)
		case *expr.Number:
			d.Of = append(d.Of, n)
		case *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative, *expr.Series:
		}
	}
	if len(d.Index)+len(d.Of) != len(s.Index) || len(d.Index) > 0 && len(d.Of) > 0 {
		return d, errors.New("the indices must be letters, or all of them numbers; write h_i = …, or p_1 = …")
	}
	if p.at().kind == opening {
		open := p.pos
		p.advance()
		for p.complaint == nil {
			if p.at().kind != name {
				p.fail(Misplaced, p.span(p.pos))
				break
			}
			d.Params = append(d.Params, p.pattern())
			if p.at().kind != comma {
				break
			}
			p.advance()
		}
		p.close(open)
	}
	p.finish()
	if p.complaint != nil {
		return d, errors.New(p.complaint.Say())
	}
	return d, nil
}

// Require adds the side condition to the scope: "t_1+t_2+t_3 = 1".
func Require(sc *scope.Scope, text string) error {
	line, complaint := Read(text, sc)
	if complaint != nil {
		return fmt.Errorf("requiring %q: column %d: %s", text, expr.Columns(text[:complaint.Start])+1, complaint.Say())
	}
	if line.Left == nil {
		return fmt.Errorf("requiring %q: there is no equals sign; write t_1+t_2 = 1", text)
	}
	sc.Require(scope.Condition{Left: line.Left, Right: line.Right})
	return nil
}
