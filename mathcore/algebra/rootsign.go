package algebra

import "chainrule/mathcore/poly"

// signOfProduct returns the sign that p has where it is not zero, 0 if that is not known. An even power of a complex
// number may be negative.
func (ctx *context) signOfProduct(p product) weakSign {
	sign := signOfRat(p.c)
	for _, q := range p.m {
		if k := ctx.kernels[q.Var].kind; k == imagKernel || k == unitKernel {
			return unknownSign
		}
		if q.IsOdd() {
			sign *= ctx.signOf(kernelTarget(q.Var))
		}
	}
	for _, x := range p.f {
		if ctx.complexBase(x.base) {
			return unknownSign
		}
		if x.n%2 != 0 {
			sign *= ctx.signOf(baseTarget(x.base))
		}
	}
	return sign
}

// neverNegative reports whether p is known not to be negative on the common domain.
func (ctx *context) neverNegative(p product) bool { return ctx.signOfProduct(p) == notNegative }

// signDepth bounds how often the sign of a sum is traced back to that of another.
const signDepth = 4

// signOfRoots finds the sign of the sum of two terms by that of the difference of powers of them: the greater of two
// values decides, and if those are not negative their powers are in the same order.
func (ctx *context) signOfRoots(p poly.Poly) weakSign {
	if len(p) < 2 || len(p) > mostRootTerms || ctx.complex(p) || ctx.rootDepth == signDepth {
		return unknownSign
	}
	unknown := len(ctx.found.unknownSigns)
	ctx.rootDepth++
	defer func() {
		ctx.found.unknownSigns = ctx.found.unknownSigns[:unknown]
		ctx.rootDepth--
	}()
	if len(p) > 2 {
		return ctx.signBesideRoots(p)
	}
	first, second := product{c: p[0].C, m: p[0].M}, product{c: p[1].C, m: p[1].M}
	if first.c.Sign() != second.c.Sign() {
		if root, ok := ctx.commonRoot(p); ok && root.IsInt() {
			above, below := product{c: first.c.Abs(), m: first.m}, product{c: second.c.Abs(), m: second.m}
			u := ctx.add(ctx.modulusPower(above, root), ctx.modulusPower(below, root).neg())
			return signOfRat(first.c) * ctx.signOfProduct(u)
		}
	}
	if !squareRoots(p) {
		return unknownSign
	}
	return ctx.signOfGreater(first, second)
}

// mostRootTerms bounds the sums with roots whose sign is traced back.
const mostRootTerms = 6

// signBesideRoots finds the sign of a sum by that of its terms with square roots and that of the others.
func (ctx *context) signBesideRoots(p poly.Poly) weakSign {
	var roots, others poly.Poly
	for _, t := range p {
		if squareRoots(poly.Poly{t}) {
			roots = append(roots, t)
		} else {
			others = append(others, t)
		}
	}
	if len(roots) == 0 || len(others) == 0 {
		return unknownSign
	}
	first, second := ctx.fromPoly(others, nil), ctx.fromPoly(roots, nil)
	if s := ctx.signOfProduct(first); s != unknownSign && s == ctx.signOfProduct(second) {
		return s
	}
	return ctx.signOfGreater(first, second)
}

// signOfGreater returns the sign of a sum of two by that of the difference of their squares: the greater of them decides.
func (ctx *context) signOfGreater(first, second product) weakSign {
	u := ctx.add(ctx.pow(first, 2), ctx.pow(second, 2).neg())
	switch ctx.signOfProduct(u) {
	case notNegative:
		return ctx.signOfProduct(first)
	case notPositive:
		return ctx.signOfProduct(second)
	case unknownSign:
	}
	return unknownSign
}

// squareRoots reports whether p holds broken powers, all of them roots of an even index: squares have fewer.
func squareRoots(p poly.Poly) bool {
	holds := false
	for _, t := range p {
		for _, q := range t.M {
			if q.Den%2 == 0 {
				holds = true
			} else if q.Den != 1 {
				return false
			}
		}
	}
	return holds
}
