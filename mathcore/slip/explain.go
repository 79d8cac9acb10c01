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
	// Parts are the pieces that the words for the slip may speak of, by the names that stand there in braces.
	Parts map[string]expr.Node
	// Bracketed is the text typed with the brackets where they belong, of that slip only.
	Bracketed string
	// Residue tells how the wrong value compares with the right one, when that is simple and no slip was found before.
	Residue Residue
}

// A Question is a line that is thought to be wrong, and what it can be explained from.
type Question struct {
	From  expr.Node   // the line above
	Wrong expr.Node   // the line typed
	Right []expr.Node // written forms of the right result: the goal, the model line
	Text  string      // the line as it was typed, empty where that is not known
	Scope *scope.Scope
}

// Explain looks for a slip, or two, that lead to the wrong line. The order: one slip before two, in the part that
// changed before the whole line, the line above before forms of the result, the order of the list of slips, and last
// the comparison of values. Nothing is said of a line unless the judge finds it different from the one above, or without
// a value, and nothing where the budget ends first.
func Explain(q Question) Explanation {
	var e Explanation
	q.Scope = q.Scope.Metered(Budget)
	q.Scope.Meter().Within(Budget, func() { e = explain(q) })
	return e
}

// Budget is what an explanation may cost, in units of budget.Meter.
const Budget = 2_000_000

func explain(q Question) Explanation {
	q.Scope = q.Scope.For(append([]expr.Node{q.From, q.Wrong}, q.Right...)...)
	switch judge.Compare(q.From, q.Wrong, q.Scope).Relation {
	case judge.Different:
	case judge.Undefined:
		return withoutValue(q)
	case judge.Equal, judge.Unsure, judge.Unreadable:
		return Explanation{}
	}
	e := Explanation{}
	q.Scope.Meter().Spend(sample.UnitsToShrink(q.From, q.Wrong))
	e.Before, e.After = sample.Shrink(q.From, q.Wrong)
	s, ok := sample.New(q.Scope, q.From, q.Wrong)
	if !ok {
		return e
	}
	in := newSetting(s, q)
	if !in.evident(q) {
		return e
	}
	var searches []*search
	var whole *search
	if expr.Size(q.From)+expr.Size(q.Wrong) <= 2*largest {
		whole = newSearch(in, s, q.From, q.Wrong, q.Right)
		searches = append(searches, whole)
	}
	if way := sample.Descend(q.From, q.Wrong, s.Agree); len(way) > 0 {
		e.Before, e.After = way[len(way)-1].Before, way[len(way)-1].After
		part, ok := telling(way)
		if ok && expr.Size(part.Before)+expr.Size(part.After) <= 2*largest {
			in.denominator, in.place = standsBelow(part.Before, q.From), in.placeOf(part.Before, q.From)
			searches = slices.Insert(searches, 0, newSearch(in, s, part.Before, part.After, nil))
			in.denominator, in.place = false, outside
		}
	}
	e.name(searches, whole, q)
	if e.After == nil && len(searches) > 0 {
		e.After = searches[len(searches)-1].unlikeRight()
	}
	return e
}

// withoutValue explains a line that has no value: by brackets alone, since nothing can be compared with it.
func withoutValue(q Question) (e Explanation) {
	s, ok := sample.New(q.Scope, q.From)
	if !ok || expr.Size(q.From) > largest {
		return e
	}
	whole := &search{in: newSetting(s, q), sample: s, wrong: q.Wrong, sources: []expr.Node{q.From}, rightValues: s.Learn(q.From)}
	if b, found := whole.bracketed(q.Text); found {
		e.bracketed(b)
	}
	return e
}

// name finds the slips: brackets where a reader looks for them, one slip, brackets elsewhere, a factor, a sign, two slips,
// and last a number. Where slips contradict each other nothing is told, and nothing that explains more is looked for.
func (e *Explanation) name(searches []*search, whole *search, q Question) {
	var brackets bracketing
	found := false
	if whole != nil {
		brackets, found = whole.bracketed(q.Text)
	}
	if found && brackets.plain {
		e.bracketed(brackets)
		return
	}
	if c, explained := single(searches); explained {
		switch {
		case c == nil:
		case whole != nil && c.leavesOne() && e.compared(whole.factored()):
		default:
			e.tell(c, q, searches[0].sample)
		}
		return
	}
	if whole != nil && whole.in.steady {
		return
	}
	if found {
		e.bracketed(brackets)
		return
	}
	if whole != nil && (e.compared(whole.factored()) || e.compared(whole.turnedLine())) {
		return
	}
	for _, s := range searches {
		if slips := s.pair(); slips != nil {
			e.Slips = slips
			return
		}
	}
	if whole != nil {
		e.compared(whole.residue())
	}
}

// tell names one slip and the pieces that its words speak of.
func (e *Explanation) tell(c *candidate, q Question, s *sample.Sample) {
	e.Slips = []ID{c.mistake.id}
	if c.mistake.parts != nil && c.of != nil && c.spot.Before != nil {
		e.Parts = c.mistake.parts(place{c.spot.Before, c.spot.After, c.of.in})
	}
	e.narrow(c.spot, q.From, q.Wrong, s)
}

// bracketed tells of brackets that are missing or stand elsewhere.
func (e *Explanation) bracketed(b bracketing) {
	e.Slips, e.Bracketed = []ID{bracketsSlip}, b.text
}

// compared tells how the line compares with the right one: by a factor that stands in one of them, or by the number given.
func (e *Explanation) compared(r Residue) bool {
	if r.Slip == "" {
		return false
	}
	e.Residue, e.Slips = r, []ID{r.Slip}
	e.Parts = map[string]expr.Node{"factor": r.By}
	if r.Slip == offsetSlip {
		e.Parts = map[string]expr.Node{"number": r.By}
	}
	return true
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

// standsBelow reports whether a part of a line stands below a bar.
func standsBelow(part, line expr.Node) bool {
	return expr.Contains(line, func(n expr.Node) bool {
		q, ok := n.(*expr.Div)
		return ok && q.Den == part
	})
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

// turned reports whether the wrong line is minus the right one.
func (s *search) turned() bool {
	return sample.Same(s.wrongValues, sample.Each(s.rightValues, func(v float64) float64 { return -v }))
}

// turner tells what turned a line. Many slips do; the quotient rule or the chain rule is named if it alone among the rules
// of differentiation explains the minus.
func (s *search) turner(proved []candidate) *candidate {
	var derived []candidate
	var swapped *candidate
	for _, c := range proved {
		if c.mistake.id == labelPredictionSwapped.id && s.shows(c) {
			swapped = &c
		}
		known := func(d candidate) bool { return d.mistake.id == c.mistake.id }
		if c.from != nil && c.mistake.id != notDifferentiated.id && !slices.ContainsFunc(derived, known) {
			derived = append(derived, c)
		}
	}
	switch {
	case len(derived) == 1 && (derived[0].mistake.id == quotientOrder.id || derived[0].mistake.id == chainFactor.id):
		return &derived[0]
	case swapped != nil:
		return swapped
	}
	if !s.proves(expr.Negative(s.sources[0])) {
		return nil
	}
	return &candidate{slips: []ID{sign.id}, mistake: familiar(sign.id)}
}

// shows reports whether what a slip made stands in the wrong line, and did not stand in the line above already.
func (s *search) shows(c candidate) bool {
	values := s.sample.Of(c.spot.After)
	stands := func(n expr.Node) bool { return expr.IsSum(n) && sample.Same(s.sample.Of(n), values) }
	stood := func(n expr.Node) bool { return expr.Alike(n, c.spot.After) }
	return (expr.Alike(c.tree, s.wrong) || expr.Contains(s.wrong, stands)) && !expr.Contains(s.sources[0], stood)
}
