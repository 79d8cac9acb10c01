package algebra

import (
	"slices"

	"chainrule/mathcore/budget"
)

// A solution gives the letters of a system values that satisfy it.
type solution struct {
	meter   *budget.Meter
	letters []monomial
	values  []rat
}

// solutions returns a few solutions of the system, none if it was not found to have one.
func (s *system) solutions() []solution {
	var found []solution
	for _, share := range []rat{ratOf(1, 2), ratOf(1, 3), ratOf(5, 7)} {
		if v, ok := s.solution(share); ok {
			found = append(found, v)
		}
	}
	return found
}

// solution eliminates the letters one by one and puts values in on the way back: between the bounds, at the share of the
// way from the lower to the upper.
func (s *system) solution(share rat) (solution, bool) {
	type step struct {
		letter int
		rows   []inequality
	}
	var steps []step
	rows := s.rows
	for {
		i, growth := cheapest(rows)
		if i < 0 {
			break
		}
		if len(rows)+growth > systemLimit {
			return solution{}, false
		}
		steps = append(steps, step{i, rows})
		rows = s.eliminated(rows, i)
	}
	v := solution{meter: s.meter, letters: s.letters, values: make([]rat, len(s.letters))}
	for i := range v.values {
		v.values[i] = ratInt(0)
	}
	for _, e := range slices.Backward(steps) {
		v.values[e.letter] = v.between(e.rows, e.letter, share)
	}
	for _, r := range s.rows {
		if x := v.of(r); x.sign() < 0 || r.strict && x.isZero() {
			return solution{}, false
		}
	}
	return v, true
}

// of returns the value of the left side of an inequality.
func (v solution) of(r inequality) rat {
	sum := r.number
	for i, c := range r.coefficients {
		v.meter.Spend(unitsOf(sum, c) + unitsOf(c, v.values[i]))
		sum = sum.add(c.mul(v.values[i]))
	}
	return sum
}

// between returns a value for letter i that satisfies the rows when all other letters in them have theirs.
func (v solution) between(rows []inequality, i int, share rat) rat {
	var lo, hi *rat
	v.values[i] = ratInt(0)
	for _, r := range rows {
		c := r.of(i)
		if c.isZero() {
			continue
		}
		bound := v.of(r).mul(c.inv()).neg()
		switch {
		case c.sign() > 0 && (lo == nil || bound.add(lo.neg()).sign() > 0):
			lo = &bound
		case c.sign() < 0 && (hi == nil || bound.add(hi.neg()).sign() < 0):
			hi = &bound
		}
	}
	switch {
	case lo == nil && hi == nil:
		return share
	case lo == nil:
		return hi.add(share.neg())
	case hi == nil:
		return lo.add(share)
	}
	return lo.add(hi.add(lo.neg()).mul(share))
}
