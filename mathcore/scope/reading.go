package scope

import (
	"slices"

	"chainrule/mathcore/expr"
)

// A reading is what the lines that are computed with say of the names in them, beyond what was declared.
type reading struct {
	naming []family
	doubt  bool
}

// A family is a name with so many indices.
type family struct {
	name    string
	indices int
}

// For returns s knowing the lines that will be compared or computed with: in them letters as indices may only name. The
// first lines that a scope is told decide, so that both sides of a pair are read alike.
func (s *Scope) For(lines ...expr.Node) *Scope {
	if s == nil {
		s = &Scope{}
	}
	if s.reading != nil {
		return s
	}
	r := reader{scope: s}
	for _, n := range lines {
		r.read(n)
	}
	for i := range s.definitions {
		r.define(&s.definitions[i])
	}
	for _, c := range s.conditions {
		r.read(c.Left)
		r.read(c.Right)
	}
	told := *s
	told.reading = &reading{naming: r.naming(), doubt: r.doubt()}
	return &told
}

// OnlyNames reports whether the letters at the indices of the symbol are parts of its name, as in z_a and y_pred: those of
// its family stand under no sum and in no δ, and no declaration or definition makes them run. Different ones then name
// different things, while x_i and x_j with indices that run may be the same.
func (s *Scope) OnlyNames(symbol *expr.Symbol) bool {
	return s != nil && s.reading != nil && slices.Contains(s.reading.naming, familyOf(symbol))
}

// Doubtful reports whether a name is used of which only a sibling is defined: p_2, where p_1 := e^(z_1)/s is. What it
// stands for may be understood, so that no difference tells anything.
func (s *Scope) Doubtful() bool { return s != nil && s.reading != nil && s.reading.doubt }

func familyOf(s *expr.Symbol) family { return family{s.Name, len(s.Index)} }

// A reader collects what decides which families only name.
type reader struct {
	scope   *Scope
	members []*expr.Symbol // all symbols with indices that were met
	calls   []*expr.Apply
	counted []*expr.Symbol // the letters that sums bind and that a δ compares
	running []family
}

// nodesOfUnit is how many nodes are looked at for one unit.
const nodesOfUnit = 8

func (r *reader) read(n expr.Node) {
	r.scope.meter.Spend(1 + expr.Size(n)/nodesOfUnit)
	expr.Walk(n, func(n expr.Node) bool {
		switch n := n.(type) {
		case *expr.Series:
			r.counted = append(r.counted, n.Index)
		case *expr.Call:
			if n.Func == expr.Delta {
				r.counted = append(r.counted, expr.Symbols(expr.Sum(n.Args...))...)
			}
		case *expr.Symbol:
			if len(n.Index) > 0 {
				r.members = append(r.members, n)
			}
			return false
		case *expr.Apply:
			if len(n.Index) > 0 {
				r.calls = append(r.calls, n)
			}
		case *expr.Number, *expr.Constant, *expr.Neg, *expr.Add, *expr.Mul, *expr.Div, *expr.Pow, *expr.Derivative:
		}
		return true
	})
}

// define reads a definition. The index of h_i := θ_0+θ_1 x_i runs, that of o_b := σ(z_b) need not.
func (r *reader) define(d *Definition) {
	if d.Body == nil {
		return
	}
	known := len(r.members)
	r.read(d.Body)
	for _, letter := range d.Index {
		if !r.scope.Strict && !counts(letter) {
			continue
		}
		r.running = append(r.running, family{d.Name, len(d.Index)})
		for _, m := range r.members[known:] {
			if holds(m, letter) {
				r.running = append(r.running, familyOf(m))
			}
		}
	}
}

// counts reports whether the letter usually counts something.
func counts(letter *expr.Symbol) bool {
	return len(letter.Name) == 1 && 'i' <= letter.Name[0] && letter.Name[0] <= 'n'
}

// holds reports whether the letter stands at an index of the symbol.
func holds(s, letter *expr.Symbol) bool {
	return slices.ContainsFunc(s.Index, func(i expr.Node) bool { return expr.Mentions(i, letter) })
}

func (r *reader) naming() []family {
	var all []family
	for _, m := range r.members {
		f := familyOf(m)
		lettered := slices.ContainsFunc(m.Index, func(i expr.Node) bool { return len(expr.Symbols(i)) > 0 })
		if lettered && !slices.Contains(all, f) && !r.runs(f) {
			all = append(all, f)
		}
	}
	return all
}

// runs reports whether indices of the family run.
func (r *reader) runs(f family) bool {
	if slices.Contains(r.running, f) || r.declared(f) {
		return true
	}
	return slices.ContainsFunc(r.members, func(m *expr.Symbol) bool {
		return familyOf(m) == f && slices.ContainsFunc(r.counted, func(letter *expr.Symbol) bool { return holds(m, letter) })
	})
}

// declared reports whether a declaration says that the family has an index: x_i does, and so do z_a and z_b in a lesson,
// where elsewhere two of them are two names.
func (r *reader) declared(f family) bool {
	patterns := 0
	for _, t := range r.scope.symbols {
		if familyOf(t.pattern) != f {
			continue
		}
		for _, i := range t.pattern.Index {
			letter, ok := i.(*expr.Symbol)
			if !ok {
				continue
			}
			if _, greek := expr.Glyph(letter.Name); len(letter.Name) > 1 && !greek {
				continue
			}
			if counts(letter) {
				return true
			}
			patterns++
			break
		}
	}
	return patterns == 1 || patterns > 1 && r.scope.Strict
}

// doubt reports whether a name is used that is neither defined nor declared, but a sibling of it is defined.
func (r *reader) doubt() bool {
	sibling := func(name string, index []expr.Node, args int) bool {
		return r.scope.explaining(name, index, args) < 0 && slices.ContainsFunc(r.scope.definitions, func(d Definition) bool {
			return d.Of != nil && d.Name == name && len(d.Of) == len(index) && len(d.Params) == args
		})
	}
	if slices.ContainsFunc(r.calls, func(c *expr.Apply) bool { return sibling(c.Name, c.Index, len(c.Args)) }) {
		return true
	}
	return slices.ContainsFunc(r.members, func(m *expr.Symbol) bool {
		_, declared := r.scope.Domain(m)
		return !declared && sibling(m.Name, m.Index, 0)
	})
}
