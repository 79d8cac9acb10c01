package judge

import (
	"slices"

	"chainrule/mathcore/expr"
)

// A region is the sum of what stands in it over all values of the indices that lie in the set.
type region struct {
	indices []*expr.Symbol
	set     lattice
	body    expr.Node
}

// times returns the region with a factor more.
func (r region) times(f expr.Node) region {
	if r.body == nil {
		r.body = f
	} else {
		r.body = expr.Product(r.body, f)
	}
	return r
}

// determined returns the region without the indices that others determine: the sum over k of δ_kj x_k is x_j, if j lies in the range.
func (r region) determined() region {
	for i := 0; i < len(r.indices); i++ {
		if without, ok := r.without(r.indices[i]); ok {
			r = without
			r.indices = slices.Delete(slices.Clone(r.indices), i, i+1)
			i = -1
		}
	}
	return r
}

// without returns the region with what determines a letter in the place of that. It reports false where nothing does.
func (r region) without(s *expr.Symbol) (region, bool) {
	is, by, ok := r.set.value(s)
	if !ok {
		return r, false
	}
	return region{r.indices, r.set.without(s, is, by), expr.Substitute(r.body, s, beyond(is, by))}, true
}

// beyond returns the sum of the letter and the number.
func beyond(letter *expr.Symbol, by int64) expr.Node {
	switch {
	case letter == nil:
		return expr.Int(by)
	case by == 0:
		return letter
	}
	return expr.Sum(letter, expr.Int(by))
}

// over returns the body of the region in the indices of another one that has the same set.
func (r region) over(other region) (expr.Node, bool) {
	if len(r.indices) != len(other.indices) {
		return nil, false
	}
	for order := range permutations(other.indices) {
		if set := r.set.named(r.indices, order); set.within(other.set) && other.set.within(set) {
			return renamed(r.body, r.indices, order), true
		}
	}
	return nil, false
}

// renamed returns n with other names for letters, all at once.
func renamed(n expr.Node, from, to []*expr.Symbol) expr.Node {
	return expr.Map(n, func(m expr.Node) expr.Node {
		if s, ok := m.(*expr.Symbol); ok {
			for i, f := range from {
				if expr.Equal(s, f) {
					return to[i]
				}
			}
		}
		return m
	})
}

// permutations yields the letters in all orders, first as they are.
func permutations(letters []*expr.Symbol) func(yield func([]*expr.Symbol) bool) {
	return func(yield func([]*expr.Symbol) bool) { permute(letters, nil, yield) }
}

func permute(left, taken []*expr.Symbol, yield func([]*expr.Symbol) bool) bool {
	if len(left) == 0 {
		return yield(slices.Clone(taken))
	}
	for i, s := range left {
		if !permute(slices.Delete(slices.Clone(left), i, i+1), append(slices.Clip(taken), s), yield) {
			return false
		}
	}
	return true
}
