package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
	"chainrule/mathcore/rat"
)

// normalForms holds the functions, written by exponentials, logarithms and roots as far as that goes: n is the call, u
// the value of its first argument. A function without a row that no others express is a kernel of its arguments.
var normalForms map[expr.Func]func(f *field, n *expr.Call, u product) product

func init() { // the functions lead back to the table
	normalForms = map[expr.Func]func(f *field, n *expr.Call, u product) product{ //nolint:exhaustive // the others are kernels, or expressed by these
		expr.Exp:   ofValue((*field).exp),
		expr.Ln:    ofValue((*field).ln),
		expr.Log2:  func(f *field, _ *expr.Call, u product) product { return f.logTo(constant(rat.Int(2)), u) },
		expr.Log10: func(f *field, _ *expr.Call, u product) product { return f.logTo(constant(rat.Int(10)), u) },
		expr.LogBase: func(f *field, n *expr.Call, u product) product {
			return f.mul(f.ln(f.value(n.Args[1])), f.inv(f.ln(u)))
		},
		expr.Sqrt:     ofValue((*field).sqrt),
		expr.Cbrt:     ofValue((*field).cbrt),
		expr.Abs:      func(f *field, n *expr.Call, _ product) product { return f.abs(n.Args[0]) },
		expr.Sign:     func(f *field, n *expr.Call, _ product) product { return f.signum(n.Args[0]) },
		expr.Max:      func(f *field, n *expr.Call, _ product) product { return f.extreme(n.Args, 1) },
		expr.Min:      func(f *field, n *expr.Call, _ product) product { return f.extreme(n.Args, -1) },
		expr.Sigmoid:  ofValue((*field).sigmoid),
		expr.Logit:    ofValue((*field).logit),
		expr.Softplus: func(f *field, _ *expr.Call, u product) product { return f.log(f.add(oneProduct, f.exp(u))) },

		expr.Sin: func(f *field, _ *expr.Call, u product) product { _, sin := f.cosSin(u); return sin },
		expr.Cos: func(f *field, _ *expr.Call, u product) product { cos, _ := f.cosSin(u); return cos },
		expr.Tan: func(f *field, _ *expr.Call, u product) product {
			cos, sin := f.cosSin(u)
			return f.mul(sin, f.inv(cos))
		},
		expr.Sec: func(f *field, _ *expr.Call, u product) product { cos, _ := f.cosSin(u); return f.inv(cos) },
		expr.Csc: func(f *field, _ *expr.Call, u product) product { _, sin := f.cosSin(u); return f.inv(sin) },
		expr.Cot: func(f *field, _ *expr.Call, u product) product {
			cos, sin := f.cosSin(u)
			return f.mul(cos, f.inv(sin))
		},
		expr.Asin: (*field).inverse,
		expr.Acos: (*field).inverse,
		expr.Atan: (*field).inverse,

		expr.Sinh: func(f *field, _ *expr.Call, u product) product {
			return f.add(f.exp(u), f.exp(u.neg()).neg()).scaled(rat.Frac(1, 2))
		},
		expr.Cosh: func(f *field, _ *expr.Call, u product) product {
			return f.add(f.exp(u), f.exp(u.neg())).scaled(rat.Frac(1, 2))
		},
		expr.Tanh:  ofValue((*field).tanh),
		expr.Asinh: ofValue((*field).asinh),
		expr.Acosh: ofValue((*field).acosh),
		expr.Atanh: ofValue((*field).atanh),

		expr.Erf:       ofValue((*field).erf),
		expr.Where:     func(f *field, _ *expr.Call, _ product) product { f.exceed(); return zeroProduct }, // see where.go
		expr.Factorial: ofValue((*field).factorial),
		expr.Delta:     func(f *field, n *expr.Call, u product) product { return f.delta(u, f.value(n.Args[1])) },
	}
}

// ofValue makes a normal form of what needs the value of the argument alone.
func ofValue(of func(*field, product) product) func(*field, *expr.Call, product) product {
	return func(f *field, _ *expr.Call, u product) product { return of(f, u) }
}

// function returns the value of a function that the program knows.
func (f *field) function(n *expr.Call) product {
	if meaning, ok := expr.Meaning(n); ok {
		return f.value(meaning)
	}
	u := f.value(n.Args[0])
	if form, ok := normalForms[n.Func]; ok {
		return form(f, n, u)
	}
	return f.call(n.Func, f.values(n.Args)...)
}

// logTo returns the logarithm of u to a base that is a number.
func (f *field) logTo(base, u product) product { return f.mul(f.ln(u), f.inv(f.log(base))) }

func (f *field) sqrt(u product) product {
	f.learn(u, false)
	return f.modulusPower(u, rat.Frac(1, 2))
}

func (f *field) sigmoid(u product) product { return f.inv(f.add(oneProduct, f.exp(u.neg()))) }

func (f *field) logit(u product) product {
	return f.add(f.ln(u), f.ln(f.add(oneProduct, u.neg())).neg())
}

func (f *field) tanh(u product) product {
	square := f.exp(u.scaled(rat.Int(2)))
	return f.mul(f.add(square, constant(rat.Int(-1))), f.inv(f.add(square, oneProduct)))
}

func (f *field) asinh(u product) product {
	return f.log(f.add(u, f.modulusPower(f.add(f.pow(u, 2), oneProduct), rat.Frac(1, 2))))
}

func (f *field) acosh(u product) product {
	f.learn(f.add(u, constant(rat.Int(-1))), false)
	return f.log(f.add(u, f.modulusPower(f.add(f.pow(u, 2), constant(rat.Int(-1))), rat.Frac(1, 2))))
}

func (f *field) atanh(u product) product {
	above, below := f.add(oneProduct, u), f.add(oneProduct, u.neg())
	return f.add(f.ln(above), f.ln(below).neg()).scaled(rat.Frac(1, 2))
}

func (f *field) ln(u product) product {
	f.learn(u, true)
	return f.log(u)
}

// erf returns the error function as a kernel. It is odd.
func (f *field) erf(u product) product {
	switch {
	case u.isZero():
		return zeroProduct
	case u.c.Sign() < 0:
		return f.call(expr.Erf, u.neg()).neg()
	}
	return f.call(expr.Erf, u)
}

// cbrt returns the real cube root, u·|u|^(-2/3).
func (f *field) cbrt(u product) product {
	if u.isZero() {
		return zeroProduct
	}
	return f.mul(u, f.modulusPower(u, rat.Frac(-2, 3)))
}

// signum returns n/|n|, which holds unless n is zero on more than isolated points.
func (f *field) signum(n expr.Node) product {
	if c, ok := n.(*expr.Call); ok && growsThroughZero(c.Func) {
		return f.signum(c.Args[0])
	}
	u := f.value(n)
	if u.isZero() {
		return zeroProduct
	}
	if !f.analyticProduct(u) {
		c := rat.Int(int64(u.c.Sign()))
		return f.call(expr.Sign, u.scaled(u.c.Inv())).scaled(c)
	}
	return f.mul(u, f.inv(f.abs(n)))
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
func (f *field) abs(n expr.Node) product {
	u := f.value(n)
	if u.isZero() {
		return zeroProduct
	}
	doubtful := len(f.doubtful)
	p := f.modulusPower(u, rat.Int(1))
	if f.unresolved(p) {
		if s := f.signOfTree(n); s != 0 {
			f.doubtful = f.doubtful[:doubtful]
			return u.scaled(rat.Int(int64(s)))
		}
	}
	return p
}

// unresolved reports whether p holds a modulus.
func (f *field) unresolved(p product) bool {
	for _, q := range p.m {
		if f.kernels[q.Var].kind == modulusKernel {
			return true
		}
	}
	return false
}

// extreme returns the greatest (sign +1) or least (-1) of the arguments by max(a, b) = (a + b + |a - b|)/2.
func (f *field) extreme(args []expr.Node, sign int64) product {
	tree := args[0]
	p := f.value(tree)
	for _, n := range args[1:] {
		q := f.value(n)
		distance := f.abs(expr.Minus(tree, n))
		p = f.add(p, q, distance.scaled(rat.Int(sign))).scaled(rat.Frac(1, 2))
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

func (f *field) factorial(u product) product {
	if !u.isConstant() {
		return f.shiftedFactorial(u)
	}
	if !u.c.IsInt() || u.c.Sign() < 0 {
		f.undefined = true
		return zeroProduct
	}
	n, small := u.c.Int64()
	if !small || n > largestFactorial {
		f.exceed()
	}
	return constant(rat.Of(new(big.Rat).SetInt(new(big.Int).MulRange(1, max(n, 1)))))
}

// largestShift bounds the whole number that is split off the argument of a factorial.
const largestShift = 30

// shiftedFactorial returns (v+k)! with a whole number k as v! times what is between them.
func (f *field) shiftedFactorial(u product) product {
	num, den := f.expand(f.canonical(u))
	last := len(num) - 1
	if !den.IsOne() || last < 0 || len(num[last].M) > 0 {
		return f.call(expr.Factorial, u)
	}
	shift, whole := num[last].C.Int64()
	if !whole || rat.Magnitude(shift) > largestShift {
		return f.call(expr.Factorial, u)
	}
	v := f.fromPoly(num[:last:last], nil)
	p := f.call(expr.Factorial, v)
	for k := shift; k > 0; k-- {
		p = f.mul(p, f.add(v, constant(rat.Int(k))))
	}
	for k := shift + 1; k <= 0; k++ {
		p = f.mul(p, f.inv(f.add(v, constant(rat.Int(k)))))
	}
	return p
}

// delta returns the Kronecker delta: decided where the difference of the indices is a number.
func (f *field) delta(a, b product) product {
	difference := f.add(a, b.neg())
	switch {
	case difference.isZero():
		return oneProduct
	case difference.isConstant():
		return zeroProduct
	}
	if string(a.appendKey(nil)) > string(b.appendKey(nil)) {
		a, b = b, a
	}
	return f.call(expr.Delta, a, b)
}
