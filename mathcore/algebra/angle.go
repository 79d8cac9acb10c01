package algebra

import (
	"slices"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// unit returns e^(iu). Sines and cosines are its parts, so that every identity of angles is one of exponents.
func (f *field) unit(u product) product {
	result := oneProduct
	f.eachTerm(u, func(c rat.Rat, m poly.Monomial, below []factor) {
		result = f.mul(result, f.unitTerm(c, m, below))
	})
	return result
}

func (f *field) unitTerm(c rat.Rat, m poly.Monomial, below []factor) product {
	if len(below) == 0 && len(m) == 1 && m[0].IsVar() {
		k := f.kernels[m[0].Var]
		if k.kind == piKernel {
			if p, ok := f.rootOfUnity(c); ok {
				return p
			}
		}
		if n, whole := c.Int64(); whole && k.kind == callKernel {
			if p, ok := f.unitOfInverse(k, n); ok {
				return p
			}
		}
	}
	if i := slices.IndexFunc(m, f.isPi); i >= 0 && len(m) > 1 && len(below) == 0 {
		if p, ok := f.halfTurnsOf(c, m.Without(m[i].Var)); ok {
			return p
		}
	}
	arg := product{c: rat.Int(1), m: m, f: below}
	if _, ok := poly.VarToRat(0, c); !ok {
		arg.c, c = c, rat.Int(1)
	}
	return f.kernelPower(f.intern(kernel{kind: unitKernel, args: []product{arg}}), c)
}

// isPi reports whether the power is π itself.
func (f *field) isPi(q poly.Power) bool {
	return f.kernels[q.Var].kind == piKernel && q.IsVar()
}

// twelfths is the number of parts of a half turn whose sines and cosines have short exact values.
const twelfths = 12

// rootOfUnity returns e^(iπr) for r a whole number of twelfths or tenths.
func (f *field) rootOfUnity(r rat.Rat) (product, bool) {
	steps, whole := r.Mul(rat.Int(twelfths)).Int64()
	if !whole {
		return f.fifthRoot(r)
	}
	turn := ((steps % (2 * twelfths)) + 2*twelfths) % (2 * twelfths)
	return f.add(f.cosTwelfth(turn), f.mul(f.imag(), f.cosTwelfth(turn+3*twelfths/2))), true
}

// fifthRoot returns e^(iπr) for r a whole number of tenths, as ±1 or ±i times a power of z = e^(2πi/5), where
// cos 2π/5 = (√5-1)/4 and sin 2π/5 = √(10+2√5)/4.
func (f *field) fifthRoot(r rat.Rat) (product, bool) {
	steps, whole := r.Mul(rat.Int(10)).Int64()
	if !whole {
		return product{}, false
	}
	// A tenth of a half turn is five of them less four, and four are z: with n tenths, e^(iπn/10) = i^n / z^n.
	n := ((steps % 20) + 20) % 20
	five := f.numberPower(rat.Int(5), rat.Frac(1, 2))
	cos := f.add(five, constant(rat.Int(-1))).scaled(rat.Frac(1, 4))
	sin := f.modulusPower(f.add(constant(rat.Int(10)), five.scaled(rat.Int(2))), rat.Frac(1, 2)).scaled(rat.Frac(1, 4))
	inverse := f.add(cos, f.mul(f.imag(), sin).neg())
	return f.mul(f.pow(f.imag(), n), f.multipliedOut(f.pow(inverse, n%5))), true
}

// multipliedOut returns p as a single polynomial.
func (f *field) multipliedOut(p product) product {
	num, den := f.expand(p)
	if !den.IsOne() {
		return p
	}
	return f.fromPoly(num, nil)
}

// cosTwelfth returns cos(kπ/12).
func (f *field) cosTwelfth(k int64) product {
	k %= 2 * twelfths
	if k > twelfths {
		k = 2*twelfths - k
	}
	if k > twelfths/2 {
		return f.cosTwelfth(twelfths - k).neg()
	}
	root := func(n int64) product { return f.numberPower(rat.Int(n), rat.Frac(1, 2)) }
	switch k {
	case 0:
		return oneProduct
	case 1:
		return f.add(root(6), root(2)).scaled(rat.Frac(1, 4))
	case 2:
		return root(3).scaled(rat.Frac(1, 2))
	case 3:
		return root(2).scaled(rat.Frac(1, 2))
	case 4:
		return constant(rat.Frac(1, 2))
	case 5:
		return f.add(root(6), root(2).neg()).scaled(rat.Frac(1, 4))
	}
	return zeroProduct
}

// unitOfInverse returns e^(i n θ) for θ = asin t or atan t, by cos θ = √(1-t²) or 1/√(1+t²).
func (f *field) unitOfInverse(k kernel, n int64) (product, bool) {
	if k.call != expr.Asin && k.call != expr.Atan {
		return product{}, false
	}
	t := k.args[0]
	sign := rat.Int(1)
	if k.call == expr.Asin {
		sign = rat.Int(-1)
	}
	root := f.modulusPower(f.add(oneProduct, f.pow(t, 2).scaled(sign)), rat.Frac(1, 2))
	if n < 0 {
		t, n = t.neg(), -n
	}
	it := f.mul(f.imag(), t)
	if k.call == expr.Asin {
		return f.pow(f.add(root, it), n), true
	}
	return f.pow(f.mul(f.add(oneProduct, it), f.inv(root)), n), true
}

// cosSin returns cos u and sin u.
func (f *field) cosSin(u product) (cos, sin product) {
	z, w := f.unit(u), f.unit(u.neg())
	half := rat.Frac(1, 2)
	cos = f.add(z, w).scaled(half)
	sin = f.mul(f.imag(), f.add(w, z.neg())).scaled(half)
	return cos, sin
}

// inverseAngle returns asin u or atan u: exact for the values of multiples of π/12 that are one root, odd in u.
func (f *field) inverseAngle(fn expr.Func, u product) product {
	if u.isZero() {
		return zeroProduct
	}
	if u.c.Sign() < 0 {
		return f.inverseAngle(fn, u.neg()).neg()
	}
	for k := int64(1); k <= twelfths/2 && f.isNumber(u); k++ {
		sin, cos := f.cosTwelfth(twelfths/2-k), f.cosTwelfth(k)
		value := sin
		if fn == expr.Atan {
			if k == twelfths/2 {
				break
			}
			value = f.mul(sin, f.inv(cos))
		}
		if f.canonical(value).equal(f.canonical(u)) {
			return f.pi().scaled(rat.Frac(k, twelfths))
		}
	}
	if fn == expr.Atan {
		if p, ok := f.atanOfReciprocal(u); ok {
			return p
		}
	}
	return f.call(fn, u)
}

// atanOfReciprocal writes atan u as ±π/2 - atan(1/u) for u of a known sign where 1/u is the simpler argument.
func (f *field) atanOfReciprocal(u product) (product, bool) {
	u = f.canonical(u)
	sign := f.signOfProduct(u)
	if len(u.m)+len(u.f) == 0 || sign == 0 {
		return product{}, false
	}
	first := int64(0)
	if len(u.m) > 0 {
		first = u.m[0].Num
	} else {
		first = u.f[0].n
	}
	if first > 0 {
		return product{}, false
	}
	return f.add(f.pi().scaled(rat.Frac(int64(sign), 2)), f.call(expr.Atan, f.inv(u)).neg()), true
}

func (f *field) pi() product { return f.kernelProduct(f.intern(kernel{kind: piKernel})) }

// call returns the function of canonical arguments as a kernel.
func (f *field) call(fn expr.Func, args ...product) product {
	canonical := make([]product, len(args))
	for i, a := range args {
		canonical[i] = f.canonical(a)
	}
	return f.kernelProduct(f.intern(kernel{kind: callKernel, call: fn, args: canonical}))
}

// inverse returns an inverse function of angles; it undoes its own function where the angle stays on the principal
// range over the whole domain.
func (f *field) inverse(n *expr.Call, u product) product {
	if n.Func != expr.Atan {
		f.learn(f.add(oneProduct, f.pow(u, 2).neg()), false)
	}
	if inner, ok := n.Args[0].(*expr.Call); ok && undoes(n.Func, inner.Func) && f.principal(n.Func, inner.Args[0]) {
		return f.value(inner.Args[0])
	}
	if n.Func == expr.Acos {
		return f.add(f.pi().scaled(rat.Frac(1, 2)), f.inverseAngle(expr.Asin, u).neg())
	}
	return f.inverseAngle(n.Func, u)
}

func undoes(outer, inner expr.Func) bool {
	return outer == expr.Asin && inner == expr.Sin || outer == expr.Acos && inner == expr.Cos ||
		outer == expr.Atan && inner == expr.Tan
}

// principal reports whether n lies on the principal range of the inverse function over the whole domain.
func (f *field) principal(fn expr.Func, n expr.Node) bool {
	pi := &expr.Constant{Name: expr.Pi}
	lo, hi := expr.Int(0), expr.Node(pi)
	if fn != expr.Acos {
		hi = expr.Quotient(pi, expr.Int(2))
		lo = expr.Negative(hi)
	}
	return f.signOfTree(expr.Minus(n, lo)) > 0 && f.signOfTree(expr.Minus(hi, n)) > 0
}
