package parse

import "chainrule/mathcore/expr"

// An example that a complaint shows is written in the letters of the question, so that it can be typed there as it stands. Where
// names need not be declared those of textbooks do.

// examples are the complaints that show one.
var examples = []struct {
	code  Code
	write func(l wording) string
}{
	{FunctionAlone, func(l wording) string { return l.by }},
	{BadCondition, func(l wording) string { return l.by }},
	{BadDerivative, wording.derivative},
	{PrimeAlone, func(l wording) string { return l.function + "'(" + l.by + "), or " + l.derivative() }},
	{BadSum, func(l wording) string { return "sum(" + l.bounds() + ", ...)" }},
	{BadProduct, func(l wording) string { return "prod(" + l.bounds() + ", ...)" }},
	{Dots, wording.sum},
	{Vectors, wording.dot},
}

// familyForms are the names of functions of families, each with what it stands for.
var familyForms = map[string]func(l wording) string{
	"softmax": func(l wording) string {
		other := "j"
		if l.index == other {
			other = "k"
		}
		return "e^(" + l.member() + ")/sum(" + other + "=1.." + l.end + ", e^(" + l.family() + "_" + other + "))"
	},
	"mean":      func(l wording) string { return "1/" + l.end + "*" + l.sum() },
	"dot":       wording.dot,
	"logsumexp": func(l wording) string { return "ln(sum(" + l.bounds() + ", e^(" + l.member() + ")))" },
}

// formOf returns what to write for a function of families; empty where the question has none.
func (n *names) formOf(function string) string {
	if l := n.wording(); len(l.families) > 0 {
		return familyForms[function](l)
	}
	return ""
}

// example returns what a complaint of that code shows; empty if it shows nothing.
func (n *names) example(code Code) string {
	for _, e := range examples {
		if e.code == code {
			return e.write(n.wording())
		}
	}
	return ""
}

// A wording is the letters of examples: one to derive by, a function, an index and its last value, and families with that index.
type wording struct {
	by, function, index, end string
	families                 []string
}

// wording returns the letters of the question. Where they are declared and none of them counts, an index ends at 3.
func (n *names) wording() wording {
	l := wording{by: "x", function: "f", index: "i", end: "n"}
	if n.strict {
		l.end = "3"
	}
	for i := range n.definitions {
		if len(n.definitions[i].Params) > 0 {
			l.function = n.definitions[i].Name
			break
		}
	}
	l.indexed(n)
	bare := func(s *expr.Symbol) bool { return len(s.Index) == 0 }
	first := func(fits func(s *expr.Symbol) bool, to *string) {
		for _, s := range n.symbols {
			if fits(s) {
				*to = spell(s)
				return
			}
		}
	}
	first(func(s *expr.Symbol) bool { return bare(s) && n.counts(s) && s.Name != l.index }, &l.end)
	if n.asked != nil {
		l.by = spell(n.asked)
	} else if n.strict && !n.of(l.by).plain {
		first(func(s *expr.Symbol) bool { return !n.counts(s) }, &l.by)
		first(func(s *expr.Symbol) bool { return bare(s) && !n.counts(s) }, &l.by)
	}
	return l
}

// indexed finds the families with one index, and their index: that of the first of them.
func (l *wording) indexed(n *names) {
	add := func(family string, index *expr.Symbol) {
		if len(l.families) == 0 {
			l.index = index.Name
		}
		if index.Name == l.index {
			l.families = append(l.families, family)
		}
	}
	for _, s := range n.symbols {
		if len(s.Index) == 1 {
			if letter, ok := s.Index[0].(*expr.Symbol); ok {
				add(spell(expr.Var(s.Name)), letter)
			}
		}
	}
	for _, d := range n.definitions {
		if len(d.Index) == 1 && len(d.Params) == 0 && len(d.Of) == 0 {
			add(spell(expr.Var(d.Name)), d.Index[0])
		}
	}
	if len(l.families) == 0 && !n.strict {
		l.families = []string{"x", "w"}
	}
}

// counts reports whether s is declared to run through whole numbers.
func (n *names) counts(s *expr.Symbol) bool {
	if n.scope == nil {
		return false
	}
	d, _ := n.scope.Domain(s)
	return d.Whole && !d.Finite()
}

func (l wording) bounds() string { return l.index + "=1.." + l.end }

func (l wording) derivative() string { return "d/d" + l.by + "(...)" }

// family returns the first family of the question.
func (l wording) family() string { return l.families[0] }

// member returns one of a family; where there is none, what an index does to the letter of the question.
func (l wording) member() string {
	if len(l.families) == 0 {
		return l.by + "^" + l.index
	}
	return l.family() + "_" + l.index
}

// sum returns a sum over a family.
func (l wording) sum() string { return "sum(" + l.bounds() + ", " + l.member() + ")" }

// dot returns a sum of products of two families, where there are two.
func (l wording) dot() string {
	if len(l.families) < 2 {
		return l.sum()
	}
	return "sum(" + l.bounds() + ", " + l.families[1] + "_" + l.index + " " + l.member() + ")"
}
