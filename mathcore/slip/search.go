package slip

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
	"chainrule/mathcore/sample"
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
	slips   []ID
	rank    rank // of one slip
	cost    int  // of two
	tree    expr.Node
	values  sample.Vector
	from    *derivation       // how the line came about, when it is a derivative with one slip
	at      sample.Position   // where that stands
	mistake mistake           // the slip, where there is one
	made    expr.Node         // what a slip without differentiating made
	spot    sample.Difference // what the slip was made of, and what it made
	changed expr.Node         // the part of that in which it differs
	of      *search           // whose candidate it is, once it is weighed
	seen    sight             // how much of it is seen in the line typed
	mute    bool              // it is not told, but it contradicts others
}

// A search holds the candidates of one pair of lines.
type search struct {
	in          *setting
	sample      *sample.Sample
	wrong       expr.Node
	wrongValues sample.Vector
	rightValues sample.Vector
	sources     []expr.Node
	plain       int // how many of them are the line above, what its rules give, and lines of the author
	candidates  []candidate
	mutants     map[*expr.Derivative][]mutant
	there       subject // what stands in the lines and in the sources
	derives     bool    // something is differentiated in the line above
	sigmoids    bool    // the sigmoid is applied in the line above or in the line typed
	budget      int
}

func newSearch(in *setting, s *sample.Sample, from, wrong expr.Node, right []expr.Node) *search {
	all := &search{in: in, sample: s, wrong: wrong, mutants: map[*expr.Derivative][]mutant{}, budget: singleLimit}
	all.wrongValues, all.rightValues = s.Learn(wrong), s.Learn(from)
	all.sources, all.plain = forms(from, right, in)
	all.there = in.there
	all.derives = expr.Contains(from, sample.Differentiates)
	all.sigmoids = expr.Contains(from, in.Sigmoid) || expr.Contains(wrong, in.Sigmoid)
	for i, source := range all.sources {
		author := func(r expr.Node) bool { return expr.Equal(r, source) }
		in.due = i > 0 && slices.ContainsFunc(right, author)
		in.written = i == 0 || in.due
		if sample.Same(s.Learn(source), all.rightValues) {
			all.gather(source, i)
		}
	}
	slices.SortStableFunc(all.candidates, func(a, b candidate) int { return a.rank.compare(b.rank) })
	return all
}

// gather applies every slip at every place of a tree.
func (s *search) gather(tree expr.Node, source int) {
	waits := expr.Contains(s.wrong, sample.Differentiates)
	for at := range sample.Positions(tree) {
		if d, ok := derivationOf(at.Node, s.in); ok && s.derives && !s.waits(at.Node) {
			s.derive(d, at, source)
		}
	}
	hidden, inside := s.hiddenIn(tree), s.in.inside(tree)
	for _, m := range mistakes {
		if m.rewrite == nil || !m.isAbout(s.there) || m.kind == slope && !s.slopeIn(source) {
			continue
		}
		for at := range sample.Positions(tree) {
			if s.budget < 0 {
				return
			}
			if hidden[at.Node] || m.id == meanFactor.id && inside[at.Node] {
				continue
			}
			behind := at.Behind > 0 || expr.Contains(at.Node, sample.Differentiates)
			// What is lost before differentiating is not seen any more.
			mute := behind && !waits && m.isLost(at.Behind > 0)
			for _, wrong := range m.rewrite(at.Node, at.Under, s.in) {
				s.add(candidate{
					slips: []ID{m.id}, rank: m.rank(false, source, at.Behind), tree: at.With(wrong), mistake: m, made: wrong,
					spot: sample.Difference{Before: at.Node, After: wrong}, changed: changed(at.Node, wrong), mute: mute,
				})
			}
		}
		for way := range alternatives {
			if expr.Contains(tree, sample.Differentiates) {
				break
			}
			wrong, times := m.everywhere(tree, nil, s.in, way)
			if times < 2 || !s.mayRepeat(m, wrong) {
				break
			}
			s.add(candidate{slips: []ID{m.id}, rank: m.rank(false, source, 1), tree: wrong, mistake: m})
		}
	}
}

// isLost reports whether the slip is not seen any more once what it was made in was differentiated. A minus stays where
// it was.
func (m mistake) isLost(inside bool) bool {
	switch m.kind {
	case loss:
		return m.family == losses || inside && m.id != sign.id && m.id != minusNotDistributed.id
	case slope:
		return inside
	case derivative, falseLaw:
	}
	return false
}

// slopeIn reports whether the slope of a sigmoid may be looked for in one of the sources: where it is written in the line
// above, where something is differentiated, and where a line of exponentials is to be written with the sigmoid.
func (s *search) slopeIn(source int) bool {
	return source == 0 || s.derives || s.in.due && !expr.Contains(s.sources[0], s.in.Sigmoid)
}

// hiddenIn returns the parts of a form of the result that stand inside of a sigmoid, where nobody has written one: what
// stands behind a name that is not on the screen is not known.
func (s *search) hiddenIn(tree expr.Node) map[expr.Node]bool {
	hidden := map[expr.Node]bool{}
	if s.sigmoids {
		return hidden
	}
	expr.Walk(tree, func(n expr.Node) bool {
		if !s.in.Sigmoid(n) {
			return true
		}
		for _, part := range expr.Children(n) {
			expr.Walk(part, func(p expr.Node) bool { hidden[p] = true; return true })
		}
		return false
	})
	return hidden
}

// waits reports whether an operator stands in the wrong line still, so that no slip can have been made in carrying it out.
func (s *search) waits(operator expr.Node) bool {
	return expr.Contains(s.wrong, func(n expr.Node) bool {
		_, ok := n.(*expr.Derivative)
		return ok && expr.Alike(n, operator)
	})
}

// derive makes every slip in a derivation.
func (s *search) derive(d derivation, at sample.Position, source int) {
	for _, m := range mistakes {
		if m.derive == nil || !m.isAbout(s.there) {
			continue
		}
		rank := m.rank(true, source, 0)
		for _, mutant := range d.mutate(m, s.in) {
			if m.id == oneLink.id && (at.Under != nil || !mutant.made[mutant.Step]) {
				continue // a link of a part is no link of the line
			}
			s.add(candidate{
				slips: mutant.slips, rank: rank, tree: at.With(mutant.Result), from: &mutant, at: at, mistake: m, spot: mutant.spot(), changed: mutant.changed,
			})
		}
		if mutant, times := throughout(d.Step, m, s.in); times > 1 && s.mayRepeat(m, at.With(mutant.Result)) {
			later := 0
			if m.id == constantKept.id {
				later = 1 // constants kept in parts inside each other are a strange story
			}
			s.add(candidate{slips: []ID{m.id}, rank: m.rank(true, source, later), tree: at.With(mutant.Result), mistake: m})
		}
	}
}

// mayRepeat reports whether the words for a slip are true of a line in which it was made at several places.
func (s *search) mayRepeat(m mistake, line expr.Node) bool {
	return !m.once && (m.id != inputFactor.id || s.oneInput(line))
}

// alternatives is how many ways of a slip are tried at all places at once.
const alternatives = 2

// add computes a candidate and keeps it unless it is true.
func (s *search) add(c candidate) {
	s.in.Scope.Meter().Spend(unitsOfCandidate)
	if s.budget--; s.budget < 0 {
		return
	}
	c.values = s.sample.Of(c.tree)
	if !sample.Same(c.values, s.rightValues) {
		s.candidates = append(s.candidates, c)
	}
}

// matches returns the candidates that are the wrong line, the best first.
func (s *search) matches() []candidate {
	var all []candidate
	for _, c := range s.candidates {
		if sample.Same(c.values, s.wrongValues) {
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
		if judge.Compare(c.tree, s.wrong, s.in.Scope).Relation == judge.Equal {
			return c, true
		}
	}
	return candidate{}, false
}
