package eval

import (
	"math/big"

	"chainrule/mathcore/budget"
)

// A machine evaluates a program at a point. Once there is nothing left to gain, since a value may lack or is out of
// reach, it is stopped.
type machine struct {
	report
	p       precision
	stopped bool
	meter   *budget.Meter
}

// nothing is what a stopped machine returns. It stands for no number, and nobody looks at it.
var nothing = value{in: unit}

// stop gives up: nothing more can be said of the value.
func (m *machine) stop(f Fault) value {
	m.perhaps(f)
	m.stopped = true
	return nothing
}

// fail notes that there is surely no value.
func (m *machine) fail(f Fault) value {
	if !m.stopped {
		m.undefined(f)
		m.stopped = true
	}
	return nothing
}

// workLimit bounds what run takes on, so that it ends within a second or so: functions cost their bits, of which a
// thousand take some 0.1 ms, and arithmetic a fraction of that.
const workLimit = 1 << 20

// Cost estimates the work of EncloseBig at a number of bits: a unit is some 0.1 µs.
func (p *Program) Cost(bits uint) int {
	const cheaper = 16
	total, unit := 0, int(bits)
	for _, d := range p.choices {
		total += max(d.then.Cost(bits), d.otherwise.Cost(bits))
	}
	for _, i := range p.code {
		switch i.op {
		case opPow, opCall:
			total += unit
		case opVar, opConst, opPi, opE, opNeg, opAdd, opSub, opMul, opDiv, opWhole, opCall2, opWhere:
			total += unit / cheaper
		}
	}
	return total
}

// run executes the program until it ends or the machine is stopped.
func (m *machine) run(p *Program, at []*big.Rat) (v value) {
	if p.Cost(uint(m.p)) > workLimit {
		return m.stop(TooLarge)
	}
	m.meter.Spend(p.units(int(m.p)))
	regs := make([]value, len(p.code))
	for k, i := range p.code {
		switch i.op {
		case opVar:
			v = exactly(at[i.a])
		case opConst:
			v = exactly(p.consts[i.a].exact)
		case opPi:
			v = timesPi(unitRat)
		case opE:
			v = value{in: eValue.bounds(m.p)}
		case opNeg:
			v = m.neg(regs[i.a])
		case opAdd:
			v = m.plus(regs[i.a], regs[i.b])
		case opSub:
			if v = exactInt(0); i.a != i.b {
				v = m.plus(regs[i.a], m.neg(regs[i.b]))
			}
		case opMul:
			v = m.times(regs[i.a], regs[i.b])
		case opDiv:
			if v = m.over(regs[i.a], regs[i.b]); i.a == i.b {
				v = exactInt(1)
			}
		case opPow:
			v = m.power(regs[i.a], regs[i.b])
		case opWhole:
			v = m.toWhole(regs[i.a], big.NewInt(int64(i.b)))
		case opCall:
			v = meanings[i.fn].sharp(m, regs[i.a])
		case opCall2:
			v = joinings[i.fn].sharp(m, regs[i.a], regs[i.b])
		case opWhere:
			v = m.choose(p.choices[i.b], regs[i.a], at)
		}
		if m.stopped {
			return nothing
		}
		regs[k] = v
	}
	return v
}
