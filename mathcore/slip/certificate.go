package slip

import (
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
)

// evident reports whether the line typed holds enough to tell how it came about. A bare number and a lone letter do not,
// and neither does a line that has lost every letter on which the value depends: too much leads to those. Of a line that
// holds letters and has one value for all of them only what is written there is told.
func (in *setting) evident(q Question) bool {
	letters := in.lettersOf(q.Wrong)
	if _, lone := q.Wrong.(*expr.Symbol); lone || len(letters) == 0 {
		return false
	}
	from := q.From
	if resolved, ok := calculus.Resolve(from, in.Scope); ok {
		from = calculus.Tidy(resolved)
	}
	needed := in.lettersOf(from)
	kept := slices.ContainsFunc(needed, func(name string) bool { return slices.Contains(letters, name) })
	if len(needed) > 0 && !kept {
		return false
	}
	_, steady := constantOf(in.Of(q.Wrong))
	_, right := constantOf(in.Of(q.From))
	in.steady = steady && !right
	return true
}

// A sight tells how much of a slip is seen in the line typed.
type sight uint8

const (
	unseen  sight = iota
	partly        // what the slip changed stands there
	written       // the line is what the slip makes, as it is written
)

// look returns how much of a slip is seen.
func (c candidate) look() sight {
	switch {
	case expr.Alike(c.tree, c.of.wrong):
		return written
	case c.of.visible(c.changedPart()):
		return partly
	}
	return unseen
}

// lettersOf returns the names of the letters on which a line depends once its names are put in.
func (in *setting) lettersOf(line expr.Node) []string {
	if unfolded, ok := in.Scope.Unfold(line); ok {
		line = unfolded
	}
	var all []string
	for _, s := range expr.Symbols(line) {
		all = append(all, s.Name)
	}
	return all
}

// single returns the one slip that explains the line best. It is nil where a slip of another family explains it as
// cheaply, because then nobody knows which was made. Explained tells whether any slip explains the line.
func single(searches []*search) (best *candidate, explained bool) {
	if len(searches) == 0 {
		return nil, false
	}
	var all []candidate
	for _, s := range searches {
		for _, c := range s.matches() {
			c.of = s
			all = append(all, c)
		}
	}
	if searches[0].in.steady {
		all = slices.DeleteFunc(all, func(c candidate) bool { return c.look() < written })
	}
	all = slices.DeleteFunc(all, func(c candidate) bool { return c.hidden() })
	slices.SortStableFunc(all, func(a, b candidate) int { return a.rank.compare(b.rank) })
	if whole := searches[len(searches)-1]; whole.turned() {
		if proved := prove(all, func(candidate) bool { return true }); len(proved) > 0 {
			return whole.turner(proved), true
		}
		return nil, false
	}
	told := slices.DeleteFunc(slices.Clone(all), func(c candidate) bool { return c.mute })
	if best = first(told); best == nil {
		return nil, len(told) < len(all) && first(all) != nil
	}
	if len(prove(all, func(c candidate) bool { return c.contradicts(*best) })) > 0 {
		return nil, true
	}
	return best, true
}

// first returns the first of the candidates that the judge finds to be the wrong line.
func first(all []candidate) *candidate {
	for i, c := range all[:min(len(all), confirmLimit)] {
		if c.of.proves(c.tree) {
			all[i].seen = all[i].look()
			return &all[i]
		}
	}
	return nil
}

// prove returns for each slip the first of the candidates wanted that the judge finds to be the wrong line.
func prove(all []candidate, wanted func(candidate) bool) []candidate {
	type story struct {
		id   ID
		mute bool
	}
	var proved []candidate
	seen := map[story]bool{}
	asked := 0
	for _, c := range all {
		if seen[story{c.mistake.id, c.mute}] {
			continue
		}
		c.seen = c.look()
		if !wanted(c) {
			continue
		}
		if asked++; asked > confirmLimit {
			break
		}
		if c.of.proves(c.tree) {
			seen[story{c.mistake.id, c.mute}] = true
			proved = append(proved, c)
		}
	}
	return proved
}

// asCheapAs reports whether two slips take the same work. What is known by heart takes none.
func (c candidate) asCheapAs(best candidate) bool {
	return (c.mistake.kind == slope) == (best.mistake.kind == slope) &&
		(c.mute || c.rank.later == best.rank.later) && c.rank.group == best.rank.group
}

// contradicts reports whether c is a slip of another family than the best story, and tells something else. One of
// which less is seen in the line typed does not contradict it.
func (c candidate) contradicts(best candidate) bool {
	if c.mute && c.mistake.family == best.mistake.family {
		return c.mistake.order < best.mistake.order && c.asCheapAs(best) // the more specific is not told
	}
	return c.mistake.family != best.mistake.family && !sameFactor(best.mistake.id, c.mistake.id) &&
		c.asCheapAs(best) && c.seen >= best.seen
}

// sameFactor reports whether the first of two slips tells more of what the second tells: the input that is missing is the
// inner derivative, and e^u left as it was lacks it.
func sameFactor(first, second ID) bool {
	return first == inputFactor.id && (second == chainFactor.id || second == notDifferentiated.id)
}

// changedPart returns what the slip changed, or all that it made where it was made throughout.
func (c candidate) changedPart() expr.Node {
	if c.changed != nil {
		return c.changed
	}
	return c.tree
}

// leavesOne reports whether dropping a term left nothing but 1: then it is rather a factor that is missing.
func (c candidate) leavesOne() bool {
	if c.mistake.id != termDropped.id || c.spot.After == nil {
		return false
	}
	bare, _ := expr.Unsigned(c.spot.After)
	return expr.Is(bare, 1)
}
