package exprtest

import (
	"math"
	"math/big"
)

func (v *Values) float() *big.Float { return new(big.Float).SetPrec(v.Prec) }

func (v *Values) int(n int64) *big.Float { return v.float().SetInt64(n) }

// nothing reports whether x is zero within the errors of the computation. What is smaller than the errors of ordinary numbers are
// may as well be the tenth power of the step of a difference quotient, so the value that depends on it is out of reach.
func (v *Values) nothing(x *big.Float) bool {
	if x.Sign() == 0 {
		return true
	}
	const lost = 80 // bits that a long computation may lose
	size := x.MantExp(nil)
	v.Far = v.Far || size < -int(v.Prec)-lost
	return size < lost-int(v.Prec)
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

// nearWhole returns the whole number that y is within the errors of the computation, or y.
func (v *Values) nearWhole(y *big.Float) *big.Float {
	const far = 64
	if y.IsInt() || y.MantExp(nil) > far {
		return y
	}
	half := v.float().SetFloat64(0.5)
	if y.Sign() < 0 {
		half.Neg(half)
	}
	whole, _ := v.float().Add(y, half).Int(nil)
	near := v.float().SetInt(whole)
	if v.nothing(v.float().Sub(y, near)) {
		return near
	}
	return y
}

// pow returns x^y: repeated products for whole y, e^(y ln x) otherwise.
func (v *Values) pow(x, y *big.Float) (*big.Float, bool) {
	if v.nothing(x) {
		return v.int(0), y.Sign() > 0 && !v.nothing(y)
	}
	if y = v.nearWhole(y); y.IsInt() {
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
	if sum.MantExp(nil) < -8*int(v.Prec) {
		return v.far() // it would be taken for 0
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

// mostPi is how many bits of π are computed once, since every point asks for it anew.
const mostPi = 4096

var pi = machin(mostPi)

// piValue returns π.
func (v *Values) piValue() *big.Float {
	if v.Prec <= mostPi {
		return v.float().Set(pi)
	}
	return machin(v.Prec)
}

// machin returns π by Machin's formula.
func machin(bits uint) *big.Float {
	w := &Values{Prec: bits + 64}
	a := w.oddSeries(w.float().Quo(w.int(1), w.int(5)), -1)
	b := w.oddSeries(w.float().Quo(w.int(1), w.int(239)), -1)
	a.Mul(a, w.int(16))
	return a.Sub(a, b.Mul(b, w.int(4)))
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
