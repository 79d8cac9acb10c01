package algebra

import (
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
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
func (ctx *context) signByShift(p poly.Poly) weakSign {
	ids := p.Vars()
	if len(p) > shiftTerms || len(ids) > shiftSymbols {
		return unknownSign
	}
	domains := make([]scope.Domain, len(ids))
	for i, id := range ids {
		if ctx.kernels[id].kind != symbolKernel {
			return unknownSign
		}
		domains[i], _ = ctx.scope.Domain(ctx.kernels[id].symbol)
		if domains[i].Finite() || domains[i].Lo == nil && domains[i].Hi == nil {
			return unknownSign
		}
	}
	for choice := range 1 << len(ids) {
		shifted := p
		for i, id := range ids {
			end, direction := domains[i].Lo, int64(1)
			if choice>>i&1 == 1 {
				end, direction = domains[i].Hi, -1
			}
			shifts := end != nil
			if shifts {
				shifted, shifts = ctx.ring.Shift(shifted, id, rat.Of(end), rat.Int(direction))
			}
			if !shifts {
				shifted = nil
				break
			}
		}
		if s := weakSign(shifted.CommonSign()); s != unknownSign {
			return s
		}
	}
	return unknownSign
}
