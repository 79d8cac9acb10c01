package algebra

import (
	"math/big"

	"chainrule/mathcore/expr"
)

// value returns the normal form of n. Definitions must have been put in and derivatives taken before.
func (f *field) value(n expr.Node) product {
	if f.exceeded {
		return zeroProduct
	}
	if p, known := f.memo[n]; known {
		return p
	}
	p := f.compute(n)
	f.memo[n] = p
	return p
}

func (f *field) compute(n expr.Node) product {
	switch n := n.(type) {
	case *expr.Number:
		return constant(f.bounded(ratBig(n.Value)))
	case *expr.Constant:
		if n.Name == expr.Pi {
			return f.pi()
		}
		return f.exp(oneProduct)
	case *expr.Symbol:
		return f.kernelProduct(f.intern(kernel{kind: symbolKernel, symbol: n}), 1)
	case *expr.Neg:
		return f.value(n.X).neg()
	case *expr.Add:
		return f.add(f.flatten(n, 1, nil)...)
	case *expr.Mul:
		p := oneProduct
		for _, q := range f.values(n.Factors) {
			p = f.mul(p, q)
		}
		return p
	case *expr.Div:
		return f.mul(f.value(n.Num), f.inv(f.value(n.Den)))
	case *expr.Pow:
		return f.power(n.Base, n.Exp)
	case *expr.Call:
		return f.function(n)
	case *expr.Apply:
		args := f.values(n.Args)
		for i, a := range args {
			args[i] = f.canonical(a)
		}
		return f.kernelProduct(f.intern(kernel{kind: applyKernel, apply: n, args: args}), 1)
	case *expr.Derivative:
		f.exceed() // the operator was not resolved: nothing is known of its value
		return zeroProduct
	case *expr.Series:
		return f.series(n)
	}
	panic("algebra: unknown node")
}

// flatten appends the terms of n times sign, those of sums inside sums too: like terms meet before anything is
// multiplied out.
func (f *field) flatten(n expr.Node, sign int64, terms []product) []product {
	switch n := n.(type) {
	case *expr.Add:
		for _, t := range n.Terms {
			terms = f.flatten(t, sign, terms)
		}
		return terms
	case *expr.Neg:
		return f.flatten(n.X, -sign, terms)
	case *expr.Number, *expr.Constant, *expr.Symbol, *expr.Mul, *expr.Div, *expr.Pow, *expr.Call, *expr.Apply,
		*expr.Derivative, *expr.Series:
	}
	return append(terms, f.value(n).scaled(ratInt(sign)))
}

func (f *field) values(nodes []expr.Node) []product {
	all := make([]product, len(nodes))
	for i, n := range nodes {
		all[i] = f.value(n)
	}
	return all
}

// power returns base^exp: by the laws of powers where exp is a number; as e^(exp ln base) otherwise, which has a value
// for positive bases only. A base of unknown sign under an exponent that runs through whole numbers stays a kernel.
func (f *field) power(base, exp expr.Node) product {
	b, e := f.value(base), f.value(exp)
	if f.exceeded {
		return zeroProduct
	}
	if e.isConstant() {
		switch {
		case e.c.isInt() && e.c.big == nil:
			return f.pow(b, e.c.n)
		case e.c.isInt():
			f.exceed()
			return zeroProduct
		}
		f.learn(b)
		return f.modulusPower(b, e.c)
	}
	if b.isZero() {
		return zeroProduct
	}
	if !f.neverNegative(b) && f.wholeNumber(exp) {
		return f.kernelProduct(f.intern(kernel{kind: powerKernel, args: []product{f.canonical(b), f.canonical(e)}}), 1)
	}
	f.learn(b)
	return f.exp(f.mul(e, f.log(b)))
}

// wholeNumber reports whether n takes whole values only, as far as its symbols tell.
func (f *field) wholeNumber(n expr.Node) bool {
	for _, s := range expr.Symbols(n) {
		if d, _ := f.scope.Domain(s); d.Whole {
			return true
		}
	}
	return false
}

func (f *field) function(n *expr.Call) product {
	u := f.value(n.Args[0])
	if f.exceeded {
		return zeroProduct
	}
	switch n.Func {
	case expr.Exp:
		return f.exp(u)
	case expr.Ln:
		return f.ln(u)
	case expr.Log2:
		return f.mul(f.ln(u), f.inv(f.ln(constant(ratInt(2)))))
	case expr.Log10:
		return f.mul(f.ln(u), f.inv(f.ln(constant(ratInt(10)))))
	case expr.LogBase:
		return f.mul(f.ln(f.value(n.Args[1])), f.inv(f.ln(u)))
	case expr.Sqrt:
		f.learn(u)
		return f.modulusPower(u, ratOf(1, 2))
	case expr.Cbrt:
		if u.isZero() {
			return zeroProduct
		}
		return f.mul(u, f.modulusPower(u, ratOf(-2, 3)))
	case expr.Abs:
		return f.abs(n.Args[0])
	case expr.Sign:
		if u.isZero() {
			return zeroProduct
		}
		return f.mul(u, f.inv(f.abs(n.Args[0])))
	case expr.Max:
		return f.extreme(n.Args, 1)
	case expr.Min:
		return f.extreme(n.Args, -1)
	case expr.Factorial:
		return f.factorial(u)
	case expr.Delta:
		return f.delta(u, f.value(n.Args[1]))
	case expr.Sigmoid, expr.Logit, expr.Softplus, expr.Sinh, expr.Cosh, expr.Tanh, expr.Asinh, expr.Acosh, expr.Atanh:
		return f.viaExponentials(n.Func, u)
	case expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot, expr.Asin, expr.Acos, expr.Atan:
		return f.angle(n, u)
	}
	panic("algebra: unknown function")
}

func (f *field) ln(u product) product {
	f.learn(u)
	return f.log(u)
}

// viaExponentials writes the function by its definition in exponentials and logarithms.
func (f *field) viaExponentials(fn expr.Func, u product) product {
	half := ratOf(1, 2)
	switch fn {
	case expr.Sigmoid:
		return f.inv(f.add(oneProduct, f.exp(u.neg())))
	case expr.Logit:
		rest := f.add(oneProduct, u.neg())
		return f.add(f.ln(u), f.ln(rest).neg())
	case expr.Softplus:
		return f.log(f.add(oneProduct, f.exp(u)))
	case expr.Sinh:
		return f.add(f.exp(u), f.exp(u.neg()).neg()).scaled(half)
	case expr.Cosh:
		return f.add(f.exp(u), f.exp(u.neg())).scaled(half)
	case expr.Tanh:
		square := f.exp(u.scaled(ratInt(2)))
		return f.mul(f.add(square, constant(ratInt(-1))), f.inv(f.add(square, oneProduct)))
	case expr.Asinh:
		return f.log(f.add(u, f.modulusPower(f.add(f.pow(u, 2), oneProduct), half)))
	case expr.Acosh:
		f.learn(f.add(u, constant(ratInt(-1))))
		return f.log(f.add(u, f.modulusPower(f.add(f.pow(u, 2), constant(ratInt(-1))), half)))
	case expr.Atanh:
		above, below := f.add(oneProduct, u), f.add(oneProduct, u.neg())
		return f.add(f.ln(above), f.ln(below).neg()).scaled(half)
	}
	panic("algebra: not a function of exponentials")
}

// angle returns functions of angles and their inverses.
func (f *field) angle(n *expr.Call, u product) product {
	switch n.Func {
	case expr.Asin, expr.Acos, expr.Atan:
		return f.inverse(n, u)
	}
	cos, sin := f.cosSin(u)
	switch n.Func {
	case expr.Sin:
		return sin
	case expr.Cos:
		return cos
	case expr.Tan:
		return f.mul(sin, f.inv(cos))
	case expr.Sec:
		return f.inv(cos)
	case expr.Csc:
		return f.inv(sin)
	case expr.Cot:
		return f.mul(cos, f.inv(sin))
	}
	panic("algebra: not a function of angles")
}

// inverse returns an inverse function of angles; it undoes its own function where the angle stays on the principal
// range over the whole domain.
func (f *field) inverse(n *expr.Call, u product) product {
	if inner, ok := n.Args[0].(*expr.Call); ok && undoes(n.Func, inner.Func) && f.principal(n.Func, inner.Args[0]) {
		return f.value(inner.Args[0])
	}
	quarter := f.pi().scaled(ratOf(1, 2))
	switch n.Func {
	case expr.Acos:
		return f.add(quarter, f.inverseAngle(expr.Asin, u).neg())
	case expr.Asin, expr.Atan:
		return f.inverseAngle(n.Func, u)
	}
	panic("algebra: not an inverse function of angles")
}

func undoes(outer, inner expr.Func) bool {
	return outer == expr.Asin && inner == expr.Sin || outer == expr.Acos && inner == expr.Cos ||
		outer == expr.Atan && inner == expr.Tan
}

// principal reports whether n lies on the principal range of the inverse function over the whole domain.
func (f *field) principal(fn expr.Func, n expr.Node) bool {
	pi := &expr.Constant{Name: expr.Pi}
	lo, hi := expr.Node(expr.Int(0)), expr.Node(pi)
	if fn != expr.Acos {
		hi = expr.Quotient(pi, expr.Int(2))
		lo = expr.Negative(hi)
	}
	return f.signOfTree(expr.Minus(n, lo)) > 0 && f.signOfTree(expr.Minus(hi, n)) > 0
}

// abs returns |n|, with its sign resolved where an enclosure over the domain shows it.
func (f *field) abs(n expr.Node) product {
	u := f.value(n)
	if u.isZero() {
		return zeroProduct
	}
	doubtful := len(f.doubtful)
	p := f.modulusPower(u, ratInt(1))
	if f.unresolved(p) {
		if s := f.signOfTree(n); s != 0 {
			f.doubtful = f.doubtful[:doubtful]
			return u.scaled(ratInt(int64(s)))
		}
	}
	return p
}

// unresolved reports whether p holds a modulus.
func (f *field) unresolved(p product) bool {
	for _, q := range p.m {
		if f.kernels[q.k].kind == modulusKernel {
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
		p = f.add(p, q, distance.scaled(ratInt(sign))).scaled(ratOf(1, 2))
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
		return f.call(expr.Factorial, u)
	}
	if !u.c.isInt() || u.c.sign() < 0 {
		f.undefined = true
		return zeroProduct
	}
	if u.c.big != nil || u.c.n > largestFactorial {
		f.exceed()
		return zeroProduct
	}
	return constant(ratBig(new(big.Rat).SetInt(new(big.Int).MulRange(1, max(u.c.n, 1)))))
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
