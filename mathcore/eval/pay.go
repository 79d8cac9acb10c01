package eval

import "math/big"

// What blocks of work cost, in units of budget.Meter. They are paid for before they are done.

// units returns what run costs at a number of bits, rationals aside: the time of a function grows with the square of its
// bits in the end.
func (p *Program) units(bits int) int {
	total := 0
	for _, i := range p.code {
		switch i.op {
		case opPow, opCall:
			total += bits + bits*bits/1024
		case opWhole:
			total += 8 + bits/4
		case opVar, opConst, opPi, opE, opNeg, opAdd, opSub, opMul, opDiv, opCall2, opWhere:
			total += 2 + bits/16
		}
	}
	return total
}

// payFor spends the work on rationals of size bits in all.
func (m *machine) payFor(bits int) { m.meter.Spend(unitsOf(bits)) }

// unitsOf is what it costs to multiply or add two rationals of size bits in all: a divisor is looked for, which takes
// the square of their bits.
func unitsOf(bits int) int { return 4 + bits/16 + (bits/512)*(bits/512) }

// folds reports whether two constants are there and short enough to be computed with, and pays for that.
func (c *compiler) folds(x, y *big.Rat) bool {
	if x == nil || y == nil {
		return false
	}
	size := bits(x) + bits(y)
	if size >= foldLimit {
		return false
	}
	c.meter.Spend(unitsOf(size))
	return true
}

// fits reports whether x and y may be computed with exactly, and pays for it.
func (m *machine) fits(x, y *big.Rat) bool {
	size := bits(x) + bits(y)
	if size > exactLimit {
		return false
	}
	m.payFor(size)
	return true
}
