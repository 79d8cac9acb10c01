package judge

import (
	"math/big"
	"math/bits"
	"slices"

	"chainrule/mathcore/algebra"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
	"chainrule/mathcore/scope"
)

// The values that a person would try first, in order, for symbols on the real line and between 0 and 1.
var (
	friendlyReal = rationals("1", "2", "-1", "1/2", "3", "-2", "1/10", "10", "-1/2", "5", "-3", "3/2", "0", "7", "-10",
		"20", "-20", "1/100", "100", "-1/100")
	friendlyUnit = rationals("1/5", "7/10", "1/2", "9/10", "1/10", "3/10", "4/5", "99/100", "1/100", "2/5")
)

// extreme are values at which steep functions leave their limits and flat ones come near theirs.
var extreme = rationals("1e-9", "-1e-9", "1e-31", "-1e-31", "1e9", "-1e9")

func rationals(texts ...string) []*big.Rat {
	all := make([]*big.Rat, len(texts))
	for i, t := range texts {
		r, ok := new(big.Rat).SetString(t)
		if !ok {
			panic("judge: bad number " + t)
		}
		all[i] = r
	}
	return all
}

// friendly returns the values to try first for a symbol of domain d, short ones first.
func friendly(d scope.Domain) []*big.Rat {
	if d.Finite() {
		return d.Set
	}
	if d.Lo == nil && d.Hi == nil && !d.Whole {
		return friendlyReal
	}
	values := make([]*big.Rat, 0, len(friendlyReal))
	keep := func(r *big.Rat) {
		if d.Contains(r) {
			values = append(values, r)
		}
	}
	if d.Lo != nil && d.Hi != nil {
		lo := rat.Of(d.Lo)
		width := rat.Of(d.Hi).Sub(lo)
		for i, u := range friendlyUnit {
			if !lo.IsZero() || !width.IsOne() {
				u = rat.Of(u).Mul(width).Add(lo).Big()
			}
			keep(u)
			switch i {
			case 1:
				keep(d.Hi)
			case 2:
				keep(d.Lo)
			}
		}
	}
	if d.Lo == nil || d.Hi == nil {
		for _, r := range friendlyReal {
			keep(r)
		}
	}
	if len(values) == 0 {
		return unfriendly(d)
	}
	return values
}

// unfriendly returns more values of d: those near its ends, the short ones of the real line, and some rationals of
// either sign, from thousandths to thousands, that nobody would choose.
func unfriendly(d scope.Domain) []*big.Rat {
	var values []*big.Rat
	keep := func(r *big.Rat) {
		if d.Contains(r) {
			values = append(values, r)
		}
	}
	for _, r := range friendlyReal {
		keep(r)
	}
	for _, r := range extreme {
		keep(r)
	}
	for _, r := range friendlyUnit {
		if d.Lo != nil {
			keep(new(big.Rat).Add(d.Lo, r))
		}
		if d.Hi != nil {
			keep(new(big.Rat).Sub(d.Hi, r))
		}
	}
	for _, r := range scattered {
		keep(r)
	}
	if d.Whole {
		const successive = 16
		for n := range int64(successive) {
			keep(big.NewRat(n, 1))
			keep(big.NewRat(-n, 1))
		}
	}
	if d.Lo != nil && d.Hi != nil {
		middle := new(big.Rat).Add(d.Lo, d.Hi)
		keep(middle.Quo(middle, big.NewRat(2, 1)))
	}
	return values
}

// scattered holds a fixed sequence of rationals at several scales.
var scattered = func() []*big.Rat {
	const count, modulus, multiplier = 24, 1<<31 - 1, 48271
	values := make([]*big.Rat, 0, count)
	state := int64(2026)
	for i := range count {
		state = state * multiplier % modulus
		n := state%9973 + 1
		if i%2 == 1 {
			n = -n
		}
		values = append(values, big.NewRat(n, []int64{1009, 10007, 101, 11}[i%4]))
	}
	return values
}()

// A grid hands out points of the domain, the friendliest first, with different values for different symbols.
type grid struct {
	vars    []*expr.Symbol
	domains []scope.Domain
	values  [][]*big.Rat
}

func newGrid(vars []*expr.Symbol, sc *scope.Scope) grid {
	g := grid{vars: vars, domains: make([]scope.Domain, len(vars)), values: make([][]*big.Rat, len(vars))}
	for i, v := range vars {
		g.domains[i], _ = sc.Domain(v)
		g.values[i] = friendly(g.domains[i])
	}
	return g
}

// widen adds values that nobody would choose, at several scales, after the friendly ones.
func (g grid) widen() {
	for i, d := range g.domains {
		if !d.Finite() {
			values := g.values[i]
			g.values[i] = append(slices.Clip(values), unfriendly(d)...)
		}
	}
}

// size returns how many points the grid has.
func (g grid) size() int {
	if len(g.vars) == 0 {
		return 1
	}
	const most = 64
	n := 1
	for _, v := range g.values {
		if len(v) == 0 {
			return 0
		}
		n = max(n, len(v))
	}
	if len(g.vars) > 1 {
		n = most
	}
	return min(n, most)
}

// at returns point k. The values of later symbols are shifted, so that equal lists give different values; beyond the
// length of a list its values come again in other company.
func (g grid) at(k int) []*big.Rat {
	point := make([]*big.Rat, len(g.vars))
	block := k
	for i, v := range g.values {
		turn := k / len(v)
		point[i] = v[(k+i+turn*i)%len(v)]
		if len(v) <= finiteLength {
			point[i] = v[block%len(v)]
			block /= len(v)
		}
	}
	if k >= signPoints {
		g.changeSigns(point, k-signPoints)
	}
	return point
}

// moved returns the first point with the coordinates that p names.
func (g grid) moved(p algebra.Point) []*big.Rat {
	point := g.at(0)
	for i, v := range g.vars {
		for _, c := range p {
			if expr.Equal(v, c.Symbol) && g.domains[i].Contains(c.Value) {
				point[i] = c.Value
			}
		}
	}
	return point
}

// signPoints is the number of the first point at which signs are chosen: from there on every combination comes.
const signPoints = 8

// changeSigns gives the coordinates the signs that the binary digits of pattern say, where their domains allow it.
func (g grid) changeSigns(point []*big.Rat, pattern int) {
	for i, d := range g.domains {
		if i >= bits.UintSize-1 || d.Finite() {
			continue
		}
		if negative := pattern>>i&1 == 1; point[i].Sign() != 0 && negative != (point[i].Sign() < 0) {
			if r := new(big.Rat).Neg(point[i]); d.Contains(r) {
				point[i] = r
			}
		}
	}
}

// finiteLength is the number of values up to which all combinations are tried in turn.
const finiteLength = 4
