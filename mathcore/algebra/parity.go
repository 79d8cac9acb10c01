package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A power with an exponent that runs through whole numbers has values for negative bases too. It is written
// b^n = |b|^n s^n with the sign s of b, where s^n is a kernel of its own with the square 1.

// wholePower returns b^e for an exponent that is a sum of whole multiples of products of letters that run through whole
// numbers. It reports false for other exponents, and for bases that may vanish on more than points or are complex.
func (ctx *context) wholePower(b, e product) (product, bool) {
	exponents, ok := ctx.wholeTerms(e)
	if !ok || b.isZero() {
		return product{}, false
	}
	negative := b.c.Sign() < 0
	var unknown []target
	note := func(t target, odd bool) bool {
		if ctx.mayVanish(t) {
			return false
		}
		switch s := ctx.signOf(t); {
		case odd && s == 0:
			unknown = append(unknown, t)
		case odd && s < 0:
			negative = !negative
		}
		return true
	}
	for _, q := range b.m {
		k := ctx.kernels[q.Var].kind
		if k == imagKernel || k == unitKernel || !note(kernelTarget(q.Var), q.IsOdd()) {
			return product{}, false
		}
	}
	for _, x := range b.f {
		if ctx.complexBase(x.base) || !note(baseTarget(x.base), x.n%2 != 0) {
			return product{}, false
		}
	}
	p := ctx.exp(ctx.mul(e, ctx.log(b)))
	for _, t := range exponents {
		if negative {
			p = ctx.mul(p, ctx.signPower(constant(rat.Int(-1)), t))
		}
		for _, u := range unknown {
			p = ctx.mul(p, ctx.signPower(ctx.targetProduct(u), t))
		}
	}
	return p, true
}

// wholeTerms returns the terms of e if each is a whole multiple of a product of letters that run through whole numbers.
func (ctx *context) wholeTerms(e product) ([]poly.Term, bool) {
	e = ctx.canonical(e)
	if len(e.f) > 1 || len(e.f) == 1 && e.f[0].n != 1 {
		return nil, false
	}
	terms, _ := ctx.expand(e)
	for _, t := range terms {
		if _, whole := t.C.Int64(); !whole || !ctx.wholeMonomial(t.M) {
			return nil, false
		}
	}
	return terms, true
}

func (ctx *context) wholeMonomial(m poly.Monomial) bool {
	for _, q := range m {
		if k := &ctx.kernels[q.Var]; k.kind != symbolKernel || q.Den != 1 || q.Num < 0 {
			return false
		}
		if !ctx.runsWhole(ctx.kernels[q.Var].symbol) {
			return false
		}
	}
	return true
}

// signPower returns s^t for the sign s of b.
func (ctx *context) signPower(b product, t poly.Term) product {
	if n, _ := t.C.Int64(); n%2 == 0 {
		return oneProduct
	}
	if len(t.M) == 0 {
		return ctx.mul(b, ctx.inv(ctx.modulusPower(b, rat.Int(1))))
	}
	if len(b.m) == 1 && len(b.f) == 0 && ctx.kernels[b.m[0].Var].kind == parityKernel {
		inner := ctx.kernels[b.m[0].Var].args // the sign of s^u is s^u itself
		return ctx.signPower(inner[0], poly.Term{C: t.C, M: ctx.ring.MulMonomial(inner[1].m, t.M)})
	}
	k := ctx.intern(kernel{kind: parityKernel, args: []product{b, {c: rat.Int(1), m: ctx.lowered(t.M)}}})
	return ctx.kernelProduct(k)
}

// lowered returns m with every exponent 1: n and n^2 are odd together.
func (ctx *context) lowered(m poly.Monomial) poly.Monomial {
	low := make(poly.Monomial, len(m))
	for i, q := range m {
		low[i] = poly.VarTo(q.Var, 1)
	}
	return low
}

// parityTree returns s^n as an expression.
func (ctx *context) parityTree(k *kernel) expr.Node {
	base, exp := ctx.productTree(k.args[0]), ctx.productTree(k.args[1])
	if base == nil || exp == nil {
		return nil
	}
	if !k.args[0].isConstant() {
		base = expr.Of(expr.Sign, base)
	}
	return expr.Power(base, exp)
}

// halfTurnsOf returns e^(iπ c m) for a whole c and an m that takes whole values.
func (ctx *context) halfTurnsOf(c rat.Rat, m poly.Monomial) (product, bool) {
	if _, whole := c.Int64(); !whole || !ctx.wholeMonomial(m) {
		return product{}, false
	}
	return ctx.signPower(constant(rat.Int(-1)), poly.Term{C: c, M: m}), true
}
