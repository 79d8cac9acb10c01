package exprtest

import (
	"math"
	"math/big"

	"chainrule/mathcore/expr"
)

func (v *Values) float() *big.Float { return new(big.Float).SetPrec(v.Prec) }

func (v *Values) int(n int64) *big.Float { return v.float().SetInt64(n) }

// nothing reports whether x is zero as far as the errors of the computation tell.
func (v *Values) nothing(x *big.Float) bool {
	return x.Sign() == 0 || x.MantExp(nil) < 80-int(v.Prec)
}

func (v *Values) quo(x, y *big.Float) (*big.Float, bool) {
	if v.nothing(y) {
		return nil, false
	}
	return v.float().Quo(x, y), true
}

// far notes that a value is out of reach.
func (v *Values) far() (*big.Float, bool) {
	v.Far = true
	return nil, false
}

// pow returns x^y: repeated products for whole y, e^(y ln x) otherwise.
func (v *Values) pow(x, y *big.Float) (*big.Float, bool) {
	if v.nothing(x) {
		return v.int(0), y.Sign() > 0
	}
	if y.IsInt() {
		const longest = 1 << 22
		n, accuracy := y.Int64()
		if accuracy != big.Exact || n > longest || n < -longest {
			return v.far()
		}
		power := v.int(1)
		square := v.float().Set(x)
		for k := max(n, -n); k > 0; k >>= 1 {
			if k&1 == 1 {
				power.Mul(power, square)
			}
			square.Mul(square, square)
		}
		if power.IsInf() {
			return v.far()
		}
		if n < 0 {
			return power.Quo(v.int(1), power), true
		}
		return power, true
	}
	l, ok := v.ln(x)
	if !ok {
		return nil, false
	}
	return v.exp(l.Mul(l, y))
}

// exp sums the series at x/2^s and squares s times.
func (v *Values) exp(x *big.Float) (*big.Float, bool) {
	const largest = 28 // |x| < 2^largest
	size := x.MantExp(nil)
	if x.Sign() != 0 && size > largest {
		return v.far()
	}
	s := max(0, size+16)
	w := &Values{Prec: v.Prec + uint(2*s) + 32}
	r := w.float().SetMantExp(x, -s)
	sum, term := w.int(1), w.int(1)
	for k := int64(1); term.Sign() != 0 && term.MantExp(nil) > -int(w.Prec)-8; k++ {
		term.Mul(term, r)
		term.Quo(term, w.int(k))
		sum.Add(sum, term)
	}
	for range s {
		sum.Mul(sum, sum)
	}
	return v.float().Set(sum), true
}

// ln solves e^y = x by Newton's method from the float64 logarithm.
func (v *Values) ln(x *big.Float) (*big.Float, bool) {
	if x.Sign() <= 0 || v.nothing(x) {
		return nil, false
	}
	m := v.float()
	e := x.MantExp(m)
	guess, _ := m.Float64()
	y := v.float().SetFloat64(math.Log(guess))
	for bits := uint(40); bits < v.Prec; bits *= 2 {
		back, _ := v.exp(v.float().Neg(y))
		back.Mul(back, m)
		y.Add(y, back.Sub(back, v.int(1)))
	}
	back, _ := v.exp(v.float().Neg(y))
	back.Mul(back, m)
	y.Add(y, back.Sub(back, v.int(1)))
	if e == 0 {
		return y, true
	}
	return y.Add(y, v.float().Mul(v.ln2Value(), v.int(int64(e)))), true
}

// ln2Value returns ln 2 = 2 artanh(1/3).
func (v *Values) ln2Value() *big.Float {
	if v.ln2 == nil {
		w := &Values{Prec: v.Prec + 64}
		v.ln2 = w.float().Mul(w.int(2), w.oddSeries(w.float().Quo(w.int(1), w.int(3)), 1))
	}
	return v.ln2
}

// piValue returns π by Machin's formula.
func (v *Values) piValue() *big.Float {
	if v.pi == nil {
		w := &Values{Prec: v.Prec + 64}
		a := w.oddSeries(w.float().Quo(w.int(1), w.int(5)), -1)
		b := w.oddSeries(w.float().Quo(w.int(1), w.int(239)), -1)
		a.Mul(a, w.int(16))
		v.pi = a.Sub(a, b.Mul(b, w.int(4)))
	}
	return v.float().Set(v.pi)
}

// oddSeries returns x + s x³/3 + x⁵/5 + s x⁷/7 + …: artanh x for s = 1, arctan x for s = -1.
func (v *Values) oddSeries(x *big.Float, s int64) *big.Float {
	sum, power := v.float().Set(x), v.float().Set(x)
	square := v.float().Mul(x, x)
	square.Mul(square, v.int(s))
	for k := int64(3); power.Sign() != 0 && power.MantExp(nil) > -int(v.Prec)-8; k += 2 {
		power.Mul(power, square)
		sum.Add(sum, v.float().Quo(power, v.int(k)))
	}
	return sum
}

// atan halves the angle ten times before it sums the series.
func (v *Values) atan(x *big.Float) *big.Float {
	const halvings = 10
	w := &Values{Prec: v.Prec + 64}
	r := w.float().Set(x)
	for range halvings {
		root := w.float().Mul(r, r)
		root.Add(root, w.int(1))
		root.Sqrt(root)
		r.Quo(r, root.Add(root, w.int(1)))
	}
	angle := w.oddSeries(r, -1)
	return v.float().SetMantExp(angle, halvings)
}

// cosSin takes whole turns off, sums the series at a small part of the angle and doubles it again.
func (v *Values) cosSin(x *big.Float) (cos, sin *big.Float) {
	const doublings = 12
	w := &Values{Prec: v.Prec + 96}
	if x.Sign() != 0 {
		w.Prec += uint(max(0, x.MantExp(nil)))
	}
	turn := w.float().Mul(w.piValue(), w.int(2))
	r := w.float().Set(x)
	turns, _ := w.float().Quo(r, turn).Int(nil)
	r.Sub(r, turn.Mul(turn, w.float().SetInt(turns)))
	r.SetMantExp(r, -doublings)
	c, s, term := w.int(1), w.float().Set(r), w.float().Set(r)
	for k := int64(2); term.Sign() != 0 && term.MantExp(nil) > -int(w.Prec)-8; k += 2 {
		term.Mul(term, r)
		term.Quo(term, w.int(-k))
		c.Add(c, term)
		term.Mul(term, r)
		term.Quo(term, w.int(k+1))
		s.Add(s, term)
	}
	for range doublings {
		cc, ss := w.float().Mul(c, c), w.float().Mul(s, s)
		s.Mul(s, c)
		s.Add(s, s)
		c = cc.Sub(cc, ss)
	}
	return v.float().Set(c), v.float().Set(s)
}

func (v *Values) call(n *expr.Call) (*big.Float, bool) {
	args := make([]*big.Float, len(n.Args))
	for i, a := range n.Args {
		var ok bool
		if args[i], ok = v.Of(a); !ok {
			return nil, false
		}
	}
	x := args[0]
	switch n.Func {
	case expr.LogBase:
		return v.logBase(args[1], x)
	case expr.Max, expr.Min:
		for _, y := range args[1:] {
			if (y.Cmp(x) > 0) == (n.Func == expr.Max) {
				x = y
			}
		}
		return x, true
	case expr.Delta:
		if difference := v.float().Sub(x, args[1]); v.nothing(difference) {
			return v.int(1), true
		}
		return v.int(0), true
	case expr.Abs:
		return v.float().Abs(x), true
	case expr.Sign:
		if v.nothing(x) {
			return v.int(0), true
		}
		return v.int(int64(x.Sign())), true
	case expr.Factorial:
		return v.factorial(x)
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
		return v.logistic(n.Func, x)
	case expr.Sin, expr.Cos, expr.Tan, expr.Sec, expr.Csc, expr.Cot:
		return v.angle(n.Func, x)
	case expr.Asin, expr.Acos, expr.Atan:
		return v.inverseAngle(n.Func, x)
	case expr.Sinh, expr.Cosh, expr.Tanh:
		return v.hyperbolic(n.Func, x)
	case expr.Asinh, expr.Acosh, expr.Atanh:
		return v.inverseHyperbolic(n.Func, x)
	}
	panic("exprtest: unknown function")
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
	const largest = 4096
	if x.Sign() != 0 && x.MantExp(nil) > largest {
		return v.far()
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
	if x.Cmp(v.int(1)) > 0 || x.Cmp(v.int(-1)) < 0 {
		return nil, false
	}
	quarter := v.float().Quo(v.piValue(), v.int(2))
	rest := v.float().Mul(x, x)
	rest.Sub(v.int(1), rest)
	angle := quarter
	if !v.nothing(rest) {
		angle = v.atan(v.float().Quo(x, rest.Sqrt(rest)))
	} else if x.Sign() < 0 {
		angle = v.float().Neg(quarter)
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
		if x.Cmp(v.int(1)) < 0 {
			return nil, false
		}
		square.Sub(square, v.int(1))
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
