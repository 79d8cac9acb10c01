package slip

import (
	"cmp"
	"math"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/sample"
)

// pair returns the two slips that lead to the wrong line together, made at two places that do not touch. A slip that was
// made at two places is named once. Nothing is told where another pair explains the line as well; the rules of
// differentiation go before all else where something is differentiated.
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
	if !ok || !s.apart(best) {
		return nil
	}
	derived := slices.ContainsFunc(best.slips, func(id ID) bool { return familiar(id).isOfDerivative() })
	for _, c := range matches {
		if (!derived || c.cost <= best.cost+near) && contradict(c.slips, best.slips) {
			return nil
		}
	}
	return slices.Compact(best.slips)
}

// contradict reports whether a pair of slips tells another story than the best one: it has a slip of a family that the
// best lacks. A sign is no story of its own where something else was turned.
func contradict(slips, best []ID) bool {
	return slices.ContainsFunc(slips, func(id ID) bool {
		alike := func(b ID) bool { return familyOf(b) == familyOf(id) || sameFactor(b, id) }
		return id != sign.id && !slices.ContainsFunc(best, alike)
	})
}

// vague slips explain a great deal when they are combined with others, and little of it is what happened.
var vague = []ID{
	indexMixed.id, oneMinusSlip.id, reciprocal.id, sumDropped.id, termDropped.id, antiderivative.id,
}

// likely reports whether two slips are worth telling together: not two vague ones, and not a vague one
// twice, and nothing that only leaves something out.
func likely(slips []ID) bool {
	if slices.Contains(slips, termDropped.id) || slices.Contains(slips, sumDropped.id) {
		return false // what was dropped is not seen
	}
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
	for at := range sample.Positions(first.tree) {
		if operator, ok := at.Node.(*expr.Derivative); ok {
			s.derived(first, s.mutantsOf(operator), at, found)
		}
		if at.Behind == 0 {
			s.rewritten(first, at, found)
		}
	}
	if first.from != nil {
		s.derived(first, first.from.mutants(s.in), first.at, found)
	}
}

// apart reports whether two slips of a line were made at places that do not touch, each visible as a part that changed.
func (s *search) apart(c candidate) bool {
	one, other := c.spot.Before, c.spot.After
	if one == nil || other == nil || s.holds(one, other) || s.holds(other, one) {
		return false
	}
	return s.visible(one) && s.visible(other) &&
		s.bearsBeside(c.slips[0], one) && s.bearsBeside(c.slips[1], other)
}

// bearsBeside reports whether what a slip made is seen in the line typed where another slip was made as well. A lone
// letter stands everywhere, so that one which was left as it was is not seen.
func (s *search) bearsBeside(slip ID, part expr.Node) bool {
	shows := familiar(slip).shows
	return s.bears(shows, part) && (shows != asWritten || !isLetter(part))
}

// isLetter reports whether a part is a lone letter.
func isLetter(part expr.Node) bool {
	bare, _ := expr.Unsigned(part)
	_, letter := bare.(*expr.Symbol)
	return letter
}

// holds reports whether a part stands in a tree, or something of its value: the chain rule copies its parts. A letter may
// stand in both.
func (s *search) holds(tree, part expr.Node) bool {
	if expr.Contains(tree, func(n expr.Node) bool { return n == part }) {
		return true
	}
	values := s.sample.Of(part)
	letter := func(n *expr.Symbol) bool { return sample.Same(s.sample.Of(n), values) }
	if _, steady := constantOf(values); steady || slices.ContainsFunc(s.in.names, letter) {
		return false
	}
	return expr.Contains(tree, func(n expr.Node) bool { return sample.Same(s.sample.Of(n), values) })
}

// changed returns the smallest part of what a slip made in which it differs from what stood there.
func changed(before, after expr.Node) expr.Node {
	for _, d := range slices.Backward(sample.Descend(before, after, expr.Equal)) {
		if !expr.IsNumber(d.After) {
			after = d.After
			break
		}
	}
	sum, ok := after.(*expr.Add)
	if !ok {
		return after
	}
	added := slices.Clone(sum.Terms)
	for _, t := range expr.Terms(before) {
		same := func(u expr.Node) bool { return expr.Equal(t, u) }
		if i := slices.IndexFunc(added, same); i >= 0 {
			added = slices.Delete(added, i, i+1)
		}
	}
	if len(added) == 1 {
		return added[0]
	}
	return after
}

// mutantsOf returns what slips make of an operator, which stands in many candidates.
func (s *search) mutantsOf(n *expr.Derivative) []mutant {
	all, known := s.mutants[n]
	if d, ok := derivationOf(n, s.in); ok && !known {
		all = d.mutants(s.in)
		s.mutants[n] = all
	}
	return all
}

// A mutant is what one slip makes of a derivation.
type mutant struct {
	mistake mistake
	result  expr.Node
	made    expr.Node
}

// mutants returns what each slip makes of a derivation at some step.
func (d derivation) mutants(in *setting) []mutant {
	var all []mutant
	for _, m := range mistakes {
		if m.derive == nil {
			continue
		}
		for _, s := range d.mutate(m, in) {
			all = append(all, mutant{m, s.Result, s.changed})
		}
	}
	return all
}

// derived makes the second slip in a derivation.
func (s *search) derived(first candidate, wrong []mutant, at sample.Position, found func(candidate)) {
	for _, w := range wrong {
		slips := []ID{first.slips[0], w.mistake.id}
		found(candidate{
			slips: slips, cost: first.costOfFirst() + w.mistake.costOfSecond(true), tree: at.With(w.result),
			spot: sample.Difference{Before: first.changed, After: w.made},
		})
	}
}

func (s *search) rewritten(first candidate, at sample.Position, found func(candidate)) {
	for _, m := range mistakes {
		if m.rewrite == nil || m.kind == slope || m.isLaw() && first.isLawWithin(at) || m.id != sign.id && first.madeAt(at) {
			continue
		}
		cost := first.costOfFirst() + m.costOfSecond(false)
		for _, wrong := range m.rewrite(at.Node, at.Under, s.in) {
			found(candidate{
				slips: []ID{first.slips[0], m.id}, cost: cost, tree: at.With(wrong),
				spot: sample.Difference{Before: first.changed, After: changed(at.Node, wrong)},
			})
		}
	}
}

// madeAt reports whether the first slip made what stands at a place: two slips there touch.
func (c candidate) madeAt(at sample.Position) bool {
	here := func(n expr.Node) bool { return n == at.Node }
	return c.changed != nil && at.Node != c.changed && expr.Contains(c.changed, here) &&
		(c.spot.Before == nil || !expr.Contains(c.spot.Before, here))
}

// isLawWithin reports whether a false law made something at the place or below it, on which no other is to be made.
func (c candidate) isLawWithin(at sample.Position) bool {
	return c.made != nil && c.mistake.isLaw() && expr.Contains(at.Node, func(n expr.Node) bool { return n == c.made })
}

// familiar returns a mistake as it stands in the list of preference.
func familiar(id ID) mistake {
	return mistakes[slices.IndexFunc(mistakes, func(m mistake) bool { return m.id == id })]
}

func familyOf(id ID) family { return familiar(id).family }
