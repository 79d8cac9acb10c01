package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// The budget of signs of polynomials.
const (
	quadraticKernels = 6
	sturmDegree      = 16
)

// signOfQuadratic finds the sign of a polynomial of degree two in powers of its kernels, which count as letters that take
// all values: it is never negative if its matrix has no negative eigenvalue.
func (ctx *context) signOfQuadratic(p poly.Poly) weakSign {
	ids := p.Vars()
	if len(ids) > quadraticKernels {
		return unknownSign
	}
	units := make([]rat.Rat, len(ids))
	for i, id := range ids {
		units[i] = p.CommonExponent(id)
	}
	size := len(ids) + 1
	matrix := make([][]rat.Rat, size)
	for i := range matrix {
		matrix[i] = slices.Repeat([]rat.Rat{rat.Int(0)}, size)
	}
	for _, t := range p {
		place := []int{0, 0}[:0]
		for _, q := range t.M {
			i := slices.Index(ids, q.Var)
			n, whole := q.Exponent().Mul(units[i].Inv()).Int64()
			if !whole || n < 0 || n > 2 {
				return unknownSign
			}
			for range n {
				place = append(place, i+1)
			}
		}
		if len(place) > 2 {
			return unknownSign
		}
		for len(place) < 2 {
			place = append(place, 0)
		}
		half := t.C.Mul(rat.Frac(1, 2))
		matrix[place[0]][place[1]] = matrix[place[0]][place[1]].Add(half)
		matrix[place[1]][place[0]] = matrix[place[1]][place[0]].Add(half)
	}
	sign := notNegative
	for i := range matrix {
		if matrix[i][i].Sign() < 0 {
			sign = notPositive
		}
	}
	if sign == notPositive {
		for _, row := range matrix {
			for j := range row {
				row[j] = row[j].Neg()
			}
		}
	}
	if !ctx.semidefinite(matrix) {
		return unknownSign
	}
	return sign
}

// semidefinite reports whether the symmetric matrix has no negative eigenvalue, by elimination. It overwrites it.
func (ctx *context) semidefinite(m [][]rat.Rat) bool {
	for i := range m {
		pivot := m[i][i]
		switch pivot.Sign() {
		case -1:
			return false
		case 0:
			if slices.ContainsFunc(m[i][i:], func(c rat.Rat) bool { return !c.IsZero() }) {
				return false
			}
			continue
		}
		for j := i + 1; j < len(m); j++ {
			share := m[j][i].Mul(pivot.Inv())
			for k := i; k < len(m); k++ {
				ctx.meter.Spend(rat.Cost(share, m[i][k]))
				m[j][k] = m[j][k].Add(share.Mul(m[i][k]).Neg())
			}
		}
	}
	return true
}

// signBySturm finds the sign of a polynomial in one kernel by counting its zeros between the ends of what the kernel may
// be [Sturm].
func (ctx *context) signBySturm(p poly.Poly) weakSign {
	ids := p.Vars()
	if len(ids) != 1 {
		return unknownSign
	}
	highest := p.Degree(ids[0])
	if highest > sturmDegree || highest < 2 {
		return unknownSign
	}
	coefficients := make([]rat.Rat, highest+1)
	for i := range coefficients {
		coefficients[i] = rat.Int(0)
	}
	for _, t := range p {
		q, _ := t.M.Of(ids[0])
		if q.Den != 1 || q.Num < 0 {
			return unknownSign
		}
		coefficients[q.Num] = t.C
	}
	lo, hi := ctx.endsOf(ids[0])
	sign := notNegative
	coefficients = ctx.withoutZero(coefficients, lo)
	n := len(coefficients)
	if coefficients = ctx.withoutZero(coefficients, hi); (n-len(coefficients))%2 != 0 {
		sign = -sign // x - hi is negative
	}
	chain := ctx.sturmChain(coefficients)
	if ctx.changes(chain, lo, -1) != ctx.changes(chain, hi, 1) {
		return unknownSign
	}
	return sign * weakSign(ctx.signAt(coefficients, hi, 1))
}

// endsOf returns the ends of the values that a kernel may take, nil where there is none.
func (ctx *context) endsOf(id kernelID) (lo, hi *big.Rat) {
	k := &ctx.kernels[id]
	if k.kind == symbolKernel {
		d, _ := ctx.scope.Domain(k.symbol)
		return ends(d)
	}
	switch ctx.signOf(kernelTarget(id)) {
	case notNegative:
		return new(big.Rat), nil
	case notPositive:
		return nil, new(big.Rat)
	case unknownSign:
	}
	return nil, nil
}

// withoutZero divides the polynomial by x - at as often as it vanishes there.
func (ctx *context) withoutZero(p []rat.Rat, at *big.Rat) []rat.Rat {
	for at != nil && len(p) > 1 {
		quotient := make([]rat.Rat, len(p)-1)
		rest := p[len(p)-1]
		for i := len(p) - 2; i >= 0; i-- {
			quotient[i] = rest
			ctx.meter.Spend(rat.Cost(rest, rat.Of(at)))
			rest = rest.Mul(rat.Of(at)).Add(p[i])
		}
		if !rest.IsZero() {
			break
		}
		p = quotient
	}
	return p
}

// sturmChain returns the polynomial, its derivative, and the negative remainders that follow.
func (ctx *context) sturmChain(p []rat.Rat) [][]rat.Rat {
	next := make([]rat.Rat, 0, len(p))
	for i := 1; i < len(p); i++ {
		next = append(next, p[i].Mul(rat.Int(int64(i))))
	}
	chain := [][]rat.Rat{p}
	for len(next) > 0 {
		chain = append(chain, next)
		a, b := slices.Clone(chain[len(chain)-2]), next
		for len(a) >= len(b) {
			share := a[len(a)-1].Mul(b[len(b)-1].Inv())
			for i, c := range b {
				ctx.meter.Spend(rat.Cost(share, c))
				a[len(a)-len(b)+i] = a[len(a)-len(b)+i].Add(share.Mul(c).Neg())
			}
			a = a[:len(a)-1]
		}
		for len(a) > 0 && a[len(a)-1].IsZero() {
			a = a[:len(a)-1]
		}
		for i := range a {
			a[i] = a[i].Neg()
		}
		next = a
	}
	return chain
}

// changes counts the changes of sign along the chain at a number, or far out in the direction given if it is nil.
func (ctx *context) changes(chain [][]rat.Rat, at *big.Rat, direction int) int {
	count, last := 0, 0
	for _, p := range chain {
		s := ctx.signAt(p, at, direction)
		if s*last < 0 {
			count++
		}
		if s != 0 {
			last = s
		}
	}
	return count
}

func (ctx *context) signAt(p []rat.Rat, at *big.Rat, direction int) int {
	if at == nil {
		s := p[len(p)-1].Sign()
		if direction < 0 && len(p)%2 == 0 {
			s = -s
		}
		return s
	}
	value := rat.Int(0)
	for _, c := range slices.Backward(p) {
		ctx.meter.Spend(rat.Cost(value, rat.Of(at)))
		value = value.Mul(rat.Of(at)).Add(c)
	}
	return value.Sign()
}
