package algebra

import "slices"

// exp returns e^u: one power for each term of u.
func (f *field) exp(u product) product {
	result := oneProduct
	f.eachTerm(u, func(c rat, m monomial, below []factor) {
		result = f.mul(result, f.expTerm(c, m, below))
	})
	return result
}

// eachTerm calls do for the terms c·m·Π below of the canonical form of u; below holds its denominator.
func (f *field) eachTerm(u product, do func(c rat, m monomial, below []factor)) {
	u = f.canonical(u)
	if u.isZero() {
		return
	}
	above, below := poly{{c: ratInt(1)}}, []factor(nil)
	for _, x := range u.f {
		if x.n == 1 {
			above = f.multiplied(x.base)
		} else {
			below = append(below, x)
		}
	}
	whole, rest := f.divideOut(f.scale(above, u.c, u.m), below)
	for _, t := range whole {
		do(t.c, t.m, nil)
	}
	for _, t := range rest {
		do(t.c, t.m, below)
	}
}

// divideOut takes the polynomial part out of above/below, so that x/(x+1) is 1 - 1/(x+1); what is left above has no
// term that the leading one of the denominator divides. Denominators of several parts are left as they are.
func (f *field) divideOut(above poly, below []factor) (whole, rest poly) {
	if len(below) != 1 || below[0].n != -1 {
		return nil, above
	}
	d := f.multiplied(below[0].base)
	lead := d[0]
	inverse := f.raise(lead.m, ratInt(-1))
	for len(above) > 0 {
		t := above[0]
		m := f.multiply(t.m, inverse)
		f.spend(len(d))
		f.payFor(1, above)
		if slices.ContainsFunc(m, func(q power) bool { return q.n < 0 }) {
			rest = append(rest, t)
			above = above[1:]
			continue
		}
		c := t.c.mul(lead.c.inv())
		whole = append(whole, term{c, m})
		above = collect(append(slices.Clone(above), f.scale(d, c.neg(), m)...))
	}
	return whole, rest
}

func (f *field) expTerm(c rat, m monomial, below []factor) product {
	if len(below) == 0 && len(m) == 1 && m[0].n == 1 && m[0].d == 1 {
		if k := f.kernels[m[0].k]; k.kind == logKernel {
			return f.targetExp(k.target, c)
		}
	}
	arg := product{c: ratInt(1), m: m, f: below}
	if _, ok := powerOf(0, c); !ok {
		arg.c, c = c, ratInt(1)
	}
	return f.kernelPower(f.intern(kernel{kind: expKernel, args: []product{arg}}), c)
}

// targetExp returns e^(c ln|t|) = |t|^c.
func (f *field) targetExp(t target, c rat) product {
	if !t.isBase && f.kernels[t.id].kind == integerKernel {
		return f.numberPower(f.kernels[t.id].number, c)
	}
	return f.targetPower(t, c)
}
