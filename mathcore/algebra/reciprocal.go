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
func (ctx *context) noteReciprocal(b baseID) {
	p := ctx.bases[b]
	if len(p) > conjugateTerms || ctx.complex(p) || !ctx.holdsRoots(p) {
		return
	}
	for _, other := range ctx.coprime {
		q := ctx.bases[other]
		if other == b || len(q) != len(p) || !ctx.holdsRoots(q) || ctx.complex(q) {
			continue
		}
		if top := ctx.ring.Mul(p, q); len(top) == 1 {
			put(&ctx.reciprocals, b, reciprocal{product{c: top[0].C, m: top[0].M}, other})
			return
		}
	}
}

func (ctx *context) holdsRoots(p poly.Poly) bool {
	for _, t := range p {
		if ctx.algebraicIn(t.M) {
			return true
		}
	}
	return false
}
