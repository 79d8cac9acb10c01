package eval

import "math/big"

// A BigEnclosure is what is known of an expression at a point: if it has a value there, that lies between Lo and Hi.
// If Status is Defined it has one; if Undefined it has none, and Lo and Hi say nothing. Where nothing is known of the
// value they are infinite; where it is known exactly and fits, they are equal.
type BigEnclosure struct {
	Lo, Hi *big.Float
	Status Status
	Fault  Fault
}

// Precisions that EncloseBig computes with, in bits; what is asked for is moved between them.
const (
	leastBits = 32
	mostBits  = 8192
	guardBits = 32
)

// EncloseBig encloses the value at the rational point at, coordinates in the order of the variables, computing with
// so many bits. Rational arithmetic is exact. What is too large, such as 10^9^9^9, is not computed.
func (p *Program) EncloseBig(at []*big.Rat, bits uint) BigEnclosure {
	bits = min(max(bits, leastBits), mostBits)
	m := machine{p: precision(bits + guardBits)}
	v := m.run(p, at)
	if m.stopped {
		return BigEnclosure{new(big.Float).SetInf(true), new(big.Float).SetInf(false), m.status, m.fault}
	}
	in := m.bounds(v)
	out := precision(bits)
	return BigEnclosure{out.down().Set(in.lo), out.up().Set(in.hi), m.status, m.fault}
}

// run executes the program until it ends or the machine is stopped.
func (m *machine) run(p *Program, at []*big.Rat) (v real) {
	regs := make([]real, len(p.code))
	for k, i := range p.code {
		switch i.op {
		case opVar:
			v = exactly(at[i.a])
		case opConst:
			v = exactly(p.consts[i.a].exact)
		case opPi:
			v = timesPi(unitRat)
		case opE:
			v = real{in: eValue.bounds(m.p)}
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
			v = m.call(i.fn, regs[i.a])
		case opCall2:
			v = m.call2(i.fn, regs[i.a], regs[i.b])
		}
		if m.stopped {
			return real{}
		}
		regs[k] = v
	}
	return v
}
