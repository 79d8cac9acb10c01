package notebook

import (
	"fmt"
	"slices"
	"strings"

	"chainrule/mathcore/decimal"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/parse"
	"chainrule/mathcore/scope"
	"chainrule/mathcore/typeset"
)

// Help tells what can be typed, a line each: what, and what comes of it.
var Help = [][2]string{
	{"1/(1+e^-x)", "a formula: value, derivative, curve"},
	{"1-g(x) = g(-x)", "two formulas: proved equal, or a point where they differ"},
	{"= e^x/(e^x+1)", "compares with the formula that is looked at"},
	{"g(x) := 1/(1+e^-x)", "g(x) stands for it from here on; a := 2, too"},
	{"p in (0,1)", "where a letter lies; x > 0 and n in nat, too"},
	{":by t", "differentiates and draws by another letter"},
	{":at x = 2", "puts the tangent there, or another letter of the curve"},
	{":from -2 to 5", "the range of the curve; :from alone chooses it anew"},
	{":given p+q = 1", "takes a condition as given in comparisons"},
	{":forget g", "takes back what was said of a name"},
	{":help", "this list"},
	{":new", "an empty sheet; what stood on it stays in the record"},
}

// command does what a line that begins with a colon asks for.
func (n *Notebook) command(text string) Entry {
	name, rest, _ := strings.Cut(strings.TrimSpace(text), " ")
	rest = strings.TrimSpace(rest)
	switch strings.ToLower(name) {
	case "by":
		return n.chooseLetter(rest)
	case "at":
		return n.put(rest)
	case "from":
		return n.setRange(rest)
	case "given":
		return n.require(rest)
	case "forget":
		return n.forget(rest)
	case "help", "?":
		return Entry{Kind: Helped}
	case "new":
		return Entry{Kind: Setting, Said: []string{"An empty sheet: all letters are free again."}, scope: &scope.Scope{}, apply: func(m *Notebook) {
			m.study, m.last, m.by, m.span, m.at, m.held = nil, "", nil, nil, nil, nil
		}}
	}
	var words []string
	for _, h := range Help {
		if word, _, _ := strings.Cut(h[0], " "); strings.HasPrefix(word, ":") {
			words = append(words, word)
		}
	}
	return cannot("There is no command :" + name + " here. There are " + strings.Join(words, ", ") + ".")
}

// chooseLetter works out what is looked at by another letter.
func (n *Notebook) chooseLetter(text string) Entry {
	if n.study == nil {
		return cannot("There is no formula yet. Type one first.")
	}
	m, complaint := parse.Read(text, n.scope)
	letter, ok := m.Right.(*expr.Symbol)
	if complaint != nil || !ok || !slices.ContainsFunc(n.study.Letters, func(l *expr.Symbol) bool { return expr.Equal(l, letter) }) {
		return cannot("Its letters are " + orNone(n.study.letters()) + ". Write one of them, as in :by x.")
	}
	book := *n
	book.by = letter
	e := book.find(n.last)
	study := e.Study
	if study == nil {
		return e
	}
	return Entry{Kind: Setting, Said: study.said(), apply: func(m *Notebook) { m.swap(study, e.Said) }}
}

func (s *Study) letters() []string {
	var all []string
	for _, l := range s.Letters {
		all = append(all, typeset.Line(l))
	}
	return all
}

func orNone(names []string) string {
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

// put puts the tangent somewhere, or a letter that stands still while the curve is drawn.
func (n *Notebook) put(text string) Entry {
	const how = "Write a place, as in :at 2 or :at t = 0.5."
	if n.study == nil || n.study.By == nil {
		return cannot("There is no curve yet. Type a formula with a letter first.")
	}
	letter, number := n.study.By, text
	if parts := split(text); len(parts) == 2 {
		m, complaint := parse.Read(parts[0], n.scope)
		s, ok := m.Right.(*expr.Symbol)
		if complaint != nil || !ok {
			return cannot(how)
		}
		letter, number = s, parts[1]
	}
	v, ok := n.value(number)
	if !ok {
		return cannot(how)
	}
	if expr.Equal(letter, n.study.By) {
		return Entry{Kind: Setting, Said: []string{"The tangent stands at " + typeset.Line(letter) + " = " + decimal.Short(v) + "."}, apply: func(m *Notebook) { m.at = &v }}
	}
	if !slices.ContainsFunc(n.study.Letters, func(l *expr.Symbol) bool { return expr.Equal(l, letter) }) {
		return cannot("Its letters are " + orNone(n.study.letters()) + ".")
	}
	book := *n
	book.held = append(slices.DeleteFunc(slices.Clone(n.held), func(h Held) bool { return expr.Equal(h.Letter, letter) }), Held{letter, v})
	study := book.find(n.last).Study
	return Entry{
		Kind: Setting, Said: []string{"The curve is drawn with " + typeset.Line(letter) + " = " + decimal.Short(v) + "."},
		apply: func(m *Notebook) { m.held, m.study = book.held, study },
	}
}

// setRange sets the range of the curve.
func (n *Notebook) setRange(text string) Entry {
	if text == "" {
		return n.ranged(nil, "The range is chosen by the formula.")
	}
	from, to, cut := strings.Cut(text, " to ")
	a, ok1 := n.value(from)
	b, ok2 := n.value(to)
	if !cut || !ok1 || !ok2 || !(a < b) || b-a < 1e-6 {
		return cannot("Write the range as two numbers, the smaller one first, as in :from -2 to 5.")
	}
	return n.ranged(&Span{a, b}, fmt.Sprintf("The curve is drawn from %s to %s.", decimal.Short(a), decimal.Short(b)))
}

// ranged returns the entry for a range.
func (n *Notebook) ranged(span *Span, said string) Entry {
	e := Entry{Kind: Setting, Said: []string{said}}
	book := *n
	book.span = span
	var study *Study
	if n.study != nil {
		study = book.find(n.last).Study
	}
	e.apply = func(m *Notebook) {
		m.span = span
		if study != nil {
			m.study = study
		}
	}
	return e
}
