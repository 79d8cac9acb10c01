package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/scope"
)

// useConditions uses the side conditions of the scope.
func (ctx *context) useConditions() {
	for _, c := range ctx.scope.Conditions() {
		ctx.useCondition(c)
	}
}

// useCondition uses a side condition to replace a kernel that it determines: one that stands alone in a term of the
// difference of both sides, with a rational factor, and nowhere else in it; or one of several in the only term, as in
// a b = 1, where none of them vanishes. Other conditions are left unused.
func (ctx *context) useCondition(c scope.Condition) {
	num, _ := ctx.expand(ctx.value(expr.Minus(c.Left, c.Right)))
	for i, t := range slices.Backward(num) {
		if len(t.M) != 1 || !t.M[0].IsVar() || ctx.mentionedTwice(num, t.M[0].Var) {
			continue
		}
		rest := append(append(poly.Poly(nil), num[:i]...), num[i+1:]...)
		ctx.replace(t.M[0].Var, ctx.fromPoly(ctx.ring.Scale(rest, t.C.Inv().Neg(), nil), nil))
		return
	}
	if len(num) != 2 || len(num[1].M) > 0 {
		return
	}
	for _, q := range slices.Backward(num[0].M) {
		if q.IsVar() && ctx.kernels[q.Var].kind == symbolKernel {
			others := product{c: num[0].C, m: num[0].M.Without(q.Var)}
			ctx.replace(q.Var, ctx.mul(constant(num[1].C.Neg()), ctx.inv(others)))
			return
		}
	}
}

func (ctx *context) replace(k kernelID, by product) {
	put(&ctx.replaced, k, by)
	ctx.forget()
}

func (ctx *context) mentionedTwice(p poly.Poly, k kernelID) bool {
	times := 0
	for _, t := range p {
		if _, found := t.M.Of(k); found {
			times++
		}
	}
	return times > 1
}
