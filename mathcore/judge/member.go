package judge

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
)

// At a joint a member such as w_j has a value, and so may the other members of its family, since sums have their terms there. Then
// w_j is one of them, or none that has a value.

// mostMembers bounds which numbers are tried for the index of a member.
const mostMembers = 4

// withMember returns the point, at which the member has the value, with the numbers at its indices; it reports false where it is
// a member with another value, whatever these are. A point that names no other member stays as it is.
func (p *pair) withMember(point []Value, member *expr.Symbol) ([]Value, bool) {
	others := slices.ContainsFunc(point, func(v Value) bool {
		return v.Symbol.Name == member.Name && len(v.Symbol.Index) == len(member.Index) && !expr.Equal(v.Symbol, member)
	})
	free := slices.DeleteFunc(expr.Symbols(member.Index...), func(s *expr.Symbol) bool { return hasValue(point, s) })
	if !others || len(free) == 0 {
		return point, p.admits(point) && (!others || consistent(point))
	}
	for k := range int64(mostMembers) {
		whole := slices.Clone(point)
		for i, s := range free {
			whole = append(whole, Value{Symbol: s, Is: big.NewRat(1+(k+int64(i))%mostMembers, 1)})
		}
		if inDomain := !slices.ContainsFunc(whole, func(v Value) bool {
			d, _ := p.scope.Domain(v.Symbol)
			return !d.Contains(v.Is)
		}); inDomain && p.admits(whole) && consistent(whole) {
			slices.SortFunc(whole, func(a, b Value) int { return expr.Compare(a.Symbol, b.Symbol) })
			return whole, true
		}
	}
	return nil, false
}

func hasValue(point []Value, s *expr.Symbol) bool {
	return slices.ContainsFunc(point, func(v Value) bool { return expr.Equal(v.Symbol, s) })
}

// admits reports whether the point gives all indices numbers of the ranges in which they are taken to lie.
func (t *trial) admits(in *instance, point []*big.Rat) bool {
	if len(t.pair.assumed) == 0 && len(t.pair.reached) == 0 {
		return true
	}
	in.meter.Spend(unitsOfWitness)
	all := slices.Clone(in.pair.fixed)
	for i, v := range in.grid.vars {
		if len(v.Index) == 0 { // members say nothing of ranges
			all = append(all, Value{Symbol: v, Is: point[i]})
		}
	}
	return t.pair.admits(all)
}
