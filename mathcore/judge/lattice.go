package judge

import (
	"slices"

	"chainrule/mathcore/expr"
)

// A lattice is a set of whole numbers for letters, told by how far they are apart at least. The nil letter is 0. The least distances
// follow from each other as lengths of ways do: with k ≤ l and l ≤ n goes k ≤ n (Dill, Timing assumptions and verification of finite-state
// concurrent systems, 1989).
type lattice struct {
	gaps []gap // all that are known
	told []gap // those from which they follow
}

// A gap says that from + by is no more than to.
type gap struct {
	from, to *expr.Symbol
	by       int64
}

// beyond returns the gap of the numbers for which this one is too wide.
func (g gap) beyond() gap { return gap{g.to, g.from, 1 - g.by} }

func (l lattice) clone() lattice { return lattice{slices.Clone(l.gaps), slices.Clone(l.told)} }

// add demands that from + by is no more than to, with all that follows.
func (l *lattice) add(from, to *expr.Symbol, by int64) {
	if same(from, to) && by <= 0 {
		return
	}
	if l.least(from, to) >= by && l.knows(from, to) {
		return
	}
	l.told = append(l.told, gap{from, to, by})
	type end struct {
		letter *expr.Symbol
		by     int64
	}
	before, behind := []end{{from, 0}}, []end{{to, 0}}
	for _, g := range l.gaps {
		if same(g.to, from) && !same(g.from, from) {
			before = append(before, end{g.from, g.by})
		}
		if same(g.from, to) && !same(g.to, to) {
			behind = append(behind, end{g.to, g.by})
		}
	}
	for _, a := range before {
		for _, b := range behind {
			l.widen(a.letter, b.letter, a.by+by+b.by)
		}
	}
}

// widen notes a gap, if it is not known to be as wide.
func (l *lattice) widen(from, to *expr.Symbol, by int64) {
	if same(from, to) && by <= 0 {
		return
	}
	for i, g := range l.gaps {
		if same(g.from, from) && same(g.to, to) {
			l.gaps[i].by = max(g.by, by)
			return
		}
	}
	l.gaps = append(l.gaps, gap{from, to, by})
}

func same(a, b *expr.Symbol) bool { return a == b || a != nil && b != nil && expr.Equal(a, b) }

func (l lattice) knows(from, to *expr.Symbol) bool {
	return slices.ContainsFunc(l.gaps, func(g gap) bool { return same(g.from, from) && same(g.to, to) })
}

// least returns how far it is from one letter to the other at least, if that is known.
func (l lattice) least(from, to *expr.Symbol) int64 {
	for _, g := range l.gaps {
		if same(g.from, from) && same(g.to, to) {
			return g.by
		}
	}
	return 0
}

// with returns what lies in both sets.
func (l lattice) with(other lattice) lattice {
	both := l.clone()
	for _, g := range other.told {
		both.add(g.from, g.to, g.by)
	}
	return both
}

// within reports whether all of the set surely lies in the other one.
func (l lattice) within(other lattice) bool {
	return !slices.ContainsFunc(other.gaps, func(g gap) bool { return !l.knows(g.from, g.to) || l.least(g.from, g.to) < g.by })
}

// cutBy returns a gap of the other set that is there in a part of this one and not in the rest.
func (l lattice) cutBy(other lattice) (gap, bool) {
	for _, g := range other.told {
		if l.knows(g.from, g.to) && l.least(g.from, g.to) >= g.by {
			continue
		}
		inside, beyond := l.clone(), l.clone()
		back := g.beyond()
		inside.add(g.from, g.to, g.by)
		beyond.add(back.from, back.to, back.by)
		if !inside.empty() && !beyond.empty() {
			return g, true
		}
	}
	return gap{}, false
}

// empty reports whether a letter would have to be greater than itself.
func (l lattice) empty() bool {
	return slices.ContainsFunc(l.gaps, func(g gap) bool {
		return same(g.from, g.to) && g.by > 0 || l.knows(g.to, g.from) && g.by+l.least(g.to, g.from) > 0
	})
}

// value returns the letter and the number whose sum the letter is, if it is determined.
func (l lattice) value(s *expr.Symbol) (is *expr.Symbol, by int64, ok bool) {
	for _, g := range l.gaps {
		if same(g.to, s) && !same(g.from, s) && l.knows(s, g.from) && l.least(s, g.from) == -g.by {
			return g.from, g.by, true
		}
	}
	return nil, 0, false
}

// letters returns the letters of which something is told.
func (l lattice) letters() []*expr.Symbol {
	var all []*expr.Symbol
	for _, g := range l.told {
		for _, s := range []*expr.Symbol{g.from, g.to} {
			if s != nil {
				all = addSymbol(all, s)
			}
		}
	}
	return all
}

// without returns the set with the sum of a letter and a number in the place of s.
func (l lattice) without(s, is *expr.Symbol, by int64) lattice {
	var rest lattice
	for _, g := range l.told {
		if same(g.from, s) {
			g.from, g.by = is, g.by+by
		}
		if same(g.to, s) {
			g.to, g.by = is, g.by-by
		}
		rest.add(g.from, g.to, g.by)
	}
	return rest
}

// named returns the set with other names for letters.
func (l lattice) named(from, to []*expr.Symbol) lattice {
	name := func(s *expr.Symbol) *expr.Symbol {
		if i := slices.IndexFunc(from, func(f *expr.Symbol) bool { return s != nil && expr.Equal(f, s) }); i >= 0 {
			return to[i]
		}
		return s
	}
	other := l.clone()
	for _, gaps := range [][]gap{other.gaps, other.told} {
		for i, g := range gaps {
			gaps[i].from, gaps[i].to = name(g.from), name(g.to)
		}
	}
	return other
}
