package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
)

// isPositive reports whether the target is known to be positive outside of isolated points.
func (ctx *context) isPositive(t target) bool {
	return ctx.signOf(t) == notNegative && !ctx.mayVanish(t)
}

// mayVanish reports whether the target may be zero on more than isolated points. A polynomial in letters that run
// through intervals, their exponentials and logarithms is not, since it is not the zero polynomial.
func (ctx *context) mayVanish(t target) bool {
	if !t.isBase {
		return ctx.kernelMayVanish(kernelID(t.id))
	}
	p := ctx.bases[t.id]
	for _, u := range p {
		for _, q := range u.M {
			if !ctx.analytic(q.Var) {
				return true
			}
		}
	}
	return len(p) == 0
}

// productMayVanish reports whether p may be zero on more than isolated points.
func (ctx *context) productMayVanish(p product) bool {
	for _, q := range p.m {
		if ctx.kernelMayVanish(q.Var) {
			return true
		}
	}
	return slices.ContainsFunc(p.f, func(x factor) bool { return ctx.mayVanish(baseTarget(x.base)) })
}

func (ctx *context) kernelMayVanish(id kernelID) bool {
	switch k := &ctx.kernels[id]; k.kind {
	case piKernel, imagKernel, integerKernel, expKernel, unitKernel, parityKernel:
		return false
	case symbolKernel, logKernel:
		return !ctx.analytic(id)
	case modulusKernel:
		return ctx.mayVanish(k.target)
	case productKernel:
		return ctx.rangeMayVanish(k)
	case callKernel, applyKernel, seriesKernel, powerKernel:
		return true
	}
	panic("algebra: unknown kernel")
}

// rangeMayVanish reports whether a product over a range may be zero on more than isolated points: a factor may be, or one is for a
// certain index whatever the letters are.
func (ctx *context) rangeMayVanish(k *kernel) bool {
	index := boundSymbol(int(k.target.id))
	body := k.args[2]
	counts := func(id kernelID) bool { return ctx.counts(id, index) }
	return ctx.productMayVanish(body) ||
		slices.ContainsFunc(body.m, func(q poly.Power) bool { return ctx.kernels[q.Var].kind != expKernel && counts(q.Var) }) ||
		slices.ContainsFunc(body.f, func(x factor) bool { return slices.ContainsFunc(ctx.bases[x.base].Vars(), counts) })
}

// analytic reports whether the kernel is an analytic function of letters that run through intervals.
func (ctx *context) analytic(id kernelID) bool {
	switch k := &ctx.kernels[id]; k.kind {
	case piKernel, imagKernel, integerKernel:
		return true
	case symbolKernel:
		d, _ := ctx.scope.Domain(k.symbol)
		return !d.Finite() && (d.Lo == nil || d.Hi == nil || d.Lo.Cmp(d.Hi) < 0)
	case expKernel:
		return ctx.analyticProduct(k.args[0])
	case unitKernel:
		return ctx.analyticProduct(k.args[0]) && !ctx.countsIn(k.args[0])
	case logKernel:
		return ctx.analyticTarget(k.target)
	case modulusKernel:
		return !k.target.isBase && ctx.kernels[k.target.id].kind == integerKernel
	case callKernel, applyKernel, seriesKernel, productKernel, powerKernel, parityKernel:
		return false
	}
	panic("algebra: unknown kernel")
}

func (ctx *context) analyticProduct(p product) bool {
	for _, q := range p.m {
		if !ctx.analytic(q.Var) {
			return false
		}
	}
	for _, x := range p.f {
		if !ctx.analyticTarget(baseTarget(x.base)) {
			return false
		}
	}
	return true
}

// countsIn reports whether p holds letters that run through whole numbers: sin πn is zero for all of them.
func (ctx *context) countsIn(p product) bool {
	tree := ctx.productTree(p)
	return tree == nil || slices.ContainsFunc(expr.Symbols(tree), ctx.runsWhole)
}

func (ctx *context) analyticTarget(t target) bool {
	if !t.isBase {
		return ctx.analytic(kernelID(t.id))
	}
	return !ctx.mayVanish(t)
}
