package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// What stands between bars often has the sign of something simpler, because a function between them grows:
// e^u - e^v has that of u - v, ln u - ln v that of u - v, x² - y² that of x - y where both are positive. Bars then stand
// around the simpler thing alone, and fewer signs are unknown.

// simplerDepth bounds how often something simpler is looked for in turn.
const simplerDepth = 4

// bySimplerSign returns |t|^e for odd e and a t whose sign is that of a simpler u: |t| = t |u|/u.
func (ctx *context) bySimplerSign(t target, e rat.Rat) (product, bool) {
	n, whole := e.Int64()
	if !whole || n%2 == 0 || ctx.signOf(t) != unknownSign || len(ctx.signTrail) == simplerDepth || slices.Contains(ctx.signTrail, t) {
		return product{}, false
	}
	ctx.signTrail = append(ctx.signTrail, t)
	defer func() { ctx.signTrail = ctx.signTrail[:len(ctx.signTrail)-1] }()
	var u product
	if t.isBase {
		u = ctx.simplerBase(ctx.bases[t.id])
	} else {
		u = ctx.simplerKernel(&ctx.kernels[t.id])
	}
	if u.isZero() || t.isBase && exponentOf(u.f, baseID(t.id)) != 0 {
		return product{}, false
	}
	sign := ctx.mul(ctx.modulusPower(u, rat.Int(1)), ctx.inv(u))
	return ctx.mul(ctx.pow(ctx.targetProduct(t), n), sign), true
}

// simplerKernel returns what has the sign of the kernel, zero if nothing simpler is known.
func (ctx *context) simplerKernel(k *kernel) product {
	if k.kind == logKernel {
		return ctx.add(ctx.targetPower(k.target, rat.Int(1)), constant(rat.Int(-1)))
	}
	if k.kind == callKernel && (k.call == expr.Asin || k.call == expr.Atan) {
		return k.args[0]
	}
	return zeroProduct
}

// simplerBase returns what has the sign of p, zero if nothing simpler is known.
func (ctx *context) simplerBase(p poly.Poly) product {
	if u, ok := ctx.logarithms(p); ok {
		return u
	}
	if len(p) != 2 {
		return zeroProduct
	}
	if u, ok := ctx.inverseAngles(p); ok {
		return u
	}
	if n, ok := ctx.oddPower(p); ok {
		return ctx.add(ctx.oddPowerOf(p[0], n), ctx.oddPowerOf(p[1], n))
	}
	if p[0].C.Sign() == p[1].C.Sign() {
		return zeroProduct
	}
	above, below := product{c: p[0].C.Abs(), m: p[0].M}, product{c: p[1].C.Abs(), m: p[1].M}
	u := zeroProduct
	if ctx.exponential(product{c: p[0].C, m: append(slices.Clone(p[0].M), p[1].M...)}) {
		u = ctx.add(ctx.log(above), ctx.log(below).neg())
	} else if root, ok := ctx.commonRoot(p); ok {
		u = ctx.add(ctx.modulusPower(above, root), ctx.modulusPower(below, root).neg())
	}
	if p[0].C.Sign() < 0 {
		u = u.neg()
	}
	return u
}

// inverseAngles returns u ± v for p = asin u ± asin v or atan u ± atan v.
func (ctx *context) inverseAngles(p poly.Poly) (product, bool) {
	var args [2]product
	var fn [2]expr.Func
	for i, t := range p {
		if !t.C.Abs().IsOne() || len(t.M) != 1 || !t.M[0].IsVar() {
			return product{}, false
		}
		k := &ctx.kernels[t.M[0].Var]
		if k.kind != callKernel || k.call != expr.Asin && k.call != expr.Atan {
			return product{}, false
		}
		args[i], fn[i] = k.args[0].scaled(t.C), k.call
	}
	return ctx.add(args[0], args[1]), fn[0] == fn[1]
}

// oddPower returns an odd number, or one over it, by whose power both terms of p become simpler: odd powers keep the
// order of all numbers.
func (ctx *context) oddPower(p poly.Poly) (rat.Rat, bool) {
	n, d := int64(0), int64(1)
	for _, t := range p {
		for _, q := range t.M {
			n = rat.GCD(n, q.Num)
			d = rat.LCM(d, int64(q.Den))
		}
	}
	for n > 0 && n%2 == 0 {
		n /= 2
	}
	switch {
	case ctx.complex(p) || n == 0 || d%2 == 0 || d > highestOddPower:
		return rat.Rat{}, false
	case d > 1:
		return rat.Int(d), true
	case n > 1 && p[0].C.Abs().IsOne() && p[1].C.Abs().IsOne():
		return rat.Frac(1, n), true
	}
	return rat.Rat{}, false
}

const highestOddPower = 9

// oddPowerOf returns t^n for an odd n, or one over it, that oddPower chose.
func (ctx *context) oddPowerOf(t poly.Term, n rat.Rat) product {
	if whole, ok := n.Int64(); ok {
		return ctx.pow(product{c: t.C, m: t.M}, whole)
	}
	return ctx.reduced(product{c: t.C, m: ctx.ring.PowMonomial(t.M, n)})
}

// highestLogPower bounds the powers that a sum of logarithms is turned into.
const highestLogPower = 6

// logarithms returns Π|u|^c - Π|v|^d for the sum of c ln|u| less that of d ln|v|.
func (ctx *context) logarithms(p poly.Poly) (product, bool) {
	above, below := oneProduct, oneProduct
	for _, t := range p {
		n, whole := t.C.Int64()
		if len(t.M) != 1 || !t.M[0].IsVar() || !whole || rat.Magnitude(n) > highestLogPower {
			return product{}, false
		}
		k := &ctx.kernels[t.M[0].Var]
		if k.kind != logKernel {
			return product{}, false
		}
		if n > 0 {
			above = ctx.mul(above, ctx.targetExp(k.target, t.C))
		} else {
			below = ctx.mul(below, ctx.targetExp(k.target, t.C.Neg()))
		}
	}
	return ctx.add(above, below.neg()), len(p) > 0
}

// commonRoot returns 1/g for the greatest g such that both terms of p, up to their coefficients, are g-th powers of
// values that are not negative, by their kernels.
func (ctx *context) commonRoot(p poly.Poly) (root rat.Rat, ok bool) {
	n, d, units := int64(0), int64(1), true
	for _, t := range p {
		units = units && t.C.Abs().IsOne()
		for _, q := range t.M {
			if ctx.signOf(kernelTarget(q.Var)) != notNegative {
				return rat.Rat{}, false
			}
			n = rat.GCD(n, q.Num)
			d = rat.LCM(d, int64(q.Den))
		}
	}
	if n == 0 || d >= poly.ExponentLimit {
		return rat.Rat{}, false
	}
	root = rat.Frac(d, n)
	return root, !root.IsOne() && (units || root.IsInt())
}
