package eval

import (
	"math"
	"math/big"
)

// int64Bits is the size of the numbers whose roots are guessed.
const int64Bits = 64

// exactRoots is the largest n for which exact n-th roots are looked for.
const exactRoots = 64

// power raises x to y.
func (m *machine) power(x, y value) value {
	switch {
	case y.rat != nil && y.rat.IsInt():
		return m.toWhole(x, y.rat.Num())
	case x.is(1):
		return x
	}
	s, known := m.sign(x)
	switch {
	case known && s == 0:
		return m.powerOf0(y)
	case known && s < 0:
		if y.rat != nil || y.pi != nil || !holdsWhole(y.in) {
			return m.fail(PowerUndefined)
		}
		return m.stop(PowerUndefined)
	case !known:
		return m.powerNear0(x, y)
	}
	if x.rat != nil && y.rat != nil {
		if root := m.rootOf(x.rat, y.rat.Denom()); root != nil {
			return m.toWhole(exactly(root), y.rat.Num())
		}
	}
	return m.positivePower(m.bounds(x), m.bounds(y))
}

func (m *machine) powerOf0(y value) value {
	switch s, known := m.sign(y); {
	case !known:
		return m.stop(PowerUndefined)
	case s > 0:
		return exactInt(0)
	case s < 0:
		return m.fail(DivisionByZero)
	}
	return m.fail(PowerUndefined)
}

// powerNear0 raises a number that may be 0.
func (m *machine) powerNear0(x, y value) value {
	if s, known := m.sign(y); !known || s < 0 || x.in.hi.Sign() == 0 {
		return m.stop(PowerUndefined)
	}
	if x.in.lo.Sign() < 0 {
		m.perhaps(PowerUndefined)
	}
	top := m.positivePower(bounds{x.in.hi, x.in.hi}, m.bounds(y))
	if m.stopped {
		return nothing
	}
	return value{in: bounds{new(big.Float), top.in.hi}}
}

// positivePower returns e^(y ln x) for x > 0.
func (m *machine) positivePower(x, y bounds) value {
	if x.lo.Sign() <= 0 {
		return m.stop(PowerUndefined)
	}
	f := m.p + 64
	z := f.mul(y, f.ln(x))
	if v, ok := m.p.exp(z); ok {
		return m.between(v)
	}
	return m.stop(TooLarge)
}

// holdsWhole reports whether a whole number lies between the bounds.
func holdsWhole(x bounds) bool {
	if x.size() > 2048 || x.lo.IsInt() {
		return true
	}
	lo, _ := x.lo.Int(nil)
	hi, _ := x.hi.Int(nil)
	return lo.Cmp(hi) != 0 || x.lo.Sign() != x.hi.Sign() || x.hi.IsInt()
}

// toWhole raises x to a whole number. The size of the result is estimated before anything is computed.
func (m *machine) toWhole(x value, n *big.Int) value {
	s, known := m.sign(x)
	switch {
	case n.Sign() == 0:
		if known && s == 0 {
			return m.fail(PowerUndefined)
		}
		if !known {
			m.perhaps(PowerUndefined)
		}
		return exactInt(1)
	case n.Sign() < 0:
		return m.over(exactInt(1), m.toWhole(x, new(big.Int).Neg(n)))
	case known && s == 0 || x.is(1):
		return x
	case x.is(-1):
		if n.Bit(0) == 0 {
			return exactInt(1)
		}
		return x
	case x.rat != nil && n.IsInt64() && n.Int64() <= exactLimit && int64(bits(x.rat))*n.Int64() <= exactLimit:
		m.payFor(bits(x.rat) * int(n.Int64()))
		return exactly(powerOf(x.rat, n.Int64()))
	}
	in := m.bounds(x)
	even := n.Bit(0) == 0
	switch {
	case even:
		in = in.abs()
	case in.hi.Sign() <= 0:
		return m.neg(m.toWhole(value{in: in.neg()}, n))
	case in.lo.Sign() < 0: // odd, around 0
		low := m.nonNegativePower(bounds{new(big.Float), new(big.Float).Neg(in.lo)}, n)
		high := m.nonNegativePower(bounds{new(big.Float), in.hi}, n)
		if m.stopped {
			return nothing
		}
		return value{in: bounds{new(big.Float).Neg(low.in.hi), high.in.hi}}
	}
	return m.nonNegativePower(in, n)
}

// nonNegativePower raises x >= 0, not 0 itself, to n > 0.
func (m *machine) nonNegativePower(x bounds, n *big.Int) value {
	if x.hi.Sign() == 0 {
		return exactInt(0)
	}
	times, _ := new(big.Float).SetInt(n).Float64()
	switch bits := log2Size(x.hi) * times; {
	case bits > farthest:
		return m.stop(TooLarge)
	case bits < nearest-1000: // more than the estimate can be wrong
		return m.between(bounds{new(big.Float), new(big.Float).SetMantExp(big.NewFloat(1), nearest)})
	}
	const (
		most   = 60   // bits of exponents that squaring is used for
		beyond = 1000 // bits of exponents that nothing is used for
	)
	if n.BitLen() > most {
		if x.lo.Sign() == 0 || n.BitLen() > beyond {
			return m.stop(TooLarge)
		}
		f := m.p + precision(n.BitLen())
		y := f.rational(new(big.Rat).SetInt(n))
		if v, ok := m.p.exp(f.mul(y, f.ln(x))); ok {
			return m.between(v)
		}
		return m.stop(TooLarge)
	}
	f := m.p + precision(n.BitLen()) + 8
	lo := new(big.Float)
	if x.lo.Sign() > 0 && log2Size(x.lo)*times > nearest {
		lo = squaring(f.down, x.lo, n)
	}
	return m.between(bounds{lo, squaring(f.up, x.hi, n)})
}

func squaring(rounded func() *big.Float, x *big.Float, n *big.Int) *big.Float {
	y := rounded().Set(x)
	for i := n.BitLen() - 2; i >= 0; i-- {
		y = rounded().Mul(y, y)
		if n.Bit(i) == 1 {
			y = rounded().Mul(y, x)
		}
	}
	return y
}

// rootOf returns the n-th root of x > 0 if it is rational, n small and x not too large, else nil.
func (m *machine) rootOf(x *big.Rat, n *big.Int) *big.Rat {
	size := bits(x)
	if n.BitLen() > 7 || n.Int64() > exactRoots || size > exactLimit {
		return nil
	}
	m.payFor(size)
	if k := n.Int64(); k > 2 && size > 2*int64Bits {
		m.meter.Spend(size * size / (40 * int(k))) // bisection: a power for each bit of the root
	}
	num := wholeRoot(x.Num(), n)
	if num == nil {
		return nil
	}
	den := wholeRoot(x.Denom(), n)
	if den == nil {
		return nil
	}
	return new(big.Rat).SetFrac(num, den)
}

// wholeRoot returns the n-th root of x > 0 if it is a whole number, else nil.
func wholeRoot(x, n *big.Int) *big.Int {
	if n.Int64() == 2 {
		root := new(big.Int).Sqrt(x)
		if new(big.Int).Mul(root, root).Cmp(x) != 0 {
			return nil
		}
		return root
	}
	k := n.Int64()
	lo, hi := big.NewInt(1), new(big.Int).Lsh(big.NewInt(1), uint(int64(x.BitLen())/k)+1)
	if x.IsInt64() { // a guess serves for the small ones
		guess := big.NewInt(int64(math.Round(math.Pow(float64(x.Int64()), 1/float64(k)))))
		if new(big.Int).Exp(guess, n, nil).Cmp(x) == 0 {
			return guess
		}
		return nil
	}
	for lo.Cmp(hi) <= 0 {
		middle := new(big.Int).Add(lo, hi)
		middle.Rsh(middle, 1)
		switch new(big.Int).Exp(middle, n, nil).Cmp(x) {
		case 0:
			return middle
		case -1:
			lo = middle.Add(middle, big.NewInt(1))
		default:
			hi = middle.Sub(middle, big.NewInt(1))
		}
	}
	return nil
}
