package diagnose

import (
	"math"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
)

// The budget of one explanation.
const (
	singleLimit  = 4000 // wrong lines with one slip
	pairLimit    = 3500 // wrong lines with two slips
	confirmLimit = 6    // matches that the judge is asked about
)

// unitsOfCandidate is what it costs to make a wrong line, beside its values.
const unitsOfCandidate = 40

// A candidate is a wrong line that slips make.
type candidate struct {
	slips   []Slip
	rank    rank // of one slip
	cost    int  // of two
	tree    expr.Node
	values  vector
	from    *derivation // how the line came about, when it is a derivative with one slip
	at      place       // where that stands
	mistake mistake     // the slip, where there is one
	made    expr.Node   // what a slip without differentiating made
	spot    difference  // what the slip was made of, and what it made
}

// A search holds the candidates of one pair of lines.
type search struct {
	in          *setting
	sample      *sample
	wrong       expr.Node
	wrongValues vector
	rightValues vector
	sources     []expr.Node
	candidates  []candidate
	spoilt      map[*expr.Derivative][]spoilt
	budget      int
}

func newSearch(in *setting, s *sample, from, wrong expr.Node, right []expr.Node) *search {
	all := &search{in: in, sample: s, wrong: wrong, spoilt: map[*expr.Derivative][]spoilt{}, budget: singleLimit}
	all.wrongValues, all.rightValues = s.learn(wrong), s.learn(from)
	all.sources = forms(from, right, in)
	for i, source := range all.sources {
		if same(s.learn(source), all.rightValues) {
			all.gather(source, i)
		}
	}
	slices.SortStableFunc(all.candidates, func(a, b candidate) int { return a.rank.compare(b.rank) })
	return all
}

// gather applies every slip at every place of a tree.
func (s *search) gather(tree expr.Node, source int) {
	for at := range places(tree) {
		if d, ok := derivationOf(at.node, s.in); ok && !s.waits(at.node) {
			s.derive(d, at, source)
		}
	}
	for _, m := range mistakes {
		if m.rewrite == nil {
			continue
		}
		for at := range places(tree) {
			s.in.under = at.under
			if s.budget < 0 {
				return
			}
			for _, wrong := range m.rewrite(at.node, s.in) {
				s.add(candidate{
					slips: []Slip{m.slip}, rank: m.rank(false, source, at.behind), tree: at.with(wrong), mistake: m, made: wrong,
					spot: difference{at.node, wrong},
				})
			}
		}
		for way := range alternatives {
			if expr.Contains(tree, differentiates) {
				break
			}
			wrong, times := m.everywhere(tree, nil, s.in, way)
			if times < 2 {
				break
			}
			s.add(candidate{slips: []Slip{m.slip}, rank: m.rank(false, source, 1), tree: wrong})
		}
	}
}

// waits reports whether an operator stands in the wrong line still, so that no slip can have been made in carrying it out.
func (s *search) waits(operator expr.Node) bool {
	return expr.Contains(s.wrong, func(n expr.Node) bool {
		_, ok := n.(*expr.Derivative)
		return ok && expr.Alike(n, operator)
	})
}

// derive makes every slip in a derivation.
func (s *search) derive(d derivation, at place, source int) {
	for _, m := range mistakes {
		if m.derive == nil {
			continue
		}
		rank := m.rank(true, source, 0)
		for _, spoilt := range d.spoil(m, s.in) {
			s.add(candidate{slips: spoilt.slips, rank: rank, tree: at.with(spoilt.Result), from: &spoilt, at: at, spot: spoilt.spot()})
		}
		if spoilt, times := throughout(d.Step, m, s.in); times > 1 {
			s.add(candidate{slips: []Slip{m.slip}, rank: rank, tree: at.with(spoilt.Result), mistake: m})
		}
	}
}

// alternatives is how many ways of a slip are tried at all places at once.
const alternatives = 2

// add computes a candidate and keeps it unless it is true.
func (s *search) add(c candidate) {
	s.in.sc.Meter().Spend(unitsOfCandidate)
	if s.budget--; s.budget < 0 {
		return
	}
	c.values = s.sample.of(c.tree)
	if !same(c.values, s.rightValues) {
		s.candidates = append(s.candidates, c)
	}
}

// matches returns the candidates that are the wrong line, the best first.
func (s *search) matches() []candidate {
	var all []candidate
	for _, c := range s.candidates {
		if same(c.values, s.wrongValues) {
			all = append(all, c)
		}
	}
	return all
}

// confirmed returns the first of the matches that the judge finds to be the wrong line.
func (s *search) confirmed(matches []candidate) (candidate, bool) {
	for i, c := range matches {
		if i == confirmLimit {
			break
		}
		if judge.Compare(c.tree, s.wrong, s.in.sc).Relation == judge.Equal {
			return c, true
		}
	}
	return candidate{}, false
}

// same reports whether two lists of values agree as float64 values of the same expression would.
func same(a, b vector) bool {
	const tolerance = 1e-9
	compared := 0
	for i := range a {
		if math.IsNaN(a[i]) || math.IsNaN(b[i]) {
			continue
		}
		if math.Abs(a[i]-b[i]) > tolerance*max(math.Abs(a[i]), math.Abs(b[i]), 1e-6) {
			return false
		}
		compared++
	}
	return compared*2 > len(a)
}
