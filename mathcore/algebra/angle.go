package algebra

import (
	"math"
	"slices"

	"chainrule/mathcore/eval"
	"chainrule/mathcore/expr"
	"chainrule/mathcore/poly"
	"chainrule/mathcore/rat"
)

// unit returns e^(iu). Sines and cosines are its parts, so that every identity of angles is one of exponents.
func (ctx *context) unit(u product) product {
	result := oneProduct
	ctx.eachTerm(u, func(c rat.Rat, m poly.Monomial, below []factor) {
		result = ctx.mul(result, ctx.unitTerm(c, m, below))
	})
	return result
}

func (ctx *context) unitTerm(c rat.Rat, m poly.Monomial, below []factor) product {
	if len(below) == 0 && len(m) == 1 && m[0].IsVar() {
		k := ctx.kernels[m[0].Var]
		if k.kind == piKernel {
			if p, ok := ctx.rootOfUnity(c); ok {
				return p
			}
		}
		if n, whole := c.Int64(); whole && k.kind == callKernel {
			if p, ok := ctx.unitOfInverse(k, n); ok {
				return p
			}
		}
	}
	if i := slices.IndexFunc(m, ctx.isPi); i >= 0 && len(m) > 1 && len(below) == 0 {
		if p, ok := ctx.halfTurnsOf(c, m.Without(m[i].Var)); ok {
			return p
		}
	}
	arg := product{c: rat.Int(1), m: m, f: below}
	if _, ok := poly.VarToRat(0, c); !ok {
		arg.c, c = c, rat.Int(1)
	}
	return ctx.kernelPower(ctx.intern(kernel{kind: unitKernel, args: []product{arg}}), c)
}

// isPi reports whether the power is π itself.
func (ctx *context) isPi(q poly.Power) bool {
	return ctx.kernels[q.Var].kind == piKernel && q.IsVar()
}

// twelfths is the number of parts of a half turn whose sines and cosines have short exact values.
const twelfths = 12

// rootOfUnity returns e^(iπr) for r a whole number of twelfths or tenths.
func (ctx *context) rootOfUnity(r rat.Rat) (product, bool) {
	steps, whole := r.Mul(rat.Int(twelfths)).Int64()
	if !whole {
		return ctx.fifthRoot(r)
	}
	turn := ((steps % (2 * twelfths)) + 2*twelfths) % (2 * twelfths)
	return ctx.add(ctx.cosTwelfth(turn), ctx.mul(ctx.imag(), ctx.cosTwelfth(turn+3*twelfths/2))), true
}

// fifthRoot returns e^(iπr) for r a whole number of tenths, as ±1 or ±i times a power of z = e^(2πi/5), where
// cos 2π/5 = (√5-1)/4 and sin 2π/5 = √(10+2√5)/4.
func (ctx *context) fifthRoot(r rat.Rat) (product, bool) {
	steps, whole := r.Mul(rat.Int(10)).Int64()
	if !whole {
		return product{}, false
	}
	// A tenth of a half turn is five of them less four, and four are z: with n tenths, e^(iπn/10) = i^n / z^n.
	n := ((steps % 20) + 20) % 20
	five := ctx.numberPower(rat.Int(5), rat.Frac(1, 2))
	cos := ctx.add(five, constant(rat.Int(-1))).scaled(rat.Frac(1, 4))
	sin := ctx.modulusPower(ctx.add(constant(rat.Int(10)), five.scaled(rat.Int(2))), rat.Frac(1, 2)).scaled(rat.Frac(1, 4))
	inverse := ctx.add(cos, ctx.mul(ctx.imag(), sin).neg())
	return ctx.mul(ctx.pow(ctx.imag(), n), ctx.multipliedOut(ctx.pow(inverse, n%5))), true
}

// multipliedOut returns p as a single polynomial.
func (ctx *context) multipliedOut(p product) product {
	num, den := ctx.expand(p)
	if !den.IsOne() {
		return p
	}
	return ctx.fromPoly(num, nil)
}

// cosTwelfth returns cos(kπ/12).
func (ctx *context) cosTwelfth(k int64) product {
	k %= 2 * twelfths
	if k > twelfths {
		k = 2*twelfths - k
	}
	if k > twelfths/2 {
		return ctx.cosTwelfth(twelfths - k).neg()
	}
	root := func(n int64) product { return ctx.numberPower(rat.Int(n), rat.Frac(1, 2)) }
	switch k {
	case 0:
		return oneProduct
	case 1:
		return ctx.add(root(6), root(2)).scaled(rat.Frac(1, 4))
	case 2:
		return root(3).scaled(rat.Frac(1, 2))
	case 3:
		return root(2).scaled(rat.Frac(1, 2))
	case 4:
		return constant(rat.Frac(1, 2))
	case 5:
		return ctx.add(root(6), root(2).neg()).scaled(rat.Frac(1, 4))
	}
	return zeroProduct
}

// unitOfInverse returns e^(i n θ) for θ = asin t or atan t, by cos θ = √(1-t²) or 1/√(1+t²).
func (ctx *context) unitOfInverse(k kernel, n int64) (product, bool) {
	if k.call != expr.Asin && k.call != expr.Atan {
		return product{}, false
	}
	t := k.args[0]
	sign := rat.Int(1)
	if k.call == expr.Asin {
		sign = rat.Int(-1)
	}
	root := ctx.modulusPower(ctx.add(oneProduct, ctx.pow(t, 2).scaled(sign)), rat.Frac(1, 2))
	if n < 0 {
		t, n = t.neg(), -n
	}
	it := ctx.mul(ctx.imag(), t)
	if k.call == expr.Asin {
		return ctx.pow(ctx.add(root, it), n), true
	}
	return ctx.pow(ctx.mul(ctx.add(oneProduct, it), ctx.inv(root)), n), true
}

// cosSin returns cos u and sin u.
func (ctx *context) cosSin(u product) (cos, sin product) {
	z, w := ctx.unit(u), ctx.unit(u.neg())
	half := rat.Frac(1, 2)
	cos = ctx.add(z, w).scaled(half)
	sin = ctx.mul(ctx.imag(), ctx.add(w, z.neg())).scaled(half)
	return cos, sin
}

// inverseAngle returns asin u or atan u: exact for the values of multiples of π/12 that are one root, odd in u.
func (ctx *context) inverseAngle(fn expr.Func, u product) product {
	if u.isZero() {
		return zeroProduct
	}
	if u.c.Sign() < 0 {
		return ctx.inverseAngle(fn, u.neg()).neg()
	}
	for k := int64(1); k <= twelfths/2 && ctx.isNumber(u); k++ {
		sin, cos := ctx.cosTwelfth(twelfths/2-k), ctx.cosTwelfth(k)
		value := sin
		if fn == expr.Atan {
			if k == twelfths/2 {
				break
			}
			value = ctx.mul(sin, ctx.inv(cos))
		}
		if ctx.canonical(value).equal(ctx.canonical(u)) {
			return ctx.pi().scaled(rat.Frac(k, twelfths))
		}
	}
	if fn == expr.Atan {
		if p, ok := ctx.atanOfReciprocal(u); ok {
			return p
		}
	}
	return ctx.call(fn, u)
}

// atanOfReciprocal writes atan u as ±π/2 - atan(1/u) for u of a known sign where 1/u is the simpler argument.
func (ctx *context) atanOfReciprocal(u product) (product, bool) {
	u = ctx.canonical(u)
	sign := ctx.signOfProduct(u)
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
	return ctx.add(ctx.pi().scaled(rat.Frac(int64(sign), 2)), ctx.call(expr.Atan, ctx.inv(u)).neg()), true
}

func (ctx *context) pi() product { return ctx.kernelProduct(ctx.intern(kernel{kind: piKernel})) }

// call returns the function of canonical arguments as a kernel.
func (ctx *context) call(fn expr.Func, args ...product) product {
	canonical := make([]product, len(args))
	for i, a := range args {
		canonical[i] = ctx.canonical(a)
	}
	return ctx.kernelProduct(ctx.intern(kernel{kind: callKernel, call: fn, args: canonical}))
}

// inverse returns an inverse function of angles; it undoes its own function where the angle stays on the principal
// range over the whole domain.
func (ctx *context) inverse(n *expr.Call, u product) product {
	if n.Func != expr.Atan {
		ctx.assumeNonNegative(ctx.add(oneProduct, ctx.pow(u, 2).neg()))
	}
	if angle, ok := ctx.folded(n); ok {
		return angle
	}
	if n.Func == expr.Acos {
		return ctx.add(ctx.pi().scaled(rat.Frac(1, 2)), ctx.inverseAngle(expr.Asin, u).neg())
	}
	return ctx.inverseAngle(n.Func, u)
}

// folded returns the inverse of a function of an angle as an angle, if the angle stays between two multiples of π/2 over the
// whole domain that bound a branch of the function.
func (ctx *context) folded(n *expr.Call) (product, bool) {
	inner, negative := expr.Unsigned(n.Args[0])
	c, ok := inner.(*expr.Call)
	if !ok {
		return product{}, false
	}
	pi := &expr.Constant{Name: expr.Pi}
	angle := c.Args[0]
	var turns int64
	switch { // all is brought to asin(sin u) and atan(tan u)
	case c.Func == expr.Sin && n.Func != expr.Atan, c.Func == expr.Tan && n.Func == expr.Atan:
		turns, ok = ctx.branch(angle, expr.Quotient(pi, expr.Int(-2)))
	case c.Func == expr.Cos && n.Func != expr.Atan: // sin(π/2 - u)
		turns, ok = ctx.branch(angle, expr.Int(0))
		turns, angle = -turns, expr.Minus(expr.Quotient(pi, expr.Int(2)), angle)
	default:
		return product{}, false
	}
	if !ok {
		return product{}, false
	}
	p := ctx.add(ctx.value(angle), ctx.pi().scaled(rat.Int(-turns)))
	if turns%2 != 0 && n.Func != expr.Atan {
		p = p.neg()
	}
	if negative {
		p = p.neg()
	}
	if n.Func == expr.Acos {
		p = ctx.add(ctx.pi().scaled(rat.Frac(1, 2)), p.neg())
	}
	return p, true
}

// branch returns the whole number k for which n surely lies between from + kπ and from + (k+1)π over the whole domain.
func (ctx *context) branch(n, from expr.Node) (k int64, ok bool) {
	program, box, ok := ctx.overDomain(expr.Minus(n, from))
	if !ok {
		return 0, false
	}
	e := program.Enclose(box)
	const turn = 4 // more than π
	if e.Status == eval.Undefined || !(e.Hi-e.Lo < turn) {
		return 0, false
	}
	const farthest = 1000
	near := math.Floor((e.Lo + e.Hi) / 2 / math.Pi)
	if math.Abs(near) > farthest {
		return 0, false
	}
	k = int64(near)
	end := func(m int64) expr.Node {
		return expr.Sum(from, expr.Product(expr.Int(m), &expr.Constant{Name: expr.Pi}))
	}
	if k == 0 && expr.Is(from, 0) {
		return k, ctx.notBelow(n, expr.Int(0)) && ctx.notBelow(end(1), n)
	}
	return k, ctx.notBelow(n, end(k)) && ctx.notBelow(end(k+1), n)
}

// notBelow reports whether a ≥ b over the whole domain. Multiples of π in both are taken together first, so that π + y is
// known not to lie below π where y does not lie below 0.
func (ctx *context) notBelow(a, b expr.Node) bool {
	difference := expr.Minus(a, b)
	if expr.Is(b, 0) {
		difference = a
	}
	if ctx.signOfTree(difference) == notNegative {
		return true
	}
	if !expr.Contains(a, isPi) || !expr.Contains(b, isPi) {
		return false
	}
	tree := ctx.productTree(ctx.canonical(ctx.value(difference)))
	return tree != nil && ctx.signOfTree(tree) == notNegative
}

func isPi(n expr.Node) bool {
	c, ok := n.(*expr.Constant)
	return ok && c.Name == expr.Pi
}
