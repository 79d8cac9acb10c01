package diagnose

import (
	"cmp"
	"slices"

	"chainrule/mathcore/expr"
)

// pair returns the two slips that lead to the wrong line together: in two uses of rules of one derivation, at places
// apart, or one on top of the other. A slip that was made at two places is named once.
func (s *search) pair() []Slip {
	var matches []candidate
	s.budget = pairLimit
	for _, first := range s.distinct() {
		if s.budget < 0 {
			break
		}
		s.second(first, func(c candidate) {
			if s.budget--; s.budget >= 0 && same(s.sample.of(c.tree), s.wrongValues) {
				matches = append(matches, c)
			}
		})
	}
	slices.SortStableFunc(matches, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	c, ok := s.confirmed(matches)
	if !ok {
		return nil
	}
	return slices.Compact(c.slips)
}

// distinct returns the candidates with one slip, the first of each value.
func (s *search) distinct() []candidate {
	var all []candidate
	seen := map[vector]bool{}
	for _, c := range s.candidates {
		if !seen[c.values] {
			seen[c.values] = true
			all = append(all, c)
		}
	}
	return all
}

// second makes each slip once more in a wrong line.
func (s *search) second(first candidate, found func(candidate)) {
	add := func(i int, derived bool, tree expr.Node) {
		slip := mistakes[i].slip
		rank := first.rank + rankOf(i, derived, 0)
		found(candidate{slips: []Slip{first.slips[0], slip}, rank: rank, tree: tree})
	}
	if first.from != nil {
		for i, m := range mistakes {
			if m.derive == nil {
				continue
			}
			for _, d := range first.from.spoil(m, s.in) {
				add(i, true, first.at.with(d.Result))
			}
		}
	}
	for at := range places(first.tree) {
		if d, ok := derivationOf(at.node, s.in); ok {
			for i, m := range mistakes {
				if m.derive == nil {
					continue
				}
				for _, spoilt := range d.spoil(m, s.in) {
					add(i, true, at.with(spoilt.Result))
				}
			}
		}
		if at.behind > 0 {
			continue
		}
		for i, m := range mistakes {
			if m.rewrite == nil {
				continue
			}
			s.in.under = at.under
			for _, wrong := range m.rewrite(at.node, s.in) {
				add(i, false, at.with(wrong))
			}
		}
	}
}
