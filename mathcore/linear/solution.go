package linear

import (
	"slices"

	"chainrule/mathcore/rat"
)

// Solutions returns a few solutions of the system, each a value for every letter; none if it was not found to have one.
func (s *System) Solutions() [][]rat.Rat {
	var found [][]rat.Rat
	for _, share := range []rat.Rat{rat.Frac(1, 2), rat.Frac(1, 3), rat.Frac(5, 7)} {
		if values, ok := s.solution(share); ok {
			found = append(found, values)
		}
	}
	return found
}

// solution eliminates the letters one by one and puts values in on the way back: between the bounds, at the share of the
// way from the lower to the upper.
func (s *System) solution(share rat.Rat) (values []rat.Rat, ok bool) {
	type step struct {
		letter int
		rows   []Inequality
	}
	var steps []step
	rows := s.rows
	for {
		letter, growth := cheapest(rows)
		if letter < 0 {
			break
		}
		if len(rows)+growth > rowLimit {
			return nil, false
		}
		steps = append(steps, step{letter, rows})
		rows = s.eliminated(rows, letter)
	}
	values = make([]rat.Rat, s.letters)
	for _, e := range slices.Backward(steps) {
		values[e.letter] = s.between(e.rows, e.letter, values, share)
	}
	for _, r := range s.rows {
		if !r.Relation.holds(s.leftSide(r, values)) {
			return nil, false
		}
	}
	return values, true
}

// leftSide returns the value of the left side of an inequality.
func (s *System) leftSide(r Inequality, values []rat.Rat) rat.Rat {
	sum := r.Number
	for i, c := range r.Coefficients {
		s.meter.Spend(rat.Cost(sum, c) + rat.Cost(c, values[i]))
		sum = sum.Add(c.Mul(values[i]))
	}
	return sum
}

// between returns a value for a letter that satisfies the rows when all other letters in them have theirs. The letter's
// own value must be 0 still.
func (s *System) between(rows []Inequality, letter int, values []rat.Rat, share rat.Rat) rat.Rat {
	var lo, hi *rat.Rat
	for _, r := range rows {
		c := r.of(letter)
		if c.IsZero() {
			continue
		}
		bound := s.leftSide(r, values).Mul(c.Inv()).Neg()
		switch {
		case c.Sign() > 0 && (lo == nil || bound.Cmp(*lo) > 0):
			lo = &bound
		case c.Sign() < 0 && (hi == nil || bound.Cmp(*hi) < 0):
			hi = &bound
		}
	}
	switch {
	case lo == nil && hi == nil:
		return share
	case lo == nil:
		return hi.Sub(share)
	case hi == nil:
		return lo.Add(share)
	}
	return lo.Add(hi.Sub(*lo).Mul(share))
}
