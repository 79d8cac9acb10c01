package eval

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// circular applies a circular function. Sine and cosine of multiples of π/6 and π/2 are exact where they are rational.
func (m *machine) circular(f expr.Func, x real) real {
	switch f {
	case expr.Sin:
		return m.sin(x)
	case expr.Cos:
		return m.cos(x)
	case expr.Sec:
		return m.overWave(exactInt(1), m.cos(x))
	case expr.Csc:
		return m.overWave(exactInt(1), m.sin(x))
	}
	if y := exactTan(x.pi); y != nil {
		return exactly(y) // at odd multiples of π/4 tangent and cotangent are the same
	}
	if f == expr.Tan {
		return m.overWave(m.sin(x), m.cos(x))
	}
	return m.overWave(m.cos(x), m.sin(x))
}

// overWave divides by a sine or cosine.
func (m *machine) overWave(x, y real) real {
	switch s, known := m.sign(y); {
	case known && s == 0:
		return m.fail(OutOfDomain)
	case !known:
		return m.stop(OutOfDomain)
	}
	return m.over(x, y)
}

func (m *machine) sin(x real) real {
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

func (m *machine) cos(x real) real {
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

// arcs are the arguments at which inverse circular functions are rational multiples of π.
var arcs = []struct {
	f     expr.Func
	x, by *big.Rat
}{
	{expr.Asin, big.NewRat(1, 1), big.NewRat(1, 2)},
	{expr.Asin, big.NewRat(1, 2), big.NewRat(1, 6)},
	{expr.Asin, big.NewRat(0, 1), big.NewRat(0, 1)},
	{expr.Asin, big.NewRat(-1, 2), big.NewRat(-1, 6)},
	{expr.Asin, big.NewRat(-1, 1), big.NewRat(-1, 2)},
	{expr.Acos, big.NewRat(1, 1), big.NewRat(0, 1)},
	{expr.Acos, big.NewRat(1, 2), big.NewRat(1, 3)},
	{expr.Acos, big.NewRat(0, 1), big.NewRat(1, 2)},
	{expr.Acos, big.NewRat(-1, 2), big.NewRat(2, 3)},
	{expr.Acos, big.NewRat(-1, 1), big.NewRat(1, 1)},
	{expr.Atan, big.NewRat(1, 1), big.NewRat(1, 4)},
	{expr.Atan, big.NewRat(0, 1), big.NewRat(0, 1)},
	{expr.Atan, big.NewRat(-1, 1), big.NewRat(-1, 4)},
}

// arc applies an inverse circular function.
func (m *machine) arc(f expr.Func, x real) real {
	if x.rat != nil {
		for _, a := range arcs {
			if a.f == f && a.x.Cmp(x.rat) == 0 {
				return timesPi(a.by)
			}
		}
	}
	if f == expr.Atan {
		return m.between(m.p.atan(m.bounds(x)))
	}
	if !m.below1(x, OutOfDomain) {
		return real{}
	}
	if f == expr.Asin {
		return m.between(m.p.asin(m.bounds(x)))
	}
	return m.between(m.p.acos(m.bounds(x)))
}

// below1 reports whether surely |x| < 1; if not the machine has stopped.
func (m *machine) below1(x real, f Fault) bool {
	in := m.bounds(x)
	one, minus := unit.lo, big.NewFloat(-1)
	if x.rat != nil { // bounds may round to 1
		size := new(big.Rat).Abs(x.rat)
		if c := size.Cmp(big.NewRat(1, 1)); c >= 0 {
			m.fail(f)
			return false
		}
	}
	switch {
	case in.lo.Cmp(one) > 0 || in.hi.Cmp(minus) < 0:
		m.fail(f)
	case in.lo.Cmp(minus) <= 0 || in.hi.Cmp(one) >= 0:
		m.stop(f)
	}
	return !m.stopped
}

// hyperbolic applies a hyperbolic function or its inverse.
func (m *machine) hyperbolic(f expr.Func, x real) real {
	if x.is(0) {
		switch f {
		case expr.Acosh:
			return m.fail(OutOfDomain)
		case expr.Cosh:
			return exactInt(1)
		default:
			return x
		}
	}
	in := m.bounds(x)
	switch f {
	case expr.Sinh:
		return m.orLarge(m.p.sinh(in))
	case expr.Cosh:
		return m.orLarge(m.p.cosh(in))
	case expr.Tanh:
		return m.between(m.p.tanh(in))
	case expr.Asinh:
		return m.between(m.p.asinh(in))
	case expr.Acosh:
		return m.acosh(x)
	default: // expr.Atanh
		if !m.below1(x, OutOfDomain) {
			return real{}
		}
		return m.between(m.p.atanh(in))
	}
}

func (m *machine) acosh(x real) real {
	if x.is(1) {
		return exactInt(0)
	}
	in := m.bounds(x)
	if x.rat != nil && x.rat.Cmp(unitRat) < 0 || in.hi.Cmp(unit.lo) < 0 {
		return m.fail(OutOfDomain)
	}
	if in.lo.Cmp(unit.lo) < 0 {
		m.perhaps(OutOfDomain)
		in.lo = unit.lo
	}
	return m.between(m.p.acosh(in))
}

var unitRat = big.NewRat(1, 1)
