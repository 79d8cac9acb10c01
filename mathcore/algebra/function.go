package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// normalForms holds the functions, written by exponentials, logarithms and roots where that is possible: n is the call, u
// the value of its first argument. A function without a row that no others express is a kernel of its arguments.
var normalForms map[expr.Func]func(ctx *context, n *expr.Call, u product) product

func init() { // the functions lead back to the table
	normalForms = map[expr.Func]func(ctx *context, n *expr.Call, u product) product{ //nolint:exhaustive // the others are kernels, or expressed by these
		expr.Exp:   ofValue((*context).exp),
		expr.Ln:    ofValue((*context).ln),
		expr.Log2:  func(ctx *context, _ *expr.Call, u product) product { return ctx.logTo(constant(rat.Int(2)), u) },
		expr.Log10: func(ctx *context, _ *expr.Call, u product) product { return ctx.logTo(constant(rat.Int(10)), u) },
		expr.LogBase: func(ctx *context, n *expr.Call, u product) product {
			return ctx.mul(ctx.ln(ctx.value(n.Args[1])), ctx.inv(ctx.ln(u)))
		},
		expr.Sqrt:     ofValue((*context).sqrt),
		expr.Cbrt:     ofValue((*context).cbrt),
		expr.Abs:      func(ctx *context, n *expr.Call, _ product) product { return ctx.abs(n.Args[0]) },
		expr.Sign:     func(ctx *context, n *expr.Call, _ product) product { return ctx.signum(n.Args[0]) },
		expr.Max:      func(ctx *context, n *expr.Call, _ product) product { return ctx.extreme(n.Args, 1) },
		expr.Min:      func(ctx *context, n *expr.Call, _ product) product { return ctx.extreme(n.Args, -1) },
		expr.Sigmoid:  ofValue((*context).sigmoid),
		expr.Logit:    ofValue((*context).logit),
		expr.Softplus: func(ctx *context, _ *expr.Call, u product) product { return ctx.log(ctx.add(oneProduct, ctx.exp(u))) },

		expr.Sin: func(ctx *context, _ *expr.Call, u product) product { _, sin := ctx.cosSin(u); return sin },
		expr.Cos: func(ctx *context, _ *expr.Call, u product) product { cos, _ := ctx.cosSin(u); return cos },
		expr.Tan: func(ctx *context, _ *expr.Call, u product) product {
			cos, sin := ctx.cosSin(u)
			return ctx.mul(sin, ctx.inv(cos))
		},
		expr.Sec: func(ctx *context, _ *expr.Call, u product) product { cos, _ := ctx.cosSin(u); return ctx.inv(cos) },
		expr.Csc: func(ctx *context, _ *expr.Call, u product) product { _, sin := ctx.cosSin(u); return ctx.inv(sin) },
		expr.Cot: func(ctx *context, _ *expr.Call, u product) product {
			cos, sin := ctx.cosSin(u)
			return ctx.mul(cos, ctx.inv(sin))
		},
		expr.Asin: (*context).inverse,
		expr.Acos: (*context).inverse,
		expr.Atan: (*context).inverse,

		expr.Sinh: func(ctx *context, _ *expr.Call, u product) product {
			return ctx.add(ctx.exp(u), ctx.exp(u.neg()).neg()).scaled(rat.Frac(1, 2))
		},
		expr.Cosh: func(ctx *context, _ *expr.Call, u product) product {
			return ctx.add(ctx.exp(u), ctx.exp(u.neg())).scaled(rat.Frac(1, 2))
		},
		expr.Tanh:  ofValue((*context).tanh),
		expr.Asinh: ofValue((*context).asinh),
		expr.Acosh: ofValue((*context).acosh),
		expr.Atanh: ofValue((*context).atanh),

		expr.Erf:       ofValue((*context).erf),
		expr.Where:     func(ctx *context, _ *expr.Call, _ product) product { ctx.exceed(); return zeroProduct }, // see where.go
		expr.Factorial: ofValue((*context).factorial),
		expr.Delta:     func(ctx *context, n *expr.Call, u product) product { return ctx.delta(u, ctx.value(n.Args[1])) },
	}
}

// ofValue makes a normal form of what needs the value of the argument alone.
func ofValue(of func(*context, product) product) func(*context, *expr.Call, product) product {
	return func(ctx *context, _ *expr.Call, u product) product { return of(ctx, u) }
}

// function returns the value of a function that the program knows.
func (ctx *context) function(n *expr.Call) product {
	if meaning, ok := expr.Meaning(n); ok {
		return ctx.value(meaning)
	}
	u := ctx.value(n.Args[0])
	if form, ok := normalForms[n.Func]; ok {
		return form(ctx, n, u)
	}
	return ctx.call(n.Func, ctx.values(n.Args)...)
}

// logTo returns the logarithm of u to a base that is a number.
func (ctx *context) logTo(base, u product) product { return ctx.mul(ctx.ln(u), ctx.inv(ctx.log(base))) }

func (ctx *context) sqrt(u product) product {
	ctx.assumeNonNegative(u)
	return ctx.modulusPower(u, rat.Frac(1, 2))
}

func (ctx *context) sigmoid(u product) product { return ctx.inv(ctx.add(oneProduct, ctx.exp(u.neg()))) }

func (ctx *context) logit(u product) product {
	return ctx.add(ctx.ln(u), ctx.ln(ctx.add(oneProduct, u.neg())).neg())
}

func (ctx *context) tanh(u product) product {
	square := ctx.exp(u.scaled(rat.Int(2)))
	return ctx.mul(ctx.add(square, constant(rat.Int(-1))), ctx.inv(ctx.add(square, oneProduct)))
}

func (ctx *context) asinh(u product) product {
	return ctx.log(ctx.add(u, ctx.modulusPower(ctx.add(ctx.pow(u, 2), oneProduct), rat.Frac(1, 2))))
}

func (ctx *context) acosh(u product) product {
	ctx.assumeNonNegative(ctx.add(u, constant(rat.Int(-1))))
	return ctx.log(ctx.add(u, ctx.modulusPower(ctx.add(ctx.pow(u, 2), constant(rat.Int(-1))), rat.Frac(1, 2))))
}

func (ctx *context) atanh(u product) product {
	above, below := ctx.add(oneProduct, u), ctx.add(oneProduct, u.neg())
	return ctx.add(ctx.ln(above), ctx.ln(below).neg()).scaled(rat.Frac(1, 2))
}

func (ctx *context) ln(u product) product {
	ctx.assumePositive(u)
	return ctx.log(u)
}

// erf returns the error function as a kernel. It is odd.
func (ctx *context) erf(u product) product {
	switch {
	case u.isZero():
		return zeroProduct
	case u.c.Sign() < 0:
		return ctx.call(expr.Erf, u.neg()).neg()
	}
	return ctx.call(expr.Erf, u)
}

// cbrt returns the real cube root, u·|u|^(-2/3).
func (ctx *context) cbrt(u product) product {
	if u.isZero() {
		return zeroProduct
	}
	return ctx.mul(u, ctx.modulusPower(u, rat.Frac(-2, 3)))
}

// signum returns n/|n|, which holds unless n is zero on more than isolated points.
func (ctx *context) signum(n expr.Node) product {
	if c, ok := n.(*expr.Call); ok && growsThroughZero(c.Func) {
		return ctx.signum(c.Args[0])
	}
	u := ctx.value(n)
	if u.isZero() {
		return zeroProduct
	}
	if ctx.atLeastSome(u) {
		return oneProduct
	}
	if ctx.atLeastSome(u.neg()) {
		return oneProduct.neg()
	}
	if ctx.productMayVanish(u) {
		c := rat.Int(int64(u.c.Sign()))
		return ctx.call(expr.Sign, u.scaled(u.c.Inv())).scaled(c)
	}
	return ctx.mul(u, ctx.inv(ctx.abs(n)))
}

// growsThroughZero reports whether the function has the sign of its argument.
func growsThroughZero(fn expr.Func) bool {
	switch fn { //nolint:exhaustive // the others have not
	case expr.Atan, expr.Asin, expr.Sinh, expr.Asinh, expr.Tanh, expr.Atanh, expr.Cbrt, expr.Erf:
		return true
	}
	return false
}

// abs returns |n|, with its sign resolved where an enclosure over the domain shows it.
func (ctx *context) abs(n expr.Node) product {
	u := ctx.value(n)
	if u.isZero() {
		return zeroProduct
	}
	unknown := len(ctx.found.unknownSigns)
	p := ctx.modulusPower(u, rat.Int(1))
	if ctx.unresolved(p) {
		if s := ctx.signOfTree(n); s != 0 {
			ctx.found.unknownSigns = ctx.found.unknownSigns[:unknown]
			return u.scaled(rat.Int(int64(s)))
		}
	}
	return p
}

// unresolved reports whether p holds a modulus.
func (ctx *context) unresolved(p product) bool {
	for _, q := range p.m {
		if ctx.kernels[q.Var].kind == modulusKernel {
			return true
		}
	}
	return false
}

// extreme returns the greatest (sign +1) or least (-1) of the arguments by max(a, b) = (a + b + |a - b|)/2.
func (ctx *context) extreme(args []expr.Node, sign int64) product {
	tree := args[0]
	p := ctx.value(tree)
	for _, n := range args[1:] {
		q := ctx.value(n)
		distance := ctx.abs(expr.Minus(tree, n))
		p = ctx.add(p, q, distance.scaled(rat.Int(sign))).scaled(rat.Frac(1, 2))
		fn := expr.Max
		if sign < 0 {
			fn = expr.Min
		}
		tree = expr.Of(fn, tree, n)
	}
	return p
}

// largestFactorial bounds the argument of a factorial that is multiplied out.
const largestFactorial = 300

func (ctx *context) factorial(u product) product {
	if !u.isConstant() {
		return ctx.shiftedFactorial(u)
	}
	if !u.c.IsInt() || u.c.Sign() < 0 {
		ctx.facts.noValue = true
		return zeroProduct
	}
	n, small := u.c.Int64()
	if !small || n > largestFactorial {
		ctx.exceed()
	}
	return constant(rat.Of(new(big.Rat).SetInt(new(big.Int).MulRange(1, max(n, 1)))))
}

// largestShift bounds the whole number that is split off the argument of a factorial.
const largestShift = 30

// shiftedFactorial returns (v+k)! with a whole number k as v! times what is between them.
func (ctx *context) shiftedFactorial(u product) product {
	num, den := ctx.expand(ctx.canonical(u))
	last := len(num) - 1
	if !den.IsOne() || last < 0 || len(num[last].M) > 0 {
		return ctx.call(expr.Factorial, u)
	}
	shift, whole := num[last].C.Int64()
	if !whole || rat.Magnitude(shift) > largestShift {
		return ctx.call(expr.Factorial, u)
	}
	v := ctx.fromPoly(num[:last:last], nil)
	p := ctx.call(expr.Factorial, v)
	for k := shift; k > 0; k-- {
		p = ctx.mul(p, ctx.add(v, constant(rat.Int(k))))
	}
	for k := shift + 1; k <= 0; k++ {
		p = ctx.mul(p, ctx.inv(ctx.add(v, constant(rat.Int(k)))))
	}
	return p
}
