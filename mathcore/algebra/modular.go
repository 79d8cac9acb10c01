package algebra

import (
	"math/bits"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// Polynomial identities too long to multiply out are tested by their values at random points of the field of integers
// modulo 2^61-1 [Schwartz, Zippel]: a polynomial of degree d that is not zero vanishes at such a point with a
// probability of at most d/2^61. Kernels are the variables; relations between them are not used, which can only miss an
// identity, never make one up. The points are drawn from a fixed seed.

const (
	errorBits  = 100 // the probability of a false identity is below 2^-errorBits
	redraws    = 4   // how often a point is drawn anew because a divisor vanishes there
	degreeBits = 40  // identities of a higher degree than 2^degreeBits are not tested
)

// vanishesModulo reports whether the sum of the terms is zero as a function of its kernels.
func (ctx *context) vanishesModulo(terms []product) bool {
	roots := ctx.rootsOf()
	largest := int64(1) // how many times the degree a polynomial in the roots of the kernels has
	for _, r := range roots {
		largest = max(largest, r)
	}
	hi, degree := bits.Mul64(ctx.degreeOf(terms), uint64(largest))
	if hi != 0 || bits.Len64(degree) > degreeBits {
		return false
	}
	rounds := errorBits/(poly.ResidueBits-bits.Len64(degree)) + 1
	for seed := range uint64(rounds + redraws) {
		e := evaluation{ctx, poly.Point{Seed: seed, Roots: roots}}
		ctx.ring.Spend(len(terms))
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
func (ctx *context) degreeOf(terms []product) uint64 {
	total := uint64(1)
	ctx.meter.Spend(len(terms))
	for _, t := range terms {
		for _, q := range t.m {
			total += rat.Magnitude(q.Num) + uint64(q.Den)
		}
		for _, x := range t.f {
			inner := uint64(1)
			if lazy, ok := ctx.lazy[x.base]; ok {
				inner += ctx.degreeOf(lazy)
			}
			ctx.meter.Spend(len(ctx.bases[x.base]))
			for _, s := range ctx.bases[x.base] {
				for _, q := range s.M {
					inner += rat.Magnitude(q.Num) + uint64(q.Den)
				}
			}
			hi, lo := bits.Mul64(inner, rat.Magnitude(x.n))
			if hi != 0 || lo > 1<<degreeBits {
				return 1 << (degreeBits + 1)
			}
			total += lo
		}
	}
	return total
}

// rootsOf returns for each kernel the least common denominator of the exponents it occurs with, so that the random
// residue that stands for it can be taken to be a power.
func (ctx *context) rootsOf() map[kernelID]int64 {
	roots := map[kernelID]int64{}
	for _, p := range ctx.bases {
		ctx.meter.Spend(1 + len(p)/4)
		for _, t := range p {
			poly.NoteRoots(roots, t.M) // one out of reach makes the degree so
		}
	}
	for _, terms := range ctx.lazy {
		for _, t := range terms {
			poly.NoteRoots(roots, t.m)
		}
	}
	return roots
}

// An evaluation gives products their values at a point; ok is false where there is none.
type evaluation struct {
	ctx   *context
	point poly.Point
}

func (e evaluation) sum(terms []product) (total poly.Residue, ok bool) {
	for _, t := range terms {
		v, ok := e.product(t)
		if !ok {
			return 0, false
		}
		total = total.Add(v)
	}
	return total, true
}

func (e evaluation) product(p product) (value poly.Residue, ok bool) {
	e.ctx.meter.Spend(2 + 4*len(p.m) + 4*len(p.f) + p.c.BitLen()/256)
	value, ok = poly.ResidueOf(p.c)
	if !ok {
		return 0, false
	}
	value = value.Mul(e.point.Monomial(p.m))
	for _, x := range p.f {
		b, ok := e.base(x.base)
		if !ok || b == 0 && x.n < 0 {
			return 0, false
		}
		value = value.Mul(b.Pow(x.n))
	}
	return value, true
}

func (e evaluation) base(b baseID) (value poly.Residue, ok bool) {
	if terms, lazy := e.ctx.lazy[b]; lazy {
		return e.sum(terms)
	}
	return e.ctx.ring.Value(e.ctx.bases[b], e.point)
}
