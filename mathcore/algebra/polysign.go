package algebra

import (
	"math/big"
	"slices"
)

// The budget of signs of polynomials.
const (
	quadraticKernels = 6
	sturmDegree      = 16
)

// signOfQuadratic finds the sign of a polynomial of degree two in powers of its kernels, which count as letters that take
// all values: it is never negative if its matrix has no negative eigenvalue.
func (f *field) signOfQuadratic(p poly) int {
	ids := kernelsOf(p)
	if len(ids) > quadraticKernels {
		return 0
	}
	units := make([]rat, len(ids))
	for i, id := range ids {
		units[i] = commonExponent(p, id)
	}
	size := len(ids) + 1
	matrix := make([][]rat, size)
	for i := range matrix {
		matrix[i] = slices.Repeat([]rat{ratInt(0)}, size)
	}
	for _, t := range p {
		place := []int{0, 0}[:0]
		for _, q := range t.m {
			i := slices.Index(ids, q.k)
			n := q.exponent().mul(units[i].inv())
			if !n.isInt() || n.sign() < 0 || n.big != nil || n.n > 2 {
				return 0
			}
			for range n.n {
				place = append(place, i+1)
			}
		}
		if len(place) > 2 {
			return 0
		}
		for len(place) < 2 {
			place = append(place, 0)
		}
		half := t.c.mul(ratOf(1, 2))
		matrix[place[0]][place[1]] = matrix[place[0]][place[1]].add(half)
		matrix[place[1]][place[0]] = matrix[place[1]][place[0]].add(half)
	}
	sign := 1
	for i := range matrix {
		if matrix[i][i].sign() < 0 {
			sign = -1
		}
	}
	if sign < 0 {
		for _, row := range matrix {
			for j := range row {
				row[j] = row[j].neg()
			}
		}
	}
	if !f.semidefinite(matrix) {
		return 0
	}
	return sign
}

// commonExponent returns the greatest exponent of which all exponents of k in p are whole multiples.
func commonExponent(p poly, k kernelID) rat {
	n, d := int64(0), int64(1)
	for _, t := range p {
		if q, found := t.m.of(k); found {
			n, d = gcdOrZero(n, q.n), lcm(d, int64(q.d))
		}
	}
	if d > 1 {
		return ratOf(1, d)
	}
	return ratInt(n)
}

// semidefinite reports whether the symmetric matrix has no negative eigenvalue, by elimination. It overwrites it.
func (f *field) semidefinite(m [][]rat) bool {
	for i := range m {
		pivot := m[i][i]
		switch pivot.sign() {
		case -1:
			return false
		case 0:
			if slices.ContainsFunc(m[i][i:], func(c rat) bool { return !c.isZero() }) {
				return false
			}
			continue
		}
		for j := i + 1; j < len(m); j++ {
			share := m[j][i].mul(pivot.inv())
			for k := i; k < len(m); k++ {
				f.meter.Spend(unitsOf(share, m[i][k]))
				m[j][k] = m[j][k].add(share.mul(m[i][k]).neg())
			}
		}
	}
	return true
}

// signBySturm finds the sign of a polynomial in one kernel by counting its zeros between the ends of what the kernel may
// be [Sturm].
func (f *field) signBySturm(p poly) int {
	ids := kernelsOf(p)
	if len(ids) != 1 {
		return 0
	}
	highest := degree(p, ids[0])
	if highest > sturmDegree || highest < 2 {
		return 0
	}
	coefficients := make([]rat, highest+1)
	for i := range coefficients {
		coefficients[i] = ratInt(0)
	}
	for _, t := range p {
		q, _ := t.m.of(ids[0])
		if q.d != 1 || q.n < 0 {
			return 0
		}
		coefficients[q.n] = t.c
	}
	lo, hi := f.endsOf(ids[0])
	sign := 1
	coefficients = f.withoutZero(coefficients, lo)
	n := len(coefficients)
	if coefficients = f.withoutZero(coefficients, hi); (n-len(coefficients))%2 != 0 {
		sign = -sign // x - hi is negative
	}
	chain := f.sturmChain(coefficients)
	if f.changes(chain, lo, -1) != f.changes(chain, hi, 1) {
		return 0
	}
	return sign * f.signAt(coefficients, hi, 1)
}

// endsOf returns the ends of the values that a kernel may take, nil where there is none.
func (f *field) endsOf(id kernelID) (lo, hi *big.Rat) {
	k := &f.kernels[id]
	if k.kind == symbolKernel {
		d, _ := f.scope.Domain(k.symbol)
		return ends(d)
	}
	switch f.sign(kernelTarget(id)) {
	case 1:
		return new(big.Rat), nil
	case -1:
		return nil, new(big.Rat)
	}
	return nil, nil
}

// withoutZero divides the polynomial by x - at as often as it vanishes there.
func (f *field) withoutZero(p []rat, at *big.Rat) []rat {
	for at != nil && len(p) > 1 {
		quotient := make([]rat, len(p)-1)
		rest := p[len(p)-1]
		for i := len(p) - 2; i >= 0; i-- {
			quotient[i] = rest
			f.meter.Spend(unitsOf(rest, ratBig(at)))
			rest = rest.mul(ratBig(at)).add(p[i])
		}
		if !rest.isZero() {
			break
		}
		p = quotient
	}
	return p
}

// sturmChain returns the polynomial, its derivative, and the negative remainders that follow.
func (f *field) sturmChain(p []rat) [][]rat {
	next := make([]rat, 0, len(p))
	for i := 1; i < len(p); i++ {
		next = append(next, p[i].mul(ratInt(int64(i))))
	}
	chain := [][]rat{p}
	for len(next) > 0 {
		chain = append(chain, next)
		a, b := slices.Clone(chain[len(chain)-2]), next
		for len(a) >= len(b) {
			share := a[len(a)-1].mul(b[len(b)-1].inv())
			for i, c := range b {
				f.meter.Spend(unitsOf(share, c))
				a[len(a)-len(b)+i] = a[len(a)-len(b)+i].add(share.mul(c).neg())
			}
			a = a[:len(a)-1]
		}
		for len(a) > 0 && a[len(a)-1].isZero() {
			a = a[:len(a)-1]
		}
		for i := range a {
			a[i] = a[i].neg()
		}
		next = a
	}
	return chain
}

// changes counts the changes of sign along the chain at a number, or far out in the direction given if it is nil.
func (f *field) changes(chain [][]rat, at *big.Rat, direction int) int {
	count, last := 0, 0
	for _, p := range chain {
		s := f.signAt(p, at, direction)
		if s*last < 0 {
			count++
		}
		if s != 0 {
			last = s
		}
	}
	return count
}

func (f *field) signAt(p []rat, at *big.Rat, direction int) int {
	if at == nil {
		s := p[len(p)-1].sign()
		if direction < 0 && len(p)%2 == 0 {
			s = -s
		}
		return s
	}
	value := ratInt(0)
	for _, c := range slices.Backward(p) {
		f.meter.Spend(unitsOf(value, ratBig(at)))
		value = value.mul(ratBig(at)).add(c)
	}
	return value.sign()
}
