package algebra

import (
	"math/big"
	"math/bits"
)

// Polynomial identities too long to multiply out are tested by their values at random points of the field of integers
// modulo 2^61-1 [Schwartz, Zippel]: a polynomial of degree d that is not zero vanishes at such a point with a
// probability of at most d/2^61. Kernels are the variables; relations between them are not used, which can only miss an
// identity, never make one up. The points are drawn from a fixed seed.

const (
	mersenne   = 1<<61 - 1
	errorBits  = 100 // the probability of a false identity is below 2^-errorBits
	redraws    = 4   // how often a point is drawn anew because a divisor vanishes there
	fieldBits  = 61
	degreeBits = 40 // identities of a higher degree than 2^degreeBits are not tested
)

// vanishesModulo reports whether the sum of the terms is zero as a function of its kernels.
func (f *field) vanishesModulo(terms []product) bool {
	roots := f.rootsOf()
	largest := int64(1) // a polynomial in the roots of the kernels has so many times the degree
	for _, r := range roots {
		largest = max(largest, r)
	}
	hi, degree := bits.Mul64(f.degreeOf(terms), uint64(largest))
	if hi != 0 || bits.Len64(degree) > degreeBits {
		return false
	}
	rounds := errorBits/(fieldBits-bits.Len64(degree)) + 1
	for seed := range uint64(rounds + redraws) {
		e := evaluation{f: f, seed: seed, roots: roots}
		f.spend(len(terms))
		value, ok := e.sum(terms)
		if !ok {
			continue
		}
		if value != 0 {
			return false
		}
		if rounds--; rounds == 0 {
			return true
		}
	}
	return false
}

// degreeOf bounds the degree of the numerator of the sum over all kernels, denominators multiplied in.
func (f *field) degreeOf(terms []product) uint64 {
	total := uint64(1)
	f.meter.Spend(len(terms))
	for _, t := range terms {
		for _, q := range t.m {
			total += absInt(q.n) + uint64(q.d)
		}
		for _, x := range t.f {
			inner := uint64(1)
			if lazy, ok := f.lazy[x.base]; ok {
				inner += f.degreeOf(lazy)
			}
			f.meter.Spend(len(f.bases[x.base]))
			for _, s := range f.bases[x.base] {
				for _, q := range s.m {
					inner += absInt(q.n) + uint64(q.d)
				}
			}
			hi, lo := bits.Mul64(inner, absInt(x.n))
			if hi != 0 || lo > 1<<degreeBits {
				return 1 << (degreeBits + 1)
			}
			total += lo
		}
	}
	return total
}

// rootsOf returns for each kernel the least common denominator of the exponents it occurs with, so that the random
// element that stands for it can be taken to be a power.
func (f *field) rootsOf() scaling {
	s := scaling{}
	note := func(m monomial) {
		for _, q := range m {
			if q.d != 1 {
				s[q.k] = lcm(max(s[q.k], 1), int64(q.d)) // one out of reach makes the degree so
			}
		}
	}
	for _, p := range f.bases {
		f.meter.Spend(1 + len(p)/4)
		for _, t := range p {
			note(t.m)
		}
	}
	for _, terms := range f.lazy {
		for _, t := range terms {
			note(t.m)
		}
	}
	return s
}

// An evaluation is a point: a random element for every kernel.
type evaluation struct {
	f     *field
	seed  uint64
	roots scaling
}

func (e *evaluation) sum(terms []product) (uint64, bool) {
	total := uint64(0)
	for _, t := range terms {
		v, ok := e.product(t)
		if !ok {
			return 0, false
		}
		total = addMersenne(total, v)
	}
	return total, true
}

func (e *evaluation) product(p product) (uint64, bool) {
	e.f.meter.Spend(2 + 4*len(p.m) + 4*len(p.f) + p.c.bitLen()/256)
	v, ok := e.number(p.c)
	if !ok {
		return 0, false
	}
	v = mulMersenne(v, e.monomial(p.m))
	for _, x := range p.f {
		b, ok := e.base(x.base)
		if !ok || b == 0 && x.n < 0 {
			return 0, false
		}
		v = mulMersenne(v, powMersenne(b, x.n))
	}
	return v, true
}

func (e *evaluation) base(b baseID) (uint64, bool) {
	if terms, lazy := e.f.lazy[b]; lazy {
		return e.sum(terms)
	}
	total := uint64(0)
	e.f.meter.Spend(len(e.f.bases[b]) * (1 + 4*e.f.bases[b].girth().kernels))
	for _, t := range e.f.bases[b] {
		c, ok := e.number(t.c)
		if !ok {
			return 0, false
		}
		total = addMersenne(total, mulMersenne(c, e.monomial(t.m)))
	}
	return total, true
}

func (e *evaluation) monomial(m monomial) uint64 {
	v := uint64(1)
	for _, q := range m {
		root := max(e.roots[q.k], 1)
		v = mulMersenne(v, powMersenne(e.element(q.k), q.n*(root/int64(q.d))))
	}
	return v
}

// element returns the random element of a kernel's root at this point, never zero [splitmix64].
func (e *evaluation) element(k kernelID) uint64 {
	z := (e.seed+1)*0x9e3779b97f4a7c15 + uint64(k)*0xd1342543de82ef95
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return (z^z>>31)%(mersenne-1) + 1
}

func (e *evaluation) number(c rat) (uint64, bool) {
	var n, d uint64
	if c.big == nil {
		n, d = absInt(c.n)%mersenne, uint64(c.d)%mersenne
	} else {
		p := big.NewInt(mersenne)
		n = new(big.Int).Mod(new(big.Int).Abs(c.big.Num()), p).Uint64()
		d = new(big.Int).Mod(c.big.Denom(), p).Uint64()
	}
	if d == 0 {
		return 0, false
	}
	if c.sign() < 0 && n != 0 {
		n = mersenne - n
	}
	if d != 1 {
		n = mulMersenne(n, powMersenne(d, -1))
	}
	return n, true
}

func addMersenne(a, b uint64) uint64 {
	s := a + b
	if s >= mersenne {
		s -= mersenne
	}
	return s
}

func mulMersenne(a, b uint64) uint64 {
	hi, lo := bits.Mul64(a, b)
	return addMersenne(lo&mersenne, lo>>61|hi<<3)
}

// powMersenne returns b^n; a negative n inverts b, which must not be zero then.
func powMersenne(b uint64, n int64) uint64 {
	if n < 0 {
		b, n = powMersenne(b, mersenne-2), -n
	}
	result := uint64(1)
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result = mulMersenne(result, b)
		}
		b = mulMersenne(b, b)
	}
	return result
}
