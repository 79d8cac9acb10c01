package eval

import "math/big"

// overWave divides by a sine or cosine.
func (m *machine) overWave(x, y value) value {
	switch s, known := m.sign(y); {
	case known && s == 0:
		return m.fail(OutOfDomain)
	case !known:
		return m.stop(OutOfDomain)
	}
	return m.over(x, y)
}

func (m *machine) sec(x value) value { return m.overWave(exactInt(1), m.cos(x)) }
func (m *machine) csc(x value) value { return m.overWave(exactInt(1), m.sin(x)) }

func (m *machine) tan(x value) value {
	if y := exactTan(x.pi); y != nil {
		return exactly(y)
	}
	return m.overWave(m.sin(x), m.cos(x))
}

func (m *machine) cot(x value) value {
	if y := exactTan(x.pi); y != nil {
		return exactly(y) // at odd multiples of π/4 it is the tangent
	}
	return m.overWave(m.cos(x), m.sin(x))
}

// Sine and cosine of multiples of π/6 and π/2 are exact where they are rational.

func (m *machine) sin(x value) value {
	switch {
	case x.is(0):
		return x
	case x.pi != nil:
		if y := exactSin(x.pi); y != nil {
			return exactly(y)
		}
	}
	return m.between(m.p.sin(m.bounds(x)))
}

func (m *machine) cos(x value) value {
	switch {
	case x.is(0):
		return exactInt(1)
	case x.pi != nil:
		if y := exactSin(new(big.Rat).Add(x.pi, big.NewRat(1, 2))); y != nil {
			return exactly(y)
		}
	}
	return m.between(m.p.cos(m.bounds(x)))
}

// exactSin returns the sine of r π if it is rational: 0, ±1/2 and ±1 at some multiples of π/6, else nil.
func exactSin(r *big.Rat) *big.Rat {
	step := stepOf(r, 6)
	if step < 0 {
		return nil
	}
	halves := [12]int64{0, 1, -3, 2, -3, 1, 0, -1, -3, -2, -3, -1}[step]
	if halves == -3 { // √3/2
		return nil
	}
	return big.NewRat(halves, 2)
}

// exactTan returns the tangent of r π at the odd multiples of π/4, else nil.
func exactTan(r *big.Rat) *big.Rat {
	if r == nil {
		return nil
	}
	switch stepOf(r, 4) {
	case 1, 5:
		return big.NewRat(1, 1)
	case 3, 7:
		return big.NewRat(-1, 1)
	}
	return nil
}

// stepOf returns which multiple of 1/n r is, counted within a full turn of 2; -1 if it is none.
func stepOf(r *big.Rat, n int64) int64 {
	k := new(big.Rat).Mul(r, big.NewRat(n, 1))
	if !k.IsInt() {
		return -1
	}
	return new(big.Int).Mod(k.Num(), big.NewInt(2*n)).Int64()
}

// arcs holds arguments at which an inverse circular function is a rational multiple of π.
type arcs []struct{ x, by *big.Rat }

var (
	asins = arcs{
		{big.NewRat(-1, 1), big.NewRat(-1, 2)},
		{big.NewRat(-1, 2), big.NewRat(-1, 6)},
		{big.NewRat(0, 1), big.NewRat(0, 1)},
		{big.NewRat(1, 2), big.NewRat(1, 6)},
		{big.NewRat(1, 1), big.NewRat(1, 2)},
	}
	acoses = arcs{
		{big.NewRat(-1, 1), big.NewRat(1, 1)},
		{big.NewRat(-1, 2), big.NewRat(2, 3)},
		{big.NewRat(0, 1), big.NewRat(1, 2)},
		{big.NewRat(1, 2), big.NewRat(1, 3)},
		{big.NewRat(1, 1), big.NewRat(0, 1)},
	}
	atans = arcs{
		{big.NewRat(-1, 1), big.NewRat(-1, 4)},
		{big.NewRat(0, 1), big.NewRat(0, 1)},
		{big.NewRat(1, 1), big.NewRat(1, 4)},
	}
)

func (a arcs) find(x value) (value, bool) {
	if x.rat != nil {
		for _, arc := range a {
			if arc.x.Cmp(x.rat) == 0 {
				return timesPi(arc.by), true
			}
		}
	}
	return nothing, false
}

func (m *machine) asin(x value) value {
	if y, ok := asins.find(x); ok {
		return y
	}
	if !m.below1(x) {
		return nothing
	}
	return m.between(m.p.asin(m.bounds(x)))
}

func (m *machine) acos(x value) value {
	if y, ok := acoses.find(x); ok {
		return y
	}
	if !m.below1(x) {
		return nothing
	}
	return m.between(m.p.acos(m.bounds(x)))
}

func (m *machine) atan(x value) value {
	if y, ok := atans.find(x); ok {
		return y
	}
	return m.between(m.p.atan(m.bounds(x)))
}

// below1 reports whether surely |x| < 1; if not the machine has stopped.
func (m *machine) below1(x value) bool {
	in := m.bounds(x).abs()
	switch {
	case x.rat != nil && new(big.Rat).Abs(x.rat).Cmp(unitRat) >= 0, in.lo.Cmp(unit.lo) > 0:
		m.fail(OutOfDomain)
	case in.hi.Cmp(unit.hi) >= 0:
		m.stop(OutOfDomain)
	}
	return !m.stopped
}

var unitRat = big.NewRat(1, 1)
