package algebra

import (
	"cmp"
	"slices"
)

// A power is a kernel raised to the rational exponent n/d in lowest terms, d > 0, n != 0.
type power struct {
	k kernelID
	d int32
	n int64
}

// A monomial is a product of powers of distinct kernels in the order of their numbers. Exponents may be negative, and
// broken where the kernel is never negative.
type monomial []power

// exponentLimit bounds numerators and denominators of exponents; beyond it the budget is spent.
const exponentLimit = 1 << 30

func (p power) exponent() rat { return rat{n: p.n, d: int64(p.d)} }

// addExponents returns the power of the same kernel with both exponents added; ok is false when it is out of bounds.
func addExponents(p, q power) (sum power, ok bool) {
	if p.d == 1 && q.d == 1 {
		n := p.n + q.n
		return power{p.k, 1, n}, n < exponentLimit && n > -exponentLimit
	}
	return powerOf(p.k, p.exponent().add(q.exponent()))
}

// powerOf returns k^e; ok is false when e is out of bounds.
func powerOf(k kernelID, e rat) (p power, ok bool) {
	if e.big != nil || e.d >= exponentLimit || e.n >= exponentLimit || e.n <= -exponentLimit {
		return power{}, false
	}
	return power{k, int32(e.d), e.n}, true
}

// multiply returns the product of two monomials.
func (f *field) multiply(a, b monomial) monomial {
	if len(a) == 0 {
		return b
	}
	if len(b) == 0 {
		return a
	}
	product := make(monomial, 0, len(a)+len(b))
	i, j := 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i].k < b[j].k:
			product = append(product, a[i])
			i++
		case a[i].k > b[j].k:
			product = append(product, b[j])
			j++
		default:
			sum, ok := addExponents(a[i], b[j])
			if !ok {
				f.exceed()
			}
			if sum.n != 0 {
				product = append(product, sum)
			}
			i++
			j++
		}
	}
	product = append(product, a[i:]...)
	return append(product, b[j:]...)
}

// raise returns m^e.
func (f *field) raise(m monomial, e rat) monomial {
	if e.isZero() {
		return nil
	}
	if e.isOne() {
		return m
	}
	raised := make(monomial, len(m))
	for i, p := range m {
		q, ok := powerOf(p.k, p.exponent().mul(e))
		if !ok {
			f.exceed()
		}
		raised[i] = q
	}
	return raised
}

// compareMonomials orders monomials lexicographically by the exponents of the kernels in the order of their numbers.
// The order is compatible with multiplication.
func compareMonomials(a, b monomial) int {
	for i := 0; ; i++ {
		switch {
		case i == len(a) && i == len(b):
			return 0
		case i == len(a):
			return -cmp.Compare(b[i].n, 0)
		case i == len(b):
			return cmp.Compare(a[i].n, 0)
		case a[i].k < b[i].k:
			return cmp.Compare(a[i].n, 0)
		case a[i].k > b[i].k:
			return -cmp.Compare(b[i].n, 0)
		}
		if c := compareExponents(a[i], b[i]); c != 0 {
			return c
		}
	}
}

func compareExponents(p, q power) int {
	return cmp.Compare(p.n*int64(q.d), q.n*int64(p.d))
}

// of returns the power of kernel k in m.
func (m monomial) of(k kernelID) (p power, found bool) {
	i, found := slices.BinarySearchFunc(m, k, func(p power, k kernelID) int { return cmp.Compare(p.k, k) })
	if !found {
		return power{k: k, d: 1}, false
	}
	return m[i], true
}

// without returns m with kernel k left out.
func (m monomial) without(k kernelID) monomial {
	i := slices.IndexFunc(m, func(p power) bool { return p.k == k })
	if i < 0 {
		return m
	}
	return append(m[:i:i], m[i+1:]...)
}
