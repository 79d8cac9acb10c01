package grade

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"chainrule/lessons"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// GivesUp reports whether what was typed says that its writer does not know, and is no formula.
func GivesUp(text string) bool {
	switch strings.TrimRight(strings.ToLower(strings.TrimSpace(text)), " .!") {
	case "?", "??", "???", "idk", "dunno", "help", "hint", "no idea", "i don't know", "i dont know", "i don’t know", "i do not know", "don't know":
		return true
	}
	return false
}

// Complain words what could not be read in an answer to a question, as it was typed. Where the letters are listed, those of the question
// are that can be typed, not all that the lesson has.
func Complain(q lessons.Question, typed string, c *parse.Complaint) string {
	if c.Code != parse.Undeclared {
		return c.Say()
	}
	all := letters(q)
	_, number := q.(*lessons.Number)
	switch {
	case !number:
	case stands(all, c.Text):
		return numberAsked(all, c.Text)
	case slices.Contains(unitNames, strings.ToLower(wordAt(typed, c.Span))):
		return "The number alone is asked for: leave the unit out."
	case !slices.Contains(sigmoidNames, c.Text) && utf8.RuneCountInString(c.Text) == 1: // the letters of the question are its values, not for answers
		return c.Text + " has no meaning here. " + numberAsked(all)
	}
	if said := called(q, all, c.Text); said != "" {
		return said
	}
	if slices.Contains(sigmoidNames, c.Text) && slices.ContainsFunc(formulas(q), holdsSigmoid) {
		return c.Text + " has no meaning here. The sigmoid is called σ here: type sigma."
	}
	var names []string
	for _, l := range all {
		if l.usable && l.name != c.Text {
			names = append(names, l.name)
		}
	}
	switch {
	case stands(all, c.Text) && len(names) > 0:
		return c.Text + " stands in the question, but cannot stand in the answer. The letters for it are " + strings.Join(names, ", ") + "."
	case c.Near != "" && !strings.Contains(c.Near, ", ") && usualRole(c.Text) == scope.NoRole || len(names) == 0:
		return c.Say()
	case len(names) == 1:
		return c.Text + " has no meaning here. The only letter is " + names[0] + "."
	}
	narrowed := *c
	narrowed.Near = strings.Join(names, ", ")
	return narrowed.Say()
}

// numberAsked refuses letters in place of a number. Only those of the question stand for one.
func numberAsked(all []letter, typed ...string) string {
	if slices.ContainsFunc(typed, func(name string) bool { return stands(all, name) }) {
		return "A number is asked for: put the numbers in for the letters."
	}
	return "A number is asked for, and no letters."
}

// unitNames are units that people write behind a number.
var unitNames = []string{"bit", "bits", "nat", "nats", "hour", "hours"}

// wordAt returns the letters around a place: a unit may begin or end with a letter of the question.
func wordAt(text string, at expr.Span) string {
	from, to := min(at.Start, len(text)), min(at.End, len(text))
	for from > 0 && isASCIILetter(text[from-1]) {
		from--
	}
	for to < len(text) && isASCIILetter(text[to]) {
		to++
	}
	return text[from:to]
}

func isASCIILetter(b byte) bool { return b|0x20 >= 'a' && b|0x20 <= 'z' }

// sigmoidNames are names that the sigmoid has elsewhere, in lessons and in programs.
var sigmoidNames = []string{"g", "S", "sig", "sigm"}

func holdsSigmoid(n expr.Node) bool {
	return expr.Contains(n, func(n expr.Node) bool {
		call, ok := n.(*expr.Call)
		return ok && call.Func == expr.Sigmoid
	})
}

// sayForeign tells which letter of an answer stands nowhere in the question, not even behind a name; it is empty where all do.
func sayForeign(q lessons.Question, answer expr.Node, sc *scope.Scope) string {
	known := map[string]bool{}
	unfold := func(n expr.Node) expr.Node {
		if meaning, ok := sc.Unfold(n); ok {
			return meaning
		}
		return n
	}
	for _, n := range formulas(q) {
		for _, s := range append(expr.Symbols(n), expr.Symbols(unfold(n))...) {
			known[family(s)] = true
		}
	}
	foreign := func(s *expr.Symbol) bool { return !known[family(s)] && !counts(answer, s) }
	for _, s := range expr.Symbols(answer) {
		if expr.IsUnknownEnd(s) || !foreign(s) || !slices.ContainsFunc(expr.Symbols(unfold(s)), foreign) {
			continue
		}
		said := typeset.Line(s) + " stands nowhere in the question"
		for _, l := range letters(q) {
			if l.symbol != nil && l.symbol.Name == s.Name {
				return said + "; " + l.name + " does."
			}
		}
		return said + "."
	}
	return ""
}

// family tells letters apart by their names and by how many indices they have.
func family(s *expr.Symbol) string { return s.Name + strings.Repeat("_", len(s.Index)) }

// counts reports whether a sum in an answer counts with a letter, or another letter has it for an index.
func counts(answer expr.Node, s *expr.Symbol) bool {
	return expr.Contains(answer, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Series:
			return n.Index.Name == s.Name
		case *expr.Symbol:
			return slices.ContainsFunc(n.Index, func(i expr.Node) bool { return expr.Equal(i, s) })
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply, *expr.Derivative:
		}
		return false
	})
}

// A letter stands in the formulas of a question. Of those in its words some cannot be typed.
type letter struct {
	name   string
	symbol *expr.Symbol // nil for a function
	usable bool
}

func stands(all []letter, name string) bool {
	return slices.ContainsFunc(all, func(l letter) bool { return l.name == name })
}

// called tells by which letter the question calls what the letter typed usually stands for: y for a label that is t. It is
// empty where nobody knows, or several letters have that role. A letter that the question does not use is called as in the lesson.
func called(q lessons.Question, all []letter, typed string) string {
	usual := usualRole(typed)
	if usual == scope.NoRole {
		return ""
	}
	sc := q.About().Scope
	name := ofRole(sc, all, usual, strings.Contains(typed, "_"))
	if _, number := q.(*lessons.Number); name == "" && !number {
		if indexed, sure := dataHaveIndex(sc, all); sure {
			name = cmp.Or(ofRole(sc, all, usual, indexed), ofRole(sc, declared(sc), usual, indexed))
		}
	}
	if name == "" {
		return ""
	}
	return typed + " has no meaning here. The " + usual.String() + " is called " + name + " here."
}

// ofRole returns the letter that has a role, with or without an index; nothing where none has, or several have.
func ofRole(sc *scope.Scope, all []letter, role scope.Role, indexed bool) string {
	name := ""
	for _, l := range all {
		if l.symbol == nil || !l.usable || indexed != (len(l.symbol.Index) > 0) {
			continue
		}
		if r, sure := sc.Role(l.symbol.Name); !sure || r != role {
			continue
		}
		if name != "" {
			return ""
		}
		name = l.name
	}
	return name
}

// dataHaveIndex reports whether the inputs, labels and predictions of a question have an index; it is not sure where there are
// none, or some have and others have not.
func dataHaveIndex(sc *scope.Scope, all []letter) (indexed, sure bool) {
	for _, l := range all {
		if l.symbol == nil {
			continue
		}
		switch r, _ := sc.Role(l.symbol.Name); r {
		case scope.Input, scope.Label, scope.Prediction:
			has := len(l.symbol.Index) > 0
			if sure && has != indexed {
				return false, false
			}
			indexed, sure = has, true
		case scope.NoRole, scope.Parameter:
		}
	}
	return indexed, sure
}

// declared returns the letters of a lesson, those that are defined included.
func declared(sc *scope.Scope) []letter {
	symbols := slices.Clone(sc.Symbols())
	for _, d := range sc.Definitions() {
		if len(d.Params) == 0 && len(d.Of) == 0 {
			s := &expr.Symbol{Name: d.Name}
			for _, i := range d.Index {
				s.Index = append(s.Index, i)
			}
			symbols = append(symbols, s)
		}
	}
	var all []letter
	for _, s := range symbols {
		if name := typeset.Line(s); !stands(all, name) {
			_, complaint := parse.Read(name, sc)
			all = append(all, letter{name, s, complaint == nil})
		}
	}
	return all
}

// usualRole returns the role of a letter as it was typed, if that is usually a label or a prediction: what is spelled alike
// is another thing then.
func usualRole(typed string) scope.Role {
	base, _, _ := strings.Cut(typed, "_")
	if strings.Contains(base, "ŷ") || strings.Contains(base, `\hat`) && strings.HasSuffix(strings.TrimRight(base, " }"), "y") {
		base = "yhat"
	}
	if base == "a" { // the activation of the last layer
		return scope.Prediction
	}
	if r, _ := new(scope.Scope).Role(base); r == scope.Label || r == scope.Prediction {
		return r
	}
	return scope.NoRole
}

// letters returns the letters that stand in the formulas of a question, in the order in which they come up.
func letters(q lessons.Question) []letter {
	var all []letter
	add := func(name string, s *expr.Symbol) {
		if !stands(all, name) {
			_, alone := parse.Read(name, q.About().Scope)
			_, applied := parse.Read(name+"(1)", q.About().Scope)
			all = append(all, letter{name, s, alone == nil || applied == nil})
		}
	}
	for _, n := range formulas(q) {
		expr.Walk(n, func(n expr.Node) bool {
			if call, ok := n.(*expr.Apply); ok {
				add(call.Name, nil)
			}
			return true
		})
		for _, s := range expr.Symbols(n) {
			add(typeset.Line(s), s)
		}
	}
	return all
}

// formulas returns the formulas of a question: those in its words, and those that it asks for.
func formulas(q lessons.Question) []expr.Node {
	var all []expr.Node
	add := func(terms ...lessons.Term) {
		for _, t := range terms {
			if t.Tree != nil {
				all = append(all, t.Tree)
			}
		}
	}
	for _, i := range q.About().Ask {
		if i.Formula != nil {
			all = append(all, i.Formula.Parts...)
		}
	}
	switch q := q.(type) {
	case *lessons.Expression:
		add(append([]lessons.Term{q.From}, q.Accept...)...)
	case *lessons.Number:
		add(q.Answer)
	case *lessons.Derive:
		add(q.From, q.To)
		for _, l := range q.Lines {
			add(l.Term)
		}
	case *lessons.Spot:
		add(q.From)
		if q.False >= 0 {
			add(q.Repair.Term)
		}
	case *lessons.Lab:
		add(q.Accept...)
	case *lessons.Choice:
	}
	return all
}
