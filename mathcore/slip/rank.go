package slip

import (
	"cmp"
	"slices"
)

// A rank says which of several candidates is told: the least, compared member by member.
type rank struct {
	later  int // how much speaks against the place: it stands behind operators, or all places are changed at once
	group  int // ofRule or elsewhere
	order  int // of the mistake in the list of preference
	source int // which of the forms the slip was made in: the line above comes before forms of the result
}

// Slips of the rules of differentiation come first where something is differentiated.
const (
	ofRule = iota
	elsewhere
)

// rank orders what a mistake makes, in a use of a rule of differentiation or without.
func (m mistake) rank(derived bool, source, later int) rank {
	if derived && m.isOfDerivative() {
		return rank{later, ofRule, m.order, source}
	}
	return rank{later, elsewhere, m.order, source}
}

func (r rank) compare(s rank) int {
	return cmp.Or(cmp.Compare(r.later, s.later), cmp.Compare(r.group, s.group), cmp.Compare(r.order, s.order),
		cmp.Compare(r.source, s.source))
}

// step is what one place in the list of preference costs in a pair; the sources cost less.
const step = 10

// cost makes ranks of single slips into numbers that can be added for a pair.
func (r rank) cost() int {
	places := r.order
	if r.group == elsewhere {
		places += ofDerivatives
	}
	return places*step + min(r.source, step-1)
}

// ofDerivatives is how many mistakes are those of rules of differentiation, which are counted twice: made there and elsewhere.
var ofDerivatives = count(mistakes, mistake.isOfDerivative)

func count(list []mistake, is func(mistake) bool) int {
	total := 0
	for _, m := range list {
		if is(m) {
			total++
		}
	}
	return total
}

// costOfFirst is what the first of two slips adds to the cost of a pair.
func (c candidate) costOfFirst() int {
	switch {
	case c.slips[0] == sign.id:
		return costOfSign
	case slices.Contains(vague, c.slips[0]):
		return c.rank.cost() + costOfVagueness
	}
	return c.rank.cost()
}

// costOfSecond is what the second adds, made in a use of a rule of differentiation or without.
func (m mistake) costOfSecond(derived bool) int {
	switch {
	case m.id == sign.id:
		return costOfSign
	case slices.Contains(vague, m.id):
		return m.rank(false, 0, 0).cost() + costOfVagueness
	}
	return m.rank(derived, 0, 0).cost()
}

var (
	// A sign is lost along with something else so easily that it comes right after the minus that is not distributed.
	costOfSign = familiar(minusNotDistributed.id).rank(false, 0, 0).cost() + step + step/2
	// Vague slips come after all others.
	costOfVagueness = len(mistakes) * step
)
