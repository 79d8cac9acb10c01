package algebra

import (
	"slices"

	"chainrule/mathcore/budget"
)

// systemLimit bounds how many inequalities a system may grow to.
const systemLimit = 120

// A system is a set of linear inequalities with rational coefficients between monomials, which count as independent
// letters. If it has no solution, the monomials have none.
type system struct {
	meter   *budget.Meter
	letters []monomial
	rows    []inequality
}

// An inequality says that the sum of coefficients times letters plus the number is not negative, or that it is positive.
// Missing coefficients are zero.
type inequality struct {
	coefficients []rat
	number       rat
	strict       bool
}

// require adds that sign·p is not negative, or positive.
func (s *system) require(p poly, sign int, strict bool) {
	if len(p) == 0 || sign == 0 {
		return
	}
	row := inequality{number: ratInt(0), strict: strict}
	for _, t := range p {
		c := t.c.mul(ratInt(int64(sign)))
		if len(t.m) == 0 {
			row.number = c
			continue
		}
		i := s.letter(t.m)
		for len(row.coefficients) <= i {
			row.coefficients = append(row.coefficients, ratInt(0))
		}
		row.coefficients[i] = c
	}
	s.rows = append(s.rows, row)
}

func (s *system) letter(m monomial) int {
	s.meter.Spend(1 + len(s.letters)/8)
	i := slices.IndexFunc(s.letters, func(n monomial) bool { return compareMonomials(m, n) == 0 })
	if i < 0 {
		i = len(s.letters)
		s.letters = append(s.letters, m)
	}
	return i
}

// solvable reports whether the system may have a solution, by elimination [Fourier, Motzkin]. A system that grows too
// large may have one.
func (s *system) solvable() bool {
	rows := s.rows
	for {
		if slices.ContainsFunc(rows, inequality.broken) {
			return false
		}
		i, growth := cheapest(rows)
		if i < 0 || len(rows)+growth > systemLimit {
			return true
		}
		rows = s.eliminated(rows, i)
	}
}

// broken reports whether the inequality is between numbers and false.
func (r inequality) broken() bool {
	if slices.ContainsFunc(r.coefficients, func(c rat) bool { return !c.isZero() }) {
		return false
	}
	return r.number.sign() < 0 || r.strict && r.number.isZero()
}

func (r inequality) of(i int) rat {
	if i < len(r.coefficients) {
		return r.coefficients[i]
	}
	return ratInt(0)
}

// cheapest returns the letter whose elimination leaves the fewest inequalities, and how many it adds; -1 if no letter is
// left.
func cheapest(rows []inequality) (best, growth int) {
	var above, below []int
	for _, r := range rows {
		for i, c := range r.coefficients {
			for len(above) <= i {
				above, below = append(above, 0), append(below, 0)
			}
			switch c.sign() {
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

// eliminated returns what the inequalities say of the other letters than i.
func (s *system) eliminated(rows []inequality, i int) []inequality {
	var rest, above, below []inequality
	for _, r := range rows {
		switch r.of(i).sign() {
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
			rest = append(rest, s.combined(p, q, i))
		}
	}
	return rest
}

// combined adds multiples of p and q, in which letter i has coefficients of unlike sign, so that it drops out.
func (s *system) combined(p, q inequality, i int) inequality {
	x, y := q.of(i).neg(), p.of(i)
	s.meter.Spend(unitsOf(p.number, x) + unitsOf(q.number, y))
	sum := inequality{number: p.number.mul(x).add(q.number.mul(y)), strict: p.strict || q.strict}
	for j := range max(len(p.coefficients), len(q.coefficients)) {
		s.meter.Spend(unitsOf(p.of(j), x))
		s.meter.Spend(unitsOf(q.of(j), y))
		sum.coefficients = append(sum.coefficients, p.of(j).mul(x).add(q.of(j).mul(y)))
	}
	return sum
}
