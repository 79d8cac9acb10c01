package algebra

import "chainrule/mathcore/poly"

// Conjugates such as √(x²+1)+x and √(x²+1)-x have a product without sums: each is the other's reciprocal, up to that.
// Under bars and logarithms the second one met is written by the first.

// A reciprocal says that |b| = |top/of| for the base b that it belongs to.
type reciprocal struct {
	top product // a monomial
	of  baseID
}

// conjugateTerms bounds the size of bases that are multiplied to see whether they are conjugate.
const conjugateTerms = 4

// noteReciprocal notes that b is conjugate to a base that stood under bars or a logarithm before.
func (f *field) noteReciprocal(b baseID) {
	p := f.bases[b]
	if len(p) > conjugateTerms || f.complex(p) || !f.holdsRoots(p) {
		return
	}
	for _, other := range f.coprime {
		q := f.bases[other]
		if other == b || len(q) != len(p) || !f.holdsRoots(q) || f.complex(q) {
			continue
		}
		if top := f.ring.Mul(p, q); len(top) == 1 {
			f.reciprocals[b] = reciprocal{product{c: top[0].C, m: top[0].M}, other}
			return
		}
	}
}

func (f *field) holdsRoots(p poly.Poly) bool {
	for _, t := range p {
		if f.algebraicIn(t.M) {
			return true
		}
	}
	return false
}
