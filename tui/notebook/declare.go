package notebook

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// define makes a definition hold, and works out anew what is looked at.
func (n *Notebook) define(head, body string) Entry {
	if body == "" {
		return cannot("Behind := nothing stands; write what " + head + " is to stand for.")
	}
	sc := n.scope.Clone()
	known := slices.Clone(sc.Definitions())
	if err := parse.DefinePlainly(sc, head+" := "+body); err != nil {
		return cannot("This definition cannot be read: " + strings.TrimSuffix(reason(err), ".") + ".")
	}
	d := sc.Definitions()[len(sc.Definitions())-1]
	name, ok := standing(d)
	if !ok || d.Body == nil {
		return cannot("This name cannot be defined here. Write it as in g(x) := 1/(1+e^-x), a := 2 or z := a+b x.")
	}
	if _, ends := sc.Unfold(name); !ends {
		return cannot("This cannot be defined so: " + typeset.Line(name) + " would stand in what it stands for, or grow beyond all bounds.")
	}
	said := typeset.Line(name) + " stands for " + typeset.Line(d.Body) + " from here on."
	if len(known) >= len(sc.Definitions()) {
		said = "From here on " + typeset.Line(name) + " stands for " + typeset.Line(d.Body) + ", and no longer for what it did."
	}
	return n.declared(sc, said)
}

// standing returns the name that a definition explains, as it stands in a formula.
func standing(d scope.Definition) (expr.Node, bool) {
	if len(d.Params) == 0 {
		index := slices.Clone(d.Of)
		for _, i := range d.Index {
			index = append(index, i)
		}
		return expr.Var(d.Name, index...), true
	}
	args := make([]expr.Node, len(d.Params))
	for i, p := range d.Params {
		args[i] = p
	}
	return &expr.Apply{Name: d.Name, Args: args}, len(d.Index)+len(d.Of) == 0
}

// declare makes a domain hold, and works out anew what is looked at.
func (n *Notebook) declare(text string) Entry {
	d, _ := domainOf(text)
	sc := n.scope.Clone()
	letters := strings.Split(d.letters, ",")
	for _, l := range letters {
		m, complaint := parse.Read(l, sc)
		if complaint != nil {
			continue // Declare has the words for it
		}
		if s, ok := m.Right.(*expr.Symbol); ok {
			if meaning, defined := sc.Meaning(s); defined {
				return cannot(fmt.Sprintf("%s stands for %s. Type :forget %s first.", typeset.Line(s), typeset.Line(meaning), strings.TrimSpace(l)))
			}
		}
	}
	if err := parse.Declare(sc, d.letters+": "+d.domain); err != nil {
		return cannot("This cannot be read: " + reason(err) + ".")
	}
	var said []string
	for _, l := range letters {
		m, complaint := parse.Read(l, sc)
		if s, ok := m.Right.(*expr.Symbol); complaint == nil && ok {
			of, _ := sc.Domain(s)
			said = append(said, "From here on "+typeset.Line(s)+" is "+Where(of)+".")
		}
	}
	return n.declared(sc, said...)
}

// Where tells in words where a letter lies.
func Where(d scope.Domain) string {
	switch {
	case d.Finite():
		return "one of " + d.String()
	case d.Lo == nil && d.Hi == nil && d.Whole:
		return "a whole number"
	case d.Lo == nil && d.Hi == nil:
		return "any real number"
	}
	kind := "a number"
	if d.Whole {
		kind = "a whole number"
	}
	var ends []string
	if d.Lo != nil {
		ends = append(ends, map[bool]string{true: "above ", false: "not below "}[d.LoOpen]+d.Lo.RatString())
	}
	if d.Hi != nil {
		ends = append(ends, map[bool]string{true: "below ", false: "not above "}[d.HiOpen]+d.Hi.RatString())
	}
	return kind + " " + strings.Join(ends, " and ")
}

// require makes a side condition hold.
func (n *Notebook) require(text string) Entry {
	sc := n.scope.Clone()
	if text == "" {
		return cannot("Which condition? Write it as in :given p+q = 1.")
	}
	if err := parse.Require(sc, text); err != nil {
		return cannot("This condition cannot be read: " + strings.TrimSuffix(reason(err), ".") + ".")
	}
	c := sc.Conditions()[len(sc.Conditions())-1]
	return n.declared(sc, "Comparisons take it as given from here on that "+typeset.Line(c.Left)+" = "+typeset.Line(c.Right)+".")
}

// forget takes back what was said of a name.
func (n *Notebook) forget(name string) Entry {
	sc := n.scope.Clone()
	m, complaint := parse.Read(name, sc)
	if complaint != nil || name == "" {
		return cannot("What is to be forgotten? Write the name, as in :forget g, or :new for an empty sheet.")
	}
	var letter *expr.Symbol
	switch m := m.Right.(type) {
	case *expr.Symbol:
		letter = m
	case *expr.Apply:
		letter = expr.Var(m.Name)
	case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Derivative, *expr.Series:
		return cannot("Write one name, as in :forget g.")
	}
	before := len(sc.Definitions())
	for _, d := range slices.Clone(sc.Definitions()) {
		if d.Name == letter.Name {
			sc.Undefine(d.Name, d.Indices(), len(d.Params))
		}
	}
	_, known := sc.Domain(letter)
	if known {
		sc.Declare(letter, scope.Real)
	}
	if before == len(sc.Definitions()) && !known {
		return cannot("Nothing was said of " + typeset.Line(letter) + ".")
	}
	return n.declared(sc, "Nothing is said of "+typeset.Line(letter)+" any more.")
}

// declared returns the entry of a declaration, with what is looked at worked out anew.
func (n *Notebook) declared(sc *scope.Scope, said ...string) Entry {
	e := Entry{Kind: Declared, Said: said, scope: sc}
	if n.study == nil {
		return e
	}
	book := *n
	book.scope = sc
	if again := book.find(n.last); again.Study != nil {
		study := again.Study
		e.apply = func(m *Notebook) { m.study, m.by = study, study.By }
	}
	return e
}

// lead is what errors of the parser begin with; the line stands above.
var lead = regexp.MustCompile(`^(reading \w+: )?(defining|declaring|requiring) "(\\.|[^"])*": `)

// reason words an error of the parser.
func reason(err error) string {
	inner := err
	for u := errors.Unwrap(inner); u != nil; u = errors.Unwrap(inner) {
		inner = u
	}
	return lead.ReplaceAllString(inner.Error(), "")
}

// value reads a number that is typed as a formula without letters.
func (n *Notebook) value(text string) (float64, bool) {
	line, complaint := parse.Read(text, n.scope)
	if complaint != nil {
		return 0, false
	}
	program, ok := eval.CompileUnder(n.scope.Meter(), line.Right, nil)
	if !ok {
		return 0, false
	}
	const most = 1e9
	v := program.Float(nil)
	return v, v >= -most && v <= most
}

// cannot returns the entry of a line that is not understood.
func cannot(say string) Entry { return Entry{Kind: Unreadable, Said: []string{say}} }
