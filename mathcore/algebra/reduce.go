package algebra

import "chainrule/mathcore/expr"

// reduced applies the relations of algebraic kernels: i² = -1, |q|² = q², whole powers of |q| where the sign of q is
// known, e^(iπ) = -1, δ² = δ.
func (f *field) reduced(p product) product {
	if !f.algebraicIn(p.m) {
		return p
	}
	for _, q := range p.m {
		if f.kernels[q.k].algebraic() {
			if outside, replacement, ok := f.relation(q); ok {
				p.m = p.m.without(q.k)
				p = f.mul(p, product{c: ratInt(1), m: outside})
				return f.mul(p, replacement)
			}
		}
	}
	return p
}

func (f *field) algebraicIn(m monomial) bool {
	for _, q := range m {
		if f.kernels[q.k].algebraic() {
			return true
		}
	}
	return false
}

// relation rewrites a power of an algebraic kernel as a power within its range times a value without the kernel; ok is
// false when the power is within its range.
func (f *field) relation(q power) (inside monomial, value product, ok bool) {
	k := f.kernels[q.k]
	switch k.kind {
	case imagKernel:
		return f.imagRelation(q)
	case modulusKernel:
		return f.modulusRelation(q, k.target)
	case unitKernel:
		if inner := f.kernels[k.args[0].m[0].k]; inner.kind == callKernel {
			return f.inverseTurns(q, inner)
		}
		return f.halfTurns(q)
	case callKernel:
		if k.call == expr.Delta && q.n > 1 && q.d == 1 {
			return monomial{{q.k, 1, 1}}, oneProduct, true
		}
		return nil, product{}, false
	case parityKernel:
		if q.n == 1 {
			return nil, product{}, false
		}
		if q.n%2 == 0 {
			return nil, oneProduct, true
		}
		return monomial{{q.k, 1, 1}}, oneProduct, true
	case symbolKernel, piKernel, integerKernel, expKernel, logKernel, applyKernel, seriesKernel, productKernel, powerKernel:
		return nil, product{}, false
	}
	panic("algebra: unknown kernel")
}

func (f *field) imagRelation(q power) (monomial, product, bool) {
	if q.n == 1 && q.d == 1 || q.d != 1 {
		return nil, product{}, false
	}
	turns := ((q.n % 4) + 4) % 4
	value := oneProduct
	if turns >= 2 {
		value = constant(ratInt(-1))
	}
	if turns%2 == 1 {
		return monomial{{q.k, 1, 1}}, value, true
	}
	return nil, value, true
}

// modulusRelation takes whole powers out of |t|^e: all of them where the sign of t is known, even ones otherwise.
func (f *field) modulusRelation(q power, t target) (monomial, product, bool) {
	step := int64(2)
	sign := f.sign(t)
	if sign != 0 {
		step = 1
	}
	steps := floorDiv(q.n, int64(q.d)*step)
	if steps == 0 {
		return nil, product{}, false
	}
	var inside monomial
	if rest := (power{q.k, q.d, q.n - steps*step*int64(q.d)}); rest.n != 0 {
		inside = monomial{rest}
	}
	var value product
	switch {
	case sign != 0:
		value = f.pow(f.targetProduct(t).scaled(ratInt(int64(sign))), steps)
	case t.isBase && f.complexBase(baseID(t.id)):
		square := f.mul(f.targetProduct(t), f.whole(f.conjugate(f.multiplied(baseID(t.id)))))
		value = f.pow(square, steps)
	default:
		value = f.pow(f.targetProduct(t), steps*step)
	}
	return inside, value, true
}

// halfTurns rewrites e^(iπr) with r outside [0, 1).
func (f *field) halfTurns(q power) (monomial, product, bool) {
	arg := f.kernels[q.k].args[0]
	if f.kernels[arg.m[0].k].kind != piKernel || arg.m[0].n != 1 || arg.m[0].d != 1 {
		return nil, product{}, false
	}
	turns := floorDiv(q.n, int64(q.d))
	rest := power{q.k, q.d, q.n - turns*int64(q.d)}
	if turns == 0 && (rest.n != 1 || rest.d != 2) {
		return nil, product{}, false
	}
	value := oneProduct
	if turns%2 != 0 {
		value = constant(ratInt(-1))
	}
	switch {
	case rest.n == 0:
		return nil, value, true
	case rest.n == 1 && rest.d == 2:
		return nil, f.mul(value, f.imag()), true
	}
	return monomial{rest}, value, true
}

// inverseTurns takes the whole powers of e^(iθ) for θ = asin t or atan t out.
func (f *field) inverseTurns(q power, inverse kernel) (monomial, product, bool) {
	arg := f.kernels[q.k].args[0]
	n := floorDiv(q.n, int64(q.d))
	if n == 0 || arg.m[0].n != 1 || arg.m[0].d != 1 {
		return nil, product{}, false
	}
	value, ok := f.unitOfInverse(inverse, n)
	if rest := q.n - n*int64(q.d); rest != 0 {
		return monomial{{q.k, q.d, rest}}, value, ok
	}
	return nil, value, ok
}

func (f *field) imag() product { return f.kernelProduct(f.intern(kernel{kind: imagKernel})) }

// targetProduct returns what the target stands for.
func (f *field) targetProduct(t target) product {
	if t.isBase {
		return product{c: ratInt(1), f: f.baseFactors(baseID(t.id))}
	}
	if k := f.kernels[t.id]; k.kind == integerKernel {
		return constant(k.number)
	}
	return f.kernelProduct(kernelID(t.id))
}

// appendReduced appends t to the terms, with relations applied.
func (f *field) appendReduced(terms []term, t term) []term {
	if !f.algebraicIn(t.m) {
		return append(terms, t)
	}
	p := f.reduced(product{c: t.c, m: t.m})
	if p.isZero() {
		return terms
	}
	if len(p.f) == 0 {
		return append(terms, term{p.c, p.m})
	}
	num, den := f.expand(p)
	if !den.isOne() {
		f.exceed()
	}
	return append(terms, num...)
}

// complex reports whether p holds the imaginary unit or a number on the unit circle.
func (f *field) complex(p poly) bool {
	for _, t := range p {
		for _, q := range t.m {
			if k := f.kernels[q.k].kind; k == imagKernel || k == unitKernel {
				return true
			}
		}
	}
	return false
}

// conjugate returns the complex conjugate of p: all kernels but i and the numbers on the unit circle are real.
func (f *field) conjugate(p poly) poly {
	terms := make([]term, len(p))
	for i, t := range p {
		c := t.c
		m := make(monomial, len(t.m))
		for j, q := range t.m {
			switch f.kernels[q.k].kind {
			case imagKernel:
				c = c.neg()
			case unitKernel:
				q.n = -q.n
			case symbolKernel, piKernel, integerKernel, expKernel, logKernel, modulusKernel, callKernel, applyKernel, seriesKernel, productKernel,
				powerKernel, parityKernel:
			}
			m[j] = q
		}
		r := f.reduced(product{c: c, m: m})
		terms[i] = term{r.c, r.m}
	}
	return collect(terms)
}

func floorDiv(a, b int64) int64 {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
