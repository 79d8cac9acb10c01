package slip

import (
	"cmp"
	"math"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// pair returns the two slips that lead to the wrong line together: in two uses of rules of one derivation, at places
// apart, or one on top of the other. A slip that was made at two places is named once. Nothing is told where two pairs
// that have no slip in common explain the line equally well.
func (s *search) pair() []ID {
	const near = 5 * step
	var matches []candidate
	s.budget = pairLimit
	enough := math.MaxInt
	for _, first := range s.distinct() {
		if s.budget < 0 || first.rank.later > 0 || first.rank.cost() > enough {
			break
		}
		if first.made != nil && first.mistake.kind == slope {
			continue
		}
		s.second(first, func(c candidate) {
			s.in.Scope.Meter().Spend(unitsOfCandidate)
			if s.budget--; s.budget >= 0 && likely(c.slips) && sample.Same(s.sample.Of(c.tree), s.wrongValues) {
				matches = append(matches, c)
				enough = min(enough, c.cost+near)
			}
		})
	}
	slices.SortStableFunc(matches, func(a, b candidate) int { return cmp.Compare(a.cost, b.cost) })
	best, ok := s.confirmed(matches)
	if !ok {
		return nil
	}
	for _, c := range matches {
		if c.cost <= best.cost+near && !slices.ContainsFunc(c.slips, func(slip ID) bool { return slices.Contains(best.slips, slip) }) {
			return nil
		}
	}
	return slices.Compact(best.slips)
}

// vague slips explain a great deal when they are combined with others, and little of it is what happened.
var vague = []ID{
	indexMixed.id, oneMinusSlip.id, reciprocal.id, sumDropped.id, termDropped.id, antiderivative.id,
}

// likely reports whether two slips are worth telling together: not two vague ones, and not a vague one twice.
func likely(slips []ID) bool {
	combines := func(slip ID) bool { return slices.Contains(vague, slip) || slip == halfFactor.id }
	return !combines(slips[0]) || !combines(slips[1])
}

// distinct returns the candidates with one slip, the first of each value.
func (s *search) distinct() []candidate {
	var all []candidate
	seen := map[sample.Vector]bool{}
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
	for at := range sample.Places(first.tree) {
		if operator, ok := at.Node.(*expr.Derivative); ok {
			s.derived(first, s.spoilsOf(operator), at, found)
		}
		if at.Behind == 0 {
			s.rewritten(first, at, found)
		}
	}
	if first.from != nil {
		s.derived(first, first.from.spoils(s.in), first.at, found)
	}
}

// spoilsOf returns what slips make of an operator, which stands in many candidates.
func (s *search) spoilsOf(n *expr.Derivative) []spoilt {
	all, known := s.spoilt[n]
	if d, ok := derivationOf(n, s.in); ok && !known {
		all = d.spoils(s.in)
		s.spoilt[n] = all
	}
	return all
}

// A spoilt is what one slip makes of a derivation.
type spoilt struct {
	mistake mistake
	result  expr.Node
}

// spoils returns what each slip makes of a derivation at some step.
func (d derivation) spoils(in *setting) []spoilt {
	var all []spoilt
	for _, m := range mistakes {
		if m.derive == nil {
			continue
		}
		for _, s := range d.spoil(m, in) {
			all = append(all, spoilt{m, s.Result})
		}
	}
	return all
}

// derived makes the second slip in a derivation.
func (s *search) derived(first candidate, wrong []spoilt, at sample.Place, found func(candidate)) {
	for _, w := range wrong {
		slips := []ID{first.slips[0], w.mistake.id}
		found(candidate{slips: slips, cost: first.costOfFirst() + w.mistake.costOfSecond(true), tree: at.With(w.result)})
	}
}

func (s *search) rewritten(first candidate, at sample.Place, found func(candidate)) {
	for _, m := range mistakes {
		if m.rewrite == nil || m.kind == slope || m.isLaw() && first.isLawWithin(at) {
			continue
		}
		cost := first.costOfFirst() + m.costOfSecond(false)
		for _, wrong := range m.rewrite(at.Node, at.Under, s.in) {
			found(candidate{slips: []ID{first.slips[0], m.id}, cost: cost, tree: at.With(wrong)})
		}
	}
}

// isLawWithin reports whether a false law made something at the place or below it, on which no other is to be made.
func (c candidate) isLawWithin(at sample.Place) bool {
	return c.made != nil && c.mistake.isLaw() && expr.Contains(at.Node, func(n expr.Node) bool { return n == c.made })
}
