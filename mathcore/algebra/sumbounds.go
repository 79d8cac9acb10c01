package algebra

import (
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// atLeastSome reports whether p is surely greater than 0: a number above 0 and terms that are never negative, once each sum of a letter
// over a range is put at the end of what it may be, 0 or n for Σ y_k with y_k in {0, 1}.
func (ctx *context) atLeastSome(p product) bool {
	num, den := ctx.expand(p)
	if !den.IsOne() || ctx.complex(num) || !ctx.holdsSum(num) {
		return false
	}
	var terms []product
	for _, t := range num {
		terms = append(terms, ctx.leastTerm(t))
	}
	num, _ = ctx.expand(ctx.add(terms...))
	positive := false
	for _, t := range num {
		positive = positive || len(t.M) == 0 && t.C.Sign() > 0
	}
	return positive && ctx.termwisePositive(num)
}

func (ctx *context) holdsSum(p poly.Poly) bool {
	for _, t := range p {
		for _, q := range t.M {
			if ctx.kernels[q.Var].kind == seriesKernel {
				return true
			}
		}
	}
	return false
}

// leastTerm returns a multiple of a sum of a letter over a range with what it is at least, and every other term as it is.
func (ctx *context) leastTerm(t poly.Term) product {
	same := product{c: t.C, m: t.M}
	if len(t.M) != 1 || !t.M[0].IsVar() {
		return same
	}
	k := &ctx.kernels[t.M[0].Var]
	if k.kind != seriesKernel || !ctx.ordered(k.args[0], k.args[1]) {
		return same
	}
	body := k.args[2]
	if len(body.m) != 1 || len(body.f) > 0 || !body.m[0].IsVar() || ctx.kernels[body.m[0].Var].kind != symbolKernel {
		return same
	}
	d, _ := ctx.scope.Domain(ctx.kernels[body.m[0].Var].symbol)
	lo, hi := ends(d)
	end := lo
	if t.C.Sign()*body.c.Sign() < 0 {
		end = hi
	}
	if end == nil {
		return same
	}
	count := ctx.add(k.args[1], k.args[0].neg(), oneProduct)
	return count.scaled(t.C.Mul(body.c).Mul(rat.Of(end)))
}
