package eval

import "math/big"

// A value is a number that is known exactly, as a rational or as a rational multiple of π, or else between bounds.
type value struct {
	rat *big.Rat // the number, if not nil
	pi  *big.Rat // the number divided by π, if not nil; not 0
	in  bounds   // filled in by machine.bounds where it is known exactly
}

// exactLimit bounds the bits of exact numbers; larger ones are rounded.
const exactLimit = 1 << 13

func exactly(r *big.Rat) value { return value{rat: r} }

func exactInt(n int64) value { return value{rat: big.NewRat(n, 1)} }

// timesPi returns the value r π.
func timesPi(r *big.Rat) value {
	if r.Sign() == 0 {
		return value{rat: r}
	}
	return value{pi: r}
}

func (x value) isExact() bool { return x.rat != nil || x.pi != nil }

// is reports whether x is known to be the whole number n.
func (x value) is(n int64) bool {
	return x.rat != nil && x.rat.IsInt() && x.rat.Num().IsInt64() && x.rat.Num().Int64() == n
}

// bounds returns the bounds of x, which it computes if x is known exactly. Those of a rational are the narrower the
// more digits it has, since what sets it apart from some simpler number stands in the last of them.
func (m *machine) bounds(x value) bounds {
	switch {
	case x.rat != nil:
		m.payFor(bits(x.rat))
		return (m.p + precision(min(bits(x.rat), exactLimit))).rational(x.rat)
	case x.pi != nil:
		return m.p.mul(m.p.rational(x.pi), piValue.bounds(m.p))
	}
	return x.in
}

// between returns what lies between the bounds. Numbers out of reach stop the machine; those next to 0 lose their digits.
func (m *machine) between(x bounds) value {
	if m.stopped {
		return nothing
	}
	if x.size() > farthest {
		return m.stop(TooLarge)
	}
	return value{in: bounds{clampDown(x.lo), clampUp(x.hi)}}
}

func clampDown(x *big.Float) *big.Float {
	switch {
	case x.Sign() == 0 || size(x) >= nearest:
		return x
	case x.Sign() > 0:
		return new(big.Float)
	}
	return new(big.Float).SetMantExp(big.NewFloat(-1), nearest)
}

func clampUp(x *big.Float) *big.Float {
	if x.Sign() == 0 || size(x) >= nearest {
		return x
	}
	return new(big.Float).Neg(clampDown(new(big.Float).Neg(x)))
}

// sign returns the sign of x, if it is known.
func (m *machine) sign(x value) (s int, known bool) {
	switch {
	case x.rat != nil:
		return x.rat.Sign(), true
	case x.pi != nil:
		return x.pi.Sign(), true
	case x.in.lo.Sign() > 0:
		return 1, true
	case x.in.hi.Sign() < 0:
		return -1, true
	}
	return 0, x.in.lo.Sign() == 0 && x.in.hi.Sign() == 0
}

func (m *machine) neg(x value) value {
	switch {
	case x.rat != nil:
		return exactly(new(big.Rat).Neg(x.rat))
	case x.pi != nil:
		return timesPi(new(big.Rat).Neg(x.pi))
	}
	return value{in: x.in.neg()}
}

func (m *machine) plus(x, y value) value {
	switch {
	case x.rat != nil && y.rat != nil && m.fits(x.rat, y.rat):
		return exactly(new(big.Rat).Add(x.rat, y.rat))
	case x.pi != nil && y.pi != nil && m.fits(x.pi, y.pi):
		return timesPi(new(big.Rat).Add(x.pi, y.pi))
	case x.is(0):
		return y
	case y.is(0):
		return x
	}
	return m.between(m.p.add(m.bounds(x), m.bounds(y)))
}

func (m *machine) times(x, y value) value {
	if x.isExact() && !y.isExact() || x.pi != nil && y.rat != nil {
		x, y = y, x // an exact factor comes second, a multiple of π after a rational
	}
	switch {
	case y.is(0):
		return y
	case y.is(1):
		return x
	case x.is(0):
		return x
	case x.rat != nil && y.rat != nil && m.fits(x.rat, y.rat):
		return exactly(new(big.Rat).Mul(x.rat, y.rat))
	case x.rat != nil && y.pi != nil && m.fits(x.rat, y.pi):
		return timesPi(new(big.Rat).Mul(x.rat, y.pi))
	}
	return m.between(m.p.mul(m.bounds(x), m.bounds(y)))
}

func (m *machine) over(x, y value) value {
	s, known := m.sign(y)
	switch {
	case known && s == 0:
		return m.fail(DivisionByZero)
	case !known:
		return m.stop(DivisionByZero)
	case y.is(1):
		return x
	case x.is(0):
		return x
	case x.rat != nil && y.rat != nil && m.fits(x.rat, y.rat):
		return exactly(new(big.Rat).Quo(x.rat, y.rat))
	case x.pi != nil && y.pi != nil && m.fits(x.pi, y.pi):
		return exactly(new(big.Rat).Quo(x.pi, y.pi))
	case x.pi != nil && y.rat != nil && m.fits(x.pi, y.rat):
		return timesPi(new(big.Rat).Quo(x.pi, y.rat))
	}
	below := m.bounds(y)
	if below.has0() { // next to 0
		return m.stop(DivisionByZero)
	}
	return m.between(m.p.div(m.bounds(x), below))
}
