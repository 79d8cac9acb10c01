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
	at      sample.Place      // where that stands
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
	candidates  []candidate
	spoilt      map[*expr.Derivative][]spoilt
	there       subject // what stands in the lines and in the sources
	budget      int
}

func newSearch(in *setting, s *sample.Sample, from, wrong expr.Node, right []expr.Node) *search {
	all := &search{in: in, sample: s, wrong: wrong, spoilt: map[*expr.Derivative][]spoilt{}, budget: singleLimit}
	all.wrongValues, all.rightValues = s.Learn(wrong), s.Learn(from)
	all.sources = forms(from, right, in)
	all.there = in.there
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
	for at := range sample.Places(tree) {
		if d, ok := derivationOf(at.Node, s.in); ok && !s.waits(at.Node) {
			s.derive(d, at, source)
		}
	}
	for _, m := range mistakes {
		if m.rewrite == nil || !m.isAbout(s.there) {
			continue
		}
		for at := range sample.Places(tree) {
			if s.budget < 0 {
				return
			}
			behind := at.Behind > 0 || expr.Contains(at.Node, sample.Differentiates)
			// What is lost before differentiating is not seen any more.
			mute := behind && m.family == losses && !waits && (m.kind == loss || m.kind == slope && at.Behind > 0)
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
			if times < 2 {
				break
			}
			s.add(candidate{slips: []ID{m.id}, rank: m.rank(false, source, 1), tree: wrong, mistake: m})
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
func (s *search) derive(d derivation, at sample.Place, source int) {
	for _, m := range mistakes {
		if m.derive == nil || !m.isAbout(s.there) {
			continue
		}
		rank := m.rank(true, source, 0)
		for _, spoilt := range d.spoil(m, s.in) {
			if m.id == oneLink.id && (at.Under != nil || !spoilt.made[spoilt.Step]) {
				continue // a link of a part is no link of the line
			}
			s.add(candidate{
				slips: spoilt.slips, rank: rank, tree: at.With(spoilt.Result), from: &spoilt, at: at, mistake: m, spot: spoilt.spot(), changed: spoilt.changed,
			})
		}
		if spoilt, times := throughout(d.Step, m, s.in); times > 1 {
			later := 0
			if m.id == constantKept.id {
				later = 1 // constants kept in parts inside each other are a strange story
			}
			s.add(candidate{slips: []ID{m.id}, rank: m.rank(true, source, later), tree: at.With(spoilt.Result), mistake: m})
		}
	}
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
