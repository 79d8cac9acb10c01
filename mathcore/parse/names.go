package parse

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/scope"
)

// names answers which names mean what: what the scope declares, and what is bound on the way (the index of a sum, the
// parameters of a definition).
type names struct {
	symbols     []*expr.Symbol
	definitions []scope.Definition
	scope       *scope.Scope // nil if there is none
	bound       []*expr.Symbol
	longest     int          // letters of the longest name
	asked       *expr.Symbol // scope.Scope.Variable
	strict      bool
	beside      string
	// whole takes every run of letters for one name: a declaration makes names, it does not use them.
	whole bool
}

func namesOf(sc *scope.Scope) names {
	if sc == nil {
		return names{}
	}
	n := names{symbols: sc.Symbols(), definitions: sc.Definitions(), scope: sc, asked: sc.Variable, strict: sc.Strict, beside: sc.Beside}
	n.measure()
	return n
}

// measure finds the longest declared name.
func (n *names) measure() {
	for _, s := range n.symbols {
		n.longest = max(n.longest, len(s.Name))
	}
	for _, s := range n.bound {
		n.longest = max(n.longest, len(s.Name))
	}
	for i := range n.definitions {
		n.longest = max(n.longest, len(n.definitions[i].Name))
	}
}

// A standing is what is known of one name.
type standing struct {
	plain    bool              // it is a symbol without indices
	families uint8             // bit k: it is a family with k indices
	function *scope.Definition // it is a function
}

// declared reports whether the name means anything.
func (s standing) declared() bool { return s.plain || s.families != 0 || s.function != nil }

// symbol reports whether the name stands for a number, with indices or without.
func (s standing) symbol() bool { return s.plain || s.families != 0 }

// has reports whether the name is a family with that number of indices.
func (s standing) has(indices int) bool { return s.families&bit(indices) != 0 }

// most returns the largest number of indices that the name is declared with.
func (s standing) most() int {
	most := 0
	for k := 1; k <= maxIndices; k++ {
		if s.has(k) {
			most = k
		}
	}
	return most
}

func bit(indices int) uint8 { return 1 << min(indices, maxIndices) }

func (n *names) of(name string) standing {
	var s standing
	add := func(symbol *expr.Symbol) {
		switch {
		case !sameName(symbol.Name, name):
		case len(symbol.Index) == 0:
			s.plain = true
		default:
			s.families |= bit(len(symbol.Index))
		}
	}
	for _, symbol := range n.symbols {
		add(symbol)
	}
	for _, symbol := range n.bound {
		add(symbol)
	}
	for i := range n.definitions {
		d := &n.definitions[i]
		switch {
		case !sameName(d.Name, name):
		case len(d.Params) > 0:
			s.function = d
		case d.Indices() > 0:
			s.families |= bit(d.Indices())
		default:
			s.plain = true
		}
	}
	return s
}

// sameName is a == b, fast where the first letters differ.
func sameName(a, b string) bool {
	return len(a) == len(b) && (a == "" || a[0] == b[0]) && a == b
}

// allows reports whether the symbol may be used: it is declared, or of a declared family, or defined, or bound.
func (n *names) allows(s *expr.Symbol) bool {
	if slices.ContainsFunc(n.bound, func(b *expr.Symbol) bool { return expr.Equal(b, s) }) {
		return true
	}
	if slices.ContainsFunc(n.symbols, func(d *expr.Symbol) bool { return covers(d, s) }) {
		return true
	}
	return slices.ContainsFunc(n.definitions, func(d scope.Definition) bool {
		return d.Explains(s.Name, s.Index, 0)
	})
}

// covers reports whether the declaration of pattern declares s: the same symbol, or one of the family.
func covers(pattern, s *expr.Symbol) bool {
	if pattern.Name != s.Name || len(pattern.Index) != len(s.Index) {
		return false
	}
	for i, p := range pattern.Index {
		if _, letter := p.(*expr.Symbol); !letter && !expr.Equal(p, s.Index[i]) {
			return false
		}
	}
	return true
}

// isWord reports whether w is the name of something declared.
func (n *names) isWord(w string) bool {
	for _, s := range n.symbols {
		if s.Name == w {
			return true
		}
	}
	for _, s := range n.bound {
		if s.Name == w {
			return true
		}
	}
	for i := range n.definitions {
		if n.definitions[i].Name == w {
			return true
		}
	}
	return false
}

// spellsDeclared reports whether every letter of w is a declared symbol by itself.
func (n *names) spellsDeclared(w string) bool {
	for i := range len(w) {
		if !n.of(w[i : i+1]).plain {
			return false
		}
	}
	return true
}
