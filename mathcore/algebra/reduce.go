package algebra

import (
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// reduced applies the relations of algebraic kernels: i² = -1, |q|² = q², whole powers of |q| where the sign of q is
// known, e^(iπ) = -1, δ² = δ.
func (ctx *context) reduced(p product) product {
	if !ctx.algebraicIn(p.m) {
		return p
	}
	for _, q := range p.m {
		if ctx.kernels[q.Var].algebraic() {
			if outside, replacement, ok := ctx.relation(q); ok {
				p.m = p.m.Without(q.Var)
				p = ctx.mul(p, product{c: rat.Int(1), m: outside})
				return ctx.mul(p, replacement)
			}
		}
	}
	return p
}

func (ctx *context) algebraicIn(m poly.Monomial) bool {
	for _, q := range m {
		if ctx.kernels[q.Var].algebraic() {
			return true
		}
	}
	return false
}

// relation rewrites a power of an algebraic kernel as a power within its range times a value without the kernel; ok is
// false when the power is within its range.
func (ctx *context) relation(q poly.Power) (inside poly.Monomial, value product, ok bool) {
	k := ctx.kernels[q.Var]
	switch k.kind {
	case imagKernel:
		return ctx.imagRelation(q)
	case modulusKernel:
		return ctx.modulusRelation(q, k.target)
	case unitKernel:
		if !k.args[0].c.IsOne() {
			return nil, product{}, false // a part of a turn that is too small for an exponent
		}
		if inner := ctx.kernels[k.args[0].m[0].Var]; inner.kind == callKernel {
			return ctx.inverseTurns(q, inner)
		}
		return ctx.halfTurns(q)
	case callKernel:
		if k.call == expr.Delta && q.Num > 1 && q.Den == 1 {
			return poly.Monomial{poly.VarTo(q.Var, 1)}, oneProduct, true
		}
		return nil, product{}, false
	case parityKernel:
		if q.Num == 1 {
			return nil, product{}, false
		}
		if q.Num%2 == 0 {
			return nil, oneProduct, true
		}
		return poly.Monomial{poly.VarTo(q.Var, 1)}, oneProduct, true
	case symbolKernel, piKernel, integerKernel, expKernel, logKernel, applyKernel, seriesKernel, productKernel, powerKernel:
		return nil, product{}, false
	}
	panic("algebra: unknown kernel")
}

func (ctx *context) imagRelation(q poly.Power) (poly.Monomial, product, bool) {
	if q.IsVar() || q.Den != 1 {
		return nil, product{}, false
	}
	turns := ((q.Num % 4) + 4) % 4
	value := oneProduct
	if turns >= 2 {
		value = constant(rat.Int(-1))
	}
	if turns%2 == 1 {
		return poly.Monomial{poly.VarTo(q.Var, 1)}, value, true
	}
	return nil, value, true
}

// modulusRelation takes whole powers out of |t|^e: all of them where the sign of t is known, even ones otherwise.
func (ctx *context) modulusRelation(q poly.Power, t target) (poly.Monomial, product, bool) {
	step := int64(2)
	sign := ctx.signOf(t)
	if sign != 0 {
		step = 1
	}
	steps := rat.FloorDiv(q.Num, int64(q.Den)*step)
	if steps == 0 {
		return nil, product{}, false
	}
	var inside poly.Monomial
	if rest := q.Less(steps * step); rest.Num != 0 {
		inside = poly.Monomial{rest}
	}
	var value product
	switch {
	case sign != 0:
		value = ctx.pow(ctx.targetProduct(t).scaled(rat.Int(int64(sign))), steps)
	case t.isBase && ctx.complexBase(baseID(t.id)):
		square := ctx.mul(ctx.targetProduct(t), ctx.whole(ctx.conjugate(ctx.multiplied(baseID(t.id)))))
		value = ctx.pow(square, steps)
	default:
		value = ctx.pow(ctx.targetProduct(t), steps*step)
	}
	return inside, value, true
}

// halfTurns rewrites e^(iπr) with r outside [0, 1).
func (ctx *context) halfTurns(q poly.Power) (poly.Monomial, product, bool) {
	arg := ctx.kernels[q.Var].args[0]
	if ctx.kernels[arg.m[0].Var].kind != piKernel || !arg.m[0].IsVar() {
		return nil, product{}, false
	}
	turns := rat.FloorDiv(q.Num, int64(q.Den))
	rest := q.Less(turns)
	if turns == 0 && (rest.Num != 1 || rest.Den != 2) {
		return nil, product{}, false
	}
	value := oneProduct
	if turns%2 != 0 {
		value = constant(rat.Int(-1))
	}
	switch {
	case rest.Num == 0:
		return nil, value, true
	case rest.Num == 1 && rest.Den == 2:
		return nil, ctx.mul(value, ctx.imag()), true
	}
	return poly.Monomial{rest}, value, true
}

// inverseTurns takes the whole powers of e^(iθ) for θ = asin t or atan t out.
func (ctx *context) inverseTurns(q poly.Power, inverse kernel) (poly.Monomial, product, bool) {
	arg := ctx.kernels[q.Var].args[0]
	n := rat.FloorDiv(q.Num, int64(q.Den))
	if n == 0 || !arg.m[0].IsVar() {
		return nil, product{}, false
	}
	value, ok := ctx.unitOfInverse(inverse, n)
	if rest := q.Less(n); rest.Num != 0 {
		return poly.Monomial{rest}, value, ok
	}
	return nil, value, ok
}

func (ctx *context) imag() product { return ctx.kernelProduct(ctx.intern(kernel{kind: imagKernel})) }

// targetProduct returns what the target stands for.
func (ctx *context) targetProduct(t target) product {
	if t.isBase {
		return product{c: rat.Int(1), f: ctx.baseFactors(baseID(t.id))}
	}
	if k := ctx.kernels[t.id]; k.kind == integerKernel {
		return constant(k.number)
	}
	return ctx.kernelProduct(kernelID(t.id))
}

// Relations are those between the kernels of a context, as its ring sees them.
type relations struct{ ctx *context }

// Holds reports whether m holds an algebraic kernel.
func (r relations) Holds(m poly.Monomial) bool { return r.ctx.algebraicIn(m) }

// Append appends what t is worth.
func (r relations) Append(terms []poly.Term, t poly.Term) []poly.Term {
	p := r.ctx.reduced(product{c: t.C, m: t.M})
	if p.isZero() {
		return terms
	}
	if len(p.f) == 0 {
		return append(terms, poly.Term{C: p.c, M: p.m})
	}
	num, den := r.ctx.expand(p)
	if !den.IsOne() {
		r.ctx.exceed()
	}
	return append(terms, num...)
}

// complex reports whether p holds the imaginary unit or a number on the unit circle.
func (ctx *context) complex(p poly.Poly) bool {
	for _, t := range p {
		for _, q := range t.M {
			if k := ctx.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
				return true
			}
		}
	}
	return false
}

// conjugate returns the complex conjugate of p: all kernels but i and the numbers on the unit circle are real.
func (ctx *context) conjugate(p poly.Poly) poly.Poly {
	terms := make([]poly.Term, len(p))
	for i, t := range p {
		c := t.C
		m := make(poly.Monomial, len(t.M))
		for j, q := range t.M {
			switch ctx.kernels[q.Var].kind {
			case imagKernel:
				c = c.Neg()
			case unitKernel:
				q.Num = -q.Num
			case symbolKernel, piKernel, integerKernel, expKernel, logKernel, modulusKernel, callKernel, applyKernel, seriesKernel, productKernel,
				powerKernel, parityKernel:
			}
			m[j] = q
		}
		r := ctx.reduced(product{c: c, m: m})
		terms[i] = poly.Term{C: r.c, M: r.m}
	}
	return poly.Collect(terms)
}
