package judge

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/joint"
)

// A derivative of a sum may ask something of the index by which it is derived: d/dw_j of the sum over k of [k < n] w_k asks whether j
// is less than n. Where j is n is no joint of what stands behind the operator, but the laws of signs hold beside it alone.

// derivesSums reports whether the pair may hold derivatives of sums.
func (p *pair) derivesSums() bool {
	written := p.standing.contents()
	return written.Derivatives() && written.Series()
}

// comesToChoices reports whether sums may have come to choices by indices: derivatives of sums ask in what range an index lies, and so do
// sums of δ_kj over a range that ends at another index.
func (p *pair) comesToChoices() bool {
	return p.derivesSums() || p.standing.contents().Series() && p.contents().Calls(expr.Sign, expr.Delta, expr.Where)
}

// atIndices compares the pair, whose sums may have come to choices, wherever what it compares by indices is the same. It says equal where
// there is nothing to compare.
func (p *pair) atIndices() Verdict {
	both := expr.Minus(p.left, p.right)
	for _, q := range joint.Parts(both, p.scope) {
		if !p.ofIndices(q, both) || p.harmless(q) {
			continue
		}
		places, all := q.Places(p.scope)
		if !all || len(places) > 0 && p.depth >= jointDepth {
			return Verdict{Relation: Unsure}
		}
		for _, place := range places {
			there := p.atIndex(place)
			if there.Relation == Different || there.Relation == Unsure {
				return there
			}
		}
	}
	return Verdict{Relation: Equal}
}

// ofIndices reports whether the part of n is the sign of what consists of letters that count.
func (p *pair) ofIndices(q joint.Part, n expr.Node) bool {
	letters := expr.Symbols(q.Node)
	if q.Kind != joint.Jump || len(letters) == 0 {
		return false
	}
	bound := boundIn(n)
	return !slices.ContainsFunc(letters, func(s *expr.Symbol) bool {
		d, _ := p.scope.Domain(s)
		return len(s.Index) > 0 || !d.Whole && !holds(bound, s)
	})
}

// atIndex compares the pair at the place, where an index by which something is derived is another one, or a number.
func (p *pair) atIndex(place joint.Place) Verdict {
	sc, possible := p.scopeAt(place)
	switch {
	case !possible:
		return Verdict{Relation: Undefined}
	case place.Counter != nil:
		return Verdict{Relation: Unsure}
	}
	put := func(n expr.Node) expr.Node {
		p.scope.Meter().Spend(expr.Size(n))
		return putIndex(n, place.Symbol, place.Value)
	}
	within, possible := p.puttingIndex(place)
	if !possible {
		return Verdict{Relation: Undefined}
	}
	v := within.compareAt(put(p.standing.left), put(p.standing.right), sc)
	if v.Relation == Different {
		if v.Witness = p.backFrom(place, v.Witness); v.Witness == nil {
			return Verdict{Relation: Unsure}
		}
	}
	return v
}

// puttingIndex returns the pair with what the value of an index tells of the ranges in which it is taken to lie: they reach it. It
// reports false where the value lies beyond one of them.
func (p *pair) puttingIndex(place joint.Place) (within *pair, possible bool) {
	there := *p
	there.reached = slices.Clone(p.reached)
	for _, m := range p.assumed {
		if !expr.Equal(m.index, place.Symbol) {
			continue
		}
		for _, beyond := range []expr.Node{expr.Minus(place.Value, m.hi), expr.Minus(m.lo, place.Value)} {
			if over, ok := wholeNumber(beyond); ok && over > 0 {
				return nil, false
			}
		}
		if number, ok := wholeNumber(place.Value); ok {
			there.reached = append(there.reached, reach{number, m.lo, m.hi})
		}
	}
	return &there, true
}
