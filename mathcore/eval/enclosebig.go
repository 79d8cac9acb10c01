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
// so many bits. Rational arithmetic is exact. What is too large, such as 10^9^9^9 or
// a sum of ten thousand logarithms to 2048 bits, is not computed.
func (p *Program) EncloseBig(at []*big.Rat, bits uint) BigEnclosure {
	bits = min(max(bits, leastBits), mostBits)
	m := machine{p: precision(bits + guardBits), meter: p.meter}
	v := m.run(p, at)
	if m.stopped {
		return BigEnclosure{new(big.Float).SetInf(true), new(big.Float).SetInf(false), m.status, m.fault}
	}
	in := m.bounds(v)
	out := precision(bits)
	return BigEnclosure{out.down().Set(in.lo), out.up().Set(in.hi), m.status, m.fault}
}
