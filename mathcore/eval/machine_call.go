package eval

import (
	"math"
	"math/big"
)

// orLarge turns a result that may be too large into a value.
func (m *machine) orLarge(x bounds, ok bool) value {
	if !ok {
		return m.stop(TooLarge)
	}
	return m.between(x)
}

func (m *machine) exp(x value) value {
	if x.is(0) {
		return exactInt(1)
	}
	return m.orLarge(m.p.exp(m.bounds(x)))
}

// positive reports whether x is surely positive; if not the machine has stopped.
func (m *machine) positive(x value, f Fault) bool {
	switch s, known := m.sign(x); {
	case !known:
		if x.in.hi.Sign() <= 0 {
			m.fail(f)
		} else {
			m.stop(f)
		}
	case s <= 0:
		m.fail(f)
	}
	return !m.stopped
}

func (m *machine) ln(x value) value {
	switch {
	case !m.positive(x, LogOfNonPositive):
		return nothing
	case x.is(1):
		return exactInt(0)
	}
	return m.between(m.p.ln(m.bounds(x)))
}

// log returns the logarithm of x to the base b, exactly if it is a simple fraction.
func (m *machine) log(b, x value) value {
	if !m.positive(b, LogOfNonPositive) || !m.positive(x, LogOfNonPositive) {
		return nothing
	}
	if b.is(1) {
		return m.fail(DivisionByZero)
	}
	if b.rat != nil && x.rat != nil {
		if y := m.exactLog(b.rat, x.rat); y != nil {
			return exactly(y)
		}
	}
	return m.over(m.ln(x), m.ln(b))
}

// exactLog returns the logarithm of x to the base b if it is a fraction with a denominator of at most 6, else nil.
func (m *machine) exactLog(b, x *big.Rat) *big.Rat {
	const simplest = 6
	sizeOf := func(r *big.Rat) float64 {
		return log2Size(new(big.Float).SetInt(r.Num())) - log2Size(new(big.Float).SetInt(r.Denom()))
	}
	ratio := sizeOf(x) / sizeOf(b)
	for q := int64(1); q <= simplest; q++ {
		p := math.Round(ratio * float64(q))
		if math.Abs(ratio*float64(q)-p) > 1e-9 || math.Abs(p)*float64(bits(b)) > exactLimit || int(q)*bits(x) > exactLimit {
			continue
		}
		m.payFor(2 * exactLimit)
		if powerOf(b, int64(p)).Cmp(powerOf(x, q)) == 0 {
			return big.NewRat(int64(p), q)
		}
	}
	return nil
}

func (m *machine) sqrt(x value) value {
	s, known := m.sign(x)
	switch {
	case known && s < 0:
		return m.fail(RootOfNegative)
	case known && s == 0:
		return exactInt(0)
	case x.rat != nil:
		if root := m.rootOf(x.rat, big.NewInt(2)); root != nil {
			return exactly(root)
		}
	case !known && x.in.lo.Sign() < 0:
		m.perhaps(RootOfNegative)
		x.in.lo = new(big.Float)
		x.in.hi = greater(x.in.hi, x.in.lo)
	}
	return m.between(m.p.sqrt(m.bounds(x)))
}

func (m *machine) cbrt(x value) value {
	if x.rat != nil {
		three := big.NewInt(3)
		switch x.rat.Sign() {
		case 0:
			return x
		case 1:
			if root := m.rootOf(x.rat, three); root != nil {
				return exactly(root)
			}
		case -1:
			return m.neg(m.cbrt(m.neg(x)))
		}
	}
	return m.between(m.p.cbrt(m.bounds(x)))
}

func (m *machine) abs(x value) value {
	s, known := m.sign(x)
	switch {
	case !known:
		return m.between(x.in.abs())
	case s < 0:
		return m.neg(x)
	}
	return x
}

func (m *machine) signum(x value) value {
	s, known := m.sign(x)
	switch {
	case known:
		return exactInt(int64(s))
	case x.in.lo.Sign() == 0:
		return value{in: bounds{new(big.Float), unit.hi}}
	case x.in.hi.Sign() == 0:
		return value{in: bounds{big.NewFloat(-1), new(big.Float)}}
	}
	return value{in: bounds{big.NewFloat(-1), big.NewFloat(1)}}
}

func (m *machine) logit(x value) value {
	other := m.plus(exactInt(1), m.neg(x))
	if !m.positive(x, OutOfDomain) || !m.positive(other, OutOfDomain) {
		return nothing
	}
	return m.ln(m.over(x, other))
}

func (m *machine) sigmoid(x value) value {
	if x.is(0) {
		return exactly(big.NewRat(1, 2))
	}
	return m.between(m.p.sigmoid(m.bounds(x)))
}

func (m *machine) softplus(x value) value { return m.between(m.p.softplus(m.bounds(x))) }

// least returns the smaller of x and y.
func (m *machine) least(x, y value) value { return m.neg(m.greatest(m.neg(x), m.neg(y))) }

// greatest returns the larger of x and y, exactly if it is clear which that is.
func (m *machine) greatest(x, y value) value {
	switch {
	case x.rat != nil && y.rat != nil && x.rat.Cmp(y.rat) >= 0, x.pi != nil && y.pi != nil && x.pi.Cmp(y.pi) >= 0:
		return x
	case x.rat != nil && y.rat != nil, x.pi != nil && y.pi != nil:
		return y
	}
	a, b := m.bounds(x), m.bounds(y)
	switch {
	case a.lo.Cmp(b.hi) >= 0:
		return x
	case b.lo.Cmp(a.hi) >= 0:
		return y
	}
	return m.between(bounds{greater(a.lo, b.lo), greater(a.hi, b.hi)})
}

// kronecker returns 1 if x = y, else 0.
func (m *machine) kronecker(x, y value) value {
	var equal bool
	switch {
	case x.rat != nil && y.rat != nil:
		equal = x.rat.Cmp(y.rat) == 0
	case x.pi != nil && y.pi != nil:
		equal = x.pi.Cmp(y.pi) == 0
	default:
		a, b := m.bounds(x), m.bounds(y)
		if a.lo.Cmp(b.hi) <= 0 && b.lo.Cmp(a.hi) <= 0 {
			return value{in: bounds{new(big.Float), unit.hi}}
		}
	}
	if equal {
		return exactInt(1)
	}
	return exactInt(0)
}

// Limits of factorials: up to the first they are exact, beyond the second they are too large.
const (
	exactFactorial = 500
	lastFactorial  = 10_000
)

func (m *machine) factorial(x value) value {
	if x.rat == nil {
		in := m.bounds(x)
		if in.hi.Sign() < 0 || !holdsWhole(in) {
			return m.fail(NotWhole)
		}
		if in.lo.Cmp(big.NewFloat(lastFactorial)) > 0 {
			return m.stop(TooLarge)
		}
		return m.stop(NotWhole)
	}
	if !x.rat.IsInt() || x.rat.Sign() < 0 {
		return m.fail(NotWhole)
	}
	n := x.rat.Num()
	if !n.IsInt64() || n.Int64() > lastFactorial {
		return m.stop(TooLarge)
	}
	m.payFor(8 * int(n.Int64()))
	product := new(big.Int).MulRange(1, n.Int64())
	if n.Int64() <= exactFactorial {
		return exactly(new(big.Rat).SetInt(product))
	}
	return m.between(m.p.fromFixed(product, 0, 0))
}
