package exprtest

import (
	"math/big"

	"chainrule/mathcore/expr"
)

func (v *Values) call(n *expr.Call) (*big.Float, bool) {
	if meaning, ok := expr.Meaning(n); ok {
		return v.Of(meaning)
	}
	if n.Func == expr.Where {
		return v.where(n)
	}
	args := make([]*big.Float, len(n.Args))
	for i, a := range n.Args {
		var ok bool
		if args[i], ok = v.Of(a); !ok {
			return nil, false
		}
	}
	switch n.Func { //nolint:exhaustive // the others have one argument
	case expr.LogBase:
		return v.logBase(args[1], args[0])
	case expr.Max, expr.Min:
		return extreme(n.Func, args), true
	case expr.Delta:
		if difference := v.float().Sub(args[0], args[1]); v.nothing(difference) {
			return v.int(1), true
		}
		return v.int(0), true
	}
	return v.ofOne(n.Func, args[0])
}

// extreme returns the greatest of the arguments, or the least.
func extreme(f expr.Func, args []*big.Float) *big.Float {
	x := args[0]
	for _, y := range args[1:] {
		if (y.Cmp(x) > 0) == (f == expr.Max) {
			x = y
		}
	}
	return x
}

// ofOne returns the value of a function of one argument.
func (v *Values) ofOne(f expr.Func, x *big.Float) (*big.Float, bool) {
	switch f { //nolint:exhaustive // the others have been expressed by these
	case expr.Abs:
		return v.float().Abs(x), true
	case expr.Sign:
		if v.nothing(x) {
			return v.int(0), true
		}
		return v.int(int64(x.Sign())), true
	case expr.Factorial:
		return v.factorial(x)
	case expr.Erf:
		return v.erf(x), true
	case expr.Sqrt:
		return v.sqrt(x)
	case expr.Cbrt:
		return v.cbrt(x)
	case expr.Exp:
		return v.exp(x)
	case expr.Ln:
		return v.ln(x)
	case expr.Log2:
		return v.logBase(x, v.int(2))
	case expr.Log10:
		return v.logBase(x, v.int(10))
	case expr.Sigmoid, expr.Logit, expr.Softplus:
		return v.logistic(f, x)
	case expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot:
		return v.angle(f, x)
	case expr.Asin, expr.Acos, expr.Atan:
		return v.inverseAngle(f, x)
	case expr.Sinh, expr.Cosh, expr.Tanh:
		return v.hyperbolic(f, x)
	case expr.Asinh, expr.Acosh, expr.Atanh:
		return v.inverseHyperbolic(f, x)
	}
	panic("exprtest: unknown function")
}

// where computes the case that the condition picks, and no other.
func (v *Values) where(n *expr.Call) (*big.Float, bool) {
	condition, ok := v.Of(n.Args[0])
	if !ok {
		return nil, false
	}
	switch {
	case condition.Sign() == 0:
		return v.Of(n.Args[2])
	case condition.Cmp(v.int(1)) == 0:
		return v.Of(n.Args[1])
	}
	return v.far() // no condition
}

// erf sums 2/√π (x - x³/3 + x⁵/10 - …) with as many digits more as its largest terms have. Far out it is ±1.
func (v *Values) erf(x *big.Float) *big.Float {
	const far = 30
	near, _ := x.Float64()
	if near > far || near < -far {
		return v.int(int64(x.Sign()))
	}
	w := &Values{Prec: v.Prec + 64 + uint(3*near*near)}
	sum, power := w.float().Set(x), w.float().Set(x)
	square := w.float().Mul(x, x)
	for n := int64(1); power.Sign() != 0 && power.MantExp(nil) > -int(w.Prec); n++ {
		power.Mul(power, square)
		power.Quo(power, w.int(-n))
		sum.Add(sum, w.float().Quo(power, w.int(2*n+1)))
	}
	sum.Mul(sum, w.int(2))
	return v.float().Quo(sum, w.float().Sqrt(w.piValue()))
}

func (v *Values) logBase(x, base *big.Float) (*big.Float, bool) {
	l, ok := v.ln(x)
	if !ok {
		return nil, false
	}
	b, ok := v.ln(base)
	if !ok {
		return nil, false
	}
	return v.quo(l, b)
}

func (v *Values) factorial(x *big.Float) (*big.Float, bool) {
	const largest = 2000
	n, accuracy := x.Int64()
	if accuracy != big.Exact || n < 0 {
		return nil, false
	}
	if n > largest {
		return v.far()
	}
	return v.float().SetInt(new(big.Int).MulRange(1, max(n, 1))), true
}

func (v *Values) sqrt(x *big.Float) (*big.Float, bool) {
	if v.nothing(x) {
		return v.int(0), true
	}
	if x.Sign() < 0 {
		return nil, false
	}
	return v.float().Sqrt(x), true
}

func (v *Values) cbrt(x *big.Float) (*big.Float, bool) {
	if v.nothing(x) {
		return v.int(0), true
	}
	l, ok := v.ln(v.float().Abs(x))
	if !ok {
		return nil, false
	}
	root, ok := v.exp(l.Quo(l, v.int(3)))
	if !ok || x.Sign() > 0 {
		return root, ok
	}
	return root.Neg(root), true
}

func (v *Values) logistic(f expr.Func, x *big.Float) (*big.Float, bool) {
	if f == expr.Logit {
		odds, ok := v.quo(x, v.float().Sub(v.int(1), x))
		if !ok {
			return nil, false
		}
		return v.ln(odds)
	}
	if f == expr.Sigmoid {
		x = v.float().Neg(x)
	}
	e, ok := v.exp(x)
	if !ok {
		return nil, false
	}
	e.Add(e, v.int(1))
	if f == expr.Sigmoid {
		return e.Quo(v.int(1), e), true
	}
	return v.ln(e)
}

func (v *Values) angle(f expr.Func, x *big.Float) (*big.Float, bool) {
	if x.Sign() != 0 && x.MantExp(nil) > int(v.Prec)/2 {
		return v.far() // of so many digits too few are right
	}
	cos, sin := v.cosSin(x)
	switch f { //nolint:exhaustive // the six functions of an angle
	case expr.Sin:
		return sin, true
	case expr.Cos:
		return cos, true
	case expr.Tan:
		return v.quo(sin, cos)
	case expr.Sec:
		return v.quo(v.int(1), cos)
	case expr.Csc:
		return v.quo(v.int(1), sin)
	}
	return v.quo(cos, sin)
}

func (v *Values) inverseAngle(f expr.Func, x *big.Float) (*big.Float, bool) {
	if f == expr.Atan {
		return v.atan(x), true
	}
	quarter := v.float().Quo(v.piValue(), v.int(2))
	rest := v.float().Mul(x, x)
	rest.Sub(v.int(1), rest)
	angle := quarter
	switch {
	case v.nothing(rest):
		if x.Sign() < 0 {
			angle = v.float().Neg(quarter)
		}
	case rest.Sign() < 0:
		return nil, false
	default:
		angle = v.atan(v.float().Quo(x, rest.Sqrt(rest)))
	}
	if f == expr.Acos {
		return v.float().Sub(quarter, angle), true
	}
	return angle, true
}

func (v *Values) hyperbolic(f expr.Func, x *big.Float) (*big.Float, bool) {
	up, ok := v.exp(x)
	if !ok {
		return nil, false
	}
	down := v.float().Quo(v.int(1), up)
	half := v.float().SetFloat64(0.5)
	sinh := v.float().Sub(up, down)
	sinh.Mul(sinh, half)
	cosh := v.float().Add(up, down)
	cosh.Mul(cosh, half)
	switch f { //nolint:exhaustive // the three hyperbolic functions
	case expr.Sinh:
		return sinh, true
	case expr.Cosh:
		return cosh, true
	}
	return v.quo(sinh, cosh)
}

func (v *Values) inverseHyperbolic(f expr.Func, x *big.Float) (*big.Float, bool) {
	if f == expr.Atanh {
		ratio, ok := v.quo(v.float().Add(v.int(1), x), v.float().Sub(v.int(1), x))
		if !ok {
			return nil, false
		}
		l, ok := v.ln(ratio)
		if !ok {
			return nil, false
		}
		return l.Quo(l, v.int(2)), true
	}
	square := v.float().Mul(x, x)
	if f == expr.Acosh {
		if x.Sign() < 0 {
			return nil, false
		}
		square.Sub(square, v.int(1)) // of which there is no root where x is less than 1
	} else {
		square.Add(square, v.int(1))
	}
	root, ok := v.sqrt(square)
	if !ok {
		return nil, false
	}
	if f == expr.Asinh && x.Sign() < 0 {
		l, ok := v.ln(root.Sub(root, x))
		if !ok {
			return nil, false
		}
		return l.Neg(l), true
	}
	return v.ln(root.Add(root, x))
}
