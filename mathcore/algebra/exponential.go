package algebra

import (
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// exp returns e^u: one power for each term of u.
func (ctx *context) exp(u product) product {
	result := oneProduct
	ctx.eachTerm(u, func(c rat.Rat, m poly.Monomial, below []factor) {
		result = ctx.mul(result, ctx.expTerm(c, m, below))
	})
	return result
}

// eachTerm calls do for the terms c·m·Π below of the canonical form of u; below holds its denominator.
func (ctx *context) eachTerm(u product, do func(c rat.Rat, m poly.Monomial, below []factor)) {
	u = ctx.canonical(u)
	if u.isZero() {
		return
	}
	above, below := poly.One(), []factor(nil)
	for _, x := range u.f {
		if x.n == 1 {
			above = ctx.multiplied(x.base)
		} else {
			below = append(below, x)
		}
	}
	whole, rest := ctx.divideOut(ctx.ring.Scale(above, u.c, u.m), below)
	for _, t := range whole {
		do(t.C, t.M, nil)
	}
	for _, t := range rest {
		do(t.C, t.M, below)
	}
}

// divideOut takes the polynomial part out of above/below. Denominators of several parts are left as they are.
func (ctx *context) divideOut(above poly.Poly, below []factor) (whole, rest poly.Poly) {
	if len(below) != 1 || below[0].n != -1 {
		return nil, above
	}
	return ctx.ring.DivideOut(above, ctx.multiplied(below[0].base), 0, poly.NoUnits)
}

func (ctx *context) expTerm(c rat.Rat, m poly.Monomial, below []factor) product {
	if len(below) == 0 && len(m) == 1 && m[0].IsVar() {
		if k := ctx.kernels[m[0].Var]; k.kind == logKernel {
			return ctx.targetExp(k.target, c)
		}
	}
	arg := product{c: rat.Int(1), m: m, f: below}
	if _, ok := poly.VarToRat(0, c); !ok {
		arg.c, c = c, rat.Int(1)
	}
	return ctx.kernelPower(ctx.intern(kernel{kind: expKernel, args: []product{arg}}), c)
}

// targetExp returns e^(c ln|t|) = |t|^c.
func (ctx *context) targetExp(t target, c rat.Rat) product {
	if !t.isBase && ctx.kernels[t.id].kind == integerKernel {
		return ctx.numberPower(ctx.kernels[t.id].number, c)
	}
	return ctx.targetPower(t, c)
}
