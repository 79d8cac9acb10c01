package algebra

import (
	"math/bits"
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// The budget of polynomials in an index that are taken apart.
const (
	mostPieceDegree = 4
	mostPieceNumber = 60 // of numerators and denominators of roots
)

// indexPieces returns the linear factors of a base in which nothing but one bound index stands, k-1 and k+1 of k²-1. It reports false
// where it has none, or other factors as well.
func (ctx *context) indexPieces(b baseID) ([]product, bool) {
	p := ctx.bases[b]
	vars := p.Vars()
	if _, lazy := ctx.lazy[b]; lazy || len(vars) != 1 || ctx.kernels[vars[0]].kind != symbolKernel || bits.OnesCount64(ctx.kernels[vars[0]].levels) != 1 ||
		!isBoundSymbol(ctx.kernels[vars[0]].symbol) {
		return nil, false
	}
	coefficients, ok := wholeCoefficients(p, vars[0])
	if !ok {
		return nil, false
	}
	index := ctx.kernelProduct(vars[0])
	var pieces []product
	for len(coefficients) > 1 {
		over, under, found := rationalRoot(coefficients)
		if !found {
			return nil, false
		}
		ctx.meter.Spend(len(coefficients) * mostPieceNumber)
		pieces = append(pieces, ctx.add(index.scaled(rat.Int(under)), constant(rat.Int(-over))))
		coefficients = dividedByRoot(coefficients, over, under)
	}
	if coefficients[0] != 1 {
		pieces = append(pieces, constant(rat.Int(coefficients[0])))
	}
	return pieces, len(pieces) > 1
}

// wholeCoefficients returns the coefficients of a polynomial in one letter, that of the lowest power first.
func wholeCoefficients(p poly.Poly, v poly.Var) ([]int64, bool) {
	degree := p.Degree(v)
	if degree < 2 || degree > mostPieceDegree {
		return nil, false
	}
	c := make([]int64, degree+1)
	for _, t := range p {
		at := int64(0)
		if q, holds := t.M.Of(v); holds {
			if q.Den != 1 || q.Num < 0 {
				return nil, false
			}
			at = q.Num
		}
		n, whole := t.C.Int64()
		if !whole || rat.Magnitude(n) > 1<<20 {
			return nil, false
		}
		c[at] = n
	}
	return c, c[0] != 0
}

// rationalRoot returns a root over/under of the polynomial with whole coefficients, with a small numerator and denominator.
func rationalRoot(c []int64) (over, under int64, ok bool) {
	for under = 1; under <= mostPieceNumber; under++ {
		if c[len(c)-1]%under != 0 {
			continue
		}
		for over = -mostPieceNumber; over <= mostPieceNumber; over++ {
			if over == 0 || c[0]%over != 0 || rat.GCD(over, under) != 1 {
				continue
			}
			value, power := int64(0), int64(1) // under^degree times the value
			for _, coefficient := range slices.Backward(c) {
				value = value*over + coefficient*power
				power *= under
			}
			if value == 0 {
				return over, under, true
			}
		}
	}
	return 0, 0, false
}

// dividedByRoot returns the polynomial over under·k - over, which divides it.
func dividedByRoot(c []int64, over, under int64) []int64 {
	quotient := make([]int64, len(c)-1)
	carry := int64(0)
	for i := len(c) - 1; i > 0; i-- {
		quotient[i-1] = (c[i] + carry) / under
		carry = quotient[i-1] * over
	}
	return quotient
}

// inPieces returns p with what it divides by in linear factors, where a bound index stands alone in that.
func (ctx *context) inPieces(p product) product {
	for _, x := range p.f {
		if x.n >= 0 {
			continue
		}
		pieces, ok := ctx.indexPieces(x.base)
		if !ok {
			continue
		}
		p = ctx.mul(p, product{c: rat.Int(1), f: []factor{{x.base, -x.n}}})
		for _, piece := range pieces {
			p = ctx.mul(p, ctx.pow(piece, x.n))
		}
		return ctx.inPieces(p)
	}
	return p
}
