package scope

import (
	"slices"

	"chainrule/mathcore/expr"
)

// A reading is what the lines that are computed with say of the names in them, beyond what was declared.
type reading struct {
	naming, running []family
	counted         []*expr.Symbol // the letters that sums bind and that a δ compares
	doubt           bool
}

// A family is a name with a number of indices.
type family struct {
	name    string
	indices int
}

// For returns s knowing the lines that will be compared or computed with: in them letters as indices may only name. What
// runs in the lines that a scope knows runs in all that it is told of later.
func (s *Scope) For(lines ...expr.Node) *Scope {
	if s == nil {
		s = &Scope{}
	}
	r := reader{scope: s}
	told := reading{}
	if s.reading != nil {
		told = *s.reading
		r.running, r.counted = slices.Clone(told.running), slices.Clip(told.counted)
	} else {
		for i := range s.definitions {
			r.define(&s.definitions[i])
		}
		for _, c := range s.conditions {
			r.read(c.Left)
			r.read(c.Right)
		}
	}
	for _, n := range lines {
		r.read(n)
	}
	under := *s
	under.reading = r.decide(told)
	return &under
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
	bars    []*expr.Symbol // x̄ and its like
	counted []*expr.Symbol
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
				r.counted = append(r.counted, expr.Symbols(n.Args...)...)
			}
		case *expr.Symbol:
			if len(n.Index) > 0 {
				r.members = append(r.members, n)
			} else if _, mark := expr.Marked(n.Name); mark == expr.Bar {
				r.bars = append(r.bars, n)
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

// decide sorts the families that were met, and those known before, into those that run and those that only name.
func (r *reader) decide(before reading) *reading {
	now := &reading{running: r.running, counted: r.counted, doubt: before.doubt || r.doubt()}
	families := slices.Clone(before.naming)
	for _, m := range r.members {
		if slices.ContainsFunc(m.Index, func(i expr.Node) bool { return len(expr.Symbols(i)) > 0 }) {
			families = append(families, familyOf(m))
		}
	}
	for _, f := range families {
		switch {
		case slices.Contains(now.running, f) || slices.Contains(now.naming, f):
		case r.runs(f):
			now.running = append(now.running, f)
		default:
			now.naming = append(now.naming, f)
		}
	}
	return now
}

// runs reports whether a declaration or one of the lines lets indices of the family run. Who computes with one counts: no name is k+1.
func (r *reader) runs(f family) bool {
	return r.declared(f) || slices.ContainsFunc(r.members, func(m *expr.Symbol) bool {
		return familyOf(m) == f && (slices.ContainsFunc(m.Index, expr.IsComputed) ||
			slices.ContainsFunc(r.counted, func(letter *expr.Symbol) bool { return holds(m, letter) }))
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

// doubt reports whether a name is used that is neither defined nor declared, but a sibling of it is defined; or a bar, x̄,
// that is no more explained, where there are x_i: it may be their mean.
func (r *reader) doubt() bool {
	sibling := func(name string, index []expr.Node, args int) bool {
		return r.scope.explaining(name, index, args) < 0 && slices.ContainsFunc(r.scope.definitions, func(d Definition) bool {
			return d.Of != nil && !slices.ContainsFunc(d.Of, isWord) && d.Name == name && len(d.Of) == len(index) && len(d.Params) == args
		})
	}
	mean := func(bar *expr.Symbol) bool {
		stem, _ := expr.Marked(bar.Name)
		return r.scope.explaining(bar.Name, nil, 0) < 0 && slices.ContainsFunc(r.members, func(m *expr.Symbol) bool { return m.Name == stem })
	}
	free := func(s *expr.Symbol) bool {
		_, declared := r.scope.Domain(s)
		return !declared
	}
	return slices.ContainsFunc(r.calls, func(c *expr.Apply) bool { return sibling(c.Name, c.Index, len(c.Args)) }) ||
		slices.ContainsFunc(r.members, func(m *expr.Symbol) bool { return free(m) && sibling(m.Name, m.Index, 0) }) ||
		slices.ContainsFunc(r.bars, func(b *expr.Symbol) bool { return free(b) && mean(b) })
}

// isWord reports whether an index is a word, which makes another name of the letter it stands at: a_o1 says nothing of a_h1.
func isWord(index expr.Node) bool {
	s, ok := index.(*expr.Symbol)
	if !ok {
		return false
	}
	_, greek := expr.Glyph(s.Name)
	return !greek && len(s.Name) > 1
}
