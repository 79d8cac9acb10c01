package algebra

import (
	"math/big"

	"chainrule/mathcore/scope"
)

// The budget of signs by shifting.
const (
	shiftSymbols = 3
	shiftTerms   = 12
)

// signByShift finds the sign of a polynomial in letters with an end to their domain: counted from the ends, x = lo + s
// or x = hi - s, it has one sign for all s >= 0 if its coefficients have. This is exact at the ends, where an enclosure in
// floating point is not.
func (f *field) signByShift(p poly) int {
	ids := kernelsOf(p)
	if len(p) > shiftTerms || len(ids) > shiftSymbols {
		return 0
	}
	domains := make([]scope.Domain, len(ids))
	for i, id := range ids {
		if f.kernels[id].kind != symbolKernel {
			return 0
		}
		domains[i], _ = f.scope.Domain(f.kernels[id].symbol)
		if domains[i].Finite() || domains[i].Lo == nil && domains[i].Hi == nil {
			return 0
		}
	}
	for choice := range 1 << len(ids) {
		shifted := p
		for i, id := range ids {
			end, direction := domains[i].Lo, int64(1)
			if choice>>i&1 == 1 {
				end, direction = domains[i].Hi, -1
			}
			if end == nil {
				shifted = nil
				break
			}
			shifted = f.shift(shifted, id, end, direction)
		}
		if s := commonSign(shifted); s != 0 {
			return s
		}
	}
	return 0
}

// shift returns p with end + direction·k in the place of k; nil if p holds other powers of k than whole ones.
func (f *field) shift(p poly, k kernelID, end *big.Rat, direction int64) poly {
	step := poly{{ratInt(direction), monomial{{k, 1, 1}}}}
	if end.Sign() != 0 {
		step = append(step, term{c: ratBig(end)})
	}
	var terms []term
	for _, t := range p {
		q, found := t.m.of(k)
		if found && (q.d != 1 || q.n < 0 || q.n > shiftTerms) {
			return nil
		}
		rest := poly{{t.c, t.m.without(k)}}
		if found {
			rest = f.mulPoly(rest, f.powPoly(step, q.n))
		}
		terms = append(terms, rest...)
	}
	return collect(terms)
}

// commonSign returns the sign that all coefficients share, 0 if there is none.
func commonSign(p poly) int {
	sign := 0
	for _, t := range p {
		s := t.c.sign()
		if sign != 0 && s != sign {
			return 0
		}
		sign = s
	}
	return sign
}
