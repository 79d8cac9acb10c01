package diagnose

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/scope"
)

// An Explanation tells how a wrong line may have come about. No slips means that none was found, or so many different
// ones that naming one would be a guess.
type Explanation struct {
	// Slips holds one name, or two when it takes both to explain the line.
	Slips []Slip
	// Before and After are the smallest parts of the line above and of the wrong line that differ; nil when the lines
	// have too little in common.
	Before, After expr.Node
	// Residue tells how the wrong value compares with the right one, when that is simple and no slip was found before.
	Residue Residue
}

// A Question is a line that is thought to be wrong, and what it can be explained from.
type Question struct {
	From  expr.Node   // the line above
	Wrong expr.Node   // the line typed
	Right []expr.Node // written forms of the right result: the goal, the model line
	Scope *scope.Scope
}

// Explain looks for a slip, or two, that lead to the wrong line. The order: one slip before two, in the part that
// changed before the whole line, the line above before forms of the result, the order of the list of slips, and last
// the comparison of values. Nothing is said of a line unless the judge finds it different from
// the one above.
func Explain(q Question) Explanation {
	if q.Scope == nil {
		q.Scope = &scope.Scope{}
	}
	if judge.Compare(q.From, q.Wrong, q.Scope).Relation != judge.Different {
		return Explanation{}
	}
	e := Explanation{}
	e.Before, e.After = Shrink(q.From, q.Wrong)
	s, ok := newSample(q.Scope, q.From, q.Wrong)
	if !ok {
		return e
	}
	in := newSetting(q.Scope, append([]expr.Node{q.From, q.Wrong}, q.Right...))
	var searches []*search
	if expr.Size(q.From)+expr.Size(q.Wrong) <= 2*largest {
		searches = append(searches, newSearch(in, s, q.From, q.Wrong, q.Right))
	}
	if way := descend(q.From, q.Wrong, s.agree); len(way) > 0 {
		e.Before, e.After = way[len(way)-1].before, way[len(way)-1].after
		part, ok := telling(way)
		if ok && expr.Size(part.before)+expr.Size(part.after) <= 2*largest {
			searches = slices.Insert(searches, 0, newSearch(in, s, part.before, part.after, nil))
		}
	}
	if slip, ok := single(searches); ok {
		e.Slips = []Slip{slip}
		return e
	}
	for _, s := range searches {
		if slips := s.pair(); slips != nil {
			e.Slips = slips
			return e
		}
	}
	for _, s := range slices.Backward(searches) {
		if e.Residue = s.residue(); e.Residue.Slip != "" {
			e.Slips = []Slip{e.Residue.Slip}
			break
		}
	}
	return e
}

// agree reports whether two parts are the same tree, or have the same values.
func (s *sample) agree(a, b expr.Node) bool {
	return expr.Equal(a, b) || same(s.learn(a), s.learn(b))
}

// telling returns the smallest difference that is large enough for a slip to be made in it.
func telling(way []difference) (difference, bool) {
	const smallest = 3
	for _, d := range slices.Backward(way) {
		if expr.Size(d.before) >= smallest {
			return d, true
		}
	}
	return difference{}, false
}

// single returns the slip that explains the line best.
func single(searches []*search) (Slip, bool) {
	best, found := candidate{}, false
	var all []candidate
	for _, s := range searches {
		matches := s.matches()
		all = append(all, matches...)
		if c, ok := s.confirmed(matches); ok && (!found || c.rank < best.rank) {
			best, found = c, true
		}
	}
	if !found {
		return "", false
	}
	if whole := searches[len(searches)-1]; whole.turned() {
		return slipOfTurned(all), true
	}
	return best.slips[0], true
}

// turned reports whether the wrong line is minus the right one.
func (s *search) turned() bool {
	return same(s.wrongValues, each(s.rightValues, func(v float64) float64 { return -v }))
}

// slipOfTurned tells what turned a line. Many slips do; the quotient rule or the chain rule is named if it alone among
// the rules of differentiation explains the minus.
func slipOfTurned(matches []candidate) Slip {
	var derived []Slip
	swapped := false
	for _, c := range matches {
		slip := c.slips[0]
		swapped = swapped || slip == labelPredictionSwapped.slip
		if c.from != nil && slip != notDifferentiated.slip && !slices.Contains(derived, slip) {
			derived = append(derived, slip)
		}
	}
	switch {
	case len(derived) == 1 && (derived[0] == quotientOrder.slip || derived[0] == chainFactor.slip):
		return derived[0]
	case swapped:
		return labelPredictionSwapped.slip
	}
	return sign.slip
}
