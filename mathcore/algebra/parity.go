package algebra

import (
	"math/big"
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// A power with an exponent that runs through whole numbers has values for negative bases too. It is written
// b^n = |b|^n s^n with the sign s of b, where s^n is a kernel of its own with the square 1.

// wholePower returns b^e for an exponent that is a sum of whole multiples of products of letters that run through whole
// numbers. It reports false for other exponents, and for bases that may vanish on more than points or are complex.
func (ctx *context) wholePower(b, e product) (product, bool) {
	exponents, broken, ok := ctx.wholeParts(e)
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
	signs := make([]product, 0, len(unknown)+1)
	if negative {
		signs = append(signs, constant(rat.Int(-1)))
	}
	for _, u := range unknown {
		signs = append(signs, ctx.targetProduct(u))
	}
	for _, s := range signs {
		p = ctx.mul(p, ctx.signTo(s, exponents, broken))
	}
	return p, true
}

// signTo returns the sign of b to the power of a sum of whole terms and of a whole number that is none.
func (ctx *context) signTo(b product, terms []poly.Term, broken product) product {
	p := oneProduct
	for _, t := range terms {
		p = ctx.mul(p, ctx.signPower(b, t))
	}
	if !broken.isZero() {
		p = ctx.mul(p, ctx.kernelProduct(ctx.intern(kernel{kind: parityKernel, args: []product{b, broken}})))
	}
	return p
}

// wholePowerOfSign returns the sign of b to the power e.
func (ctx *context) wholePowerOfSign(b, e product) (product, bool) {
	terms, broken, ok := ctx.wholeParts(e)
	if !ok || b.isZero() || ctx.productMayVanish(b) {
		return product{}, false
	}
	return ctx.signTo(b, terms, broken), true
}

// wholeParts takes the exponent of a sign, a whole number, apart into terms that are whole by themselves, as those of wholeTerms are, and
// a rest that is whole only altogether, as n²/2 - n/2 is: their sum is odd where the number is. It reports false where that is not
// known to be whole.
func (ctx *context) wholeParts(e product) (terms []poly.Term, broken product, ok bool) {
	if terms, ok = ctx.wholeTerms(e); ok {
		return terms, zeroProduct, true
	}
	num, den := ctx.expand(ctx.canonical(e))
	steps, letter, ok := ctx.stepsOf(num)
	if !den.IsOne() || !ok || slices.ContainsFunc(steps, func(r rat.Rat) bool { return !r.IsInt() }) {
		return nil, zeroProduct, false
	}
	return ctx.oddDifferences(steps, letter)
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

// wholeMonomial reports whether m is a product of letters that run through whole numbers, and of sums and products of such over ranges.
func (ctx *context) wholeMonomial(m poly.Monomial) bool {
	for _, q := range m {
		k := &ctx.kernels[q.Var]
		if q.Den != 1 || q.Num < 0 {
			return false
		}
		switch k.kind { //nolint:exhaustive // the others need not be whole
		case symbolKernel:
			if !ctx.isWhole(k.symbol) {
				return false
			}
		case seriesKernel, productKernel:
			if _, whole := ctx.wholeTerms(k.args[2]); !whole {
				return false
			}
		case callKernel:
			if k.call != expr.Delta {
				return false
			}
		default:
			return false
		}
	}
	return true
}

// isWhole reports whether the letter runs through whole numbers, or is one of some.
func (ctx *context) isWhole(s *expr.Symbol) bool {
	if ctx.runsWhole(s) {
		return true
	}
	d, _ := ctx.scope.Domain(s)
	return d.Finite() && !slices.ContainsFunc(d.Set, func(r *big.Rat) bool { return !r.IsInt() })
}

// signPower returns s^t for the sign s of b.
func (ctx *context) signPower(b product, t poly.Term) product {
	if n, _ := t.C.Int64(); n%2 == 0 {
		return oneProduct
	}
	if len(t.M) == 0 {
		return ctx.mul(b, ctx.inv(ctx.modulusPower(b, rat.Int(1))))
	}
	if len(b.m) == 1 && len(b.f) == 0 && ctx.kernels[b.m[0].Var].kind == parityKernel && len(ctx.kernels[b.m[0].Var].args[1].f) == 0 {
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
