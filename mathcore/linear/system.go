// Package linear tells whether linear inequalities with rational coefficients can hold together, and at which points they
// do.
//
// It solves nothing that is not linear and knows nothing of what the letters stand for.
package linear

import (
	"slices"

	"chainrule/mathcore/budget"
	"chainrule/mathcore/rat"
)

// rowLimit bounds how many inequalities a system may grow to.
const rowLimit = 120

// A Relation tells what an inequality says of its left side.
type Relation uint8

// The relations.
const (
	NotNegative Relation = iota // it is zero or more
	Positive                    // it is more than zero
)

// holds reports whether x is as the relation says.
func (r Relation) holds(x rat.Rat) bool { return x.Sign() > 0 || r == NotNegative && x.IsZero() }

// An Inequality says something of the sum of coefficients times letters plus a number. Letters are numbered from 0 on;
// coefficients that are missing at the end are zero.
type Inequality struct {
	Coefficients []rat.Rat
	Number       rat.Rat
	Relation     Relation
}

// false reports whether the inequality is between numbers and does not hold.
func (r Inequality) isFalse() bool {
	return !slices.ContainsFunc(r.Coefficients, func(c rat.Rat) bool { return !c.IsZero() }) && !r.Relation.holds(r.Number)
}

func (r Inequality) of(letter int) rat.Rat {
	if letter < len(r.Coefficients) {
		return r.Coefficients[letter]
	}
	return rat.Rat{}
}

// A System is a set of inequalities that are to hold together. The zero System is one without any, whose work nobody
// counts.
type System struct {
	meter   *budget.Meter
	rows    []Inequality
	letters int
}

// NewSystem returns a system without inequalities. Its work is paid from the meter.
func NewSystem(m *budget.Meter) *System { return &System{meter: m} }

// Require adds an inequality.
func (s *System) Require(row Inequality) {
	s.rows = append(s.rows, row)
	s.letters = max(s.letters, len(row.Coefficients))
}

// Solvable reports whether the system may have a solution, by elimination [Fourier, Motzkin]. One that grows too large
// on the way may have one; all others that may have one do.
func (s *System) Solvable() bool {
	rows := s.rows
	for {
		if slices.ContainsFunc(rows, Inequality.isFalse) {
			return false
		}
		letter, growth := cheapest(rows)
		if letter < 0 || len(rows)+growth > rowLimit {
			return true
		}
		rows = s.eliminated(rows, letter)
	}
}

// cheapest returns the letter whose elimination leaves the fewest inequalities, and how many it adds; -1 if no letter is
// left.
func cheapest(rows []Inequality) (best, growth int) {
	var above, below []int
	for _, r := range rows {
		for i, c := range r.Coefficients {
			for len(above) <= i {
				above, below = append(above, 0), append(below, 0)
			}
			switch c.Sign() {
			case 1:
				above[i]++
			case -1:
				below[i]++
			}
		}
	}
	best = -1
	for i := range above {
		if above[i]+below[i] == 0 {
			continue
		}
		if g := above[i]*below[i] - above[i] - below[i]; best < 0 || g < growth {
			best, growth = i, g
		}
	}
	return best, growth
}

// eliminated returns what the inequalities say of the other letters.
func (s *System) eliminated(rows []Inequality, letter int) []Inequality {
	var rest, above, below []Inequality
	for _, r := range rows {
		switch r.of(letter).Sign() {
		case 1:
			above = append(above, r)
		case -1:
			below = append(below, r)
		default:
			rest = append(rest, r)
		}
	}
	for _, p := range above {
		for _, q := range below {
			rest = append(rest, s.combined(p, q, letter))
		}
	}
	return rest
}

// combined adds multiples of p and q, in which the letter has coefficients of unlike sign, so that it drops out.
func (s *System) combined(p, q Inequality, letter int) Inequality {
	x, y := q.of(letter).Neg(), p.of(letter)
	s.meter.Spend(rat.Cost(p.Number, x) + rat.Cost(q.Number, y))
	sum := Inequality{Number: p.Number.Mul(x).Add(q.Number.Mul(y)), Relation: max(p.Relation, q.Relation)}
	sum.Coefficients = make([]rat.Rat, max(len(p.Coefficients), len(q.Coefficients)))
	for i := range sum.Coefficients {
		s.meter.Spend(rat.Cost(p.of(i), x))
		s.meter.Spend(rat.Cost(q.of(i), y))
		sum.Coefficients[i] = p.of(i).Mul(x).Add(q.of(i).Mul(y))
	}
	return sum
}
