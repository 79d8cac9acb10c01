// Package scope holds what a question declares: symbols with their domains, definitions, side conditions.
//
// It knows which letters mean what. It neither reads expressions nor decides anything about them.
package scope

import (
	"maps"
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/expr"
)

// A Scope says which symbols and functions there are. The zero Scope is empty and open: every letter is a real symbol.
type Scope struct {
	// Strict refuses letters that are not declared; otherwise they are real.
	Strict bool
	// Beside is text that is read together with a line: a letter that stands alone in it is a letter of the line, too.
	Beside string
	// Variable is what a prime that does not say by what, as in (x^2)', differentiates by; nil where nothing is asked.
	Variable    *expr.Symbol
	symbols     []symbol
	definitions []Definition
	conditions  []Condition
	roles       map[string]Role // by letter
	meter       *budget.Meter
	reading     *reading
	shown       []expr.Node
}

type symbol struct {
	pattern *expr.Symbol
	domain  Domain
}

// A Definition gives a name a meaning: g(x) := 1/(1+e^-x), z := θ_0+θ_1 x, h_i := θ_0+θ_1 x_i. Index and Params are
// the symbols that stand for indices and arguments in Body. A definition without Body names an unknown function. One of a
// single member, p_1 := e^(z_1)/s, has the indices of that in Of, and no Index.
type Definition struct {
	Name   string
	Index  []*expr.Symbol
	Of     []expr.Node
	Params []*expr.Symbol
	Body   expr.Node
}

// Indices returns how many indices the name has that is defined.
func (d *Definition) Indices() int { return len(d.Index) + len(d.Of) }

// Explains reports whether the definition is that of the name with these indices and number of arguments.
func (d *Definition) Explains(name string, index []expr.Node, args int) bool {
	return d.Name == name && d.Indices() == len(index) && len(d.Params) == args && (d.Of == nil || slices.EqualFunc(d.Of, index, expr.Equal))
}

// A Condition says that Left = Right holds besides.
type Condition struct{ Left, Right expr.Node }

// Declare adds a symbol with its domain, or replaces the domain it had. A symbol whose indices are letters declares the
// family: x_i stands for x with any one index.
func (s *Scope) Declare(pattern *expr.Symbol, d Domain) {
	i := slices.IndexFunc(s.symbols, func(t symbol) bool { return expr.Equal(t.pattern, pattern) })
	if i >= 0 {
		s.symbols[i].domain = d
		return
	}
	s.symbols = append(s.symbols, symbol{pattern, d})
}

// Define adds a definition, or replaces that of the same name and shape: of a single member, that of the same member.
func (s *Scope) Define(d Definition) {
	s.definitions = slices.DeleteFunc(s.definitions, func(e Definition) bool {
		return e.Name == d.Name && len(e.Index) == len(d.Index) && len(e.Params) == len(d.Params) && slices.EqualFunc(e.Of, d.Of, expr.Equal)
	})
	s.definitions = append(s.definitions, d)
}

// Undefine takes back the definitions of name with these numbers of indices and parameters, if there are any.
func (s *Scope) Undefine(name string, indices, params int) {
	s.definitions = slices.DeleteFunc(s.definitions, func(d Definition) bool {
		return d.Name == name && d.Indices() == indices && len(d.Params) == params
	})
}

// UndefineSymbol takes back what explains the symbol: the definition of its family, or of that member, which then is not
// explained by its family either.
func (s *Scope) UndefineSymbol(symbol *expr.Symbol) {
	i := s.explaining(symbol.Name, symbol.Index, 0)
	if i < 0 {
		return
	}
	member := s.definitions[i]
	s.definitions = slices.Delete(s.definitions, i, i+1)
	if member.Of != nil {
		s.definitions = append(s.definitions, Definition{Name: member.Name, Of: member.Of})
	}
}

// explaining returns which definition explains the name with these indices and number of arguments, that of a single
// member before that of its family; -1 if there is none.
func (s *Scope) explaining(name string, index []expr.Node, args int) int {
	best := -1
	for i := range s.definitions {
		d := &s.definitions[i]
		if d.Explains(name, index, args) && (best < 0 || d.Of != nil) {
			best = i
		}
	}
	return best
}

// Require adds a side condition.
func (s *Scope) Require(c Condition) { s.conditions = append(s.conditions, c) }

// Show tells s lines in which sums run from where to where they do: a sum without bounds over the same letters then does,
// too.
func (s *Scope) Show(lines ...expr.Node) { s.shown = append(slices.Clip(s.shown), lines...) }

// Shown returns the lines that show how far sums run: those that s was told of, and what the definitions say.
func (s *Scope) Shown() []expr.Node {
	all := slices.Clip(s.shown)
	for _, d := range s.definitions {
		if d.Body != nil {
			all = append(all, d.Body)
		}
	}
	return all
}

// Requiring returns a copy of s with these side conditions in the place of its own.
func (s *Scope) Requiring(conditions []Condition) *Scope {
	other := s.Clone()
	other.conditions = conditions
	return other
}

// Conditions returns the side conditions.
func (s *Scope) Conditions() []Condition { return s.conditions }

// Clone returns a scope that can be changed without changing s.
func (s *Scope) Clone() *Scope {
	return &Scope{
		s.Strict, s.Beside, s.Variable, slices.Clone(s.symbols), slices.Clone(s.definitions), slices.Clone(s.conditions), maps.Clone(s.roles), s.meter, s.reading,
		s.shown,
	}
}

// Domain returns the domain of a symbol: its own if it is declared, else that of its family, else the real line.
func (s *Scope) Domain(of *expr.Symbol) (d Domain, declared bool) {
	family := -1
	for i, t := range s.symbols {
		if t.pattern.Name != of.Name || len(t.pattern.Index) != len(of.Index) {
			continue
		}
		if expr.Equal(t.pattern, of) {
			return t.domain, true
		}
		if family < 0 && t.covers(of) {
			family = i
		}
	}
	if family >= 0 {
		return s.symbols[family].domain, true
	}
	return Real, false
}

// Counts reports whether the symbol runs through whole numbers or a few values, as it is declared or, where it is not, as
// indices are called.
func (s *Scope) Counts(of *expr.Symbol) bool {
	if d, declared := s.Domain(of); declared {
		return d.Whole || d.Finite()
	}
	return len(of.Index) == 0 && len(of.Name) == 1 && of.Name[0] >= 'i' && of.Name[0] <= 'n'
}

// Declares reports whether some symbol, family or definition of that name and number of indices is known.
func (s *Scope) Declares(name string, indices int) bool {
	for _, t := range s.symbols {
		if t.pattern.Name == name && len(t.pattern.Index) == indices {
			return true
		}
	}
	return slices.ContainsFunc(s.definitions, func(d Definition) bool {
		return d.Name == name && d.Indices() == indices && len(d.Params) == 0
	})
}

// Symbols returns the declared symbols in the order of declaration.
func (s *Scope) Symbols() []*expr.Symbol {
	all := make([]*expr.Symbol, len(s.symbols))
	for i, t := range s.symbols {
		all[i] = t.pattern
	}
	return all
}

// Definitions returns the definitions in the order they were made.
func (s *Scope) Definitions() []Definition { return s.definitions }

// Function returns the definition of the function called name, if one is declared.
func (s *Scope) Function(name string) (Definition, bool) {
	for _, d := range s.definitions {
		if d.Name == name && len(d.Params) > 0 {
			return d, true
		}
	}
	return Definition{}, false
}

// Applied returns the definition of the function that is applied, if it has one.
func (s *Scope) Applied(n *expr.Apply) (Definition, bool) {
	i := s.explaining(n.Name, n.Index, len(n.Args))
	if i < 0 || len(n.Args) == 0 {
		return Definition{}, false
	}
	return s.definitions[i], true
}

// covers reports whether t is a family to which the symbol belongs: same name, a letter at each of its indices.
func (t symbol) covers(s *expr.Symbol) bool {
	if t.pattern.Name != s.Name || len(t.pattern.Index) != len(s.Index) || len(s.Index) == 0 {
		return false
	}
	for i, p := range t.pattern.Index {
		if _, letter := p.(*expr.Symbol); !letter && !expr.Equal(p, s.Index[i]) {
			return false
		}
	}
	return true
}
