package slip

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
	"chainrule/mathcore/scope"
)

// An Explanation tells how a wrong line may have come about. No slips means that none was found, or so many different
// ones that naming one would be a guess.
type Explanation struct {
	// Slips holds one name, or two when it takes both to explain the line.
	Slips []ID
	// After is the smallest part of the wrong line in which it differs: from the line above, from what the slip was made
	// of, or from the right result. Before is what stands for it in the line above, nil where that holds no such part:
	// to tell it would be to tell the answer. Both are nil where the lines have too little in common.
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
// the one above, and nothing where the budget ends first.
func Explain(q Question) Explanation {
	var e Explanation
	q.Scope = q.Scope.Metered(Budget)
	q.Scope.Meter().Within(Budget, func() { e = explain(q) })
	return e
}

// Budget is what an explanation may cost, in units of budget.Meter.
const Budget = 2_000_000

func explain(q Question) Explanation {
	if judge.Compare(q.From, q.Wrong, q.Scope).Relation != judge.Different {
		return Explanation{}
	}
	e := Explanation{}
	q.Scope.Meter().Spend(sample.UnitsToShrink(q.From, q.Wrong))
	e.Before, e.After = sample.Shrink(q.From, q.Wrong)
	s, ok := sample.New(q.Scope, q.From, q.Wrong)
	if !ok {
		return e
	}
	in := newSetting(s, append([]expr.Node{q.From, q.Wrong}, q.Right...))
	var searches []*search
	if expr.Size(q.From)+expr.Size(q.Wrong) <= 2*largest {
		searches = append(searches, newSearch(in, s, q.From, q.Wrong, q.Right))
	}
	if way := sample.Descend(q.From, q.Wrong, s.Agree); len(way) > 0 {
		e.Before, e.After = way[len(way)-1].Before, way[len(way)-1].After
		part, ok := telling(way)
		if ok && expr.Size(part.Before)+expr.Size(part.After) <= 2*largest {
			searches = slices.Insert(searches, 0, newSearch(in, s, part.Before, part.After, nil))
		}
	}
	e.name(searches, q)
	if e.After == nil && len(searches) > 0 {
		e.After = searches[len(searches)-1].unlikeRight()
	}
	return e
}

// name finds the slips.
func (e *Explanation) name(searches []*search, q Question) {
	if slip, spot, ok := single(searches); ok {
		e.Slips = []ID{slip}
		e.narrow(spot, q.From, q.Wrong, searches[0].sample)
		return
	}
	for _, s := range searches {
		if slips := s.pair(); slips != nil {
			e.Slips = slips
			return
		}
	}
	for _, s := range slices.Backward(searches) {
		if e.Residue = s.residue(); e.Residue.Slip != "" {
			e.Slips = []ID{e.Residue.Slip}
			return
		}
	}
}

// unlikeRight returns the smallest part of the wrong line in which it differs from some form of the right result, but no
// lone number, which says too little. It is nil where the line has too little in common with each of them.
func (s *search) unlikeRight() expr.Node {
	var least expr.Node
	for _, source := range s.sources {
		way := sample.Descend(source, s.wrong, s.sample.Agree)
		for len(way) > 0 && expr.IsNumber(way[len(way)-1].After) {
			way = way[:len(way)-1]
		}
		if len(way) == 0 || !sample.Same(s.sample.Learn(source), s.rightValues) {
			continue
		}
		if part := way[len(way)-1].After; least == nil || expr.Size(part) < expr.Size(least) {
			least = part
		}
	}
	return least
}

// telling returns the smallest difference that is large enough for a slip to be made in it.
func telling(way []sample.Difference) (sample.Difference, bool) {
	const smallest = 3
	for _, d := range slices.Backward(way) {
		if expr.Size(d.Before) >= smallest {
			return d, true
		}
	}
	return sample.Difference{}, false
}

// narrow takes the place where the slip was made for the part that changed, if it can be found in the wrong line and is
// smaller.
func (e *Explanation) narrow(spot sample.Difference, from, wrong expr.Node, s *sample.Sample) {
	if spot.After == nil || expr.IsNumber(spot.After) {
		return
	}
	within := wrong
	if e.After != nil {
		within = e.After
	}
	var found []expr.Node
	made := s.Of(spot.After)
	expr.Walk(within, func(n expr.Node) bool {
		if n != within && sample.Same(s.Of(n), made) {
			found = append(found, n)
			return false
		}
		return true
	})
	if len(found) != 1 {
		return
	}
	e.Before, e.After = nil, found[0]
	before := spot.Before
	if d, ok := before.(*expr.Derivative); ok {
		before = d.Body
	}
	if expr.Contains(from, func(n expr.Node) bool { return expr.Alike(n, before) }) {
		e.Before = spot.Before
	}
}

// single returns the slip that explains the line best, and where it was made if that is known.
func single(searches []*search) (ID, sample.Difference, bool) {
	best, found := candidate{}, false
	var all []candidate
	for _, s := range searches {
		matches := s.matches()
		all = append(all, matches...)
		if c, ok := s.confirmed(matches); ok && (!found || c.rank.compare(best.rank) < 0) {
			best, found = c, true
		}
	}
	if !found {
		return "", sample.Difference{}, false
	}
	if whole := searches[len(searches)-1]; whole.turned() {
		return whole.slipOfTurned(all), sample.Difference{}, true
	}
	return best.slips[0], best.spot, true
}

// turned reports whether the wrong line is minus the right one.
func (s *search) turned() bool {
	return sample.Same(s.wrongValues, sample.Each(s.rightValues, func(v float64) float64 { return -v }))
}

// slipOfTurned tells what turned a line. Many slips do; the quotient rule or the chain rule is named if it alone among
// the rules of differentiation explains the minus.
func (s *search) slipOfTurned(matches []candidate) ID {
	var derived []ID
	swapped := false
	for _, c := range matches {
		slip := c.slips[0]
		swapped = swapped || slip == labelPredictionSwapped.id && s.shows(c)
		if c.from != nil && slip != notDifferentiated.id && !slices.Contains(derived, slip) {
			derived = append(derived, slip)
		}
	}
	switch {
	case len(derived) == 1 && (derived[0] == quotientOrder.id || derived[0] == chainFactor.id):
		return derived[0]
	case swapped:
		return labelPredictionSwapped.id
	}
	return sign.id
}

// shows reports whether what a slip made stands in the wrong line, and did not stand in the line above already.
func (s *search) shows(c candidate) bool {
	values := s.sample.Of(c.spot.After)
	stands := func(n expr.Node) bool { return expr.IsSum(n) && sample.Same(s.sample.Of(n), values) }
	stood := func(n expr.Node) bool { return expr.Alike(n, c.spot.After) }
	return (expr.Alike(c.tree, s.wrong) || expr.Contains(s.wrong, stands)) && !expr.Contains(s.sources[0], stood)
}
