package diagnose

import (
	"cmp"
	"math"
	"slices"

	"chainrule/mathcore/calculus"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/judge"
)

// A candidate is a wrong line that a slip makes.
type candidate struct {
	slips  []Slip
	rank   int
	tree   expr.Node
	values []float64
}

// A search holds the candidates of one question with their values at a few points.
type search struct {
	question   Question
	probe      *judge.Probe
	wrong      []float64
	right      []float64
	candidates []candidate
	seen       int
}

// newSearch makes all candidates with one slip. It reports false when the lines cannot be computed.
func newSearch(q Question) (*search, bool) {
	probe, ok := judge.NewProbe(q.From, q.Wrong, q.Scope)
	if !ok {
		return nil, false
	}
	s := &search{question: q, probe: probe}
	var okW, okR bool
	s.wrong, okW = probe.Values(q.Wrong)
	s.right, okR = probe.Values(q.From)
	if !okW || !okR {
		return nil, false
	}
	s.gather(q.From, 0)
	for i, r := range q.Right {
		s.gather(r, i+1)
	}
	return s, true
}

// gather applies every slip at every place of the tree. Later sources rank behind earlier ones.
func (s *search) gather(tree expr.Node, source int) {
	for place := range places(tree) {
		for i, r := range rules {
			rank := source*len(rules) + i
			if r.rewrite != nil {
				for _, wrong := range r.rewrite(place.node) {
					s.add(r.slip, rank, place.with(wrong))
				}
			}
			if d, ok := place.node.(*expr.Derivative); ok && r.derive != nil && d.Order == 1 {
				step := calculus.Differentiate(d.Body, d.Var, s.question.Scope)
				for _, wrong := range variants(step, r) {
					s.add(r.slip, rank, place.with(wrong))
				}
			}
		}
	}
}

func (s *search) add(slip Slip, rank int, tree expr.Node) {
	if s.seen++; s.seen > candidateLimit {
		return
	}
	values, ok := s.probe.Values(tree)
	if !ok || same(values, s.right) {
		return
	}
	s.candidates = append(s.candidates, candidate{[]Slip{slip}, rank, tree, values})
}

// variants returns the results of a derivation in which the rule's slip is made once, at any step.
func variants(s *calculus.Step, r rule) []expr.Node {
	wrong := r.derive(s)
	for i, p := range s.Parts {
		for _, w := range variants(p, r) {
			parts := results(s)
			parts[i] = w
			wrong = append(wrong, s.With(parts))
		}
	}
	return wrong
}

// single returns the slip of the best candidate that is the wrong line.
func (s *search) single() []Slip { return s.best(s.candidates) }

func (s *search) best(candidates []candidate) []Slip {
	var matches []candidate
	for _, c := range candidates {
		if same(c.values, s.wrong) {
			matches = append(matches, c)
		}
	}
	slices.SortStableFunc(matches, func(a, b candidate) int { return cmp.Compare(a.rank, b.rank) })
	for i, c := range matches {
		if i == confirmLimit {
			break
		}
		if confirm(c.tree, s.question.Wrong, s.question.Scope) {
			return c.slips
		}
	}
	return nil
}

// pair returns two slips that lead to the wrong line together: one with a sign, or one on top of another.
func (s *search) pair() []Slip {
	var flipped []candidate
	for _, c := range s.candidates {
		if c.slips[0] == sign.slip {
			continue
		}
		values := make([]float64, len(c.values))
		for i, v := range c.values {
			values[i] = -v
		}
		flipped = append(flipped, candidate{[]Slip{c.slips[0], sign.slip}, c.rank, expr.Negative(c.tree), values})
	}
	if slips := s.best(flipped); slips != nil {
		return slips
	}
	return s.best(s.onTop())
}

// onTop makes a second slip in each candidate.
func (s *search) onTop() []candidate {
	first := s.candidates
	deeper := &search{question: s.question, probe: s.probe, wrong: s.wrong, right: s.right}
	for i, c := range first {
		if deeper.seen >= pairLimit {
			break
		}
		for place := range places(c.tree) {
			for j, r := range rules {
				if r.rewrite == nil {
					continue
				}
				for _, wrong := range r.rewrite(place.node) {
					if deeper.seen++; deeper.seen > pairLimit {
						break
					}
					tree := place.with(wrong)
					if values, ok := s.probe.Values(tree); ok && same(values, s.wrong) {
						deeper.candidates = append(deeper.candidates,
							candidate{[]Slip{c.slips[0], r.slip}, i*len(rules) + j, tree, values})
					}
				}
			}
		}
	}
	return deeper.candidates
}

// same reports whether two lists of values agree as float64 values of the same expression would.
func same(a, b []float64) bool {
	const tolerance = 1e-9
	compared := 0
	for i := range a {
		if math.IsNaN(a[i]) || math.IsNaN(b[i]) {
			continue
		}
		if math.Abs(a[i]-b[i]) > tolerance*max(math.Abs(a[i]), math.Abs(b[i]), 1e-12) {
			return false
		}
		compared++
	}
	return compared*2 > len(a)
}
